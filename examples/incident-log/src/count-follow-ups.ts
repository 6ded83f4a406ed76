import type { LogMapping } from '@holdfast/event-log'
import { type CaseLife, prematureResolutions, type ResolvedLife } from '@holdfast/insight'

/** Counts cases that had to be followed up by another. */
export interface FollowUpCount {
  add(life: CaseLife): void
  /** Cases followed up within two weeks of their end. */
  cases(): number
}

/** `null` for a mapping that has no fact `followUpOf`: the case that a case follows up on. */
export function followUpCount({ document }: LogMapping): FollowUpCount | null {
  const facts = [document.facts, ...(document.rows ?? []).map((row) => row.facts)]
  if (!facts.some((named) => named !== undefined && 'followUpOf' in named)) return null
  const lives: ResolvedLife[] = []
  return {
    add({ about, openedAt, endedAt, facts: { followUpOf } }) {
      // A log names the other case as it names this one, and a life is about a request.
      const followed = followUpOf === undefined ? {} : { followUpOf: `request:${followUpOf}` }
      lives.push({ about, openedAt, endedAt, undone: [], facts: followed })
    },
    cases: () => new Set(prematureResolutions(lives).map(({ about }) => about)).size,
  }
}
