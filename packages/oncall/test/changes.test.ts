import { toInstant } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import { checkSchedule, type ScheduleDocument } from '../src/index.ts'
import { type LayerDocument, namesAt, personOf, scheduleWith, shiftsOf, weekly } from './desk.ts'

const NOON = '2027-03-01T12:00Z'
const DAY = { from: '2027-03-01T09:00', to: '2027-03-02T09:00' }

type Overrides = NonNullable<ScheduleDocument['overrides']>

function replace(
  id: string,
  person: string,
  by: string,
  more: Partial<Overrides[number]> = {},
): Overrides[number] {
  return { id, mode: 'replace', person: personOf(person), by: personOf(by), ...DAY, ...more }
}

const primary = weekly('primary', ['ada', 'bo'], { priority: 1 })
const fallback = weekly('fallback', ['zoe'])

function changed(more: Partial<ScheduleDocument>) {
  return scheduleWith([primary, fallback], more)
}

function noon(more: Partial<ScheduleDocument>): string {
  return namesAt(changed(more), NOON)
}

describe('an override', () => {
  it('replaces somebody for a time, and nobody else', () => {
    const overrides = [
      replace('o', 'ada', 'cy', { from: '2027-03-01T12:00', to: '2027-03-01T14:00' }),
    ]
    expect(shiftsOf(changed({ overrides }), '2027-03-01T08:00Z', '2027-03-01T20:00Z')).toEqual([
      '03-01T08:00 03-01T11:00 ada',
      '03-01T11:00 03-01T13:00 cy',
      '03-01T13:00 03-01T20:00 ada',
    ])
    expect(noon({ overrides: [replace('o', 'bo', 'cy')] })).toBe('ada')
  })

  it('says which override it was, and that the seat is still that of the turn', () => {
    const [duty] = changed({ overrides: [replace('o', 'ada', 'cy')] }).onCallAt(toInstant(NOON))
    expect(duty).toMatchObject({
      person: 'person:cy',
      seat: 'primary',
      turn: 0,
      changes: ['o'],
      source: null,
      team: null,
    })
  })

  it('can be about one seat of several that have a turn together', () => {
    const pair: LayerDocument = {
      id: 'pair',
      rotation: {
        every: 'P1W',
        anchor: '2027-03-01T09:00',
        members: [['person:ada', 'person:bo'], 'person:ada'],
      },
    }
    const inSeat = (seat: number, more: Partial<Overrides[number]> = {}) =>
      namesAt(
        scheduleWith(pair, {
          overrides: [
            { id: 'o', mode: 'replace', by: 'person:cy', layer: 'pair', seat, ...DAY, ...more },
          ],
        }),
        NOON,
      )
    expect(inSeat(1)).toBe('cy bo')
    expect(inSeat(2)).toBe('ada cy')
    expect(inSeat(2, { person: 'person:ada' })).toBe('ada bo')
    expect(inSeat(2, { mode: 'remove', by: undefined })).toBe('ada')
  })

  it('of a seat that there is not is found, and a seat without a layer', () => {
    const found = (override: Overrides[number]) =>
      checkSchedule({
        id: 's',
        version: 1,
        timeZone: 'UTC',
        layers: [primary],
        overrides: [override],
      }).map(({ code, pointer, expected }) => [code, pointer, expected])
    const cover = replace('o', 'ada', 'cy')
    expect(found({ ...cover, layer: 'primary', seat: 1 })).toEqual([])
    expect(found({ ...cover, layer: 'primary', seat: 2 })).toEqual([
      ['seat-unknown', '/overrides/0/seat', '1'],
    ])
    expect(found({ ...cover, seat: 1 })).toEqual([['seat-unfit', '/overrides/0/seat', undefined]])
  })

  it('of one seat and one of another are no circle', () => {
    const circle = (first: number, second: number) =>
      checkSchedule({
        id: 's',
        version: 1,
        timeZone: 'UTC',
        layers: [
          {
            id: 'pair',
            rotation: {
              every: 'P1W',
              anchor: '2027-03-01T09:00',
              members: [['person:ada', 'person:bo']],
            },
          },
        ],
        overrides: [
          replace('1', 'ada', 'bo', { layer: 'pair', seat: first }),
          replace('2', 'bo', 'ada', { layer: 'pair', seat: second }),
        ],
      }).map(({ code }) => code)
    expect(circle(1, 2)).toEqual([])
    expect(circle(1, 1)).toEqual(['override-circle'])
  })

  it('that removes somebody shows the layer below', () => {
    expect(noon({ overrides: [{ id: 'o', mode: 'remove', person: 'person:ada', ...DAY }] })).toBe(
      'zoe',
    )
    expect(noon({ overrides: [{ id: 'o', mode: 'remove', layer: 'primary', ...DAY }] })).toBe('zoe')
    expect(noon({ overrides: [{ id: 'o', mode: 'remove', ...DAY }] })).toBe('')
  })

  it('that adds somebody leaves everybody else, and fills gaps', () => {
    const add = { id: 'o', mode: 'add' as const, person: 'person:cy', ...DAY }
    expect(noon({ overrides: [add] })).toBe('cy ada')
    expect(noon({ overrides: [add, { id: 'p', mode: 'remove', ...DAY }] })).toBe('cy')
    const [duty] = changed({ overrides: [{ ...add, layer: 'primary' }] }).onCallAt(toInstant(NOON))
    expect(duty).toMatchObject({ seat: 'override:o', layer: 'primary', turn: null, changes: ['o'] })
  })

  it('that replaces does not fill a gap', () => {
    const restrictions = [{ from: '14:00', to: '16:00' }]
    const schedule = scheduleWith(weekly('days', ['ada'], { restrictions }), {
      overrides: [replace('o', 'ada', 'cy')],
    })
    expect(shiftsOf(schedule, '2027-03-01T08:00Z', '2027-03-02T08:00Z')).toEqual([
      '03-01T13:00 03-01T15:00 cy',
    ])
  })

  it('of a layer leaves the same person on other layers', () => {
    const both = [weekly('one', ['ada']), weekly('two', ['ada'])]
    const on = (layer?: string) => {
      const override = replace('o', 'ada', 'cy', layer === undefined ? {} : { layer })
      return namesAt(scheduleWith(both, { overrides: [override] }), NOON)
    }
    expect([on(), on('one'), on('two')]).toEqual(['cy cy', 'cy ada', 'ada cy'])
  })

  it('about nobody by name replaces everybody, but not who comes instead', () => {
    const all = { id: 'all', mode: 'replace' as const, by: 'person:cy', ...DAY }
    expect(noon({ overrides: [all] })).toBe('cy')
    const later = { ...replace('o', 'ada', 'dan'), createdAt: '2027-02-02' }
    expect(noon({ overrides: [{ ...all, createdAt: '2027-02-01' }, later] })).toBe('dan')
    expect(noon({ overrides: [{ ...all, createdAt: '2027-02-03' }, later] })).toBe('cy')
  })

  it('may be covered in turn: who covers the one who covers', () => {
    const chain = [replace('o1', 'ada', 'bo'), replace('o2', 'bo', 'cy')]
    expect(noon({ overrides: chain })).toBe('cy')
    const [duty] = changed({ overrides: chain }).onCallAt(toInstant(NOON))
    expect(duty?.changes).toEqual(['o1', 'o2'])
    expect(
      noon({ overrides: [...chain, { id: 'o3', mode: 'remove', person: 'person:cy', ...DAY }] }),
    ).toBe('zoe')
  })

  it('that was created last decides, then the id', () => {
    const created = (first: string, second: string) =>
      noon({
        overrides: [
          replace('o1', 'ada', 'cy', { createdAt: first }),
          replace('o2', 'ada', 'dan', { createdAt: second }),
        ],
      })
    expect(created('2027-02-01', '2027-02-02')).toBe('dan')
    expect(created('2027-02-02', '2027-02-01')).toBe('cy')
    expect(created('2027-02-01', '2027-02-01')).toBe('dan')
    expect(
      noon({
        overrides: [
          replace('o1', 'ada', 'cy', { createdAt: '2027-02-01' }),
          replace('o2', 'ada', 'dan'),
        ],
      }),
    ).toBe('cy')
  })

  it('about who was added counts when it came after', () => {
    const add = {
      id: 'a',
      mode: 'add' as const,
      person: 'person:cy',
      createdAt: '2027-02-02',
      ...DAY,
    }
    const remove = { id: 'r', mode: 'remove' as const, person: 'person:cy', ...DAY }
    expect(noon({ overrides: [add, { ...remove, createdAt: '2027-02-03' }] })).toBe('ada')
    expect(noon({ overrides: [add, { ...remove, createdAt: '2027-02-01' }] })).toBe('cy ada')
    expect(noon({ overrides: [add, replace('r', 'cy', 'dan', { createdAt: '2027-02-03' })] })).toBe(
      'dan ada',
    )
  })
})

