import { type FindingParts, quote } from '@holdfast/kernel'
import { HOSTILE_NAMES, type Place } from './complaints.ts'
import type { SoundRuleSet } from './document.ts'

/** Rules and tables share one space of names; rows are told apart within their table. */
export function repeatedIds({ rules = [], tables = [] }: SoundRuleSet): FindingParts[] {
  const ids: [string | undefined, Place][] = [
    ...rules.map((rule, index): [string | undefined, Place] => [rule?.id, ['rules', index, 'id']]),
    ...tables.flatMap((table, index): [string | undefined, Place][] => [
      [table?.id, ['tables', index, 'id']],
      ...(table?.rows ?? []).map((row, nth): [string | undefined, Place] => [
        `${table?.id}/${row?.id ?? nth + 1}`,
        ['tables', index, 'rows', nth, 'id'],
      ]),
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

/** Keys that lead to prototypes, in the places where any key may be written. */
export function hostileKeys({
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
  return open.flatMap(([value, path]) => hostileKeysIn(value, path))
}

function hostileKeysIn(value: unknown, path: Place): FindingParts[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]): FindingParts[] => {
    const inner = hostileKeysIn(part, [...path, key])
    if (!HOSTILE_NAMES.has(key)) return inner
    const message = `${quote(key)} cannot be a key`
    return [
      { code: 'key-hostile', message, path: [...path, key], part: 'key', found: key },
      ...inner,
    ]
  })
}
