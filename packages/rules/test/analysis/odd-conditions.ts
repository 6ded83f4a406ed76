/** Conditions and rule sets by chance that fit a vocabulary of any kind. */
import { compileCondition } from '../../src/compile-condition.ts'
import type { Condition } from '../../src/condition-document.ts'
import type { RuleSetDocument } from '../../src/document.ts'
import { type Dice, pick } from '../random-rules.ts'
import { INSTANTS, type Kind, MIDDLE, type Trait, type World } from './odd-worlds.ts'

type Operators = readonly (readonly [operator: string, values: readonly unknown[]])[]

const NUMBERS = [0, 1, 2, 3, 5, 2.5, -1, 6, MIDDLE, Infinity]
const TEXTS = ['ab', 'AB', 'abc', 'cd', 'P1', '5', '', 'b', 'PT1H', '2027-07-01T00:00:00Z']
const DATES = ['2027-07-01T00:00:00Z', '2027-07-01T02:00:00+02:00', '2027-01-01T00:00:00Z']
const SPANS = ['PT24H', 'PT0S', 'P1D', 'PT8760H']
const DURATIONS = ['PT1H', 'PT60M', 'PT90M', 'PT0S', '-PT1H', 'P1D']
const ANY = [...NUMBERS, ...TEXTS, true, false, null]

const NUMBER_OPERATORS: Operators = [
  ['lessThan', NUMBERS],
  ['lessThanInclusive', NUMBERS],
  ['greaterThan', NUMBERS],
  ['greaterThanInclusive', NUMBERS],
]
const TEXT_OPERATORS: Operators = [
  ['textContains', TEXTS],
  ['textStartsWith', TEXTS],
  ['textEndsWith', TEXTS],
  ['textLike', ['a*b', '*b', 'a*', '*', '*?', 'ab', 'a*b*c']],
  ['textContainsAny', [['ab'], ['cd', 'b'], []]],
]
const DATE_OPERATORS: Operators = [
  ['dateBefore', DATES],
  ['dateOnOrBefore', DATES],
  ['dateAfter', DATES],
  ['dateOnOrAfter', DATES],
  ['dateOlderThan', SPANS],
  ['dateWithinLast', SPANS],
  ['dateWithinNext', SPANS],
]
const DURATION_OPERATORS: Operators = [
  ['durationLessThan', DURATIONS],
  ['durationLessThanInclusive', DURATIONS],
  ['durationGreaterThan', DURATIONS],
  ['durationGreaterThanInclusive', DURATIONS],
]
const OPERATORS: Readonly<Record<Trait, readonly Operators[]>> = {
  text: [TEXT_OPERATORS],
  number: [NUMBER_OPERATORS, NUMBER_OPERATORS, DATE_OPERATORS, DURATION_OPERATORS],
  instant: [DATE_OPERATORS],
  duration: [DURATION_OPERATORS],
  scalar: [],
  open: [TEXT_OPERATORS, NUMBER_OPERATORS, DATE_OPERATORS, DURATION_OPERATORS],
}
const NAMED: Readonly<Record<Trait, readonly unknown[]>> = {
  text: TEXTS,
  number: NUMBERS,
  instant: DATES,
  duration: DURATIONS,
  scalar: ANY,
  open: ANY,
}

/** A comparison of one kind, less the fact; a path leads into lists and objects. */
function comparisonOf(dice: Dice, kind: Kind, path = ''): Condition {
  const at = path === '' ? {} : { path: `$${path}` }
  const negated = dice() < 0.15 ? 'not:' : ''
  if (kind.fields !== undefined) {
    const [key, field] = pick(dice, Object.entries(kind.fields))
    return comparisonOf(dice, field, `${path}.${key}`)
  }
  if (kind.items !== undefined) {
    const { items } = kind
    const chance = dice()
    if (items.fields !== undefined || chance < 0.15) {
      return comparisonOf(dice, items, `${path}[${pick(dice, ['0', '0', '1'])}]`)
    }
    if (chance < 0.45) {
      const operator = `${negated}${pick(dice, ['contains', 'doesNotContain'])}`
      return { ...at, operator, value: namedBy(dice, items) } as Condition
    }
    if (chance < 0.5) {
      const operator = pick(dice, ['someValue:contains', 'everyValue:contains'])
      const value = [namedBy(dice, items), namedBy(dice, items)]
      return { ...at, operator, value } as unknown as Condition
    }
    const { operator, value } = scalarComparison(dice, items)
    const each = pick(dice, ['someFact', 'everyFact'])
    return { ...at, operator: `${negated}${each}:${operator}`, value } as unknown as Condition
  }
  const { operator, value } = scalarComparison(dice, kind)
  return { ...at, operator: `${negated}${operator}`, value } as unknown as Condition
}

function namedBy(dice: Dice, { schema, trait }: Kind): unknown {
  const known = [...((schema._zod.values as ReadonlySet<unknown> | undefined) ?? [])]
  return known.length > 0 && dice() < 0.7 ? pick(dice, known) : pick(dice, NAMED[trait])
}

