import { expect, test } from 'vitest'
import { moneySchema } from '../src/index.ts'

const accepts = (data: unknown) => moneySchema.safeParse(data).success

test('money is whole minor units of a currency', () => {
  expect(accepts({ amount: 12_050, currency: 'CHF' })).toBe(true)
  expect(accepts({ amount: -1, currency: 'JPY' })).toBe(true)
})

test.each([
  ['a fraction of a rappen', { amount: 0.5, currency: 'CHF' }],
  ['more than can be counted', { amount: 2 ** 53, currency: 'CHF' }],
  ['a text', { amount: '120.50', currency: 'CHF' }],
  ['no currency', { amount: 5 }],
  ['a currency in small letters', { amount: 5, currency: 'chf' }],
  ['a sign', { amount: 5, currency: '€' }],
  ['more than money', { amount: 5, currency: 'CHF', rate: 1 }],
])('money is never %s', (_, data) => {
  expect(accepts(data)).toBe(false)
})
