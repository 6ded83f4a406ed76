import { describe, expect, it } from 'vitest'
import {
  checkRestRules,
  createRestRules,
  type DutySpan,
  EU_WORKING_TIME,
  type RestRulesDocument,
  restViolations,
  SRE_SIZING,
} from '../../src/index.ts'
import { HOUR } from '../fairness/random-duty.ts'

const eu = createRestRules(EU_WORKING_TIME)
const sre = createRestRules(SRE_SIZING)
const zones = { 'person:ada': 'Europe/Zurich', 'person:ben': 'Europe/Zurich' }
/** June 2027 in Zurich. */
const june = { from: '2027-05-31T22:00:00Z', to: '2027-06-30T22:00:00Z' }

/** A shift on a day of June, by the clock of Zurich. */
const shift = (
  day: number,
  hour: number,
  hours: number,
  rest: Omit<Partial<DutySpan>, 'from' | 'to'> = {},
) => {
  const from = Date.UTC(2027, 5, day, hour - 2)
  return { person: 'person:ada' as const, from, to: from + hours * HOUR, ...rest }
}
const weekdays = [1, 2, 3, 4, 7, 8, 9, 10, 11, 14, 15, 16, 17, 18, 21, 22, 23, 24, 25, 28, 29, 30]
const rules = (list: readonly DutySpan[], more: object = {}) =>
  restViolations(list, eu, { ...june, zones, ...more }).violations.map(({ rule }) => rule)

describe('rest of the day', () => {
  it('working days of eight hours keep every rule of the directive', () => {
    const list = weekdays.map((day) => shift(day, 9, 8))
    expect(restViolations(list, eu, { ...june, zones })).toMatchObject({
      isKept: true,
      violations: [],
      withoutHome: [],
    })
  })

  it('eleven hours after thirteen are enough, a minute less is not', () => {
    expect(rules([shift(1, 8, 13), shift(2, 8, 2)])).toEqual([])
    const late = { ...shift(1, 8, 13), to: shift(1, 8, 13).to + 60_000 }
    const { violations } = restViolations([late, shift(2, 8, 2)], eu, { ...june, zones })
    expect(violations).toMatchObject([
      {
        person: 'person:ada',
        rule: 'daily-rest',
        from: late.from,
        to: late.from + 24 * HOUR,
        found: 11 * HOUR - 60_000,
        allowed: 11 * HOUR,
        over: 60_000,
      },
    ])
  })

  it('rest in pieces is no rest on end', () => {
    expect(rules([shift(1, 8, 4), shift(1, 20, 2), shift(2, 7, 2)])).toContain('daily-rest')
  })

  it('two days on end without a break are against the rule twice', () => {
    const { violations } = restViolations([shift(1, 8, 60)], eu, { ...june, zones })
    expect(violations.filter(({ rule }) => rule === 'daily-rest').map(({ from }) => from)).toEqual([
      shift(1, 8, 0).from,
      shift(2, 8, 0).from,
    ])
  })

  it('what began before the span is not told, but a shift before it takes rest away', () => {
    const list = [shift(1, 8, 14), shift(2, 8, 9), shift(2, 23, 8)]
    const from = shift(2, 0, 0).from
    const { violations } = restViolations(list, eu, { ...june, from, zones })
    expect(violations.map((one) => one.from)).toEqual([shift(2, 8, 0).from])
  })
})

describe('where a day begins', () => {
  it('is with the first duty after enough rest', () => {
    const list = [shift(1, 8, 2), shift(1, 21, 15), shift(2, 21, 1)]
    expect(restViolations(list, eu, { ...june, zones }).violations).toMatchObject([
      { rule: 'daily-rest', from: shift(1, 21, 0).from, found: 9 * HOUR },
    ])
  })

  it('is in the span from its first instant on', () => {
    const list = [shift(1, 8, 14), shift(2, 8, 1)]
    const { from } = shift(1, 8, 0)
    expect(rules(list, { from })).toEqual(['daily-rest'])
    expect(rules(list, { from: from + 1 })).toEqual([])
  })
})

