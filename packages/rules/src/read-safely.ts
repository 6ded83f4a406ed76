import { type DocumentReading, quote, readDocument } from '@holdfast/kernel'
import type * as z from 'zod'

/** Reads a document, and finds it unreadable where looking at it throws, as a getter or a proxy may. */
export function readSafely<S extends z.ZodType>(
  schema: S,
  documentOrSource: unknown,
): DocumentReading<z.output<S>> {
  try {
    return readDocument(schema, documentOrSource)
  } catch (error) {
    const reading = readDocument(schema, undefined)
    const message = `reading it threw ${quote(messageOf(error))}`
    const finding = reading.finding({ code: 'unreadable', message, path: [] })
    return { ...reading, value: undefined, findings: [finding] }
  }
}

function messageOf(error: unknown): unknown {
  return error instanceof Error ? error.message : typeof error
}
