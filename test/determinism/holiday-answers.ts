import { HOLIDAY_TYPES, publicHolidays } from '@holdfast/holidays'
import type { Answer } from './answer.ts'

/** By Easter, by the moon, by the equinox, from sunset, for part of a day; east and west. */
const COUNTRIES = ['CH', 'US', 'JP', 'CN', 'IL', 'SA', 'IR', 'IS', 'NZ', 'TO'] as const

/** Holidays of countries whose dates are reckoned in different ways. */
export function holidayAnswers(): readonly Answer[] {
  const years = { from: '2026-01-01', to: '2029-01-01', types: HOLIDAY_TYPES }
  return COUNTRIES.map((country) => [
    `holidays of ${country}`,
    publicHolidays({ country, ...years }),
  ])
}
