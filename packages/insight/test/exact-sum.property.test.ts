import fc from 'fast-check'
import { expect, it } from 'vitest'
import { exactSum } from '../src/exact-sum.ts'

const whole = fc.oneof(
  fc.nat(),
  fc.maxSafeNat(),
  fc.integer({ min: 2 ** 52 - 2, max: 2 ** 52 + 2 }),
)

it('adds up whole numbers exactly, however great they are and in whatever parts', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(whole, fc.boolean()), { maxLength: 40 }), (numbers) => {
      const sum = exactSum()
      for (const [by, isBig] of numbers) {
        if (isBig) sum.addBig(BigInt(by))
        else sum.add(by)
      }
      expect(sum.total()).toBe(numbers.reduce((all, [by]) => all + BigInt(by), 0n))
    }),
  )
})
