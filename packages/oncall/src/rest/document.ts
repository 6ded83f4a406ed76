import {
  documentHeader,
  formatSchema,
  openEnum,
  parseDuration,
  parseLocalTime,
} from '@holdfast/kernel'
import * as z from 'zod'

export const REST_RULES_FORMAT = 'holdfast/rest-rules@1'

const lengthSchema = z.string().refine((text) => fixedLength(text) > 0, {
  params: { code: 'length-invalid', expected: 'hours and minutes that pass, such as PT11H' },
})

/** Hours, from the beginning of a duty, or a week of the person's own clock. */
const restWindowSchema = z.string().refine((text) => text === 'P1W' || fixedLength(text) > 0, {
  params: { code: 'length-invalid', expected: 'hours such as PT24H, or P1W' },
})

const periodSchema = z.string().refine(isPeriod, {
  params: { code: 'length-invalid', expected: 'days, weeks or months such as P4M' },
})

const timeSchema = z.string().refine((text) => parseLocalTime(text) !== undefined, {
  params: { code: 'time-invalid', expected: 'a time of day such as 22:00' },
})

/** Milliseconds of hours, minutes and seconds; NaN for what has no fixed length. */
function fixedLength(text: string): number {
  const parts = parseDuration(text)
  return parts === undefined || parts.days !== 0 || parts.months !== 0 ? Number.NaN : parts.millis
}

function isPeriod(text: string): boolean {
  const parts = parseDuration(text)
  if (parts === undefined || parts.millis !== 0) return false
  return parts.months >= 0 && parts.days >= 0 && parts.months + parts.days > 0
}

const common = {
  id: z.string().min(1).describe('What violations call it'),
  title: z.string().optional().describe('For people'),
  source: z.string().optional().describe('Where it comes from, such as an article of a law'),
  counts: openEnum(['duty', 'work'])
    .optional()
    .describe(
      'Whether waiting for a page counts (`duty`), or only time worked (`work`, when left out)',
    ),
}

const KINDS = 'What the rule is about, which says what other fields it has'

const restSchema = z.strictObject({
  ...common,
  kind: z.literal('rest').describe(KINDS),
  least: lengthSchema.describe('Free time without a break, at least'),
  within: restWindowSchema.describe(
    'In so much time from the beginning of each duty (`PT24H`), or in each week of the person’s own clock (`P1W`)',
  ),
})

const averageSchema = z.strictObject({
  ...common,
  kind: z.literal('average').describe(KINDS),
  most: lengthSchema.describe('At most so much time'),
  per: lengthSchema.describe('In each so much, on average: `PT168H` for a week'),
  over: periodSchema.optional().describe('Over any such period; the one asked about when left out'),
  except: lengthSchema
    .optional()
    .describe('So much rest of every seven days is left out of the average'),
  night: z
    .strictObject({
      from: timeSchema,
      to: timeSchema.describe('At or before `from`: on the next day'),
      least: lengthSchema.describe('A duty with so much time in the night is a night duty'),
    })
    .optional()
    .describe('Only for those with a night duty in the period'),
})

const shareSchema = z.strictObject({
  ...common,
  kind: z.literal('share').describe(KINDS),
  percent: z.int().min(1).max(100).describe('At most such a part of all time'),
  over: averageSchema.shape.over,
})

const incidentsSchema = z.strictObject({
  ...common,
  kind: z.literal('incidents').describe(KINDS),
  count: z.int().min(0).describe('At most so many incidents'),
  per: lengthSchema.describe('In each so much of a duty, from its beginning: `PT12H` for a shift'),
})

export const restRulesSchema = z.strictObject({
  ...documentHeader,
  format: formatSchema(REST_RULES_FORMAT),
  rules: z
    .array(z.discriminatedUnion('kind', [restSchema, averageSchema, shareSchema, incidentsSchema]))
    .describe('What duty must keep'),
})

/** What rest people have, and how much they are on duty at most. Plain data. */
export type RestRulesDocument = Readonly<z.input<typeof restRulesSchema>>

/** Rules whose shape is right. */
export type RestRules = Readonly<z.output<typeof restRulesSchema>>

export type RestRule = RestRules['rules'][number]
export type RuleOf<K extends RestRule['kind']> = Extract<RestRule, { kind: K }>

/** The JSON Schema (draft 2020-12) of rest rules, for editors. */
export function restRulesJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(restRulesSchema, { io: 'input' })
}
