import { describe, expect, it } from 'vitest'
import { checkRoster } from '../../src/index.ts'
import { day, hour, person, problem, slot, start } from './desk.ts'

const ada = { person: 'person:ada' }
const seatsOf = (...slots: string[]) => slots.map((one) => ({ slot: one, ...ada }))
const told = (found: ReturnType<typeof checkRoster>) =>
  found.map(({ rule, from, to }) => [rule, (from - start) / hour, (to - start) / hour])

describe('a roster that people made', () => {
  it('without a fault has none', () => {
    const asked = problem([slot('a', 0)], [person('ada')])
    expect(checkRoster(seatsOf('a'), asked)).toEqual([])
  })

  it('with an empty seat, or one too many, is told so', () => {
    const asked = problem([slot('a', 0), slot('b', 1)], [person('ada'), person('bob')])
    const seats = [...seatsOf('a'), { slot: 'a', person: 'person:bob' }]
    expect(told(checkRoster(seats, asked))).toEqual([
      ['overfull', 8, 16],
      ['cover', 32, 40],
    ])
  })

  it('with a slot or a person that nobody knows is told so', () => {
    const asked = problem([slot('a', 0)], [person('ada')])
    const seats = [...seatsOf('a', 'x'), { slot: 'a', person: 'person:eve' }]
    expect(checkRoster(seats, asked).map(({ rule }) => rule)).toEqual([
      'person-unknown',
      'slot-unknown',
    ])
  })

  it('names the time that is too short to rest', () => {
    const slots = [slot('a', 0, 0), slot('b', 0, 16), slot('c', 1, 12)]
    const asked = problem(slots, [person('ada')], { rules: { rest: 'PT11H' } })
    expect(told(checkRoster(seatsOf('a', 'b', 'c'), asked))).toEqual([['rest', 8, 16]])
  })

  it('takes a rest of exactly the time that is asked for', () => {
    const slots = [slot('a', 0, 0), slot('b', 0, 19)]
    const asked = problem(slots, [person('ada')], { rules: { rest: 'PT11H' } })
    expect(checkRoster(seatsOf('a', 'b'), asked)).toEqual([])
  })

  it('names the time at which somebody is in two places', () => {
    const asked = problem([slot('a', 0, 0), slot('b', 0, 4)], [person('ada')])
    expect(told(checkRoster(seatsOf('a', 'b'), asked))).toEqual([['one-at-a-time', 4, 8]])
  })

  it('names the days with too many shifts', () => {
    const slots = [0, 1, 2, 5].map((nth) => slot(`s${nth}`, nth))
    const rules = { maxShifts: [{ shifts: 2, days: 3 }] }
    const asked = problem(slots, [person('ada')], { rules })
    expect(told(checkRoster(seatsOf('s0', 's1', 's2', 's5'), asked))).toEqual([
      ['max-shifts', 0, 72],
    ])
  })

  it('counts days by the local date on which a shift begins, also where the clocks change', () => {
    // In Zurich the clocks go forward on March 31; the two shifts begin seven dates apart, 167 hours.
    const slots = [
      { ...slot('a', 24), from: start + 24 * day + 7 * hour },
      { ...slot('b', 31), from: start + 31 * day + 6 * hour },
    ]
    const rules = { maxShifts: [{ shifts: 1, days: 7 }] }
    const asked = problem(slots, [person('ada', { zone: 'Europe/Zurich' })], { rules })
    expect(checkRoster(seatsOf('a', 'b'), asked)).toEqual([])
  })

  it('names the week that has no block of free time', () => {
    const slots = [slot('a', 1, 0), slot('b', 2, 14), slot('c', 4, 6), slot('d', 5, 22)]
    const asked = problem(slots, [person('ada')], { rules: { weeklyBlock: 'PT40H' } })
    expect(told(checkRoster(seatsOf('a', 'b', 'c', 'd'), asked))).toEqual([
      ['weekly-block', 0, 168],
    ])
    expect(checkRoster(seatsOf('a', 'b', 'c'), asked).map(({ rule }) => rule)).toEqual(['cover'])
  })

  it('names the part of a shift in which somebody is absent', () => {
    const absences = [{ from: start + 12 * hour, to: start + 20 * hour }]
    const asked = problem([slot('a', 0)], [person('ada', { absences })])
    expect(told(checkRoster(seatsOf('a'), asked))).toEqual([['absence', 12, 16]])
  })

  it('names what somebody lacks', () => {
    const more = { skills: ['network'], languages: ['de'] }
    const asked = problem([slot('a', 0, 8, more)], [person('ada')])
    expect(checkRoster(seatsOf('a'), asked).map(({ rule }) => rule)).toEqual(['language', 'skill'])
  })

  it('names the hours in which nobody on duty speaks a language', () => {
    const slots = [slot('a', 0, 8), slot('b', 0, 12)]
    const people = [person('ada'), person('bob', { languages: ['de'] })]
    const asked = problem(slots, people, { rules: { presence: [{ language: 'de' }] } })
    const seats = [...seatsOf('a'), { slot: 'b', person: 'person:bob' }]
    expect(told(checkRoster(seats, asked))).toEqual([['presence', 8, 12]])
  })

  it('names who is on duty for more than the greatest share', () => {
    const slots = Array.from({ length: 4 }, (_, nth) => slot(`s${nth}`, nth, 0))
    const asked = problem(slots, [person('ada')], { rules: { maxShare: 20 } })
    expect(told(checkRoster(seatsOf('s0', 's1', 's2'), asked))).toEqual([
      ['max-share', 0, 80],
      ['cover', 72, 80],
    ])
  })

  it('counts other duty, and does not hold it against itself', () => {
    const history = [
      { from: start - 10 * hour, to: start - 2 * hour },
      { from: start - 5 * hour, to: start },
    ]
    const asked = problem([slot('a', 0)], [person('ada', { history })], { rules: { rest: 'PT9H' } })
    expect(told(checkRoster(seatsOf('a'), asked))).toEqual([['rest', 0, 8]])
  })
})
