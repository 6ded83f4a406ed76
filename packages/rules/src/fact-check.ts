/** Whether facts fit a vocabulary, by compiled reads; zod itself is asked only where a schema says more than they can. */
import { type Reason, reason, refusal } from '@holdfast/kernel'
import * as z from 'zod'
import type { Refused } from './evaluation.ts'
import { toParam } from './explain-condition.ts'
import { describeType } from './fact-type.ts'
import type { Facts } from './facts.ts'
import type { Vocabulary } from './vocabulary.ts'

/** `undefined` when the facts fit; otherwise a refusal `facts-invalid` that names every one that does not. */
export type FactCheck = (facts: Facts) => Refused | undefined

type Fits = (value: unknown) => boolean

export function factCheckOf(vocabulary: Vocabulary): FactCheck {
  const { schema } = vocabulary
  const { catchall, checks } = schema._zod.def
  const fits =
    catchall !== undefined || (checks?.length ?? 0) > 0
      ? asZodSees(fitsByZod(schema))
      : fitsShape(schema)
  return (facts) => (fits(facts) ? undefined : refuse(vocabulary, facts))
}

/** Zod reads also what objects inherit, such as `toString`; rules read what facts hold themselves. */
function asZodSees(fits: Fits): (facts: Facts) => boolean {
  return (facts) => fits(ownCopy(facts))
}

function ownCopy(facts: Facts): Facts {
  return Object.assign(Object.create(null), facts) as Facts
}

function refuse(vocabulary: Vocabulary, facts: Facts): Refused {
  const reasons = issuesOf(vocabulary, facts)
  const names = reasons.flatMap(({ params }) => params['fact'] ?? [])
  return refusal('facts-invalid', { params: { facts: [...new Set(names)] }, reasons })
}

function issuesOf(vocabulary: Vocabulary, facts: Facts): Reason[] {
  try {
    const { error } = z.safeParse(vocabulary.schema, ownCopy(facts), { jitless: true })
    return (error?.issues ?? []).flatMap((issue) => faults(issue, vocabulary, facts))
  } catch (error) {
    const expected = error instanceof Error ? error.message : 'a vocabulary that does not throw'
    return [reason('rules.factsInvalid', { expected })]
  }
}

function faults(issue: z.core.$ZodIssue, { facts: specs }: Vocabulary, facts: Facts): Reason[] {
  const [fact, ...rest] = issue.path.map(String)
  if (fact === undefined) {
    if (issue.code !== 'unrecognized_keys') {
      return [reason('rules.factsInvalid', { expected: issue.message })]
    }
    return issue.keys.map((key) =>
      reason('rules.factInvalid', {
        fact: key,
        path: '',
        found: toParam(facts[key]),
        expected: 'a fact of the vocabulary',
      }),
    )
  }
  const path = rest.join('.')
  const found = valueAt(facts, issue.path)
  if (found === undefined) return [reason('rules.factMissing', { fact, path })]
  const spec = specs.get(fact)
  const expected =
    spec === undefined || path !== '' || spec.type.kind === 'open'
      ? issue.message
      : describeType(spec.type)
  return [reason('rules.factInvalid', { fact, path, found: toParam(found), expected })]
}

function valueAt(facts: Facts, path: readonly PropertyKey[]): unknown {
  let value: unknown = facts
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<PropertyKey, unknown>)[key]
  }
  return value
}

interface Definition {
  readonly type: string
  readonly format?: string
  readonly checks?: readonly { readonly _zod: { readonly def: Bound } }[]
  readonly innerType?: z.core.$ZodType
  readonly element?: z.core.$ZodType
  readonly catchall?: z.core.$ZodType
  readonly coerce?: boolean
}

interface Bound {
  readonly check: string
  readonly value?: unknown
  readonly inclusive?: boolean
}

/** What a refinement throws at does not fit: nothing is thrown for facts. */
function fitsByZod(schema: z.core.$ZodType): Fits {
  return (value) => {
    try {
      return z.safeParse(schema, value, { jitless: true }).success
    } catch {
      return false
    }
  }
}

function fitsOf(schema: z.core.$ZodType): Fits {
  const definition = schema._zod.def as unknown as Definition
  if (definition.coerce === true) return fitsByZod(schema)
  const inner = definition.innerType
  const isPlain = (definition.checks?.length ?? 0) === 0 && definition.format === undefined
  switch (definition.type) {
    case 'optional': {
      if (schema._zod.traits.has('$ZodExactOptional')) return fitsByZod(schema)
      const fits = fitsOf(inner as z.core.$ZodType)
      return (value) => value === undefined || fits(value)
    }
    case 'nullable': {
      const fits = fitsOf(inner as z.core.$ZodType)
      return (value) => value === null || fits(value)
    }
    case 'readonly':
      return fitsOf(inner as z.core.$ZodType)
    case 'any':
    case 'unknown':
      return () => true
    case 'boolean':
      return isPlain ? (value) => typeof value === 'boolean' : fitsByZod(schema)
    case 'string':
      return isPlain ? (value) => typeof value === 'string' : fitsByZod(schema)
    case 'number':
      return fitsNumber(schema, definition)
    case 'enum':
    case 'literal':
      return fitsOneOf([...(schema._zod.values ?? [])])
    case 'array':
      return isPlain ? fitsList(definition) : fitsByZod(schema)
    case 'object':
      return isPlain && definition.catchall === undefined
        ? fitsObject(schema as z.ZodObject)
        : fitsByZod(schema)
    default:
      return fitsByZod(schema)
  }
}

function fitsOneOf(values: readonly unknown[]): Fits {
  if (values.length > 6) {
    const known = new Set(values)
    return (value) => known.has(value)
  }
  return (value) => values.includes(value)
}

function fitsNumber(schema: z.core.$ZodType, { format, checks = [] }: Definition): Fits {
  const bounds = checks.map(({ _zod }) => _zod.def)
  const isBounds = bounds.every(
    ({ check, value }) =>
      (check === 'greater_than' || check === 'less_than') && typeof value === 'number',
  )
  if (!isBounds || (format !== undefined && format !== 'safeint')) return fitsByZod(schema)
  const isRight = format === 'safeint' ? Number.isSafeInteger : Number.isFinite
  const tests = bounds.map(({ check, value, inclusive }): ((number: number) => boolean) => {
    const limit = value as number
    if (check === 'greater_than') {
      return inclusive === true ? (number) => number >= limit : (number) => number > limit
    }
    return inclusive === true ? (number) => number <= limit : (number) => number < limit
  })
  return (value) => isRight(value) && tests.every((test) => test(value as number))
}

function fitsList({ element }: Definition): Fits {
  const fits = fitsOf(element as z.core.$ZodType)
  return (value) => {
    if (!Array.isArray(value)) return false
    for (const one of value) if (!fits(one)) return false
    return true
  }
}

function fitsObject(schema: z.ZodObject): Fits {
  const fits = fitsShape(schema)
  return (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && fits(value as Facts)
}

function fitsShape({ shape }: z.ZodObject): (value: Facts) => boolean {
  const fields = Object.entries(shape).map(([key, type]) => ({
    key,
    fits: fitsOf(type),
    // Zod tells a key that is not there from one that holds `undefined`.
    mayLack: fitsByZod(z.object({ key: type }))(Object.create(null)),
  }))
  return (value) => {
    for (const { key, fits, mayLack } of fields) {
      if (!(Object.hasOwn(value, key) ? fits(value[key]) : mayLack)) return false
    }
    return true
  }
}
