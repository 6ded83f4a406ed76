import {
  documentHeader,
  formatSchema,
  moneySchema,
  openEnum,
  parseLocalTime,
  partyRefSchema,
  WEEKDAYS,
} from '@holdfast/kernel'
import * as z from 'zod'
import { TIME_KINDS } from '../fairness/time-kinds.ts'

export const PAY_RATES_FORMAT = 'holdfast/pay-rates@1'

const timeSchema = z.string().refine((text) => parseLocalTime(text) !== undefined, {
  params: { code: 'time-invalid', expected: 'a time of day such as 22:00' },
})

const rateSchema = z.strictObject({
  id: z.string().min(1).describe('What lines call it'),
  title: z.string().optional().describe('For people'),
  amount: z.int().nonnegative().describe('Whole minor units (cents, rappen)'),
  per: openEnum(['hour', 'shift']).describe('For each hour, or for each shift that begins'),
  kinds: z
    .array(openEnum(TIME_KINDS))
    .min(1)
    .optional()
    .describe('Only in such time; for a shift: if any of it is. Any when left out'),
  roles: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe('Only on such duty; any when left out'),
  people: z
    .array(partyRefSchema)
    .min(1)
    .optional()
    .describe('Only these people, teams or roles of the directory; everybody when left out'),
})

export const payRatesSchema = z.strictObject({
  ...documentHeader,
  format: formatSchema(PAY_RATES_FORMAT),
  currency: moneySchema.shape.currency,
  night: z
    .strictObject({
      from: timeSchema,
      to: timeSchema.describe('At or before `from`: on the next day'),
    })
    .optional()
    .describe('22:00 to 06:00 when left out'),
  weekend: z.array(openEnum(WEEKDAYS)).optional().describe('Saturday and Sunday when left out'),
  rates: z.array(rateSchema).describe('Of those that hold, the highest counts'),
})

/** What duty pays. Plain data. */
export type PayRatesDocument = Readonly<z.input<typeof payRatesSchema>>

/** Rates whose shape is right. */
export type PayRates = Readonly<z.output<typeof payRatesSchema>>

export type PayRate = PayRates['rates'][number]

/** The JSON Schema (draft 2020-12) of pay rates, for editors. */
export function payRatesJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(payRatesSchema, { io: 'input' })
}
