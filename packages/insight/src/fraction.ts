/** An exact fraction; the denominator is greater than 0. */
export interface Fraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** A fraction of whole numbers. Throws `RangeError` for numbers that are not whole. */
export function fraction(numerator: number, denominator = 1): Fraction {
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) }
}

/** Sums stay small because denominators are made the least that both divide. */
export function plus(a: Fraction, b: Fraction): Fraction {
  const common = gcd(a.denominator, b.denominator)
  const [forA, forB] = [b.denominator / common, a.denominator / common]
  return {
    numerator: a.numerator * forA + b.numerator * forB,
    denominator: a.denominator * forA,
  }
}

export function minus(a: Fraction, { numerator, denominator }: Fraction): Fraction {
  return plus(a, { numerator: -numerator, denominator })
}

export function times(a: Fraction, b: Fraction): Fraction {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator }
}

/** The nearest whole number. **Ties**: away from zero, so that the opposite of a fraction rounds to the opposite. */
export function rounded({ numerator, denominator }: Fraction): number {
  const nearest = (2n * magnitude(numerator) + denominator) / (2n * denominator)
  return numerator < 0n ? Number(-nearest) : Number(nearest)
}

/** Whether the first is farther from zero. */
export function isFarther(a: Fraction, b: Fraction): boolean {
  return magnitude(a.numerator) * b.denominator > magnitude(b.numerator) * a.denominator
}

function magnitude(whole: bigint): bigint {
  return whole < 0n ? -whole : whole
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b)
}
