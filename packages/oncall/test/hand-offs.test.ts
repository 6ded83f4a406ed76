import { toInstant } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import { type RotationDocument, scheduleWith, shiftsOf, timeOf } from './desk.ts'

function handOffs(rotation: Partial<RotationDocument>, timeZone: string, from: string, to: string) {
  const its = {
    every: 'P1D',
    anchor: '2024-03-01T09:00',
    members: ['person:ada', 'person:bo'],
    ...rotation,
  }
  const schedule = scheduleWith({ id: 'layer', rotation: its }, { timeZone })
  return schedule
    .shifts(toInstant(from), toInstant(to))
    .slice(1)
    .map((shift) => timeOf(shift.from))
}

describe('a hand-off', () => {
  it('stays at its local time when clocks change, so a week lasts an hour less or more', () => {
    const weekly = { every: 'P1W', anchor: '2024-03-25T09:00' }
    const spring = handOffs(weekly, 'Europe/Zurich', '2024-03-20T00:00Z', '2024-04-09T00:00Z')
    expect(spring).toEqual(['03-25T08:00', '04-01T07:00', '04-08T07:00'])
    const autumn = handOffs(weekly, 'Europe/Zurich', '2024-10-20T00:00Z', '2024-11-05T00:00Z')
    expect(autumn).toEqual(['10-21T07:00', '10-28T08:00', '11-04T08:00'])
  })

  it('comes after the same time on an elapsed clock', () => {
    const weekly = { every: 'P1W', anchor: '2024-03-25T09:00', clock: 'elapsed' as const }
    const spring = handOffs(weekly, 'Europe/Zurich', '2024-03-20T00:00Z', '2024-04-09T00:00Z')
    expect(spring).toEqual(['03-25T08:00', '04-01T08:00', '04-08T08:00'])
  })

  it('by hours is at the same hours of the clock: of the night a turn lasts an hour less', () => {
    const shifts = handOffs(
      { every: 'PT8H', anchor: '2024-03-30T00:00' },
      'Europe/Zurich',
      '2024-03-30T12:00Z',
      '2024-03-31T22:30Z',
    )
    expect(shifts).toEqual([
      '03-30T15:00',
      '03-30T23:00',
      '03-31T06:00',
      '03-31T14:00',
      '03-31T22:00',
    ])
  })

  it('in a skipped hour comes when the clock jumps, and a turn within it holds no time', () => {
    const nights = { anchor: '2024-03-30T02:30' }
    const daily = handOffs(nights, 'Europe/Zurich', '2024-03-29T12:00Z', '2024-04-01T12:00Z')
    expect(daily).toEqual(['03-30T01:30', '03-31T01:00', '04-01T00:30'])
    const hourly = { every: 'PT1H', anchor: '2024-03-31T00:00' }
    const hours = handOffs(hourly, 'Europe/Zurich', '2024-03-30T22:30Z', '2024-03-31T02:30Z')
    expect(hours).toEqual(['03-30T23:00', '03-31T00:00', '03-31T01:00', '03-31T02:00'])
  })

  it('in a repeated hour comes at its first occurrence', () => {
    const nights = { anchor: '2024-10-25T02:30' }
    const daily = handOffs(nights, 'Europe/Zurich', '2024-10-25T12:00Z', '2024-10-28T12:00Z')
    expect(daily).toEqual(['10-26T00:30', '10-27T00:30', '10-28T01:30'])
  })

  it('at a midnight that does not exist comes when the day begins', () => {
    const midnights = { anchor: '2025-09-05T00:00' }
    const santiago = handOffs(
      midnights,
      'America/Santiago',
      '2025-09-05T12:00Z',
      '2025-09-08T12:00Z',
    )
    expect(santiago).toEqual(['09-06T04:00', '09-07T04:00', '09-08T03:00'])
    const havana = handOffs(midnights, 'America/Havana', '2025-03-08T12:00Z', '2025-03-10T12:00Z')
    expect(havana).toEqual(['03-09T05:00', '03-10T04:00'])
  })

  it('on a day that a zone left out comes when the next begins', () => {
    const daily = handOffs(
      { anchor: '2011-12-28T09:00' },
      'Pacific/Apia',
      '2011-12-29T12:00Z',
      '2012-01-01T12:00Z',
    )
    expect(daily).toEqual(['12-29T19:00', '12-30T10:00', '12-30T19:00', '12-31T19:00'])
  })

  it('of half an hour more or less at Lord Howe stays at its local time', () => {
    const daily = handOffs({}, 'Australia/Lord_Howe', '2024-04-05T00:00Z', '2024-04-08T00:00Z')
    expect(daily).toEqual(['04-05T22:00', '04-06T22:30', '04-07T22:30'])
  })
})

