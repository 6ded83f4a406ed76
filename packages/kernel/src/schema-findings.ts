import type { z } from 'zod'
import { didYouMean } from './did-you-mean.ts'
import { quote } from './errors.ts'
import type { FindingParts } from './finding.ts'

type Issue = z.core.$ZodIssue

/** The findings of what a schema refused: one for every problem, with what stands there and what may. */
export function findingsOfIssues(
  issues: readonly Issue[],
  raw: unknown,
  schema: z.ZodType,
): FindingParts[] {
  return issues.flatMap((issue) => findingsOf(issue, [], raw, schema))
}

/**
 * The parts of a document that have the right shape, for checks that go on where others do not: wrong values are left
 * out, and in lists become `undefined`, so that indices stay. The document itself is not changed.
 */
export function soundPart(issues: readonly Issue[], raw: unknown): unknown {
  const copy = copyPlain(raw)
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) leaveOut(copy, [...issue.path, key])
    } else if (valueAt(raw, issue.path) === undefined) leaveOut(copy, issue.path.slice(0, -1))
    else leaveOut(copy, issue.path)
  }
  return copy
}

function copyPlain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyPlain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copyPlain(part)]))
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
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey([...path, key], keysAllowedAt(schema, raw, path)))
    case 'invalid_union':
      return closestBranch(issue.errors).flatMap((inner) => findingsOf(inner, path, raw, schema))
    case 'invalid_key':
      return issue.issues.map((inner) => ({ ...custom(inner, path, lastOf(path)), part: 'key' }))
    case 'invalid_element':
      return issue.issues.flatMap((inner) => findingsOf(inner, path, raw, schema))
    case 'invalid_value': {
      const texts = issue.values.map(String)
      const expected = texts.map((text) => JSON.stringify(text)).join(', ')
      const near = typeof found === 'string' ? didYouMean(found, texts) : undefined
      return [{ ...wrong('invalid-value', path, found), expected, ...hint(near) }]
    }
    case 'invalid_type':
      if (found === undefined) return [missing(path, describeType(issue.expected))]
      return [{ ...wrong('wrong-type', path, found), expected: describeType(issue.expected) }]
    case 'custom':
      return [custom(issue, path, found)]
    default:
      return [{ ...wrong('invalid-value', path, found), expected: sentence(issue.message) }]
  }
}

function unknownKey(path: PropertyKey[], allowed: readonly string[]): FindingParts {
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

/** Of the ways a union failed, the one that got furthest: the fewest problems, and those deepest inside. */
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const cost = (issues: readonly Issue[]) =>
    issues.reduce((sum, { code, path }) => {
      const atTheRoot = path.length === 0 && code === 'invalid_type'
      return sum + (atTheRoot ? 1000 : 1)
    }, 0)
  return [...branches].sort((a, b) => cost(a) - cost(b))[0] ?? []
}

/** The keys that the schema knows at a path, for suggestions. */
function keysAllowedAt(schema: z.ZodType, raw: unknown, path: readonly PropertyKey[]): string[] {
  let reached: z.core.$ZodType[] = [schema]
  for (const key of path) reached = reached.flatMap((one) => childSchemas(one, key))
  const present = valueAt(raw, path)
  const given = new Set(typeof present === 'object' && present !== null ? Object.keys(present) : [])
  const keys = reached.flatMap(alternatives).flatMap((one) => Object.keys(shapeOf(one) ?? {}))
  return [...new Set(keys)].filter((key) => !given.has(key))
}

function childSchemas(schema: z.core.$ZodType, key: PropertyKey): z.core.$ZodType[] {
  return alternatives(schema).flatMap((one) => {
    const { def } = (one as z.core.$ZodTypes)._zod
    if (def.type === 'object') return def.shape[String(key)] ?? []
    if (def.type === 'array') return def.element
    if (def.type === 'record') return def.valueType
    return []
  })
}

/** The schemas a value may really be held against: unions opened, wrappers taken off. */
function alternatives(schema: z.core.$ZodType): z.core.$ZodType[] {
  const { def } = (schema as z.core.$ZodTypes)._zod
  if (def.type === 'union') return def.options.flatMap(alternatives)
  if (def.type === 'optional' || def.type === 'nullable' || def.type === 'default') {
    return alternatives(def.innerType)
  }
  if (def.type === 'lazy') return alternatives(def.getter())
  if (def.type === 'pipe') return alternatives(def.in)
  return [schema]
}

function shapeOf(schema: z.core.$ZodType): object | undefined {
  const { def } = (schema as z.core.$ZodTypes)._zod
  return def.type === 'object' ? def.shape : undefined
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value = raw
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<PropertyKey, unknown>)[key]
  }
  return value
}

function describeType(expected: string): string {
  const known: Record<string, string> = {
    array: 'a list',
    object: 'an object',
    record: 'an object',
    int: 'a whole number',
    string: 'a text',
  }
  return known[expected] ?? `a ${expected}`
}

function sentence(message: string): string {
  return message.replace(/^Invalid input: /, '').replace(/^Too (small|big): expected /, '')
}

function lastOf<T>(list: readonly T[]): T | undefined {
  return list[list.length - 1]
}
