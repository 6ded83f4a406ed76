import type { Dice } from './dice.ts'
import { cycle, nested, oddValue, throwingGetter } from './odd-values.ts'

type Raw = Record<string, unknown>

const FACTS = ['a', 'b', 'list', 'record', 'toString', '__proto__']
const OPERATORS = [
  'equal',
  'notEqual',
  'in',
  'notIn',
  'contains',
  'doesNotContain',
  'lessThan',
  'greaterThan',
  'textContains',
  'textContainsAny',
  'textLike',
  'dateBefore',
  'dateWithinLast',
  'durationLessThan',
  'someFact:equal',
  'everyFact:lessThan',
  'not:in',
  'swap:in',
  'someValue:equal',
  'everyValue:in',
  'not:swap:contains',
  'someFact:textContains',
]
const PATHS = ['$', '$.n', 'n', '.n', '$[*].n', '$.d.e', "$['x.y']", '$[0]', '$.*', '$.length']
const VALUES = [null, true, false, 0, 1, 5, -1, 2.5, '', '5', 'abc', 'P1', 'PT4H', 'a*c']
const STAMPS = ['2026-01-01T00:00:00Z', '2026-06-30T23:59:59.999+02:00', '2026-02-30', '2026-03-01']
const POLICIES = ['unique', 'any', 'first', 'priority', 'collect']
const ACTIONS = ['assign', 'notify']
const NAMES = ['vip', 'urgent']
const KEYS = [
  'all',
  'any',
  'not',
  'condition',
  'fact',
  'operator',
  'value',
  'path',
  'priority',
  'id',
  'event',
  'type',
  'params',
  'conditions',
  'rules',
  'tables',
  'columns',
  'rows',
  'when',
  'hitPolicy',
  'effective',
  'from',
  'to',
  '__proto__',
  'constructor',
  'prototype',
  '',
  '0',
]

/** What kind of document a case is about. */
export type DocumentKind = 'sound' | 'changed' | 'hostile' | 'huge'

/** A document by chance. Most load, or would but for a change or two. */
export function documentOf(dice: Dice): { kind: DocumentKind; document: unknown } {
  const chance = dice.roll()
  if (chance < 0.45) return { kind: 'sound', document: sound(dice) }
  if (chance < 0.85) return { kind: 'changed', document: changed(dice, sound(dice)) }
  if (chance < 0.9999) return { kind: 'hostile', document: hostile(dice) }
  return { kind: 'huge', document: huge(dice) }
}

function sound(dice: Dice): Raw {
  const rule = (_: unknown, index: number) => ({
    id: `r${index}`,
    conditions: condition(dice, 3),
    event: { type: dice.pick(ACTIONS), ...(dice.chance(0.6) && { params: params(dice) }) },
    ...(dice.chance(0.3) && { priority: dice.below(4) }),
    ...(dice.chance(0.1) && { effective: { from: dice.pick(STAMPS.slice(0, 2)) } }),
  })
  return {
    id: 'fuzz',
    version: dice.chance(0.5) ? 1 : '2026-01',
    actions: Object.fromEntries(ACTIONS.map((name) => [name, { hitPolicy: dice.pick(POLICIES) }])),
    conditions: { vip: condition(dice, 1, []), urgent: condition(dice, 1, ['vip']) },
    rules: Array.from({ length: dice.below(4) }, rule),
    ...(dice.chance(0.2) && { tables: [table(dice)] }),
    ...(dice.chance(0.05) && { effective: { to: '2026-12-31' }, timeZone: 'Europe/Berlin' }),
  }
}

function condition(dice: Dice, depth: number, names = NAMES): Raw {
  const chance = dice.roll()
  const inner = () =>
    depth > 0 && dice.chance(0.5) ? condition(dice, depth - 1, names) : leaf(dice)
  const priority = dice.chance(0.1) ? { priority: dice.below(5) } : {}
  if (chance < 0.1 && names.length > 0) return { condition: dice.pick(names), ...priority }
  if (chance < 0.2) return { not: inner(), ...priority }
  if (chance < 0.5) return { any: [inner(), ...dice.upTo(2, inner)], ...priority }
  return { all: dice.upTo(3, inner), ...priority }
}

function leaf(dice: Dice): Raw {
  const operator = dice.pick(OPERATORS)
  return { ...read(dice), operator, value: dice.chance(0.1) ? read(dice) : fitting(dice, operator) }
}

function read(dice: Dice): Raw {
  return { fact: dice.pick(FACTS), ...(dice.chance(0.3) && { path: dice.pick(PATHS) }) }
}