function scalarComparison(dice: Dice, kind: Kind): { operator: string; value: unknown } {
  const own = OPERATORS[kind.trait]
  if (own.length > 0 && dice() < 0.65) {
    const [operator, values] = pick(dice, pick(dice, own))
    const inner = dice() < 0.1 ? 'not:' : ''
    return { operator: `${inner}${operator}`, value: pick(dice, values) }
  }
  if (dice() < 0.65)
    return { operator: pick(dice, ['equal', 'notEqual']), value: namedBy(dice, kind) }
  const value = Array.from({ length: Math.floor(dice() * 4) }, () => namedBy(dice, kind))
  return { operator: pick(dice, ['in', 'notIn']), value }
}

/** One comparison that loads; one that always does when none is found. */
function leafOf(dice: Dice, world: World): Condition {
  for (let tries = 0; tries < 8; tries++) {
    // Most are of one fact, because what says nothing of each other is no test.
    const all = Object.entries(world.kinds)
    const [fact, kind] = pick(dice, dice() < 0.6 ? all.slice(0, 1) : all)
    const reference = dice() < 0.02 ? { value: { fact: pick(dice, Object.keys(world.kinds)) } } : {}
    const leaf = { fact, ...comparisonOf(dice, kind), ...reference } as Condition
    if (loads(leaf, world)) return leaf
  }
  return { all: [] }
}

function loads(condition: Condition, { vocabulary }: World): boolean {
  try {
    compileCondition({ all: [condition] }, { vocabulary })
    return true
  } catch {
    return false
  }
}

export function conditionOf(dice: Dice, leaves: readonly Condition[], depth = 3): Condition {
  const inner = () => {
    const chance = dice()
    if (depth > 1 && chance < 0.3) return conditionOf(dice, leaves, depth - 1)
    return pick(dice, leaves)
  }
  const some = () => Array.from({ length: 1 + Math.floor(dice() * 3) }, inner)
  const chance = dice()
  if (chance < 0.15) return { not: inner() }
  return chance < 0.45 ? { any: some() } : { all: some() }
}

const POLICIES = ['unique', 'any', 'first', 'priority', 'collect'] as const
const EFFECTIVE = [
  { from: '2027-07-01' },
  { to: '2027-07-01' },
  { from: '2027-07-01', to: '2027-07-02' },
]

/** Few comparisons, so that rules say things of each other. */
export function documentOf(dice: Dice, world: World): RuleSetDocument {
  const count = 3 + Math.floor(dice() * 4)
  const leaves: Condition[] = Array.from({ length: count }, () => leafOf(dice, world))
  const isNamed = dice() < 0.3
  const conditions = { one: conditionOf(dice, leaves, 2) }
  if (isNamed) leaves.push({ condition: 'one' })
  return {
    id: 'odd',
    version: 1,
    actions: { assign: { hitPolicy: pick(dice, POLICIES), complete: true } },
    ...(isNamed && { conditions }),
    rules: Array.from({ length: 2 + Math.floor(dice() * 4) }, (_, index) => ({
      id: `r${index}`,
      conditions: conditionOf(dice, leaves),
      priority: dice() < 0.3 ? 2 : 1,
      ...(dice() < 0.12 && { effective: pick(dice, EFFECTIVE) }),
      event: { type: 'assign', params: { team: pick(dice, ['x', 'y']) } },
    })),
  }
}

/** A rule set that is like another: one rule is written another way, which may come to the same. */
export function editOf(dice: Dice, document: RuleSetDocument): RuleSetDocument {
  const edited = structuredClone(document) as { rules: { conditions: Condition }[] }
  const rule = pick(dice, edited.rules)
  const other = pick(dice, edited.rules)
  const edits = [
    () => edited.rules.splice(edited.rules.indexOf(rule), edited.rules.length > 1 ? 1 : 0),
    () => edited.rules.reverse(),
    () => Object.assign(rule, { conditions: { any: [rule.conditions, other.conditions] } }),
    () => Object.assign(rule, { conditions: { all: [rule.conditions, other.conditions] } }),
    () => Object.assign(rule, { conditions: withoutOnePart(dice, rule.conditions) }),
  ]
  pick(dice, edits)()
  return edited as unknown as RuleSetDocument
}

function withoutOnePart(dice: Dice, condition: Condition): Condition {
  const parts = (condition as { all?: Condition[] }).all
  if (parts === undefined) return { not: { not: condition } }
  return { all: parts.filter((one) => one !== pick(dice, parts)) }
}

/** What the comparisons of each fact name, and the instants that relative ones lead to. */
export function constantsOf(document: RuleSetDocument): Map<string, unknown[]> {
  const constants = new Map<string, unknown[]>()
  const visit = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return
    const { fact, value, operator } = node as { fact?: string; value?: unknown; operator?: string }
    if (fact === undefined || operator === undefined) {
      Object.values(node).forEach(visit)
      return
    }
    const span = SPANS.indexOf(value as string)
    const millis = [24, 0, 24, 8760][span]
    const isRelative = /Older|Within/.test(operator) && millis !== undefined
    const reached = INSTANTS.flatMap((at) =>
      isRelative ? [at - millis * 3_600_000, at + millis * 3_600_000] : [],
    )
    const instants = reached.flatMap((at) => [at, new Date(at).toISOString()])
    constants.set(fact, [...(constants.get(fact) ?? []), value, ...instants])
  }
  visit(document.conditions)
  visit(document.rules)
  return constants
}