describe('a fixed span', () => {
  const shifts = [{ person: 'person:cy', from: '2027-03-01T10:00', to: '2027-03-01T14:00' }]
  const fixed = { id: 'f', ...DAY, shifts }

  it('decides alone, over overrides and layers, and is empty where it says nothing', () => {
    const schedule = changed({
      fixed: [fixed],
      overrides: [{ id: 'o', mode: 'add', person: 'person:dan', ...DAY }],
    })
    expect(shiftsOf(schedule, '2027-03-01T07:00Z', '2027-03-02T09:00Z')).toEqual([
      '03-01T07:00 03-01T08:00 bo',
      '03-01T09:00 03-01T13:00 cy',
      '03-02T08:00 03-02T09:00 ada',
    ])
    expect(
      schedule.gaps(toInstant('2027-03-01T08:00Z'), toInstant('2027-03-02T08:00Z')),
    ).toHaveLength(2)
  })

  it('created last decides where two overlap', () => {
    const other = {
      id: 'e',
      ...DAY,
      createdAt: '2027-02-01',
      shifts: [{ ...DAY, person: 'person:dan' }],
    }
    expect(noon({ fixed: [fixed, other] })).toBe('dan')
    expect(noon({ fixed: [{ ...fixed, createdAt: '2027-02-02' }, other] })).toBe('cy')
  })

  it('names its shifts', () => {
    const [duty] = changed({ fixed: [fixed] }).onCallAt(toInstant(NOON))
    expect(duty).toMatchObject({ seat: 'fixed:f/0', layer: null, turn: null, changes: ['f'] })
  })
})

