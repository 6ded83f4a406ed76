import { parseDuration } from '@holdfast/kernel'
import type { Phrases, Say } from '@holdfast/kernel/text'

type Params = Parameters<Phrases[string]>[0]

/**
 * The English sentences of this package's reasons. Another language is a record with the same keys. Reasons about
 * calendars have theirs in `calendarPhrases`.
 */
export const obligationsPhrases: Phrases = {
  'obligations.read': ({ at, count, open }, say) =>
    `at ${say.instant(at)}: ${counted(count, 'promise')}, ${open} of them open`,
  'obligations.inactive': ({ obligation, about }) =>
    `${obligation} for ${about} is not owed: nothing has met its start`,
  'obligations.state': (params, say) => stateSentence(params, say),
  'obligations.started': (params, say) => `owed since ${since(params, say)}: ${marked(params)}`,
  'obligations.startedAfter': (params, say) =>
    `owed again since ${since(params, say)}, when ${marked(params)} fulfilled the one before`,
  'obligations.startedOver': (params, say) =>
    `begun anew at ${since(params, say)}: ${marked(params)}`,
  'obligations.nextPeriod': (params, say) =>
    `period ${params['period']} from ${since(params, say)}; the periods follow each other since ${marked(params)}`,
  'obligations.terms': ({ obligation, version, title, period, cadence, ...clock }, say) =>
    `${obligation} version ${version}${title === null ? '' : ` «${title}»`}: ${
      cadence === null ? 'within' : 'every'
    } ${periodText(period, say)} ${clockText(clock)}${CADENCES[String(cadence)] ?? ''}`,
  'obligations.countsAnew': ({ at }, say) =>
    `its terms changed, and time counts anew from ${say.instant(at)}`,
  'obligations.counted': ({ millis, calendar }, say, { span }) =>
    `counted ${say.span(span)}: ${say.duration(millis)}${onCalendar(calendar)}`,
  'obligations.between': ({ count, millis }, say, { span }) =>
    `${counted(count, 'more open interval')} ${say.span(span)}: ${say.duration(millis)}`,
  'obligations.paused': ({ from, to, until, ...wait }, say, { span }) =>
    to === null
      ? `paused since ${say.instant(from)}${waiting(wait)}${until === null ? '' : `, until ${say.instant(until)}`}`
      : `paused ${span === undefined ? `at ${say.instant(from)}` : say.span(span)}${waiting(wait)}`,
  'obligations.notPaused': (params, say) =>
    `${marked(params)} at ${say.instant(params['at'])} pauses nothing: ${
      params['reason'] === null
        ? 'it names no reason'
        : `waiting for ${params['reason']} does not pause this`
    }`,
  'obligations.undecided': ({ remaining }, say) =>
    `due ${say.duration(remaining)} after it resumes; until then nobody knows when`,
  'obligations.toGo': ({ millis, calendar, dueAt }, say) =>
    `${say.duration(millis)} to go${onCalendar(calendar)}, until ${say.instant(dueAt)}`,
  'obligations.latest': ({ dueAt, latestToMeet }, say) =>
    `nothing counts from ${say.instant(dueAt)} to ${say.instant(latestToMeet)}: until then it is in time`,
  'obligations.moved': ({ at, from, to }, say) => `at ${say.instant(at)} ${moved(from, to, say)}`,
  'obligations.mark': (params) => marked(params),
  'obligations.termsChanged': ({ obligation, version, onChange }) =>
    obligation === null
      ? 'from then on nothing was owed'
      : `from then on ${obligation} version ${version} held, ${
          onChange === 'retroactive' ? 'as if from the beginning' : 'with a clock that began anew'
        }`,
  'obligations.waitOver': ({ about, mark }) =>
    `the date came until which ${about} waited (${mark})`,
  'obligations.warned': ({ at }, say) => `warned at ${say.instant(at)}`,
  'obligations.breached': ({ breachedAt, latestToMeet, late, underEarlierTerms }, say) =>
    underEarlierTerms === true || latestToMeet === null
      ? `breached at ${say.instant(breachedAt)}, under terms that have changed since`
      : `breached: not done by ${say.instant(latestToMeet)}${late === 0 ? '' : `, ${say.duration(late)} over`}`,
  'obligations.missed': ({ count }) => `${counted(count, 'further period')} went by unmet`,
  'obligations.consequence': ({ on, kind, to }) =>
    `${kind}${to === null ? '' : ` to ${to}`} follows from the ${on}`,
  'obligations.fulfilled': (params, say) => `fulfilled ${ended(params, say)}${margin(params, say)}`,
  'obligations.cancelled': (params, say) =>
    params['mark'] === null
      ? `owed no more since ${say.instant(params['at'])}: ${CAUSES[String(params['cause'])] ?? params['cause']}`
      : `${params['cause'] === 'reset' ? 'begun anew' : 'owed no more'} ${ended(params, say)}`,
  'obligations.notCounted': (params, say) =>
    `${marked(params)} at ${say.instant(params['at'])} did not fulfill it: ${UNHEARD[String(params['why'])] ?? params['why']}`,
  'obligations.problem': ({ message, marks }) => `${message}: ${listed(marks)}`,
  'obligations.wakeups': ({ at, count }, say) =>
    count === 0
      ? `nothing changes by itself after ${say.instant(at)}`
      : `${counted(count, 'change')} to come after ${say.instant(at)}`,
  'obligations.wakeup': ({ purpose, at, obligation, about }, say) =>
    `${say.instant(at)}: ${obligation}${about === null ? '' : ` for ${about}`} ${PURPOSES[String(purpose)] ?? purpose}`,
  'obligations.rankingPeople': () =>
    'promises are kept by roles and teams; people are not compared by them',
  'obligations.askInstead': ({ by }) =>
    by === 'kind' ? 'ask by kind of promise' : 'ask by role or team',
}

