import {
  documentHeader,
  durationSchema,
  formatSchema,
  openEnum,
  parseInstant,
  parseLocalTime,
  partyRefSchema,
} from '@holdfast/kernel'
import { type Condition, conditionSchema } from '@holdfast/rules'
import * as z from 'zod'

export const OBLIGATION_FORMAT = 'holdfast/obligation@1'

/** How time counts towards a deadline. */
export const CLOCKS = ['businessTime', 'elapsedTime', 'businessDays', 'localDates'] as const

const partySchema = z
  .union([
    partyRefSchema,
    z.strictObject({
      fact: z
        .string()
        .min(1)
        .describe('Read from the `facts` of the starting mark, or of the request before it'),
    }),
  ])
  .describe('A party, or `{ fact }` that names it')

const clockSchema = z
  .strictObject({
    counts: openEnum(CLOCKS).describe(
      '`businessTime`, `elapsedTime`, `businessDays` or `localDates` (months, weeks, days)',
    ),
    calendar: z.string().min(1).optional().describe('For business time and days: which calendar'),
    due: openEnum(['endOfDay', 'sameTime'])
      .optional()
      .describe('For business days: due at the end of the last one, or at the same time of day'),
    cutoff: z
      .string()
      .refine((text) => parseLocalTime(text) !== undefined, {
        params: { code: 'time-invalid', expected: 'a time of day such as 16:00' },
      })
      .optional()
      .describe('For `endOfDay`: what comes at or after it counts from the next business day'),
    timeZone: z.string().optional().describe('For `localDates`: the IANA zone of the dates'),
  })
  .describe('How time counts')

const instantTextSchema = z
  .string()
  .refine((text) => parseInstant(text) !== undefined, {
    params: {
      code: 'instant-invalid',
      expected: 'an instant with an offset, such as 2026-03-01T09:00:00Z',
    },
  })
  .meta({ format: 'date-time' })

const consequenceSchema = z
  .strictObject({
    on: openEnum(['warning', 'breach']).describe('What brings it about'),
    kind: z.string().min(1).describe('What it is called: `notify`, `escalate`, `credit`'),
    to: partyRefSchema.optional().describe('Whom it concerns'),
    params: z.record(z.string(), z.json()).optional().describe('What else the host needs'),
  })
  .describe('What follows; the host acts on it')

/** The fields of a document that say which marks do what, around a schema of conditions. */
export function effectFields<C extends z.ZodType>(condition: C) {
  return {
    conditions: z
      .record(z.string().min(1), condition)
      .optional()
      .describe('Conditions that the others refer to by name'),
    start: condition.describe('Marks that begin a cycle, when none is open'),
    stop: condition.describe('Marks that fulfill it'),
    pause: condition.optional().describe('Marks that pause its clock'),
    resume: condition.optional().describe('Marks that end a pause'),
    cancel: condition.optional().describe('Marks after which it is owed no more'),
    reset: condition.optional().describe('Marks that end the cycle and begin the next'),
  }
}

/** The schema around schemas of conditions and of the end of a cadence. */
function schemaWith<C extends z.ZodType>(condition: C) {
  const cadenceSchema = z
    .strictObject({
      period: durationSchema.describe('How often'),
      from: openEnum(['fulfillment', 'grid']).describe(
        'Whether a period begins when the last was fulfilled, or periods follow each other from the start',
      ),
      until: condition.optional().describe('The condition of marks that end it'),
      untilDate: instantTextSchema.optional().describe('The instant that ends it'),
    })
    .describe('A cadence')

  return z.strictObject({
    ...documentHeader,
    format: formatSchema(OBLIGATION_FORMAT),
    kind: z
      .string()
      .min(1)
      .describe('What kind of promise: `sla.firstResponse`, `inform.customer`'),
    debtor: partySchema.describe('Who owes it'),
    creditor: partySchema.describe('Whom it is owed to'),
    per: openEnum(['request', 'about'])
      .optional()
      .describe('One clock for the request (when left out), or one for each `about`'),
    ...effectFields(condition),
    pauseReasons: z
      .array(z.string().min(1))
      .optional()
      .describe(
        'The wait reasons that pause it; where `pause` takes waits and this is left out, every one',
      ),
    privateNotesFulfill: z
      .boolean()
      .optional()
      .describe('Whether an internal message can fulfill it; it cannot when left out'),
    within: durationSchema.optional().describe('How long the debtor has'),
    every: cadenceSchema.optional(),
    clock: clockSchema,
    warnAt: z
      .array(z.union([z.number(), z.string()]))
      .optional()
      .describe('Shares of the target (`0.75`) or times before its end (`PT30M`), on its clock'),
    consequences: z.array(consequenceSchema).optional().describe('What follows from being late'),
  })
}

/** The schema of terms, for types, JSON Schema and documentation. */
export const termsSchema = schemaWith(conditionSchema)

/** The schema terms are read with: conditions are parsed apart, with findings that say more than a union can. */
export const termsReadingSchema = schemaWith(z.unknown() as z.ZodType<Condition, Condition>)

/** The terms on which somebody owes somebody something by a time. Plain data. */
export type Terms = Readonly<z.input<typeof termsSchema>>

/** Terms whose shape is right, which may be changed and given back; conditions are parsed apart. */
export type ReadTerms = z.output<typeof termsReadingSchema>

/** The JSON Schema (draft 2020-12) of terms, for editors. */
export function obligationJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(termsSchema, { io: 'input' })
}
