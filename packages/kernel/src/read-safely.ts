import type * as z from 'zod'
import { type DocumentReading, readDocument } from './document.ts'
import { quote } from './errors.ts'

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

const UNREADABLE: ReadonlySet<string> = new Set(['too-deep', 'unreadable'])

/** Whether nothing of a document can be looked at further. */
export function isUnreadable({ findings }: Pick<DocumentReading<unknown>, 'findings'>): boolean {
  return findings.some(({ code }) => UNREADABLE.has(code))
}
