import {
  type Explaining,
  explainWith,
  type Param,
  type Reason,
  type ReasonSource,
  reason,
  toPointer,
} from '@holdfast/kernel'
import type { ReadPlan } from './document.ts'
import type { LeversAnswer, PlacedLever } from './lever.ts'
import { isAbout, type LifeChange, repeatsOf, touches } from './life-change.ts'
import type { ImprovementPlan } from './plan.ts'
import type { Decomposed } from './what-if.ts'

/** The questions of a plan that have a reason. */
export type ExplainedImprovementPlan = Explaining<Pick<ImprovementPlan, 'levers'>>

/**
 * The explaining form of a plan. Its answers are those of the plan itself. The reason of `levers` has one under it for
 * each lever, in their order, and under that one for each change: how long its element takes, how often it goes on, and
 * what the change assumes.
 */
export function explained({ levers, document }: ImprovementPlan): ExplainedImprovementPlan {
  return explainWith<Pick<ImprovementPlan, 'levers'>>(
    { levers },
    { levers: (answer, subject) => leversStory(document, answer, subject) },
  )
}

function leversStory(
  plan: ReadPlan,
  { levers, together, apart }: LeversAnswer,
  subject: Decomposed,
): Reason {
  const { before, saved, savedShare } = together
  const told = { count: levers.length, before, saved, savedShare, apart }
  const children = levers.map((placed) => leverStory(plan, placed, subject))
  return reason('insight.levers', told, { source: placeIn(plan, []), children })
}

function leverStory(plan: ReadPlan, placed: PlacedLever, subject: Decomposed): Reason {
  const { id, title, level, complexity, impact, placement } = placed
  const nth = (plan.levers ?? []).findIndex((lever) => lever.id === id)
  const written = plan.levers?.[nth]
  const told: Record<string, Param> = {
    lever: id,
    title,
    level,
    complexity,
    reason: written?.reason ?? null,
    saved: impact.saved,
    savedShare: impact.savedShare,
    meanSaved: impact.mean?.saved ?? null,
    ...placement,
  }
  const children = (written?.changes ?? []).map((change, place) =>
    changeStory(change, subject, placeIn(plan, ['levers', nth, 'changes', place])),
  )
  return reason('insight.lever', told, { source: placeIn(plan, ['levers', nth]), children })
}

function changeStory(change: LifeChange, { elements }: Decomposed, source: ReasonSource): Reason {
  const { element, party = null, shorterBy = null, fewerRepeats = null, driver } = change
  const about = { element, party, driver: driver ?? null }
  if (!elements.some((part) => touches(change, part))) {
    return reason('insight.leverChangeUnmatched', about, { source })
  }
  const parts = elements.filter((part) => isAbout(change, part))
  const total = (key: 'elapsed' | 'iterations' | 'repeats') =>
    parts.reduce((sum, part) => sum + part[key], 0)
  const told = {
    ...about,
    elapsed: total('elapsed'),
    iterations: total('iterations'),
    repeats: total('repeats'),
    meant: parts.reduce((sum, part) => sum + repeatsOf(part, driver), 0),
    shorterBy,
    fewerRepeats,
  }
  return reason('insight.leverChange', told, { source })
}

function placeIn({ id, version }: ReadPlan, path: readonly PropertyKey[]): ReasonSource {
  return { document: id, version, pointer: toPointer(path) }
}
