import { describe, expect, it } from 'vitest'
import { checkRosterProblem, planRoster, rosterProblemJsonSchema } from '../../src/index.ts'
import { person, problem, slot, start, threeSites } from './desk.ts'

const codes = (given: Parameters<typeof checkRosterProblem>[0]) =>
  checkRosterProblem(given).map(({ code, pointer }) => `${code} ${pointer}`)

describe('a roster problem', () => {
  it('that is right has no findings', () => {
    expect(checkRosterProblem(threeSites(12, 28))).toEqual([])
  })

  it('without slots or people asks for nothing', () => {
    expect(codes(problem([], []))).toEqual(['slots-empty /slots', 'people-empty /people'])
  })

  it('has everything found in it at once', () => {
    const people = [
      person('ada', { zone: 'Europe/Zürich' }),
      person('ada', { absences: [{ from: start, to: start }] }),
    ]
    const slots = [
      slot('a', 0, 8, { skills: ['netwerk'] }),
      slot('a', 1, 8, { needs: [{ language: 'de', count: 2 }] }),
    ]
    const rules = { rest: 'P1D', weeklyBlock: 'PT200H' }
    expect(codes(problem(slots, people, { rules })).toSorted()).toEqual([
      'duration-not-fixed /rules/rest',
      'duration-out-of-range /rules/weeklyBlock',
      'id-repeated /slots/1/id',
      'interval-empty /people/1/absences/0/to',
      'language-unknown /slots/1/needs/0/language',
      'need-too-many /slots/1/needs/0',
      'person-repeated /people/1/person',
      'skill-unknown /slots/0/skills/0',
      'zone-unknown /people/0/zone',
    ])
  })

  it('finds instants without an offset, and those that no calendar reaches', () => {
    const slots = [
      { ...slot('a', 0), from: '2024-03-04T08:00' },
      { ...slot('b', 0), to: '2201-03-04T08:00Z' },
    ]
    expect(codes(problem(slots, [person('ada')]))).toEqual([
      'instant-invalid /slots/0/from',
      'instant-out-of-range /slots/1/to',
    ])
  })

  it('suggests the skill that was meant', () => {
    const slots = [slot('a', 0, 8, { skills: ['netwerk'] })]
    const [found] = checkRosterProblem(problem(slots, [person('ada', { skills: ['network'] })]))
    expect(found).toMatchObject({ severity: 'warning', didYouMean: 'network' })
  })

  it('of any shape is judged and not thrown over', () => {
    for (const hostile of [
      null,
      7,
      [],
      { slots: 'no', people: {} },
      { slots: [null], people: [[]] },
    ]) {
      expect(checkRosterProblem(hostile as never).length).toBeGreaterThan(0)
    }
  })

  it('with findings is not planned', () => {
    expect(() => planRoster(problem([], []))).toThrow(
      expect.objectContaining({ findings: expect.arrayContaining([]) }),
    )
  })
})

it('has a JSON Schema', () => {
  expect(rosterProblemJsonSchema()).toMatchObject({ type: 'object' })
})
