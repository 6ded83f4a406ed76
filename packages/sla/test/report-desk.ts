import { type Calendar, createCalendar } from '@holdfast/calendar'
import { type Instant, type Mark, toInstant } from '@holdfast/kernel'
import {
  createSlaPolicy,
  type RequestHistory,
  type SlaPolicy,
  type SlaPolicyDocument,
} from '../src/index.ts'

type Hours = [string, string][]

function hours(monToFri: Hours, weekend: Hours = []) {
  const week = ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, monToFri])
  return Object.fromEntries([...week, ['sat', weekend], ['sun', weekend]])
}

const calendar = (id: string, week: Record<string, Hours>): Calendar =>
  createCalendar({ id, version: 1, timeZone: 'Europe/Zurich', hours: week })

export const calendars = {
  office: calendar('office', hours([['09:00', '17:00']])),
  early: calendar(
    'early',
    hours([
      ['06:00', '10:00'],
      ['11:00', '15:00'],
    ]),
  ),
  night: calendar('night', hours([['22:00', '06:00']])),
  daily: calendar('daily', hours([['08:00', '20:00']], [['10:00', '16:00']])),
}

type Agreements = SlaPolicyDocument['agreements']
export type AgreementDocument = Agreements[number]

/** With gold customers: an answer in an hour and a solution in eight, of office time. */
export const gold: AgreementDocument = {
  id: 'gold',
  kind: 'sla',
  applies: { all: [{ fact: 'level', operator: 'equal', value: 'gold' }] },
  debtor: 'team:support',
  creditor: { fact: 'customer' },
  targets: [
    { metric: 'firstResponse', byPriority: { P1: 'PT1H', P2: 'PT4H' } },
    { metric: 'resolution', within: 'PT8H', pauseReasons: ['customer'] },
  ],
}

export function policyDocument(
  agreements: AgreementDocument[],
  parts: Partial<SlaPolicyDocument> = {},
): SlaPolicyDocument {
  return {
    id: 'acme',
    version: 1,
    calendar: 'office',
    priorities: ['P1', 'P2'],
    ...parts,
    agreements,
  }
}

export function policyOf(
  agreements: AgreementDocument[],
  parts: Partial<SlaPolicyDocument> = {},
): SlaPolicy {
  return createSlaPolicy(policyDocument(agreements, parts), { calendars })
}

/** A local time of Zurich in November 2026, when it is an hour ahead of UTC; the 2nd is a Monday. */
export function november(day: number, time: string): Instant {
  return toInstant(`2026-11-${String(day).padStart(2, '0')}T${time}:00+01:00`)
}

export type Happened = readonly [day: number, time: string, type: Mark['type'], parts?: object]

export const GOLD_P1 = { level: 'gold', customer: 'customer:acme', priority: 'P1' }

/** A request that a customer submits with these facts, and what happens to it. */
export function request(
  id: string,
  submitted: readonly [day: number, time: string],
  facts: Mark['facts'] = GOLD_P1,
  ...happened: readonly Happened[]
): RequestHistory {
  const first: Happened = [...submitted, 'submitted', { facts, by: 'customer:acme' }]
  const marks = [first, ...happened].map(([day, time, type, parts], nth): Mark => {
    const at = november(day, time)
    return { id: String(nth), at, seq: nth, type, about: `request:${id}`, ...parts }
  })
  return { id, marks }
}

/** A public answer by a person. */
export const answered = (day: number, time: string): Happened => [
  day,
  time,
  'message',
  { by: 'person:ada' },
]

export const resolved = (day: number, time: string): Happened => [day, time, 'resolved']
