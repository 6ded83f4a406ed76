import {
  DAY_MILLIS,
  dayOfLocal,
  type EpochDay,
  formatLocalTime,
  type Instant,
  type Interval,
  localTimeAt,
  type Reason,
  reason,
  resolveLocal,
  toLocalDate,
  WEEKDAYS,
  weekdayIndex,
  zoneOf,
} from '@holdfast/kernel'
import type { Calendar } from './calendar.ts'
import type { CalendarDocument } from './document.ts'
import { type Schedule, scheduleOf } from './schedule.ts'
import type { Window } from './windows.ts'

/**
 * Why time counts or does not: a stretch of time told as open and closed spans, each with the entries of the documents
 * that make it so. Combined calendars tell the story of their parts.
 */
export interface Story {
  /** The spans from one instant to another, in order, and the clock changes among them. */
  tell(from: Instant, to: Instant): Reason[]
  /** What makes a span inside one open or closed stretch open or closed. */
  causes(span: Interval): Reason[]
  /** What holds on the dates from one to another. */
  dates(first: EpochDay, last: EpochDay): Reason[]
  /** The holiday of a date, in the calendar or in its parts. */
  holiday(at: Instant): Reason[]
}

export function storyOf(calendar: Calendar): Story {
  const { definition } = calendar
  const zone = zoneOf(calendar.timeZone)
  const source = definition.kind === 'document' ? documentStory(definition.document) : undefined
  const parts =
    'of' in definition ? definition.of.map((part) => ({ part, story: storyOf(part) })) : []

  function causes(span: Interval): Reason[] {
    if (source !== undefined) return source.causes(span, calendar.isOpen(span.from))
    if (parts.length === 0) return [reason('calendar.always')]
    const open = calendar.isOpen(span.from)
    return parts.flatMap(({ part, story }, index) => {
      // What is taken away matters where it is the other way round.
      const relevant = definition.kind === 'difference' && index === 1 ? !open : open
      return spansOf(part, span)
        .filter((inside) => inside.open === relevant)
        .map(({ open: _, ...inside }) => {
          const params = { calendar: part.id, open: relevant }
          return reason('calendar.part', params, { span: inside, children: story.causes(inside) })
        })
    })
  }

  function clockChanges(from: Instant, to: Instant): Reason[] {
    const changes: Reason[] = []
    let at = zone.nextTransition(from)
    while (at !== null && at < to) {
      const millis = zone.offsetAt(at) - zone.offsetAt(at - 1)
      changes.push(reason('calendar.clockChange', { at, millis }))
      at = zone.nextTransition(at)
    }
    return changes
  }

  return {
    causes,
    tell: (from, to) =>
      spansOf(calendar, { from, to }).map(({ open, ...span }) => {
        const children = [...causes(span), ...clockChanges(span.from, span.to)]
        if (!open) return reason('calendar.closed', {}, { span, children })
        return reason('calendar.open', { millis: span.to - span.from }, { span, children })
      }),
    dates(first, last) {
      const days: Reason[] = []
      for (let day = first; day <= last; day++) {
        const date = toLocalDate(day)
        const business = calendar.isBusinessDay(date)
        const [from, to] = [
          resolveLocal(zone, day * DAY_MILLIS),
          resolveLocal(zone, (day + 1) * DAY_MILLIS),
        ]
        const children = from < to ? closures({ from, to }) : []
        days.push(
          reason('calendar.day', { date, business }, { children: business ? [] : children }),
        )
      }
      return days
    },
    holiday: (at) =>
      source === undefined
        ? parts.flatMap(({ story }) => story.holiday(at))
        : source.holiday(dayOfLocal(localTimeAt(source.schedule.zone, at))),
  }

  function closures(span: Interval): Reason[] {
    return spansOf(calendar, span).flatMap((inside) => (inside.open ? [] : causes(inside)))
  }
}

/** The open and closed spans that make up a stretch. */
function spansOf(calendar: Calendar, { from, to }: Interval): (Interval & { open: boolean })[] {
  const spans: (Interval & { open: boolean })[] = []
  let reached = from
  for (const open of calendar.intervals(from, to)) {
    if (reached < open.from) spans.push({ from: reached, to: open.from, open: false })
    spans.push({ ...open, open: true })
    reached = open.to
  }
  if (reached < to) spans.push({ from: reached, to, open: false })
  return spans
}

interface DocumentStory {
  readonly schedule: Schedule
  causes(span: Interval, open: boolean): Reason[]
  holiday(day: EpochDay): Reason[]
}

function documentStory(document: CalendarDocument): DocumentStory {
  const schedule = scheduleOf(document)
  const { zone } = schedule
  const at = (pointer: string) => ({
    source: { document: document.id, version: document.version, pointer },
  })
  const times = ({ start, end }: Window) => ({
    from: formatLocalTime(start),
    to: formatLocalTime(end > DAY_MILLIS ? end - DAY_MILLIS : end),
  })

  function meets(day: EpochDay, { start, end }: Window, span: Interval): boolean {
    const from = resolveLocal(zone, day * DAY_MILLIS + start)
    return from < span.to && resolveLocal(zone, day * DAY_MILLIS + end) > span.from
  }

  function daysOf(span: Interval): EpochDay[] {
    const days: EpochDay[] = []
    const last = dayOfLocal(localTimeAt(zone, span.to - 1))
    for (let day = dayOfLocal(localTimeAt(zone, span.from)); day <= last; day++) days.push(day)
    return days
  }

  function hoursOf(day: EpochDay, span: Interval): Reason[] {
    return schedule
      .piecesOf(day)
      .filter((window) => meets(day, window, span))
      .map((window) =>
        window.pointer.startsWith('/overrides/')
          ? reason(
              'calendar.override',
              { date: toLocalDate(day), ...times(window) },
              at(window.pointer),
            )
          : reason(
              'calendar.hours',
              { weekday: WEEKDAYS[weekdayIndex(day)] as string, ...times(window) },
              at(window.pointer),
            ),
      )
  }

  function holiday(day: EpochDay): Reason[] {
    const found = schedule.holidayOn(day)
    if (found === undefined) return []
    const insteadOf = found.insteadOf === undefined ? null : toLocalDate(found.insteadOf)
    const params = { date: toLocalDate(day), name: found.name ?? null, insteadOf }
    return [reason('calendar.holiday', params, at(found.pointer))]
  }

  /** The entries that close a date, or part of it. Most closed time has none: it lies outside the hours. */
  function closedOn(day: EpochDay, span: Interval): Reason[] {
    const plan = schedule.planOf(day)
    const breaks = schedule
      .breaksOn(day)
      .filter((window) => meets(day, window, span))
      .map((window) =>
        reason('calendar.break', { date: toLocalDate(day), ...times(window) }, at(window.pointer)),
      )
    if (plan.because === 'holiday') return [...holiday(day), ...breaks]
    if (plan.because === 'override' && plan.windows.length === 0) {
      const params = { date: toLocalDate(day), from: null, to: null }
      return [reason('calendar.override', params, at(plan.pointer)), ...breaks]
    }
    return breaks
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
    schedule,
    holiday,
    causes(span, open) {
      const days = daysOf(span)
      if (!open) {
        const closures = days.flatMap((day) => closedOn(day, span))
        return closures.length > 0 ? closures : days.slice(0, 1).map(outsideHours)
      }
      // The shift that began the evening before may be what is open.
      return [(days[0] as EpochDay) - 1, ...days].flatMap((day) => hoursOf(day, span))
    },
  }
}
