import { canonicalJson, type Params } from '@holdfast/kernel'
import type { Evaluation } from './evaluation.ts'
import type { Frame, Slots } from './facts.ts'
import type { Candidate } from './hit-policy.ts'
import type { Action, RuleSetModel } from './model.ts'

/** What each rule would decide. */
export function candidatesOf({ rules, actions }: RuleSetModel, slots: Slots): readonly Compiled[] {
  return rules.map((rule) => ({
    rule,
    action: actions.get(rule.action) as Action,
    paramsKey: canonicalJson(rule.params),
    event: Object.freeze({ rule: rule.id, type: rule.action, params: rule.params }),
    fromFacts: rule.paramRefs.map(({ key, ref }) => [key, slots.slotOf(ref)] as const),
  }))
}

export interface Compiled extends Candidate {
  /** By parameter, the slot of the fact that takes its place. */
  readonly fromFacts: readonly (readonly [key: string, slot: number])[]
}

/** Events in which facts have taken the place of the parameters that ask for them. */
export function withFacts(
  evaluation: Evaluation,
  candidates: readonly Compiled[],
  frame: Frame,
  slots: Slots,
): Evaluation {
  if (!evaluation.ok) return evaluation
  const byRule = new Map(candidates.map((candidate) => [candidate.rule.id, candidate]))
  const events = evaluation.events.map((event) => {
    const { fromFacts } = byRule.get(event.rule) as Compiled
    const facts = fromFacts.map(([key, slot]) => [key, frame[slot] ?? slots.load(frame, slot)])
    return { ...event, params: { ...event.params, ...Object.fromEntries(facts) } as Params }
  })
  return { ...evaluation, events }
}
