import type { RosterPersonDocument, RosterProblemDocument, SlotDocument } from '@holdfast/oncall'

const start = Date.parse('2027-03-01T00:00:00Z')
const hour = 3_600_000

/** Eight hours of a day in UTC, days after March 1, 2027, a Monday. */
export function slot(id: string, days: number, from = 8) {
  const begins = start + (days * 24 + from) * hour
  return { id, from: begins, to: begins + 8 * hour, role: 'primary' }
}

export function person(
  name: string,
  more: Partial<RosterPersonDocument> = {},
): RosterPersonDocument {
  return { person: `person:${name}`, zone: 'UTC', ...more }
}

export function problem(
  slots: readonly SlotDocument[],
  people: readonly RosterPersonDocument[],
  more: Partial<RosterProblemDocument> = {},
): RosterProblemDocument {
  return { id: 'march', version: 1, slots: [...slots], people: [...people], ...more }
}

/** Two shifts a day for some days, and three people of whom one has half a share. */
export const week = problem(
  Array.from({ length: 8 }, (_, nth) =>
    slot(`s${nth}`, Math.floor(nth / 2), nth % 2 === 0 ? 8 : 16),
  ),
  [person('ada'), person('ben'), person('eve', { share: 50 })],
  { rules: { rest: 'PT11H', maxShifts: [{ shifts: 5, days: 7 }] } },
)
