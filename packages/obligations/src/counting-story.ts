import { type Calendar, explained } from '@holdfast/calendar'
import { type Instant, type Mark, type Reason, reason } from '@holdfast/kernel'
import { type Asked, placeIn } from './asked.ts'
import { type Cycle, countedBefore, reach } from './cycle.ts'
import { isOpen, type ObligationState } from './state.ts'
import { untilOf } from './wait-end.ts'

/** Where the time went: what counted, what stood still and for whom, and what is left until the deadline. */
export function countingStory(state: ObligationState, cycle: Cycle, asked: Asked): Reason[] {
  return [
    ...countedStory(cycle, asked.at),
    ...pauseStory(state, asked),
    ...restStory(state, cycle, asked),
  ]
}

/** The stretches that count towards this deadline; their lengths add up to `used`. */
function countedStory(cycle: Cycle, at: Instant): Reason[] {
  const { terms, segments, end, countsFrom, periodsBefore } = cycle
  const first = periodsBefore === 0 ? countsFrom : reach(cycle, countedBefore(cycle))
  if (first === null) return []
  const last = end === null ? at : Math.min(at, end.at)
  return segments.flatMap((segment) => {
    const from = Math.max(segment.from, first)
    const to = Math.min(segment.to ?? last, last)
    if (from >= to) return []
    const millis = terms.clock.between(from, to)
    const params = { millis, calendar: terms.calendar?.id ?? null }
    return [reason('obligations.counted', params, stretch(terms.calendar, from, to))]
  })
}

function pauseStory({ pauses }: ObligationState, { history, at }: Asked): Reason[] {
  if (pauses.length === 0) return []
  const marks = new Map<string, Mark>(history.marks.map((mark) => [mark.id, mark]))
  return pauses.map(({ from, to, about, mark: id, reason: waitsFor, by }) => {
    const mark = marks.get(id)
    const until = (mark && untilOf(mark)) ?? null
    const type = mark?.type ?? 'waiting'
    const params = { mark: id, type, about, reason: waitsFor, by, from, to, until }
    const last = to ?? at
    return reason('obligations.paused', params, from < last ? { span: { from, to: last } } : {})
  })
}

/** What is left, where it is still owed in time. */
function restStory(state: ObligationState, { terms }: Cycle, { at }: Asked): Reason[] {
  const { dueAt, latestToMeet, remaining, breachedAt } = state
  const told: Reason[] = []
  if (isOpen(state) && breachedAt === null) {
    if (state.life === 'paused' && dueAt === null) {
      told.push(reason('obligations.undecided', { remaining }))
    } else if (dueAt !== null && at < dueAt) {
      const millis = terms.clock.between(at, dueAt)
      const params = { millis, dueAt, calendar: terms.calendar?.id ?? null }
      told.push(reason('obligations.toGo', params, stretch(terms.calendar, at, dueAt)))
    }
  }
  if (dueAt !== null && latestToMeet !== null && dueAt < latestToMeet) {
    const span = { from: dueAt, to: latestToMeet }
    told.push(reason('obligations.latest', { dueAt, latestToMeet }, { span }))
  }
  return told.map((one) => ({ ...one, source: placeIn(terms, '/clock') }))
}

function stretch(calendar: Calendar | undefined, from: Instant, to: Instant) {
  return { span: { from, to }, children: calendar === undefined ? [] : spansOf(calendar, from, to) }
}

/** How many open intervals are told one by one at either end of a long stretch. */
const TOLD = 8

/** Why time on a calendar counts; of a long stretch only its beginning and its end, and how much lies between. */
function spansOf(calendar: Calendar, from: Instant, to: Instant): readonly Reason[] {
  const story = explained(calendar)
  const told = (start: Instant, stop: Instant) => story.between(start, stop).reason.children
  const intervals = calendar.intervals(from, to)
  const [head, tail] = [intervals[TOLD - 1], intervals[intervals.length - TOLD]]
  if (intervals.length <= 3 * TOLD || head === undefined || tail === undefined)
    return told(from, to)
  const span = { from: head.to, to: tail.from }
  const count = intervals.length - 2 * TOLD
  const millis = calendar.between(span.from, span.to)
  const between = reason('obligations.between', { count, millis }, { span })
  return [...told(from, head.to), between, ...told(tail.from, to)]
}
