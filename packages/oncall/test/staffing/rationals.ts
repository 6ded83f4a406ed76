/** A load in erlangs as a fraction, so that what comes of it can be counted exactly. */
export interface Fraction {
  readonly over: number
  readonly under: number
}

/** Erlang B by its definition, in whole numbers: the last of the terms `load^k / k!`, divided by their sum. */
export function exactBlocking({ over, under }: Fraction, servers: number): number {
  const { last, sum } = terms(BigInt(over), BigInt(under), servers)
  return quotient(last, sum)
}

/** Erlang C by its definition; there are more agents than load. */
export function exactWaiting({ over, under }: Fraction, agents: number): number {
  const [p, q, n] = [BigInt(over), BigInt(under), BigInt(agents)]
  const { last, sum } = terms(p, q, agents)
  // The last term stands for all states in which somebody waits, which are a geometric series.
  return quotient(last * n * q, last * n * q + (sum - last) * (n * q - p))
}

/** The terms times `under^servers * servers!`, which makes them whole. */
function terms(p: bigint, q: bigint, servers: number) {
  let term = q ** BigInt(servers)
  for (let k = 2n; k <= BigInt(servers); k++) term *= k
  let sum = term
  for (let k = 1n; k <= BigInt(servers); k++) {
    term = (term * p) / (q * k)
    sum += term
  }
  return { last: term, sum }
}

function quotient(over: bigint, under: bigint): number {
  const digits = 10n ** 25n
  return Number((over * digits) / under) / Number(digits)
}
