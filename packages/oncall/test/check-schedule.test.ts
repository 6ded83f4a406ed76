import { createCalendar } from '@holdfast/calendar'
import { createDirectory, type Finding, isDocumentError } from '@holdfast/kernel'
import { fromYaml } from '@holdfast/kernel/source'
import { describe, expect, it } from 'vitest'
import {
  checkSchedule,
  createSchedule,
  type ScheduleDocument,
  scheduleJsonSchema,
} from '../src/index.ts'

/** A schedule whose text every check has something to say about. */
const BAD = `id: primary
version: 1
timeZone: Europe/Zurch
layers:
  - id: days
    calendar: ofice
    rotation: { every: P1DT2H, anchor: 2027-03-01T25:00, members: [] }
  - id: days
    rotation: { every: P0D, anchor: 2027-03-01T09:00 }
    restrictions: [{ days: [mondy], from: "9:00", to: "17:00" }]
    effective: { from: 2027-03-01, to: 2027-02-01 }
  - id: months
    rotation:
      every: [P1M, P1W]
      clock: elapsd
      anchor: 2027-03-01T09:00
      first: 2
      duty: P1M
      members: [person:ada, role:lead]
      rosters: [{ id: one, members: [person:ada] }]
  - id: weeks
    rotation:
      every: P1W
      anchor: 2027-03-01T09:00
      monthDay: { weekday: mon, nth: 0 }
      duty: P2W
      rosters:
        - { id: one, from: 2027-01-01, members: [person:ada] }
        - { id: one, members: [person:bo] }
        - { id: three, from: soon, rollout: later, members: [person:bo] }
overrides:
  - { id: o1, mode: add, from: 2027-03-01T09:00, to: 2027-03-02T09:00 }
  - { id: o1, mode: replace, person: person:ada, layer: dais, from: 2027-03-01T09:00, to: 2027-03-02 }
  - { id: o3, mode: remove, by: person:bo, from: 2027-03-01, to: 2027-03-02 }
  - { id: o4, mode: replace, person: person:bo, by: person:bo, from: 2027-03-01, to: 2027-03-02 }
  - { id: o5, mode: replce, from: 2027-03-01, to: 2027-03-02 }
swaps:
  - { id: s1, between: [person:ada, person:ada], during: [] }
coverRequests:
  - { id: c1, person: person:bo, takenBy: person:bo, from: 2027-03-01, to: 2027-03-02 }
fixed:
  - { id: f1, from: 2027-03-01, to: 2027-03-02, shifts: [{ person: ada, from: 2027-03-01, to: 2027-03-02 }] }
colour: red
`

const office = createCalendar({
  id: 'office',
  version: 1,
  timeZone: 'Europe/Zurich',
  hours: { mon: [['09:00', '17:00']] },
})

function short({ code, pointer, severity, didYouMean }: Finding) {
  const hint = didYouMean === undefined ? '' : `, rather ${didYouMean}`
  return `${code} ${pointer}${severity === 'warning' ? ', a warning' : ''}${hint}`
}

const ROTATION = { every: 'P1W', anchor: '2027-03-01T09:00', members: ['person:ada', 'person:bo'] }

function documentWith(more: Partial<ScheduleDocument>, rotation: object = {}): ScheduleDocument {
  const layers = [{ id: 'days', rotation: { ...ROTATION, ...rotation } }]
  return { id: 'primary', version: 1, timeZone: 'Europe/Zurich', layers, ...more }
}

function found(document: ScheduleDocument, deps: Parameters<typeof checkSchedule>[1] = {}) {
  return checkSchedule(document, deps).map(short)
}

