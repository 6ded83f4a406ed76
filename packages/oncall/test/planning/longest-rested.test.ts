import { describe, expect, it } from 'vitest'
import { inTurn, longestRested, periodsOf } from '../../src/index.ts'
import { day, utc } from './desk.ts'

const weekly = { timeZone: 'Europe/Zurich', shifts: [{ startsAt: 1980, minutes: 10_080 }] }
const window = { from: '2024-02-25T00:00+01:00', to: '2024-03-17T00:00+01:00' }
const weeks = periodsOf(weekly, window)
const people = ['ana', 'ben', 'cyn']
const who = (taken: readonly { person: string | null }[]) => taken.map(({ person }) => person)

describe('periods', () => {
  it('begin on local Sundays, and their shifts on the wall clock', () => {
    expect(weeks.map(({ begins }) => begins)).toEqual(
      ['02-24', '03-02', '03-09'].map((date) => utc(`2024-${date}T23:00Z`)),
    )
    expect(weeks[0]?.shifts).toEqual([
      { from: utc('2024-02-26T08:00Z'), to: utc('2024-03-04T08:00Z') },
    ])
  })

  it('go on after the last that is planned, also when its Sunday was one of another zone', () => {
    const after = utc('2024-02-25T05:00Z')
    expect(periodsOf(weekly, { ...window, after }).map(({ begins }) => begins)).toEqual(
      weeks.slice(1).map(({ begins }) => begins),
    )
  })

  it('begin a shift in a skipped hour when the gap ends', () => {
    const night = { timeZone: 'Europe/Zurich', shifts: [{ startsAt: 150, minutes: 60 }] }
    const [period] = periodsOf(night, { from: '2024-03-31T00:00Z', to: '2024-04-01T00:00Z' })
    expect(period?.shifts).toEqual([
      { from: utc('2024-03-31T01:00Z'), to: utc('2024-03-31T01:30Z') },
    ])
  })

  it('take as many weeks as their pattern', () => {
    const fortnight = { timeZone: 'UTC', shifts: [{ startsAt: 0, minutes: 10_081 }] }
    const begins = periodsOf(fortnight, { from: window.from, to: window.to }).map((p) => p.begins)
    expect(begins[1]).toBe((begins[0] ?? 0) + 14 * day)
  })

  it('need a pattern of shifts', () => {
    for (const shifts of [[], [{ startsAt: -1, minutes: 5 }], [{ startsAt: 0, minutes: 0.5 }]]) {
      expect(() => periodsOf({ timeZone: 'UTC', shifts }, window)).toThrow(
        expect.objectContaining({ code: 'pattern-invalid' }),
      )
    }
  })
})

describe('whoever rested longest', () => {
  it('is who has never been on duty, then whose last duty ended first', () => {
    const history = [
      { person: 'ana', from: utc('2024-02-05T08:00Z'), to: utc('2024-02-12T08:00Z') },
      { person: 'cyn', from: utc('2024-01-29T08:00Z'), to: utc('2024-02-05T08:00Z') },
    ]
    const taken = longestRested(weeks, { people, history })
    expect(who(taken)).toEqual(['ben', 'cyn', 'ana'])
    expect(taken.map(({ restedSince }) => restedSince)).toEqual([
      null,
      utc('2024-02-05T08:00Z'),
      utc('2024-02-12T08:00Z'),
    ])
  })

  it('is passed over while busy', () => {
    const busy = [{ person: 'ana', from: utc('2024-02-27T00:00Z'), to: utc('2024-02-28T00:00Z') }]
    const taken = longestRested(weeks, { people, busy })
    expect(who(taken)).toEqual(['ben', 'ana', 'cyn'])
    expect(taken[0]?.busy).toEqual(['ana'])
  })

  it('is nobody where everybody is busy, which is said', () => {
    const busy = [{ person: 'ana', from: utc('2024-02-27T00:00Z'), to: utc('2024-02-28T00:00Z') }]
    const [first] = longestRested(weeks, { people: ['ana'], busy })
    expect(first).toMatchObject({ person: null, restedSince: null, busy: ['ana'] })
  })
})

describe('people in turn', () => {
  it('go on after whoever was on duty last', () => {
    const history = [
      { person: 'ben', from: utc('2024-02-05T08:00Z'), to: utc('2024-02-12T08:00Z') },
    ]
    expect(who(inTurn(weeks, { people, history }))).toEqual(['cyn', 'ana', 'ben'])
  })

  it('begin with the first where nobody was', () => {
    expect(who(inTurn(weeks, { people }))).toEqual(people)
  })
})
