import { describe, expect, it } from 'vitest'
import {
  type PersonnelLocation,
  type PersonnelQuestion,
  personnelNeed,
  SMALLEST_TEAMS,
} from '../../src/index.ts'
import { codesOf, faultsOf, partOf } from './reasons.ts'

const HOUR = 3_600_000
const quiet = { incidents: 0, interval: 'PT168H' }

/** A primary and a secondary around the clock, each on duty one week of four at most. */
const site: PersonnelQuestion = {
  locations: [{ id: 'zurich' }],
  hours: { seats: 2 },
  absence: 0,
  maxShare: 0.25,
  load: quiet,
}
const places = (...ids: readonly string[]): readonly PersonnelLocation[] =>
  ids.map((id) => ({ id }))

describe('the people of one site', () => {
  it('are eight, for two on duty around the clock one week of four', () => {
    const { people, locations } = personnelNeed(site)
    expect(people).toBe(8)
    expect(locations).toEqual([
      {
        location: 'zurich',
        people: 8,
        own: 8,
        seats: 2,
        covered: 168 * HOUR,
        // The share asks for as many as the smallest team has.
        decidedBy: 'share',
        bounds: { hours: null, share: 8, minimum: 8, seats: 2 },
      },
    ])
  })

  it('are more when some are away', () => {
    const { people, locations } = personnelNeed({ ...site, absence: 0.2 })
    expect([people, locations[0]?.decidedBy]).toEqual([10, 'share'])
  })

  it('are more where being on duty is working time', () => {
    const { people, locations } = personnelNeed({
      ...site,
      hours: { seats: 2, person: 'PT40H' },
      absence: 0.2,
    })
    expect([people, locations[0]?.decidedBy]).toEqual([11, 'hours'])
    expect(locations[0]?.bounds.hours).toBeCloseTo(10.5, 12)
  })

  it('are as many as are on duty at a time, however short that is', () => {
    const { people, locations } = personnelNeed({
      ...site,
      hours: { seats: 3, covered: 'PT2H' },
      minimums: [1],
    })
    expect([people, locations[0]?.decidedBy]).toEqual([3, 'seats'])
  })
})

describe('the people of several sites', () => {
  it('are six at each of two, where each covers half of the time', () => {
    const { people, locations } = personnelNeed({
      ...site,
      locations: places('zurich', 'portland'),
    })
    expect(people).toBe(12)
    expect(locations.map(({ people, decidedBy }) => [people, decidedBy])).toEqual([
      [6, 'minimum'],
      [6, 'minimum'],
    ])
  })

  it('follow the sun in working hours', () => {
    const { people, locations } = personnelNeed({
      ...site,
      locations: places('zurich', 'portland', 'wellington'),
      hours: { seats: 2, person: 'PT40H' },
      absence: 0.2,
      maxShare: 0.5,
    })
    expect(people).toBe(18)
    expect(locations.map(({ covered }) => covered / HOUR)).toEqual([56, 56, 56])
    expect(locations[0]?.bounds.hours).toBeCloseTo(3.5, 12)
  })

  it('may differ in what they cover, in seats and in absence', () => {
    const { locations } = personnelNeed({
      ...site,
      locations: [
        { id: 'zurich', covered: 'PT100H', seats: 3 },
        { id: 'portland', covered: 'PT68H', absence: 0.5 },
      ],
      minimums: [1],
    })
    const shares = locations.map(({ bounds }) => bounds.share)
    expect(shares).toEqual([expect.closeTo(300 / 42, 9), expect.closeTo((2 * 68) / 21, 9)])
    expect(locations.map(({ people }) => people)).toEqual([8, 7])
  })

  it('are as few as the team wants, the last number standing for more places', () => {
    const few = { ...site, hours: {}, maxShare: 1, minimums: [5, 4, 3] }
    const ids = ['a', 'b', 'c', 'd']
    const people = ids.map((_, nth) => {
      const locations = places(...ids.slice(0, nth + 1))
      return personnelNeed({ ...few, locations }).locations[0]?.people
    })
    expect(people).toEqual([5, 4, 3, 3])
    expect(SMALLEST_TEAMS).toEqual([8, 6])
  })
})

