import type { CalendarDocument } from '../src/index.ts'

/** A support desk in Zurich with a lunch break, as the examples of these tests know it. */
export const desk = {
  id: 'desk',
  version: 3,
  timeZone: 'Europe/Zurich',
  hours: {
    mon: [
      ['08:00', '12:00'],
      ['13:00', '17:00'],
    ],
    tue: [
      ['08:00', '12:00'],
      ['13:00', '17:00'],
    ],
    wed: [
      ['08:00', '12:00'],
      ['13:00', '17:00'],
    ],
    thu: [
      ['08:00', '12:00'],
      ['13:00', '17:00'],
    ],
    fri: [['08:00', '12:00']],
  },
  holidays: [
    { easter: -2, name: 'Good Friday' },
    { easter: 1, name: 'Easter Monday' },
    { date: '2024-12-25', name: 'Christmas Day' },
    '2024-12-26',
  ],
  overrides: { '2024-12-24': [['08:00', '11:00']], '2024-12-26': [['10:00', '12:00']] },
  breaks: { '2024-06-04': [['09:30', '10:00']] },
} satisfies CalendarDocument

export const hour = 3_600_000
export const utc = (text: string) => Date.parse(text)
