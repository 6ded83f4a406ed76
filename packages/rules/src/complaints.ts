import { didYouMean, type FindingParts, quote } from '@holdfast/kernel'

/** An object as it was written. */
export type Raw = Readonly<Record<string, unknown>>

/** Where in the document something stands. */
export type Place = readonly PropertyKey[]

/** Keys and names that lead to prototypes. */
export const HOSTILE_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** Where a parser writes down what it finds wrong, going on all the same. */
export interface ComplaintBook {
  readonly findings: FindingParts[]
  /** Writes down a finding; always `undefined`, so that it can be returned in place of a value. */
  wrong(code: string, message: string, path: Place, rest?: Partial<FindingParts>): undefined
  /** Tells of keys that mean nothing here. The stock engine passes over them, so most are a warning. */
  unknownKeys(raw: Raw, at: Place, allowed: readonly string[]): void
  priorityOf(raw: Raw, at: Place): number
}

export function complaintBook(): ComplaintBook {
  const findings: FindingParts[] = []

  function wrong(code: string, message: string, path: Place, rest: Partial<FindingParts> = {}) {
    findings.push({ code, message, path, ...rest })
    return undefined
  }

  function priorityOf(raw: Raw, at: Place): number {
    const { priority } = raw as { priority?: unknown }
    if (priority === undefined) return 1
    if (typeof priority === 'number' && Number.isFinite(priority)) return Math.trunc(priority) || 1
    wrong('priority-invalid', `${quote(priority)} is no priority`, [...at, 'priority'], {
      found: priority,
      expected: 'a whole number',
    })
    return 1
  }

  /** The stock engine passes over keys it does not know, such as a comment; one that looks like a slip is told. */
  function unknownKeys(raw: Raw, at: Place, allowed: readonly string[]) {
    for (const key of Object.keys(raw)) {
      if (HOSTILE_NAMES.has(key)) {
        wrong('key-hostile', `${quote(key)} cannot be a key`, [...at, key], { part: 'key' })
      } else if (!allowed.includes(key)) {
        const near = didYouMean(key, allowed)
        wrong('unknown-key', `nothing is called ${quote(key)} here`, [...at, key], {
          severity: 'warning',
          part: 'key',
          found: key,
          expected: allowed.join(', '),
          ...(near !== undefined && { didYouMean: near }),
        })
      }
    }
  }

  return { findings, wrong, unknownKeys, priorityOf }
}

export function isRecord(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
