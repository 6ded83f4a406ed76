import {
  type DocumentSource,
  type Finding,
  isTimeZone,
  quote,
  readDocument,
  suggestTimeZone,
} from '@holdfast/kernel'
import { holidayFindings } from './check-dates.ts'
import { datedFindings, weeklyFindings } from './check-hours.ts'
import { type CalendarDocument, type CalendarReading, calendarSchema } from './document.ts'

/** Everything that is wrong, or most likely a mistake, in a calendar document. Never throws. */
export function checkCalendar(documentOrSource: CalendarDocument | DocumentSource): Finding[] {
  return readCalendar(documentOrSource).findings
}

/** The document, when its shape is right, and everything found in it. */
export function readCalendar(documentOrSource: CalendarDocument | DocumentSource): {
  readonly value: CalendarDocument | undefined
  readonly findings: Finding[]
} {
  const reading = readDocument(calendarSchema, documentOrSource)
  const findings = [
    ...reading.findings,
    ...zoneFindings(reading),
    ...weeklyFindings(reading),
    ...datedFindings(reading, 'overrides'),
    ...datedFindings(reading, 'breaks'),
    ...holidayFindings(reading),
    ...neverOpenFindings(reading),
  ]
  return { value: reading.value, findings }
}

/** Old ids such as `EST` and `EST5EDT`; `UTC` and `GMT` say what they mean. */
const ABBREVIATION = /^(?!UTC$|GMT$)[A-Z]{3,4}(\d[A-Z]{3})?$/

function zoneFindings({ sound: { timeZone }, finding }: CalendarReading): Finding[] {
  if (timeZone === undefined) return []
  const place = { path: ['timeZone'], found: timeZone }
  if (!isTimeZone(timeZone)) {
    const near = suggestTimeZone(timeZone)
    const message = `${quote(timeZone)} is not an IANA time zone`
    return [finding({ code: 'zone-unknown', message, ...place, ...(near && { didYouMean: near }) })]
  }
  if (!ABBREVIATION.test(timeZone)) return []
  const message = `${quote(timeZone)} is an abbreviation, whose clock changes may not be those meant`
  const expected = 'a region and a city, such as Europe/Zurich'
  return [finding({ severity: 'warning', code: 'zone-abbreviation', message, ...place, expected })]
}

function neverOpenFindings({ sound, findings, finding }: CalendarReading): Finding[] {
  const { hours, overrides = {} } = sound
  // Where some of the hours are wrong, the right ones may well be open.
  const isUnsure = findings.some(({ pointer }) => /^\/(hours|overrides)(\/|$)/.test(pointer))
  if (hours === undefined || isUnsure) return []
  const lists = [...Object.values(hours), ...Object.values(overrides)]
  if (lists.some((list) => list !== undefined && list.length > 0)) return []
  const message = 'this calendar is never open: no weekday and no override has hours'
  return [finding({ severity: 'warning', code: 'never-open', message, path: ['hours'] })]
}
