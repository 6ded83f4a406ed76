import {
  didYouMean,
  type FindingParts,
  isTimeZone,
  type Params,
  parseInstant,
  parseLocalDate,
  quote,
  startOfDay,
  type Zone,
  zoneOf,
} from '@holdfast/kernel'
import { repeatedIds, strangeTestFacts, unfitParts } from './check-names.ts'
import { HOSTILE_NAMES, isRecord, type Place, type Raw } from './complaints.ts'
import { atItsCell, type Cell, expandTable, type Table } from './decision-table.ts'
import type { SoundRuleSet } from './document.ts'
import type { Action, Rule } from './model.ts'
import { type ConditionParser, conditionParser } from './parse-condition.ts'
import type { Vocabulary } from './vocabulary.ts'

type SoundRule = NonNullable<NonNullable<SoundRuleSet['rules']>[number]>
type Header = Pick<SoundRule, 'effective' | 'priority'>

export interface LoadOptions {
  readonly allowUndefinedConditions?: boolean | undefined
  readonly replaceFactsInEventParams?: boolean | undefined
}

/** Turns the sound parts of a document into rules, and finds what is wrong beyond their shape. */
export function loadRules(
  sound: SoundRuleSet,
  vocabulary: Vocabulary | undefined,
  { allowUndefinedConditions, replaceFactsInEventParams }: LoadOptions,
) {
  const findings: FindingParts[] = []
  const conditions = sound.conditions ?? {}
  const parser = conditionParser({ named: conditions, vocabulary, allowUndefinedConditions })
  const actions = actionsOf(sound)
  findings.push(...unfitParts(sound))
  if (vocabulary !== undefined) findings.push(...strangeTestFacts(sound, vocabulary))
  const named = Object.keys(conditions).map((name) => ({ name, node: parser.named(name) }))
  const context: Context = {
    parser,
    actions,
    findings,
    sound,
    zone: zoneOfDates(sound),
    takesFacts: replaceFactsInEventParams === true,
  }
  for (const [index, test] of (sound.tests ?? []).entries()) {
    for (const action of Object.keys(test?.decides ?? {})) {
      actionFindings(action, ['tests', index, 'decides', action], context)
    }
  }
  const cells: Cell[] = []
  const rules = [...plainRules(context), ...tableRules(context, cells)]
  findings.push(...repeatedIds(sound), ...inTables(parser.findings, cells))
  const loaded = {
    from: instantOf(sound.effective?.from, context) ?? Number.NEGATIVE_INFINITY,
    actions,
    // Sorting is stable, so that rules of one priority stay in the order they are written.
    rules: rules.sort((a, b) => b.priority - a.priority),
    named: named.flatMap(({ name, node }) =>
      node === undefined
        ? []
        : [{ name, node, isUsed: parser.isUsed(name), at: ['conditions', name] }],
    ),
  }
  return { findings, loaded }
}

interface Context {
  readonly parser: ConditionParser
  readonly actions: ReadonlyMap<string, Action>
  readonly findings: FindingParts[]
  readonly sound: SoundRuleSet
  readonly zone: Zone
  readonly takesFacts: boolean
}

function actionsOf({ actions = {} }: SoundRuleSet): ReadonlyMap<string, Action> {
  return new Map(
    Object.entries(actions).map(([name, action]) => {
      const hitPolicy = action?.hitPolicy ?? 'collect'
      return [name, { name, hitPolicy, complete: action?.complete }]
    }),
  )
}

function plainRules(context: Context): Rule[] {
  return (context.sound.rules ?? []).flatMap((rule, index) => {
    if (rule === undefined) return []
    const at = ['rules', index]
    const { type, params = {} } = rule.event ?? {}
    actionFindings(type, [...at, 'event', 'type'], context)
    const isWritten = Object.hasOwn(rule, 'conditions')
    const node = isWritten
      ? context.parser.parse(rule.conditions, [...at, 'conditions'])
      : undefined
    const times = headerOf(rule, at, context)
    if (node === undefined || type === undefined || rule.id === undefined) return []
    const { id, title, owner, reason, reference } = rule
    const about = { id, title, owner, reason, reference }
    const paramRefs = paramRefsOf(params, [...at, 'event', 'params'], context)
    return [{ ...about, ...times, action: type, params: params as Params, paramRefs, node, at }]
  })
}

