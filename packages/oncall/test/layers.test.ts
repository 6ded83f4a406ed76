import { createCalendar } from '@holdfast/calendar'
import { MAX_INSTANT, MIN_INSTANT, toInstant } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import { namesAt, scheduleWith, shiftsOf, weekly } from './desk.ts'

const WORKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const
const HOURS = ['09:00', '17:00'] as const
const office = createCalendar({
  id: 'office',
  version: 1,
  timeZone: 'Europe/Zurich',
  hours: Object.fromEntries(WORKDAYS.map((day) => [day, [[...HOURS]]])),
})

function daily(members: readonly string[], more: object = {}, rotation: object = {}) {
  const its = {
    every: 'P1D',
    anchor: '2027-03-01T09:00',
    members: members.map((name) => `person:${name}`),
  }
  return { id: 'days', rotation: { ...its, ...rotation }, ...more }
}

describe('the instant of a hand-off', () => {
  it('belongs to who comes', () => {
    const schedule = scheduleWith(weekly('days', ['ada', 'bo']))
    expect(namesAt(schedule, '2027-03-08T07:59:59.999Z')).toBe('ada')
    expect(namesAt(schedule, '2027-03-08T08:00:00.000Z')).toBe('bo')
  })
})

describe('the highest layer with somebody on duty decides', () => {
  const office1 = { restrictions: [{ days: [...WORKDAYS], from: '09:00', to: '17:00' }] }

  it('and equal ones are seats side by side', () => {
    const schedule = scheduleWith([
      weekly('low', ['ada']),
      weekly('high', ['bo'], { priority: 2, ...office1 }),
      weekly('beside', ['cy'], { priority: 2, ...office1 }),
    ])
    expect(namesAt(schedule, '2027-03-01T12:00Z')).toBe('cy bo')
    expect(namesAt(schedule, '2027-03-01T20:00Z')).toBe('ada')
    expect(
      schedule.overlaps(toInstant('2027-03-01T00:00Z'), toInstant('2027-03-02T00:00Z')),
    ).toEqual([
      {
        from: toInstant('2027-03-01T08:00Z'),
        to: toInstant('2027-03-01T16:00Z'),
        people: ['person:bo', 'person:cy'],
      },
    ])
  })

  it('and one below none is higher than one below zero', () => {
    const schedule = scheduleWith([
      weekly('a', ['ada'], { priority: -2 }),
      weekly('b', ['bo'], { priority: -1 }),
    ])
    expect(namesAt(schedule, '2027-03-01T12:00Z')).toBe('bo')
  })

  it('from its first day until before its last', () => {
    const effective = { from: '2027-03-02', to: '2027-03-03T12:00Z' }
    const schedule = scheduleWith([
      weekly('low', ['ada']),
      weekly('high', ['bo'], { priority: 1, effective }),
    ])
    expect(shiftsOf(schedule, '2027-03-02T00:00+01:00', '2027-03-04T00:00+01:00')).toEqual([
      '03-01T23:00 03-03T12:00 bo',
      '03-03T12:00 03-03T23:00 ada',
    ])
  })
})