describe('the load of a shift', () => {
  const incidents = (count: number) => ({ incidents: count, interval: 'PT12H' })
  const seatsFor = (load: PersonnelQuestion['load']) =>
    personnelNeed({ ...site, load }).locations[0]?.seats

  it('needs another seat for every two incidents in twelve hours', () => {
    expect([0, 2, 4, 4.1, 6.5].map((count) => seatsFor(incidents(count)))).toEqual([2, 2, 2, 3, 4])
  })

  it('is counted in shifts as long as they are, and in as many incidents as one can take', () => {
    expect(seatsFor({ ...incidents(4), shift: 'PT24H' })).toBe(4)
    expect(seatsFor({ ...incidents(4), perShift: 1 })).toBe(4)
    expect(seatsFor({ incidents: 84, interval: 'PT168H' })).toBe(3)
  })

  it('may be heavier at one place', () => {
    const { locations } = personnelNeed({
      ...site,
      locations: [{ id: 'zurich', incidents: 50 }, { id: 'portland' }],
      load: { incidents: 14, interval: 'PT168H', perShift: 1 },
    })
    expect(locations.map(({ seats }) => seats)).toEqual([4, 2])
  })
})

describe('people whom other teams lend', () => {
  const lent = (people: number, share?: number): readonly PersonnelLocation[] => [
    { id: 'zurich', lent: [{ from: 'team:platform', people, share }] },
  ]
  const ownWith = (
    locations: readonly PersonnelLocation[],
    rest: Partial<PersonnelQuestion> = {},
  ) => personnelNeed({ ...site, locations, ...rest }).own

  it('are not needed of the own team', () => {
    expect(personnelNeed({ ...site, locations: lent(3) })).toMatchObject({ people: 8, own: 5 })
    expect(ownWith(lent(20))).toBe(0)
  })

  it('count for the share of time that they are lent for, but as heads of a team', () => {
    expect(ownWith(lent(4, 0.5))).toBe(6)
    expect(ownWith(lent(4, 0.5), { maxShare: 1 })).toBe(4)
  })
})

describe('the reason of the need', () => {
  it('says for each place what each bound asks for', () => {
    const { reason } = personnelNeed({
      ...site,
      locations: [{ id: 'zurich', lent: [{ from: 'team:platform', people: 2 }] }],
      hours: { seats: 2, person: 'PT40H' },
      absence: 0.2,
    })
    expect(codesOf(reason)).toEqual([
      'oncall.personnelNeed',
      'oncall.placeNeeds',
      'oncall.placeSeats',
      'oncall.placeHours',
      'oncall.placeShare',
      'oncall.placeMinimum',
      'oncall.placeAtOnce',
      'oncall.placeLent',
    ])
    expect(partOf(reason, 'oncall.placeNeeds')?.params).toEqual({
      location: 'zurich',
      people: 11,
      own: 9,
      seats: 2,
      decidedBy: 'hours',
    })
    expect(faultsOf([reason])).toEqual([])
  })

  it('leaves working hours out where being on duty is no working time', () => {
    const { reason } = personnelNeed(site)
    expect(partOf(reason, 'oncall.placeHours')).toBeUndefined()
    expect(faultsOf([reason])).toEqual([])
  })
})

it.each([
  [{ locations: [] }, 'locations-invalid'],
  [{ locations: places('zurich', 'zurich') }, 'locations-invalid'],
  [{ locations: [{ id: 'a', covered: 'PT169H' }] }, 'covered-invalid'],
  [{ locations: [{ id: 'a', seats: 0 }] }, 'seats-invalid'],
  [{ locations: [{ id: 'a', absence: 1 }] }, 'absence-invalid'],
  [{ locations: [{ id: 'a', incidents: -1 }] }, 'incidents-invalid'],
  [{ locations: [{ id: 'a', lent: [{ from: 'team:b', people: 0.5 }] }] }, 'people-invalid'],
  [{ locations: [{ id: 'a', lent: [{ from: 'team:b', people: 1, share: 0 }] }] }, 'share-invalid'],
  [{ hours: { covered: 'PT0S' } }, 'covered-invalid'],
  [{ hours: { covered: 'P7D' } }, 'duration-not-fixed'],
  [{ hours: { person: 'PT200H' } }, 'person-invalid'],
  [{ hours: { seats: 1.5 } }, 'seats-invalid'],
  [{ absence: 1 }, 'absence-invalid'],
  [{ maxShare: 0 }, 'max-share-invalid'],
  [{ maxShare: 1e-300 }, 'people-out-of-range'],
  [{ load: { ...quiet, incidents: -1 } }, 'incidents-invalid'],
  [{ load: { ...quiet, interval: 0 } }, 'interval-invalid'],
  [{ load: { ...quiet, shift: 0 } }, 'shift-invalid'],
  [{ load: { ...quiet, perShift: 0 } }, 'per-shift-invalid'],
  [{ minimums: [-1] }, 'minimums-invalid'],
])('a question that means nothing is refused: %j, %s', (terms, code) => {
  expect(() => personnelNeed({ ...site, ...terms })).toThrow(expect.objectContaining({ code }))
})
