import { quote } from './errors.ts'

/** What is wrong, or worth a look, in a document, and where. */
export interface Finding {
  /** A document with an `error` cannot be used; a `warning` is most likely a mistake; `info` is worth knowing. */
  readonly severity: 'error' | 'warning' | 'info'
  /** What kind of problem, stable across versions: `interval-overlap`. */
  readonly code: string
  /** The problem in English. */
  readonly message: string
  /** The name of the source (a file), or the document's id. */
  readonly document: string
  /** Where in the document, as a JSON Pointer (RFC 6901): `/hours/mon/0/1`. Empty for the whole document. */
  readonly pointer: string
  /** Counted from 1, where the document came as text. */
  readonly line?: number
  readonly column?: number
  /** The value that stands there. */
  readonly found?: unknown
  /** What may stand there. */
  readonly expected?: string
  readonly didYouMean?: string
  /** An example that proves the finding, such as a request that no rule covers. */
  readonly witness?: unknown
}

/** A finding as a check makes it: the document's name, the pointer and the position are filled in by the reading. */
export interface FindingParts
  extends Pick<Finding, 'code' | 'message' | 'found' | 'expected' | 'didYouMean' | 'witness'> {
  readonly severity?: Finding['severity']
  readonly path: readonly PropertyKey[]
  readonly part?: 'key' | 'value'
}

/** The error of a document that cannot be used, with everything that was found in it. */
export interface DocumentError extends Error {
  readonly name: 'DocumentError'
  readonly findings: readonly Finding[]
}

/** A `DocumentError` that holds every finding; its message lists the errors. */
export function documentError(kind: string, findings: readonly Finding[]): DocumentError {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const count = errors.length === 1 ? '1 error' : `${errors.length} errors`
  const lines = errors.map((finding) => `  ${formatFinding(finding)}`)
  const message = [`this ${kind} cannot be used: ${count}`, ...lines].join('\n')
  const error = Object.assign(new Error(message), { name: 'DocumentError' as const, findings })
  return error
}

/**
 * Whether a caught value is a `DocumentError`, also one of another copy of the library (ESM beside CommonJS) or of
 * another realm (a `vm` context, a frame), whose `Error` is a different one.
 */
export function isDocumentError(error: unknown): error is DocumentError {
  if (typeof error !== 'object' || error === null) return false
  const { name, findings } = error as Partial<DocumentError>
  return name === 'DocumentError' && Array.isArray(findings)
}

/** Throws one `DocumentError` when there is an error among the findings. */
export function assertUsable(kind: string, findings: readonly Finding[]): void {
  if (findings.some(({ severity }) => severity === 'error')) throw documentError(kind, findings)
}

/** A finding on one line, as a compiler would print it: `acme.yaml:7:12 error time-invalid at /hours/mon/0/1: ...`. */
export function formatFinding(finding: Finding): string {
  const { document, line, column, severity, code, pointer, message, expected } = finding
  const place = line === undefined ? document : `${document}:${line}:${column}`
  const where = pointer === '' ? '' : ` at ${pointer}`
  const wanted = expected === undefined ? '' : `; expected ${expected}`
  const hint =
    finding.didYouMean === undefined ? '' : `; did you mean ${quote(finding.didYouMean)}?`
  return `${place} ${severity} ${code}${where}: ${message}${wanted}${hint}`
}

/** The JSON Pointer of a path: `['hours', 'mon', 0]` is `/hours/mon/0`. */
export function toPointer(path: Iterable<PropertyKey>): string {
  let pointer = ''
  for (const key of path) {
    pointer += `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`
  }
  return pointer
}
