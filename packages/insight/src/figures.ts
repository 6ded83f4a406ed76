import {
  type Distribution,
  type DistributionCount,
  type DistributionPartial,
  distributionCount,
} from './distribution.ts'
import { type ExactSum, exactSum } from './exact-sum.ts'

/** Named figures half counted, as plain data that can be sent to another machine. */
export interface FiguresPartial {
  /** Whole numbers as text, because sums can pass 2^53. */
  readonly sums: Readonly<Record<string, string>>
  readonly distributions: Readonly<Record<string, DistributionPartial>>
}

/** Named sums and distributions of whole numbers. Two of them add up to one, whatever their names mean. */
export interface Figures {
  add(name: string, by?: number): void
  measure(name: string, value: number): void
  merge(partial: FiguresPartial): void
  partial(): FiguresPartial
  /** Exact up to 2^53; 0 for what was never added to. */
  sum(name: string): number
  distribution(name: string): Distribution | null
  /** The rest of the names of sums that begin so, in order of their texts. */
  namesAfter(prefix: string): readonly string[]
}

export function newFigures(exactUpTo: number): Figures {
  const sums = new Map<string, ExactSum>()
  const distributions = new Map<string, DistributionCount>()
  const sumOf = (name: string) => {
    const known = sums.get(name)
    if (known !== undefined) return known
    const made = exactSum()
    sums.set(name, made)
    return made
  }
  const distributionOf = (name: string) => {
    const known = distributions.get(name)
    if (known !== undefined) return known
    const made = distributionCount(exactUpTo)
    distributions.set(name, made)
    return made
  }
  return {
    add: (name, by = 1) => sumOf(name).add(by),
    measure: (name, value) => distributionOf(name).add(value),
    merge(partial) {
      for (const [name, by] of Object.entries(partial.sums)) sumOf(name).addBig(BigInt(by))
      for (const [name, each] of Object.entries(partial.distributions)) {
        distributionOf(name).merge(each)
      }
    },
    partial: () => ({
      sums: inOrder([...sums].map(([name, sum]) => [name, String(sum.total())])),
      distributions: inOrder([...distributions].map(([name, each]) => [name, each.partial()])),
    }),
    sum: (name) => Number(sums.get(name)?.total() ?? 0n),
    distribution: (name) => distributions.get(name)?.total() ?? null,
    namesAfter: (prefix) =>
      [...sums.keys()]
        .filter((name) => name.startsWith(prefix))
        .map((name) => name.slice(prefix.length))
        .sort(),
  }
}

function inOrder<T>(entries: [string, T][]): Readonly<Record<string, T>> {
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}
