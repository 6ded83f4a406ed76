import type * as z from 'zod'
import { didYouMean } from './did-you-mean.ts'
import { quote } from './errors.ts'
import { type FindingParts, toPointer } from './finding.ts'
import { valueAt } from './plain-data.ts'
import { keysAllowedAt } from './schema-keys.ts'

type Issue = z.core.$ZodIssue

/** The findings of what a schema refused: one for every problem, with what stands there and what may. */
export function findingsOfIssues(
  issues: readonly Issue[],
  raw: unknown,
  schema: z.ZodType,
): FindingParts[] {
  return withoutEchoes(issues).flatMap((issue) => findingsOf(issue, [], raw, schema))
}

/** Zod measures also what has the wrong type, and against each bound of a number: the type, or the last bound, says it. */
function withoutEchoes(issues: readonly Issue[]): readonly Issue[] {
  const isMeasured = ({ code }: Issue) => code === 'too_small' || code === 'too_big'
  if (!issues.some(isMeasured)) return issues
  const last = new Map<string, Issue>()
  for (const issue of issues) {
    const pointer = toPointer(issue.path)
    if (issue.code === 'invalid_type' || last.get(pointer)?.code !== 'invalid_type') {
      last.set(pointer, issue)
    }
  }
  return issues.filter((issue) => !isMeasured(issue) || last.get(toPointer(issue.path)) === issue)
}

/**
 * The parts of a document that have the right shape, for checks that go on where others do not: wrong values are left
 * out, and in lists become `undefined`, so that indices stay. The document itself is not changed.
 */
export function soundPart(issues: readonly Issue[], raw: unknown): unknown {
  const copy = copyPlain(raw)
  for (const issue of issues) {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : []
    if (keys.length === 0) leaveOut(copy, issue.path)
    for (const key of keys) leaveOut(copy, [...issue.path, key])
  }
  return copy
}

function copyPlain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyPlain)
  if (typeof value !== 'object' || value === null) return value
  const own = Object.entries(value).filter(([key]) => key !== '__proto__')
  return Object.fromEntries(own.map(([key, part]) => [key, copyPlain(part)]))
}

function leaveOut(root: unknown, path: readonly PropertyKey[]): void {
  const key = lastOf(path)
  const parent = valueAt(root, path.slice(0, -1))
  if (key === undefined || typeof parent !== 'object' || parent === null) return
  if (Array.isArray(parent)) parent[Number(key)] = undefined
  else delete (parent as Record<PropertyKey, unknown>)[key]
}

function findingsOf(
  issue: Issue,
  parent: readonly PropertyKey[],
  raw: unknown,
  schema: z.ZodType,
): FindingParts[] {
  const path = [...parent, ...issue.path]
  const found = valueAt(raw, path)
  switch (issue.code) {
    case 'unrecognized_keys': {
      const allowed = keysAllowedAt(schema, raw, path)
      // Keys called `__proto__` are looked for apart, because schemas of records pass over them.
      return issue.keys
        .filter((key) => key !== '__proto__')
        .map((key) => unknownKey([...path, key], allowed))
    }
    case 'invalid_union': {
      if (issue.errors.length === 0) return [noBranch(issue, path, found)]
      const types = issue.errors.flatMap(typesAtTheRoot)
      if (types.length === issue.errors.length) return [wrongType(types, path, found)]
      return withoutEchoes(closestBranch(issue.errors, found)).flatMap((inner) =>
        findingsOf(inner, path, raw, schema),
      )
    }
    case 'invalid_key':
      return issue.issues.map((inner) => wrongKey(inner, path, schema, raw))
    case 'invalid_element':
      return issue.issues.flatMap((inner) => findingsOf(inner, path, raw, schema))
    case 'invalid_value':
      return [wrongValue(issue.values.map(String), path, found)]
    case 'invalid_type':
      return [wrongType([issue.expected], path, found)]
    case 'too_small':
    case 'too_big':
      return [{ ...wrong('invalid-value', path, found), expected: withinBounds(issue) }]
    case 'custom':
      return [custom(issue, path, found)]
    default:
      return [{ ...wrong('invalid-value', path, found), expected: sentence(issue.message) }]
  }
}

/** A key that the schema does not know, where it knows those that are allowed. */
export function unknownKey(path: readonly PropertyKey[], allowed: readonly string[]): FindingParts {
  const key = String(lastOf(path))
  return {
    code: 'unknown-key',
    message: `nothing is called ${quote(key)} here`,
    path,
    part: 'key',
    found: key,
    ...(allowed.length > 0 && { expected: allowed.join(', ') }),
    ...hint(didYouMean(key, allowed)),
  }
}

