import { createDirectory, type PartyRef } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import {
  createLedger,
  createObligation,
  type FulfillmentAnswer,
  type ObligationState,
  obligationsPhrases,
} from '../src/index.ts'
import { answered, at, deps, promise, submitted } from './desk.ts'
import { owed } from './owed.ts'

const directory = createDirectory({
  id: 'people',
  version: 1,
  people: { ada: { team: 'platform' }, bob: { team: 'support' }, eve: {} },
  teams: { platform: {}, support: {} },
})

const abouts = (states: readonly ObligationState[]) => states.map(({ about }) => about)

/** The groups of an answer that is no refusal. */
function groupsOf(answer: FulfillmentAnswer) {
  return answer.ok ? answer.groups : expect.fail(answer.refusal.code)
}

/** The code of an answer that is a refusal. */
function refusalOf(question: object): string | undefined {
  const answer = createLedger([]).fulfillment(question)
  return answer.ok ? undefined : answer.refusal.code
}

describe('what is owed', () => {
  const today = at('Mon 17:00')

  it('comes in order of the last instant that keeps it, what is paused last', () => {
    const ledger = createLedger([
      owed({ about: 'request:1' }),
      owed({ about: 'request:2', due: today }),
      owed({ about: 'request:3', due: today - 1 }),
    ])
    expect(abouts(ledger.open())).toEqual(['request:3', 'request:2', 'request:1'])
  })

  it('comes in a settled order where several are due at once, or paused', () => {
    const states = [
      owed({ about: 'request:2' }),
      owed({ about: 'request:1', obligation: 'update', cycle: 2 }),
      owed({ about: 'request:1', obligation: 'update', cycle: 1 }),
      owed({ about: 'request:1', obligation: 'answer' }),
    ]
    const order = createLedger(states).open()
    expect(order).toEqual([states[3], states[2], states[1], states[0]])
    expect(createLedger([...states].reverse()).open()).toEqual(order)
  })

  it('is only what is still owed', () => {
    const lives = ['inactive', 'running', 'paused', 'fulfilled', 'cancelled'] as const
    const ledger = createLedger(lives.map((life) => owed({ about: life, life, due: today })))
    expect(abouts(ledger.open())).toEqual(['paused', 'running'])
  })

  it('can be asked for by debtor, creditor, kind and what it concerns, one or several', () => {
    const ledger = createLedger([
      owed({ about: 'request:1', debtor: 'team:platform', creditor: 'team:support' }),
      owed({ about: 'request:2', kind: 'inform.customer' }),
      owed({ about: 'request:3', creditor: 'customer:bolt' }),
      owed({ about: 'request:4', debtor: null, creditor: null }),
    ])
    expect(abouts(ledger.open({ creditor: 'customer:acme' }))).toEqual(['request:2'])
    expect(abouts(ledger.open({ debtor: 'team:platform', creditor: 'team:support' }))).toEqual([
      'request:1',
    ])
    expect(abouts(ledger.open({ creditor: ['customer:acme', 'customer:bolt'] }))).toEqual([
      'request:2',
      'request:3',
    ])
    expect(abouts(ledger.open({ kind: 'inform.customer' }))).toEqual(['request:2'])
    expect(abouts(ledger.open({ kind: ['inform.customer', 'other'] }))).toEqual(['request:2'])
    expect(abouts(ledger.open({ about: 'request:4' }))).toEqual(['request:4'])
  })

  it('by an instant is what is due at or before it, and nothing that is paused', () => {
    const ledger = createLedger([
      owed({ about: 'request:1', due: today }),
      owed({ about: 'request:2', due: today + 1 }),
      owed({ about: 'request:3' }),
    ])
    expect(abouts(ledger.open({ dueBy: '2026-03-02T16:00:00Z' }))).toEqual(['request:1'])
    expect(() => ledger.open({ dueBy: 'tomorrow' })).toThrow(
      expect.objectContaining({ code: 'not-an-instant' }),
    )
  })

  it('can be asked for where it is late', () => {
    const late = owed({ about: 'request:1', due: today, breachedAt: today + 1 })
    const ledger = createLedger([late, owed({ due: today })])
    expect(ledger.open({ breachedOnly: true })).toEqual([late])
    expect(ledger.open({ breachedOnly: false })).toHaveLength(2)
  })

  it('by a team is what its people owe too, where their team is known', () => {
    const states = [
      owed({ about: 'request:1', debtor: 'person:ada' }),
      owed({ about: 'request:2', debtor: 'person:bob' }),
      owed({ about: 'request:3', debtor: 'person:eve' }),
      owed({ about: 'request:4', debtor: 'team:platform' }),
    ]
    const ledger = createLedger(states, { directory })
    expect(abouts(ledger.open({ debtor: 'team:platform' }))).toEqual(['request:1', 'request:4'])
    expect(abouts(createLedger(states).open({ debtor: 'team:platform' }))).toEqual(['request:4'])
    expect(abouts(ledger.open({ debtor: 'person:ada' }))).toEqual(['request:1'])
  })

  it('does not change when the list it was made from does', () => {
    const states = [owed()]
    const ledger = createLedger(states)
    states.pop()
    expect(ledger.open()).toHaveLength(1)
    expect(Object.isFrozen(ledger) && Object.isFrozen(ledger.states)).toBe(true)
  })
})