describe('a swap', () => {
  const swaps = [
    {
      id: 's',
      between: ['person:ada', 'person:bo'] as [string, string],
      during: [{ from: '2027-03-01T09:00', to: '2027-03-15T09:00' }],
    },
  ]

  it('changes the places of two people', () => {
    expect(shiftsOf(changed({ swaps }), '2027-03-01T08:00Z', '2027-03-22T08:00Z')).toEqual([
      '03-01T08:00 03-08T08:00 bo',
      '03-08T08:00 03-15T08:00 ada',
      '03-15T08:00 03-22T08:00 ada',
    ])
  })

  it('comes before overrides, which are about who is there after it', () => {
    expect(noon({ swaps, overrides: [replace('o', 'bo', 'cy')] })).toBe('cy')
    expect(noon({ swaps, overrides: [replace('o', 'ada', 'cy')] })).toBe('bo')
  })

  it('moves on whom an earlier swap moved', () => {
    const next = {
      id: 't',
      createdAt: '2027-02-01',
      between: ['person:bo', 'person:cy'] as [string, string],
      during: [DAY],
    }
    expect(noon({ swaps: [...swaps, next] })).toBe('cy')
    expect(
      noon({ swaps: [{ ...(swaps[0] as (typeof swaps)[number]), createdAt: '2027-02-02' }, next] }),
    ).toBe('bo')
  })
})

