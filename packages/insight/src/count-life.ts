import type { CaseLife } from './case-life.ts'
import type { ElementTime } from './element-time.ts'
import type { Figures } from './figures.ts'
import { elapsedIn } from './stretch.ts'

/** From when on something is counted as what it is called; milliseconds. */
export interface Thresholds {
  /** A public silence longer than this is one. */
  readonly silentAfter: number
  /** A resolution undone no later than this was premature. */
  readonly undoneWithin: number
}

/** Adds a life to the figures of its group. `group-of-figures.ts` reads them by the same names. */
export function countLife(figures: Figures, life: CaseLife, thresholds: Thresholds): void {
  figures.add('cases')
  countMoments(figures, life, thresholds)
  countChanges(figures, life, thresholds)
  for (const code of new Set(life.problems.map((problem) => problem.code))) {
    figures.add(`problem ${code}`)
  }
  if (life.ending === null) return
  figures.add(`ending ${life.ending}`)
  figures.measure('life', life.elapsed)
  if (life.business !== null) figures.measure('lifeBusiness', life.business)
  if (life.closeLag !== null) {
    figures.measure('closeLag', life.closeLag.elapsed)
    figures.measure('openToClose', life.elapsed + life.closeLag.elapsed)
  }
  for (const element of life.elements) countElement(figures, element)
  for (const { state, element, from, to } of life.stretches) {
    if (state !== null && element !== 'resolved')
      figures.add(`state ${state}`, elapsedIn({ from, to }))
  }
}

function countElement(figures: Figures, one: ElementTime): void {
  const { element, party, elapsed, business, iterations, drivers } = one
  const name = JSON.stringify([element, party])
  figures.add(`elapsed ${name}`, elapsed)
  if (business !== null) figures.add(`business ${name}`, business)
  figures.add(`iterations ${name}`, iterations)
  figures.add(`having ${name}`)
  for (const driver in drivers) figures.add(`driver ${name} ${driver}`, drivers[driver])
}

function countMoments(figures: Figures, life: CaseLife, { silentAfter }: Thresholds): void {
  const { openedAt, firstResolvedAt, answers } = life
  if (firstResolvedAt !== null) {
    figures.measure('toFirstResolution', Math.max(0, firstResolvedAt - openedAt))
  }
  if (answers.firstAt !== null) {
    figures.measure('toFirstAnswer', Math.max(0, answers.firstAt - openedAt))
  }
  if (answers.longestSilence === null) return
  figures.add('silent of')
  if (elapsedIn(answers.longestSilence) > silentAfter) figures.add('silent')
}

function countChanges(figures: Figures, life: CaseLife, { undoneWithin }: Thresholds): void {
  const { handOvers, undone, reopenings, firstResolvedAt, facts } = life
  countOccurrence(figures, 'handOvers', handOvers.length)
  countOccurrence(figures, 'returns', handOvers.filter(({ isReturn }) => isReturn).length)
  countOccurrence(figures, 'reopenings', reopenings)
  if (firstResolvedAt !== null || undone.length > 0) {
    figures.add('prematurelyResolved of')
    const isSoon = undone.some(
      ({ resolvedAt, reopenedAt }) => reopenedAt - resolvedAt <= undoneWithin,
    )
    if (isSoon) figures.add('prematurelyResolved')
  }
  const { reassignments, targetMet } = facts
  if (typeof reassignments === 'number') {
    figures.add('reassigned of')
    if (reassignments > 0) figures.add('reassigned')
  }
  if (typeof targetMet === 'boolean') {
    figures.add('targetMet of')
    if (targetMet) figures.add('targetMet')
  }
}

function countOccurrence(figures: Figures, name: string, times: number): void {
  figures.measure(name, times)
  if (times > 0) figures.add(`${name} cases`)
}
