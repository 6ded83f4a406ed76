import { createDirectory } from '@holdfast/kernel'
import { describe, expect, expectTypeOf, it } from 'vitest'
import {
  type Attainment,
  type AttainmentAnswer,
  type AttainmentGrouping,
  attainment,
} from '../src/index.ts'
import { answered, GOLD_P1, gold, november, policyOf, request, resolved } from './report-desk.ts'

const policy = policyOf([gold])
const at = november(10, '12:00')
const P2 = { ...GOLD_P1, priority: 'P2' }

const inTime = request('1', [2, '09:00'], GOLD_P1, answered(2, '09:30'), resolved(2, '11:00'))
const late = request('2', [2, '09:00'], GOLD_P1, answered(2, '11:00'), resolved(2, '12:00'))
const unanswered = request('3', [2, '09:00'], P2)
const givenUp = request('4', [2, '09:00'], GOLD_P1, [2, '09:15', 'cancelled'])
const givenUpLate = request('5', [2, '09:00'], GOLD_P1, [2, '10:15', 'cancelled'])
const fresh = request('6', [10, '11:45'], GOLD_P1)
const all = [inTime, late, unanswered, givenUp, givenUpLate, fresh]

function groupsOf(answer: AttainmentAnswer): readonly Attainment[] {
  return answer.ok ? answer.groups : expect.fail(answer.refusal.code)
}

describe('attainment', () => {
  it('counts what is late as breached, whether it was done, given up or is still owed', () => {
    expect(groupsOf(attainment(policy, all, { by: 'metric', at }))).toMatchObject([
      { metric: 'firstResponse', met: 1, breached: 3, open: 1, cancelled: 1, rate: 0.25 },
      { metric: 'resolution', met: 2, breached: 1, open: 1, cancelled: 2, rate: 2 / 3 },
    ])
  })

  it('has no rate while nothing is decided', () => {
    expect(groupsOf(attainment(policy, [fresh], { at }))).toMatchObject([
      { open: 2, rate: null, usedShare: null },
    ])
    expect(groupsOf(attainment(policy, [], { at }))).toMatchObject([{ open: 0, rate: null }])
  })

  it('groups by several keys, and each group says which it is', () => {
    const groups = groupsOf(attainment(policy, all, { by: ['agreement', 'priority'], at }))
    expect(groups).toMatchObject([
      { agreement: 'gold', priority: 'P1', met: 1, breached: 2 },
      { agreement: 'gold', priority: 'P2', met: 0, breached: 1 },
      { agreement: 'gold', priority: null },
    ])
  })

  it('counts a promise in the month in which it was due', () => {
    const october = request('7', [2, '09:00'], GOLD_P1, answered(2, '09:30'))
    const marks = [...october.marks].map((mark) => ({ ...mark, at: mark.at - 3 * 86_400_000 }))
    const period = { each: 'month', timeZone: 'Europe/Zurich' } as const
    const groups = groupsOf(
      attainment(policy, [{ id: '7', marks }, inTime], { by: 'period', period, at }),
    )
    expect(groups).toMatchObject([{ period: '2026-10-01' }, { period: '2026-11-01' }])
  })

  it('gives percentiles of the used share by nearest rank', () => {
    const answers = [6, 12, 18, 24, 30, 36, 42, 48, 54, 60].map((minute) =>
      request(
        String(minute),
        [2, '09:00'],
        GOLD_P1,
        answered(2, minute === 60 ? '10:00' : `09:${String(minute).padStart(2, '0')}`),
      ),
    )
    const at = november(2, '12:00')
    const [group] = groupsOf(attainment(policy, answers, { by: 'metric', at }))
    expect(group?.usedShare).toEqual({ p50: 0.5, p90: 0.9, p95: 1, p99: 1 })
  })

  it('says what it rests on, so that few decided promises do not pass for all', () => {
    const noAgreement = request('8', [2, '09:00'], { level: 'basic' })
    const later = request('9', [20, '09:00'])
    const odd = { id: '10', marks: [...inTime.marks, { at: -1 } as never] }
    const answer = attainment(policy, [inTime, noAgreement, later, odd], { at })
    expect(answer).toMatchObject({
      coverage: {
        requests: 4,
        notBegun: 1,
        withAgreement: 2,
        withoutAgreement: 1,
        withProblems: 1,
        problems: { 'inconsistent-history': 1 },
        promises: 4,
        decided: 4,
      },
    })
  })

  it('refuses to rank people, and counts them as their team or all together', () => {
    const owned = policyOf([{ ...gold, debtor: { fact: 'owner' } }])
    const history = ['ada', 'bob'].map((name) =>
      request(name, [2, '09:00'], { ...GOLD_P1, owner: `person:${name}` }, answered(2, '09:30')),
    )
    const directory = createDirectory({
      id: 'people',
      version: 1,
      people: { ada: { team: 'support' } },
      teams: { support: {} },
    })
    expect(groupsOf(attainment(owned, history, { by: 'debtor', at }))).toMatchObject([
      { debtor: 'person', met: 2 },
    ])
    expect(groupsOf(attainment(owned, history, { by: 'debtor', at, directory }))).toMatchObject([
      { debtor: 'person', met: 1 },
      { debtor: 'team:support', met: 1 },
    ])
    // @ts-expect-error people are no grouping
    const answer = attainment(owned, history, { by: ['metric', 'person'], at })
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'ranking-people' } })
    expectTypeOf<'person'>().not.toExtend<AttainmentGrouping>()
    expectTypeOf<`person:${string}`>().not.toExtend<Attainment['debtor']>()
  })

  it('names what it cannot be grouped by', () => {
    // @ts-expect-error there is no such grouping
    expect(() => attainment(policy, [], { by: 'mood', at })).toThrow(
      expect.objectContaining({ code: 'group-unknown' }),
    )
    // @ts-expect-error it is not said which period
    expect(() => attainment(policy, [], { by: 'period', at })).toThrow(
      expect.objectContaining({ code: 'period-missing' }),
    )
  })
})
