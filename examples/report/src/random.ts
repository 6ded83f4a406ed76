/** Numbers that look like chance and are the same on every machine. */
export interface Random {
  /** A whole number from 0 to `below`, excluded. */
  int(below: number): number
  /** As `int`, but small numbers are much likelier, as with most lengths of time. */
  skewed(below: number): number
  /** Whether something with these chances in a hundred happens. */
  happens(percent: number): boolean
  pick<T>(from: readonly T[]): T
}

/** Source: the mulberry32 generator (T. Ettinger); only whole numbers, so that no rounding differs. */
export function randomFrom(seed: number): Random {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const int = (below: number) => next() % below
  return {
    int,
    skewed: (below) => int(1 + int(below)),
    happens: (percent) => int(100) < percent,
    pick: (from) => from[int(from.length)] as (typeof from)[number],
  }
}
