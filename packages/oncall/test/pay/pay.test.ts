import { createDirectory } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import {
  checkPayRates,
  createPayRates,
  createSchedule,
  type PaidSpan,
  type PayRatesDocument,
  pay,
} from '../../src/index.ts'
import { HOUR } from '../fairness/random-duty.ts'

const zones = { 'person:ada': 'UTC', 'person:ben': 'UTC' }
const week = { from: '2027-06-07T00:00:00Z', to: '2027-06-14T00:00:00Z', zones }
const shift = (from: string, to: string, rest: Partial<PaidSpan> = {}): PaidSpan => ({
  person: 'person:ada',
  from: `2027-06-${from}:00Z`,
  to: `2027-06-${to}:00Z`,
  ...rest,
})
const rates = (...list: PayRatesDocument['rates']) =>
  createPayRates({ id: 'rates', version: 1, currency: 'CHF', rates: list })
const hourly = rates(
  { id: 'base', per: 'hour', amount: 500 },
  { id: 'night', per: 'hour', amount: 900, kinds: ['night'] },
  { id: 'weekend', per: 'hour', amount: 1200, kinds: ['weekend', 'holiday'] },
)
const amounts = (list: readonly PaidSpan[], by = hourly, question: object = {}) =>
  pay(list, by, { ...week, ...question }).people.map(({ person, amount }) => [person, amount])

describe('by the hour', () => {
  it('each kind of time has its rate, and lines add up', () => {
    const report = pay([shift('11T12:00', '12T12:00')], hourly, week)
    expect(report).toMatchObject({ rates: 'rates', currency: 'CHF', amount: 21_200 })
    expect(report.people).toEqual([
      {
        person: 'person:ada',
        amount: 21_200,
        onDuty: 24 * HOUR,
        withoutRate: 0,
        lines: [
          {
            person: 'person:ada',
            part: 'weekend',
            amount: 14_400,
            by: [{ rate: 'weekend', amount: 1200, count: 12 * HOUR }],
          },
          {
            person: 'person:ada',
            part: 'night',
            amount: 1800,
            by: [{ rate: 'night', amount: 900, count: 2 * HOUR }],
          },
          {
            person: 'person:ada',
            part: 'day',
            amount: 5000,
            by: [{ rate: 'base', amount: 500, count: 10 * HOUR }],
          },
        ],
      },
    ])
  })

  it('two seats at once pay the higher rate, and that once', () => {
    const byRole = rates(
      { id: 'first', per: 'hour', amount: 1000, roles: ['incident'] },
      { id: 'second', per: 'hour', amount: 400, roles: ['triage'] },
    )
    const list = [
      shift('07T08:00', '07T16:00', { role: 'triage' }),
      shift('07T10:00', '07T12:00', { role: 'incident' }),
    ]
    expect(amounts(list, byRole)).toEqual([['person:ada', 2 * 1000 + 6 * 400]])
  })

  it('half a unit is rounded up, once for a kind of time', () => {
    const half = rates({ id: 'odd', per: 'hour', amount: 1 })
    const quarter = [shift('07T08:00', '07T08:15'), shift('08T08:00', '08T08:15')]
    expect(amounts(quarter, half)).toEqual([['person:ada', 1]])
    expect(amounts(quarter.slice(1), half)).toEqual([['person:ada', 0]])
  })

  it('a time without a rate is said to be without one', () => {
    const nights = rates({ id: 'night', per: 'hour', amount: 900, kinds: ['night'] })
    expect(pay([shift('07T20:00', '07T23:00')], nights, week).people).toMatchObject([
      { amount: 900, onDuty: 3 * HOUR, withoutRate: 2 * HOUR },
    ])
  })

  it('duty is cut off at the ends of the period', () => {
    expect(amounts([shift('06T20:00', '07T09:00')])).toEqual([['person:ada', 6 * 900 + 3 * 500]])
  })

  it('teams and people have rates of their own', () => {
    const directory = createDirectory({
      id: 'people',
      version: 1,
      people: { ada: { team: 'core', zone: 'UTC' }, ben: { zone: 'UTC' } },
      teams: { core: {} },
    })
    const own = rates(
      { id: 'all', per: 'hour', amount: 100 },
      { id: 'core', per: 'hour', amount: 200, people: ['team:core'] },
      { id: 'ben', per: 'hour', amount: 300, people: ['person:ben'] },
    )
    const list = [
      shift('07T08:00', '07T09:00'),
      shift('07T08:00', '07T09:00', { person: 'person:ben' }),
    ]
    expect(amounts(list, own, { directory })).toEqual([
      ['person:ada', 200],
      ['person:ben', 300],
    ])
  })
})