function tableRules(context: Context, cells: Cell[]): Rule[] {
  return (context.sound.tables ?? []).flatMap((table, index) => {
    if (table === undefined) return []
    const at = ['tables', index]
    actionFindings(table.action, [...at, 'action'], context)
    const times = headerOf(table, at, context)
    const { id, action, columns, rows } = table
    if (id === undefined || action === undefined || rows === undefined) return []
    if (columns === undefined || columns.includes(undefined)) return []
    for (const [nth, column] of columns.entries()) {
      // Also where every cell is `-`, so that no row asks for the fact.
      context.parser.ref(column as Raw, [...at, 'columns', nth])
    }
    // A row without cells was found wrong by its shape.
    const whole = rows.map((row) => (row?.when === undefined ? undefined : row))
    const expanded = expandTable({ id, columns, rows: whole } as Table, at)
    context.findings.push(...expanded.findings)
    return expanded.rows.flatMap((row): Rule[] => {
      cells.push(...row.cells)
      const places = row.cells.map((cell) => cell.at)
      const node = context.parser.parse(row.conditions, row.at, places)
      if (node === undefined) return []
      const { owner, reason, reference } = table
      const title = row.title ?? table.title
      const about = { id: row.id, title, owner, reason, reference }
      const paramRefs = paramRefsOf(row.params ?? {}, [...row.at, 'params'], context)
      const params = row.params as Params
      return [{ ...about, ...times, action, params, paramRefs, node, at: row.at }]
    })
  })
}

/** The parameters that name a fact, where facts may take their place. */
function paramRefsOf(
  params: object,
  at: Place,
  { parser, takesFacts }: Context,
): Rule['paramRefs'] {
  if (!takesFacts) return []
  return Object.entries(params).flatMap(([key, value]: [string, unknown]) => {
    if (!isRecord(value) || !Object.hasOwn(value, 'fact')) return []
    const ref = parser.ref(value, [...at, key])
    return ref === undefined ? [] : [{ key, ref }]
  })
}

function actionFindings(type: string | undefined, path: Place, { actions, findings }: Context) {
  if (type !== undefined && HOSTILE_NAMES.has(type)) {
    const message = `no action can be called ${quote(type)}`
    findings.push({ code: 'key-hostile', message, path, found: type })
    return
  }
  if (type === undefined || actions.has(type)) return
  const near = didYouMean(type, actions.keys())
  findings.push({
    code: 'action-unknown',
    message: `no action is called ${quote(type)}: it needs an entry with a hit policy`,
    path,
    found: type,
    expected: [...actions.keys()].join(', '),
    ...(near !== undefined && { didYouMean: near }),
  })
}

/** Priority and times of a rule; those of the whole document bound them. */
function headerOf({ priority = 1, effective }: Header, at: Place, context: Context) {
  // As the stock engine reads it: 0 stands for 1, and 0.5 for nothing.
  const whole = priority === 0 ? 1 : Math.trunc(priority)
  if (whole < 1 || !Number.isSafeInteger(whole)) {
    const message = `${priority} is no priority`
    const expected = 'a whole number, at least 1'
    context.findings.push({
      code: 'priority-invalid',
      message,
      path: [...at, 'priority'],
      found: priority,
      expected,
    })
  }
  const { effective: bounds } = context.sound
  const from = (text: string | undefined) => instantOf(text, context) ?? Number.NEGATIVE_INFINITY
  const to = (text: string | undefined) => instantOf(text, context) ?? Number.POSITIVE_INFINITY
  return {
    priority: whole,
    from: Math.max(from(effective?.from), from(bounds?.from)),
    to: Math.min(to(effective?.to), to(bounds?.to)),
  }
}

function instantOf(text: string | undefined, { zone }: Context): number | undefined {
  if (text === undefined) return undefined
  const day = parseLocalDate(text)
  return day === undefined ? parseInstant(text) : startOfDay(zone, day)
}

/** A zone that does not exist was left out of the sound parts. */
function zoneOfDates({ timeZone }: SoundRuleSet) {
  return zoneOf(timeZone !== undefined && isTimeZone(timeZone) ? timeZone : 'UTC')
}

/** Findings in rows, told at their cells; one for all the rows of a column. */
function inTables(findings: readonly FindingParts[], cells: readonly Cell[]): FindingParts[] {
  const seen = new Set<string>()
  return findings
    .map((found) => (found.path[0] === 'tables' ? atItsCell(found, cells) : found))
    .filter(({ code, path }) => {
      if (path[0] !== 'tables' || path[2] !== 'columns') return true
      const key = JSON.stringify([code, path])
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
}