describe('a schedule with mistakes', () => {
  it('is told all of them at once, each where it stands', () => {
    const findings = checkSchedule(fromYaml(BAD, { name: 'bad.yaml' }), { calendars: { office } })
    expect(findings.map(short).toSorted()).toEqual([
      'by-unfit /overrides/2/by',
      'calendar-unknown /layers/0/calendar, rather office',
      'duty-longer /layers/3/rotation/duty, a warning',
      'duty-unfit /layers/2/rotation/duty',
      'effective-empty /layers/1/effective',
      'first-unknown /layers/2/rotation/first',
      'id-duplicate /layers/1/id',
      'id-duplicate /layers/3/rotation/rosters/1/id',
      'id-duplicate /overrides/1/id',
      'invalid-value /layers/0/rotation/members',
      'invalid-value /layers/1/restrictions/0/days/0, rather mon',
      'invalid-value /layers/2/rotation/clock, rather elapsed',
      'invalid-value /layers/3/rotation/rosters/2/rollout',
      'invalid-value /overrides/4/mode, rather replace',
      'invalid-value /swaps/0/during',
      'layer-unknown /overrides/1/layer, rather days',
      'length-invalid /layers/0/rotation/every',
      'length-invalid /layers/1/rotation/every',
      'length-mixed /layers/2/rotation/every',
      'local-time-invalid /layers/0/rotation/anchor',
      'moment-invalid /layers/3/rotation/rosters/2/from',
      'month-day-unfit /layers/3/rotation/monthDay',
      'month-day-unfit /layers/3/rotation/monthDay/nth',
      'party-invalid /fixed/0/shifts/0/person',
      'person-expected /fixed/0/shifts/0/person',
      'person-expected /layers/2/rotation/members/1',
      'person-missing /overrides/0',
      'person-missing /overrides/1',
      'replace-self /coverRequests/0/takenBy',
      'replace-self /overrides/3/by',
      'roster-dated /layers/3/rotation/rosters/0/from, a warning',
      'roster-missing /layers/1/rotation',
      'roster-twice /layers/2/rotation/members',
      'roster-undated /layers/3/rotation/rosters/1',
      'swap-alone /swaps/0/between',
      'time-invalid /layers/1/restrictions/0/from',
      'unknown-key /colour',
      'zone-unknown /timeZone, rather Europe/Zurich',
    ])
  })

  it('cannot be used, and says so once', () => {
    let thrown: unknown
    try {
      createSchedule(fromYaml(BAD, { name: 'bad.yaml' }))
    } catch (error) {
      thrown = error
    }
    expect(isDocumentError(thrown) && thrown.findings.length).toBe(
      checkSchedule(fromYaml(BAD, { name: 'bad.yaml' })).length,
    )
  })

  it('is pointed at by line and column', () => {
    const [zone] = checkSchedule(fromYaml(BAD, { name: 'bad.yaml' })).filter(
      ({ code }) => code === 'zone-unknown',
    )
    expect([zone?.line, zone?.column]).toEqual([3, 11])
  })

  it('is no schedule when it is something else', () => {
    for (const other of [null, 7, 'text', [], {}]) {
      expect(checkSchedule(other as unknown as ScheduleDocument).length).toBeGreaterThan(0)
    }
  })
})

describe('spans that hold no time', () => {
  const never = { from: '2027-03-02T00:00', to: '2027-03-02T00:00' }
  const back = { from: '2027-03-02', to: '2027-03-01' }

  it('are told wherever they stand', () => {
    const person = 'person:ada'
    const document = documentWith({
      overrides: [{ id: 'o', mode: 'remove', ...never }],
      coverRequests: [{ id: 'c', person, ...back }],
      fixed: [{ id: 'f', ...back, shifts: [{ person, ...never }] }],
      shadows: [{ id: 'w', person, ...never }],
      absences: [{ person, ...back }],
      swaps: [{ id: 's', between: [person, 'person:bo'], during: [never, back] }],
    })
    expect(found(document).toSorted()).toEqual([
      'span-empty /absences/0/to',
      'span-empty /coverRequests/0/to',
      'span-empty /fixed/0/shifts/0/to',
      'span-empty /fixed/0/to',
      'span-empty /overrides/0/to',
      'span-empty /shadows/0/to',
      'span-empty /swaps/0/during/0/to',
      'span-empty /swaps/0/during/1/to',
    ])
  })

  it('are known by the instants, not by the texts', () => {
    const overrides = [
      { id: 'o', mode: 'remove' as const, from: '2027-03-02T00:30+01:00', to: '2027-03-01T23:45Z' },
    ]
    expect(found(documentWith({ overrides }))).toEqual([])
  })
})

