import * as z from 'zod'
import type { Vocabulary } from '../vocabulary.ts'
import { specOf } from '../vocabulary.ts'
import { type Candidate, candidatesOf, type Landmarks } from './candidates.ts'
import { refSpecOf, unwrapped } from './ref-spec.ts'

type Plain = Record<string, unknown>

/** Adds what a vocabulary demands and nobody asked about, so that a witness is a request that can be made. */
export function completeFacts(facts: Plain, vocabulary: Vocabulary | undefined): Plain {
  return vocabulary === undefined ? facts : (completed(facts, vocabulary.schema) as Plain)
}

const NOTHING: Landmarks = {
  scalars: [],
  instants: [],
  durations: [],
  hasOrder: false,
  isTold: false,
  hasLists: false,
  isRelative: false,
}

function completed(value: unknown, schema: z.core.$ZodType): unknown {
  const inner = unwrapped(schema)
  if (Array.isArray(value)) {
    const { element } = inner._zod.def as unknown as { element?: z.core.$ZodType }
    return element === undefined ? value : value.map((one) => completed(one, element))
  }
  if (inner._zod.def.type !== 'object' || !isPlain(value)) return value
  const whole: Plain = { ...value }
  for (const [key, part] of Object.entries((inner as z.ZodObject).shape)) {
    if (Object.hasOwn(whole, key)) whole[key] = completed(whole[key], part)
    else if (!specOf(part).optional) whole[key] = plainest(key, part)
  }
  return whole
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The plainest value that a schema takes. */
function plainest(key: string, part: z.core.$ZodType): unknown {
  const schema = z.object({ [key]: part as z.ZodType })
  const spec = refSpecOf({ schema, facts: new Map() }, { fact: key, label: key })
  const candidates: readonly Candidate[] = candidatesOf(spec, NOTHING)
  const complete = candidates.map(({ value }) => completed(value, part))
  return complete.find(spec.fits) ?? complete[0]
}
