import {
  type EpochDay,
  FIRST_DAY,
  type Instant,
  type Interval,
  LAST_DAY,
  localDayAt,
  MAX_INSTANT,
  MIN_INSTANT,
  type Reason,
  reason,
  startOfDay,
  toLocalDate,
  zoneOf,
} from '@holdfast/kernel'
import type { Calendar } from './calendar.ts'
import { documentStory } from './document-story.ts'

/**
 * Why time counts or does not: a stretch of time told as open and closed spans, each with the entries of the documents
 * that make it so. Combined calendars tell the story of their parts.
 */
export interface Story {
  /** The spans from one instant to another, in order, and the clock changes among them. */
  tell(from: Instant, to: Instant): Reason[]
  /** What makes a span inside one open or closed stretch open or closed. */
  causes(span: Interval): Reason[]
  /** What holds on the dates from one to another, as far as they lie in the range. */
  dates(first: EpochDay, last: EpochDay): Reason[]
  /** The holiday at an instant; of a combined calendar, whether its parts have one. */
  holiday(at: Instant): Reason[]
  /** The breaks at an instant; of a combined calendar, whether its parts have one. */
  breaks(at: Instant): Reason[]
}

/** The story of a calendar. A calendar that is part of several others has one story: `told` keeps those made so far. */
export function storyOf(calendar: Calendar, told = new Map<Calendar, Story>()): Story {
  const before = told.get(calendar)
  if (before !== undefined) return before
  const story = makeStory(calendar, told)
  told.set(calendar, story)
  return story
}

function makeStory(calendar: Calendar, told: Map<Calendar, Story>): Story {
  const { definition } = calendar
  const zone = zoneOf(calendar.timeZone)
  const source = definition.kind === 'document' ? documentStory(definition.document) : undefined
  const parts =
    'of' in definition ? definition.of.map((part) => ({ part, story: storyOf(part, told) })) : []
  // Holidays and breaks of what is taken away say nothing.
  const dating = definition.kind === 'difference' ? parts.slice(0, 1) : parts

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
    // One at the very end belongs to this span: the next begins after it.
    while (at !== null && at <= to) {
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
      for (let day = Math.max(first, FIRST_DAY); day <= Math.min(last, LAST_DAY); day++) {
        const date = toLocalDate(day)
        const business = calendar.isBusinessDay(date)
        const children = business ? [] : closures(day)
        days.push(reason('calendar.day', { date, business }, { children }))
      }
      return days
    },
    holiday(at) {
      if (source !== undefined) return source.holiday(at)
      return dating.map(({ part, story }) =>
        isHolidayReason(part, at, part.isHoliday(at), story.holiday(at)),
      )
    },
    breaks(at) {
      if (source !== undefined) return source.breaks(at)
      return dating.map(({ part, story }) =>
        isBreakReason(part, at, part.isBreak(at), story.breaks(at)),
      )
    },
  }

  /** What closes a date with no open time; none for a date that the zone left out. */
  function closures(day: EpochDay): Reason[] {
    const from = Math.max(startOfDay(zone, day), MIN_INSTANT)
    const to = Math.min(startOfDay(zone, day + 1), MAX_INSTANT)
    return from < to ? causes({ from, to }) : []
  }
}

/** Whether a calendar has a holiday, as its own answer or under that of a combined one. */
export function isHolidayReason(
  { id, timeZone }: Calendar,
  at: Instant,
  holiday: boolean,
  children: Reason[],
): Reason {
  const date = toLocalDate(localDayAt(timeZone, at))
  return reason('calendar.isHoliday', { calendar: id, date, holiday }, { children })
}

/** Whether a calendar has a break, as its own answer or under that of a combined one. */
export function isBreakReason(
  { id }: Calendar,
  at: Instant,
  inBreak: boolean,
  children: Reason[],
): Reason {
  return reason('calendar.isBreak', { calendar: id, at, inBreak }, { children })
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