describe('a rotation', () => {
  it.each([
    [{ members: undefined }, ['roster-missing /layers/0/rotation']],
    [{ every: ['P1M', 'P1W'] }, ['length-mixed /layers/0/rotation/every']],
    [{ every: 'P1M', clock: 'elapsed' }, ['clock-unfit /layers/0/rotation/clock']],
    [{ monthDay: 'last' }, ['month-day-unfit /layers/0/rotation/monthDay']],
    [{ duty: 'P1M' }, ['duty-unfit /layers/0/rotation/duty']],
    [{ duty: 'P8D' }, ['duty-longer /layers/0/rotation/duty, a warning']],
    [{ duty: 'P7D' }, []],
    [{ duty: 'PT168H' }, []],
    [{ every: ['P1W', 'P2D'], duty: 'P3D' }, ['duty-longer /layers/0/rotation/duty, a warning']],
    [{ every: 'P1M', duty: 'P60D' }, ['duty-longer /layers/0/rotation/duty, a warning']],
    [{ every: 'P1M', duty: 'P31D' }, []],
    [{ every: ['P1M', 'P2M'], duty: 'P32D' }, ['duty-longer /layers/0/rotation/duty, a warning']],
    [{ every: 'P1M', monthDay: { weekday: 'mon', nth: 1 }, duty: 'P35D' }, []],
    [
      { every: 'P1M', monthDay: { weekday: 'mon', nth: 1 }, duty: 'P40D' },
      ['duty-longer /layers/0/rotation/duty, a warning'],
    ],
    [{ first: 2 }, ['first-unknown /layers/0/rotation/first']],
    [{ first: 1 }, []],
    [
      { every: 'P1M', monthDay: { weekday: 'mon', nth: 0 } },
      ['month-day-unfit /layers/0/rotation/monthDay/nth'],
    ],
    [{ every: 'P1M', monthDay: { weekday: 'mon', nth: -1 } }, []],
  ])('%j is told %j', (rotation, expected) => {
    expect(found(documentWith({}, rotation))).toEqual(expected)
  })

  it.each(['P0D', 'PT0S', 'P1DT1H', 'P1M1D', '-P1D', 'week', ''])('has no length %j', (every) => {
    expect(found(documentWith({}, { every }))).toEqual(['length-invalid /layers/0/rotation/every'])
  })

  it('gives nobody two seats of one turn', () => {
    const named = { person: 'person:bo', team: 'checkout' }
    const members = ['person:bo', ['person:ada', 'person:bo', 'person:ada'], [named, 'person:bo']]
    expect(found(documentWith({}, { members }))).toEqual([
      'person-repeated /layers/0/rotation/members/1/2',
      'person-repeated /layers/0/rotation/members/2/1',
    ])
    const rosters = [{ id: 'a', members: [['person:ada', 'person:ada']] }]
    expect(found(documentWith({}, { members: undefined, rosters }))).toEqual([
      'person-repeated /layers/0/rotation/rosters/0/members/0/1',
    ])
  })

  it('may have somebody in several turns of a round', () => {
    const members = ['person:ada', ['person:ada', 'person:bo'], 'person:ada']
    expect(found(documentWith({}, { members }))).toEqual([])
  })

  it('has rosters in the order of their dates, of which only the first needs none', () => {
    const members = ['person:ada']
    const rosters = [
      { id: 'a', members, from: '2027-01-01' },
      { id: 'b', members, from: '2027-03-02' },
      { id: 'c', members, from: '2027-03-01T23:59' },
      { id: 'd', members },
    ]
    expect(found(documentWith({}, { members: undefined, rosters }))).toEqual([
      'roster-dated /layers/0/rotation/rosters/0/from, a warning',
      'roster-order /layers/0/rotation/rosters/2/from',
      'roster-undated /layers/0/rotation/rosters/3',
    ])
  })
})

it('a restriction that begins on no day is pointed at, since it allows no duty', () => {
  const hours = { from: '09:00', to: '17:00' }
  const layer = {
    id: 'days',
    rotation: ROTATION,
    restrictions: [hours, { ...hours, days: [] }, { ...hours, days: ['mon' as const] }],
  }
  expect(found(documentWith({ layers: [layer] }))).toEqual([
    'days-empty /layers/0/restrictions/1/days, a warning',
  ])
})

describe('names', () => {
  const directory = createDirectory({
    id: 'people',
    version: 1,
    people: { ada: { name: 'Ada', team: 'platform' }, bo: { name: 'Bo', team: 'platform' } },
    teams: { platform: { name: 'Platform' } },
  })
  const span = { from: '2027-03-01', to: '2027-03-02' }

  it('of people and teams are those of the directory, wherever they stand', () => {
    const document = documentWith(
      {
        overrides: [{ id: 'o', mode: 'replace', person: 'person:ad', by: 'person:boo', ...span }],
        coverRequests: [{ id: 'c', person: 'person:x', takenBy: 'person:y', ...span }],
        swaps: [{ id: 's', between: ['person:ada', 'person:boo'], during: [span] }],
        fixed: [{ id: 'f', ...span, shifts: [{ person: 'person:adda', ...span }] }],
        shadows: [{ id: 'w', person: 'person:bo', of: 'person:z', ...span }],
        absences: [{ person: 'person:q', ...span }],
      },
      { members: ['person:ada', [{ person: 'person:bob', team: 'platfrom' }, 'person:bo']] },
    )
    expect(found(document, { directory }).toSorted()).toEqual([
      'person-unknown /absences/0/person',
      'person-unknown /coverRequests/0/person',
      'person-unknown /coverRequests/0/takenBy',
      'person-unknown /fixed/0/shifts/0/person, rather person:ada',
      'person-unknown /layers/0/rotation/members/1/0/person, rather person:bo',
      'person-unknown /overrides/0/by, rather person:bo',
      'person-unknown /overrides/0/person, rather person:ada',
      'person-unknown /shadows/0/of',
      'person-unknown /swaps/0/between/1, rather person:bo',
      'team-unknown /layers/0/rotation/members/1/0/team, rather platform',
    ])
  })

  it('are not looked for without a directory', () => {
    expect(found(documentWith({ absences: [{ person: 'person:nobody', ...span }] }))).toEqual([])
  })

  it('of layers, rosters and changes are each given once', () => {
    const layers = [0, 1].map(() => ({ id: 'days', rotation: ROTATION }))
    const document = documentWith({
      layers,
      shadows: [{ id: 'x', person: 'person:bo', ...span }],
      swaps: [{ id: 'x', between: ['person:ada', 'person:bo'], during: [span] }],
    })
    expect(found(document)).toEqual(['id-duplicate /layers/1/id', 'id-duplicate /shadows/0/id'])
  })
})

