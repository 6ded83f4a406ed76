import { describe, expect, it } from 'vitest'
import {
  type CaseLife,
  type CaseLifeGrouping,
  type CaseLifeQuestion,
  caseLifeTally,
} from '../src/index.ts'
import { easy, groupOf, groupsOf, hard, open } from './counted-lives.ts'
import { given, type Happened, lifeOf } from './desk.ts'

describe('groups', () => {
  const keyOf = (by: CaseLifeGrouping, life: CaseLife) => groupOf([life], { by }).key[by]
  const assigned = (times: number): CaseLife =>
    lifeOf(
      [0, 'submitted', { facts: { reassignments: times } }],
      ...Array.from(
        { length: times + 1 },
        (_, nth): Happened => [nth, 'assigned', given(`team:${nth}`)],
      ),
    )

  it.each<[CaseLifeGrouping, string | null, string | null]>([
    ['priority', 'P1', null],
    ['holder', 'team:first', null],
    ['handOvers', '2', '0'],
    ['reassignments', '2', null],
    ['pingPong', 'yes', 'no'],
    ['reopened', 'yes', 'no'],
    ['ending', 'observed', null],
    ['fact:targetMet', 'false', null],
    ['fact:reassignments', '2', null],
    ['fact:toString', null, null],
  ])('by %s are %s for the one and %s for the other', (by, one, other) => {
    expect(keyOf(by, hard)).toBe(one)
    expect(keyOf(by, open)).toBe(other)
  })

  it('by counts end with four or more', () => {
    expect([3, 4, 5].map((times) => keyOf('handOvers', assigned(times)))).toEqual([
      '3',
      '4 or more',
      '4 or more',
    ])
    expect([3, 4].map((times) => keyOf('reassignments', assigned(times)))).toEqual([
      '3',
      '4 or more',
    ])
    const told = lifeOf([0, 'submitted', { facts: { reassignments: 'some' } }])
    expect(keyOf('reassignments', told)).toBe('some')
    const other = lifeOf([0, 'submitted', { facts: { size: 5 } }])
    expect(keyOf('fact:size', other)).toBe('5')
  })

  it('by ping-pong are not those by reopening', () => {
    const back = lifeOf(
      [0, 'submitted', given('team:first')],
      [1, 'assigned', given('team:second')],
      [2, 'assigned', given('team:first')],
    )
    expect([keyOf('pingPong', back), keyOf('reopened', back)]).toEqual(['yes', 'no'])
  })

  it('by period begin on its first date, in its zone', () => {
    const late = lifeOf([60 * 15, 'submitted'])
    const groups = groupsOf([easy, late], {
      by: 'period',
      period: { each: 'day', timeZone: 'Europe/Zurich' },
    })
    expect(groups.map(({ key }) => key)).toEqual([
      { period: '2026-11-02' },
      { period: '2026-11-03' },
    ])
  })

  it('come in order of their keys as text, the unknown last, whatever was counted first', () => {
    const lives = [open, easy, hard]
    const by = ['priority', 'ending'] as const
    const keys = groupsOf(lives, { by }).map(({ key }) => key)
    expect(keys).toEqual([
      { priority: 'P1', ending: 'observed' },
      { priority: 'P2', ending: 'recorded' },
      { priority: null, ending: null },
    ])
    expect(groupsOf([...lives].reverse(), { by })).toEqual(groupsOf(lives, { by }))
    expect(groupsOf([], { by })).toEqual([])
  })
})

describe('a question that cannot be answered', () => {
  it.each<[string, CaseLifeQuestion]>([
    ['group-unknown', { by: 'agent' as 'holder' }],
    ['group-unknown', { by: 'xfact:' as 'holder' }],
    ['period-missing', { by: 'period' }],
    ['period-unknown', { by: 'period', period: { each: 'hour' as 'day', timeZone: 'UTC' } }],
    ['zone-unknown', { by: 'period', period: { each: 'day', timeZone: 'Mars' } }],
    ['exact-up-to-invalid', { exactUpTo: -1 }],
    ['exact-up-to-invalid', { exactUpTo: 0.5 }],
    ['duration-invalid', { silentAfter: 'long' }],
    ['duration-not-fixed', { undoneWithin: 'P1M' }],
  ])('throws %s', (code, question) => {
    expect(() => caseLifeTally(question)).toThrow(expect.objectContaining({ code }))
  })

  it('is not merged with the counts of another', () => {
    const other = caseLifeTally({ silentAfter: 'PT1H' }).partial()
    expect(() => caseLifeTally().merge(other)).toThrow(
      expect.objectContaining({ code: 'partial-differs' }),
    )
    const [daily, weekly] = (['day', 'week'] as const).map((each) =>
      caseLifeTally({ period: { each, timeZone: 'UTC' } }),
    )
    expect(() => daily?.merge(weekly?.partial() ?? other)).toThrow(RangeError)
    const odd = { ...caseLifeTally().partial(), format: 'other' } as unknown as typeof other
    expect(() => caseLifeTally().merge(odd)).toThrow(RangeError)
    const same = caseLifeTally({ silentAfter: 'PT168H', undoneWithin: 'PT336H', exactUpTo: 32_768 })
    expect(() => caseLifeTally().merge(same.partial())).not.toThrow()
  })
})

describe('counts of parts', () => {
  it.each([0, 3, 32_768])(
    'sent as text and merged are those of the whole: %i values exact',
    (exactUpTo) => {
      const asked: CaseLifeQuestion = { by: ['priority', 'ending'], exactUpTo }
      const tallyOf = (...lives: readonly CaseLife[]) => {
        const tally = caseLifeTally(asked)
        for (const life of lives) tally.add(life)
        return tally
      }
      const lives = [1, 2, 3, 4].map((nth) => lifeOf([0, 'submitted'], [nth * 9, 'resolved']))
      const [first, second] = [
        tallyOf(open, easy, ...lives.slice(0, 2)),
        tallyOf(hard, ...lives, easy),
      ]
      const whole = tallyOf(easy, hard, ...lives, open, easy, ...lives.slice(0, 2))
      first.merge(JSON.parse(JSON.stringify(second.partial())))
      expect(first.report()).toEqual(whole.report())
      expect(JSON.stringify(first.partial())).toBe(JSON.stringify(whole.partial()))
      const isExact = { 0: false, 3: false, 32768: true }[exactUpTo]
      expect(whole.report()).toMatchObject({
        groups: [{ cases: 1 }, { cases: 2 }, { cases: 6, life: { isExact } }, { cases: 1 }],
      })
      expect(first.partial().groups.map(({ key }) => key)).toEqual([
        ['P1', 'observed'],
        ['P2', 'recorded'],
        [null, 'observed'],
        [null, null],
      ])
    },
  )
})

it('a life is not kept: an answer is that of what was added so far', () => {
  const tally = caseLifeTally({ exactUpTo: 0 })
  tally.add(easy)
  const before = tally.report()
  tally.add(hard)
  expect(before).toMatchObject({ groups: [{ cases: 1, life: { isExact: false } }] })
  expect(tally.report()).toMatchObject({ groups: [{ cases: 2 }] })
  expect(tally.partial().format).toBe('holdfast/case-life-partial@1')
})
