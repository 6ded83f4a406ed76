import { describe, expect, it } from 'vitest'
import { createSchedule, diffSchedules, type ScheduleDocument } from '../src/index.ts'
import { fixedHours, hoursBetween } from './fixed-hours.ts'
import { HOUR } from './random-sites.ts'

const document = (
  members: readonly string[],
  rest: Partial<ScheduleDocument> = {},
): ScheduleDocument => ({
  id: 'incidents',
  version: 1,
  timeZone: 'Europe/Zurich',
  layers: [
    { id: 'day', rotation: { every: 'P1D', anchor: '2027-03-22T09:00', members: [...members] } },
  ],
  ...rest,
})
const diff = (a: ScheduleDocument, b: ScheduleDocument) =>
  diffSchedules(createSchedule(a), createSchedule(b), {
    from: '2027-03-22T09:00+01:00',
    to: '2027-03-29T09:00+02:00',
  })

it('who joins takes turns from others, and everybody is told how much', () => {
  const { changes, people } = diff(
    document(['person:ada', 'person:ben']),
    document(['person:ada', 'person:ben', 'person:cyn']),
  )
  expect(changes[0]).toEqual({
    from: Date.parse('2027-03-24T09:00+01:00'),
    to: Date.parse('2027-03-25T09:00+01:00'),
    before: ['person:ada'],
    after: ['person:cyn'],
  })
  const total = people.reduce((sum, { gained, lost }) => sum + gained - lost, 0)
  expect(total).toBe(0)
  // The second of the two turns is on the day that has 23 hours.
  expect(people.find(({ person }) => person === 'person:cyn')).toEqual({
    person: 'person:cyn',
    lost: 0,
    gained: 47 * HOUR,
  })
})

it('a shadow is no change of who answers, nor is another name of a layer', () => {
  const shadow = {
    id: 's',
    person: 'person:cyn',
    from: '2027-03-22T09:00',
    to: '2027-03-25T09:00',
  }
  const before = document(['person:ada'])
  const [layer] = before.layers
  const after = document(['person:ada'], {
    shadows: [shadow],
    layers: [{ ...(layer as ScheduleDocument['layers'][number]), id: 'other', priority: 3 }],
  })
  expect(diff(before, after).changes).toEqual([])
})

it('a hole is a change to nobody', () => {
  const off = { id: 'off', mode: 'remove', from: '2027-03-23T10:00', to: '2027-03-23T12:00' }
  const { changes, people } = diff(
    document(['person:ada']),
    document(['person:ada'], { overrides: [off] }),
  )
  expect(changes).toMatchObject([{ before: ['person:ada'], after: [] }])
  expect(people).toEqual([{ person: 'person:ada', lost: 2 * HOUR, gained: 0 }])
})

it('a span that ends before it begins is refused', () => {
  const schedule = createSchedule(document(['person:ada']))
  expect(() =>
    diffSchedules(schedule, schedule, { from: '2027-03-23T10:00Z', to: '2027-03-22T10:00Z' }),
  ).toThrow(expect.objectContaining({ code: 'span-reversed' }))
})

it('in no time at all nothing changes', () => {
  const [before, after] = [fixedHours('a', [['ada', 0, 24]]), fixedHours('a', [['ben', 0, 24]])]
  const none = hoursBetween(6, 6)
  expect(diffSchedules(before, after, none)).toEqual({ ...none, changes: [], people: [] })
})

