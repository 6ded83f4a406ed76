import { renderReason } from '@holdfast/kernel/text'
import { describe, expect, it } from 'vitest'
import {
  coverage,
  createSchedule,
  explainedCoverage,
  oncallPhrases,
  type Schedule,
} from '../src/index.ts'
import { fixedHours, hoursBetween } from './fixed-hours.ts'
import { HOUR } from './random-sites.ts'

function site(
  id: string,
  timeZone: string,
  [from, to]: readonly [string, string],
  rest: { readonly role?: string } = {},
) {
  return createSchedule({
    id,
    version: 1,
    timeZone,
    ...rest,
    layers: [
      {
        id: 'day',
        rotation: { every: 'P1W', anchor: '2027-03-01T00:00', members: [`person:${id}`] },
        restrictions: [{ from, to }],
      },
    ],
  })
}

const nineToFive = ['09:00', '17:00'] as const
const sun = [
  site('sydney', 'Australia/Sydney', nineToFive),
  site('zurich', 'Europe/Zurich', nineToFive),
  site('boston', 'America/New_York', nineToFive),
]
const spring = { from: '2027-03-08T00:00:00Z', to: '2027-04-12T00:00:00Z' }
/** The hours of a day in UTC that somebody is on duty or not. */
const hoursOf = (day: string, list: readonly { readonly from: number; readonly to: number }[]) => {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  return list.map(({ from, to }) => [(from - midnight) / HOUR, (to - midnight) / HOUR])
}
const onDay = (day: string) => {
  const { holes, doubled } = coverage(sun, {
    from: `${day}T00:00:00Z`,
    to: `${day}T23:59:59.999Z`,
  })
  const whole = (list: typeof holes) =>
    hoursOf(day, list).map((ends) => ends.map((end) => Math.round(end)))
  return { holes: whole(holes), doubled: whole(doubled) }
}

describe('nine to five in Sydney, Zurich and Boston', () => {
  it.each([
    ['before any clock changes', '2027-03-10', [[6, 8]], [[14, 16]]],
    [
      'when Boston is ahead',
      '2027-03-17',
      [
        [6, 8],
        [21, 22],
      ],
      [[13, 16]],
    ],
    [
      'when Zurich has followed',
      '2027-03-30',
      [
        [6, 7],
        [21, 22],
      ],
      [[13, 15]],
    ],
    ['when Sydney has gone back', '2027-04-07', [[21, 23]], [[13, 15]]],
  ])('%s, the holes and doubles of a day are these hours of UTC', (_, day, holes, doubled) => {
    expect(onDay(day)).toEqual({ holes, doubled })
  })

  it('each change of clocks begins a stretch, with its holes and doubles', () => {
    const { phases, isCovered } = coverage(sun, spring)
    expect(isCovered).toBe(false)
    expect(
      phases.map(({ from, changed, holes, doubled }) => [
        new Date(from).toISOString().slice(0, 16),
        changed,
        holes / HOUR,
        doubled / HOUR,
      ]),
    ).toEqual([
      ['2027-03-08T00:00', [], 13, 12],
      ['2027-03-14T07:00', ['America/New_York'], 41, 42],
      ['2027-03-28T01:00', ['Europe/Zurich'], 13, 14],
      ['2027-04-03T16:00', ['Australia/Sydney'], 18, 16],
    ])
  })

  it('by their own clocks, everybody keeps their hours', () => {
    const { phases } = coverage(sun, spring)
    const hours = phases.flatMap(({ regions }) => regions)
    expect(hours.every(({ begins, ends }) => `${begins} ${ends}` === '09:00 17:00')).toBe(true)
  })

  it('the list of holes says each one', () => {
    const { holes } = coverage(sun, spring)
    expect(holes[0]).toEqual({
      from: Date.UTC(2027, 2, 8, 6),
      to: Date.UTC(2027, 2, 8, 8),
    })
  })
})

