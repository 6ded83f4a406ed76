import { absencesFrom } from '@holdfast/icalendar'
import fc from 'fast-check'
import { RRule } from 'rrule'
import { expect, test } from 'vitest'
import { calendarOf } from './calendars.ts'

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const DAY = 86_400_000
const FROM = Date.parse('2024-01-01T00:00:00Z')
const TO = Date.parse('2029-01-01T00:00:00Z')

const some = <T>(values: fc.Arbitrary<T>) => fc.uniqueArray(values, { minLength: 1, maxLength: 3 })
const months = fc.option(some(fc.integer({ min: 1, max: 12 })), { nil: [] })
const weekdays = some(fc.constantFrom(...WEEKDAYS)).map((days) => `BYDAY=${days.join()}`)
const placed = some(fc.tuple(fc.constantFrom(-4, -1, 1, 2, 4), fc.constantFrom(...WEEKDAYS))).map(
  (days) => `BYDAY=${days.map(([nth, day]) => `${nth}${day}`).join()}`,
)
const monthDays = some(fc.constantFrom(-28, -2, -1, 1, 15, 28, 29, 30, 31)).map(
  (days) => `BYMONTHDAY=${days.join()}`,
)
const last = fc
  .tuple(weekdays, fc.constantFrom(1, -1))
  .map(([days, position]) => `${days};BYSETPOS=${position}`)
const nothing = fc.constant('')

/** Rules that some day meets: on others, the other library goes on until the year 9999. */
const rules = fc.oneof(
  ruleOf('DAILY', fc.oneof(nothing, weekdays)),
  ruleOf('WEEKLY', fc.oneof(nothing, weekdays)),
  ruleOf('MONTHLY', fc.oneof(nothing, weekdays, placed, monthDays, last)),
  ruleOf('YEARLY', fc.oneof(nothing, weekdays, placed, monthDays, last)),
)

function ruleOf(freq: string, days: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(days, months, fc.constantFrom(1, 2, 3, 5), fc.constantFrom(...WEEKDAYS))
    .map(([day, inMonths, interval, weekStart]) => {
      // Every so many months, none of those named may ever come.
      const named = freq === 'MONTHLY' && interval > 1 ? [] : inMonths
      const month = named.length === 0 ? '' : `BYMONTH=${named.join()}`
      const rule = [`FREQ=${freq}`, `INTERVAL=${interval}`, `WKST=${weekStart}`, month, day]
      return rule.filter((part) => part !== '').join(';')
    })
}

function daysOf(rule: string, start: number): readonly number[] {
  const stamp = new Date(start).toISOString().slice(0, 10).replaceAll('-', '')
  const event = ['UID:1', `DTSTART;VALUE=DATE:${stamp}`, `RRULE:${rule}`]
  const question = { person: 'person:ana', timeZone: 'UTC', from: FROM, to: TO } as const
  const { absences, unread } = absencesFrom(calendarOf(event), question)
  expect(unread).toEqual([])
  return absences.map(({ from }) => Date.parse(from))
}

test('days that come again are those of another library, and the first', () => {
  fc.assert(
    fc.property(rules, fc.nat(700), (rule, after) => {
      const start = FROM + after * DAY
      const [dtstart, until] = [new Date(start), new Date(TO - 1)]
      const theirs = new RRule({ ...RRule.parseString(rule), dtstart, until }).all()
      const expected = new Set([start, ...theirs.map((date) => date.getTime())])
      expect(daysOf(rule, start)).toEqual([...expected])
    }),
    { numRuns: 50 },
  )
})

test('a count takes the first of them', () => {
  fc.assert(
    fc.property(rules, fc.integer({ min: 1, max: 9 }), (rule, count) => {
      const all = daysOf(rule, FROM)
      const counted = daysOf(`${rule};COUNT=${count}`, FROM)
      expect(counted).toEqual(all.slice(0, counted.length))
      // The first day counts only where it meets the rule.
      expect(counted.length).toBeLessThanOrEqual(count + 1)
    }),
    { numRuns: 50 },
  )
})
