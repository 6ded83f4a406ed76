/** The facts that conditions may speak of, taken from a zod schema once, when a rule set is loaded. */
import { didYouMean } from '@holdfast/kernel'
import type * as z from 'zod'
import { type FactSpec, type FactType, OPEN, type Scalar } from './fact-type.ts'
import type { FactRef } from './node.ts'
import { EVERY } from './path.ts'

/** A schema of facts: `z.object({ severity: z.enum(['P1', 'P2']), tier: z.string().optional() })`. */
export type VocabularySchema = z.ZodObject

/** What a vocabulary knows. */
export interface Vocabulary {
  readonly schema: VocabularySchema
  readonly facts: ReadonlyMap<string, FactSpec>
}

/** Why a reference finds nothing in the vocabulary. */
export interface Unknown {
  /** The fact or the key of it that is unknown. */
  readonly unknown: string
  readonly allowed: readonly string[]
  readonly didYouMean?: string
  /** Whether it is the fact itself, and not a key in its path. */
  readonly isFact: boolean
}

export function vocabularyOf(schema: VocabularySchema): Vocabulary {
  const facts = new Map(Object.entries(schema.shape).map(([name, type]) => [name, specOf(type)]))
  return { schema, facts }
}

/** What a reference reads, or what is unknown about it. Parts of something open are open. */
export function specAt({ facts }: Vocabulary, { fact, path }: FactRef): FactSpec | Unknown {
  const known = facts.get(fact)
  if (known === undefined) return unknown(fact, [...facts.keys()], true)
  let spec: FactSpec = known
  for (const step of path?.steps ?? []) {
    const { type } = spec
    if (type.kind === 'open') return OPEN
    const isMany = step === EVERY
    const inner = isMany || typeof step === 'number' ? elementOf(type) : fieldOf(type, step)
    if (inner === undefined) {
      const allowed = type.kind === 'object' ? [...type.fields.keys()] : []
      return unknown(isMany ? '*' : String(step), allowed, false)
    }
    // An index may lie past the end of any list.
    const optional = spec.optional || inner.optional || typeof step === 'number'
    spec = { type: inner.type, nullable: spec.nullable || inner.nullable, optional }
  }
  if (path?.many !== true) return spec
  return { type: { kind: 'list', items: spec }, nullable: known.nullable, optional: true }
}

export function isUnknown(spec: FactSpec | Unknown): spec is Unknown {
  return 'unknown' in spec
}

function unknown(name: string, allowed: readonly string[], isFact: boolean): Unknown {
  const near = didYouMean(name, allowed)
  return { unknown: name, allowed, isFact, ...(near !== undefined && { didYouMean: near }) }
}

function elementOf(type: FactType): FactSpec | undefined {
  return type.kind === 'list' ? type.items : undefined
}

function fieldOf(type: FactType, key: string): FactSpec | undefined {
  return type.kind === 'object' ? type.fields.get(key) : undefined
}

/** The parts of zod's introspection that vocabularies are read by. */
interface Definition {
  readonly type: string
  readonly innerType?: z.core.$ZodType
  readonly in?: z.core.$ZodType
  readonly element?: z.core.$ZodType
  readonly format?: string
  readonly coerce?: boolean
  readonly getter?: () => z.core.$ZodType
}

/**
 * What a schema says that rules can use. Wrappers are looked through; of a schema that changes its input (`transform`,
 * `default`) the input counts, because that is what a host hands in. Whatever is not known here is open.
 */
export function specOf(schema: z.core.$ZodType): FactSpec {
  const definition = schema._zod.def as unknown as Definition
  if (definition.coerce === true) return OPEN
  const inner = definition.innerType ?? definition.in
  switch (definition.type) {
    case 'optional':
    case 'default':
    case 'prefault':
      return { ...specOf(inner as z.core.$ZodType), optional: true }
    case 'nullable':
      return { ...specOf(inner as z.core.$ZodType), nullable: true }
    case 'readonly':
    case 'pipe':
    case 'nonoptional':
      return specOf(inner as z.core.$ZodType)
    default: {
      const type = typeOf(schema, definition)
      return type.kind === 'open' ? OPEN : { type, nullable: false, optional: false }
    }
  }
}

function typeOf(schema: z.core.$ZodType, definition: Definition): FactType {
  switch (definition.type) {
    case 'boolean':
      return { kind: 'boolean' }
    case 'number': {
      const { isInt, minValue, maxValue } = schema as z.ZodNumber
      return {
        kind: 'number',
        integer: isInt,
        min: minValue ?? Number.NEGATIVE_INFINITY,
        max: maxValue ?? Number.POSITIVE_INFINITY,
      }
    }
    case 'string':
      return { kind: textKind(definition.format) }
    case 'enum':
    case 'literal':
      return { kind: 'enum', values: [...(schema._zod.values ?? [])] as Scalar[] }
    case 'null':
      return { kind: 'enum', values: [null] }
    case 'array':
      return { kind: 'list', items: specOf(definition.element as z.core.$ZodType) }
    case 'object':
      return { kind: 'object', fields: fieldsOf((schema as z.ZodObject).shape) }
    default:
      return { kind: 'open' }
  }
}

function textKind(format: string | undefined): 'instant' | 'duration' | 'text' {
  if (format === 'datetime') return 'instant'
  return format === 'duration' ? 'duration' : 'text'
}

function fieldsOf(shape: z.core.$ZodShape): ReadonlyMap<string, FactSpec> {
  return new Map(Object.entries(shape).map(([key, field]) => [key, specOf(field)]))
}
