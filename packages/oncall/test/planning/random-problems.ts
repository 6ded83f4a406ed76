import fc from 'fast-check'
import type { RosterProblemDocument } from '../../src/index.ts'
import { hour, start } from './desk.ts'

const span = (most: number) =>
  fc
    .record({
      begins: fc.integer({ min: 0, max: 9 * 24 }),
      hours: fc.integer({ min: 1, max: most }),
    })
    .map(({ begins, hours }) => ({
      from: start + begins * hour,
      to: start + (begins + hours) * hour,
    }))

const slots = fc.array(
  fc.record({
    when: span(12),
    role: fc.constantFrom('primary', 'secondary'),
    seats: fc.integer({ min: 1, max: 2 }),
    asks: fc.constantFrom<string[]>([], [], ['de']),
  }),
  { minLength: 1, maxLength: 14 },
)

const people = fc.array(
  fc.record(
    {
      zone: fc.constantFrom('UTC', 'Europe/Zurich', 'America/New_York', 'Australia/Lord_Howe'),
      languages: fc.constantFrom<string[]>(['de'], ['en']),
      absences: fc.array(span(60), { maxLength: 2 }),
      history: fc.array(span(10), { maxLength: 2 }),
      wishes: fc.array(
        fc.record({ kind: fc.constantFrom('off', 'on'), when: span(48) }).map(({ kind, when }) => ({
          kind,
          ...when,
        })),
        { maxLength: 2 },
      ),
      share: fc.constantFrom(50, 100),
    },
    { requiredKeys: ['zone', 'languages'] },
  ),
  { minLength: 1, maxLength: 5 },
)

const rules = fc.record(
  {
    rest: fc.constantFrom('PT0S', 'PT11H'),
    maxShifts: fc.constantFrom<{ shifts: number; days: number }[]>(
      [{ shifts: 5, days: 7 }],
      [{ shifts: 1, days: 2 }],
    ),
    weeklyBlock: fc.constantFrom('PT40H', 'PT72H'),
    maxShare: fc.constantFrom(20, 60),
    presence: fc.constantFrom<{ language: string; roles?: string[] }[]>(
      [{ language: 'de' }],
      [{ language: 'en', roles: ['primary'] }],
    ),
  },
  { requiredKeys: [] },
)

/** Ten days around which the clocks change in New York. */
export const problems = fc.record({ slots, people, rules }).map(
  ({ slots, people, rules }): RosterProblemDocument => ({
    id: 'random',
    version: 1,
    slots: slots.map(({ when, role, seats, asks }, nth) => ({
      id: `s${nth}`,
      ...when,
      role,
      seats,
      languages: asks,
    })),
    people: people.map((one, nth) => ({ person: `person:p${nth}`, ...one })),
    rules,
  }),
)

/** Of few enough seats and people that every roster can be tried. */
export const smallProblems = problems.filter(
  ({ slots, people }) =>
    people.length <= 3 && slots.reduce((sum, { seats = 1 }) => sum + seats, 0) <= 5,
)

/** Every way to fill all seats. */
export function everyRoster({ slots, people }: RosterProblemDocument) {
  const seats = slots.flatMap(({ id, seats = 1 }) => Array<string>(seats).fill(id))
  return seats.reduce<{ slot: string; person: string }[][]>(
    (rosters, slot) =>
      rosters.flatMap((roster) => people.map(({ person }) => [...roster, { slot, person }])),
    [[]],
  )
}
