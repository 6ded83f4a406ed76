/** The same things in another order, which a seed decides: by a linear congruential generator (Numerical Recipes). */
export function shuffled<T>(things: readonly T[], seed: number): readonly T[] {
  const order = [...things]
  let state = seed >>> 0
  for (let last = order.length - 1; last > 0; last--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const other = Math.floor((state / 2 ** 32) * (last + 1))
    ;[order[last], order[other]] = [order[other] as T, order[last] as T]
  }
  return order
}
