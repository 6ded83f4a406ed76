import type { FactRef } from './node.ts'
import { follow, type Path } from './path.ts'

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
  /** In the order of their slots, from 1 on; the fact of a path comes before it. */
  readonly refs: readonly FactRef[]
}

/** What the slots hold for one request. */
export type Frame = unknown[]

/** The slot of the instant asked at. */
export const AT = 0

export function createSlots(): Slots {
  const refs: FactRef[] = []
  const byKey = new Map<string, number>()
  const slotOf = (ref: FactRef): number => {
    const { fact, path } = ref
    const key = `${fact}\u0000${path?.text ?? ''}`
    const known = byKey.get(key)
    if (known !== undefined) return known
    if (path !== undefined) slotOf({ fact, label: fact })
    refs.push(ref)
    byKey.set(key, refs.length)
    return refs.length
  }
  return { refs, slotOf }
}

/** Reads everything the slots ask for. */
export type FrameReader = (facts: Facts, at: number) => Frame

/** The reader of slots that are all known by now. */
export function frameReader({ refs, slotOf }: Slots): FrameReader {
  const size = refs.length + 1
  const wholes: [slot: number, fact: string][] = []
  const parts: [slot: number, from: number, path: Path][] = []
  for (const ref of refs) {
    const { fact, path } = ref
    const slot = slotOf(ref)
    if (path === undefined) wholes.push([slot, fact])
    else parts.push([slot, slotOf({ fact, label: fact }), path])
  }
  const names = wholes.map(([, fact]) => fact)
  const slots = wholes.map(([slot]) => slot)
  const isInherited = names.map((name) => name in Object.prototype)
  return (facts, at) => {
    const frame: Frame = new Array(size)
    frame[AT] = at
    const prototype: unknown = Object.getPrototypeOf(facts)
    // A plain object inherits nothing else, and asking it whether a key is its own costs more than reading it.
    const isPlain = prototype === Object.prototype || prototype === null
    for (let index = 0; index < names.length; index++) {
      const name = names[index] as string
      frame[slots[index] as number] =
        (isPlain && !isInherited[index]) || Object.hasOwn(facts, name) ? facts[name] : undefined
    }
    for (const [slot, from, path] of parts) frame[slot] = follow(frame[from], path)
    return frame
  }
}
