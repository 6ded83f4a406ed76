import { trouble } from '@holdfast/example-report/trouble'
import {
  DAY_MILLIS,
  FIRST_DAY,
  type Instant,
  type Interval,
  LAST_DAY,
  MAX_INSTANT,
  MIN_INSTANT,
  parseInstant,
  parseLocalDate,
  quote,
} from '@holdfast/kernel'
import type { Arguments } from './arguments.ts'

/** What is asked: a span of whole days of UTC, and an instant. */
export interface Question {
  readonly span: Interval
  readonly at: Instant
}

const DEFAULTS = { from: '2027-10-01', to: '2028-01-01', at: '2027-11-25T16:00Z' } as const

/** More days than these would be too narrow to draw. */
const MOST_DAYS = 370

export function questionOf({
  from: first = DEFAULTS.from,
  to: last = DEFAULTS.to,
  at: moment,
}: Arguments): Question {
  const [from, to] = [dayStart('--from', first), dayStart('--to', last)]
  if (from >= to) throw trouble(`--to ${last} is not after --from ${first}`)
  if (to - from > MOST_DAYS * DAY_MILLIS) {
    throw trouble(
      `--from ${first} --to ${last} is more than a year: it would be too narrow to read`,
    )
  }
  if (moment === undefined) {
    const usual = parseInstant(DEFAULTS.at) as Instant
    return { span: { from, to }, at: usual >= from && usual < to ? usual : from }
  }
  const at = parseInstant(moment)
  if (at === undefined || at < MIN_INSTANT || at > MAX_INSTANT) {
    throw trouble(`--at ${quote(moment)} is no instant such as ${DEFAULTS.at}`)
  }
  return { span: { from, to }, at }
}

function dayStart(option: string, text: string): Instant {
  const day = parseLocalDate(text)
  if (day === undefined || day < FIRST_DAY || day > LAST_DAY) {
    throw trouble(`${option} ${quote(text)} is no date such as 2027-10-01`)
  }
  return day * DAY_MILLIS
}
