import { type Mark, type Reason, reason } from '@holdfast/kernel'
import { meets } from './act.ts'
import { type Asked, markParams, placeIn } from './asked.ts'
import type { Cycle } from './cycle.ts'
import { historyOf } from './history.ts'
import { hasBegun } from './life.ts'

/**
 * Marks that somebody may believe to have done something, and that did nothing: messages of machines and private notes
 * that would have fulfilled it, fulfillments before its period began, waits that do not pause it.
 */
export function unheardStory(cycle: Cycle, previous: Cycle | undefined, asked: Asked): Reason[] {
  const { end, terms, startedAt } = cycle
  const from = cycle.periodsBefore === 0 ? startedAt : (previous?.end?.at ?? startedAt)
  const last = end?.at ?? asked.at
  return asked.history.marks.flatMap((mark, place) => {
    if (mark.at < from || mark.at > last) return []
    const isAtStart = mark.at === from && previous !== undefined
    const why = isAtStart ? undefined : whyNoFulfillment(mark, place, cycle, asked)
    const params = markParams(mark)
    if (why !== undefined) {
      const source = placeIn(terms, why === 'private' ? '/privateNotesFulfill' : '/stop')
      return [reason('obligations.notCounted', { ...params, why }, { source })]
    }
    if (terms.pausesFor(mark) || !meetsIn(cycle, 'pause', asked.history, place)) return []
    const source = placeIn(terms, '/pauseReasons')
    return [reason('obligations.notPaused', { ...params, reason: mark.reason ?? null }, { source })]
  })
}

function whyNoFulfillment(
  mark: Mark,
  place: number,
  cycle: Cycle,
  { history }: Asked,
): 'automatic' | 'private' | 'automaticAndPrivate' | 'early' | undefined {
  if (meetsIn(cycle, 'stop', history, place)) return hasBegun(cycle, mark.at) ? undefined : 'early'
  if (mark.type !== 'message') return undefined
  const would = (parts: Partial<Mark>) =>
    meetsIn(cycle, 'stop', historyOf([{ ...mark, ...parts }]), 0)
  const [person, readable] = [{ automatic: false }, { audience: 'public' as const }]
  if (mark.automatic === true && would(person)) return 'automatic'
  if (mark.audience === 'internal' && would(readable)) return 'private'
  return would({ ...person, ...readable }) ? 'automaticAndPrivate' : undefined
}

function meetsIn(
  cycle: Cycle,
  effect: 'stop' | 'pause',
  history: Asked['history'],
  place: number,
): boolean {
  const life = { about: cycle.about, open: cycle }
  return meets({ life, terms: cycle.terms, history }, effect, place)
}
