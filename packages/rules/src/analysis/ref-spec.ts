import * as z from 'zod'
import { type FactType, OPEN } from '../fact-type.ts'
import type { FactRef } from '../node.ts'
import { EVERY } from '../path.ts'
import { specOf, type Vocabulary } from '../vocabulary.ts'

/** What a reference may find. */
export interface RefSpec {
  /** What the value may be when it is there; several for a union. */
  readonly types: readonly FactType[]
  readonly canBeMissing: boolean
  readonly canBeNull: boolean
  /** The same of a part, when the fact it is a part of is there. */
  readonly inside: { readonly canBeMissing: boolean; readonly canBeNull: boolean }
  /** Whether one value may stand there; without a vocabulary any may. */
  readonly fits: (value: unknown) => boolean
}

/** Anything at all: what a reference finds where no vocabulary says otherwise. */
export const OPEN_REF: RefSpec = {
  types: [OPEN.type],
  canBeMissing: true,
  canBeNull: true,
  inside: { canBeMissing: true, canBeNull: true },
  fits: () => true,
}

/** What a reference may find, as exactly as the vocabulary tells. */
export function refSpecOf(vocabulary: Vocabulary | undefined, { fact, path }: FactRef): RefSpec {
  const root = vocabulary?.schema.shape[fact]
  if (root === undefined) return OPEN_REF
  const steps = path?.steps ?? []
  if (path?.many === true) return manyAt(root, steps)
  let schema: z.core.$ZodType = root
  const whole = specOf(root)
  const inside = { canBeMissing: false, canBeNull: false }
  for (const [index, step] of steps.entries()) {
    const next = stepInto(schema, step)
    if (next === undefined) return OPEN_REF
    schema = next
    // A literal, a union or anything may be null or missing, too, without being called so.
    const fits = fitsSchema(schema)
    const optional = specOf(schema).optional || fits(undefined)
    const nullable = specOf(schema).nullable || fits(null)
    const isLast = index === steps.length - 1
    // A part of what is null or shorter is missing.
    if (optional || (nullable && !isLast) || typeof step === 'number') inside.canBeMissing = true
    if (nullable && isLast) inside.canBeNull = true
  }
  const fitsWhole = fitsSchema(root)
  const canBeMissing = whole.optional || fitsWhole(undefined) || inside.canBeMissing
  const canBeNull = whole.nullable || fitsWhole(null) || inside.canBeNull
  return { types: typesOf(schema), canBeMissing, canBeNull, inside, fits: fitsSchema(schema) }
}

/** What the elements of a list may be. */
export function elementSpecOf(type: FactType): RefSpec {
  if (type.kind !== 'list') return OPEN_REF
  const { items } = type
  const canBe = { canBeMissing: items.optional, canBeNull: items.nullable }
  return { types: [items.type], ...canBe, inside: canBe, fits: () => true }
}

/** A path with `[*]` finds a list of what is there, and nothing where that would be empty. */
function manyAt(root: z.core.$ZodType, steps: readonly unknown[]): RefSpec {
  let schema = root
  for (const step of steps) {
    const next = stepInto(schema, step)
    if (next === undefined) return OPEN_REF
    schema = next
  }
  const items = { ...specOf(schema), optional: false }
  const inside = { canBeMissing: true, canBeNull: false }
  const canBeNull = specOf(root).nullable
  return {
    types: [{ kind: 'list', items }],
    canBeMissing: true,
    canBeNull,
    inside,
    fits: () => true,
  }
}

interface Definition {
  readonly type: string
  readonly innerType?: z.core.$ZodType
  readonly in?: z.core.$ZodType
  readonly element?: z.core.$ZodType
  readonly options?: readonly z.core.$ZodType[]
}

const WRAPPERS = ['optional', 'nullable', 'default', 'prefault', 'readonly', 'nonoptional', 'pipe']

function definitionOf(schema: z.core.$ZodType): Definition {
  return schema._zod.def
}

/** A schema without what is wrapped around it. */
export function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  const definition = definitionOf(schema)
  const inner = definition.innerType ?? definition.in
  return inner !== undefined && WRAPPERS.includes(definition.type) ? unwrapped(inner) : schema
}

function stepInto(schema: z.core.$ZodType, step: unknown): z.core.$ZodType | undefined {
  const inner = unwrapped(schema)
  const { type, element } = definitionOf(inner)
  if (step === EVERY || typeof step === 'number') return type === 'array' ? element : undefined
  if (type !== 'object') return undefined
  return (inner as z.ZodObject).shape[step as string]
}

function typesOf(schema: z.core.$ZodType): readonly FactType[] {
  const inner = unwrapped(schema)
  const { type, options } = definitionOf(inner)
  if (type === 'union' && options !== undefined) return options.flatMap(typesOf)
  return [specOf(schema).type]
}

function fitsSchema(schema: z.core.$ZodType): (value: unknown) => boolean {
  return (value) => {
    try {
      return z.safeParse(schema, value, { jitless: true }).success
    } catch {
      // A schema that can only be asked asynchronously excludes nothing here.
      return true
    }
  }
}
