import { formatInstant } from '@holdfast/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSchedule, type ScheduleDocument } from '../src/index.ts'
import { instantFrom2000, ZONES } from './random-schedules.ts'

const DAY = 86_400_000
const PEOPLE = ['person:a', 'person:b', 'person:c', 'person:d', 'person:e']

type Layer = ScheduleDocument['layers'][number]
type Rotation = Layer['rotation']
type Rollout = 'now' | 'afterCurrentTurn' | 'afterFullCycle'

const list = fc.uniqueArray(fc.constantFrom(...PEOPLE), { minLength: 1, maxLength: 5 })
const excludedTurns = fc.constantFrom('skip' as const, 'consume' as const)
const weekdays = fc.option(
  fc.uniqueArray(fc.constantFrom('mon', 'wed', 'fri', 'sun'), { minLength: 1 }),
  { nil: undefined },
)

const change = fc.record({
  timeZone: fc.constantFrom(...ZONES),
  every: fc.constantFrom('PT12H', 'P1D', 'P3D', 'P1W'),
  first: list,
  second: list,
  days: weekdays,
  excludedTurns,
  at: instantFrom2000,
})

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

function scheduleOf(
  { timeZone, every, first, second, days, excludedTurns: excluded, at }: Change,
  rollout?: Rollout,
) {
  const rosters: Rotation['rosters'] = [{ id: 'first', members: first }]
  const anchor = formatInstant(at - 20 * DAY).slice(0, 16)
  if (rollout !== undefined)
    rosters.push({ id: 'second', members: second, from: formatInstant(at), rollout })
  const layer = {
    id: 'layer',
    rotation: { every, anchor, rosters },
    excludedTurns: excluded,
    ...(days !== undefined && { restrictions: [{ days, from: '00:00', to: '00:00' }] }),
  } as Layer
  return createSchedule({ id: 'rosters', version: 1, timeZone, layers: [layer] })
}

describe('a new roster', () => {
  it.each(['now', 'afterCurrentTurn', 'afterFullCycle'] as const)(
    '%s, changes nothing before its date',
    (rollout) => {
      fc.assert(
        fc.property(change, (one) => {
          const before = scheduleOf(one).shifts(one.at - 15 * DAY, one.at)
          expect(scheduleOf(one, rollout).shifts(one.at - 15 * DAY, one.at)).toEqual(before)
        }),
      )
    },
  )

  it('after the current turn, leaves the current turn to who has it', () => {
    fc.assert(
      fc.property(change, (one) => {
        const span = [one.at - 1, one.at + 15 * DAY] as const
        const [current] = scheduleOf(one).shifts(...span)
        fc.pre(current !== undefined && current.from < one.at && current.to > one.at)
        const [same] = scheduleOf(one, 'afterCurrentTurn').shifts(...span)
        expect(same).toEqual(current)
      }),
    )
  })

  it('now, leaves whoever is on duty there when they stay, and nobody else', () => {
    fc.assert(
      fc.property(change, (one) => {
        const person = scheduleOf(one).onCallAt(one.at)[0]?.person
        const [duty] = scheduleOf(one, 'now').onCallAt(one.at)
        expect(duty === undefined).toBe(person === undefined)
        if (person === undefined) return
        expect(duty?.roster).toBe('second')
        if (one.second.includes(person)) expect(duty?.person).toBe(person)
        else expect(one.second).toContain(duty?.person)
      }),
    )
  })

  it('passes on who follows, when it only adds people at its end', () => {
    fc.assert(
      fc.property(change, fc.constantFrom(...PEOPLE), (one, added) => {
        fc.pre(!one.first.includes(added))
        const longer = { ...one, second: [...one.first, added], excludedTurns: 'skip' as const }
        const span = [one.at, one.at + 60 * DAY] as const
        const fresh = scheduleOf(longer, 'afterCurrentTurn')
          .shifts(...span)
          .find(({ roster }) => roster === 'second')
        const old = scheduleOf(longer).onCallAt(fresh?.from ?? 0)[0]?.person
        // Who joins at the end comes before the first only.
        expect(fresh?.person).toBe(old === one.first[0] ? added : old)
      }),
    )
  })

  it('after a full cycle, begins with its first, when everybody has had their turn', () => {
    fc.assert(
      fc.property(change, (one) => {
        const shifts = scheduleOf(one, 'afterFullCycle').shifts(one.at, one.at + 400 * DAY)
        const first = shifts.findIndex(({ roster }) => roster === 'second')
        expect(first).toBeGreaterThanOrEqual(0)
        if (one.excludedTurns === 'skip') expect(shifts[first]?.person).toBe(one.second[0])
        const last = shifts[first - 1]
        if (last !== undefined && one.excludedTurns === 'skip')
          expect(last.person).toBe(one.first.at(-1))
      }),
      { numRuns: 50 },
    )
  })
})

describe('turns without duty', () => {
  const turns = change.map((one) => ({
    ...one,
    days: one.days ?? ['mon', 'wed'],
    every: 'P1D' as const,
  }))

  it('pass nobody by, so people follow one another', () => {
    fc.assert(
      fc.property(turns, (one) => {
        const schedule = scheduleOf({ ...one, excludedTurns: 'skip' })
        const people = [
          ...new Map(
            schedule.shifts(one.at, one.at + 60 * DAY).map((s) => [s.turn, s.person]),
          ).values(),
        ]
        for (const [nth, person] of people.entries()) {
          const place = one.first.indexOf(person)
          const follower = one.first[(place + 1) % one.first.length]
          if (nth + 1 < people.length) expect(people[nth + 1]).toBe(follower)
        }
      }),
    )
  })

  it('are used up where that is asked for, so everybody has the turn of their number', () => {
    fc.assert(
      fc.property(turns, (one) => {
        const schedule = scheduleOf({ ...one, excludedTurns: 'consume' })
        const count = one.first.length
        for (const { turn, person } of schedule.shifts(one.at, one.at + 60 * DAY)) {
          expect(person).toBe(one.first[(((turn ?? 0) % count) + count) % count])
        }
      }),
    )
  })

  it('are none where a restriction excludes nothing', () => {
    fc.assert(
      fc.property(change, (one) => {
        const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as Change['days']
        const span = [one.at - 15 * DAY, one.at + 15 * DAY] as const
        const [free, always] = [
          { ...one, days: undefined },
          { ...one, days },
        ]
        expect(scheduleOf(always, 'now').shifts(...span)).toEqual(
          scheduleOf(free, 'now').shifts(...span),
        )
      }),
    )
  })
})
