import fc from 'fast-check'
import { expect, it } from 'vitest'
import { backTestSla, diffSlaPolicies, type SlaPolicyDocument } from '../src/index.ts'
import { histories } from './random-requests.ts'
import { type AgreementDocument, november, policyOf } from './report-desk.ts'

type Target = AgreementDocument['targets'][number]

const length = fc.constantFrom('PT1H', 'PT60M', 'PT4H')
const target = (metric: string): fc.Arbitrary<Target> =>
  fc.record(
    {
      metric: fc.constant(metric),
      within: length,
      pauseReasons: fc.constantFrom(['customer'], ['vendor', 'customer']),
      clock: fc.constantFrom({ counts: 'elapsedTime' }, { counts: 'businessTime' }),
    },
    { requiredKeys: ['metric', 'within'] },
  )

const agreement = (id: string): fc.Arbitrary<AgreementDocument> =>
  fc
    .record(
      {
        applies: fc.constantFrom(
          { all: [] },
          { all: [{ fact: 'level', operator: 'equal', value: 'gold' }] },
          { all: [{ fact: 'priority', operator: 'equal', value: 'P1' }] },
        ),
        calendar: fc.constantFrom('office', 'daily'),
        targets: fc.tuple(target('firstResponse'), target('resolution')),
      },
      { requiredKeys: ['targets'] },
    )
    .map((parts) => ({
      id,
      kind: 'sla',
      debtor: 'team:support',
      creditor: { fact: 'customer' },
      ...parts,
    }))

const policies = fc
  .tuple(
    fc.shuffledSubarray(['a', 'b', 'c'], { minLength: 1 }),
    agreement('a'),
    agreement('b'),
    agreement('c'),
  )
  .map(([ids, ...all]) => ids.map((id) => all.find((one) => one.id === id) as AgreementDocument))

const changes = fc.constantFrom<SlaPolicyDocument['changes']>({}, { priority: 'fromChange' })

it('policies that are equal keep every promise alike', () => {
  fc.assert(
    fc.property(policies, policies, histories, (before, after, all) => {
      const [a, b] = [policyOf(before), policyOf(after)]
      const report = backTestSla(a, b, all, { at: november(12, '12:00') })
      if (report.changedRequests > 0) expect(diffSlaPolicies(a, b).equal).toBe(false)
    }),
    { numRuns: 50 },
  )
})

it('a policy does not differ from itself, and differs alike in both directions', () => {
  fc.assert(
    fc.property(policies, policies, changes, changes, (before, after, was, is) => {
      const a = policyOf(before, { changes: was })
      const b = policyOf(after, { changes: is })
      expect(diffSlaPolicies(a, policyOf(before, { changes: was })).equal).toBe(true)
      const [there, back] = [diffSlaPolicies(a, b), diffSlaPolicies(b, a)]
      expect(back.equal).toBe(there.equal)
      const lengths = (diff: typeof there) => diff.changes.filter(({ what }) => what === 'length')
      expect(lengths(back).length).toBe(lengths(there).length)
    }),
    { numRuns: 40 },
  )
})
