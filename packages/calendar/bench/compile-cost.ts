import { createCalendar } from '@holdfast/calendar'
import { holidays, office } from './office.ts'

const AT = Date.UTC(2024, 5, 1)

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1] as number
}

function nanosOf(work: () => unknown): number {
  const start = performance.now()
  work()
  return (performance.now() - start) * 1e6
}

function officeIn(timeZone: string) {
  const day = [['09:00', '17:00']]
  const hours = { mon: day, tue: day, wed: day, thu: day, fri: day }
  return createCalendar({ id: timeZone, version: 1, timeZone, hours, holidays: [...holidays] })
}

/** Nanoseconds to compile the year of a first question, in zones never asked for before: finding their changes included. */
export function coldYear(): number {
  // Every fifth zone, so that none shares its table with another; the first ones warm the code up.
  const zones = Intl.supportedValuesOf('timeZone').filter((_, index) => index % 5 === 0)
  const times = zones.map((timeZone) => {
    const calendar = officeIn('Europe/Zurich')
    calendar.isOpen(AT)
    const fresh = officeIn(timeZone)
    return nanosOf(() => fresh.isOpen(AT))
  })
  return median(times.slice(20))
}

/** Nanoseconds to compile the year of a first question in a zone whose changes are known. */
export function warmYear(): number {
  const calendars = Array.from({ length: 400 }, (_, index) => office(`office ${index}`))
  return median(calendars.map((calendar) => nanosOf(() => calendar.isOpen(AT))).slice(100))
}

/** Bytes that a compiled year keeps, over fifty calendars of twelve years. Needs `--expose-gc`. */
export function bytesPerYear(): number {
  const collect = (globalThis as { gc?: () => void }).gc
  if (collect === undefined) throw new Error('run with --expose-gc')
  const used = () => {
    // The first collection only begins to free array buffers.
    collect()
    collect()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return heapUsed + arrayBuffers
  }
  const calendars = Array.from({ length: 50 }, (_, index) => office(`office ${index}`))
  const before = used()
  for (const calendar of calendars)
    calendar.between(Date.UTC(2015, 0, 1, 12), Date.UTC(2026, 11, 31))
  const bytes = used() - before
  // The calendars must live until here, or there would be nothing to weigh.
  if (!calendars.every((calendar) => calendar.isOpen(Date.UTC(2024, 5, 3, 12)))) throw new Error()
  return bytes / (12 * calendars.length)
}
