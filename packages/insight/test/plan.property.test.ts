import { explanationFaults } from '@holdfast/kernel/testing'
import { renderReason } from '@holdfast/kernel/text'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  checkImprovementPlan,
  createImprovementPlan,
  explained,
  insightPhrases,
} from '../src/index.ts'
import { lives } from './some-lives.ts'

const share = fc.double({ min: 0.01, max: 1, noNaN: true })

const changes = fc.array(
  fc.oneof(
    fc.record({ element: fc.constantFrom('investigation', 'fix', 'resolved'), shorterBy: share }),
    fc.record({ element: fc.constantFrom('verification', 'wait'), fewerRepeats: share }),
    fc.record({
      element: fc.constant('wait'),
      party: fc.constantFrom('customer', 'sales'),
      driver: fc.constantFrom('recurrence', 'handOver', 'reopened', 'unknown'),
      fewerRepeats: share,
    }),
  ),
  { minLength: 1, maxLength: 3 },
)

const levers = fc.uniqueArray(
  fc.record(
    {
      id: fc.string({ minLength: 1 }).filter((id) => !id.startsWith('person:')),
      level: fc.constantFrom('team', 'department', 'company'),
      changes,
      complexity: fc.integer({ min: 1, max: 5 }),
      title: fc.constant('Forms'),
      reason: fc.constant('We asked'),
    },
    { requiredKeys: ['id', 'level', 'changes'] },
  ),
  { selector: ({ id }) => id, maxLength: 5 },
)

const plans = levers.map((all) => ({
  id: 'shorter',
  version: 1,
  levels: ['team', 'department', 'company'],
  levers: all,
}))

it('an explanation answers what the plan answers, and every reason has words', () => {
  fc.assert(
    fc.property(plans, lives, (document, life) => {
      const plan = createImprovementPlan(document)
      for (const args of [[life], [{ elements: [], ended: 0 }], [null]]) {
        const question = { method: 'levers', args }
        expect(explanationFaults(plan, explained(plan), question, insightPhrases)).toEqual([])
      }
      const { reason } = explained(plan).levers(life)
      const text = renderReason(reason, { timeZone: 'UTC', phrases: [insightPhrases] })
      expect(text).not.toMatch(/undefined|NaN/)
    }),
  )
})

it('levers save together no more than one by one, and no less than the best of them', () => {
  fc.assert(
    fc.property(plans, lives, (document, life) => {
      const { levers: placed, together, apart } = createImprovementPlan(document).levers(life)
      // Each element of each is rounded once.
      const roundings = life.elements.length * (placed.length + 1)
      expect(together.saved).toBeLessThanOrEqual(apart + roundings)
      expect(together.saved).toBeGreaterThanOrEqual(placed[0]?.impact.saved ?? 0)
    }),
  )
})

it('the order in which levers are written changes nothing', () => {
  fc.assert(
    fc.property(plans, lives, (document, life) => {
      const turned = { ...document, levers: document.levers.toReversed() }
      const [there, back] = [document, turned].map((one) => createImprovementPlan(one).levers(life))
      expect(back?.levers).toEqual(there?.levers)
      expect(back?.together.saved).toBe(there?.together.saved)
    }),
  )
})

it('a check never throws, and a plan that it finds nothing in can be made', () => {
  fc.assert(
    fc.property(plans, fc.jsonValue(), fc.jsonValue(), (document, some, other) => {
      for (const odd of [some, { ...document, levers: some, levels: other }] as never[]) {
        const errors = checkImprovementPlan(odd).filter(({ severity }) => severity === 'error')
        if (errors.length === 0) expect(() => createImprovementPlan(odd)).not.toThrow()
        else expect(() => createImprovementPlan(odd)).toThrow()
      }
    }),
  )
})
