/**
 * How far rounding may carry a number past a bound that it meets: 2.1 erlangs keep 3 agents busy to 0.7, though
 * `2.1 / 3 > 0.7`.
 */
const ROUNDING = 1e-12

/** Whether a value is at most a bound, but for rounding. */
export function isAtMost(value: number, bound: number): boolean {
  return value <= bound + ROUNDING * Math.max(1, Math.abs(bound))
}

/** The least whole number that is not less, but for rounding. */
export function wholeUp(value: number): number {
  const nearest = Math.round(value)
  return isAtMost(value, nearest) ? nearest : nearest + 1
}

/**
 * The least whole number from `from` on for which something holds that goes on holding; `undefined` when it does not
 * hold at `most` either. Looks at few numbers above the answer's logarithm.
 */
export function leastFrom(
  from: number,
  most: number,
  holds: (count: number) => boolean,
): number | undefined {
  if (from > most) return undefined
  let failing = from - 1
  let step = 1
  let holding = from
  while (!holds(holding)) {
    if (holding === most) return undefined
    failing = holding
    holding = Math.min(holding + step, most)
    step *= 2
  }
  while (holding - failing > 1) {
    const middle = Math.floor((failing + holding) / 2)
    if (holds(middle)) holding = middle
    else failing = middle
  }
  return holding
}