describe('of a day, by hours', () => {
  type Hours = Parameters<typeof fixedHours>[1]
  const diffOf = (before: Hours, after: Hours) =>
    diffSchedules(fixedHours('a', before), fixedHours('a', after), hoursBetween(0, 24))
  const crew = (...names: readonly string[]) => names.map((name) => `person:${name}`)

  it('a hand-off that is no more divides what changes', () => {
    const { changes } = diffOf(
      [
        ['ada', 0, 6],
        ['ben', 6, 24],
      ],
      [['cyn', 0, 24]],
    )
    expect(changes).toEqual([
      { ...hoursBetween(0, 6), before: crew('ada'), after: crew('cyn') },
      { ...hoursBetween(6, 24), before: crew('ben'), after: crew('cyn') },
    ])
  })

  it('so does a hand-off that is new', () => {
    const { changes } = diffOf(
      [['cyn', 0, 24]],
      [
        ['ada', 0, 6],
        ['ben', 6, 24],
      ],
    )
    expect(changes).toEqual([
      { ...hoursBetween(0, 6), before: crew('cyn'), after: crew('ada') },
      { ...hoursBetween(6, 24), before: crew('cyn'), after: crew('ben') },
    ])
  })

  it('turns that somebody takes one after the other are one change', () => {
    const { changes, people } = diffOf(
      [
        ['ada', 0, 6],
        ['ada', 6, 24],
      ],
      [['ben', 0, 24]],
    )
    expect(changes).toEqual([{ ...hoursBetween(0, 24), before: crew('ada'), after: crew('ben') }])
    expect(people).toEqual([
      { person: 'person:ada', lost: 24 * HOUR, gained: 0 },
      { person: 'person:ben', lost: 0, gained: 24 * HOUR },
    ])
  })

  it('the same change before and after hours that stay is two', () => {
    const { changes } = diffOf(
      [['ada', 0, 24]],
      [
        ['ben', 0, 6],
        ['ada', 6, 12],
        ['ben', 12, 24],
      ],
    )
    expect(changes).toMatchObject([hoursBetween(0, 6), hoursBetween(12, 24)])
  })

  it('duty begins or ends at another hour', () => {
    const { changes, people } = diffOf([['ada', 6, 12]], [['ada', 4, 9]])
    expect(changes).toEqual([
      { ...hoursBetween(4, 6), before: [], after: crew('ada') },
      { ...hoursBetween(9, 12), before: crew('ada'), after: [] },
    ])
    expect(people).toEqual([{ person: 'person:ada', lost: 3 * HOUR, gained: 2 * HOUR }])
  })

  it('where nobody was or is from the beginning, nobody is named', () => {
    const { changes } = diffOf([['ada', 6, 24]], [['ada', 0, 24]])
    expect(changes).toEqual([{ ...hoursBetween(0, 6), before: [], after: crew('ada') }])
  })

  it('hours of two people that overlap are followed in their order', () => {
    const { changes } = diffOf(
      [
        ['ada', 0, 12],
        ['ben', 6, 18],
      ],
      [],
    )
    expect(changes).toEqual([
      { ...hoursBetween(0, 6), before: crew('ada'), after: [] },
      { ...hoursBetween(6, 12), before: crew('ada', 'ben'), after: [] },
      { ...hoursBetween(12, 18), before: crew('ben'), after: [] },
    ])
  })

  it('who holds two seats keeps their duty until the last ends', () => {
    const { changes } = diffOf(
      [
        ['ada', 0, 12],
        ['ada', 6, 18],
      ],
      [['ada', 0, 18]],
    )
    expect(changes).toEqual([])
  })

  it('people who change seats with each other are on duty as before', () => {
    const [one, other] = [
      ['ben', 0, 24],
      ['ada', 0, 24],
    ] as const
    expect(diffOf([one, other], [other, one])).toMatchObject({ changes: [], people: [] })
    expect(diffOf([one, other], []).changes).toMatchObject([{ before: crew('ada', 'ben') }])
  })

  it('who stays while somebody beside them changes is not told', () => {
    const { changes, people } = diffOf(
      [
        ['ada', 0, 24],
        ['ben', 0, 24],
      ],
      [
        ['ada', 0, 24],
        ['cyn', 0, 24],
      ],
    )
    expect(changes).toMatchObject([{ before: crew('ada', 'ben'), after: crew('ada', 'cyn') }])
    expect(people).toEqual([
      { person: 'person:ben', lost: 24 * HOUR, gained: 0 },
      { person: 'person:cyn', lost: 0, gained: 24 * HOUR },
    ])
  })

  it('people are told in order of their names, whoever is first on duty', () => {
    const { people } = diffOf(
      [
        ['ben', 0, 6],
        ['cyn', 6, 12],
        ['ada', 12, 18],
      ],
      [],
    )
    expect(people.map(({ person }) => person)).toEqual(crew('ada', 'ben', 'cyn'))
  })
})
