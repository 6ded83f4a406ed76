/** What the requirements ask of promises that are owed by a time, told as they come up in a support organization. */
import { type Calendar, createCalendar } from '@holdfast/calendar'
import { createDirectory, type Mark } from '@holdfast/kernel'
import { createLedger, createObligation, isOpen, type Terms } from '@holdfast/obligations'
import { attainment, createSlaPolicy, type SlaPolicyDocument } from '@holdfast/sla'
import { describe, expect, it } from 'vitest'

const day: [string, string][] = [['08:00', '18:00']]
const desk: Calendar = createCalendar({
  id: 'desk',
  version: 1,
  timeZone: 'Europe/Zurich',
  hours: { mon: day, tue: day, wed: day, thu: day, fri: day },
})
const deps = { calendars: { desk } }

/** An instant in Zurich in March 2027, before summer time. Monday is the first. */
const at = (time: string) => Date.parse(`2027-03-${time}:00+01:00`)

type Happening = Omit<Mark, 'id' | 'at' | 'about'> & { readonly about?: string }

/** What happened to a request, by time. */
function history(request: string, happened: Readonly<Record<string, Happening>>): readonly Mark[] {
  return Object.entries(happened).map(([time, mark], nth) => ({
    id: `${request} ${nth}`,
    at: at(time),
    seq: nth,
    ...mark,
    about: mark.about ?? request,
  }))
}

const policy: SlaPolicyDocument = {
  id: 'support',
  version: 1,
  calendar: 'desk',
  agreements: [
    {
      id: 'gold',
      kind: 'sla',
      debtor: 'team:desk',
      creditor: 'customer:acme',
      targets: [
        { metric: 'firstResponse', within: 'PT1H' },
        { metric: 'resolution', within: 'PT10H', pauseReasons: ['customer'] },
      ],
    },
  ],
}

const quick = history('request:1', {
  '01T09:00': { type: 'submitted', by: 'customer:acme' },
  '01T09:30': { type: 'message', by: 'person:ada' },
  '01T11:00': { type: 'resolved', by: 'person:ada' },
})
const slow = history('request:2', {
  '01T09:00': { type: 'submitted', by: 'customer:acme' },
  '01T12:00': { type: 'message', by: 'person:ben' },
})

