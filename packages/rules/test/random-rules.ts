/** Rule sets and requests by chance: small, with everything in them that executors could disagree on. */
import type { Condition, Facts, RuleSetDocument, RuleSetOptions } from '@holdfast/rules'

/** A generator of numbers from 0 to 1. */
export type Dice = () => number

/** The same seed gives the same numbers. Source: mulberry32, public domain. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** What a rule set by chance is made of. */
export interface Tastes {
  readonly dice: Dice
  /** Whether operators that json-rules-engine lacks are among them. */
  readonly ownOperators: boolean
  /** Whether comparisons may fail, as `in` does where the other fact is no list. */
  readonly mayThrow: boolean
}

export const FACT_NAMES = ['a', 'b', 'c', 'list', 'record', 'toString'] as const

/** Instants before, in and after the times of the rules. */
export const MOMENTS = ['2025-12-01T00:00:00Z', '2026-03-01T12:00:00Z', '2026-08-01T00:00:00Z']

const SCALARS = [
  null,
  true,
  false,
  0,
  1,
  5,
  10,
  -1,
  2.5,
  '',
  '5',
  '10',
  '5abc',
  'abc',
  'Abcdef',
  'P1',
  'P2',
  '2026-02-27T10:00:00Z',
  '2026-03-04T10:00:00+05:00',
  'PT4H',
  'PT90M',
  1_772_366_400_000,
]
const COMPOUNDS = [
  [],
  [1],
  [5],
  ['abc', 'P1'],
  [1, 'P1', null],
  [[1], ['abc']],
  { n: 1 },
  { fact: 'a' },
]
const PATHS = [
  '$',
  '$.n',
  'n',
  '.n',
  '$.d.e',
  "$['d'].e",
  '$.list[0]',
  '$.list[*]',
  '$.list[*].n',
  '$.*',
]
const LIST_PATHS = ['$', '$[0]', '$[*]', '$[1].n', '$[*].n', '$.length', '[0]']
const STOCK = ['equal', 'notEqual', 'in', 'notIn', 'contains', 'doesNotContain', 'lessThan']
const ORDERS = ['lessThanInclusive', 'greaterThan', 'greaterThanInclusive']
const DECORATORS = ['someFact', 'everyFact', 'someValue', 'everyValue', 'swap', 'not']
const OWN: readonly (readonly [string, unknown])[] = [
  ['textContains', 'ABC'],
  ['textContainsAny', ['p', 'zz']],
  ['textStartsWith', 'p'],
  ['textEndsWith', 'C'],
  ['textLike', 'a*c*'],
  ['dateBefore', '2026-03-01T00:00:00Z'],
  ['dateOnOrAfter', '2026-02-27T11:00:00+01:00'],
  ['dateOlderThan', 'PT48H'],
  ['dateWithinLast', 'PT240H'],
  ['dateWithinNext', 'PT240H'],
  ['durationLessThan', 'PT2H'],
  ['durationGreaterThanInclusive', 'PT90M'],
]
const PRIORITIES = [0, 1, 1, 2, 3, 10, 1.7]
const POLICIES = ['unique', 'any', 'first', 'priority', 'collect', 'collect']
const ACTIONS = ['assign', 'notify', 'tag']

export function pick<T>(dice: Dice, from: readonly T[]): T {
  return from[Math.floor(dice() * from.length)] as T
}

function times<T>(dice: Dice, least: number, most: number, make: () => T): T[] {
  return Array.from({ length: least + Math.floor(dice() * (most - least + 1)) }, make)
}

/** A value of any type that JSON has. */
export function anyValueOf(dice: Dice): unknown {
  return dice() < 0.75 ? pick(dice, SCALARS) : pick(dice, COMPOUNDS)
}

/** A request, some of whose facts are missing. */
export function factsOf(dice: Dice): Facts {
  const record = () => ({
    ...(dice() < 0.7 && { n: anyValueOf(dice) }),
    ...(dice() < 0.5 && { d: dice() < 0.7 ? { e: anyValueOf(dice) } : anyValueOf(dice) }),
    ...(dice() < 0.5 && { list: times(dice, 0, 3, () => ({ n: anyValueOf(dice) })) }),
  })
  const made: Record<string, () => unknown> = {
    list: () => times(dice, 0, 3, () => (dice() < 0.6 ? pick(dice, SCALARS) : record())),
    record,
  }
  const given = FACT_NAMES.filter((name) => dice() < (name === 'toString' ? 0.3 : 0.8))
  return Object.fromEntries(
    given.map((name) => [name, dice() < 0.85 && made[name] ? made[name]() : anyValueOf(dice)]),
  )
}

