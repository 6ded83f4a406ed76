import type { Dice } from './dice.ts'
import { getterError, oddValue } from './odd-values.ts'

const VALUES = [null, true, 0, 1, 5, -1, '', '5', 'abc', 'P1', 'PT90M', '2026-03-01T08:00:00Z']

/** A request by chance, most of it plain. */
export function factsOf(dice: Dice): Record<string, unknown> {
  const facts: Record<string, unknown> = dice.chance(0.1) ? Object.create(null) : {}
  for (const name of ['a', 'b', 'list', 'record', 'toString', '__proto__', '']) {
    if (dice.chance(name === '' ? 0.01 : name.startsWith('__') ? 0.1 : 0.75)) {
      const value = valueFor(dice, name)
      Object.defineProperty(facts, name, {
        value,
        enumerable: true,
        writable: true,
        configurable: true,
      })
    }
  }
  if (dice.chance(0.005)) {
    Object.defineProperty(facts, 'a', {
      enumerable: true,
      get() {
        throw getterError()
      },
    })
  }
  return dice.chance(0.3) ? Object.freeze(facts) : facts
}

function valueFor(dice: Dice, name: string): unknown {
  if (dice.chance(0.15)) return oddValue(dice)
  if (name === 'list' && dice.chance(0.8)) {
    return dice.upTo(3, () => (dice.chance(0.1) ? oddValue(dice) : dice.pick(VALUES)))
  }
  if (name === 'record' && dice.chance(0.8)) {
    return { n: dice.pick(VALUES), d: { e: dice.pick(VALUES) }, 'x.y': 1 }
  }
  return dice.pick(VALUES)
}
