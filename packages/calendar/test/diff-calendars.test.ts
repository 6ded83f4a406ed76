import { renderReason } from '@holdfast/kernel/text'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarPhrases, createCalendar, diffCalendars } from '../src/index.ts'
import { calendars, instants } from './arbitraries.ts'
import { desk, hour, utc } from './desk.ts'

describe('the difference of two calendars', () => {
  const before = createCalendar(desk)
  const after = createCalendar({
    ...desk,
    version: 4,
    hours: { ...desk.hours, fri: [['08:00', '15:00']] },
    holidays: [...desk.holidays, { date: '2024-06-05', name: 'Company day' }],
  })
  const diff = diffCalendars(before, after, '2024-06-03T00:00:00Z', '2024-06-10T00:00:00Z')

  it('is the time that opens and the time that closes', () => {
    expect(diff.opened).toEqual([
      { from: utc('2024-06-07T10:00:00Z'), to: utc('2024-06-07T13:00:00Z') },
    ])
    expect(diff.openedMillis).toBe(3 * hour)
    expect(diff.closedMillis).toBe(8 * hour)
    expect(diff.equal).toBe(false)
  })

  it('names the entries that make the change', () => {
    const text = renderReason(diff.reason, {
      timeZone: 'Europe/Zurich',
      phrases: [calendarPhrases],
    })
    expect(text).toContain('Company day')
    expect(text).toContain('hours on Fridays: 08:00 to 15:00')
  })

  it('is nothing between a calendar and itself', () => {
    const same = diffCalendars(before, before, '2024-01-01T00:00:00Z', '2025-01-01T00:00:00Z')
    expect(same).toMatchObject({ equal: true, opened: [], closed: [] })
  })

  it('agrees at every instant with both calendars', () => {
    fc.assert(
      fc.property(calendars(), calendars(), instants(8), (some, { calendar: b }, ask) => {
        const { calendar: a, from, to } = some
        const { opened, closed } = diffCalendars(a, b, from, to)
        for (const at of ask(some).filter((one) => one < to)) {
          const inside = (spans: typeof opened) =>
            spans.some((span) => span.from <= at && at < span.to)
          expect(inside(opened)).toBe(!a.isOpen(at) && b.isOpen(at))
          expect(inside(closed)).toBe(a.isOpen(at) && !b.isOpen(at))
        }
      }),
      { numRuns: 50 },
    )
  })
})
