import type { Calendar } from '@holdfast/calendar'
import {
  assertUsable,
  type DocumentReading,
  type DocumentSource,
  didYouMean,
  documentHeader,
  durationSchema,
  type Finding,
  parseDuration,
  quote,
  readDocument,
  toMillis,
} from '@holdfast/kernel'
import * as z from 'zod'
import { PRIORITIES, type Priority } from './vocabulary.ts'

const promiseSchema = z.strictObject({
  within: durationSchema.describe('Open time of the calendar from opening to resolution'),
  reason: z.string().optional(),
})

const shape = Object.fromEntries(PRIORITIES.map((priority) => [priority, promiseSchema])) as Record<
  Priority,
  typeof promiseSchema
>

const promisesSchema = z.strictObject({
  ...documentHeader,
  calendar: z.string().describe('The id of the calendar whose open time counts'),
  priorities: z.strictObject(shape),
})

/** How soon incidents are resolved, by priority, in the business time of a calendar. */
export type PromisesDocument = Readonly<z.input<typeof promisesSchema>>

export interface Promises {
  readonly id: string
  readonly version: string | number
  readonly calendar: Calendar
  /** Milliseconds of open time. */
  readonly within: Readonly<Record<Priority, number>>
}

/** The calendars there are, by id. */
export type Calendars = Readonly<Record<string, Calendar>>

type Reading = DocumentReading<z.output<typeof promisesSchema>>

/** Everything that is wrong, or most likely a mistake, in a document of promises. Never throws. */
export function checkPromises(
  documentOrSource: PromisesDocument | DocumentSource,
  calendars: Calendars,
): Finding[] {
  return read(documentOrSource, calendars).findings
}

/** The promises of a document. Throws a `DocumentError` that names everything `checkPromises` finds. */
export function createPromises(
  documentOrSource: PromisesDocument | DocumentSource,
  calendars: Calendars,
): Promises {
  const { value, findings } = read(documentOrSource, calendars)
  assertUsable('document of promises', findings)
  const { id, version, calendar, priorities } = value as PromisesDocument
  const within = PRIORITIES.map((priority) => [priority, toMillis(priorities[priority].within)])
  return Object.freeze({
    id,
    version,
    calendar: calendars[calendar] as Calendar,
    within: Object.fromEntries(within) as Record<Priority, number>,
  })
}

function read(documentOrSource: PromisesDocument | DocumentSource, calendars: Calendars) {
  const reading = readDocument(promisesSchema, documentOrSource)
  const findings = [
    ...reading.findings,
    ...calendarFindings(reading, Object.keys(calendars)),
    ...lengthFindings(reading),
    ...orderFindings(reading),
  ]
  return { value: reading.value, findings }
}

function calendarFindings({ sound: { calendar }, finding }: Reading, known: string[]): Finding[] {
  if (calendar === undefined || known.includes(calendar)) return []
  const message = `there is no calendar ${quote(calendar)}`
  const near = didYouMean(calendar, known)
  const place = { path: ['calendar'], found: calendar, expected: known.join(', ') }
  return [
    finding({ code: 'calendar-unknown', message, ...place, ...(near && { didYouMean: near }) }),
  ]
}

/** Lengths that business time has no answer for: days, which are a unit of their own, and none at all. */
function lengthFindings({ sound: { priorities = {} }, finding }: Reading): Finding[] {
  return PRIORITIES.flatMap((priority) => {
    const within = priorities[priority]?.within
    if (within === undefined) return []
    const place = { path: ['priorities', priority, 'within'], found: within }
    const millis = fixedLength(within)
    if (millis === undefined) {
      const message = `${quote(within)} has no fixed length in business time`
      const expected = 'hours and minutes, such as PT8H'
      return [finding({ code: 'duration-not-fixed', message, ...place, expected })]
    }
    if (millis > 0) return []
    const message = `nothing can be resolved within ${quote(within)}`
    return [finding({ code: 'duration-empty', message, ...place, expected: 'more than nothing' })]
  })
}

/** A more urgent priority that is promised more time than the next one. */
function orderFindings({ sound: { priorities = {} }, finding }: Reading): Finding[] {
  return PRIORITIES.flatMap((priority, index) => {
    const next = PRIORITIES[index + 1]
    const [within, after] = [priority, next].map(
      (one) => one && fixedLength(priorities[one]?.within ?? ''),
    )
    if (next === undefined || !(Number(within) > Number(after))) return []
    const message = `${priority} is promised more time than ${next}, which is less urgent`
    const path = ['priorities', priority, 'within']
    return [finding({ severity: 'warning', code: 'promise-order', message, path })]
  })
}

function fixedLength(within: number | string): number | undefined {
  if (typeof within === 'number') return within
  const parts = parseDuration(within)
  return parts === undefined || parts.months !== 0 || parts.days !== 0 ? undefined : parts.millis
}