describe('how promises were kept', () => {
  const due = at('Wed 12:00')
  const late = { due, breachedAt: due + 1 }
  const met = (parts: Partial<ObligationState> = {}) =>
    owed({ due, life: 'fulfilled', fulfilledAt: due, ...parts })

  it('counts as breached what was fulfilled late, is still owed late, or was given up late', () => {
    const ledger = createLedger([
      met(),
      met(),
      met(late),
      owed(late),
      owed({ ...late, life: 'paused' }),
      owed({ ...late, life: 'cancelled', cancelledAt: due + 9, missed: 3 }),
    ])
    expect(groupsOf(ledger.fulfillment())).toEqual([
      { met: 2, breached: 4, open: 0, cancelled: 0, missed: 3, rate: 2 / 6 },
    ])
  })

  it('leaves what is not decided, and what was given up in time, out of the rate', () => {
    const ledger = createLedger([
      owed({ due }),
      owed(),
      owed({ due, life: 'cancelled', cancelledAt: due }),
      owed({ due, life: 'inactive' }),
    ])
    expect(groupsOf(ledger.fulfillment())).toEqual([
      { met: 0, breached: 0, open: 2, cancelled: 1, missed: 0, rate: null },
    ])
  })

  it('has one group for everything when nothing was owed at all, and none when grouped', () => {
    const ledger = createLedger([])
    expect(groupsOf(ledger.fulfillment({ kind: 'sla.resolution' }))).toEqual([
      { met: 0, breached: 0, open: 0, cancelled: 0, missed: 0, rate: null },
    ])
    expect(groupsOf(ledger.fulfillment({ by: 'kind' }))).toEqual([])
  })

  it('groups by debtor in order of name, people under their team and those without one together', () => {
    const debtors: (PartyRef | null)[] = [
      null,
      'team:support',
      'person:bob',
      'person:eve',
      'person:zoe',
      'role:triage',
      'customer:acme',
      'system:monitor',
    ]
    const states = debtors.map((debtor) => met({ debtor }))
    const counts = (answer: FulfillmentAnswer) =>
      groupsOf(answer).map(({ debtor, met }) => [debtor, met])
    const known = createLedger(states, { directory })
    expect(counts(known.fulfillment({ by: 'debtor' }))).toEqual([
      ['customer:acme', 1],
      ['person', 2],
      ['role:triage', 1],
      ['system:monitor', 1],
      ['team:support', 2],
      [null, 1],
    ])
    const unknown = createLedger(states).fulfillment({ by: 'debtor' })
    expect(counts(unknown)).toContainEqual(['person', 3])
  })

  it('groups by several at once', () => {
    const ledger = createLedger([
      met({ kind: 'b', debtor: 'team:x' }),
      met({ kind: 'a', debtor: 'team:y' }),
      met({ kind: 'a', debtor: 'team:x' }),
      met({ kind: 'b', debtor: 'team:x' }),
    ])
    expect(groupsOf(ledger.fulfillment({ by: ['kind', 'debtor'] }))).toMatchObject([
      { kind: 'a', debtor: 'team:x', met: 1 },
      { kind: 'a', debtor: 'team:y', met: 1 },
      { kind: 'b', debtor: 'team:x', met: 2 },
    ])
  })

  it('groups by the local dates on which promises were due', () => {
    const ledger = createLedger([
      // Half past midnight in Zurich, and half an hour earlier.
      met({ latestToMeet: at('2026-03-01 00:30') }),
      met({ latestToMeet: at('2026-03-01 00:30') - 3_600_000 }),
      met({ latestToMeet: at('2026-03-14 10:00') }),
    ])
    const starts = (each: 'day' | 'week' | 'month' | 'quarter' | 'year') =>
      groupsOf(
        ledger.fulfillment({ by: 'period', period: { each, timeZone: 'Europe/Zurich' } }),
      ).map(({ period, met }) => `${period} ${met}`)
    expect(starts('day')).toEqual(['2026-02-28 1', '2026-03-01 1', '2026-03-14 1'])
    expect(starts('week')).toEqual(['2026-02-23 2', '2026-03-09 1'])
    expect(starts('month')).toEqual(['2026-02-01 1', '2026-03-01 2'])
    expect(starts('quarter')).toEqual(['2026-01-01 3'])
    expect(starts('year')).toEqual(['2026-01-01 3'])
    const inUtc = ledger.fulfillment({ by: 'period', period: { each: 'month', timeZone: 'UTC' } })
    expect(groupsOf(inUtc).map(({ met }) => met)).toEqual([2, 1])
  })

  it('counts what ended during a pause where it ended, and what is paused in no period', () => {
    const ledger = createLedger([
      met({ latestToMeet: null }),
      owed({ life: 'cancelled', cancelledAt: due }),
      owed(),
    ])
    const period = { each: 'month', timeZone: 'Europe/Zurich' } as const
    expect(groupsOf(ledger.fulfillment({ by: 'period', period }))).toMatchObject([
      { period: '2026-03-01', met: 1, cancelled: 1, open: 0 },
      { period: null, met: 0, cancelled: 0, open: 1 },
    ])
  })

  it('can be asked of some parties and kinds only', () => {
    const ledger = createLedger([met(), met({ debtor: 'person:bob' }), met({ kind: 'other' })], {
      directory,
    })
    const question = { kind: 'sla.firstResponse', debtor: 'team:support' } as const
    expect(groupsOf(ledger.fulfillment(question))).toMatchObject([{ met: 2 }])
    expect(groupsOf(ledger.fulfillment({ creditor: 'customer:other' }))).toMatchObject([{ met: 0 }])
  })

  it('is refused for single people, with what to ask instead', () => {
    expect(refusalOf({ by: 'person' })).toBe('ranking-people')
    expect(refusalOf({ by: ['kind', 'person'] })).toBe('ranking-people')
    expect(refusalOf({ debtor: 'person:ada' })).toBe('ranking-people')
    expect(refusalOf({ debtor: ['team:x', 'person:ada'] })).toBe('ranking-people')
    expect(refusalOf({ creditor: 'person:ada' })).toBe('ranking-people')
    const answer = createLedger([]).fulfillment({ by: 'person' } as never)
    const { reasons = [], nextSteps = [] } = answer.ok ? {} : answer.refusal
    for (const { code } of [...reasons, ...nextSteps])
      expect(obligationsPhrases[code]).toBeDefined()
    expect(answer).toMatchObject({
      refusal: {
        params: { asked: 'person' },
        nextSteps: [{ params: { by: 'debtor' } }, { params: { by: 'kind' } }],
      },
    })
  })

  it('throws where a question means nothing', () => {
    const asking = (question: object) => () => createLedger([]).fulfillment(question)
    const code = (code: string) => expect.objectContaining({ code })
    expect(asking({ by: 'color' })).toThrow(code('group-unknown'))
    expect(asking({ by: 'period' })).toThrow(code('period-missing'))
    const period = (each: string, timeZone: string) => ({
      by: 'period',
      period: { each, timeZone },
    })
    expect(asking(period('decade', 'UTC'))).toThrow(code('period-unknown'))
    expect(asking(period('constructor', 'UTC'))).toThrow(code('period-unknown'))
    expect(asking(period('month', 'Europe/Nowhere'))).toThrow(code('zone-unknown'))
  })
})

it('holds what obligations read', () => {
  const obligation = createObligation(promise(), deps)
  const histories = [
    [submitted('Mon 09:00'), answered('Mon 10:00')],
    [submitted('Mon 09:00', { about: 'request:8' })],
  ]
  const ledger = createLedger(
    histories.flatMap((history) => obligation.read(history, at('Mon 14:00'))),
  )
  expect(abouts(ledger.open({ creditor: 'customer:acme' }))).toEqual(['request:8'])
  expect(groupsOf(ledger.fulfillment({ by: 'kind' }))).toEqual([
    { kind: 'sla.firstResponse', met: 1, breached: 1, open: 0, cancelled: 0, missed: 0, rate: 0.5 },
  ])
})
