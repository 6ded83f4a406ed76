import type { LoggedCase, LogReport } from '@holdfast/event-log'
import { MAPPINGS } from '@holdfast/event-log'
import {
  type CaseLife,
  type CaseLifeGroup,
  type CaseLifeQuestion,
  caseLifeTally,
  decomposeCaseLife,
} from '@holdfast/insight'
import { beforeAll, describe, expect, it } from 'vitest'
import { office } from './incident-clocks.ts'
import { BY_CHANGES, casesOf, incidentLog } from './incident-log.ts'
import { shuffled } from './shuffled.ts'

const HOUR = 3_600_000

/** With one decimal, as the facts about the log are stated. */
const hours = (millis: number) => Math.round(millis / (HOUR / 10)) / 10
const percent = (part: number, whole: number) => Math.round((1000 * part) / whole) / 10

describe.skipIf(!incidentLog.isThere)('the lives of 24,918 incidents of a real log', () => {
  let cases: readonly LoggedCase[] = []
  let report: LogReport | undefined
  let lives: readonly CaseLife[] = []
  let whole: CaseLifeGroup

  beforeAll(async () => {
    ;({ cases, report } = await casesOf(incidentLog.path, MAPPINGS.serviceNow))
    lives = cases.map(({ marks }) => decomposeCaseLife(marks, { calendar: office }))
    whole = groupsOf()[0] as CaseLifeGroup
  }, 120_000)

  function groupsOf(question: CaseLifeQuestion = {}): readonly CaseLifeGroup[] {
    const tally = caseLifeTally(question)
    for (const life of lives) tally.add(life)
    const answer = tally.report()
    return answer.ok ? answer.groups : []
  }

  const share = (count: number) => percent(count, cases.length)
  const count = (holds: (life: CaseLife) => boolean) => lives.filter(holds).length
  const numberIn = ({ facts }: CaseLife, name: string) => Number(facts[name])
  const most = (name: string) => Math.max(...lives.map((life) => numberIn(life, name)))

  it('are told by 141,712 rows, of which five name a state that nobody knows (-100)', () => {
    expect(cases).toHaveLength(24_918)
    expect(report).toMatchObject({ rows: 141_712, cases: 24_918, unused: 0, lostCases: 0 })
    expect(report?.bad).toMatchObject([{ code: 'state-unknown', count: 5, lost: 0 }])
    expect(report?.unknownStates).toEqual([{ text: '-100', count: 5 }])
  })

  it('are odd in 5 cases updated before they were opened, one out of order, and 1,556 without a recorded resolution', () => {
    const odd = Object.fromEntries(report?.oddities.map((each) => [each.code, each]) ?? [])
    expect(odd).toMatchObject({
      'before-opened': {
        count: 5,
        cases: ['INC0000130', 'INC0000131', 'INC0000134', 'INC0000135', 'INC0000164'],
      },
      'out-of-order': { count: 1, cases: ['INC0000137'] },
      'resolved-missing': { count: 1556 },
    })
    expect(Object.keys(odd)).toHaveLength(3)
    const early = lives.filter(({ problems }) => problems.length > 0)
    expect(early.map(({ about }) => about.slice('request:'.length))).toEqual(
      odd['before-opened']?.cases,
    )
    expect(whole.problems).toEqual({ 'before-submission': 5 })
  })

  it('were reassigned, by the count of the log, in 45.6 % of cases, three times or more in 11.4 %, 27 times at most', () => {
    expect([whole.reassigned.of, share(whole.reassigned.cases)]).toEqual([24_918, 45.6])
    expect(share(count((life) => numberIn(life, 'reassignments') >= 3))).toBe(11.4)
    expect(most('reassignments')).toBe(27)
  })

  it('were with more than one group in 38.4 % of cases, 25 hand-overs at most', () => {
    expect(share(whole.handOvers.cases)).toBe(38.4)
    expect(whole.handOvers.most).toBe(25)
  })

  it('came back to a group that had them before in 2,628 cases: 10.55 % (10.6 is that rounded again)', () => {
    expect(whole.returns.cases).toBe(2628)
    expect(percent(10 * whole.returns.cases, cases.length) / 10).toBe(10.55)
  })

  it('took from opening to the recorded resolution 22.1 hours in the median, 178.2 on average, 382 at the 90th percentile', () => {
    const recorded = groupsOf({ by: 'ending' }).find(({ key }) => key['ending'] === 'recorded')
    const { p50 = 0, mean = 0, p90 = 0 } = recorded?.life ?? {}
    expect([hours(p50), hours(mean), Math.round(p90 / HOUR)]).toEqual([22.1, 178.2, 382])
  })

  it('end with the recorded resolution in 23,361 of the 23,362 cases that have one: the clock of one went back past it', () => {
    const isRecorded = ({ marks }: LoggedCase) =>
      marks.some(({ type, facts }) => type === 'resolved' && facts?.['recorded'] === true)
    const recorded = cases.filter(isRecorded).map(({ marks }) => marks[0]?.about)
    const byLife = lives.filter(({ ending }) => ending === 'recorded').map(({ about }) => about)
    expect([recorded.length, byLife.length]).toEqual([23_362, 23_361])
    const kept = new Set(byLife)
    expect(recorded.filter((about) => !kept.has(about as string))).toEqual(['request:INC0000137'])
    expect(whole.endings).toEqual({ recorded: 23_361, observed: 1543, closed: 14, cancelled: 0 })
  })

  it('were first in state Resolved after 13.9 hours in the median', () => {
    expect(whole.toFirstResolution?.count).toBe(24_905)
    expect(hours(whole.toFirstResolution?.p50 ?? 0)).toBe(13.9)
  })

  it('were closed after 145.9 hours in the median, 315.3 on average, 532.6 at the 90th percentile (532.4 a rank below)', () => {
    const { p50 = 0, mean = 0, p90 = 0, count: closed = 0 } = whole.openToClose ?? {}
    expect(closed).toBe(24_918)
    expect([p50, mean, p90].map(hours)).toEqual([145.9, 315.3, 532.6])
  })

  it('spent 47 % of the time from opening to closing resolved and not yet closed', () => {
    expect(Math.round(100 * (whole.closeLagShare ?? 0))).toBe(47)
  })

  it('spent what went before the resolution Active 34 %, waiting for the user 30, New 26, for a vendor 7 and a problem 2', () => {
    expect(whole.states.map(({ state, share: part }) => [state, Math.round(100 * part)])).toEqual([
      ['Active', 34],
      ['Awaiting User Info', 30],
      ['New', 26],
      ['Awaiting Vendor', 7],
      ['Awaiting Problem', 2],
      ['Awaiting Evidence', 0],
    ])
  })

  it('are made of the same by element, beside 1.3 % taken for resolved that were not and 0.05 % of which nothing is known', () => {
    const shares = whole.elements.map(({ element, party, share: part }) => [
      party ?? element,
      percent(part, 1),
    ])
    expect(shares).toEqual([
      ['investigation', 34],
      ['customer', 29.9],
      ['problem', 2.2],
      ['queue', 26.1],
      ['vendor', 6.5],
      ['resolved', 1.3],
      ['unknown', 0.1],
    ])
  })

  it('were reopened in 1.1 % of cases, 8 times at most; one more than the log counts, whose clock went back', () => {
    expect([whole.reopenings.cases, share(whole.reopenings.cases)]).toEqual([276, 1.1])
    expect(whole.reopenings.most).toBe(8)
    expect([count((life) => numberIn(life, 'reopenings') > 0), most('reopenings')]).toEqual([
      275, 8,
    ])
    const differs = lives.filter(
      (life) => life.undone.length > 0 !== numberIn(life, 'reopenings') > 0,
    )
    expect(differs.map(({ about }) => about)).toEqual(['request:INC0000137'])
  })

  it('waited for the user in 22.0 % of cases, for a vendor in 1.0 % and for a problem in 1.0 %', () => {
    const waiting = (party: string) =>
      cases.filter(({ marks }) =>
        marks.some(({ type, reason }) => type === 'waiting' && reason === party),
      ).length
    expect(['customer', 'vendor', 'problem'].map((party) => share(waiting(party)))).toEqual([
      22, 1, 1,
    ])
  })

  it('changed their priority in 1.5 % of cases', () => {
    const changed = cases.filter(({ marks }) =>
      marks.some(({ type }) => type === 'priorityChanged'),
    )
    expect(share(changed.length)).toBe(1.5)
  })

  it('met their target in 63.4 % of cases', () => {
    expect(whole.targetMet.of).toBe(24_918)
    expect(percent(whole.targetMet.cases, whole.targetMet.of)).toBe(63.4)
  })

  /** Of the cases with a recorded resolution: median hours, and the percentage that met its target. */
  const outcomes = (by: 'reassignments' | 'pingPong') =>
    groupsOf({ by: [by, 'ending'] })
      .filter(({ key }) => key['ending'] === 'recorded')
      .map(({ key, life, targetMet: { cases: met, of } }) => [
        key[by],
        hours(life?.p50 ?? 0),
        Math.round((100 * met) / of),
      ])

  it('took longer and met their targets less the more often they were handed over', () => {
    expect(outcomes('reassignments')).toEqual([
      ['0', 0.7, 77],
      ['1', 42.1, 57],
      ['2', 103, 40],
      ['3', 146.1, 33],
      ['4 or more', 239.2, 19],
    ])
  })

  it('took 190 hours and met 29 % of their targets when they came back, against 8 hours and 66 %', () => {
    const rounded = outcomes('pingPong').map(([key, median, met]) => [
      key,
      Math.round(Number(median)),
      met,
    ])
    expect(rounded).toEqual([
      ['no', 8, 66],
      ['yes', 190, 29],
    ])
  })

  it('are the sum of their parts, every one, in elapsed and in office hours', () => {
    const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
    const wrong = lives.filter(({ openedAt, until, elapsed, business, elements, stretches }) => {
      const ends = [openedAt, ...stretches.map(({ to }) => to)]
      return (
        sum(elements.map((each) => each.elapsed)) !== elapsed ||
        sum(elements.map((each) => each.business ?? Number.NaN)) !== business ||
        business !== office.between(openedAt, until) ||
        ends.at(-1) !== until ||
        stretches.some(({ from }, nth) => from !== ends[nth])
      )
    })
    expect(wrong).toEqual([])
    expect(sum(whole.elements.map((each) => each.elapsed))).toBe(whole.life?.sum)
    expect(sum(whole.elements.map((each) => each.business ?? 0))).toBe(whole.lifeBusiness?.sum)
  })

  it('do not depend on the order in which marks come', () => {
    for (const [nth, { marks }] of cases.entries()) {
      if (nth % 20 !== 0) continue
      expect(decomposeCaseLife(shuffled(marks, nth), { calendar: office })).toEqual(lives[nth])
    }
  })

  it('add up to the same when they are counted in seven places, and sent from there as text', () => {
    const question = {
      by: ['priority', 'period'],
      period: { each: 'month', timeZone: 'UTC' },
    } as const
    const [atOnce, together] = [caseLifeTally(question), caseLifeTally(question)]
    const places = Array.from({ length: 7 }, () => caseLifeTally(question))
    for (const life of lives) {
      atOnce.add(life)
      places[Number(life.about.slice('request:INC'.length)) % 7]?.add(life)
    }
    for (const place of places.toReversed()) {
      together.merge(JSON.parse(JSON.stringify(place.partial())))
    }
    expect(together.report()).toEqual(atOnce.report())
    expect(together.partial()).toEqual(atOnce.partial())
  })

  it('are read the same when the rows of the log come in any order', async () => {
    const [header = '', ...rows] = incidentLog.text().trimEnd().split('\n')
    const anyhow = [`${[header, ...shuffled(rows, 7)].join('\n')}\n`]
    const grouped = await casesOf(incidentLog.path, BY_CHANGES)
    const again = await casesOf(anyhow, { ...BY_CHANGES, order: 'any' })
    const known = new Map(again.cases.map(({ id, marks }) => [id, JSON.stringify(marks)]))
    const differing = grouped.cases.filter(
      ({ id, marks }) => known.get(id) !== JSON.stringify(marks),
    )
    expect(differing.map(({ id }) => id)).toEqual([])
    expect(known.size).toBe(cases.length)
  }, 120_000)
})