export function conditionOf(tastes: Tastes, names: readonly string[], depth = 4): Condition {
  const { dice } = tastes
  const priority = dice() < 0.15 ? { priority: pick(dice, PRIORITIES) } : {}
  const chance = dice()
  const inner = () =>
    depth > 1 && dice() < 0.45 ? conditionOf(tastes, names, depth - 1) : comparisonOf(tastes)
  if (chance < 0.12 && names.length > 0) return { condition: pick(dice, names), ...priority }
  if (chance < 0.25) return { not: inner(), ...priority }
  if (chance < 0.6) return { any: times(dice, 1, 3, inner), ...priority }
  return { all: times(dice, dice() < 0.05 ? 0 : 1, 3, inner), ...priority }
}

function readOf(dice: Dice) {
  const fact = dice() < 0.93 ? pick(dice, FACT_NAMES) : 'nowhere'
  const often = fact === 'record' || fact === 'list'
  const paths = fact === 'list' ? LIST_PATHS : PATHS
  return { fact, ...(dice() < (often ? 0.7 : 0.07) && { path: pick(dice, paths) }) }
}

function comparisonOf(tastes: Tastes): Condition {
  const { dice, ownOperators, mayThrow } = tastes
  const read = readOf(dice)
  const priority = dice() < 0.1 ? { priority: pick(dice, PRIORITIES) } : {}
  if (ownOperators && dice() < 0.3) {
    const [name, value] = pick(dice, OWN)
    const operator = dice() < 0.2 ? `${pick(dice, ['not', 'someFact', 'everyFact'])}:${name}` : name
    return { ...read, operator, value, ...priority }
  }
  const base = pick(dice, dice() < 0.6 ? STOCK : ORDERS)
  const decorators = dice() < 0.2 ? times(dice, 1, 2, () => pick(dice, DECORATORS)) : []
  const asksForList =
    base === 'in' || base === 'notIn' || decorators.some((one) => one.endsWith('Value'))
  const canRefer = mayThrow || !asksForList
  const usable = mayThrow || !asksForList || !decorators.includes('swap') ? decorators : []
  const operator = [...usable, base].join(':')
  const value = canRefer && dice() < 0.12 ? readOf(dice) : writtenValue(dice, usable, base)
  return { ...read, operator, value, ...priority }
}

/** A value that may be written there: lists where lists are asked for, within each other where they are spread. */
function writtenValue(dice: Dice, decorators: readonly string[], base: string): unknown {
  const [first, ...rest] = decorators
  const isList = first?.endsWith('Value') || (first === undefined && /^(in|notIn)$/.test(base))
  if (first === 'swap') return valueWithoutReference(dice)
  if (first !== undefined && !isList) return writtenValue(dice, rest, base)
  if (!isList) return valueWithoutReference(dice)
  return times(dice, 0, dice() < 0.1 ? 9 : 3, () =>
    first === undefined ? anyValueOf(dice) : writtenValue(dice, rest, base),
  )
}

function valueWithoutReference(dice: Dice): unknown {
  const value = anyValueOf(dice)
  return typeof value === 'object' && value !== null && 'fact' in value ? { k: 1 } : value
}

/** A rule set that loads, with the options it loads with. */
export function ruleSetOf(tastes: Tastes): { document: RuleSetDocument; options: RuleSetOptions } {
  const { dice } = tastes
  const known = dice() < 0.5 ? ['one', 'two'] : []
  const allowUndefinedConditions = dice() < 0.1
  const names = allowUndefinedConditions ? [...known, 'nobody'] : known
  const conditions = {
    one: conditionOf(tastes, allowUndefinedConditions ? ['nobody'] : [], 2),
    two: conditionOf(tastes, ['one'], 2),
  }
  const rules = times(dice, 1, dice() < 0.5 ? 2 : 6, () => ({
    conditions: conditionOf(tastes, names),
    event: { type: pick(dice, ACTIONS), ...(dice() < 0.7 && { params: paramsOf(dice) }) },
    ...(dice() < 0.4 && { priority: pick(dice, [0, 1, 2, 2, 9.9]) }),
    ...(dice() < 0.15 && { effective: effectiveOf(dice) }),
  })).map((rule, index) => ({ id: `r${index}`, ...rule }))
  const document = {
    id: 'by-chance',
    version: 1,
    actions: Object.fromEntries(ACTIONS.map((name) => [name, { hitPolicy: pick(dice, POLICIES) }])),
    ...(known.length > 0 && { conditions }),
    rules,
    ...(dice() < 0.05 && { effective: { from: '2026-01-01' } }),
  } as RuleSetDocument
  return {
    document,
    options: { allowUndefinedConditions, replaceFactsInEventParams: dice() < 0.2 },
  }
}

function paramsOf(dice: Dice) {
  const team = dice() < 0.8 ? pick(dice, ['x', 'y']) : readOf(dice)
  return { team, ...(dice() < 0.2 && { level: { deep: [1, 2] } }) }
}

function effectiveOf(dice: Dice) {
  return pick(dice, [
    { from: '2026-01-01' },
    { to: '2026-07-01' },
    { from: '2026-03-01', to: '2026-04-01' },
  ])
}
