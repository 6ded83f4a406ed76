import { describe, expect, it } from 'vitest'
import {
  type CaseLife,
  type Intervention,
  type InterventionQuestion,
  type InterventionReport,
  interventionTally,
  type LogSpan,
} from '../src/index.ts'
import { HOUR, lifeOf, type Part } from './some-lives.ts'

const DAY = 24 * HOUR

/** A case of hours of fixing and of waiting for the customer, opened on a day. */
function opened(day: number, fix: number, wait = 0, priority = 'P1', isOpen = false): CaseLife {
  const parts: Part[] = [['fix', fix * HOUR]]
  if (wait > 0) parts.push(['wait customer', wait * HOUR])
  return lifeOf(parts, { openedAt: Math.round(day * DAY), facts: { priority }, isOpen })
}

const macros: Intervention = { id: 'macros', at: 100 * DAY, window: 'PT240H' }

function reportsOf(
  lives: readonly CaseLife[],
  interventions: readonly Intervention[] = [macros],
  question: InterventionQuestion = {},
  log?: LogSpan,
): readonly InterventionReport[] {
  const tally = interventionTally(interventions, question)
  for (const life of lives) tally.add(life)
  const answer = tally.report(log)
  if (!answer.ok) throw new Error('refused')
  return answer.interventions
}

function reportOf(...asked: Parameters<typeof reportsOf>): InterventionReport {
  return reportsOf(...asked)[0] as InterventionReport
}

describe('an intervention is looked at', () => {
  it('by the cases opened within its window before it, and from it on', () => {
    const days = [89.9, 90, 99.9, 100, 109.9, 110]
    const { before, after } = reportOf(days.map((day) => opened(day, 1)))
    expect([before.from, before.to, before.cases]).toEqual([90 * DAY, 100 * DAY, 2])
    expect([after.from, after.to, after.cases]).toEqual([100 * DAY, 110 * DAY, 2])
  })

  it('for ninety days when its window is not given, and as far as time goes back', () => {
    const { id, at } = macros
    const { window, before, after } = reportOf([], [{ id, at }])
    expect([window, before.from, after.to]).toEqual([90 * DAY, 10 * DAY, 190 * DAY])
    const [early] = reportsOf([], [{ id, at: '1970-01-02T00:00:00Z' }])
    expect([early?.before.from, early?.before.to]).toEqual([0, DAY])
    const [late] = reportsOf([], [{ id, at: '2100-12-31T00:00:00Z' }])
    expect(late?.after.to).toBe(Date.UTC(2101, 0, 1))
  })

  it('beside others that the same cases count for', () => {
    const second = { ...macros, id: 'forms', title: 'New forms', at: 105 * DAY }
    const reports = reportsOf([opened(101, 1), opened(107, 1)], [macros, second])
    expect(
      reports.map(({ id, title, before, after }) => [id, title, before.cases, after.cases]),
    ).toEqual([
      ['macros', null, 0, 2],
      ['forms', 'New forms', 1, 1],
    ])
  })
})