/** A value that most often may stand beside the operator. */
function fitting(dice: Dice, operator: string): unknown {
  if (dice.chance(0.03)) return dice.pick(VALUES)
  if (operator === 'everyValue:in') return [dice.upTo(3, () => dice.pick(VALUES))]
  if (/(^|:)(in|notIn)$|Value:/.test(operator)) return dice.upTo(9, () => dice.pick(VALUES))
  if (operator === 'textContainsAny') return ['p', 'abc']
  if (operator.includes('text')) return 'a*c'
  if (operator === 'dateBefore') return STAMPS[0]
  if (operator === 'dateWithinLast' || operator.startsWith('duration')) return 'PT4H'
  return dice.pick(VALUES)
}

function params(dice: Dice): Raw {
  return { team: dice.chance(0.2) ? read(dice) : dice.pick(['x', 'y']) }
}

function table(dice: Dice): Raw {
  const cell = () =>
    dice.pick<() => unknown>([
      () => '-',
      () => dice.pick(VALUES),
      () => [1, 'P1'],
      () => ({ lessThan: 5 }),
      () => ({ [dice.pick(OPERATORS)]: dice.pick(VALUES) }),
    ])()
  const columns = [read(dice), read(dice)]
  const rows = dice.upTo(3, () => ({ when: columns.map(cell), params: params(dice) }))
  return { id: 'table', action: dice.pick(ACTIONS), columns, rows }
}

/** The document with one to three of its values changed, left out or added. */
function changed(dice: Dice, document: Raw): Raw {
  for (let times = 1 + dice.below(3); times > 0; times--) {
    const holders = holdersIn(document)
    const holder = dice.pick(holders) as Raw
    const key = dice.chance(0.8) ? dice.pick(Object.keys(holder)) : dice.pick(KEYS)
    if (key === undefined || isFixed(holder, key)) continue
    if (dice.chance(0.15)) delete holder[key]
    else define(holder, key, strange(dice, holders))
  }
  return document
}

function strange(dice: Dice, holders: readonly object[]): unknown {
  const chance = dice.roll()
  if (chance < 0.35) return oddValue(dice)
  if (chance < 0.6)
    return dice.pick<unknown>([...VALUES, ...KEYS, ...OPERATORS, ...STAMPS, ...NAMES])
  if (chance < 0.7) return text(dice)
  if (chance < 0.8) return condition(dice, 1)
  if (chance < 0.95) return structured(dice.pick(holders))
  return dice.pick<() => unknown>([throwingGetter, cycle, () => nested(60 + dice.below(80))])()
}

/** A copy of a part of the document, put where it does not belong. */
function structured(part: object): unknown {
  try {
    return JSON.parse(JSON.stringify(part))
  } catch {
    return {}
  }
}

function text(dice: Dice): string {
  const signs = '$.[]*()?@ab01:\'"-_~^'
  return dice.upTo(8, () => signs[dice.below(signs.length)]).join('')
}

function hostile(dice: Dice): unknown {
  const chance = dice.roll()
  if (chance < 0.3) return oddValue(dice)
  if (chance < 0.35) return throwingGetter()
  const whole = sound(dice)
  const key = dice.pick(Object.keys(whole))
  define(whole, key, junk(dice, 4))
  return whole
}

function junk(dice: Dice, depth: number): unknown {
  if (depth === 0 || dice.chance(0.4)) return strange(dice, [{}])
  if (dice.chance(0.4)) return dice.upTo(3, () => junk(dice, depth - 1))
  const made: Raw = {}
  for (let count = dice.below(4); count > 0; count--)
    define(made, dice.pick(KEYS), junk(dice, depth - 1))
  return made
}

/** Many rules, or one with many comparisons. */
function huge(dice: Dice): Raw {
  const many = sound(dice)
  if (dice.chance(0.5)) {
    const names = ['a', 'b']
    many['rules'] = Array.from({ length: 2000 }, (_, index) => ({
      id: `r${index}`,
      event: { type: dice.pick(ACTIONS) },
      conditions: { any: [{ fact: dice.pick(names), operator: 'lessThan', value: index % 50 }] },
    }))
    delete many['tables']
    delete many['conditions']
  } else {
    const all = Array.from({ length: 12_000 }, () => leaf(dice))
    many['rules'] = [{ id: 'r', event: { type: 'assign' }, conditions: { all } }]
  }
  return many
}

/** Sets an own key, also one that is called `__proto__`. */
function define(holder: object, key: string, value: unknown): void {
  Object.defineProperty(holder, key, {
    value,
    enumerable: true,
    writable: true,
    configurable: true,
  })
}

function isFixed(holder: object, key: string): boolean {
  return Object.getOwnPropertyDescriptor(holder, key)?.configurable === false
}

function holdersIn(value: unknown, found: object[] = []): object[] {
  if (typeof value !== 'object' || value === null || found.length > 200) return found
  if (ArrayBuffer.isView(value)) return found
  if (Object.isFrozen(value) || found.includes(value)) return found
  found.push(value)
  for (const key of Object.keys(value)) {
    const { value: part } = Object.getOwnPropertyDescriptor(value, key) as PropertyDescriptor
    holdersIn(part, found)
  }
  return found
}
