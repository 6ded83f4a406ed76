import { createCalendar } from '@holdfast/calendar'
import { createDirectory } from '@holdfast/kernel'
import { renderReason } from '@holdfast/kernel/text'
import { describe, expect, it } from 'vitest'
import { type DutySpan, explainedFairness, fairness, oncallPhrases } from '../../src/index.ts'
import { HOUR } from './random-duty.ts'

const june = { from: '2027-06-07T00:00:00Z', to: '2027-06-14T00:00:00Z' }
const shift = (person: string, from: string, to: string, rest: Partial<DutySpan> = {}) => ({
  person: `person:${person}` as const,
  from,
  to,
  ...rest,
})
const hours = (amounts: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(amounts).map(([key, amount]) => [
      key,
      key === 'shifts' ? amount : amount / HOUR,
    ]),
  )

describe('what time is', () => {
  it('the same hours are night for one and day for another', () => {
    const night = ['2027-06-07T20:00:00Z', '2027-06-08T04:00:00Z'] as const
    const { people } = fairness([shift('ada', ...night), shift('bo', ...night)], {
      ...june,
      zones: { 'person:ada': 'Europe/Zurich', 'person:bo': 'Australia/Sydney' },
    })
    expect(people.map(({ person, had }) => [person, had.night / HOUR, had.day / HOUR])).toEqual([
      ['person:ada', 8, 0],
      ['person:bo', 0, 8],
    ])
  })

  it('a holiday on a Saturday night is holiday, not weekend, not night', () => {
    const calendar = createCalendar({
      id: 'zh',
      version: 1,
      timeZone: 'Europe/Zurich',
      hours: {},
      holidays: ['2027-06-12'],
    })
    const { people } = fairness([shift('ada', '2027-06-11T20:00:00Z', '2027-06-13T04:00:00Z')], {
      ...june,
      zones: { 'person:ada': 'Europe/Zurich' },
      calendars: { 'Europe/Zurich': calendar },
    })
    expect(hours(people[0]?.had ?? {})).toEqual({
      holiday: 24,
      weekend: 6,
      night: 2,
      day: 0,
      total: 32,
      shifts: 1,
    })
  })

  it('a holiday in which the span ends is holiday until then', () => {
    const calendar = createCalendar({
      id: 'zh',
      version: 1,
      timeZone: 'UTC',
      hours: {},
      holidays: ['2027-06-10'],
    })
    const { people } = fairness([shift('ada', '2027-06-09T00:00:00Z', '2027-06-11T00:00:00Z')], {
      ...june,
      to: '2027-06-10T12:00:00Z',
      zones: { 'person:ada': 'UTC' },
      calendars: { UTC: calendar },
    })
    expect(people[0]?.had.holiday).toBe(12 * HOUR)
  })

  it('the holidays of a person come before those of their zone', () => {
    const of = (id: string, holiday: string) =>
      createCalendar({ id, version: 1, timeZone: 'UTC', hours: {}, holidays: [holiday] })
    const { people } = fairness([shift('ada', '2027-06-07T06:00:00Z', '2027-06-08T18:00:00Z')], {
      ...june,
      zones: { 'person:ada': 'UTC' },
      calendars: { UTC: of('utc', '2027-06-07'), 'person:ada': of('ada', '2027-06-08') },
    })
    expect(people[0]?.had.holiday).toBe(18 * HOUR)
  })

  it('nights and weekends are as the question says them', () => {
    const { people } = fairness([shift('ada', '2027-06-10T00:00:00Z', '2027-06-12T00:00:00Z')], {
      ...june,
      zones: { 'person:ada': 'UTC' },
      night: { from: '23:00', to: '05:00' },
      weekend: ['fri'],
    })
    expect(hours(people[0]?.had ?? {})).toMatchObject({ weekend: 24, night: 6, day: 18 })
  })

  it('on the night when the clocks go back, the night is an hour longer', () => {
    const { people } = fairness([shift('ada', '2027-10-30T20:00:00Z', '2027-10-31T06:00:00Z')], {
      from: '2027-10-30T00:00:00Z',
      to: '2027-11-01T00:00:00Z',
      zones: { 'person:ada': 'Europe/Zurich' },
      weekend: [],
    })
    expect(people[0]?.had.night).toBe(9 * HOUR)
  })
})

