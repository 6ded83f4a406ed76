/**
 * Whether some assignment of regions to variables makes formulas true: the search of Davis, Putnam, Logemann and
 * Loveland over sets of values. It keeps its stack itself, so that no rule set can overflow the one of the machine.
 */
import { type Formula, type Junction, type Literal, negate } from './formula.ts'
import type { ValueSet } from './value-set.ts'

/** The regions each variable may have: any choice of one for each makes the formulas true. */
export type Domains = (variable: number) => ValueSet

export type Found =
  | { readonly kind: 'found'; readonly domains: Domains }
  /** No assignment makes them true. */
  | { readonly kind: 'none' }
  /** The steps ran out. */
  | { readonly kind: 'undecided' }

/** Counts down what a search may cost: literals looked at, the same on every machine. */
export interface Steps {
  left: number
}

/** Restricts the number of things that are changed at once. */
export interface ChangeLimit {
  readonly most: number
  /** For each thing that may change, its variables, each with the regions in which it is unchanged. */
  readonly groups: readonly (readonly Literal[])[]
}

export interface RegionSearch {
  search(formulas: readonly Formula[], steps: Steps, limit?: ChangeLimit): Found
}

interface Frame {
  readonly trail: number
  /** What is left to settle if the choice made here leads nowhere. */
  readonly otherwise: readonly Formula[]
}

/** A search over variables that have so many regions each; one at a time. */
export function regionSearch(sizes: readonly number[]): RegionSearch {
  const offsets = new Int32Array(sizes.length + 1)
  sizes.forEach((size, index) => {
    offsets[index + 1] = (offsets[index] as number) + ((size + 31) >>> 5)
  })
  const words = new Uint32Array(offsets[sizes.length] as number).fill(0xffffffff)
  sizes.forEach((size, index) => {
    const spare = size & 31
    if (spare !== 0) words[(offsets[index + 1] as number) - 1] = (1 << spare) - 1
  })
  const trail: number[] = []
  let cost = 0
  let changed = false

  /** 1 when it holds in every assignment left, -1 when in none, 0 when that is open. */
  function status(formula: Formula): -1 | 0 | 1 {
    if (formula.kind === 'in') return statusOf(formula)
    const decisive = formula.kind === 'all' ? -1 : 1
    let isOpen = false
    for (const part of formula.parts) {
      const one = status(part)
      if (one === decisive) return decisive
      if (one === 0) isOpen = true
    }
    return isOpen ? 0 : decisive === 1 ? -1 : 1
  }

  function statusOf({ variable, set }: Literal): -1 | 0 | 1 {
    const from = offsets[variable] as number
    let inside = false
    let outside = false
    for (let word = 0; word < set.length; word++) {
      const domain = words[from + word] as number
      const wanted = set[word] as number
      if ((domain & wanted) !== 0) inside = true
      if ((domain & ~wanted) !== 0) outside = true
    }
    cost += set.length
    if (!inside) return -1
    return outside ? 0 : 1
  }

  function restrict({ variable, set }: Literal): boolean {
    const from = offsets[variable] as number
    let left = 0
    for (let word = 0; word < set.length; word++) {
      const old = words[from + word] as number
      const next = (old & (set[word] as number)) >>> 0
      left |= next
      if (next === old) continue
      trail.push(from + word, old)
      words[from + word] = next
      changed = true
    }
    cost += set.length
    return left !== 0
  }

  /** Demands a formula; what cannot be settled now goes to the clauses. False when it cannot hold. */
  function demand(formula: Formula, clauses: Formula[]): boolean {
    if (formula.kind === 'in') return restrict(formula)
    if (formula.kind === 'all') return formula.parts.every((part) => demand(part, clauses))
    let open: Formula | undefined
    let isOpen = false
    for (const part of formula.parts) {
      const one = status(part)
      if (one === 1) return true
      if (one === -1) continue
      // A part further on may hold already, and then nothing is left of it to choose from.
      if (open !== undefined) isOpen = true
      open ??= part
    }
    if (isOpen) {
      clauses.push(formula)
      return true
    }
    return open !== undefined && demand(open, clauses)
  }

  /** The clauses that are left when everything that follows from them is settled, or `undefined` when nothing can. */
  function propagate(
    formulas: readonly Formula[],
    limit: ChangeLimit | undefined,
  ): Formula[] | undefined {
    let clauses = formulas
    for (;;) {
      changed = false
      const next: Formula[] = []
      for (const clause of clauses) if (!demand(clause, next)) return undefined
      if (limit !== undefined && !keepWithin(limit)) return undefined
      if (!changed) return next
      clauses = next
    }
  }

  function keepWithin({ most, groups }: ChangeLimit): boolean {
    const isOff = groups.map((group) => group.some((unchanged) => statusOf(unchanged) === -1))
    const count = isOff.filter((is) => is).length
    if (count > most) return false
    if (count < most) return true
    return groups.every((group, index) => isOff[index] || group.every(restrict))
  }

  /** The clause with the fewest open parts. */
  function tightest(clauses: readonly Formula[]): number {
    let best = 0
    let fewest = Number.POSITIVE_INFINITY
    for (let index = 0; index < clauses.length && fewest > 2; index++) {
      let count = 0
      for (const part of (clauses[index] as Junction).parts) {
        if (status(part) === 0) count++
        if (count >= fewest) break
      }
      if (count >= fewest) continue
      fewest = count
      best = index
    }
    return best
  }

  /** Takes a part of a clause for granted, or, if that leads nowhere, that it does not hold and another part does. */
  function branch(clauses: readonly Formula[], frames: Frame[]): readonly Formula[] {
    const index = tightest(clauses)
    const { parts } = clauses[index] as Junction
    const others = clauses.filter((_, other) => other !== index)
    const open = parts.filter((part) => status(part) === 0)
    const [choice, ...rest] = open as [Formula, ...Formula[]]
    const otherwise: Formula = { kind: 'any', parts: rest }
    frames.push({ trail: trail.length, otherwise: [negate(choice), otherwise, ...others] })
    return [choice, ...others]
  }

  function undoTo(length: number) {
    while (trail.length > length) {
      const old = trail.pop() as number
      words[trail.pop() as number] = old
    }
  }

  function search(formulas: readonly Formula[], steps: Steps, limit?: ChangeLimit): Found {
    const frames: Frame[] = []
    cost = 0
    let clauses = propagate(formulas, limit)
    try {
      for (;;) {
        if (cost > steps.left) return { kind: 'undecided' }
        if (clauses === undefined) {
          const frame = frames.pop()
          if (frame === undefined) return { kind: 'none' }
          undoTo(frame.trail)
          clauses = propagate(frame.otherwise, limit)
        } else if (clauses.length === 0) {
          const found = words.slice()
          const domains = (variable: number) =>
            found.subarray(offsets[variable], offsets[variable + 1])
          return { kind: 'found', domains }
        } else {
          clauses = propagate(branch(clauses, frames), limit)
        }
      }
    } finally {
      steps.left = Math.max(0, steps.left - cost)
      undoTo(0)
    }
  }

  return { search }
}
