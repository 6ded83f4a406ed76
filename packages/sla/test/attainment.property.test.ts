import fc from 'fast-check'
import { expect, it } from 'vitest'
import { attainment } from '../src/index.ts'
import { histories, turned } from './random-requests.ts'
import { gold, november, policyOf } from './report-desk.ts'

const policy = policyOf([gold])
const at = november(12, '12:00')

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
      const [one, other] = [all, turned(all)].map((each) =>
        attainment(policy, each, { by, period, at }),
      )
      expect(other).toEqual(one)
    }),
  )
})
