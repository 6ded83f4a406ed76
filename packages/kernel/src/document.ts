import * as z from 'zod'
import { type Finding, type FindingParts, toPointer } from './finding.ts'
import { parseInstant } from './instant.ts'
import { DAY_MILLIS, parseLocalDate } from './local-date.ts'
import { MAX_DEPTH, odditiesOf } from './plain-data.ts'
import { findingsOfIssues, soundPart, unknownKey } from './schema-findings.ts'
import { keysAllowedAt } from './schema-keys.ts'

/** A document as it was written, with the place of every value. `@holdfast/kernel/source` makes them from text. */
export interface DocumentSource {
  /** What findings call it, such as a file name. */
  readonly name: string
  /** The plain data. */
  readonly value: unknown
  /** What is wrong with the text itself: syntax errors and repeated keys. */
  readonly findings: readonly Finding[]
  /** The place of the value, or of the key, that a JSON Pointer names; line and column count from 1. */
  positionOf(pointer: string, part?: 'key' | 'value'): Position | undefined
}

export interface Position {
  readonly line: number
  readonly column: number
}

/** Whether a value is a `DocumentSource` and not a plain document: documents hold no functions. */
export function isDocumentSource(value: unknown): value is DocumentSource {
  return (
    typeof value === 'object' &&
    value !== null &&
    'positionOf' in value &&
    typeof value.positionOf === 'function'
  )
}

/** A calendar date that exists, `YYYY-MM-DD`. */
export const localDateSchema = z
  .string()
  .refine((text) => parseLocalDate(text) !== undefined, {
    params: { code: 'date-impossible', expected: 'a date that exists, as YYYY-MM-DD' },
  })
  .meta({ format: 'date' })

const effectiveDateSchema = z.string().refine((text) => !Number.isNaN(utcOf(text)), {
  params: {
    code: 'date-impossible',
    expected: 'a date (YYYY-MM-DD) or an instant with an offset',
  },
})

/** Milliseconds of a date as if at midnight UTC, or of an instant: enough to see a span that ends before it begins. */
function utcOf(text: string): number {
  const day = parseLocalDate(text)
  return day === undefined ? (parseInstant(text) ?? Number.NaN) : day * DAY_MILLIS
}

/** What every document may say about itself. `id` and `version` are required. */
export const documentHeader = {
  id: z.string().min(1).describe('What other documents call it'),
  version: z
    .union([z.string().min(1), z.int().nonnegative()])
    .describe('Changes whenever the document does'),
  title: z.string().optional().describe('For people'),
  owner: z.string().optional().describe('Who may change it'),
  reason: z.string().optional().describe('Why it is as it is'),
  effective: z
    .strictObject({ from: effectiveDateSchema.optional(), to: effectiveDateSchema.optional() })
    .refine(
      ({ from, to }) => from === undefined || to === undefined || !(utcOf(from) >= utcOf(to)),
      {
        params: { code: 'effective-empty', expected: 'an end after the beginning' },
      },
    )
    .optional()
    .describe('When it holds, from and to (excluded)'),
}

/** The optional `format` of a document, such as `holdfast/calendar@1`. */
export function formatSchema(format: string) {
  return openEnum([format]).optional().describe(`\`${format}\``)
}

/**
 * A closed set of texts whose type also takes any string, because TypeScript types the texts of an imported JSON
 * module as `string`. At run time only the given texts pass.
 */
export function openEnum<const T extends readonly [string, ...string[]]>(texts: T) {
  return z.enum(texts) as unknown as z.ZodType<T[number], T[number] | (string & {})>
}

/** What reading a document gave: its value when its shape is right, and everything that was found. */
export interface DocumentReading<T> {
  readonly name: string
  /** The document, when its shape is right in every part. */
  readonly value: T | undefined
  /** The parts whose shape is right: wrong values are left out, and in lists are `undefined`, so that indices stay. */
  readonly sound: Sound<T>
  readonly findings: readonly Finding[]
  /** A finding in this document, with its position; `part: 'key'` points at the key instead of its value. */
  finding(parts: FindingParts): Finding
}

/** What is left of a document when wrong parts are taken out. */
export type Sound<T> = T extends readonly (infer E)[]
  ? readonly (Sound<E> | undefined)[]
  : T extends object
    ? { readonly [K in keyof T]?: Sound<T[K]> | undefined }
    : T

/** Reads a plain document or a source against its schema. Never throws; what is given is never changed. */
export function readDocument<S extends z.ZodType>(
  schema: S,
  documentOrSource: unknown,
): DocumentReading<z.output<S>> {
  const source = isDocumentSource(documentOrSource) ? documentOrSource : undefined
  const raw = source === undefined ? documentOrSource : source.value
  const name = source?.name ?? idOf(raw) ?? 'document'
  const finding = ({ path, part, severity = 'error', ...rest }: FindingParts): Finding => {
    const pointer = toPointer(path)
    const position = source?.positionOf(pointer, part)
    return { severity, ...rest, document: name, pointer, ...position }
  }
  const syntax = source?.findings ?? []
  const { tooDeep, protoKeys } = odditiesOf(raw)
  if (tooDeep !== undefined) {
    const message = `lists and objects lie in each other more than ${MAX_DEPTH} deep, or one contains itself`
    const findings = [...syntax, finding({ code: 'too-deep', message, path: tooDeep })]
    return { name, value: undefined, sound: {} as Sound<z.output<S>>, findings, finding }
  }
  // Text that could not be parsed has no shape worth judging.
  const parsed =
    raw === undefined && syntax.length > 0 ? undefined : schema.safeParse(raw, { jitless: true })
  const issues = parsed?.error?.issues ?? []
  const shape = [
    ...findingsOfIssues(issues, raw, schema),
    ...protoKeys.map((path) => unknownKey(path, keysAllowedAt(schema, raw, path.slice(0, -1)))),
  ]
  return {
    name,
    value: protoKeys.length === 0 ? parsed?.data : undefined,
    sound: (isObject(raw) ? soundPart(issues, raw) : {}) as Sound<z.output<S>>,
    findings: [...syntax, ...shape.map(finding)],
    finding,
  }
}

function idOf(raw: unknown): string | undefined {
  if (!isObject(raw) || !('id' in raw)) return undefined
  return typeof raw.id === 'string' && raw.id !== '' ? raw.id : undefined
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
