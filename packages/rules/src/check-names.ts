import { didYouMean, type FindingParts, quote } from '@holdfast/kernel'
import { HOSTILE_NAMES, type Place } from './complaints.ts'
import type { SoundRuleSet } from './document.ts'
import type { Vocabulary } from './vocabulary.ts'

type Part = NonNullable<SoundRuleSet['tables']>[number]

/** Rules and tables share one space of names; rows are told apart within their table. */
export function repeatedIds({ rules = [], tables = [] }: SoundRuleSet): FindingParts[] {
  const named = new Set<string>()
  /** Rows of a table without a name of its own share the fault of the table. */
  const rowIds = (table: Part, index: number): [string, Place][] => {
    const id = table?.id
    if (id === undefined || named.has(id)) return []
    named.add(id)
    return (table?.rows ?? []).map((row, nth) => [
      `${id}/${row?.id ?? nth + 1}`,
      ['tables', index, 'rows', nth, 'id'],
    ])
  }
  const ids: [string | undefined, Place][] = [
    ...rules.map((rule, index): [string | undefined, Place] => [rule?.id, ['rules', index, 'id']]),
    ...tables.flatMap((table, index): [string | undefined, Place][] => [
      [table?.id, ['tables', index, 'id']],
      ...rowIds(table, index),
    ]),
  ]
  const seen = new Set<string>()
  return ids.flatMap(([id, path]) => {
    if (id === undefined) return []
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    const message = `${quote(id)} is the id of another rule or table already`
    return [{ code: 'id-repeated', message, path, found: id }]
  })
}

/**
 * Facts of tests that the vocabulary does not have: most likely a slip, and then the test shows something else than it
 * says. A warning only, because a host may hand in more than rules read.
 */
export function strangeTestFacts(
  { rules = [], tests = [] }: SoundRuleSet,
  { facts: known, schema }: Vocabulary,
): FindingParts[] {
  if (schema._zod.def.catchall !== undefined) return []
  const written: [object | undefined, Place][] = [
    ...rules.flatMap((rule, index) =>
      (rule?.tests ?? []).map((test, nth): [object | undefined, Place] => [
        test?.facts,
        ['rules', index, 'tests', nth, 'facts'],
      ]),
    ),
    ...tests.map((test, index): [object | undefined, Place] => [
      test?.facts,
      ['tests', index, 'facts'],
    ]),
  ]
  return written.flatMap(([facts = {}, path]) =>
    Object.keys(facts)
      .filter((fact) => !known.has(fact))
      .map((fact): FindingParts => {
        const near = didYouMean(fact, known.keys())
        return {
          severity: 'warning',
          code: 'fact-unknown',
          message: `the vocabulary has no fact ${quote(fact)}, so the test is asked without it`,
          path: [...path, fact],
          part: 'key',
          found: fact,
          expected: [...known.keys()].join(', '),
          ...(near !== undefined && { didYouMean: near }),
        }
      }),
  )
}

/** What no event can carry, in the places where anything may be written: keys that lead to prototypes, and what is no JSON. */
export function unfitParts({
  actions = {},
  rules = [],
  tables = [],
}: SoundRuleSet): FindingParts[] {
  const open: [unknown, Place][] = [
    [actions, ['actions']],
    ...rules.map((rule, index): [unknown, Place] => [
      rule?.event?.params,
      ['rules', index, 'event', 'params'],
    ]),
    ...tables.flatMap((table, index) =>
      (table?.rows ?? []).map((row, nth): [unknown, Place] => [
        row?.params,
        ['tables', index, 'rows', nth, 'params'],
      ]),
    ),
  ]
  return open.flatMap(([value, path]) => unfitPartsOf(value, path))
}

function unfitPartsOf(value: unknown, path: Place): FindingParts[] {
  if (!isJson(value)) {
    const message = `${quote(value)} cannot be written as JSON`
    return [{ code: 'params-not-json', message, path, expected: 'plain data' }]
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]): FindingParts[] => {
    const inner = unfitPartsOf(part, [...path, key])
    if (!HOSTILE_NAMES.has(key)) return inner
    const message = `${quote(key)} cannot be a key`
    return [
      { code: 'key-hostile', message, path: [...path, key], part: 'key', found: key },
      ...inner,
    ]
  })
}

/** Whether a value itself, whatever it holds, is one that JSON knows; something left out counts as such. */
function isJson(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value)
  return !['bigint', 'function', 'symbol'].includes(typeof value)
}
