import type { FactRef } from './node.ts'
import { follow } from './path.ts'

/** What is known of a request, by name. Plain data; never changed. */
export type Facts = Readonly<Record<string, unknown>>

/** What a reference finds: own keys only, `undefined` when there is nothing. */
export function readRef(facts: Facts, { fact, path }: FactRef): unknown {
  const value = Object.hasOwn(facts, fact) ? facts[fact] : undefined
  return path === undefined ? value : follow(value, path)
}

/**
 * What a condition or a rule set reads, once each. Conditions are compiled against the places in this list, so that a
 * fact that thirty rules mention is looked up once an evaluation.
 */
export interface Slots {
  /** The slot of what a reference reads; the same for equal references. */
  slotOf(ref: FactRef): number
  readonly refs: readonly FactRef[]
}

/** What the slots hold for one request; the last entry is the instant it is asked at. */
export type Frame = unknown[]

/** The slot of the instant asked at. */
export const AT = 0

export function createSlots(): Slots {
  const refs: FactRef[] = []
  const byKey = new Map<string, number>()
  return {
    refs,
    slotOf(ref) {
      const key = `${ref.fact}\u0000${ref.path?.text ?? ''}`
      const known = byKey.get(key)
      if (known !== undefined) return known
      refs.push(ref)
      // Slot 0 is the instant.
      byKey.set(key, refs.length)
      return refs.length
    },
  }
}

/** Reads everything the slots ask for. */
export function readFrame({ refs }: Slots, facts: Facts, at: number): Frame {
  const frame: Frame = new Array(refs.length + 1)
  frame[AT] = at
  for (let slot = 0; slot < refs.length; slot++) {
    const { fact, path } = refs[slot] as FactRef
    const value = Object.hasOwn(facts, fact) ? facts[fact] : undefined
    frame[slot + 1] = path === undefined ? value : follow(value, path)
  }
  return frame
}
