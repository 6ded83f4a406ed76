import type { Instant, Mark } from '@holdfast/kernel'
import { type History, historyOf } from '@holdfast/obligations'
import type { Facts } from '@holdfast/rules'

/** What is known of a request from an instant on. */
export interface FactsSince {
  readonly from: Instant
  readonly facts: Facts
}

const NOTHING: Facts = Object.freeze({})

/**
 * What is known of a request over time, up to an instant: the facts of its marks, where a later mark says it anew the
 * later. Marks about its tasks, offers and waits say nothing of the request itself.
 */
export function factsOverTime(history: History, at: Instant): readonly FactsSince[] {
  const { marks, request } = historyOf(history, at)
  const known: FactsSince[] = []
  let facts = NOTHING
  for (const mark of marks) {
    const isNew = known.length === 0 || says(mark, facts)
    if (mark.about === request && mark.facts !== undefined) facts = { ...facts, ...mark.facts }
    else if (known.length > 0) continue
    if (!isNew) continue
    const last = known[known.length - 1]
    if (last?.from === mark.at) known[known.length - 1] = { from: mark.at, facts }
    else known.push({ from: mark.at, facts })
  }
  return known
}

/** Whether a mark says something that was not known. */
function says({ facts = {} }: Mark, known: Facts): boolean {
  return Object.keys(facts).some((name) => facts[name] !== known[name])
}
