import type { Instant, Mark } from '@holdfast/kernel'
import { act, endOfGroup } from './act.ts'
import type { Cycle } from './cycle.ts'
import { aboutOfAll, type History } from './history.ts'
import {
  adopt,
  cancel,
  continueWith,
  lifeOf,
  type ObligationLife,
  passTo,
  skipFulfilled,
} from './life.ts'
import type { Era } from './versions.ts'

/** What became of an obligation for one `about`. */
export type Lived = Pick<ObligationLife, 'about' | 'ended' | 'open'>

/**
 * The lives of an obligation up to an instant, one for each thing that it may be about. They do not know of each other:
 * each sees the marks about itself and those about the request as a whole.
 */
export function livesOf(eras: readonly Era[], history: History, at: Instant): readonly Lived[] {
  const to = placeAfter(history.marks, at)
  return aboutsOf(eras, history, to).map((about) => liveThrough(about, eras, history, to, at))
}

/** The place of the first mark after an instant. */
function placeAfter(marks: readonly Mark[], at: Instant): number {
  let to = marks.length
  while (to > 0 && (marks[to - 1] as Mark).at > at) to--
  return to
}

function aboutsOf(eras: readonly Era[], history: History, to: number): readonly string[] {
  const { marks, types } = history
  const whole = aboutOfAll(history)
  if (whole === undefined || to === 0) return []
  if (eras.length === 1 && eras[0]?.terms?.perAbout === false) return [whole]
  const abouts = new Set<string>()
  for (const { terms } of eras) {
    if (terms === null) continue
    if (terms.perAbout) {
      for (const [place, { about }] of marks.slice(0, to).entries()) {
        if (terms.effectsOf(types[place] as number).includes('start')) abouts.add(about)
      }
    } else abouts.add(whole)
  }
  return [...abouts]
}

function liveThrough(
  about: string,
  eras: readonly Era[],
  history: History,
  to: number,
  at: Instant,
): Lived {
  const [only] = eras
  if (eras.length === 1 && only !== undefined && only.terms !== null) {
    const alone = lifeOf(about, only.terms)
    act(alone, history, 0, to)
    passTo(alone, at)
    return alone
  }
  let life: ObligationLife | null = null
  let isOwed = false
  let place = 0
  for (const one of eras) {
    const era = eraFor(about, one, history)
    const until = placeOf(history.marks, era.from, to)
    if (life !== null && isOwed) {
      act(life, history, place, until)
      passTo(life, era.from)
    }
    life = changed(life, about, era, history, until)
    isOwed = era.terms !== null
    place = until
  }
  if (life === null) return { about, ended: [], open: null }
  if (isOwed) {
    act(life, history, place, to)
    passTo(life, at)
  }
  return life
}

/** An era, for what it may be about: terms with one clock for the request owe nothing about anything else. */
function eraFor(about: string, era: Era, history: History): Era {
  if (era.terms === null || era.terms.perAbout || about === aboutOfAll(history)) return era
  return { ...era, terms: null }
}

/** The place of the first mark at or after an instant. */
function placeOf(marks: readonly Mark[], from: Instant, to: number): number {
  let place = 0
  while (place < to && (marks[place] as Mark).at < from) place++
  return place
}

/** How a life goes on when its terms change before the mark at a place. Ended cycles stay as they ended. */
function changed(
  old: ObligationLife | null,
  about: string,
  { terms, from, onChange }: Era,
  history: History,
  place: number,
): ObligationLife | null {
  if (terms === null) {
    if (old !== null) cancel(old, from, place - 1)
    return old
  }
  const life = lifeOf(about, terms, old)
  if (place === 0 && old === null) return life
  const settled = settledBy(life, history)
  const wasOpen = old?.open ?? null
  if (onChange === 'fromChange' && wasOpen !== null) {
    act(life, history, 0, place, { onlyWaits: true })
    passTo(life, from)
    adopt(life, wasOpen, from)
    return life
  }
  if (wasOpen !== null && history.marks.indexOf(wasOpen.mark) < settled) {
    goOn(life, wasOpen, history, settled)
  } else act(life, history, 0, settled, { onlyWaits: true })
  act(life, history, settled, place)
  if (onChange === 'retroactive' || place === 0) return life
  // Nothing was owed before: what would be open now is owed from now on, and what would have ended never was.
  const owed = lifeOf(about, terms, old)
  act(owed, history, 0, place, { onlyWaits: true })
  passTo(owed, from)
  passTo(life, from)
  if (life.open !== null) adopt(owed, life.open, from, { wasOwed: false })
  return owed
}

/** Goes on with a cycle that one of the settled marks began: the last of them, or, on a grid, one long before. */
function goOn(life: ObligationLife, cycle: Cycle, history: History, settled: number): void {
  const { at: now } = history.marks[settled - 1] as Mark
  const at = life.terms.cadence === 'grid' ? cycle.startedAt : now
  const begun = Math.min(placeOf(history.marks, at + 1, history.marks.length), settled)
  act(life, history, 0, begun, { onlyWaits: true })
  continueWith(life, cycle, at, history)
  act(life, history, begun, settled, { onlyWaits: true })
  if (life.terms.cadence === 'grid' && cycle.periodsBefore > 0) skipFulfilled(life, cycle)
}

/**
 * The place after the last mark that what has ended saw, and after those that acted together with it. A date ends it
 * without a mark, and in one instant the mark that ends it may come before the one that began it.
 */
function settledBy({ ended, endedAt, endedOn }: ObligationLife, { marks }: History): number {
  const last = ended.at(-1)
  const seen = Math.max(endedAt, last === undefined ? -1 : marks.indexOf(last.mark))
  const together = seen === -1 ? 0 : endOfGroup(marks, seen, marks.length)
  return Math.max(together, placeOf(marks, endedOn, marks.length))
}