describe('who takes part', () => {
  it('a shadow counts only where that is asked for', () => {
    const list = [shift('ada', '2027-06-07T06:00:00Z', '2027-06-07T18:00:00Z', { isShadow: true })]
    const zones = { 'person:ada': 'UTC' }
    expect(fairness(list, { ...june, zones }).people).toEqual([])
    expect(fairness(list, { ...june, zones, shadows: true }).people).toHaveLength(1)
  })

  it('who belongs to the roster and had no shift is there with nothing', () => {
    const { people, spreads } = fairness(
      [shift('ada', '2027-06-07T06:00:00Z', '2027-06-07T18:00:00Z')],
      {
        ...june,
        zones: { 'person:ada': 'UTC', 'person:ben': 'UTC' },
        shares: { 'person:ada': 50, 'person:ben': 50 },
      },
    )
    expect(people.map(({ had, share }) => [had.total / HOUR, share.total / HOUR])).toEqual([
      [12, 6],
      [0, 6],
    ])
    const total = spreads.find(({ measure }) => measure === 'total')
    expect(total).toMatchObject({
      least: 0,
      most: 12 * HOUR,
      furthest: 'person:ada',
      off: 6 * HOUR,
    })
  })

  it('a share is rounded to the nearest millisecond', () => {
    const list = [shift('ada', '2027-06-07T00:00:00.000Z', '2027-06-07T00:00:00.002Z')]
    const ids = ['person:ada', 'person:ben', 'person:cyn']
    const { people } = fairness(list, {
      ...june,
      zones: Object.fromEntries(ids.map((id) => [id, 'UTC'])),
      shares: Object.fromEntries(ids.map((id) => [id, 1])),
    })
    expect(people.map(({ share }) => share.total)).toEqual([1, 1, 1])
    expect(people.map(({ share }) => share.shifts)).toEqual([1 / 3, 1 / 3, 1 / 3])
  })

  it('half a share is half as much, and a week away of two is as well', () => {
    const list = [
      shift('ada', '2027-06-07T00:00:00Z', '2027-06-09T00:00:00Z'),
      shift('ben', '2027-06-09T00:00:00Z', '2027-06-10T00:00:00Z'),
    ]
    const zones = { 'person:ada': 'UTC', 'person:ben': 'UTC' }
    const part = fairness(list, { ...june, zones, shares: { 'person:ada': 80, 'person:ben': 40 } })
    expect(part.spreads.every(({ measure, off }) => measure !== 'total' || off === 0)).toBe(true)
    const absences = [
      { person: 'person:ben' as const, from: '2027-06-10T12:00:00Z', to: '2027-06-20T00:00:00Z' },
    ]
    const away = fairness(list, { ...june, zones, absences })
    expect(away.spreads.find(({ measure }) => measure === 'total')?.furthest).toBeNull()
  })

  it('whose zone nobody knows is listed with their hours and not guessed', () => {
    const list = [
      shift('ada', '2027-06-07T06:00:00Z', '2027-06-07T18:00:00Z'),
      shift('ben', '2027-06-07T18:00:00Z', '2027-06-07T20:00:00Z'),
    ]
    const { people, withoutHome } = fairness(list, { ...june, zones: { 'person:ben': 'CEST' } })
    expect(people).toEqual([])
    expect(withoutHome).toEqual([
      { code: 'zone-missing', person: 'person:ada', zone: null, onDuty: 12 * HOUR },
      { code: 'zone-unknown', person: 'person:ben', zone: 'CEST', onDuty: 2 * HOUR },
    ])
  })

  it('the directory says where people live, unless the question does', () => {
    const directory = createDirectory({
      id: 'people',
      version: 1,
      people: { ada: { zone: 'Asia/Tokyo' }, ben: { zone: 'Asia/Tokyo' } },
    })
    const list = [
      shift('ada', '2027-06-07T06:00:00Z', '2027-06-07T18:00:00Z'),
      shift('ben', '2027-06-07T06:00:00Z', '2027-06-07T18:00:00Z'),
    ]
    const { people } = fairness(list, { ...june, directory, zones: { 'person:ben': 'UTC' } })
    expect(people.map(({ zone }) => zone)).toEqual(['Asia/Tokyo', 'UTC'])
  })
})

it.each([
  ['a span that ends before it begins', { from: june.to, to: june.from }, 'span-reversed'],
  ['a night that is no time', { night: { from: '22', to: '06:00' } }, 'time-invalid'],
  ['a weekend that is no day', { weekend: ['saturday' as 'sat'] }, 'weekday-unknown'],
  [
    'half a part',
    { shares: { 'person:ada': 0.5 }, zones: { 'person:ada': 'UTC' } },
    'share-invalid',
  ],
])('%s is refused', (_, wrong, code) => {
  expect(() => fairness([], { ...june, ...wrong })).toThrow(expect.objectContaining({ code }))
})

it('says in words who is furthest from the share', () => {
  const list = [
    shift('ada', '2027-06-07T06:00:00Z', '2027-06-07T18:00:00Z'),
    shift('ben', '2027-06-08T06:00:00Z', '2027-06-08T10:00:00Z'),
    shift('cyn', '2027-06-08T06:00:00Z', '2027-06-08T10:00:00Z'),
  ]
  const zones = { 'person:ada': 'UTC', 'person:ben': 'UTC' }
  const { reason } = explainedFairness(list, { ...june, zones })
  const text = renderReason(reason, { timeZone: 'UTC', phrases: [oncallPhrases] })
  expect(text).not.toMatch(/undefined|NaN|oncall\./)
  expect(reason.children.map(({ code }) => code)).toEqual([
    ...Array.from({ length: 6 }, () => 'oncall.fairSpread'),
    'oncall.fairPerson',
    'oncall.fairPerson',
    'oncall.withoutHome',
  ])
})
