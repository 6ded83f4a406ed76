import type { LoggedCase, LogMappingDocument } from '@holdfast/event-log'
import { type CaseLifeGroup, caseLifeTally, decomposeCaseLife } from '@holdfast/insight'
import { beforeAll, describe, expect, it } from 'vitest'
import { dataFile } from './data-file.ts'
import { casesOf } from './incident-log.ts'

const turnLog = dataFile('helpdesk-turns-scored-abdellatif2025.csv.gz')

/** A row is the turn of one assignee; the next begins when it ends, and the end of the last is that of the issue. */
const turns: LogMappingDocument = {
  id: 'turns',
  version: 1,
  input: { kind: 'csv' },
  case: 'id',
  time: { format: 'iso' },
  stamps: { resolved: 'ended' },
  rows: [
    {
      time: 'started',
      seq: 'turn_no',
      assignee: 'assignee',
      priority: 'priority',
      state: { text: 'in progress' },
    },
  ],
  states: { 'in progress': { element: 'investigation' } },
}

const DAY = 86_400_000

describe.skipIf(!turnLog.isThere)('747 turns of 360 issues of a real help desk', () => {
  let cases: readonly LoggedCase[] = []
  let whole: CaseLifeGroup

  beforeAll(async () => {
    const log = await casesOf(turnLog.path, turns)
    expect(log.report).toMatchObject({ rows: 747, bad: [], oddities: [] })
    ;({ cases } = log)
    const tally = caseLifeTally()
    for (const { marks } of cases) tally.add(decomposeCaseLife(marks))
    const answer = tally.report()
    whole = (answer.ok ? answer.groups[0] : undefined) as CaseLifeGroup
  })

  const share = (count: number) => Math.round((1000 * count) / cases.length) / 10

  it('end issues that had more than one turn in 69.7 % of cases, and more than two in 23.1 %', () => {
    expect(share(cases.filter(({ rows }) => rows > 1).length)).toBe(69.7)
    expect(share(cases.filter(({ rows }) => rows > 2).length)).toBe(23.1)
  })

  it('are hand-overs where the assignee is another: 69.7 % at least once, 22.2 % twice or more', () => {
    expect([whole.handOvers.cases, share(whole.handOvers.cases)]).toEqual([251, 69.7])
    const often = cases.filter(({ marks }) => decomposeCaseLife(marks).handOvers.length > 1)
    expect([often.length, share(often.length)]).toEqual([80, 22.2])
  })

  it('go back to an earlier assignee in 8.1 % of issues; 9.2 % with the 4 in which somebody follows on themselves', () => {
    expect([whole.returns.cases, share(whole.returns.cases)]).toEqual([29, 8.1])
    expect(share(whole.returns.cases + 4)).toBe(9.2)
  })

  it('take 20 days from the first start to the last end in the median, and 190 at the 90th percentile (196 a rank above)', () => {
    const { p50 = 0, p90 = 0, count = 0 } = whole.life ?? {}
    expect(count).toBe(360)
    expect([Math.round(p50 / DAY), Math.round(p90 / DAY)]).toEqual([20, 190])
    const spans = cases
      .map(({ marks }) => decomposeCaseLife(marks).elapsed)
      .toSorted((a, b) => a - b)
    expect(Math.round((spans[324] as number) / DAY)).toBe(196)
  })

  it('are iterations of the work, which begins again with another assignee', () => {
    expect(whole.elements).toMatchObject([
      { element: 'investigation', iterations: 360 + 383, drivers: { handOver: 383 }, share: 1 },
    ])
  })
})