describe('by the shift', () => {
  const fees = rates(
    { id: 'shift', per: 'shift', amount: 5000 },
    { id: 'off', per: 'shift', amount: 8000, kinds: ['weekend'] },
    { id: 'backup', per: 'shift', amount: 2000, roles: ['backup'] },
  )

  it('any weekend in a shift makes it a weekend shift', () => {
    const list = [shift('07T08:00', '07T16:00'), shift('11T20:00', '12T04:00')]
    expect(amounts(list, fees)).toEqual([['person:ada', 13_000]])
  })

  it('two shifts on end are two, two at once are one', () => {
    const onEnd = [shift('07T08:00', '07T16:00'), shift('07T16:00', '07T20:00')]
    expect(amounts(onEnd, fees)).toEqual([['person:ada', 10_000]])
    const atOnce = [shift('07T08:00', '07T16:00'), shift('07T15:59', '07T20:00')]
    expect(amounts(atOnce, fees)).toEqual([['person:ada', 5000]])
  })

  it('a shift that overlaps two paid ones does not join them to one', () => {
    const backup = rates(
      { id: 'first', per: 'shift', amount: 5000, roles: ['incident'] },
      { id: 'backup', per: 'shift', amount: 2000, roles: ['backup'] },
    )
    const list = [
      shift('07T08:00', '07T16:00', { role: 'incident' }),
      shift('07T15:00', '07T17:00', { role: 'backup' }),
      shift('07T16:00', '07T20:00', { role: 'incident' }),
    ]
    expect(amounts(list, backup)).toEqual([['person:ada', 10_000]])
  })

  it('of equal rates the shift that begins first is paid, in whatever order they come', () => {
    const list = [
      shift('07T10:00', '07T14:00'),
      shift('07T13:00', '07T16:00'),
      shift('07T08:00', '07T11:00'),
    ]
    expect(amounts(list, fees)).toEqual([['person:ada', 10_000]])
  })

  it('what begins with the end of the period is of the next', () => {
    const list = [shift('13T08:00', '13T16:00'), shift('14T00:00', '14T08:00')]
    expect(amounts(list, fees)).toEqual([['person:ada', 8000]])
  })

  it('a turn that somebody else covers in the middle is one shift', () => {
    const schedule = createSchedule({
      id: 'incidents',
      version: 1,
      timeZone: 'UTC',
      layers: [
        {
          id: 'day',
          rotation: { every: 'P1D', anchor: '2027-06-07T00:00', members: ['person:ada'] },
        },
      ],
      overrides: [
        {
          id: 'dentist',
          mode: 'replace',
          person: 'person:ada',
          by: 'person:ben',
          from: '2027-06-08T10:00',
          to: '2027-06-08T12:00',
        },
      ],
    })
    const list = schedule.shifts('2027-06-08T00:00:00Z', '2027-06-09T00:00:00Z')
    expect(list).toHaveLength(3)
    const flat = rates({ id: 'shift', per: 'shift', amount: 5000 })
    expect(amounts(list, flat)).toEqual([
      ['person:ada', 5000],
      ['person:ben', 5000],
    ])
  })

  it('a shift is paid in the period in which it begins, with its hours where they are', () => {
    const both = rates(
      { id: 'shift', per: 'shift', amount: 5000 },
      { id: 'hour', per: 'hour', amount: 100 },
    )
    const list = [shift('13T20:00', '14T04:00')]
    expect(amounts(list, both)).toEqual([['person:ada', 5400]])
    const next = { from: '2027-06-14T00:00:00Z', to: '2027-06-21T00:00:00Z' }
    expect(amounts(list, both, next)).toEqual([['person:ada', 400]])
  })
})

it('whose zone nobody knows is listed with their hours, and not paid by a guess', () => {
  const report = pay([shift('07T08:00', '07T09:00', { person: 'person:eva' })], hourly, week)
  expect(report).toMatchObject({
    amount: 0,
    people: [],
    withoutHome: [{ code: 'zone-missing', person: 'person:eva', onDuty: HOUR }],
  })
})

it('an amount that no whole number says exactly is refused', () => {
  const rich = rates({ id: 'rich', per: 'hour', amount: Number.MAX_SAFE_INTEGER })
  expect(() => pay([shift('07T08:00', '07T10:00')], rich, week)).toThrow(
    expect.objectContaining({ code: 'amount-out-of-range' }),
  )
})

describe('the document', () => {
  const directory = createDirectory({
    id: 'people',
    version: 1,
    people: { ada: {} },
    teams: { core: {} },
  })
  const base = { id: 'base', per: 'hour', amount: 500 }
  const header = { id: 'rates', version: 1, currency: 'CHF' }

  it.each([
    ['a fraction of a unit', { rates: [{ ...base, amount: 0.5 }] }, '/rates/0/amount'],
    ['less than nothing', { rates: [{ ...base, amount: -1 }] }, '/rates/0/amount'],
    ['a currency that is none', { currency: 'francs', rates: [base] }, '/currency'],
    ['a rate by the week', { rates: [{ ...base, per: 'week' }] }, '/rates/0/per'],
    ['one id twice', { rates: [base, base] }, '/rates/1/id'],
    ['a night that is no time', { night: { from: '22', to: '06:00' }, rates: [] }, '/night/from'],
    [
      'a person that there is not',
      { rates: [{ ...base, people: ['person:adda'] }] },
      '/rates/0/people/0',
    ],
    ['a team that there is not', { rates: [{ ...base, people: ['team:c'] }] }, '/rates/0/people/0'],
  ])('%s is found', (_, wrong, pointer) => {
    const document = { ...header, ...wrong } as unknown as PayRatesDocument
    expect(checkPayRates(document, { directory }).map((finding) => finding.pointer)).toEqual([
      pointer,
    ])
    expect(() => createPayRates(document, { directory })).toThrow(
      expect.objectContaining({ name: 'DocumentError' }),
    )
  })

  it('a person is meant by a similar name', () => {
    const document = { ...header, rates: [{ ...base, people: ['person:adda'] }] }
    expect(checkPayRates(document, { directory })).toMatchObject([
      { code: 'person-unknown', didYouMean: 'person:ada' },
    ])
  })
})
