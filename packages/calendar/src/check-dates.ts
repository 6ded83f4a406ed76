import {
  civil,
  daysInMonth,
  type EpochDay,
  FIRST_DAY,
  type Finding,
  LAST_DAY,
} from '@holdfast/kernel'
import type { CalendarReading, HolidayEntry } from './document.ts'
import { dayOfDated, isDated } from './holidays.ts'

/** What is odd about the holidays: dates out of range or repeated, and rules that no year can meet. */
export function holidayFindings(reading: CalendarReading): Finding[] {
  // An entry with anything wrong in it is left out whole.
  const entries = (reading.sound.holidays ?? []) as readonly (HolidayEntry | undefined)[]
  const seen = new Map<string, number>()
  return [...entries.entries()].flatMap(([index, entry]) => {
    if (entry === undefined) return []
    const path = ['holidays', index]
    const identity = identityOf(entry)
    const earlier = seen.get(identity)
    if (earlier === undefined) seen.set(identity, index)
    return [
      ...(earlier === undefined ? [] : [repeated(reading, path, earlier)]),
      ...entryFindings(reading, entry, path),
    ]
  })
}

/** A date that no instant of the library's range can have, which is most likely a slip. */
export function rangeFindings(
  { finding }: CalendarReading,
  day: EpochDay,
  path: readonly PropertyKey[],
  part?: 'key',
): Finding[] {
  if (day >= FIRST_DAY && day <= LAST_DAY) return []
  const { year } = civil(day)
  const message = `the year ${year} is outside 1970 to 2100`
  return [finding({ code: 'date-out-of-range', message, path, found: year, ...(part && { part }) })]
}

function entryFindings(
  reading: CalendarReading,
  entry: HolidayEntry,
  path: readonly PropertyKey[],
): Finding[] {
  if (isDated(entry)) return rangeFindings(reading, dayOfDated(entry), path)
  const { finding } = reading
  const findings: Finding[] = []
  // 2024 is a leap year: February 29 may stand.
  if ('day' in entry && entry.day > daysInMonth(2024, entry.month)) {
    const message = `month ${entry.month} has no day ${entry.day}`
    const found = entry.day
    findings.push(finding({ code: 'date-impossible', message, path: [...path, 'day'], found }))
  }
  const { firstYear = 1970, lastYear = 2100 } = entry
  if (firstYear > lastYear) {
    const message = `its last year, ${lastYear}, is before its first, ${firstYear}`
    findings.push(
      finding({ code: 'years-empty', message, path: [...path, 'lastYear'], found: lastYear }),
    )
  }
  return findings
}

function repeated(
  { finding }: CalendarReading,
  path: readonly PropertyKey[],
  earlier: number,
): Finding {
  const message = `this holiday stands at /holidays/${earlier} already`
  return finding({ severity: 'warning', code: 'holiday-repeated', message, path })
}

/** Two entries with the same identity close the same dates, whatever they are called. */
function identityOf(entry: HolidayEntry): string {
  const { name: _, ...rule } = typeof entry === 'string' ? { date: entry, name: '' } : entry
  return JSON.stringify(Object.entries(rule).sort(([a], [b]) => (a < b ? -1 : 1)))
}
