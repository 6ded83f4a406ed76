import { DateTime } from 'luxon'

/** The formats that are no tokens. */
export const NAMED_FORMATS = ['iso', 'epochSeconds', 'epochMillis'] as const

/** What a format of times lets be known of a text. */
export interface TimeFormat {
  /** Whether it says the date, and the half of the day where it says the hour: the rest would be taken from today. */
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
  const tokens = format.replace(/'[^']*'/g, '')
  return {
    isWhole: isWhole(format),
    hasOffset: tokens.includes('Z'),
    namesZone: /z/.test(DateTime.expandFormat(tokens, LOCALE)),
  }
}

const LOCALE = { locale: 'en-US' }

/** Writes a time by the format and reads it back; luxon throws where a format contradicts itself. */
function isWhole(format: string): boolean {
  const [afternoon, later] = [15, 16].map((hour) =>
    DateTime.utc(2001, 2, 3, hour, hour, { locale: 'en-US' }),
  ) as [DateTime, DateTime]
  const text = afternoon.toFormat(format)
  const unit = text === later.toFormat(format) ? 'day' : 'hour'
  try {
    const read = DateTime.fromFormat(text, format, { zone: 'utc', ...LOCALE })
    return read.isValid && read.startOf(unit).toMillis() === afternoon.startOf(unit).toMillis()
  } catch {
    return false
  }
}
