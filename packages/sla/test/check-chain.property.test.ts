import { type Instant, type Mark, toInstant } from '@holdfast/kernel'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkChain, type Promised, type SlaPolicy } from '../src/index.ts'
import { type AgreementDocument, policyOf } from './report-desk.ts'

const calendar = fc.constantFrom('office', 'early', 'daily')
const hours = fc.integer({ min: 1, max: 30 }).map((hours) => `PT${hours}H`)
const days = fc.integer({ min: 1, max: 4 }).map((days) => `P${days}D`)

type Length = Pick<AgreementDocument['targets'][number], 'within' | 'clock'>

const length: fc.Arbitrary<Length> = fc.oneof(
  fc.record({
    within: hours,
    clock: fc.record({ counts: fc.constant('businessTime'), calendar }),
  }),
  fc.record({ within: hours, clock: fc.record({ counts: fc.constant('elapsedTime') }) }),
  fc.record({
    within: days,
    clock: fc.record({
      counts: fc.constant('businessDays'),
      calendar,
      due: fc.constant('endOfDay'),
      cutoff: fc.constantFrom('12:00', '16:30'),
    }),
  }),
  fc.record({
    within: days,
    clock: fc.record({
      counts: fc.constant('businessDays'),
      calendar,
      due: fc.constant('sameTime'),
    }),
  }),
  fc.record({
    within: fc.constantFrom('P1D', 'P2D', 'P1M'),
    clock: fc.record({
      counts: fc.constant('localDates'),
      timeZone: fc.constant('Europe/Zurich'),
    }),
  }),
) as fc.Arbitrary<Length>

/** A customer's promise that rests on one team, then on two side by side. */
const policies = fc.tuple(length, length, length, length).map(([upper, ...teams]): SlaPolicy => {
  const parties = { debtor: 'team:a', creditor: 'team:b' } as const
  const chain = ['t0/resolution', ['t1/resolution', 't2/resolution']]
  return policyOf([
    { id: 'gold', kind: 'sla', ...parties, targets: [{ metric: 'resolution', ...upper, chain }] },
    ...teams.map(
      (each, nth): AgreementDocument => ({
        id: `t${nth}`,
        kind: 'ola',
        supports: 'gold',
        ...parties,
        targets: [{ metric: 'resolution', ...each }],
      }),
    ),
  ])
})

/** Four weeks around the day on which clocks in Zurich go back. */
const from = toInstant('2026-10-12T00:00:00+02:00')
const to = toInstant('2026-11-09T00:00:00+01:00')
const DAY = 86_400_000

const start = fc.oneof(
  fc.integer({ min: from, max: to - 1 }),
  fc.integer({ min: 0, max: (to - from) / 900_000 - 1 }).map((nth) => from + nth * 900_000),
  fc.integer({ min: 1, max: (to - from) / 900_000 - 1 }).map((nth) => from + nth * 900_000 - 1),
)

/** When a promise that begins then must be kept at last, by reading what was submitted then. */
function latestOf({ obligation }: Promised, at: Instant): Instant {
  const mark: Mark = { id: '1', at, type: 'submitted', about: 'request:1' }
  return obligation.read([mark], at)[0]?.latestToMeet as Instant
}

function slackFrom(policy: SlaPolicy, at: Instant): number {
  const [gold, first, second, third] = (policy.models[0]?.agreements ?? []).map(
    ({ promises }) => promises[0] as Promised,
  ) as [Promised, Promised, Promised, Promised]
  const middle = latestOf(first, at)
  return latestOf(gold, at) - Math.max(latestOf(second, middle), latestOf(third, middle))
}

it('no start leaves less time than the one that was found', () => {
  fc.assert(
    fc.property(policies, fc.array(start, { minLength: 40, maxLength: 40 }), (policy, starts) => {
      const [link] = checkChain(policy, { from, to }).links
      for (const at of starts) {
        expect(slackFrom(policy, at)).toBeGreaterThanOrEqual(link?.slack as number)
      }
    }),
    { numRuns: 100 },
  )
})

it('the start that was found leaves as much time as it says', () => {
  fc.assert(
    fc.property(policies, (policy) => {
      const [link] = checkChain(policy, { from, to }).links
      const { start, latestToMeet, steps } = link?.tightest ?? expect.fail('nothing found')
      expect(slackFrom(policy, start)).toBe(link?.slack)
      expect(latestToMeet - Math.max(...steps.map(({ to }) => to as Instant))).toBe(link?.slack)
      expect(link?.fits).toBe((link?.slack as number) >= 0)
    }),
    { numRuns: 50 },
  )
})

it('a shorter window never finds less time', () => {
  fc.assert(
    fc.property(policies, fc.integer({ min: 1, max: 27 }), (policy, day) => {
      const [whole] = checkChain(policy, { from, to }).links
      const [part] = checkChain(policy, { from, to: from + day * DAY }).links
      expect(part?.slack).toBeGreaterThanOrEqual(whole?.slack as number)
    }),
    { numRuns: 25 },
  )
})