describe('one grid of UTC for all', () => {
  const grid = [
    site('sydney', 'UTC', ['22:00', '06:00']),
    site('zurich', 'UTC', ['06:00', '14:00']),
    site('boston', 'UTC', ['14:00', '22:00']),
  ]
  const zones = {
    sydney: 'Australia/Sydney',
    zurich: 'Europe/Zurich',
    boston: 'America/New_York',
  }

  it('covers everything whatever clocks do, and the hours of people drift', () => {
    const { isCovered, doubled, phases } = coverage(grid, { ...spring, zones })
    expect([isCovered, doubled]).toEqual([true, []])
    expect(
      phases.map(({ changed, regions }) => [
        changed.join(),
        ...regions.map(({ begins, ends }) => `${begins}-${ends}`),
      ]),
    ).toEqual([
      ['', '09:00-17:00', '07:00-15:00', '09:00-17:00'],
      ['America/New_York', '09:00-17:00', '07:00-15:00', '10:00-18:00'],
      ['Europe/Zurich', '09:00-17:00', '08:00-16:00', '10:00-18:00'],
      ['Australia/Sydney', '08:00-16:00', '08:00-16:00', '10:00-18:00'],
    ])
  })

  it('without zones given, the clocks of the schedules show no drift', () => {
    expect(coverage(grid, spring).phases).toHaveLength(1)
  })

  it('a zone that there is not is refused', () => {
    expect(() => coverage(grid, { ...spring, zones: { zurich: 'Zurich' } })).toThrow(
      expect.objectContaining({ code: 'zone-unknown' }),
    )
  })
})

describe('roles', () => {
  const day = { from: '2027-03-08T00:00:00Z', to: '2027-03-09T00:00:00Z' }
  const both = [
    site('a', 'UTC', ['00:00', '12:00'], { role: 'incident' }),
    site('b', 'UTC', ['12:00', '24:00'], { role: 'triage' }),
  ]

  it('that together cover a day do not each cover it', () => {
    expect(coverage(both, day).isCovered).toBe(true)
    expect(coverage(both, { ...day, role: 'incident' })).toMatchObject({
      role: 'incident',
      schedules: ['a'],
      isCovered: false,
      covered: 12 * HOUR,
    })
  })

  it('that no schedule has are one hole', () => {
    const { holes, phases } = coverage(both, { ...day, role: 'sales' })
    expect(hoursOf('2027-03-08', holes)).toEqual([[0, 24]])
    expect(phases).toMatchObject([{ holes: 24 * HOUR, regions: [] }])
  })
})

it('no time at all is covered', () => {
  const at = '2027-03-08T06:00:00Z'
  expect(coverage(sun, { from: at, to: at })).toMatchObject({ isCovered: true, phases: [] })
})

it.each([
  ['three', sun],
  ['none', []],
])(
  'a span that ends before it begins is refused, with schedules or without: %s',
  (_, schedules) => {
    expect(() => coverage(schedules, { from: spring.to, to: spring.from })).toThrow(
      expect.objectContaining({ code: 'span-reversed' }),
    )
  },
)

describe('hours with several schedules on duty', () => {
  it('name them in the order of the question, whoever comes first', () => {
    const late = fixedHours('late', [['ada', 6, 12]])
    const early = fixedHours('early', [['ben', 0, 12]])
    expect(coverage([late, early], hoursBetween(0, 24)).doubled).toEqual([
      { ...hoursBetween(6, 12), schedules: ['late', 'early'] },
    ])
  })

  it('are apart when another schedule joins or leaves', () => {
    const sites = [
      fixedHours('a', [['ada', 0, 24]]),
      fixedHours('b', [['ben', 0, 18]]),
      fixedHours('c', [['cyn', 6, 12]]),
    ]
    expect(coverage(sites, hoursBetween(0, 24)).doubled).toEqual([
      { ...hoursBetween(0, 6), schedules: ['a', 'b'] },
      { ...hoursBetween(6, 12), schedules: ['a', 'b', 'c'] },
      { ...hoursBetween(12, 18), schedules: ['a', 'b'] },
    ])
  })

  it('go on when a version of a schedule follows another', () => {
    const versions = [fixedHours('a', [['ada', 0, 6]]), fixedHours('a', [['ada', 6, 12]])]
    const beside = fixedHours('b', [['ben', 0, 24]])
    expect(coverage([...versions, beside], hoursBetween(0, 24)).doubled).toEqual([
      { ...hoursBetween(0, 12), schedules: ['a', 'b'] },
    ])
  })
})

