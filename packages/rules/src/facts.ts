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
 * fact that thirty rules mention is looked up once an evaluation, and one that nothing asks for is not looked up.
 */
export interface Slots {
  /** The slot of what a reference reads; the same for equal references. */
  slotOf(ref: FactRef): number
  /** Looks up what belongs into a slot and puts it there. */
  load(frame: Frame, slot: number): unknown
  readonly refs: readonly FactRef[]
}

/**
 * What is known of one request so far: the instant it is asked at, the facts, and what was looked up. A slot is read as
 * `frame[slot] ?? slots.load(frame, slot)`.
 */
export type Frame = unknown[]

/** The slot of the instant asked at. */
export const AT = 0

/** The slot of the facts themselves. */
const FACTS = 1

/** The slot that tells whether the facts are a plain object. */
const PLAIN = 2

const FIRST = 3

export function createSlots(): Slots {
  const refs: FactRef[] = []
  const names: string[] = ['', '', '']
  const paths: (Path | undefined)[] = [undefined, undefined, undefined]
  const byKey = new Map<string, number>()
  return {
    refs,
    slotOf(ref) {
      const { fact, path } = ref
      const key = JSON.stringify([fact, path?.text ?? ''])
      const known = byKey.get(key)
      if (known !== undefined) return known
      const slot = FIRST + refs.length
      refs.push(ref)
      names.push(fact)
      paths.push(path)
      byKey.set(key, slot)
      return slot
    },
    load(frame, slot) {
      const facts = frame[FACTS] as Facts
      const name = names[slot] as string
      const path = paths[slot]
      let value: unknown
      if (frame[PLAIN] === true) value = facts[name]
      else if (Object.hasOwn(facts, name)) value = facts[name]
      if (path !== undefined) value = follow(value, path)
      frame[slot] = value
      return value
    },
  }
}

/** Makes the frames of requests. */
export type FrameReader = (facts: Facts, at: number) => Frame

export function frameReader({ refs }: Slots): FrameReader {
  const size = FIRST + refs.length
  const anyInherited = refs.some(({ fact }) => fact in Object.prototype)
  return (facts, at) => {
    const frame: Frame = new Array(size)
    frame[AT] = at
    frame[FACTS] = facts
    const prototype: unknown = Object.getPrototypeOf(facts)
    frame[PLAIN] = !anyInherited && (prototype === Object.prototype || prototype === null)
    return frame
  }
}