describe('a restriction', () => {
  it('past midnight belongs to the day on which it begins', () => {
    const restrictions = [{ days: ['fri' as const], from: '20:00', to: '08:00' }]
    const schedule = scheduleWith(weekly('nights', ['ada'], { restrictions }))
    expect(shiftsOf(schedule, '2027-03-01T00:00Z', '2027-03-08T00:00Z')).toEqual([
      '03-05T19:00 03-06T07:00 ada',
    ])
  })

  it('from a time to the same time lasts all day, and days that touch are one', () => {
    const restrictions = [{ days: ['sat' as const, 'sun' as const], from: '00:00', to: '00:00' }]
    const schedule = scheduleWith(weekly('weekends', ['ada'], { restrictions }))
    expect(shiftsOf(schedule, '2027-03-01T00:00Z', '2027-03-08T00:00Z')).toEqual([
      '03-05T23:00 03-07T23:00 ada',
    ])
  })

  it('can run over several days, or over a whole week but for some hours', () => {
    const over = (from: string, to: string, toDay: 'mon' | 'fri') => {
      const restrictions = [{ days: ['fri' as const], from, to, toDay }]
      return shiftsOf(
        scheduleWith(weekly('w', ['ada'], { restrictions })),
        '2027-03-01T08:00Z',
        '2027-03-08T08:00Z',
      )
    }
    expect(over('18:00', '08:00', 'mon')).toEqual(['03-05T17:00 03-08T07:00 ada'])
    expect(over('18:00', '20:00', 'fri')).toEqual(['03-05T17:00 03-05T19:00 ada'])
    expect(over('18:00', '08:00', 'fri')).toEqual([
      '03-01T08:00 03-05T07:00 ada',
      '03-05T17:00 03-08T08:00 ada',
    ])
    expect(over('18:00', '18:00', 'fri')).toEqual(['03-01T08:00 03-08T08:00 ada'])
  })

  it('is cut at a hand-off within it', () => {
    const restrictions = [{ from: '06:00', to: '12:00' }]
    const schedule = scheduleWith(weekly('mornings', ['ada', 'bo'], { restrictions }))
    expect(shiftsOf(schedule, '2027-03-08T00:00Z', '2027-03-09T00:00Z')).toEqual([
      '03-08T05:00 03-08T08:00 ada',
      '03-08T08:00 03-08T11:00 bo',
    ])
  })

  it('in the skipped hour holds what is left of it, and none within', () => {
    const windows = (from: string, to: string) => {
      const schedule = scheduleWith(weekly('w', ['ada'], { restrictions: [{ from, to }] }))
      return shiftsOf(schedule, '2027-03-27T12:00Z', '2027-03-28T12:00Z')
    }
    expect(windows('01:30', '02:30')).toEqual(['03-28T00:30 03-28T01:00 ada'])
    expect(windows('02:15', '02:45')).toEqual([])
    expect(windows('02:30', '03:30')).toEqual(['03-28T01:00 03-28T01:30 ada'])
  })

  it('leaves gaps, which are no error', () => {
    const schedule = scheduleWith(
      weekly('days', ['ada'], { restrictions: [{ from: '09:00', to: '17:00' }] }),
    )
    expect(schedule.gaps(toInstant('2027-03-01T08:00Z'), toInstant('2027-03-02T09:00Z'))).toEqual([
      { from: toInstant('2027-03-01T16:00Z'), to: toInstant('2027-03-02T08:00Z') },
    ])
  })

  it('is of the zone whose clock hands over', () => {
    const restrictions = [{ from: '09:00', to: '17:00' }]
    const layer = daily(['ada'], { restrictions }, { timeZone: 'America/New_York' })
    expect(shiftsOf(scheduleWith(layer), '2027-03-03T00:00Z', '2027-03-04T00:00Z')).toEqual([
      '03-03T14:00 03-03T22:00 ada',
    ])
  })
})

describe('the open time of a calendar', () => {
  it('is when there is duty, within restrictions', () => {
    const restrictions = [{ from: '12:00', to: '20:00' }]
    const schedule = scheduleWith(
      weekly('days', ['ada'], { calendar: 'office', restrictions }),
      {},
      { calendars: { office } },
    )
    expect(shiftsOf(schedule, '2027-03-05T00:00Z', '2027-03-09T00:00Z')).toEqual([
      '03-05T11:00 03-05T16:00 ada',
      '03-08T11:00 03-08T16:00 ada',
    ])
  })

  it('passes nobody by on closed days', () => {
    const layer = daily(['ada', 'bo', 'cy'], { calendar: 'office' })
    const schedule = scheduleWith(layer, {}, { calendars: { office } })
    const people = shiftsOf(schedule, '2027-03-01T00:00Z', '2027-03-11T00:00Z').map(
      (text) => text.split(' ')[2],
    )
    expect(people).toEqual(['ada', 'bo', 'cy', 'ada', 'bo', 'cy', 'ada', 'bo'])
  })

  it('is known at the first instant there is, and at the last', () => {
    const schedule = scheduleWith(
      daily(['ada'], { calendar: 'office' }),
      {},
      { calendars: { office } },
    )
    expect([MIN_INSTANT, MAX_INSTANT].map((at) => schedule.onCallAt(at))).toEqual([[], []])
    expect(schedule.gaps(MIN_INSTANT, MAX_INSTANT).length).toBeGreaterThan(30_000)
  })

  it('counts turns from an anchor before all time that calendars know', () => {
    const layer = daily(['ada', 'bo'], { calendar: 'office' }, { anchor: '1969-12-30T09:00' })
    const schedule = scheduleWith(layer, {}, { calendars: { office } })
    expect(namesAt(schedule, '2027-03-01T12:00Z')).not.toBe(namesAt(schedule, '2027-03-02T12:00Z'))
  })
})

