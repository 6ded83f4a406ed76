import { isDocumentError } from '@holdfast/kernel'
import { fromYaml } from '@holdfast/kernel/source'
import { describe, expect, it } from 'vitest'
import { checkObligation, createObligation, type Terms } from '../src/index.ts'
import { deps, news, promise, solution } from './desk.ts'

/** Sound terms with parts replaced; `undefined` takes a part away. */
function changed(parts: object): Terms {
  const terms = Object.entries({ ...promise(), ...parts })
  return Object.fromEntries(terms.filter(([, value]) => value !== undefined)) as unknown as Terms
}

/** What is found when parts of sound terms are replaced. */
function found(parts: object) {
  return checkObligation(changed(parts), deps).map(({ severity, code, pointer, didYouMean }) =>
    [severity, code, pointer, ...(didYouMean === undefined ? [] : [didYouMean])].join(' '),
  )
}

const GRID = { period: 'PT4H', from: 'grid' }
const END = { untilDate: '2026-12-31T00:00:00Z' }
const DAYS = { counts: 'businessDays', calendar: 'office', due: 'endOfDay' }
const DATES = { counts: 'localDates', timeZone: 'Europe/Zurich' }

describe('terms', () => {
  it('that are sound have no findings', () => {
    for (const terms of [promise(), solution(), news('grid'), promise({ elapsed: 'PT1H' })]) {
      expect(checkObligation(terms, deps)).toEqual([])
    }
    expect(found({ within: 'P2D', clock: { ...DAYS, cutoff: '16:00' } })).toEqual([])
    expect(found({ within: 'P1M', clock: DATES })).toEqual([])
    expect(found({ warnAt: [0.5, 'PT30M'], consequences: [{ on: 'warning', kind: 'x' }] })).toEqual(
      [],
    )
  })

  it('say by when it is owed, in one way', () => {
    expect(found({ within: undefined })).toEqual(['error deadline-missing '])
    expect(found({ every: { ...GRID, ...END } })).toEqual(['error deadline-twice /every'])
    // What is wrong is there.
    expect(found({ within: 'soon' })).toEqual(['error duration-invalid /within'])
  })

  it('say when a cadence ends', () => {
    const cadence = (parts: object, rest: object = {}) =>
      found({ within: undefined, every: { ...GRID, ...parts }, ...rest })
    expect(cadence({})).toEqual(['error end-missing /every'])
    expect(cadence(END)).toEqual([])
    expect(cadence({ until: { condition: 'over' } })).toEqual([])
    expect(cadence({}, { cancel: { condition: 'over' } })).toEqual([])
    expect(cadence({ untilDate: 'soon' })).toEqual(['error instant-invalid /every/untilDate'])
    expect(cadence({ until: 5 })).toEqual(['error condition-invalid /every/until'])
    expect(cadence({ ...END, from: 'often' })).toEqual(['error invalid-value /every/from'])
  })

  it('leave some time', () => {
    for (const within of ['PT0S', 0, -1, '-PT4H', 'P0D']) {
      expect(found({ within })).toEqual(['error target-not-positive /within'])
    }
    expect(found({ within: undefined, every: { ...GRID, ...END, period: 'PT0H' } })).toEqual([
      'error target-not-positive /every/period',
    ])
  })

  it('count a period as its clock can', () => {
    const unfit = ['error period-unfit /within']
    expect(found({ within: 'P2D' })).toEqual(unfit)
    expect(found({ within: 'P1M', clock: { counts: 'elapsedTime' } })).toEqual(unfit)
    expect(found({ within: 'PT4H', clock: DAYS })).toEqual(unfit)
    expect(found({ within: 'P1M', clock: DAYS })).toEqual(unfit)
    expect(found({ within: 'P1DT4H', clock: DATES })).toEqual(unfit)
    expect(found({ within: 3_600_000, clock: DATES })).toEqual(unfit)
  })

  it('give a clock what it needs, and nothing that means nothing to it', () => {
    const clock = (clock: object, within = 'PT4H') => found({ clock, within })
    expect(clock({ counts: 'businessTime' })).toEqual(['error clock-incomplete /clock'])
    expect(clock({ counts: 'businessDays', calendar: 'office' }, 'P2D')).toEqual([
      'error clock-incomplete /clock',
    ])
    expect(clock({ counts: 'localDates' }, 'P2D')).toEqual(['error clock-incomplete /clock'])
    const unused = ['calendar', 'due', 'cutoff', 'timeZone']
    const { due, calendar } = DAYS
    const timeZone = 'UTC'
    expect(clock({ counts: 'elapsedTime', calendar, due, cutoff: '16:00', timeZone })).toEqual(
      unused.map((part) => `error clock-part-unused /clock/${part}`),
    )
    expect(clock({ ...DAYS, due: 'sameTime', cutoff: '16:00' }, 'P1D')).toEqual([
      'error clock-part-unused /clock/cutoff',
    ])
    expect(clock({ ...DAYS, cutoff: '25:00' }, 'P1D')).toEqual(['error time-invalid /clock/cutoff'])
    expect(clock({ counts: 'businesTime', calendar })).toEqual([
      'error invalid-value /clock/counts businessTime',
    ])
  })

  it('name a calendar and a zone that there are', () => {
    const calendar = (calendar: string) => found({ clock: { counts: 'businessTime', calendar } })
    expect(calendar('ofice')).toEqual(['error calendar-unknown /clock/calendar office'])
    expect(calendar('constructor')).toEqual(['error calendar-unknown /clock/calendar'])
    expect(found({ within: 'P1D', clock: { ...DATES, timeZone: 'Europe/Zürich' } })).toEqual([
      'error zone-unknown /clock/timeZone Europe/Zurich',
    ])
  })

  it('pause for reasons that there are, also those of the organization', () => {
    expect(found({ pauseReasons: ['custumer', 'date', 'toString'] })).toEqual([
      'error pause-reason-unknown /pauseReasons/0 customer',
      'error pause-reason-unknown /pauseReasons/2',
    ])
    const own = { ...deps, waitReasons: ['approval'] }
    expect(checkObligation(promise({ pauseReasons: ['approval'] }), own)).toEqual([])
  })

  it('warn at shares or times before the end', () => {
    const invalid = [0, 1, -0.5, 'soon', 'P1D', 'PT0S']
    expect(found({ warnAt: invalid })).toEqual(
      invalid.map((_, nth) => `error warning-invalid /warnAt/${nth}`),
    )
    expect(found({ warnAt: ['PT3H59M', 'PT4H', 'PT5H'] })).toEqual([
      'warning warning-at-once /warnAt/1',
      'warning warning-at-once /warnAt/2',
    ])
  })

  it('warn, where something follows from a warning', () => {
    const consequences = [
      { on: 'breach', kind: 'escalate' },
      { on: 'warning', kind: 'notify' },
    ]
    expect(found({ consequences })).toEqual(['warning warning-missing /consequences/1/on'])
    expect(found({ consequences, warnAt: [0.5] })).toEqual([])
  })

  it('pause something, where they say what resumes it', () => {
    const resume = { condition: 'resumed' }
    expect(found({ resume })).toEqual(['warning resume-without-pause /resume'])
    expect(found({ resume, pause: { condition: 'waiting' } })).toEqual([])
    expect(found({ resume, pauseReasons: ['customer'] })).toEqual([])
  })

  it('ask marks for what they have', () => {
    const stop = (fact: string, operator: string, value: unknown) =>
      found({ stop: { all: [{ fact, operator, value }] } })
    expect(stop('tpye', 'equal', 'message')).toEqual(['error fact-unknown /stop/all/0/fact type'])
    expect(stop('type', 'equals', 'message')).toEqual([
      'error operator-unknown /stop/all/0/operator equal',
    ])
    expect(stop('type', 'equal', 'mesage')).toEqual([
      'error enum-unknown /stop/all/0/value message',
    ])
    expect(found({ stop: { condition: 'publicAnser' } })).toEqual([
      'error condition-unknown /stop/condition publicAnswer',
    ])
  })

  it('find what is wrong in a named condition once, where it stands', () => {
    const own = { all: [{ fact: 'type', operator: 'equals', value: 'message' }] }
    const named = { condition: 'own' }
    expect(found({ conditions: { own }, stop: named, cancel: named })).toEqual([
      'error operator-unknown /conditions/own/all/0/operator equal',
    ])
  })

  it('do not give a new meaning to a name that every obligation knows', () => {
    expect(found({ conditions: { over: { condition: 'closed' } } })).toEqual([
      'error condition-reserved /conditions/over',
    ])
  })

  it('name parties, what they are about, and nothing that there is not', () => {
    expect(found({ debtor: 'platform', creditor: { fact: '' } })).toEqual([
      'error party-invalid /debtor',
      'error invalid-value /creditor/fact',
    ])
    expect(found({ creditor: { fact: 'offeredTo' } })).toEqual([])
    expect(found({ kind: undefined, start: undefined, per: 'task', warmAt: 1 }).sort()).toEqual([
      'error invalid-value /per',
      'error missing /kind',
      'error missing /start',
      'error unknown-key /warmAt warnAt',
    ])
  })
})