describe('turns of months', () => {
  const monthly = (rotation: Partial<RotationDocument>) =>
    handOffs(
      { every: 'P1M', anchor: '2024-01-31T09:00', ...rotation },
      'UTC',
      '2024-01-02T00:00Z',
      '2024-07-15T00:00Z',
    ).map((text) => text.slice(0, 5))

  it('on the 31st end with the month where it is shorter, and return', () => {
    expect(monthly({})).toEqual(['01-31', '02-29', '03-31', '04-30', '05-31', '06-30'])
  })

  it('can begin on the last day', () => {
    expect(monthly({ anchor: '2024-02-10T09:00', monthDay: 'last' })).toEqual([
      '01-31',
      '02-29',
      '03-31',
      '04-30',
      '05-31',
      '06-30',
    ])
  })

  it('can begin on a weekday counted from either end', () => {
    const on = (nth: number) => monthly({ monthDay: { weekday: 'wed', nth } })
    expect(on(1)).toEqual(['01-03', '02-07', '03-06', '04-03', '05-01', '06-05', '07-03'])
    expect(on(3)).toEqual(['01-17', '02-21', '03-20', '04-17', '05-15', '06-19'])
    expect(on(-1)).toEqual(['01-31', '02-28', '03-27', '04-24', '05-29', '06-26'])
    expect(on(-2)).toEqual(['01-24', '02-21', '03-20', '04-17', '05-22', '06-19'])
  })

  it('take the nearest weekday where a month has no fifth', () => {
    const on = (nth: number) => monthly({ monthDay: { weekday: 'wed', nth } })
    expect(on(5)).toEqual(['01-31', '02-28', '03-27', '04-24', '05-29', '06-26'])
    expect(on(-5)).toEqual(['01-03', '02-07', '03-06', '04-03', '05-01', '06-05', '07-03'])
  })

  it('can last two months, or one and then two', () => {
    expect(monthly({ every: 'P2M' })).toEqual(['01-31', '03-31', '05-31'])
    expect(monthly({ every: ['P1M', 'P2M'] })).toEqual(['01-31', '02-29', '04-30', '05-31'])
  })

  it('were before the anchor what they are after it', () => {
    const shifts = handOffs(
      { every: 'P1M', anchor: '2024-07-31T09:00' },
      'UTC',
      '2024-01-02T00:00Z',
      '2024-07-01T00:00Z',
    )
    expect(shifts.map((text) => text.slice(0, 5))).toEqual([
      '01-31',
      '02-29',
      '03-31',
      '04-30',
      '05-31',
      '06-30',
    ])
  })
})

it('turns of four and three days come in turn, each to the next person', () => {
  const rotation = {
    every: ['P4D', 'P3D'],
    anchor: '2027-03-01T09:00',
    members: ['person:ada', 'person:bo', 'person:cy'],
  }
  const schedule = scheduleWith({ id: 'split', rotation }, { timeZone: 'UTC' })
  expect(shiftsOf(schedule, '2027-02-26T09:00Z', '2027-03-12T09:00Z')).toEqual([
    '02-26T09:00 03-01T09:00 cy',
    '03-01T09:00 03-05T09:00 ada',
    '03-05T09:00 03-08T09:00 bo',
    '03-08T09:00 03-12T09:00 cy',
  ])
})

it('the turn at the anchor is that of the member who is named first', () => {
  const members = ['person:ada', 'person:bo', 'person:cy']
  const rotation = { every: 'P1D', anchor: '2027-03-01T09:00', first: 2, members }
  const schedule = scheduleWith({ id: 'layer', rotation }, { timeZone: 'UTC' })
  expect(shiftsOf(schedule, '2027-02-28T09:00Z', '2027-03-03T09:00Z')).toEqual([
    '02-28T09:00 03-01T09:00 bo',
    '03-01T09:00 03-02T09:00 cy',
    '03-02T09:00 03-03T09:00 ada',
  ])
})