describe('the difference', () => {
  const lives = [
    opened(95, 10, 2),
    opened(96, 20),
    opened(101, 8, 6),
    opened(102, 4),
    opened(103, 3),
  ]

  it('of case life is that of mean, median and ninth decile', () => {
    expect(reportOf(lives).life).toEqual({ mean: -9 * HOUR, p50: -8 * HOUR, p90: -6 * HOUR })
  })

  it('of the element it is about is over all ended cases, those without it too', () => {
    const { element, party, before, after, elementTime } = reportOf(lives, [
      { ...macros, element: 'wait', party: 'customer' },
    ])
    expect([element, party]).toEqual(['wait', 'customer'])
    expect([before.element?.count, before.element?.sum, after.element?.count]).toEqual([
      2,
      2 * HOUR,
      3,
    ])
    expect(elementTime).toEqual({ mean: HOUR, p50: 0, p90: 4 * HOUR })
  })

  it('is over every wait where no party is named', () => {
    const waits: Part[] = [
      ['wait customer', HOUR],
      ['wait vendor', 2 * HOUR],
    ]
    const life = lifeOf(waits, { openedAt: 100 * DAY })
    const { after, elementTime } = reportOf([life], [{ ...macros, element: 'wait' }])
    expect([after.element?.sum, elementTime]).toEqual([3 * HOUR, null])
  })

  it('leaves out the cases that are still open', () => {
    const { after } = reportOf(
      [opened(101, 8), opened(102, 5, 0, 'P1', true)],
      [{ ...macros, element: 'fix' }],
    )
    expect([after.element?.count, after.element?.sum, after.whole.life?.sum]).toEqual([
      1,
      8 * HOUR,
      8 * HOUR,
    ])
  })

  it('is exact up to as many different values as the question says', () => {
    const asked = [{ ...macros, element: 'fix' }] as const
    const isExact = (question: InterventionQuestion) => {
      const { after } = reportOf(lives, asked, question)
      return [after.element?.isExact, after.whole.life?.isExact]
    }
    expect(isExact({})).toEqual([true, true])
    expect(isExact({ exactUpTo: 2 })).toEqual([false, false])
  })

  it('is not known where a side has no ended case', () => {
    const { life, elementTime, mixShift } = reportOf([opened(95, 1)], [macros], { by: 'priority' })
    expect([life, elementTime, mixShift]).toEqual([null, null, null])
  })

  it('is split into what changed within groups and another mix of cases', () => {
    const mixed = [opened(95, 2), opened(96, 20, 0, 'P2'), opened(101, 2), opened(102, 2)]
    const { before, life, mixShift } = reportOf(mixed, [macros], { by: ['priority'] })
    expect(before.groups.map(({ key }) => key['priority'])).toEqual(['P1', 'P2'])
    expect(life?.mean).toBe(-9 * HOUR)
    expect(mixShift).toMatchObject({ change: -9 * HOUR, within: 0, mix: -9 * HOUR })
    expect(reportOf(mixed).before.groups).toEqual([])
    expect(reportOf(mixed).mixShift).toBeNull()
  })
})

describe('a caution says what else may be behind a difference', () => {
  const enough = { fewCases: 0 }
  const open = (day: number) => opened(day, 1, 0, 'P1', true)

  it('few ended cases', () => {
    const lives = [...Array(30).fill(opened(95, 1)), ...Array(29).fill(opened(105, 1))]
    expect(reportOf(lives).caution).toEqual([
      { code: 'few-cases', side: 'after', found: 29, expected: 30 },
    ])
    expect(reportOf([opened(95, 1), open(105)], [macros], { fewCases: 1 }).caution[0]).toEqual({
      code: 'few-cases',
      side: 'after',
      found: 0,
      expected: 1,
    })
    expect(reportOf([], [macros]).caution.map(({ code, side }) => [code, side])).toEqual([
      ['few-cases', 'before'],
      ['few-cases', 'after'],
    ])
  })

  it('more cases that are still open, of which the longest lives are missing', () => {
    const ended = [95, 95, 95, 105].map((day) => opened(day, 1))
    const { after, caution } = reportOf([...ended, open(95), open(106)], [macros], enough)
    expect([after.cases, after.ended, after.open, after.openShare]).toEqual([2, 1, 1, 0.5])
    expect(caution).toEqual([{ code: 'still-open', side: 'after', found: 0.5, expected: 0.25 }])
    const allowed = { ...enough, openShareGap: 0.25 }
    expect(reportOf([...ended, open(95), open(106)], [macros], allowed).caution).toEqual([])
    const earlier = [open(95), opened(105, 1)]
    expect(reportOf(earlier, [macros], enough).caution).toEqual([
      { code: 'still-open', side: 'before', found: 1, expected: 0 },
    ])
    for (const alone of [open(95), open(105)]) {
      expect(reportOf([alone], [macros], enough).caution).toEqual([])
    }
    expect(reportOf([open(95)], [macros], enough).after.openShare).toBeNull()
  })

  it('a log that begins or ends inside the window', () => {
    const cautionIn = (log: LogSpan) => reportOf([], [macros], enough, log).caution
    expect(cautionIn({ from: 91 * DAY, to: 109 * DAY })).toEqual([
      { code: 'window-incomplete', side: 'before', found: 91 * DAY, expected: 90 * DAY },
      { code: 'window-incomplete', side: 'after', found: 109 * DAY, expected: 110 * DAY },
    ])
    expect(cautionIn({ from: 90 * DAY, to: 110 * DAY })).toEqual([])
    expect(cautionIn({})).toEqual([])
  })
})