describe('rest of the week', () => {
  it('thirty-five hours until Monday are just enough', () => {
    const days = [7, 8, 9, 10, 11].map((day) => shift(day, 9, 8))
    expect(rules([...days, shift(12, 9, 4), shift(14, 0, 4)])).toEqual([])
    expect(rules([...days, shift(12, 9, 4.5), shift(14, 0, 4)])).toEqual(['weekly-rest'])
  })

  it('twelve hours every day leave no day off, and are too much on average', () => {
    const list = Array.from({ length: 30 }, (_, day) => shift(day + 1, 8, 12))
    expect(new Set(rules(list))).toEqual(new Set(['weekly-rest', 'weekly-hours']))
  })

  it('a week is that of the person: where Monday comes is a matter of zones', () => {
    // Free from Saturday 21:00 to Monday 08:00 in Zurich: 35 hours, the last eight in the next week there.
    const list = [...Array.from({ length: 6 }, (_, nth) => shift(7 + nth, 9, 12)), shift(14, 8, 1)]
    const question = { from: shift(7, 0, 0).from, to: shift(14, 0, 0).from }
    expect(restViolations(list, eu, { ...question, zones }).violations).toMatchObject([
      { rule: 'weekly-rest', found: 27 * HOUR, over: 8 * HOUR },
      { rule: 'weekly-hours', found: 72 * HOUR, allowed: 48 * HOUR },
    ])
  })
})

describe('averages', () => {
  it('fifty hours in one week pass, if four months have fewer on average', () => {
    const list = [7, 8, 9, 10, 11].map((day) => shift(day, 8, 10))
    expect(rules(list)).toEqual([])
    const week = { from: shift(7, 0, 0).from, to: shift(14, 0, 0).from }
    expect(rules(list, week)).toEqual(['weekly-hours'])
  })

  it('vacation does not make the average smaller', () => {
    const list = [1, 2, 3, 4, 7, 8, 9, 10, 11].map((day) => shift(day, 8, 12))
    expect(rules(list)).toEqual([])
    const absences = [{ person: 'person:ada' as const, from: shift(14, 0, 0).from, to: june.to }]
    expect(rules(list, { absences })).toEqual(['weekly-hours'])
  })

  it('of periods that follow each other, the worst is told', () => {
    const pack = createRestRules({
      id: 'own',
      version: 1,
      rules: [{ id: 'w', kind: 'average', most: 'PT40H', per: 'PT168H', over: 'P1W' }],
    })
    const list = [7, 8, 9, 10, 11, 12, 13].map((day) => shift(day, 9, 8))
    const { violations } = restViolations(list, pack, { ...june, zones })
    expect(violations).toMatchObject([
      { from: shift(7, 0, 0).from, to: shift(14, 0, 0).from, found: 56 * HOUR, over: 16 * HOUR },
    ])
  })

  it('of equal periods on end, the first is told', () => {
    const pack = createRestRules({
      id: 'own',
      version: 1,
      rules: [{ id: 'w', kind: 'average', most: 'PT40H', per: 'PT168H', over: 'P1W' }],
    })
    const list = [7, 8, 9, 10, 11].map((day) => shift(day, 9, 10))
    expect(restViolations(list, pack, { ...june, zones }).violations).toMatchObject([
      { from: shift(5, 0, 0).from, to: shift(12, 0, 0).from, over: 10 * HOUR },
    ])
  })

  it('a duty with just so much time in the night is a night duty', () => {
    const night = { from: '22:00', to: '06:00', least: 'PT3H' }
    const pack = createRestRules({
      id: 'own',
      version: 1,
      rules: [{ id: 'n', kind: 'average', most: 'PT30M', per: 'PT24H', over: 'P1W', night }],
    })
    const found = (hours: number) =>
      restViolations([shift(7, 20, hours)], pack, { ...june, zones }).violations.length
    expect([found(4), found(5)]).toEqual([0, 1])
  })

  it('the average of nights holds for those only who work at night', () => {
    const days = weekdays.slice(0, 20).map((day) => shift(day, 7, 11))
    expect(rules(days)).toEqual(['weekly-hours'])
    const nights = weekdays.slice(0, 20).map((day) => shift(day, 20, 11))
    expect(rules(nights)).toContain('night-hours')
  })
})

