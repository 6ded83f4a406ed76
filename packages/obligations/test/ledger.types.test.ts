import { expect, expectTypeOf, it } from 'vitest'
import {
  createLedger,
  type Fulfillment,
  type FulfillmentGrouping,
  type FulfillmentQuestion,
} from '../src/index.ts'

const ledger = createLedger([])

it('has no question that ranks people', () => {
  // @ts-expect-error people are no grouping
  expect(ledger.fulfillment({ by: 'person' }).ok).toBe(false)
  // @ts-expect-error nor one of several
  expect(ledger.fulfillment({ by: ['kind', 'person'] }).ok).toBe(false)
  // @ts-expect-error nor is one person a debtor to count
  expect(ledger.fulfillment({ debtor: 'person:ada' }).ok).toBe(false)
  expectTypeOf<'person'>().not.toExtend<FulfillmentGrouping>()
  expectTypeOf<`person:${string}`>().not.toExtend<Fulfillment['debtor']>()
  expectTypeOf<{ debtor: `person:${string}` }>().not.toExtend<FulfillmentQuestion>()
})

it('says what one person still owes, which is no ranking', () => {
  expect(ledger.open({ debtor: 'person:ada' })).toEqual([])
})

it('takes a period where it is asked to group by one', () => {
  // @ts-expect-error it is not said which period
  expect(() => ledger.fulfillment({ by: 'period' })).toThrow(TypeError)
  const period = { each: 'month', timeZone: 'UTC' } as const
  expect(ledger.fulfillment({ by: ['debtor', 'period'], period }).ok).toBe(true)
})
