import {
  type DocumentReading,
  documentHeader,
  formatSchema,
  localDateSchema,
  openEnum,
  parseLocalTime,
  WEEKDAYS,
} from '@holdfast/kernel'
import * as z from 'zod'
import { suggestTime } from './suggest-time.ts'

export const CALENDAR_FORMAT = 'holdfast/calendar@1'

const timeSchema = z
  .string()
  .refine((text) => parseLocalTime(text) !== undefined, {
    params: {
      code: 'time-invalid',
      expected: 'a time of day from 00:00 to 24:00, as HH:MM or HH:MM:SS',
      suggest: suggestTime,
    },
  })
  .meta({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{3})?)?$|^24:00(:00)?$' })

const windowsSchema = z
  .array(z.array(timeSchema).length(2))
  .describe('Intervals `[from, to]`; `to` at or before `from` is on the next day')

const yearSchema = z.int().min(1970).max(2100)

const recurring = {
  name: z.string().optional(),
  observed: openEnum(['nearestWeekday', 'nextWeekday', 'mondayIfSunday'])
    .optional()
    .describe('Where it moves when it falls on a weekend'),
  alsoOnTheDay: z.boolean().optional().describe('Closed on the day itself too when it moves'),
  firstYear: yearSchema.optional(),
  lastYear: yearSchema.optional(),
}

/** So many days from Easter stay within the years beside its own, where they are looked for. */
const easterSchema = z.int().min(-250).max(250)

const holidaySchema = z.union([
  localDateSchema,
  z.strictObject({ date: localDateSchema, name: z.string().optional() }),
  z.strictObject({ month: z.int().min(1).max(12), day: z.int().min(1).max(31), ...recurring }),
  z.strictObject({
    month: z.int().min(1).max(12),
    weekday: openEnum(WEEKDAYS),
    nth: z
      .int()
      .min(-5)
      .max(5)
      .refine((nth) => nth !== 0, { params: { code: 'nth-zero', expected: '1 to 5, or -1 to -5' } })
      .describe('1 is the first, -1 the last'),
    ...recurring,
  }),
  z.strictObject({ easter: easterSchema.describe('Days from Easter Sunday'), ...recurring }),
  z.strictObject({
    orthodoxEaster: easterSchema.describe('Days from the Easter Sunday of the Eastern churches'),
    ...recurring,
  }),
])

const hoursShape = Object.fromEntries(
  WEEKDAYS.map((weekday) => [weekday, windowsSchema.optional()]),
) as Record<(typeof WEEKDAYS)[number], z.ZodOptional<typeof windowsSchema>>

export const calendarSchema = z.strictObject({
  ...documentHeader,
  format: formatSchema(CALENDAR_FORMAT),
  timeZone: z.string().describe('IANA zone in which all its dates and times are meant'),
  hours: z.strictObject(hoursShape).describe('Weekly hours, by `mon` to `sun`'),
  holidays: z
    .array(holidaySchema)
    .optional()
    .describe('Dates, `{ date, name }`, or rules that recur every year'),
  overrides: z
    .record(localDateSchema, windowsSchema)
    .optional()
    .describe('Hours of single dates, in place of the weekly ones, also on a holiday'),
  breaks: z
    .record(localDateSchema, windowsSchema)
    .optional()
    .describe('Cut out of whatever is open on single dates'),
  belongsTo: openEnum(['localDate', 'startDate'])
    .optional()
    .describe(
      'Whether a holiday or an override takes the hours of its local date (`localDate`, the default) or the shifts that start on it (`startDate`)',
    ),
})

/** When time counts: weekly hours in a zone, with holidays, overrides and breaks. */
export type CalendarDocument = Readonly<z.input<typeof calendarSchema>>

/** An entry of `holidays`. */
export type HolidayEntry = z.input<typeof holidaySchema>

/** What reading a calendar document gives to its checks. */
export type CalendarReading = DocumentReading<z.output<typeof calendarSchema>>

/** The JSON Schema of a calendar document, for editors. */
export function calendarJsonSchema(): object {
  return z.toJSONSchema(calendarSchema, { io: 'input' })
}
