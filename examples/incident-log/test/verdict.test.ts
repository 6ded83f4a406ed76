import { createCalendar, explained } from '@holdfast/calendar'
import { type InstantLike, toInstant } from '@holdfast/kernel'
import { expect, test } from 'vitest'
import { reasonOf } from '../src/explain.ts'
import type { Incident } from '../src/incident.ts'
import { createPromises } from '../src/promise.ts'
import { overBy, type Verdict, verdictOn } from '../src/verdict.ts'

const calendar = createCalendar({
  id: 'office',
  version: 1,
  timeZone: 'Europe/Zurich',
  hours: Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['08:00', '18:00']]]),
  ),
  holidays: [{ easter: -2 }, { easter: 1 }],
})
const promises = createPromises(
  {
    id: 'promises',
    version: 1,
    calendar: 'office',
    priorities: {
      '1 - Critical': { within: 'PT4H' },
      '2 - High': { within: 'PT8H' },
      '3 - Moderate': { within: 'PT30H' },
      '4 - Low': { within: 'PT50H' },
    },
  },
  { office: calendar },
)

const LOG_END = toInstant('2024-04-20T00:00Z')

/** Opened on the Thursday before Easter, four open hours before the close. */
function resolvedAt(resolved?: InstantLike, rest: Partial<Incident> = {}): Verdict {
  const incident: Incident = {
    number: 'INC0000001',
    opened: toInstant('2024-03-28T14:00+01:00'),
    resolved: resolved === undefined ? undefined : toInstant(resolved),
    isClosed: false,
    priority: '1 - Critical',
    groups: [],
    ...rest,
  }
  return verdictOn(incident, promises, LOG_END)
}

test('what is due on a close may be done until the next opening, and not a minute later', () => {
  const { promised } = resolvedAt('2024-03-28T15:00+01:00')
  expect(promised?.due).toBe(toInstant('2024-03-28T18:00+01:00'))
  expect(promised?.latest).toBe(toInstant('2024-04-02T08:00+02:00'))
  expect(resolvedAt('2024-03-28T18:00+01:00').outcome).toBe('met')
  expect(resolvedAt('2024-03-31T12:00+02:00').outcome).toBe('met')
  expect(resolvedAt('2024-04-02T08:00+02:00').outcome).toBe('met')
  expect(resolvedAt('2024-04-02T08:01+02:00').outcome).toBe('missed')
})

test('missed and over the promise are the same thing', () => {
  for (let hour = 0; hour < 24 * 10; hour++) {
    const verdict = resolvedAt(toInstant('2024-03-28T14:00+01:00') + hour * 3_600_000)
    expect(verdict.outcome === 'missed').toBe(overBy(verdict) > 0)
  }
})

test('without a resolution an incident is open until it is late, and then missed', () => {
  expect(resolvedAt().outcome).toBe('missed')
  expect(resolvedAt(undefined, { opened: toInstant('2024-04-19T14:00+02:00') }).outcome).toBe(
    'open',
  )
})

test('closed without a time of resolution is neither met nor missed', () => {
  expect(resolvedAt(undefined, { isClosed: true })).toMatchObject({ outcome: 'unknown' })
})

test('without a priority nothing was promised', () => {
  const verdict = resolvedAt('2024-04-02T08:01+02:00', { priority: undefined })
  expect(verdict.outcome).toBe('unpromised')
  expect(verdict.promised).toBeUndefined()
  expect(overBy(verdict)).toBe(0)
})

test('the reason names the promise in its document, the open time, and the opening waited for', () => {
  const verdict = resolvedAt('2024-04-02T09:00+02:00')
  const { code, params, children } = reasonOf(verdict, promises)
  const pointer = '/priorities/1 - Critical/within'
  expect([code, params['outcome'], params['over']]).toEqual([
    'incidentLog.outcome',
    'missed',
    3_600_000,
  ])
  expect(children.map((child) => child.code)).toEqual([
    'incidentLog.promise',
    'calendar.add',
    'calendar.nextOpen',
  ])
  expect(children[0]?.source).toEqual({ document: 'promises', version: 1, pointer })
  expect(children[1]).toEqual(explained(calendar).add(verdict.incident.opened, 'PT4H').reason)
})
