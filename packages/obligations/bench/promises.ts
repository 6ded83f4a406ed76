/** Five promises of a support desk, and requests to which they were made. */
import { type Calendar, createCalendar } from '@holdfast/calendar'
import type { Mark } from '@holdfast/kernel'
import { createObligation, type Obligation, type Terms } from '@holdfast/obligations'

const OFFICE: [string, string][] = [
  ['08:00', '12:00'],
  ['13:00', '18:00'],
]

export const office: Calendar = createCalendar({
  id: 'office',
  version: 1,
  timeZone: 'Europe/Zurich',
  hours: { mon: OFFICE, tue: OFFICE, wed: OFFICE, thu: OFFICE, fri: OFFICE, sat: [], sun: [] },
  holidays: [{ date: '2026-12-25', name: 'Christmas Day' }],
})

const common = {
  version: 1,
  debtor: 'team:support',
  creditor: 'customer:acme',
  clock: { counts: 'businessTime', calendar: 'office' },
} as const
const begun = { any: [{ condition: 'submitted' }, { condition: 'reopened' }] }

const terms: readonly Terms[] = [
  {
    ...common,
    id: 'firstResponse',
    kind: 'sla.firstResponse',
    start: { condition: 'submitted' },
    stop: { condition: 'publicAnswer' },
    cancel: { condition: 'closed' },
    within: 'PT1H',
  },
  {
    ...common,
    id: 'nextResponse',
    kind: 'sla.nextResponse',
    start: { condition: 'customerMessage' },
    stop: { condition: 'publicAnswer' },
    cancel: { condition: 'closed' },
    within: 'PT4H',
  },
  {
    ...common,
    id: 'periodicUpdate',
    kind: 'sla.periodicUpdate',
    start: { condition: 'publicAnswer' },
    stop: { condition: 'publicAnswer' },
    every: { period: 'PT8H', from: 'fulfillment', until: { condition: 'over' } },
  },
  {
    ...common,
    id: 'agentWork',
    kind: 'sla.agentWork',
    start: begun,
    stop: { condition: 'resolved' },
    pause: { condition: 'waiting' },
    within: 'PT16H',
  },
  {
    ...common,
    id: 'resolution',
    kind: 'sla.resolution',
    start: begun,
    stop: { condition: 'resolved' },
    clock: { counts: 'elapsedTime' },
    within: 'PT72H',
  },
]

export const obligations: readonly Obligation[] = terms.map((one) =>
  createObligation(one, { calendars: { office } }),
)

const REQUEST = 'request:7'
const MINUTE = 60_000

/** What happens to a request, by type, who, and minutes since the mark before. */
const STORY: readonly (readonly [
  Mark['type'],
  'customer' | 'agent' | 'machine' | 'note',
  number,
])[] = [
  ['submitted', 'customer', 0],
  ['message', 'machine', 1],
  ['triaged', 'agent', 12],
  ['assigned', 'agent', 3],
  ['message', 'note', 20],
  ['message', 'agent', 35],
  ['waiting', 'agent', 1],
  ['message', 'customer', 340],
  ['resumed', 'machine', 1],
  ['message', 'customer', 55],
  ['message', 'agent', 90],
  ['priorityChanged', 'agent', 5],
  ['message', 'note', 240],
  ['message', 'agent', 600],
  ['waiting', 'agent', 2],
  ['resumed', 'machine', 900],
  ['message', 'customer', 10],
  ['message', 'agent', 500],
  ['resolved', 'agent', 120],
  ['reopened', 'customer', 1500],
]

const WHO = {
  customer: 'customer:acme',
  agent: 'person:ada',
  machine: 'system:desk',
  note: 'person:ada',
} as const

/** The history of one request with twenty marks; the seed shifts its beginning and stretches it. */
export function history(seed: number): readonly Mark[] {
  let at = Date.parse('2026-11-02T07:00:00Z') + (seed % 97) * 113 * MINUTE
  return STORY.map(([type, who, minutes], nth) => {
    at += Math.round(minutes * (0.5 + (seed % 13) / 8)) * MINUTE
    return {
      id: `m${nth}`,
      at,
      seq: nth + 1,
      type,
      about: REQUEST,
      by: WHO[who],
      ...(type === 'message' && { audience: who === 'note' ? 'internal' : 'public' }),
      ...(who === 'machine' && { automatic: true }),
      ...(type === 'waiting' && { reason: 'customer' }),
    } satisfies Mark
  })
}
