/** Chance that a seed settles: the same on every machine, and nobody else's. */
export interface Dice {
  /** 0 to `sides - 1`. */
  below(sides: number): number
  /**
   * How far uphill a step may go, in units of temperature: about exponentially distributed. The logarithm is taken by
   * straight lines between powers of two, because `Math.log` may differ between engines.
   */
  courage(): number
}

/** Source: the mixing steps of mulberry32 (Tommy Ettinger, 2017, public domain). */
export function diceOf(seed: number): Dice {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  return {
    below: (sides) => Math.floor((next() * sides) / TWO_TO_32),
    courage() {
      const word = next() | 1
      const lead = Math.clz32(word)
      const rest = lead === 31 ? 0 : ((word << (lead + 1)) >>> 0) / TWO_TO_32
      return lead + 1 - rest
    },
  }
}

const TWO_TO_32 = 4_294_967_296