describe('promises', () => {
  it('handle each request in time, against clocks that were agreed (R10)', () => {
    const { states } = createSlaPolicy(policy, deps).read(slow, at('01T13:00'))
    expect(states).toMatchObject([
      { metric: 'firstResponse', life: 'fulfilled', breachedAt: at('01T10:00') + 1 },
      { metric: 'resolution', life: 'running', dueAt: at('02T09:00') },
    ])
  })

  it('keep a customer informed while work waits elsewhere, by blocker and in business hours (R19)', () => {
    const inform = (blocker: string, period: string): Terms => ({
      id: `inform-${blocker}`,
      version: 1,
      kind: 'inform.customer',
      debtor: 'team:desk',
      creditor: 'customer:acme',
      per: 'about',
      start: {
        all: [{ condition: 'waiting' }, { fact: 'reason', operator: 'equal', value: blocker }],
      },
      stop: { condition: 'publicAnswer' },
      every: { period, from: 'fulfillment', until: { condition: 'waitOver' } },
      clock: { counts: 'businessTime', calendar: 'desk' },
    })
    const marks = history('request:3', {
      '01T09:00': { type: 'waiting', about: 'wait:w1', reason: 'vendor' },
      '01T10:00': { type: 'waiting', about: 'wait:w2', reason: 'team' },
      '01T17:00': { type: 'message', by: 'person:ada' },
      '02T09:00': { type: 'message', by: 'system:desk', automatic: true },
    })
    const owed = (terms: Terms) =>
      createObligation(terms, deps).read(marks, at('02T12:00')).filter(isOpen)
    expect(owed(inform('vendor', 'PT10H'))).toMatchObject([
      { about: 'wait:w1', cycle: 2, dueAt: at('02T17:00'), breachedAt: null },
    ])
    expect(owed(inform('team', 'PT4H'))).toMatchObject([
      { about: 'wait:w2', cycle: 2, dueAt: at('02T11:00'), breachedAt: at('02T11:00') + 1 },
    ])
  })

  it('hold a review with the delegator every two months, and say when it is overdue (R34)', () => {
    const review = createObligation(
      {
        id: 'domain-review',
        version: 1,
        kind: 'review',
        debtor: 'role:support-lead',
        creditor: 'role:delegator',
        per: 'about',
        start: { condition: 'submitted' },
        stop: { condition: 'resolved' },
        every: { period: 'P2M', from: 'grid', untilDate: '2030-01-01T00:00:00Z' },
        clock: { counts: 'localDates', timeZone: 'Europe/Zurich' },
        warnAt: [0.9],
      },
      deps,
    )
    const held = {
      id: 'r1',
      at: Date.parse('2027-03-31T10:00:00+02:00'),
      type: 'submitted',
      about: 'review:support',
    } as const
    const first = {
      ...held,
      id: 'r2',
      at: Date.parse('2027-05-28T10:00:00+02:00'),
      type: 'resolved',
    } as const
    const [, next] = review.read([held, first], '2027-08-02T10:00:00+02:00')
    // Two months after the last of May is the last of July; two months before, the last of March.
    expect(next).toMatchObject({
      cycle: 2,
      dueAt: Date.parse('2027-07-31T10:00:00+02:00'),
      breachedAt: Date.parse('2027-07-31T10:00:00+02:00') + 1,
    })
  })

  it('stay in contact with each decision maker of a key customer (R56)', () => {
    const contact = createObligation(
      {
        id: 'contact',
        version: 1,
        kind: 'contact.decisionMaker',
        debtor: 'role:service-manager',
        creditor: { fact: 'contact' },
        per: 'about',
        start: { condition: 'submitted' },
        stop: { condition: 'publicAnswer' },
        every: { period: 'P1M', from: 'fulfillment', until: { condition: 'closed' } },
        clock: { counts: 'localDates', timeZone: 'Europe/Zurich' },
      },
      deps,
    )
    const begin = (about: string) =>
      ({ type: 'submitted', about, facts: { contact: 'customer:acme' } }) as const
    const marks = history('account:acme', {
      '01T09:00': begin('contact:owner'),
      '01T09:01': begin('contact:buyer'),
      '15T09:00': { type: 'message', about: 'contact:buyer', by: 'person:ada' },
    })
    const late = contact.read(marks, '2027-04-10T09:00:00+02:00').filter(isOpen)
    expect(late.map(({ about, breachedAt }) => [about, breachedAt !== null])).toEqual([
      ['contact:owner', true],
      ['contact:buyer', false],
    ])
  })

  it('tell the other role of a quick task that touches its area (R133)', () => {
    const tell = createObligation(
      {
        id: 'tell-owner',
        version: 1,
        kind: 'inform.role',
        debtor: { fact: 'doneBy' },
        creditor: { fact: 'areaOf' },
        per: 'about',
        start: { condition: 'resolved' },
        stop: {
          all: [
            { condition: 'message' },
            { fact: 'facts', path: '$.to', operator: 'equal', value: { fact: 'creditor' } },
          ],
        },
        privateNotesFulfill: true,
        within: 'P1D',
        clock: { counts: 'businessDays', calendar: 'desk', due: 'endOfDay' },
      },
      deps,
    )
    const facts = { doneBy: 'role:service-manager', areaOf: 'role:sales' }
    const marks = history('request:4', {
      '01T10:00': { type: 'resolved', about: 'task:4/1', facts },
      '01T10:05': {
        type: 'message',
        about: 'task:4/1',
        audience: 'internal',
        facts: { to: 'role:triage' },
      },
      '02T16:00': {
        type: 'message',
        about: 'task:4/1',
        audience: 'internal',
        facts: { to: 'role:sales' },
      },
    })
    expect(tell.read(marks, at('03T08:00'))).toMatchObject([
      {
        creditor: 'role:sales',
        fulfilledAt: at('02T16:00'),
        latestToMeet: at('02T18:00'),
        breachedAt: null,
      },
    ])
  })

  it('report operations against the SLA, with what the figures rest on (R138)', () => {
    const report = attainment(
      createSlaPolicy(policy, deps),
      [
        { id: '1', marks: quick },
        { id: '2', marks: slow },
      ],
      { by: 'metric', at: at('01T18:00') },
    )
    expect(report).toMatchObject({
      ok: true,
      groups: [
        { metric: 'firstResponse', met: 1, breached: 1, rate: 0.5 },
        { metric: 'resolution', met: 1, breached: 0, open: 1, rate: 1 },
      ],
    })
  })

  it('keep one ledger of what is owed, kept and broken, and rank nobody (R153, R104)', () => {
    const { read } = createSlaPolicy(policy, deps)
    const now = at('01T18:00')
    const directory = createDirectory({ id: 'people', version: 1, people: {}, teams: {} })
    const states = [...read(quick, now).states, ...read(slow, now).states]
    const ledger = createLedger(states, { directory })
    const owed = ledger.open({ creditor: 'customer:acme', dueBy: at('02T18:00') })
    expect(owed.map(({ about, kind }) => [about, kind])).toEqual([['request:2', 'sla.resolution']])
    expect(ledger.fulfillment({ by: 'debtor' })).toMatchObject({
      ok: true,
      groups: [{ debtor: 'team:desk', met: 2, breached: 1, open: 1 }],
    })
    const ranking = { by: 'person' } as unknown as { by: 'debtor' }
    expect(ledger.fulfillment(ranking)).toMatchObject({
      ok: false,
      refusal: { code: 'ranking-people' },
    })
  })
})
