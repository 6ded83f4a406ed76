import {
  backTestRuleSets,
  createRuleSet,
  diffRuleSets,
  type PastRequest,
  type RuleSetDocument,
} from '@holdfast/rules'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { incidentLog } from './incident-log.ts'

const levels = ['1 - High', '2 - Medium', '3 - Low'] as const
const [high, medium, low] = levels
const vocabulary = z.object({ impact: z.enum(levels), urgency: z.enum(levels) })

type Row = { readonly when: unknown[]; readonly params: { priority: string } }
const row = (priority: string, ...when: unknown[]): Row => ({ when, params: { priority } })

/** High impact of low urgency does not occur in the log, so its priority is somebody's guess. */
const guess = row('3 - Moderate', high, low)
const matrix: readonly Row[] = [
  row('1 - Critical', high, high),
  row('2 - High', high, medium),
  row('2 - High', medium, high),
  row('3 - Moderate', medium, medium),
  row('3 - Moderate', low, high),
  row('4 - Low', medium, low),
  row('4 - Low', low, [medium, low]),
]

function priorities(version: number, rows: readonly Row[]) {
  const document: RuleSetDocument = {
    id: 'priority',
    version,
    actions: { setPriority: { hitPolicy: 'unique', complete: true } },
    tables: [
      {
        id: 'matrix',
        action: 'setPriority',
        columns: [{ fact: 'impact' }, { fact: 'urgency' }],
        rows: [...rows],
      },
    ],
  }
  return createRuleSet(document, { vocabulary })
}

const asWritten = priorities(1, [...matrix, guess])

const years = { from: '2016-01-01T00:00:00Z', to: '2018-01-01T00:00:00Z' }

describe('a table of impact and urgency', () => {
  it('is proved to be complete and free of contradictions', () => {
    expect(asWritten.check(years)).toEqual([])
  })

  it('that leaves out what never occurred has a gap, and is told exactly which', () => {
    const findings = priorities(2, matrix).check(years)
    expect(findings).toMatchObject([
      { severity: 'error', code: 'gap', witness: { facts: { impact: high, urgency: low } } },
    ])
  })
})

describe.skipIf(!incidentLog.isThere)('the priorities of 141,712 rows of a real log', () => {
  const log = incidentLog.isThere ? rowsOf(incidentLog.text()) : []
  const requests = log.map(({ impact, urgency }): PastRequest<z.input<typeof vocabulary>> => {
    const facts = vocabulary.parse({ impact, urgency })
    return { facts, at: years.from }
  })

  it('are those of the table, every one', () => {
    expect(log).toHaveLength(141_712)
    let others = 0
    for (const [index, { facts, at }] of requests.entries()) {
      const answer = asWritten.evaluate(facts, { at })
      const [event, second] = answer.ok ? answer.events : []
      if (second !== undefined || event?.params['priority'] !== log[index]?.priority) others++
    }
    expect(others).toBe(0)
  })

  it('would have flipped exactly where a change of the table says so', () => {
    const changed = priorities(3, [
      ...matrix.filter(({ when }) => !(when[0] === high && when[1] === medium)),
      row('1 - Critical', high, medium),
      guess,
    ])
    const flips = log.filter(({ impact, urgency }) => impact === high && urgency === medium)
    const report = backTestRuleSets(asWritten, changed, requests, { examples: 1 })
    expect([report.total, report.changed, report.refused]).toEqual([141_712, 1233, 0])
    expect(report.changed).toBe(flips.length)
    expect(report.byRule).toMatchObject({
      'matrix/2': { before: 1233, lost: 1233 },
      'matrix/7': { after: 1233, gained: 1233 },
    })
    expect(report.examples).toMatchObject([{ facts: { impact: high, urgency: medium } }])
    const { differences } = diffRuleSets(asWritten, changed)
    expect(new Set(differences.map(({ witness }) => JSON.stringify(witness.facts)))).toEqual(
      new Set([JSON.stringify({ impact: high, urgency: medium })]),
    )
  })

  it('would not have flipped by a change that nobody asked for', () => {
    const other = priorities(4, [...matrix, row('2 - High', high, low)])
    expect(backTestRuleSets(asWritten, other, requests).changed).toBe(0)
    expect(diffRuleSets(asWritten, other).equivalent).toBe(false)
  })
})

interface LogRow {
  readonly impact: string
  readonly urgency: string
  readonly priority: string
}

/** The columns that matter; no field of the log is quoted. */
function rowsOf(text: string): LogRow[] {
  const [header = '', ...lines] = text.trim().split('\n')
  const columns = header.split(',')
  const [impact, urgency, priority] = ['impact', 'urgency', 'priority'].map((name) =>
    columns.indexOf(name),
  ) as [number, number, number]
  return lines.map((line) => {
    const fields = line.split(',')
    const at = (column: number) => fields[column] ?? ''
    return { impact: at(impact), urgency: at(urgency), priority: at(priority) }
  })
}
