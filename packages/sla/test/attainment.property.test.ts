import fc from 'fast-check'
import { expect, it } from 'vitest'
import { attainment } from '../src/index.ts'
import {
  answered,
  gold,
  type Happened,
  november,
  policyOf,
  request,
  resolved,
} from './report-desk.ts'

const policy = policyOf([gold])
const at = november(12, '12:00')

const time = fc
  .integer({ min: 0, max: 23 * 60 + 59 })
  .map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16))
const day = fc.integer({ min: 2, max: 12 })

const happened: fc.Arbitrary<Happened> = fc
  .tuple(day, time, fc.constantFrom('answered', 'resolved', 'cancelled', 'waiting', 'reopened'))
  .map(([day, time, what]): Happened => {
    if (what === 'answered') return answered(day, time)
    if (what === 'resolved') return resolved(day, time)
    return [day, time, what, what === 'waiting' ? { reason: 'customer' } : {}]
  })

const histories = fc
  .array(
    fc.record({
      day,
      time,
      level: fc.constantFrom('gold', 'basic'),
      priority: fc.constantFrom('P1', 'P2', 'P7'),
      happened: fc.array(happened, { maxLength: 5 }),
    }),
    { maxLength: 8 },
  )
  .map((all) =>
    all.map(({ day, time, level, priority, happened }, nth) =>
      request(
        String(nth),
        [day, time],
        { level, priority, customer: `customer:${nth % 3}` },
        ...happened,
      ),
    ),
  )

const by = fc.subarray([
  'agreement',
  'agreementKind',
  'metric',
  'priority',
  'debtor',
  'creditor',
  'period',
] as const)
const period = { each: 'week', timeZone: 'Europe/Zurich' } as const

it('the groups have the promises of the whole between them', () => {
  fc.assert(
    fc.property(histories, by, (all, by) => {
      const [whole, parts] = [[] as const, by].map((by) =>
        attainment(policy, all, { by, period, at }),
      )
      if (whole?.ok !== true || parts?.ok !== true) return expect.fail('refused')
      for (const key of ['met', 'breached', 'open', 'cancelled', 'missed'] as const) {
        const sum = parts.groups.reduce((total, group) => total + group[key], 0)
        expect(sum).toBe(whole.groups[0]?.[key])
      }
      expect(parts.coverage).toEqual(whole.coverage)
      const { requests, notBegun, withAgreement, withoutAgreement } = whole.coverage
      expect(notBegun + withAgreement + withoutAgreement).toBe(requests)
    }),
  )
})

it('the order of histories and of their marks changes nothing', () => {
  fc.assert(
    fc.property(histories, by, (all, by) => {
      const turned = all.map(({ id, marks }) => ({ id, marks: [...marks].reverse() })).reverse()
      const [one, other] = [all, turned].map((each) => attainment(policy, each, { by, period, at }))
      expect(other).toEqual(one)
    }),
  )
})