describe('people who cover each other in a circle', () => {
  const cover = (
    id: string,
    person: string,
    by: string,
    from: number,
    to: number,
    layer?: string,
  ) => ({
    id,
    mode: 'replace' as const,
    person: `person:${person}`,
    by: `person:${by}`,
    from: `2027-03-${String(from).padStart(2, '0')}`,
    to: `2027-03-${String(to).padStart(2, '0')}`,
    ...(layer !== undefined && { layer }),
  })
  const layers = ['one', 'two'].map((id) => ({ id, rotation: ROTATION }))

  it.each([
    [
      'of two',
      [cover('o1', 'a', 'b', 1, 9), cover('o2', 'b', 'a', 8, 12)],
      ['override-circle /overrides/0'],
    ],
    [
      'of three, in any order',
      [cover('o3', 'c', 'a', 2, 9), cover('o2', 'b', 'c', 1, 9), cover('o1', 'a', 'b', 1, 9)],
      ['override-circle /overrides/2'],
    ],
    ['one after the other', [cover('o1', 'a', 'b', 1, 9), cover('o2', 'b', 'a', 9, 12)], []],
    [
      'on different layers',
      [cover('o1', 'a', 'b', 1, 9, 'one'), cover('o2', 'b', 'a', 1, 9, 'two')],
      [],
    ],
    [
      'on a layer and on all',
      [cover('o1', 'a', 'b', 1, 9), cover('o2', 'b', 'a', 1, 9, 'two')],
      ['override-circle /overrides/0'],
    ],
    [
      'that closes only by the second of two ways',
      [
        cover('o1', 'a', 'b', 1, 10),
        cover('o2', 'b', 'c', 1, 3),
        cover('o3', 'b', 'c', 5, 10),
        cover('o4', 'c', 'd', 1, 10),
        cover('o5', 'd', 'a', 5, 10),
      ],
      ['override-circle /overrides/0'],
    ],
    [
      'in a chain that does not close',
      [cover('o1', 'a', 'b', 1, 9), cover('o2', 'b', 'c', 1, 9)],
      [],
    ],
  ])('%s', (_name, overrides, expected) => {
    expect(found(documentWith({ layers, overrides }))).toEqual(expected)
  })

  it('are found where one is an override and one a request', () => {
    const { mode: _, by, ...request } = cover('c1', 'b', 'a', 1, 9)
    const document = documentWith({
      layers,
      overrides: [cover('o1', 'a', 'b', 1, 9)],
      coverRequests: [{ ...request, takenBy: by }],
    })
    expect(found(document)).toEqual(['override-circle /coverRequests/0'])
  })
})

it('tells editors what a schedule is made of', () => {
  const { properties } = scheduleJsonSchema() as { properties: object }
  expect(Object.keys(properties)).toEqual(
    expect.arrayContaining(['layers', 'overrides', 'absences']),
  )
})

it('a circle of hundreds of people is found once', () => {
  const overrides = Array.from({ length: 300 }, (_, nth) => ({
    id: `cover-${nth}`,
    mode: 'replace' as const,
    person: `person:p${nth}`,
    by: `person:p${(nth + 1) % 300}`,
    from: '2027-03-01',
    to: '2027-04-01',
  }))
  const rotation = { every: 'P1D', anchor: '2027-03-01T09:00', members: ['person:p0'] }
  const document = { id: 'long', version: 1, timeZone: 'UTC', layers: [{ id: 'l', rotation }] }
  const codes = checkSchedule({ ...document, overrides }).map(({ code }) => code)
  expect(codes).toEqual(['override-circle'])
})
