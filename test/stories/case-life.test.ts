/** What the requirements ask of the life of a case, told as a support lead comes upon it. */
import { createCalendar } from '@holdfast/calendar'
import {
  type CaseLife,
  type CaseLifeGroup,
  type CaseLifeQuestion,
  caseLifeTally,
  createImprovementPlan,
  decomposeCaseLife,
  interventionTally,
  mixShift,
  prematureResolutions,
  whatIf,
} from '@holdfast/insight'
import type { Mark } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'

const HOUR = 3_600_000

const day: [string, string][] = [['08:00', '18:00']]
const calendar = createCalendar({
  id: 'desk',
  version: 1,
  timeZone: 'Europe/Zurich',
  hours: { mon: day, tue: day, wed: day, thu: day, fri: day },
})

/** An instant in Zurich in March 2027, before summer time. Monday is the first. */
const at = (time: string) => Date.parse(`2027-03-${time}:00+01:00`)

type Happening = Omit<Mark, 'id' | 'at' | 'about'>

/** The life of a case from what happened to it, by time. */
function lifeOf(about: string, happened: Readonly<Record<string, Happening>>): CaseLife {
  const marks = Object.entries(happened).map(([time, mark], nth) => ({
    ...mark,
    id: `${about} ${nth}`,
    at: at(time),
    about,
  }))
  return decomposeCaseLife(marks, { calendar })
}

/** Of so many hours, begun at a time, of some kind. */
function lasting(about: string, begun: string, hours: number, kind = 'clear'): CaseLife {
  const mark = { about, facts: { kind, element: 'investigation' } }
  return decomposeCaseLife([
    { ...mark, id: 'begun', at: at(begun), type: 'submitted' },
    { ...mark, id: 'done', at: at(begun) + hours * HOUR, type: 'resolved' },
  ])
}

function groupsOf(
  lives: readonly CaseLife[],
  question?: CaseLifeQuestion,
): readonly CaseLifeGroup[] {
  const tally = caseLifeTally(question)
  for (const life of lives) tally.add(life)
  const answer = tally.report()
  return answer.ok ? answer.groups : []
}

const doing = (element: string, more: object = {}) => ({ element, ...more })

/** A printer that nobody could make fail on purpose: told by phone, waited for twice, fixed, not fixed, and fixed. */
const printer = lifeOf('request:printer', {
  '01T08:00': { type: 'submitted', facts: doing('documentation', { assignedTo: 'team:desk' }) },
  '01T10:00': { type: 'triaged', facts: doing('investigation') },
  '01T12:00': { type: 'waiting', reason: 'customer' },
  '02T12:00': {
    type: 'resumed',
    facts: doing('documentation', { driver: 'verbal instructions' }),
  },
  '02T13:00': { type: 'triaged', facts: doing('investigation') },
  '02T14:00': { type: 'waiting', reason: 'customer', facts: { driver: 'recurrence awaited' } },
  '04T08:00': { type: 'resumed', facts: doing('investigation', { driver: 'automatic capture' }) },
  '04T09:00': { type: 'assigned', facts: doing('fix', { assignedTo: 'team:devices' }) },
  '04T15:00': { type: 'triaged', facts: doing('verification') },
  '04T16:00': { type: 'resolved' },
  '05T08:00': { type: 'reopened', facts: doing('fix') },
  '05T10:00': { type: 'resolved' },
  '12T10:00': { type: 'closed' },
})

