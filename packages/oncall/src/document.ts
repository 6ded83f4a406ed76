import {
  documentHeader,
  formatSchema,
  isTimeZone,
  openEnum,
  parseDuration,
  parseLocalDateTime,
  parseLocalTime,
  partyRefSchema,
  suggestTimeZone,
  WEEKDAYS,
} from '@holdfast/kernel'
import * as z from 'zod'
import { isMoment } from './moment.ts'

export const SCHEDULE_FORMAT = 'holdfast/schedule@1'

const zoneSchema = z.string().refine(isTimeZone, {
  params: { code: 'zone-unknown', expected: 'an IANA time zone', suggest: suggestTimeZone },
})

const localDateTimeSchema = z.string().refine((text) => parseLocalDateTime(text) !== undefined, {
  params: { code: 'local-time-invalid', expected: 'a local time such as 2027-03-01T09:00' },
})

const momentSchema = z
  .string()
  .refine(isMoment, {
    params: {
      code: 'moment-invalid',
      expected: 'a local time (2027-03-01T09:00), a date, or an instant with an offset',
    },
  })
  .describe('A local time of the schedule’s zone, a date, or an instant')

const timeOfDaySchema = z.string().refine((text) => parseLocalTime(text) !== undefined, {
  params: { code: 'time-invalid', expected: 'a time of day such as 09:00' },
})

/** One kind of unit, and more than none of it: `P1W`, `PT12H`, `P1M`. */
const lengthSchema = z
  .string()
  .refine(isLength, {
    params: {
      code: 'length-invalid',
      expected: 'hours, days, weeks or months, more than none of one of them, such as P1W',
    },
  })
  .describe('How long a turn is: `PT12H`, `P1D`, `P1W`, `P1M`')

function isLength(text: string): boolean {
  const parts = parseDuration(text)
  if (parts === undefined) return false
  const { months, days, millis } = parts
  const used = [months, days, millis].filter((part) => part !== 0)
  return used.length === 1 && (used[0] as number) > 0
}

export const personSchema = partyRefSchema
  .refine((party) => party.startsWith('person:'), {
    params: { code: 'person-expected', expected: 'a person, such as person:ada' },
  })
  .describe('`person:ada`')

/** Where the time of people comes from. Source: R2. */
export const MEMBER_SOURCES = ['own', 'seconded', 'responsible-ops'] as const

const memberSchema = z
  .union([
    personSchema,
    z.strictObject({
      person: personSchema,
      source: openEnum(MEMBER_SOURCES).optional().describe('`own` when left out'),
      team: z
        .string()
        .min(1)
        .optional()
        .describe('Whose person it is; of the directory when left out'),
    }),
  ])
  .describe('Who takes turns')

const turnHolderSchema = z
  .union([memberSchema, z.array(memberSchema).min(1)])
  .describe('Who has a turn: a person, or several together')

const rosterSchema = z.strictObject({
  id: z.string().min(1).describe('What shifts call it'),
  from: momentSchema.optional().describe('From when it is the roster; the first needs none'),
  rollout: openEnum(['now', 'afterCurrentTurn', 'afterFullCycle'])
    .optional()
    .describe('When it takes over: `afterCurrentTurn` when left out'),
  members: z.array(turnHolderSchema).min(1).describe('In turn'),
})

const rotationSchema = z.strictObject({
  every: z
    .union([lengthSchema, z.array(lengthSchema).min(1)])
    .describe('How long a turn is, or several lengths in turn'),
  anchor: localDateTimeSchema.describe('A hand-off; all others follow from it, before and after'),
  first: z
    .int()
    .nonnegative()
    .optional()
    .describe('Which member’s turn begins at the anchor, from 0; the first when left out'),
  timeZone: zoneSchema.optional().describe('Whose clock hands over; the schedule’s when left out'),
  clock: openEnum(['wall', 'elapsed'])
    .optional()
    .describe('Hand over at the same local time (`wall`, when left out), or after the same time'),
  monthDay: z
    .union([
      openEnum(['last']),
      z.strictObject({
        weekday: openEnum(WEEKDAYS),
        nth: z.int().min(-5).max(5).describe('1 is the first of the month, -1 the last'),
      }),
    ])
    .optional()
    .describe('Of months: the day, where it is not that of the anchor'),
  duty: lengthSchema
    .optional()
    .describe('How long the duty of a turn lasts from its hand-off; the whole turn when left out'),
  members: z.array(turnHolderSchema).min(1).optional().describe('In turn, where they never change'),
  rosters: z.array(rosterSchema).min(1).optional().describe('Who takes turns from when on'),
})

