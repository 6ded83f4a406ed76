import type { Dice } from './dice.ts'

/** What a throwing getter throws: whoever reads it may see it, and nobody may turn it into something else. */
export function getterError(): Error {
  return Object.assign(new Error('this getter throws'), { isOfGetter: true })
}

export function isOfGetter(error: unknown): boolean {
  return (error as { isOfGetter?: boolean }).isOfGetter === true
}

/** Values that no schema expects. */
const ODD: readonly ((dice: Dice) => unknown)[] = [
  () => undefined,
  () => null,
  () => Number.NaN,
  () => -0,
  () => Number.NEGATIVE_INFINITY,
  () => 1e308,
  () => 2 ** 53,
  () => 10n,
  () => Symbol('odd'),
  () => () => 1,
  () => new Date(0),
  () => new Map([['a', 1]]),
  () => new Set([1]),
  () => /a+/,
  () =>
    new (class Odd {
      readonly a = 1
    })(),
  () => Object.create(null),
  () => Object.assign(Object.create({ inherited: 1 }), { own: 1 }),
  () => Object.assign([], { length: 3 }),
  () => Object.assign([1], { fact: 'a' }),
  () => new Proxy({ a: 1 }, {}),
  () => new Proxy([1, 'a'], {}),
  () => new Uint8Array(2),
  () => new String('boxed'),
  () => new Number(5),
  () => ({ toString: () => 'a', valueOf: () => 5 }),
  () => ({
    toString() {
      throw getterError()
    },
  }),
  () => ({ length: 1e9 }),
  () => ({ toMillis: () => Number.NaN }),
  () => ({ epochMilliseconds: 'soon' }),
  () => JSON.parse('{"__proto__": {"polluted": true}}') as unknown,
  () => JSON.parse('{"constructor": {"prototype": {"polluted": true}}}') as unknown,
  () => '__proto__',
  () => 'constructor',
  () => 'x'.repeat(10_000),
  () => '\u0000\ud800',
  (dice) => nested(dice.below(150)),
  () => cycle(),
  () => Object.freeze({ a: Object.freeze([1]) }),
]

/** A value of any kind, now and then a very odd one. */
export function oddValue(dice: Dice): unknown {
  return dice.pick(ODD)(dice)
}

export function throwingGetter(): unknown {
  return Object.defineProperty({}, 'a', {
    enumerable: true,
    get() {
      throw getterError()
    },
  })
}

export function nested(depth: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { all: value }
  return value
}

export function cycle(): unknown {
  const self: Record<string, unknown> = { a: 1 }
  self['all'] = [self]
  return self
}