it('hours go on from one version of a schedule to another wherever these stand in the question', () => {
  const [early, late] = [fixedHours('a', [['ada', 0, 6]]), fixedHours('a', [['ada', 6, 12]])]
  const beside = fixedHours('b', [['ben', 0, 24]])
  for (const versions of [
    [early, late, beside],
    [early, beside, late],
    [beside, late, early],
  ]) {
    expect(coverage(versions, hoursBetween(0, 24)).doubled).toMatchObject([hoursBetween(0, 12)])
  }
})

it('hours are apart for schedules that only read alike when put in a row', () => {
  const sites = [
    fixedHours('a', [['ada', 0, 6]]),
    fixedHours('b,c', [['ben', 0, 6]]),
    fixedHours('a,b', [['ada', 6, 12]]),
    fixedHours('c', [['ben', 6, 12]]),
  ]
  expect(coverage(sites, hoursBetween(0, 24)).doubled).toHaveLength(2)
})

describe('the hours of a region', () => {
  /** For each stretch between clock changes, those of each region. */
  const hoursIn = (sites: readonly Schedule[], from: number, to: number) =>
    coverage(sites, hoursBetween(from, to)).phases.map(({ regions }) =>
      regions.map(({ begins, ends }) => `${begins}-${ends}`),
    )

  it('are the most frequent first, then by the time of day', () => {
    const hours = [12, 15, 33, 55, 57].map((from) => ['ada', from, from + 1] as const)
    expect(hoursIn([fixedHours('often', hours)], 0, 72)).toEqual([
      ['09:00,07:00,12:00,15:00-10:00,08:00,13:00,16:00'],
    ])
  })

  it('at which clocks change begin the new stretch and end the old one', () => {
    const [comes, goes] = [
      fixedHours('comes', [['ada', 25, 30]], 'Europe/Zurich'),
      fixedHours('goes', [['ben', 20, 25]], 'Europe/Zurich'),
    ]
    expect(hoursIn([comes, goes], 0, 48)).toEqual([
      ['-', '21:00-03:00'],
      ['03:00-08:00', '-'],
    ])
  })

  it('that the ends of the span cut off are nobody’s', () => {
    expect(hoursIn([fixedHours('long', [['ada', 0, 24]])], 6, 18)).toEqual([['-']])
  })
})

it('clocks that change at the same instant begin one stretch, zones in order of their names', () => {
  const zones = ['Europe/Zurich', 'Europe/Berlin', 'Europe/Paris']
  const sites = zones.map((zone) => fixedHours(zone, [], zone))
  expect(coverage(sites, hoursBetween(0, 48)).phases).toMatchObject([
    { ...hoursBetween(0, 25), changed: [] },
    {
      ...hoursBetween(25, 48),
      changed: ['Europe/Berlin', 'Europe/Paris', 'Europe/Zurich'],
    },
  ])
})

it('a span that ends as clocks change is one stretch', () => {
  const zurich = fixedHours('zurich', [], 'Europe/Zurich')
  expect(coverage([zurich], hoursBetween(0, 25)).phases).toMatchObject([
    { ...hoursBetween(0, 25), changed: [] },
  ])
})

it('a reason tells the measure, then holes, doubles and every change of clocks', () => {
  const { reason } = explainedCoverage(sun, spring)
  expect([...new Set(reason.children.map(({ code }) => code))]).toEqual([
    'oncall.hole',
    'oncall.doubled',
    'oncall.clockPhase',
  ])
  expect(reason.params).toMatchObject({ isCovered: false, asked: 35 * 24 * HOUR })
  const text = renderReason(reason, { timeZone: 'UTC', phrases: [oncallPhrases] })
  expect(text).not.toMatch(/undefined|NaN|oncall\./)
})

it('a schedule may be called like what every object has', () => {
  const odd = ['__proto__', 'constructor'].map((id) => site(id, 'UTC', nineToFive))
  const { phases } = coverage(odd, { ...spring, zones: {} })
  expect(phases[0]?.regions.map(({ timeZone }) => timeZone)).toEqual(['UTC', 'UTC'])
})