describe('a swap of several spans', () => {
  const found = (...during: [from: string, to: string][]) => {
    const spans = during.map(([from, to]) => ({ from, to }))
    const swap = { id: 's', between: ['person:ada', 'person:bo'] as [string, string] }
    return checkSchedule({
      id: 'primary',
      version: 1,
      timeZone: 'Europe/Zurich',
      layers: [primary],
      swaps: [{ ...swap, during: spans }],
    }).map(({ code, pointer }) => `${code} ${pointer}`)
  }

  it('that overlap is found, because people would change back where they do', () => {
    expect(found(['2027-03-01', '2027-03-03'], ['2027-03-02', '2027-03-04'])).toEqual([
      'swap-overlap /swaps/0/during/1',
    ])
    expect(
      found(
        ['2027-03-08', '2027-03-09'],
        ['2027-03-01', '2027-03-02'],
        ['2027-03-08', '2027-03-09'],
      ),
    ).toEqual(['swap-overlap /swaps/0/during/2'])
    expect(
      found(['2027-03-01T09:00', '2027-03-02T09:00'], ['2027-03-02T07:59Z', '2027-03-02T10:00Z']),
    ).toEqual(['swap-overlap /swaps/0/during/1'])
  })

  it('that touch, or hold no time, overlap nothing', () => {
    expect(found(['2027-03-01', '2027-03-02'], ['2027-03-02', '2027-03-03'])).toEqual([])
    expect(found(['2027-03-01', '2027-03-04'], ['2027-03-02', '2027-03-02'])).toEqual([
      'span-empty /swaps/0/during/1/to',
    ])
  })
})

describe('a cover request', () => {
  const request = { id: 'c', person: 'person:ada', ...DAY }

  it('changes nothing while it is open', () => {
    expect(changed({ coverRequests: [request] }).onCallAt(toInstant(NOON))).toEqual(
      changed({}).onCallAt(toInstant(NOON)),
    )
  })

  it('puts who took it in the place of who asked', () => {
    expect(noon({ coverRequests: [{ ...request, takenBy: 'person:cy' }] })).toBe('cy')
  })
})

describe('a shadow', () => {
  const shadow = { id: 'w', person: 'person:dan', ...DAY }

  it('comes along and answers for nothing', () => {
    const schedule = changed({ shadows: [shadow] })
    expect(namesAt(schedule, NOON)).toBe('ada dan*')
    const span = [toInstant('2027-03-01T08:00Z'), toInstant('2027-03-02T08:00Z')] as const
    expect([schedule.overlaps(...span), schedule.gaps(...span)]).toEqual([[], []])
  })

  it('comes along with one person, wherever they are, or with nobody', () => {
    const of = (name: string) => noon({ shadows: [{ ...shadow, of: personOf(name) }] })
    expect([of('ada'), of('bo')]).toEqual(['ada dan*', 'ada'])
    const two = scheduleWith([fallback, weekly('beside', ['cy'])], {
      shadows: [{ ...shadow, of: 'person:cy' }],
    })
    expect(namesAt(two, NOON)).toBe('cy zoe dan*')
    expect(two.onCallAt(toInstant(NOON)).at(-1)?.changes).toEqual(['w'])
    expect(noon({ shadows: [shadow], overrides: [{ id: 'o', mode: 'remove', ...DAY }] })).toBe('')
  })

  it('does not come along with another shadow', () => {
    const second = { id: 'x', person: 'person:eva', of: 'person:dan', ...DAY }
    expect(noon({ shadows: [shadow, second] })).toBe('ada dan*')
  })
})

