/** A sum of whole numbers of 0 or more, exact however great it is. */
export interface ExactSum {
  add(by: number): void
  addBig(by: bigint): void
  total(): bigint
}

/** Two numbers up to this add up exactly. */
const HALF = 2 ** 52

/** Adds numbers as long as they are exact, because big integers take several times as long. */
export function exactSum(): ExactSum {
  let [big, small] = [0n, 0]
  return {
    add(by) {
      if (by > HALF) {
        big += BigInt(by)
        return
      }
      small += by
      if (small <= HALF) return
      big += BigInt(small)
      small = 0
    },
    addBig(by) {
      big += by
    },
    total: () => big + BigInt(small),
  }
}
