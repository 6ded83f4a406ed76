import type { Phrases, Say } from '@holdfast/kernel/text'

const WEEKDAY_NAMES: Record<string, string> = {
  mon: 'Mondays',
  tue: 'Tuesdays',
  wed: 'Wednesdays',
  thu: 'Thursdays',
  fri: 'Fridays',
  sat: 'Saturdays',
  sun: 'Sundays',
}

/** The English sentences of this package's reasons. Another language is a record with the same keys. */
export const calendarPhrases: Phrases = {
  'calendar.isOpen': ({ calendar, at, open }, say) =>
    `${calendar} is ${open === true ? 'open' : 'closed'} at ${say.instant(at)}`,
  'calendar.add': ({ at, duration, result }, say) =>
    `${say.duration(duration)} of open time after ${say.instant(at)} is ${say.instant(result)}`,
  'calendar.subtract': ({ at, duration, result }, say) =>
    `${say.duration(duration)} of open time before ${say.instant(at)} is ${say.instant(result)}`,
  'calendar.between': ({ from, to, result }, say) =>
    `${say.duration(result)} of open time from ${say.instant(from)} to ${say.instant(to)}`,
  'calendar.nextOpen': (params, say) => edge(params, say, 'next open'),
  'calendar.nextClose': (params, say) => edge(params, say, 'next closing'),
  'calendar.previousOpen': (params, say) => edge(params, say, 'last open'),
  'calendar.previousClose': (params, say) => edge(params, say, 'last closing'),
  'calendar.intervals': ({ count, from, to }, say) =>
    `${counted(count, 'open interval')} from ${say.instant(from)} to ${say.instant(to)}`,
  'calendar.isHoliday': ({ calendar, date, holiday }, say) =>
    `${say.date(date)} is ${holiday === true ? 'a' : 'no'} holiday of ${calendar}`,
  'calendar.isBreak': ({ calendar, at, inBreak }, say) =>
    `${calendar} has ${inBreak === true ? 'a' : 'no'} break at ${say.instant(at)}`,
  'calendar.isBusinessDay': ({ date, business }, say) =>
    `${say.date(date)} is ${business === true ? 'a' : 'no'} business day`,
  'calendar.businessDaysBetween': ({ from, to, result }, say) =>
    `${counted(result, 'business day')} after ${say.date(from)} up to ${say.date(to)}`,
  'calendar.addDays': ({ at, days, result }, say) =>
    `${counted(Math.abs(Number(days)), 'business day')} ${Number(days) < 0 ? 'before' : 'after'} ${say.instant(at)} is ${say.instant(result)}`,
  'calendar.endOfBusinessDay': ({ at, days, cutoff, result }, say) =>
    `business day ${days} after ${say.instant(at)}${cutoff === null ? '' : ` (cut-off ${cutoff})`} ends ${say.instant(result)}`,
  'calendar.open': ({ millis }, say, { span }) => `open ${say.span(span)}: ${say.duration(millis)}`,
  'calendar.closed': (_, say, { span }) => `closed ${say.span(span)}`,
  'calendar.day': ({ date, business }, say) =>
    `${say.date(date)}: ${business === true ? 'business day' : 'closed'}`,
  'calendar.hours': ({ weekday, from, to }) => `hours on ${weekdayName(weekday)}: ${from} to ${to}`,
  'calendar.override': ({ date, from, to }, say) =>
    from === null
      ? `${say.date(date)} is closed by an override`
      : `hours of ${say.date(date)} only: ${from} to ${to}`,
  'calendar.outsideHours': ({ weekday }) => `outside the hours on ${weekdayName(weekday)}`,
  'calendar.outsideOverride': ({ date }, say) => `outside the hours of ${say.date(date)} only`,
  'calendar.holiday': ({ date, name, insteadOf }, say) => {
    const title = name === null ? 'a holiday' : String(name)
    const instead = insteadOf === null ? '' : `, instead of ${say.date(insteadOf)}`
    return `${say.date(date)} is ${title}${instead}`
  },
  'calendar.break': ({ date, from, to }, say) => `break on ${say.date(date)}: ${from} to ${to}`,
  'calendar.clockChange': ({ at, millis }, say) =>
    `clocks go ${Number(millis) > 0 ? 'forward' : 'back'} ${say.duration(Math.abs(Number(millis)))} at ${say.instant(at)}`,
  'calendar.always': () => 'always open',
  'calendar.part': ({ calendar, open }, say, { span }) => {
    const isMoment = span !== undefined && span.to - span.from <= 1
    const time = isMoment ? `at ${say.instant(span.from)}` : say.span(span)
    return `${calendar} is ${open === true ? 'open' : 'closed'} ${time}`
  },
  'calendar.diff': ({ before, after, opened, closed }, say) =>
    `from ${before} to ${after}: ${say.duration(opened)} more open, ${say.duration(closed)} less`,
  'calendar.opened': ({ millis }, say, { span }) =>
    `opens ${say.span(span)}: ${say.duration(millis)} more`,
  'calendar.noLongerOpen': ({ millis }, say, { span }) =>
    `closes ${say.span(span)}: ${say.duration(millis)} less`,
}

function edge({ at, result }: Parameters<Phrases[string]>[0], say: Say, what: string): string {
  if (result === null) return `no ${what} time from ${say.instant(at)} within 1970 to 2100`
  return `the ${what} time from ${say.instant(at)} is ${say.instant(result)}`
}

function counted(count: unknown, what: string): string {
  const size = Math.abs(Number(count))
  return `${Number(count) < 0 ? '−' : ''}${size} ${what}${size === 1 ? '' : 's'}`
}

function weekdayName(weekday: unknown): string {
  return WEEKDAY_NAMES[String(weekday)] ?? String(weekday)
}