describe('a turn without any duty', () => {
  const weekends = {
    restrictions: [{ days: ['sat' as const, 'sun' as const], from: '00:00', to: '00:00' }],
  }
  const people = (more: object) => {
    const layer = daily(
      ['ada', 'bo', 'cy'],
      { ...weekends, ...more },
      { anchor: '2027-03-01T00:00' },
    )
    return shiftsOf(scheduleWith(layer), '2027-02-27T00:00+01:00', '2027-03-15T00:00+01:00').map(
      (text) => text.split(' ')[2],
    )
  }

  it('passes nobody by, before the anchor either', () => {
    expect(people({})).toEqual(['bo', 'cy', 'ada', 'bo', 'cy', 'ada'])
  })

  it('is used up where that is asked for', () => {
    expect(people({ excludedTurns: 'consume' })).toEqual(['bo', 'cy', 'cy', 'ada', 'ada', 'bo'])
  })

  it('keeps its number', () => {
    const schedule = scheduleWith(daily(['ada'], weekends, { anchor: '2027-03-01T00:00' }))
    const shifts = schedule.shifts(toInstant('2027-03-01T00:00Z'), toInstant('2027-03-15T00:00Z'))
    expect(shifts.map(({ turn }) => turn)).toEqual([5, 6, 12, 13])
  })

  it('is passed over for many at once, so that short turns may be long past their anchor', () => {
    const short = { every: 'PT1S', anchor: '2020-01-01T09:00' }
    const hours = { restrictions: [{ from: '09:00', to: '17:00' }] }
    const schedule = scheduleWith(daily(['ada', 'bo', 'cy'], hours, short), { timeZone: 'UTC' })
    const peopleFrom = (at: string) => {
      const from = toInstant(at)
      return schedule.shifts(from, from + 3000).map(({ person }) => person.slice(7))
    }
    // The turns of a day that have duty are a multiple of three.
    expect(peopleFrom('2022-09-27T09:00:00Z')).toEqual(['ada', 'bo', 'cy'])
    expect(peopleFrom('2026-01-01T16:59:59Z')).toEqual(['cy'])
    expect(peopleFrom('2015-01-01T16:59:58Z')).toEqual(['bo', 'cy'])
  })

  it('may be every turn, and nothing goes on for ever', () => {
    const rosters = [
      { id: 'a', members: ['person:ada', 'person:bo'] },
      { id: 'b', from: '2027-03-02', rollout: 'afterFullCycle' as const, members: ['person:cy'] },
    ]
    const layer = daily(
      [],
      { restrictions: [{ days: [], from: '09:00', to: '17:00' }] },
      { members: undefined, rosters, first: 1 },
    )
    const schedule = scheduleWith(JSON.parse(JSON.stringify(layer)) as ReturnType<typeof daily>)
    expect(schedule.onCallAt(toInstant('2027-03-02T12:00Z'))).toEqual([])
    expect(schedule.next(toInstant('2027-03-02T12:00Z'))).toBeNull()
  })
})

describe('the duty of a turn', () => {
  it('can be over before the turn is', () => {
    const schedule = scheduleWith(daily(['ada', 'bo'], {}, { duty: 'PT8H' }))
    expect(shiftsOf(schedule, '2027-03-01T00:00Z', '2027-03-03T00:00Z')).toEqual([
      '03-01T08:00 03-01T16:00 ada',
      '03-02T08:00 03-02T16:00 bo',
    ])
  })

  it('ends at its local time, and with the turn at the latest', () => {
    const schedule = scheduleWith(daily(['ada'], {}, { anchor: '2027-03-01T01:00', duty: 'PT8H' }))
    expect(shiftsOf(schedule, '2027-03-27T12:00Z', '2027-03-28T12:00Z')).toEqual([
      '03-28T00:00 03-28T07:00 ada',
    ])
    const longer = scheduleWith(daily(['ada', 'bo'], {}, { duty: 'P2D' }))
    expect(shiftsOf(longer, '2027-03-02T08:00Z', '2027-03-03T08:00Z')).toEqual([
      '03-02T08:00 03-03T08:00 bo',
    ])
  })
})

