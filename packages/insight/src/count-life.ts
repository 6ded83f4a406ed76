import type { CaseLife } from './case-life.ts'
import type { ElementTime } from './element-time.ts'
import type { Figures } from './figures.ts'
import { elapsedIn, type LifeElement } from './stretch.ts'

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
  const names = namesOf(element, party)
  figures.add(names.elapsed, elapsed)
  if (business !== null) figures.add(names.business, business)
  figures.add(names.iterations, iterations)
  figures.add(names.having)
  for (const driver in drivers) figures.add(`${names.driver}${driver}`, drivers[driver])
}

/** What the figures of an element are called. */
interface ElementNames {
  readonly elapsed: string
  readonly business: string
  readonly iterations: string
  readonly having: string
  readonly driver: string
}

/** Names made once, because lives have the same elements over and over; some more than an organization has parties. */
const KEPT = 1000
const kept = new Map<string | null, Map<LifeElement, ElementNames>>()

function namesOf(element: LifeElement, party: string | null): ElementNames {
  const ofParty = kept.get(party)
  const known = ofParty?.get(element)
  if (known !== undefined) return known
  const name = JSON.stringify([element, party])
  const names = {
    elapsed: `elapsed ${name}`,
    business: `business ${name}`,
    iterations: `iterations ${name}`,
    having: `having ${name}`,
    driver: `driver ${name} `,
  }
  if (kept.size >= KEPT) kept.clear()
  kept.set(party, (ofParty ?? new Map<LifeElement, ElementNames>()).set(element, names))
  return names
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
