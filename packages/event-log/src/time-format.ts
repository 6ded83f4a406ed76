import { DateTime } from 'luxon'

/** The formats that are no tokens. */
export const NAMED_FORMATS = ['iso', 'epochSeconds', 'epochMillis'] as const

/** What a format of times lets be known of a text. */
export interface TimeFormat {
  /** Whether it says the date: what it leaves out would be taken from today. */
  readonly isWhole: boolean
  /** Whether each text says its offset from UTC, or is an instant by itself. */
  readonly hasOffset: boolean
  /** Whether it names a zone, whose repeated hours would be guessed. */
  readonly namesZone: boolean
}

/** Looks at luxon's tokens; text in single quotes stands for itself. */
export function timeFormatOf(format: string): TimeFormat {
  if (format === 'iso') return { isWhole: true, hasOffset: false, namesZone: false }
  if (format === 'epochSeconds' || format === 'epochMillis') {
    return { isWhole: true, hasOffset: true, namesZone: false }
  }
  const tokens = DateTime.expandFormat(format.replace(/'[^']*'/g, ''), { locale: 'en-US' })
  const has = (letters: RegExp) => letters.test(tokens)
  const isEpoch = has(/[Xx]/)
  const isDate = has(/y/) && ((has(/[ML]/) && has(/d/)) || has(/o/))
  const isWeekDate = has(/k/) && has(/W/) && has(/[Ec]/)
  return {
    isWhole: isEpoch || isDate || isWeekDate,
    hasOffset: isEpoch || has(/Z/),
    namesZone: has(/z/),
  }
}
