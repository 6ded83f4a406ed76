import type { Instant, Mark } from '@holdfast/kernel'
import { act } from './act.ts'
import type { History } from './history.ts'
import { lifeOf, type ObligationLife } from './life.ts'
import type { CompiledTerms } from './terms.ts'
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

function aboutsOf(
  eras: readonly Era[],
  { marks, request }: History,
  to: number,
): readonly string[] {
  const first = marks[0]
  if (first === undefined || to === 0) return []
  const abouts = new Set<string>()
  for (const { terms } of eras) {
    if (terms === null) continue
    if (terms.perAbout) {
      for (const { about, type } of marks.slice(0, to)) {
        if (terms.triggers.start?.mayMeet(type)) abouts.add(about)
      }
    } else abouts.add(request ?? first.about)
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
  let lived: ObligationLife | null = null
  let terms: CompiledTerms | null = null
  let place = 0
  for (const era of eras) {
    const until = placeOf(history.marks, era.from, to)
    if (lived !== null && terms !== null) {
      act(lived, terms, history, place, until)
      lived.passTo(era.from)
    }
    lived = changed(lived, about, era, history, until)
    terms = era.terms
    place = until
  }
  if (lived === null) return { about, ended: [], open: null }
  if (terms !== null) {
    act(lived, terms, history, place, to)
    lived.passTo(at)
  }
  return lived
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
    old?.cancel(from, place - 1)
    return old
  }
  const settled = old?.endedAt ?? -1
  const life = lifeOf(about, terms, old?.ended, settled)
  const wasOpen = old?.open ?? null
  if (onChange === 'fromChange' && wasOpen !== null) {
    act(life, terms, history, 0, place, { onlyWaits: true })
    life.passTo(from)
    life.adopt(wasOpen, from)
    return life
  }
  act(life, terms, history, 0, settled + 1, { onlyWaits: true })
  if (wasOpen !== null && !wasOpen.isStart) life.continueWith(wasOpen)
  act(life, terms, history, settled + 1, place)
  if (onChange === 'retroactive' || place === 0) return life
  // Nothing was owed before: what would be open now is owed from now on, and what would have ended never was.
  const owed = lifeOf(about, terms, old?.ended, settled)
  act(owed, terms, history, 0, place, { onlyWaits: true })
  owed.passTo(from)
  life.passTo(from)
  if (life.open !== null) owed.adopt({ ...life.open, earlierBreach: null }, from)
  return owed
}