/** A key of a record that its key schema refuses. */
function wrongKey(
  inner: Issue,
  path: readonly PropertyKey[],
  schema: z.ZodType,
  raw: unknown,
): FindingParts {
  if (inner.code === 'invalid_value') {
    return unknownKey(path, keysAllowedAt(schema, raw, path.slice(0, -1)))
  }
  return { ...custom(inner, path, lastOf(path)), part: 'key' }
}

function wrongValue(
  texts: readonly string[],
  path: readonly PropertyKey[],
  found: unknown,
): FindingParts {
  const expected = texts.map((text) => JSON.stringify(text)).join(', ')
  if (found === undefined) return missing(path, expected)
  const near = typeof found === 'string' ? didYouMean(found, texts) : undefined
  return { ...wrong('invalid-value', path, found), expected, ...hint(near) }
}

function wrongType(
  types: readonly string[],
  path: readonly PropertyKey[],
  found: unknown,
): FindingParts {
  const expected = [...new Set(types.map(describeType))].join(' or ')
  return found === undefined
    ? missing(path, expected)
    : { ...wrong('wrong-type', path, found), expected }
}

/** A union told apart by one key, whose value names no branch; or one that more than one branch takes. */
function noBranch(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: readonly PropertyKey[],
  found: unknown,
): FindingParts {
  const options =
    'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : []
  return options.length > 0
    ? wrongValue(options, path, found)
    : { ...wrong('invalid-value', path, found), expected: sentence(issue.message) }
}

/** A refinement may name its code, what it expects and a suggestion in `params`. */
function custom(issue: Issue, path: readonly PropertyKey[], found: unknown): FindingParts {
  const params = issue.code === 'custom' ? (issue.params ?? {}) : {}
  const { code, expected, suggest } = params
  return {
    ...wrong(typeof code === 'string' ? code : 'invalid-value', path, found),
    ...(typeof code !== 'string' && { message: `${quote(found)}: ${sentence(issue.message)}` }),
    ...(typeof expected === 'string' && { expected }),
    ...hint(suggestion(suggest, found)),
  }
}

function suggestion(suggest: unknown, found: unknown): string | undefined {
  return typeof suggest === 'function' ? suggest(found) : undefined
}

function wrong(code: string, path: readonly PropertyKey[], found: unknown): FindingParts {
  return { code, message: `${quote(found)} cannot stand here`, path, found }
}

function missing(path: readonly PropertyKey[], expected: string): FindingParts {
  const key = String(lastOf(path) ?? 'document')
  return { code: 'missing', message: `${quote(key)} is missing`, path, expected }
}

function hint(text: string | undefined): { didYouMean?: string } {
  return text === undefined ? {} : { didYouMean: text }
}

/** The type a branch of a union asks for, when that is all that is wrong. */
function typesAtTheRoot(issues: readonly Issue[]): string[] {
  const [only] = issues
  if (issues.length !== 1 || only === undefined || only.path.length > 0) return []
  return only.code === 'invalid_type' ? [only.expected] : []
}

/** Of the ways a union failed, the one with the fewest problems; one for another kind of value comes last. */
function closestBranch(branches: readonly (readonly Issue[])[], found: unknown): readonly Issue[] {
  return [...branches].sort((a, b) => costOf(a, found) - costOf(b, found))[0] ?? []
}

const ANOTHER_KIND = 1000

function costOf(issues: readonly Issue[], found: unknown): number {
  return issues.reduce((sum, issue) => {
    const isAtTheRoot = issue.path.length === 0
    if (issue.code === 'unrecognized_keys') return sum + issue.keys.length
    if (issue.code === 'invalid_union' && isAtTheRoot && issue.errors.length > 0) {
      return sum + Math.min(...issue.errors.map((branch) => costOf(branch, found)))
    }
    const isAnotherKind =
      issue.code === 'invalid_type' ||
      (issue.code === 'invalid_value' && issue.values.every((one) => typeof one !== typeof found))
    return sum + (isAtTheRoot && isAnotherKind ? ANOTHER_KIND : 1)
  }, 0)
}

function describeType(expected: string): string {
  const known: Record<string, string> = {
    array: 'a list',
    object: 'an object',
    record: 'an object',
    int: 'a whole number',
    nonoptional: 'a value',
    string: 'a text',
  }
  return known[expected] ?? `a ${expected}`
}

/** What a value that is too short, too long, too small or too large may be. */
function withinBounds(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): string {
  const limit = issue.code === 'too_small' ? issue.minimum : issue.maximum
  const bound = issue.code === 'too_small' ? `at least ${limit}` : `at most ${limit}`
  const count = issue.exact === true ? `${limit}` : bound
  if (issue.origin === 'array') return `a list of ${count}`
  return issue.origin === 'string' ? `a text of ${count} character${limit === 1 ? '' : 's'}` : bound
}

function sentence(message: string): string {
  return message.replace(/^Invalid input: /, '')
}

function lastOf<T>(list: readonly T[]): T | undefined {
  return list[list.length - 1]
}
