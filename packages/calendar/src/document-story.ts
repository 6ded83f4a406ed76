import {
  clip,
  DAY_MILLIS,
  difference,
  type EpochDay,
  type Instant,
  type Interval,
  type IntervalSet,
  intervalSet,
  localDayAt,
  measure,
  type Reason,
  reason,
  startOfDay,
  toLocalDate,
  WEEKDAYS,
  weekdayIndex,
} from '@holdfast/kernel'
import type { CalendarDocument } from './document.ts'
import { scheduleOf } from './schedule.ts'
import { timeOfWindow, type Window } from './windows.ts'

/** Why a document opens or closes time: the entries that do it. */
export interface DocumentStory {
  /** The entries that make a span open or closed; it lies inside one open or closed stretch. */
  causes(span: Interval, open: boolean): Reason[]
  holiday(at: Instant): Reason[]
  breaks(at: Instant): Reason[]
}

export function documentStory(document: CalendarDocument): DocumentStory {
  const schedule = scheduleOf(document)
  const { zone } = schedule
  const at = (pointer: string) => ({
    source: { document: document.id, version: document.version, pointer },
  })

  /** Whether a window of a date holds time inside a span. */
  function meets(day: EpochDay, window: Window, span: Interval): boolean {
    const { from, to } = timeOfWindow(zone, day, window)
    return Math.max(from, span.from) < Math.min(to, span.to)
  }

  function daysOf(span: Interval): EpochDay[] {
    const days: EpochDay[] = []
    const last = localDayAt(zone, Math.max(span.from, span.to - 1))
    for (let day = localDayAt(zone, span.from); day <= last; day++) days.push(day)
    return days
  }

  /** Whether a date has any time; one that a zone left out has none, though its night may run on into the next. */
  function exists(day: EpochDay): boolean {
    return startOfDay(zone, day) < startOfDay(zone, day + 1)
  }

  function hoursOf(day: EpochDay, span: Interval): Reason[] {
    return schedule
      .piecesOf(day)
      .filter((window) => meets(day, window, span))
      .map((window) =>
        window.pointer.startsWith('/overrides/')
          ? reason(
              'calendar.override',
              { date: toLocalDate(day), ...window.times },
              at(window.pointer),
            )
          : reason(
              'calendar.hours',
              { weekday: WEEKDAYS[weekdayIndex(day)] as string, ...window.times },
              at(window.pointer),
            ),
      )
  }

  function holidayOn(day: EpochDay): Reason[] {
    const found = schedule.holidayOn(day)
    if (found === undefined) return []
    const insteadOf = found.insteadOf === undefined ? null : toLocalDate(found.insteadOf)
    const params = { date: toLocalDate(day), name: found.name ?? null, insteadOf }
    return [reason('calendar.holiday', params, at(found.pointer))]
  }

  function breaksOn(day: EpochDay, span: Interval): { window: Window; told: Reason }[] {
    return schedule
      .breaksOn(day)
      .filter((window) => meets(day, window, span))
      .map((window) => {
        const params = { date: toLocalDate(day), ...window.times }
        return { window, told: reason('calendar.break', params, at(window.pointer)) }
      })
  }

  /** The breaks of a date that take open time away: those outside the hours close nothing. */
  function effectiveBreaksOn(day: EpochDay, span: Interval): Reason[] {
    const open = [-1, 0, 1].flatMap((days) =>
      schedule
        .piecesOf(day + days)
        .map(({ start, end }) => [start + days * DAY_MILLIS, end + days * DAY_MILLIS] as const),
    )
    return breaksOn(day, span)
      .filter(({ window }) => open.some(([from, to]) => from < window.end && window.start < to))
      .map(({ told }) => told)
  }

  function timeOf(day: EpochDay, windows: readonly Window[]): IntervalSet {
    return intervalSet(windows.map((window) => timeOfWindow(zone, day, window)))
  }

  /** Whether the holiday or override of a date took weekly hours that lie in a span. */
  function takesHours(day: EpochDay, span: Interval): boolean {
    const taken = difference(
      timeOf(day, schedule.replaceableOn(day)),
      timeOf(day, schedule.planOf(day).windows),
    )
    return measure(clip(taken, span.from, span.to)) > 0
  }

  /** The holiday or the override that holds on a date in place of its weekly hours. */
  function replacementOn(day: EpochDay): Reason[] {
    const { because, windows, pointer } = schedule.planOf(day)
    if (because === 'hours') return []
    if (because === 'holiday') return holidayOn(day)
    if (windows.length > 0) return [outsideHours(day)]
    const params = { date: toLocalDate(day), from: null, to: null }
    return [reason('calendar.override', params, at(pointer))]
  }

  /** The entries that close a date, or part of it. Most closed time has none: it lies outside the hours. */
  function closedOn(day: EpochDay, span: Interval): Reason[] {
    const isClosed = schedule.planOf(day).windows.length === 0 && exists(day)
    const isNamed = isClosed || takesHours(day, span)
    return [...(isNamed ? replacementOn(day) : []), ...effectiveBreaksOn(day, span)]
  }

  /** What the day before closes after midnight: the night that went with it, and breaks that run on. */
  function closedSince(eve: EpochDay, span: Interval): Reason[] {
    const isNamed = takesHours(eve, span)
    return [...(isNamed ? replacementOn(eve) : []), ...effectiveBreaksOn(eve, span)]
  }

  function outsideHours(day: EpochDay): Reason {
    const plan = schedule.planOf(day)
    if (plan.because === 'override') {
      return reason('calendar.outsideOverride', { date: toLocalDate(day) }, at(plan.pointer))
    }
    const weekday = WEEKDAYS[weekdayIndex(day)] as string
    return reason('calendar.outsideHours', { weekday }, at(plan.pointer))
  }

  return {
    holiday: (instant) => holidayOn(localDayAt(zone, instant)),
    breaks(instant) {
      const moment = { from: instant, to: instant + 1 }
      const today = localDayAt(zone, instant)
      return [today - 1, today].flatMap((day) => breaksOn(day, moment)).map(({ told }) => told)
    },
    causes(span, open) {
      const days = daysOf(span)
      const [first] = days as [EpochDay]
      // The shift that began the evening before may be what is open.
      if (open) return [first - 1, ...days].flatMap((day) => hoursOf(day, span))
      const closures = [
        ...closedSince(first - 1, span),
        ...days.flatMap((day) => closedOn(day, span)),
      ]
      return closures.length > 0 ? closures : [outsideHours(first)]
    },
  }
}
