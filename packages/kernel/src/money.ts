import * as z from 'zod'

/** An amount in the currency's smallest unit (cents, rappen), never a float. */
export interface Money {
  /** Whole minor units; negative for what is owed. */
  readonly amount: number
  /** ISO 4217: `CHF`. */
  readonly currency: string
}

export const moneySchema = z.strictObject({
  amount: z.int().describe('Whole minor units (cents)'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'three capital letters such as EUR')
    .describe('ISO 4217 code'),
})