it('what was counted in parts is put together', () => {
  const asked = [{ ...macros, element: 'fix' }] as const
  const [one, other] = [interventionTally(asked), interventionTally(asked)]
  one.add(opened(95, 3))
  other.add(opened(105, 1))
  one.merge(other.partial())
  const [report] = reportsOf([opened(95, 3), opened(105, 1)], asked)
  expect(one.report()).toEqual({ ok: true, interventions: [report] })
  expect(report?.elementTime?.mean).toBe(-2 * HOUR)
})

describe('nobody is ranked', () => {
  const refused = (
    interventions: readonly Intervention[],
    question: Parameters<typeof interventionTally>[1] = {},
  ) => {
    const tally = interventionTally(interventions, question)
    tally.add(opened(95, 1))
    const answer = tally.report()
    return answer.ok ? null : [answer.refusal.code, answer.refusal.params]
  }

  it('by a comparison of people', () => {
    // @ts-expect-error case life is no measure of people
    expect(refused([macros], { by: 'person' })).toEqual(['ranking-people', { asked: 'person' }])
    // @ts-expect-error nor of one of them
    expect(refused([macros], { by: ['priority', 'person:ada'] })).toEqual([
      'ranking-people',
      { asked: 'person:ada' },
    ])
  })

  it('nor by what waits for one', () => {
    const ada = { ...macros, element: 'wait', party: 'person:ada' } as const
    expect(refused([ada])).toEqual(['ranking-people', { asked: 'person:ada' }])
  })
})

describe('an intervention is refused', () => {
  it.each<[string, readonly Intervention[]]>([
    ['intervention-repeated', [macros, macros]],
    ['window-invalid', [{ ...macros, window: 0 }]],
    ['window-invalid', [{ ...macros, window: 'PT0S' }]],
    ['duration-not-fixed', [{ ...macros, window: 'P90D' }]],
    ['party-unfit', [{ ...macros, party: 'customer' }]],
    ['party-unfit', [{ ...macros, element: 'fix', party: 'customer' }]],
    ['not-an-instant', [{ ...macros, at: '2026-01-01' }]],
  ])('with %s', (code, interventions) => {
    expect(() => interventionTally(interventions)).toThrow(expect.objectContaining({ code }))
  })

  it('to be put together with other counts', () => {
    const partial = interventionTally([macros]).partial()
    const differs = expect.objectContaining({ code: 'partial-differs' })
    for (const other of [
      interventionTally([]),
      interventionTally([{ ...macros, id: 'other' }]),
      interventionTally([{ ...macros, window: 'PT1H' }]),
      interventionTally([macros], { by: 'priority' }),
      interventionTally([macros], { exactUpTo: 5 }),
    ]) {
      expect(() => other.merge(partial)).toThrow(differs)
    }
    const grouped = interventionTally([macros], { by: 'priority' })
    const counted = interventionTally([macros])
    counted.add(opened(95, 1))
    expect(() => grouped.merge(counted.partial())).toThrow(differs)
    expect(grouped.report()).toMatchObject({ interventions: [{ before: { cases: 0 } }] })
    const odd = {
      ...partial,
      format: 'holdfast/intervention-partial@2',
    } as unknown as typeof partial
    expect(() => interventionTally([macros]).merge(odd)).toThrow(differs)
    expect(() => interventionTally([macros]).merge({ ...partial, sides: [] })).toThrow(differs)
    const titled = interventionTally([{ ...macros, title: 'Macros', lever: 'm' }], { fewCases: 3 })
    expect(() => titled.merge(partial)).not.toThrow()
  })
})
