import { renderReason } from '@holdfast/kernel/text'
import { describe, expect, it } from 'vitest'
import { coverage, createSchedule, explainedCoverage, oncallPhrases } from '../src/index.ts'
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

it('a span that ends before it begins is refused', () => {
  expect(() => coverage(sun, { from: spring.to, to: spring.from })).toThrow(
    expect.objectContaining({ code: 'span-reversed' }),
  )
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
