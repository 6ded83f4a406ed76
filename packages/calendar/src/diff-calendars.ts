import {
  difference,
  type InstantLike,
  type Interval,
  intervalSet,
  intervalsOf,
  measure,
  type Reason,
  reason,
  toInstant,
} from '@holdfast/kernel'
import type { Calendar } from './calendar.ts'
import { storyOf } from './story.ts'

/** How two calendars differ over a stretch of time. */
export interface CalendarDiff {
  readonly equal: boolean
  /** Open in the second only. */
  readonly opened: readonly Interval[]
  /** Open in the first only. */
  readonly closed: readonly Interval[]
  readonly openedMillis: number
  readonly closedMillis: number
  /** The same in words, once rendered: every change in order of time, with the entries on both sides. */
  readonly reason: Reason
}

/** What changes when `after` takes the place of `before`, inside `[from, to)`. */
export function diffCalendars(
  before: Calendar,
  after: Calendar,
  from: InstantLike,
  to: InstantLike,
): CalendarDiff {
  const [start, end] = [toInstant(from), toInstant(to)]
  const old = intervalSet(before.intervals(start, end))
  const next = intervalSet(after.intervals(start, end))
  const [opened, closed] = [difference(next, old), difference(old, next)]
  const [oldStory, newStory] = [storyOf(before), storyOf(after)]
  const change = (code: string) => (span: Interval) =>
    reason(
      code,
      { millis: span.to - span.from },
      {
        span,
        children: [...oldStory.causes(span), ...newStory.causes(span)],
      },
    )
  const changes = [
    ...intervalsOf(opened).map(change('calendar.opened')),
    ...intervalsOf(closed).map(change('calendar.noLongerOpen')),
  ].sort((a, b) => (a.span?.from ?? 0) - (b.span?.from ?? 0))
  const [openedMillis, closedMillis] = [measure(opened), measure(closed)]
  const params = {
    before: titleOf(before),
    after: titleOf(after),
    opened: openedMillis,
    closed: closedMillis,
  }
  return {
    equal: openedMillis === 0 && closedMillis === 0,
    opened: intervalsOf(opened),
    closed: intervalsOf(closed),
    openedMillis,
    closedMillis,
    reason: reason('calendar.diff', params, { children: changes }),
  }
}

/** Two versions of one document share its id. */
function titleOf({ id, definition }: Calendar): string {
  return definition.kind === 'document' ? `${id} version ${definition.document.version}` : id
}