const restrictionSchema = z.strictObject({
  days: z
    .array(openEnum(WEEKDAYS))
    .optional()
    .describe('On which it begins; every day when left out'),
  from: timeOfDaySchema,
  to: timeOfDaySchema.describe('At or before `from`: on the next day'),
  toDay: openEnum(WEEKDAYS).optional().describe('On which it ends, where it runs over several'),
})

const effectiveSchema = documentHeader.effective

export const layerSchema = z.strictObject({
  id: z.string().min(1),
  title: z.string().optional().describe('For people'),
  priority: z
    .int()
    .optional()
    .describe(
      'The highest with somebody on duty decides; equal ones are parallel seats. 0 when left out',
    ),
  rotation: rotationSchema,
  effective: effectiveSchema.describe('When it holds, from and to (excluded)'),
  restrictions: z
    .array(restrictionSchema)
    .min(1)
    .optional()
    .describe('When there is duty; always when left out'),
  calendar: z.string().min(1).optional().describe('A calendar in whose open time there is duty'),
  excludedTurns: openEnum(['skip', 'consume'])
    .optional()
    .describe('Whether a turn without any duty passes nobody by (`skip`, when left out)'),
})

const spanShape = { from: momentSchema, to: momentSchema }

const overrideSchema = z.strictObject({
  id: z.string().min(1),
  createdAt: momentSchema.optional().describe('The latest created decides; then the id'),
  mode: openEnum(['add', 'remove', 'replace']),
  person: personSchema.optional().describe('Whom it is about; for `add`, who comes'),
  by: personSchema.optional().describe('For `replace`, who comes instead'),
  layer: z.string().min(1).optional().describe('Only on this layer'),
  seat: z
    .int()
    .positive()
    .optional()
    .describe('Only in this seat of the layer, from 1, where several have a turn together'),
  ...spanShape,
  reason: z.string().optional(),
})

const fixedSchema = z.strictObject({
  id: z.string().min(1),
  createdAt: momentSchema.optional().describe('Where two overlap, the latest created decides'),
  ...spanShape,
  shifts: z.array(z.strictObject({ person: personSchema, ...spanShape })),
  reason: z.string().optional(),
})

const swapSchema = z.strictObject({
  id: z.string().min(1),
  createdAt: momentSchema.optional(),
  between: z.tuple([personSchema, personSchema]).describe('Who change places'),
  during: z.array(z.strictObject(spanShape)).min(1).describe('In these spans'),
  reason: z.string().optional(),
})

const coverRequestSchema = z.strictObject({
  id: z.string().min(1),
  createdAt: momentSchema.optional(),
  person: personSchema.describe('Who asks'),
  ...spanShape,
  takenBy: personSchema.optional().describe('Who covers; while nobody does, nothing changes'),
  reason: z.string().optional(),
})

const shadowSchema = z.strictObject({
  id: z.string().min(1),
  person: personSchema.describe('Who comes along, and is not responsible'),
  of: personSchema.optional().describe('With whom; with everybody on duty when left out'),
  ...spanShape,
})

const absenceSchema = z.strictObject({
  person: personSchema,
  ...spanShape,
  reason: z.string().optional().describe('`vacation`, `training`'),
})

export const scheduleSchema = z.strictObject({
  ...documentHeader,
  format: formatSchema(SCHEDULE_FORMAT),
  timeZone: zoneSchema.describe('Whose clock its local times are of'),
  role: z
    .string()
    .min(1)
    .optional()
    .describe('What who is on duty answers for: `incident`, `triage`'),
  site: z.string().min(1).optional().describe('Where they are'),
  layers: z.array(layerSchema),
  swaps: z.array(swapSchema).optional().describe('People who change places'),
  coverRequests: z.array(coverRequestSchema).optional().describe('People who ask to be covered'),
  overrides: z.array(overrideSchema).optional().describe('Who comes, goes, or is replaced'),
  fixed: z.array(fixedSchema).optional().describe('Spans in which only these shifts count'),
  shadows: z.array(shadowSchema).optional().describe('Who comes along'),
  absences: z.array(absenceSchema).optional().describe('Who is away; their turns are used up'),
})

/** Who is on duty when: layers of rotations, and what departs from them. Plain data. */
export type ScheduleDocument = Readonly<z.input<typeof scheduleSchema>>

/** A schedule whose shape is right. */
export type ReadSchedule = Readonly<z.output<typeof scheduleSchema>>

export type ReadLayer = ReadSchedule['layers'][number]
export type ReadRotation = ReadLayer['rotation']
export type ReadTurnHolder = NonNullable<ReadRotation['members']>[number]

/** The JSON Schema (draft 2020-12) of a schedule, for editors. */
export function scheduleJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(scheduleSchema, { io: 'input' })
}
