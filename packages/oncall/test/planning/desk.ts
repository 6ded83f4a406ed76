import { type RosterPersonDocument, type RosterProblemDocument, slotsOf } from '../../src/index.ts'

export const day = 86_400_000
export const hour = 3_600_000
export const utc = (text: string) => Date.parse(text)

export const start = utc('2024-03-04T00:00:00Z')
const sites = ['sydney', 'zurich', 'denver']
const zones = ['Australia/Sydney', 'Europe/Zurich', 'America/Denver']

/** Three sites follow the sun in shifts of eight hours; everybody is away for five days in turn. */
export function threeSites(
  size: number,
  days: number,
  more: Partial<RosterProblemDocument> = {},
): RosterProblemDocument {
  const people = Array.from({ length: size }, (_, nth): RosterPersonDocument => {
    const leave = start + ((nth * 5) % (days - 6)) * day
    return {
      person: `person:p${String(nth).padStart(2, '0')}`,
      site: sites[nth % 3] ?? '',
      zone: zones[nth % 3] ?? 'UTC',
      languages: nth % 2 === 0 ? ['en'] : ['de', 'en'],
      absences: [{ from: leave, to: leave + 5 * day }],
    }
  })
  return {
    id: 'march',
    version: 1,
    slots: slotsOf({
      timeZone: 'UTC',
      from: '2024-03-04',
      to: new Date(start + days * day).toISOString().slice(0, 10),
      starts: ['00:00', '08:00', '16:00'].map((at, nth) => ({ at, site: sites[nth] as string })),
      roles: ['primary', 'secondary'],
    }),
    people,
    rules: { rest: 'PT11H', maxShifts: [{ shifts: 5, days: 7 }], weeklyBlock: 'PT40H' },
    ...more,
  }
}

/** A slot of eight hours, days after March 4, 2024, in UTC. */
export function slot(id: string, days: number, from = 8, more: object = {}) {
  const begins = start + days * day + from * hour
  return { id, from: begins, to: begins + 8 * hour, role: 'primary', ...more }
}

export function person(
  name: string,
  more: Partial<RosterPersonDocument> = {},
): RosterPersonDocument {
  return { person: `person:${name}`, zone: 'UTC', ...more }
}

export function problem(
  slots: RosterProblemDocument['slots'],
  people: RosterProblemDocument['people'],
  more: Partial<RosterProblemDocument> = {},
): RosterProblemDocument {
  return { id: 'week', version: 1, slots, people, ...more }
}