describe('several people who have a turn together', () => {
  it('have a seat each, in the order in which they are named', () => {
    const members = [['person:bo', 'person:ada'], 'person:cy']
    const schedule = scheduleWith(daily([], {}, { members }))
    const duties = schedule.onCallAt(toInstant('2027-03-01T12:00Z'))
    expect(duties.map(({ seat, person }) => `${seat} ${person}`)).toEqual([
      'days/1 person:bo',
      'days/2 person:ada',
    ])
    expect(schedule.onCallAt(toInstant('2027-03-02T12:00Z')).map(({ seat }) => seat)).toEqual([
      'days',
    ])
  })

  it('come from several teams and sources', () => {
    const members = [
      { person: 'person:bo', source: 'seconded' as const, team: 'platform' },
      'person:ada',
    ]
    const schedule = scheduleWith(daily([], {}, { members: [members] }))
    const duties = schedule.onCallAt(toInstant('2027-03-01T12:00Z'))
    expect(duties.map(({ source, team }) => [source, team])).toEqual([
      ['seconded', 'platform'],
      ['own', null],
    ])
  })
})

describe('a question', () => {
  const schedule = scheduleWith(weekly('days', ['ada', 'bo']), { role: 'incident', site: 'zurich' })

  it('is answered with what the duty is for', () => {
    const [shift] = schedule.shifts(toInstant('2027-03-01T08:00Z'), toInstant('2027-03-02T08:00Z'))
    expect(shift).toEqual({
      schedule: 'primary',
      role: 'incident',
      site: 'zurich',
      from: toInstant('2027-03-01T08:00Z'),
      to: toInstant('2027-03-02T08:00Z'),
      person: 'person:ada',
      seat: 'days',
      layer: 'days',
      turn: 0,
      roster: null,
      changes: [],
      source: 'own',
      team: null,
      isShadow: false,
    })
  })

  it('about no time has no answer', () => {
    const at = toInstant('2027-03-01T08:00Z')
    expect([schedule.shifts(at, at), schedule.gaps(at, at), schedule.overlaps(at, at)]).toEqual([
      [],
      [],
      [],
    ])
  })

  it('about a span that ends before it begins is refused', () => {
    const [early, late] = [toInstant('2027-03-01T08:00Z'), toInstant('2027-03-02T08:00Z')]
    for (const ask of [schedule.shifts, schedule.gaps, schedule.overlaps]) {
      expect(() => ask(late, early)).toThrow(expect.objectContaining({ code: 'span-reversed' }))
    }
  })

  it('about what comes next is answered with who, and when', () => {
    const next = schedule.next(toInstant('2027-03-02T08:00Z'))
    expect([next?.at, next?.duties[0]?.person]).toEqual([
      toInstant('2027-03-08T08:00Z'),
      'person:bo',
    ])
  })

  it('about what comes next skips hand-offs to the same person', () => {
    const effective = { to: '2028-03-01' }
    const alone = scheduleWith(weekly('days', ['ada'], { effective }))
    const next = alone.next(toInstant('2027-03-02T08:00Z'))
    expect(next).toEqual({ at: toInstant('2028-03-01T00:00+01:00'), duties: [] })
    expect(scheduleWith(weekly('days', ['ada'])).next(toInstant('2027-03-02T08:00Z'))).toBeNull()
  })

  it('has the same answer after many others', () => {
    const fresh = namesAt(scheduleWith(weekly('days', ['ada', 'bo'])), '2027-03-02T08:00Z')
    for (let year = 2000; year < 2040; year++) {
      for (let month = 1; month <= 12; month++)
        namesAt(schedule, `${year}-${String(month).padStart(2, '0')}-15T00:00Z`)
    }
    expect(namesAt(schedule, '2027-03-02T08:00Z')).toBe(fresh)
  })
})

it('a schedule holds from its first day until before its last', () => {
  const effective = { from: '2027-03-02', to: '2027-03-04' }
  const schedule = scheduleWith(weekly('days', ['ada']), { effective })
  expect(shiftsOf(schedule, '2027-02-01T00:00Z', '2027-04-01T00:00Z')).toEqual([
    '03-01T23:00 03-03T23:00 ada',
  ])
})
