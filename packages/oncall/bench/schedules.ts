import { formatInstant } from '@holdfast/kernel'
import type { ScheduleDocument } from '@holdfast/oncall'

export const DAY = 86_400_000
export const START = Date.UTC(2026, 0, 1)

const ZONES = ['Europe/Zurich', 'America/New_York', 'Asia/Kolkata', 'Australia/Sydney']
const WEEKDAYS: ('mon' | 'tue' | 'wed' | 'thu' | 'fri')[] = ['mon', 'tue', 'wed', 'thu', 'fri']

type Layer = ScheduleDocument['layers'][number]

/** In turn: a week of working days, single days, nights past midnight, half days, whole weeks as the fallback. */
const FORMS: readonly ((timeZone: string) => Partial<Layer> & Pick<Layer, 'rotation'>)[] = [
  (timeZone) => ({
    rotation: { every: 'P1W', anchor: '2025-01-06T09:00', timeZone },
    restrictions: [{ days: WEEKDAYS, from: '09:00', to: '17:00' }],
    priority: 3,
  }),
  (timeZone) => ({ rotation: { every: 'P1D', anchor: '2025-01-06T08:00', timeZone }, priority: 1 }),
  (timeZone) => ({
    rotation: { every: 'P1D', anchor: '2025-01-06T12:00', timeZone },
    restrictions: [{ from: '20:00', to: '08:00' }],
    priority: 2,
  }),
  (timeZone) => ({
    rotation: { every: 'PT12H', anchor: '2025-01-06T06:00', timeZone },
    restrictions: [{ days: ['sat', 'sun'], from: '00:00', to: '00:00' }],
    priority: 2,
  }),
  (timeZone) => ({ rotation: { every: 'P1W', anchor: '2025-01-06T00:00', timeZone } }),
]

function person(nth: number) {
  return `person:p${nth}`
}

/** A schedule of many layers, with overrides of a quarter of a day spread over so many days. */
export function scheduleDocument(
  layers: number,
  overrides: number,
  days: number,
): ScheduleDocument {
  return {
    id: 'bench',
    version: 1,
    timeZone: 'Europe/Zurich',
    layers: Array.from({ length: layers }, (_, nth) => {
      const form = FORMS[nth % FORMS.length]?.(ZONES[nth % ZONES.length] as string)
      if (form === undefined) throw new Error('no such form')
      const members = [0, 1, 2, 3, 4, 5].map((place) => person(nth * 6 + place))
      return { id: `layer-${nth}`, ...form, rotation: { ...form.rotation, members } }
    }),
    overrides: Array.from({ length: overrides }, (_, nth) => {
      const from = START + Math.floor((nth * days * DAY) / overrides / 3_600_000) * 3_600_000
      return {
        id: `override-${nth}`,
        createdAt: formatInstant(START + nth * 1000),
        mode: 'replace',
        person: person(nth % (layers * 6)),
        by: person((nth + 1) % (layers * 6)),
        from: formatInstant(from),
        to: formatInstant(from + DAY / 4),
      }
    }),
  }
}
