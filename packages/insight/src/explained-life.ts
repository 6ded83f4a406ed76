import { type Explained, type Mark, type Reason, reason } from '@holdfast/kernel'
import type { History } from '@holdfast/obligations'
import { type CaseLife, type CaseLifeOptions, decomposeCaseLife } from './case-life.ts'
import type { ElementTime } from './element-time.ts'
import type { Stretch } from './stretch.ts'

/**
 * `decomposeCaseLife`, and why: under each element its stretches, with the mark that each begins with and why it went
 * on again; then the hand-overs, the resolutions that did not hold, what passed until it was closed, and what cannot be.
 * Throws what `decomposeCaseLife` throws.
 */
export function explainedCaseLife(
  history: Iterable<Mark> | History,
  options?: CaseLifeOptions,
): Explained<CaseLife> {
  const value = decomposeCaseLife(history, options)
  return { value, reason: lifeStory(value) }
}

function lifeStory(life: CaseLife): Reason {
  const { about, openedAt, until, ending, elapsed, business } = life
  const told = { about, openedAt, until, ending, elapsed, business }
  return reason('insight.caseLife', told, {
    span: { from: openedAt, to: until },
    children: [
      ...life.elements.map((element) => elementStory(element, life)),
      ...life.handOvers.map(({ at, from, to, isReturn }) =>
        reason('insight.handOver', { at, from, to, isReturn }),
      ),
      ...life.undone.map(({ resolvedAt, reopenedAt }) =>
        reason('insight.undone', { resolvedAt, reopenedAt, held: reopenedAt - resolvedAt }),
      ),
      ...silenceStory(life),
      ...lagStory(life),
      ...life.problems.map(({ code, marks }) =>
        reason('insight.lifeProblem', { problem: code, marks: [...marks] }),
      ),
    ],
  })
}

function elementStory(one: ElementTime, { stretches, elapsed: whole }: CaseLife): Reason {
  const { element, party, elapsed, business, iterations, drivers } = one
  const share = elapsed / whole
  const told = { element, party, elapsed, business, share, iterations, drivers: { ...drivers } }
  const its = stretches.filter((each) => each.element === element && each.party === party)
  return reason('insight.element', told, { children: its.map(stretchStory) })
}

function stretchStory({
  from,
  to,
  state,
  holder,
  iteration,
  driver,
  business,
  mark,
}: Stretch): Reason {
  const told = { elapsed: to - from, business, state, holder, iteration, driver, mark }
  return reason('insight.stretch', told, { span: { from, to } })
}

function silenceStory({ answers: { longestSilence, count } }: CaseLife): readonly Reason[] {
  if (longestSilence === null) return []
  const { from, to } = longestSilence
  const told = { elapsed: to - from, answers: count }
  return [reason('insight.silence', told, { span: { from, to } })]
}

function lagStory({ closeLag, endedAt, closedAt }: CaseLife): readonly Reason[] {
  if (closeLag === null || closeLag.elapsed === 0) return []
  return [reason('insight.closeLag', { endedAt, closedAt, ...closeLag })]
}