const BAD = `id: answer
version: 1
kind: sla.firstResponse
debtor: platform
creditor: customer:acme
conditions:
  over: { condition: closed }
start: { condition: submited }
stop:
  all:
    - { fact: tpye, operator: equal, value: message }
resume: { condition: resumed }
within: P2D
every: { period: PT0S, from: grid }
clock:
  counts: businessTime
  calendar: ofice
  timeZone: UTC
warnAt: [2]
`

describe('everything that is wrong with terms', () => {
  it('is found at once, with the line and column where it stands', () => {
    const findings = checkObligation(fromYaml(BAD, { name: 'answer.yaml' }), deps)
    const places = findings.map(({ code, line, column }) => `${line}:${column} ${code}`)
    expect(new Set(findings.map(({ document }) => document))).toEqual(new Set(['answer.yaml']))
    expect(places.sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))).toEqual([
      '4:9 party-invalid',
      '7:3 condition-reserved',
      '8:21 condition-unknown',
      '11:15 fact-unknown',
      '12:9 resume-without-pause',
      '13:9 period-unfit',
      '14:8 deadline-twice',
      '14:18 target-not-positive',
      '17:13 calendar-unknown',
      '18:13 clock-part-unused',
      '19:10 warning-invalid',
    ])
  })

  it('is thrown at once where somebody makes an obligation of them', () => {
    const source = fromYaml(BAD, { name: 'answer.yaml' })
    try {
      createObligation(source, deps)
      expect.fail('bad terms were taken')
    } catch (error) {
      expect(isDocumentError(error) && error.findings).toEqual(checkObligation(source, deps))
    }
  })

  it('is found in text that is no terms at all', () => {
    for (const text of ['[]', 'answer', '{', 'null']) {
      const findings = checkObligation(fromYaml(text, { name: 'bad.yaml' }), deps)
      expect(findings.some(({ severity }) => severity === 'error')).toBe(true)
    }
  })
})

it('terms that were taken do not change when what they were made from does', () => {
  const terms = { ...promise(), warnAt: [0.5] }
  const obligation = createObligation(terms, deps)
  terms.warnAt.push(0.75)
  expect(obligation.terms.warnAt).toEqual([0.5])
  expect(Object.isFrozen(obligation.terms)).toBe(true)
})
