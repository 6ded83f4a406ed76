/** Chance that can be had again: the same seed gives the same. */
export interface Dice {
  /** From 0 to 1. */
  roll(): number
  /** Whether something of this probability happens. */
  chance(probability: number): boolean
  /** A whole number below. */
  below(count: number): number
  pick<T>(from: readonly T[]): T
  /** So many of them, from none on. */
  upTo<T>(most: number, make: () => T): T[]
}

/** Source of the generator: mulberry32, public domain. */
export function diceOf(seed: number): Dice {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (count: number) => Math.floor(roll() * count)
  return {
    roll,
    below,
    chance: (probability) => roll() < probability,
    pick: <T>(from: readonly T[]) => from[below(from.length)] as T,
    upTo: (most, make) => Array.from({ length: below(most + 1) }, make),
  }
}