const CAUSES: Readonly<Record<string, string>> = {
  untilDate: 'it was owed until then',
  termsChanged: 'its terms ended',
}

const UNHEARD: Readonly<Record<string, string>> = {
  automatic: 'it was written by a machine',
  private: 'the other side cannot read it',
  automaticAndPrivate: 'it was written by a machine, and the other side cannot read it',
  early: 'its period had not begun',
}

const PURPOSES: Readonly<Record<string, string>> = {
  warn: 'warns',
  breach: 'is breached',
  recur: 'begins its next period',
  resume: 'resumes',
  end: 'ends',
  change: 'has other terms',
}

const CADENCES: Readonly<Record<string, string>> = {
  fulfillment: ', from each fulfillment on',
  grid: ', one period after the other',
}

const CLOCKS: Readonly<Record<string, string>> = {
  businessTime: 'of business time',
  elapsedTime: 'of elapsed time',
  businessDays: 'counted in business days',
  localDates: 'counted in dates',
}

function stateSentence(params: Params, say: Say): string {
  const { obligation, about, cycle, life, debtor, creditor, dueAt, breachedAt } = params
  const parties = `${debtor ?? 'somebody'} owes ${creditor ?? 'somebody'}`
  const name = `${obligation} for ${about} (cycle ${cycle}), ${parties}`
  const late = breachedAt === null ? '' : ' and breached'
  const isOver = life === 'fulfilled' || life === 'cancelled'
  if (isOver) return `${name}: ${life}${late}`
  const deadline = dueAt === null ? 'with no deadline yet' : `due ${say.instant(dueAt)}`
  return `${name}: ${life}${late}, ${deadline}`
}

/** The kind of a mark, its id and who made it. */
function marked({ mark, type, by }: Params): string {
  return `${type} ${mark}${by === null ? '' : ` by ${by}`}`
}

function ended(params: Params, say: Say): string {
  const mark = params['mark'] === null ? '' : ` by ${marked(params)}`
  return `at ${say.instant(params['at'])}${mark}`
}

function margin({ inTime, left }: Params, say: Say): string {
  if (inTime === true) return `, in time with ${say.duration(left)} left`
  return Number(left) < 0 ? `, ${say.duration(-Number(left))} late` : ', after its breach'
}

function since({ from }: Params, say: Say): string {
  return from === null ? 'a time that a pause leaves open' : say.instant(from)
}

function moved(from: unknown, to: unknown, say: Say): string {
  if (from === null) return `the deadline became ${say.instant(to)}`
  if (to === null) return `the deadline of ${say.instant(from)} was lifted`
  return `the deadline moved from ${say.instant(from)} to ${say.instant(to)}`
}

function waiting({ type, reason, by, about }: Params): string {
  if (type !== 'waiting') return `: ${type}${by === null ? '' : ` by ${by}`}`
  const reasonText = reason === null ? '' : ` for ${reason}`
  return `: ${about} waits${reasonText}${by === null ? '' : `, says ${by}`}`
}

function periodText(period: unknown, say: Say): string {
  const parts = typeof period === 'string' ? parseDuration(period) : undefined
  if (parts === undefined) return say.duration(period)
  const { months, days, millis } = parts
  return [
    months > 0 ? counted(months, 'month') : '',
    days > 0 ? counted(days, 'day') : '',
    millis > 0 ? say.duration(millis) : '',
  ]
    .filter((part) => part !== '')
    .join(' ')
}

function clockText({ counts, calendar, timeZone, due, cutoff }: Params): string {
  const day = due === 'sameTime' ? ', at the same time of day' : ', by the end of the day'
  const cut = cutoff === null ? '' : ` (cut-off ${cutoff})`
  return [
    CLOCKS[String(counts)] ?? counts,
    calendar === null ? '' : onCalendar(calendar),
    timeZone === null ? '' : ` of ${timeZone}`,
    counts === 'businessDays' ? `${day}${cut}` : '',
  ].join('')
}

function onCalendar(calendar: unknown): string {
  return calendar === null ? '' : ` on ${calendar}`
}

function listed(values: unknown): string {
  return Array.isArray(values) ? values.join(', ') : String(values)
}

function counted(count: unknown, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
