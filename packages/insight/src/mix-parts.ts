import { type Fraction, fraction, isFarther, minus, plus, rounded, times } from './fraction.ts'

/** What a change of the mean comes from, in whole milliseconds. */
export interface MixParts {
  /** Cases of the same group take more or less time than before. */
  readonly within: number
  /** There are more of some cases and fewer of others. */
  readonly mix: number
}

/** Ended cases, and the sum of their lives. */
export interface Ended {
  readonly ended: number
  readonly sum: number
}

/** Their mean, exactly; only of cases that there are. */
export function meanOf({ sum, ended }: Ended): Fraction {
  return fraction(sum, ended)
}

/** A group on both sides. */
export interface Sides {
  readonly before: Ended
  readonly after: Ended
}

/** The parts of a group, exactly, and what it adds to the mean after with the mix of before. */
export interface ExactParts {
  readonly within: Fraction
  readonly mix: Fraction
  readonly atMixBefore: Fraction
}

/** The parts of a group, of so many ended cases on either side. */
export function partsOf(
  { before, after }: Sides,
  endedBefore: number,
  endedAfter: number,
): ExactParts {
  const [from, to] = [before.ended > 0 ? before : after, after.ended > 0 ? after : before]
  if (from.ended === 0) return { within: NOTHING, mix: NOTHING, atMixBefore: NOTHING }
  const [m0, m1] = [meanOf(from), meanOf(to)]
  const [w0, w1] = [fraction(before.ended, endedBefore), fraction(after.ended, endedAfter)]
  return {
    within: times(HALF, times(minus(m1, m0), plus(w0, w1))),
    mix: times(HALF, times(minus(w1, w0), plus(m0, m1))),
    atMixBefore: times(w0, m1),
  }
}

const NOTHING = fraction(0)
const HALF = fraction(1, 2)

/** The parts in whole milliseconds that add up to a change. */
export function roundedParts(parts: readonly ExactParts[], change: number): readonly MixParts[] {
  const all = [...parts.map(({ within }) => within), ...parts.map(({ mix }) => mix)]
  const whole = all.map(rounded)
  const largest = all.reduce((best, part, nth) => {
    return isFarther(part, all[best] as Fraction) ? nth : best
  }, 0)
  const left = change - whole.reduce((sum, part) => sum + part, 0)
  whole[largest] = (whole[largest] as number) + left
  return parts.map((_, nth) => ({
    within: whole[nth] as number,
    mix: whole[nth + parts.length] as number,
  }))
}
