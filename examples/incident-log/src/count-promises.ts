import type { Instant, Mark } from '@holdfast/kernel'
import {
  compareParts,
  type GroupKey,
  type OutcomeCount,
  type OutcomeTotals,
  outcomeCount,
} from '@holdfast/obligations'
import type { SlaPolicy } from '@holdfast/sla'

/** How the promises of one group were kept. */
export interface PromiseTotals extends OutcomeTotals {
  /** Milliseconds of the target's own clock that the decided ones used, by the nearest rank. */
  readonly medianUsed: number | null
}

/** The promises of one target. */
export interface TargetTotals extends PromiseTotals {
  readonly metric: string
  readonly priority: string | null
  /** Milliseconds. */
  readonly target: number
}

/** Judges promises one case at a time, and keeps one number of each. */
export interface PromiseCount {
  /** Judges the promises to a case, whose marks are all known up to an instant. */
  add(marks: readonly Mark[], at: Instant, handOvers: string): void
  /** In the order of metrics and priorities. */
  byTarget(): readonly TargetTotals[]
  byHandOvers(handOvers: string): PromiseTotals
  total(): PromiseTotals
}

export function promiseCount(policy: SlaPolicy): PromiseCount {
  const targets = new Map<string, Target>()
  const byHandOvers = new Map<string, Kept>()
  const all = newKept()
  return {
    add(marks, at, handOvers) {
      const group = byHandOvers.get(handOvers) ?? newKept()
      byHandOvers.set(handOvers, group)
      for (const state of policy.read(marks, at).states) {
        if (state.life === 'inactive') continue
        const { metric, priority, target } = state
        const id = JSON.stringify([metric, priority])
        const one = targets.get(id) ?? { key: [metric, priority], target, kept: newKept() }
        targets.set(id, one)
        for (const { outcomes, used } of [one.kept, group, all]) {
          const outcome = outcomes.add(state)
          if (outcome === 'met' || outcome === 'breached') used.push(state.used)
        }
      }
    },
    byTarget: () =>
      [...targets.values()]
        .sort((a, b) => compareParts(a.key, b.key))
        .map(({ key: [metric, priority], target, kept }) => ({
          metric: metric as string,
          priority: priority as string | null,
          target,
          ...totalsOf(kept),
        })),
    byHandOvers: (handOvers) => totalsOf(byHandOvers.get(handOvers) ?? newKept()),
    total: () => totalsOf(all),
  }
}

interface Kept {
  readonly outcomes: OutcomeCount
  readonly used: number[]
}

interface Target {
  readonly key: readonly GroupKey[]
  readonly target: number
  readonly kept: Kept
}

function newKept(): Kept {
  return { outcomes: outcomeCount(), used: [] }
}

function totalsOf({ outcomes, used }: Kept): PromiseTotals {
  const sorted = Float64Array.from(used).sort()
  return { ...outcomes.total(), medianUsed: sorted[Math.ceil(sorted.length / 2) - 1] ?? null }
}
