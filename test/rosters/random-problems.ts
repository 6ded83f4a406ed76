import type { RosterProblemDocument, TakenSeat } from '@holdfast/oncall'
import fc from 'fast-check'

const hour = 3_600_000
const start = Date.parse('2024-03-06T00:00:00Z')

const span = (most: number) =>
  fc
    .tuple(fc.integer({ min: 0, max: 24 }), fc.integer({ min: 1, max: most }))
    .map(([at, times]) => ({
      from: start + at * 4 * hour,
      to: start + (at + times) * 4 * hour,
    }))

/** A few shifts and people, around the night the clocks change in New York; some of them have no roster. */
export const smallProblems = fc
  .record({
    slots: fc.array(fc.record({ when: span(3), role: fc.constantFrom('primary', 'secondary') }), {
      minLength: 1,
      maxLength: 6,
    }),
    people: fc.array(
      fc.record({
        zone: fc.constantFrom('Europe/Zurich', 'America/New_York'),
        share: fc.constantFrom(50, 100),
        absences: fc.array(span(6), { maxLength: 1 }),
        wishes: fc.array(fc.tuple(fc.constantFrom('off' as const, 'on' as const), span(6)), {
          maxLength: 1,
        }),
      }),
      { minLength: 2, maxLength: 3 },
    ),
    rules: fc.record({
      rest: fc.constantFrom('PT0S', 'PT11H'),
      weeklyBlock: fc.constantFrom('PT0S', 'PT40H', 'PT72H'),
      maxShare: fc.constantFrom(40, 100),
    }),
  })
  .map(
    ({ slots, people, rules }): RosterProblemDocument => ({
      id: 'random',
      version: 1,
      slots: slots.map(({ when, role }, nth) => ({ id: `s${nth}`, role, ...when })),
      people: people.map(({ wishes, ...one }, nth) => ({
        person: `person:p${nth}`,
        ...one,
        wishes: wishes.map(([kind, when]) => ({ kind, ...when })),
      })),
      rules,
    }),
  )

/** Every way to give each slot to somebody. */
export function everyRoster({ slots, people }: RosterProblemDocument): TakenSeat[][] {
  return slots.reduce<TakenSeat[][]>(
    (rosters, { id }) =>
      rosters.flatMap((roster) => people.map(({ person }) => [...roster, { slot: id, person }])),
    [[]],
  )
}
