import { type RosterProblemDocument, slotsOf } from '@holdfast/oncall'

const day = 86_400_000
const start = Date.parse('2024-03-04T00:00:00Z')

const SITES = [
  { site: 'sydney', zone: 'Australia/Sydney', at: '00:00' },
  { site: 'zurich', zone: 'Europe/Zurich', at: '08:00' },
  { site: 'denver', zone: 'America/Denver', at: '16:00' },
] as const

/**
 * Twelve people at three sites follow the sun for four weeks in shifts of eight hours, with two roles; everybody is away
 * for five days in turn, and the clocks of one site change.
 */
export const threeSites: RosterProblemDocument = {
  id: 'march',
  version: 1,
  slots: slotsOf({
    timeZone: 'UTC',
    from: '2024-03-04',
    to: '2024-04-01',
    starts: SITES.map(({ site, at }) => ({ site, at })),
    roles: ['primary', 'secondary'],
  }),
  people: Array.from({ length: 12 }, (_, nth) => {
    const { site, zone } = SITES[nth % 3] ?? SITES[0]
    const leave = start + ((nth * 5) % 22) * day
    return {
      person: `person:p${String(nth).padStart(2, '0')}` as const,
      site,
      zone,
      absences: [{ from: leave, to: leave + 5 * day }],
    }
  }),
  rules: { rest: 'PT11H', maxShifts: [{ shifts: 5, days: 7 }], weeklyBlock: 'PT40H' },
}
