import { type InstantLike, toInstant } from '@holdfast/kernel'
import { diffModels, type RuleSetDiff } from './analysis/diff-models.ts'
import type { Facts } from './facts.ts'
import type { RuleSet } from './rule-set.ts'

export interface DiffRuleSetsOptions {
  /** The time that is compared, `to` excluded; all of it when left out. */
  readonly from?: InstantLike
  readonly to?: InstantLike
  /** The most steps the proof may take, the same on every machine; about 50 million a second. */
  readonly budget?: number
}

/**
 * What two rule sets decide differently, each with a request that proves it, tried on both; or the proof that they
 * decide every request alike. Conditions that are written in another order or another way make no difference. What
 * could not be settled is listed, and then they are not called equivalent.
 */
export function diffRuleSets<F extends Facts>(
  a: RuleSet<F>,
  b: RuleSet<F>,
  { from, to, budget }: DiffRuleSetsOptions = {},
): RuleSetDiff {
  const decideBy = (ruleSet: RuleSet<F>) => (facts: Facts, at: number) =>
    ruleSet.evaluate(facts as F, { at })
  return diffModels(a.model, b.model, decideBy(a), decideBy(b), {
    from: from === undefined ? undefined : toInstant(from),
    to: to === undefined ? undefined : toInstant(to),
    budget,
  })
}