describe('on call at home', () => {
  const week = [shift(7, 9, 168)]

  it('a week on call is a week of work, where nobody says what was worked', () => {
    expect(new Set(rules(week))).toEqual(new Set(['daily-rest', 'weekly-rest']))
  })

  it('where that is given, only what was worked is', () => {
    const worked = [shift(8, 3, 2), shift(10, 14, 1)]
    expect(rules(week, { worked })).toEqual([])
  })

  it('but being on call is on call, for a rule that counts duty', () => {
    const report = restViolations(week, sre, { ...june, zones, worked: [] })
    expect(report.violations).toEqual([])
    const two = [...week, shift(21, 9, 48)]
    expect(restViolations(two, sre, { ...june, zones, worked: [] }).violations).toMatchObject([
      { rule: 'time-on-call', found: 216 * HOUR, allowed: 180 * HOUR },
    ])
  })
})

describe('incidents', () => {
  const at = (day: number, hour: number) => shift(day, hour, 0).from

  it('the third in a shift is one too many, for everybody on duty unless it has a person', () => {
    const list = [shift(7, 9, 12), shift(7, 9, 12, { person: 'person:ben' })]
    const incidents = [
      { at: at(7, 9) },
      { at: at(7, 12), person: 'person:ada' as const },
      { at: at(7, 20) },
      { at: at(7, 21) },
    ]
    const { violations, notJudged } = restViolations(list, sre, { ...june, zones, incidents })
    expect(violations).toMatchObject([
      { person: 'person:ada', rule: 'incidents', found: 3, allowed: 2, over: 1 },
    ])
    expect(notJudged).toEqual([])
  })

  it('a long duty is taken apart from its beginning', () => {
    const incidents = [8, 9, 19, 20].map((hour) => ({ at: at(7, hour) }))
    expect(restViolations([shift(7, 8, 24)], sre, { ...june, zones, incidents }).isKept).toBe(false)
    expect(restViolations([shift(7, 7, 24)], sre, { ...june, zones, incidents }).isKept).toBe(true)
  })

  it('without incidents the rule is not judged, and that is said', () => {
    expect(restViolations([shift(7, 9, 12)], sre, { ...june, zones }).notJudged).toEqual([
      'incidents',
    ])
  })
})

it('whose zone nobody knows is judged by rules that need no zone, and listed', () => {
  const report = restViolations([shift(1, 8, 20), shift(2, 8, 10)], eu, june)
  expect(report.violations.map(({ rule }) => rule)).toEqual(['daily-rest'])
  expect(report.withoutHome).toEqual([{ code: 'zone-missing', person: 'person:ada', zone: null }])
})

it('a shadow is not on duty, unless asked', () => {
  const list = [shift(1, 8, 60, { isShadow: true })]
  expect(rules(list)).toEqual([])
  expect(rules(list, { shadows: true })).toContain('daily-rest')
})

describe('the document', () => {
  const pack = (...list: unknown[]) =>
    checkRestRules({ id: 'own', version: 1, rules: list } as RestRulesDocument).map(
      ({ code, pointer }) => [code, pointer],
    )
  const rest = { id: 'r', kind: 'rest', least: 'PT11H', within: 'PT24H' }

  it.each([
    ['rest of no length', [{ ...rest, least: 'PT0H' }], [['length-invalid', '/rules/0/least']]],
    ['rest of days', [{ ...rest, least: 'P1D' }], [['length-invalid', '/rules/0/least']]],
    ['a window of months', [{ ...rest, within: 'P1M' }], [['length-invalid', '/rules/0/within']]],
    ['more rest than time', [{ ...rest, least: 'PT25H' }], [['rest-impossible', '/rules/0/least']]],
    [
      'more rest than a week has',
      [{ ...rest, within: 'P1W', least: 'PT169H' }],
      [['rest-impossible', '/rules/0/least']],
    ],
    ['one id twice', [rest, rest], [['rule-twice', '/rules/1/id']]],
    [
      'a period of hours',
      [{ id: 's', kind: 'share', percent: 25, over: 'PT24H' }],
      [['length-invalid', '/rules/0/over']],
    ],
  ])('%s is found', (_, list, found) => {
    expect(pack(...list)).toEqual(found)
  })

  it('the packs that ship have no findings', () => {
    expect([EU_WORKING_TIME, SRE_SIZING].flatMap((one) => checkRestRules(one))).toEqual([])
  })

  it('what cannot be used is refused with everything that was found', () => {
    const wrong = { id: 'own', version: 1, rules: [rest, { ...rest, least: 'PT0H' }] }
    expect(() => createRestRules(wrong as RestRulesDocument)).toThrow(
      expect.objectContaining({ name: 'DocumentError' }),
    )
  })
})
