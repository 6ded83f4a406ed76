import { MAX_INSTANT, type Mark, type MarkType } from '@holdfast/kernel'
import fc from 'fast-check'
import { METRICS, type SlaPolicy, type SlaPolicyDocument, succession } from '../src/index.ts'
import { type AgreementDocument, november, policyOf } from './report-desk.ts'

const BEGIN = november(2, '09:00')
const MINUTE = 60_000

type Changes = NonNullable<SlaPolicyDocument['changes']>

const onChange = fc.constantFrom('retroactive' as const, 'fromChange' as const, 'keep' as const)
const changes: fc.Arbitrary<Changes> = fc.record(
  { priority: onChange, facts: onChange, effective: onChange },
  { requiredKeys: [] },
)

const length = fc.constantFrom('PT30M', 'PT1H', 'PT2H', 'PT4H', 'PT12H')
const target = fc
  .record({
    metric: fc.constantFrom(...Object.keys(METRICS)),
    lengths: fc.oneof(
      length.map((within) => ({ within })),
      fc
        .record({ P1: length, P2: length }, { requiredKeys: [] })
        .filter((byPriority) => Object.keys(byPriority).length > 0)
        .map((byPriority) => ({ byPriority })),
    ),
    parts: fc.record(
      {
        pauseReasons: fc.constantFrom<string[]>(['customer'], ['customer', 'vendor'], []),
        warnAt: fc.constant<number[]>([0.5]),
        clock: fc.constantFrom(
          { counts: 'elapsedTime' as const },
          { counts: 'businessTime' as const, calendar: 'daily' },
        ),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ metric, lengths, parts }) => ({ metric, ...lengths, ...parts }))

const targets = fc.uniqueArray(target, {
  selector: ({ metric }) => metric,
  minLength: 1,
  maxLength: 4,
})

const dates = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom(
    { to: '2026-11-03' },
    { from: '2026-11-03' },
    { from: '2026-11-03', to: '2026-11-05' },
  ),
)

const applies = (level: string) => ({ all: [{ fact: 'level', operator: 'equal', value: level }] })

const agreement = (
  id: string,
  parts: Partial<AgreementDocument>,
): fc.Arbitrary<AgreementDocument> =>
  fc.record({ targets, effective: dates }).map(({ targets, effective }) => ({
    id,
    kind: 'sla',
    debtor: 'team:support',
    creditor: { fact: 'customer' },
    targets,
    ...(effective && { effective }),
    ...parts,
  }))

const agreements = fc
  .tuple(
    agreement('gold', { applies: applies('gold') }),
    agreement('platform', { kind: 'ola', supports: 'gold', debtor: 'team:platform' }),
    agreement('old', { effective: { to: '2026-11-03' } }),
    agreement('basic', {}),
  )
  .chain((all) => fc.subarray(all, { minLength: 1 }))
  .filter((all) => all.some(({ id }) => id === 'gold') || all.every(({ id }) => id !== 'platform'))

function oneOf(given: fc.Arbitrary<Changes>): fc.Arbitrary<SlaPolicy> {
  return fc
    .record({ agreements, changes: given, effective: dates })
    .map(({ agreements, changes, effective }) =>
      policyOf(agreements, { changes, ...(effective && { effective }) }),
    )
}

/** Policies whose changes do as is given, now and then two that follow each other. */
export function policies(given = changes): fc.Arbitrary<SlaPolicy> {
  const one = oneOf(given)
  const any = fc.oneof(
    { weight: 3, arbitrary: one },
    { weight: 1, arbitrary: fc.tuple(one, one).map(([a, b]) => succession([a, b])) },
  )
  return any.map((policy) => ({ ...policy, [fc.toStringMethod]: () => documentsOf(policy) }))
}

function documentsOf({ models }: SlaPolicy): string {
  return models.map(({ document }) => JSON.stringify(document)).join('\n')
}

const TYPES: readonly MarkType[] = [
  'message',
  'message',
  'waiting',
  'resumed',
  'resolved',
  'reopened',
  'cancelled',
  'closed',
  'triaged',
  'assigned',
  'offered',
  'accepted',
  'priorityChanged',
  'priorityChanged',
]

const facts = fc.record(
  {
    level: fc.constantFrom('gold', 'basic'),
    priority: fc.constantFrom('P1', 'P2', 'P7'),
    assignedTo: fc.constantFrom('team:a', 'team:b'),
    offeredTo: fc.constantFrom('team:a', 'team:b'),
  },
  { requiredKeys: [] },
)

/** Most of them soon, and on the half hour, so that things coincide. */
export const minutes = fc.oneof(
  { weight: 3, arbitrary: fc.nat({ max: 24 }).map((half) => half * 30) },
  { weight: 1, arbitrary: fc.nat({ max: 5 * 1440 }) },
)

export function instantOf(minute: number): number {
  return BEGIN + minute * MINUTE
}

/** What happens to a request after it was submitted on 2 November, 09:00. */
export const histories: fc.Arbitrary<readonly Mark[]> = fc
  .record({
    submitted: facts,
    happened: fc.array(
      fc.record({
        minute: minutes,
        type: fc.constantFrom(...TYPES),
        by: fc.constantFrom('person:ada' as const, 'customer:acme' as const),
        reason: fc.constantFrom('customer', 'vendor'),
        about: fc.constantFrom('request:7', 'request:7', 'wait:1', 'offer:1', 'offer:2'),
        facts: fc.option(facts, { nil: undefined }),
      }),
      { maxLength: 10 },
    ),
  })
  .map(({ submitted, happened }) => {
    const first: Mark = {
      id: 'first',
      at: BEGIN,
      seq: 0,
      type: 'submitted',
      about: 'request:7',
      by: 'customer:acme',
      facts: { customer: 'customer:acme', ...submitted },
    }
    const rest = happened.map(({ minute, type, facts, reason, about, by }, nth): Mark => {
      const parts = { ...(facts && { facts }), ...(type === 'waiting' && { reason }) }
      return { id: `m${nth}`, at: instantOf(minute), seq: nth + 1, type, about, by, ...parts }
    })
    return [first, ...rest]
  })

export interface Situation {
  readonly policy: SlaPolicy
  readonly marks: readonly Mark[]
  readonly at: number
}

/** A policy, what happened to a request, and an instant to ask at. */
export const situations: fc.Arbitrary<Situation> = fc.record({
  policy: policies(),
  marks: histories,
  at: fc.oneof(minutes.map(instantOf), fc.constantFrom(BEGIN - 1, MAX_INSTANT)),
})
