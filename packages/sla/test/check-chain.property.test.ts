import { type Instant, type Mark, toInstant } from '@holdfast/kernel'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkChain, type Promised, type SlaPolicy } from '../src/index.ts'
import { type AgreementDocument, policyOf } from './report-desk.ts'

const calendar = fc.constantFrom('office', 'early', 'daily', 'night')
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
      cutoff: fc.constantFrom('02:30', '12:00', '16:30'),
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

const DAY = 86_400_000

/** Some days around those on which clocks in Zurich go back and forward. */
const window = fc
  .tuple(
    fc.constantFrom('2026-10-12T12:00:00Z', '2027-03-15T12:00:00Z').map(toInstant),
    fc.nat({ max: 20 }),
    fc.integer({ min: 1, max: 14 }),
  )
  .map(([first, skipped, days]) => {
    const from = first + skipped * DAY
    return { from, to: from + days * DAY, days }
  })
const QUARTER = 900_000

/** How far into a window something starts, as a share of a million, and how far beside a quarter of an hour, or anywhere. */
const place = fc.tuple(fc.nat({ max: 999_999 }), fc.constantFrom(-1, 0, 1, null))

function startAt(
  { from, to }: { readonly from: Instant; readonly to: Instant },
  [share, beside]: readonly [number, number | null],
): Instant {
  const at = Math.floor(((to - from) * share) / 1_000_000)
  const near = beside === null ? at : at - (at % QUARTER) + beside
  return Math.min(Math.max(from + near, from), to - 1)
}

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
    fc.property(
      policies,
      window,
      fc.array(place, { minLength: 40, maxLength: 40 }),
      (policy, window, places) => {
        const [link] = checkChain(policy, window).links
        for (const place of places) {
          const slack = slackFrom(policy, startAt(window, place))
          expect(slack).toBeGreaterThanOrEqual(link?.slack as number)
        }
      },
    ),
    { numRuns: 100 },
  )
})

it('the start that was found leaves as much time as it says', () => {
  fc.assert(
    fc.property(policies, window, (policy, { from, to }) => {
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
    fc.property(policies, window, fc.nat(), (policy, { from, to, days }, random) => {
      const [whole] = checkChain(policy, { from, to }).links
      const [part] = checkChain(policy, { from, to: from + (1 + (random % days)) * DAY }).links
      expect(part?.slack).toBeGreaterThanOrEqual(whole?.slack as number)
    }),
    { numRuns: 25 },
  )
})