describe('the life of a case', () => {
  it('puts a long-held belief to the test: it is not the engineers who take the time (R95)', () => {
    const [whole] = groupsOf([printer])
    const shares = whole?.elements.map(({ element, share }) => [element, Math.round(100 * share)])
    expect(shares).toEqual([
      ['documentation', 3],
      ['investigation', 4],
      ['fix', 8],
      ['verification', 1],
      ['wait', 67],
      ['resolved', 16],
    ])
  })

  it('lasts from opening to the end that held, with its average and its trend by month (R99)', () => {
    expect(printer).toMatchObject({ elapsed: 98 * HOUR, closeLag: { elapsed: 168 * HOUR } })
    const lives = [
      lasting('request:1', '01T09:00', 10),
      lasting('request:2', '02T09:00', 20),
      lasting('request:3', '31T12:00', 30),
      lasting('request:4', '31T23:30', 5),
    ]
    const months = groupsOf(lives, {
      by: 'period',
      period: { each: 'month', timeZone: 'Europe/Zurich' },
    })
    // The last was opened in summer time, when April had begun.
    expect(months.map(({ key, life }) => [key['period'], (life?.mean ?? 0) / HOUR])).toEqual([
      ['2027-03-01', 20],
      ['2027-04-01', 5],
    ])
  })

  it('is made of documentation, investigation, fixing, verifying and waiting, which add up to it exactly (R100)', () => {
    const hours = printer.elements.map(({ element, elapsed, business }) => [
      element,
      elapsed / HOUR,
      (business ?? 0) / HOUR,
    ])
    expect(hours).toEqual([
      ['documentation', 3, 3],
      ['investigation', 4, 4],
      ['fix', 8, 8],
      ['verification', 1, 1],
      ['wait', 66, 24],
      ['resolved', 16, 2],
    ])
    const sum = (nth: number) => hours.reduce((all, one) => all + Number(one[nth]), 0)
    expect([sum(1) * HOUR, sum(2) * HOUR]).toEqual([printer.elapsed, printer.business])
  })

  it('says of each element how long, how often, and why again; what nobody said is unknown (R101)', () => {
    const told = printer.elements.map(({ element, iterations, drivers }) => [
      element,
      iterations,
      drivers,
    ])
    expect(told).toEqual([
      ['documentation', 2, { 'verbal instructions': 1 }],
      ['investigation', 3, { 'automatic capture': 1, unknown: 1 }],
      ['fix', 2, { reopened: 1 }],
      ['verification', 1, {}],
      ['wait', 2, { 'recurrence awaited': 1 }],
      ['resolved', 1, {}],
    ])
  })

  it('would have been shorter if an element were, or were repeated less often (R102)', () => {
    const captured = whatIf(printer, [{ element: 'wait', party: 'customer', fewerRepeats: 1 }])
    expect(captured).toMatchObject({ before: 98 * HOUR, after: 65 * HOUR, unmatched: [] })
    const written = whatIf(printer, [
      { element: 'documentation', fewerRepeats: 1, driver: 'verbal instructions' },
      { element: 'fix', shorterBy: 0.25 },
    ])
    expect(written.saved).toBe(1.5 * HOUR + 2 * HOUR)
  })

  it('has levers, placed by what they would save and by who can pull them (R103)', () => {
    const plan = createImprovementPlan({
      id: 'shorter lives',
      version: 1,
      levels: ['team', 'company'],
      levers: [
        {
          id: 'templates',
          level: 'team',
          changes: [{ element: 'documentation', fewerRepeats: 1 }],
        },
        {
          id: 'capture in the product',
          level: 'company',
          complexity: 4,
          changes: [{ element: 'wait', party: 'customer', fewerRepeats: 1 }],
        },
      ],
    })
    expect(plan.levers(printer).levers).toMatchObject([
      { id: 'capture in the product', placement: { impact: 'large', reach: 'far' } },
      { id: 'templates', placement: { impact: 'small', reach: 'near' } },
    ])
  })

  it('measures no engineer: a ranking is refused, and the elements are offered instead (R104)', () => {
    const tally = caseLifeTally({ by: 'person' as 'holder' })
    tally.add(printer)
    const answer = tally.report()
    expect(answer).toMatchObject({ ok: false, refusal: { code: 'ranking-people' } })
    const offered = answer.ok ? [] : answer.refusal.nextSteps?.map(({ code }) => code)
    expect(offered).toContain('insight.askForElements')
  })

  it('shows what was resolved too early: reopened, or the same matter again soon after (R105)', () => {
    const mail = (about: string, from: string, to: string, more: object = {}) =>
      lifeOf(about, {
        [from]: {
          type: 'submitted',
          facts: { customer: 'customer:acme', category: 'mail', ...more },
        },
        [to]: { type: 'resolved' },
      })
    const lives = [
      printer,
      mail('request:1', '01T09:00', '02T09:00'),
      mail('request:2', '09T09:00', '09T10:00'),
      mail('request:3', '10T09:00', '10T10:00', { followUpOf: 'request:1' }),
      mail('request:4', '29T09:00', '29T10:00'),
    ]
    const found = prematureResolutions(lives, { matter: ['customer', 'category'] })
    expect(found.map(({ about, sign, next }) => [about, sign, next])).toEqual([
      ['request:printer', 'reopened', null],
      ['request:1', 'sameMatter', 'request:2'],
      ['request:1', 'followUp', 'request:3'],
    ])
  })

  it('gets longer on average when published knowledge takes the clear cases away, and nothing got worse (R202)', () => {
    const before = [2, 2, 2].map((hours, nth) => lasting(`request:${nth}`, '01T09:00', hours))
    const unclear = lasting('request:9', '01T09:00', 10, 'unclear')
    const by = { by: 'fact:kind' } as const
    const shift = mixShift(
      groupsOf([...before, unclear], by),
      groupsOf([...before.slice(2), unclear], by),
    )
    expect(shift).toMatchObject({
      before: { mean: 4 * HOUR },
      after: { mean: 6 * HOUR },
      change: 2 * HOUR,
      within: 0,
      mix: 2 * HOUR,
      standardizedMean: 4 * HOUR,
    })
  })

  it('gauges what was done: the cases opened before it beside those opened after (R204)', () => {
    const tally = interventionTally(
      [{ id: 'log upload', at: at('08T00:00'), window: 'PT168H', element: 'investigation' }],
      { fewCases: 3 },
    )
    const opened: readonly [string, number][] = [
      ['01T09:00', 10],
      ['03T09:00', 20],
      ['05T09:00', 30],
      ['09T09:00', 5],
      ['11T09:00', 15],
      ['20T09:00', 99],
    ]
    for (const [begun, hours] of opened) tally.add(lasting(`request:${begun}`, begun, hours))
    const answer = tally.report()
    expect(answer.ok ? answer.interventions : []).toMatchObject([
      {
        before: { cases: 3 },
        after: { cases: 2 },
        life: { mean: -10 * HOUR },
        elementTime: { mean: -10 * HOUR },
        caution: [{ code: 'few-cases', side: 'after', found: 2, expected: 3 }],
      },
    ])
  })
})