describe('an absence', () => {
  const week = { person: 'person:ada', from: '2027-03-01', to: '2027-03-09' }

  it('uses up the turn, and the layer below answers', () => {
    expect(
      shiftsOf(changed({ absences: [week] }), '2027-03-01T08:00Z', '2027-03-22T08:00Z'),
    ).toEqual([
      '03-01T08:00 03-08T08:00 zoe',
      '03-08T08:00 03-15T08:00 bo',
      '03-15T08:00 03-22T08:00 ada',
    ])
  })

  it('leaves a gap where there is no layer below', () => {
    const schedule = scheduleWith(primary, { absences: [week] })
    expect(schedule.gaps(toInstant('2027-03-01T08:00Z'), toInstant('2027-03-15T08:00Z'))).toEqual([
      { from: toInstant('2027-03-01T08:00Z'), to: toInstant('2027-03-08T08:00Z') },
    ])
  })

  it('is not undone by a swap or a cover of the one who is away', () => {
    expect(noon({ absences: [week], overrides: [replace('o', 'ada', 'cy')] })).toBe('zoe')
  })
})

describe('a new roster', () => {
  const rosters = (
    rollout: 'now' | 'afterCurrentTurn' | 'afterFullCycle',
    from: string,
    members: string[],
  ) => {
    const all = [
      { id: 'old', members: ['ada', 'bo', 'cy'].map(personOf) },
      { id: 'new', from, rollout, members: members.map(personOf) },
    ]
    const layer = {
      id: 'days',
      rotation: { every: 'P1D', anchor: '2027-03-01T09:00', rosters: all },
    }
    const schedule = scheduleWith(layer, { timeZone: 'UTC' })
    return shiftsOf(schedule, '2027-03-01T09:00Z', '2027-03-08T09:00Z').map(
      (text) => `${text.slice(3, 8)} ${text.slice(24)}`,
    )
  }

  it('after the current turn, goes on with who follows', () => {
    expect(rosters('afterCurrentTurn', '2027-03-02T12:00', ['ada', 'bo', 'dan', 'cy'])).toEqual([
      '01T09 ada',
      '02T09 bo',
      '03T09 dan',
      '04T09 cy',
      '05T09 ada',
      '06T09 bo',
      '07T09 dan',
    ])
  })

  it('after the current turn, goes on with the next who stays when the last is gone', () => {
    expect(rosters('afterCurrentTurn', '2027-03-02T12:00', ['dan', 'cy', 'ada'])).toEqual([
      '01T09 ada',
      '02T09 bo',
      '03T09 cy',
      '04T09 ada',
      '05T09 dan',
      '06T09 cy',
      '07T09 ada',
    ])
  })

  it('begins with its first where nobody stays', () => {
    expect(rosters('afterCurrentTurn', '2027-03-02T09:00', ['dan', 'eva']).slice(0, 3)).toEqual([
      '01T09 ada',
      '02T09 dan',
      '03T09 eva',
    ])
  })

  it('now, leaves who is on duty where they are', () => {
    expect(rosters('now', '2027-03-02T12:00', ['cy', 'bo'])).toEqual([
      '01T09 ada',
      '02T09 bo',
      '02T12 bo',
      '03T09 cy',
      '04T09 bo',
      '05T09 cy',
      '06T09 bo',
      '07T09 cy',
    ])
  })

  it('now, puts the next who stays in the place of who is gone', () => {
    expect(rosters('now', '2027-03-02T12:00', ['dan', 'cy']).slice(0, 4)).toEqual([
      '01T09 ada',
      '02T09 bo',
      '02T12 cy',
      '03T09 dan',
    ])
  })

  it('after a full cycle, begins with its first when all had their turn', () => {
    expect(rosters('afterFullCycle', '2027-03-02T12:00', ['dan', 'ada'])).toEqual([
      '01T09 ada',
      '02T09 bo',
      '03T09 cy',
      '04T09 dan',
      '05T09 ada',
      '06T09 dan',
      '07T09 ada',
    ])
    expect(rosters('afterFullCycle', '2027-03-04T09:00', ['dan', 'ada'])[3]).toBe('04T09 dan')
  })

  it('keeps the place of who takes more than one turn of a round', () => {
    const twice = ['ada', 'bo', 'ada', 'cy']
    const all = [
      { id: 'old', members: twice.map(personOf) },
      { id: 'new', from: '2027-03-03T12:00', members: [...twice, 'dan'].map(personOf) },
    ]
    const layer = {
      id: 'days',
      rotation: { every: 'P1D', anchor: '2027-03-01T09:00', rosters: all },
    }
    const people = shiftsOf(
      scheduleWith(layer, { timeZone: 'UTC' }),
      '2027-03-01T09:00Z',
      '2027-03-07T09:00Z',
    )
    expect(people.map((text) => text.slice(24))).toEqual(['ada', 'bo', 'ada', 'cy', 'dan', 'ada'])
  })

  describe('replaced before it holds a turn', () => {
    const among = (
      all: NonNullable<LayerDocument['rotation']['rosters']>,
      more: Partial<LayerDocument> = {},
    ) => {
      const layer = {
        id: 'days',
        rotation: { every: 'P1D', anchor: '2027-03-01T09:00', rosters: all },
        ...more,
      }
      const schedule = scheduleWith(layer, { timeZone: 'UTC' })
      return shiftsOf(schedule, '2027-03-01T09:00Z', '2027-03-08T09:00Z').map(
        (text) => `${text.slice(3, 8)} ${text.slice(24)}`,
      )
    }
    const old = { id: 'old', members: ['ada', 'bo', 'cy'].map(personOf) }
    const mistaken = { id: 'mistaken', from: '2027-03-01T12:00' }
    const put = { id: 'put', from: '2027-03-01T13:00' }
    const whole = ['ada', 'bo', 'cy', 'dan'].map(personOf)

    it('passes nobody by: the next one goes on from who was on duty', () => {
      const members = ['cy', 'dan'].map(personOf)
      const people = among([old, { ...mistaken, members }, { ...put, members: whole }])
      expect(people.slice(0, 4)).toEqual(['01T09 ada', '02T09 bo', '03T09 cy', '04T09 dan'])
    })

    it('goes on from who was on duty through several of them', () => {
      const members = ['cy', 'dan'].map(personOf)
      const again = { id: 'again', from: '2027-03-01T12:30', members: ['person:dan'] }
      const people = among([old, { ...mistaken, members }, again, { ...put, members: whole }])
      expect(people.slice(0, 3)).toEqual(['01T09 ada', '02T09 bo', '03T09 cy'])
    })

    it('has no round that could be over', () => {
      const members = ['bo', 'dan'].map(personOf)
      const next = { ...put, rollout: 'afterFullCycle' as const, members: ['person:eva'] }
      const people = among([old, { ...mistaken, members }, next])
      expect(people.slice(0, 4)).toEqual(['01T09 ada', '02T09 bo', '03T09 dan', '04T09 eva'])
    })

    it('holds none either while all its turns are without duty', () => {
      const days = ['mon', 'tue', 'fri'] as const
      const restrictions = [{ days: [...days], from: '09:00', to: '17:00' }]
      const members = ['dan', 'ada'].map(personOf)
      const people = among(
        [
          old,
          { id: 'idle', from: '2027-03-03T09:00', members },
          { ...put, from: '2027-03-04T12:00', members: whole },
        ],
        { restrictions },
      )
      expect(people.slice(0, 3)).toEqual(['01T09 ada', '02T09 bo', '05T09 cy'])
    })
  })

  it('is named by the shifts it makes', () => {
    const all = [
      { id: 'old', members: ['person:ada'] },
      { id: 'new', from: '2027-03-02T09:00', members: ['person:ada'] },
      { id: 'newest', from: '2027-03-03T12:00', rollout: 'now' as const, members: ['person:ada'] },
    ]
    const layer = {
      id: 'days',
      rotation: { every: 'P1D', anchor: '2027-03-01T09:00', rosters: all },
    }
    const schedule = scheduleWith(layer, { timeZone: 'UTC' })
    const shifts = schedule.shifts(toInstant('2027-03-01T09:00Z'), toInstant('2027-03-04T09:00Z'))
    expect(shifts.map(({ roster, turn }) => `${roster} ${turn}`)).toEqual([
      'old 0',
      'new 1',
      'new 2',
      'newest 2',
    ])
  })
})
