import { expect, expectTypeOf, it } from 'vitest'
import {
  type CaseLife,
  type CaseLifeGroup,
  createImprovementPlan,
  type Decomposed,
  type ExplainedImprovementPlan,
  explained,
  type ImprovementPlan,
  type ImprovementPlanDocument,
} from '../src/index.ts'
import plan from './plan.json' with { type: 'json' }

it('takes an imported JSON module as it is', () => {
  expect(createImprovementPlan(plan).id).toBe('shorter')
})

it('does not take what is no plan', () => {
  const { levels: _, ...rest } = plan
  // @ts-expect-error nobody could pull a lever
  expect(() => createImprovementPlan(rest)).toThrow()
  // @ts-expect-error a lever changes something
  expect(() => createImprovementPlan({ ...plan, levers: [{ id: 'a', level: 'team' }] })).toThrow()
  expectTypeOf<{ id: string }>().not.toExtend<ImprovementPlanDocument>()
})

it('takes a case life and a group of them', () => {
  expectTypeOf<CaseLife>().toExtend<Decomposed>()
  expectTypeOf<CaseLifeGroup>().toExtend<Decomposed>()
})

it('compares no people', () => {
  const { interventions } = createImprovementPlan(plan)
  interventions({ by: ['priority', 'holder', 'fact:category'] })
  // @ts-expect-error case life is no measure of people
  expect(interventions({ by: 'person' }).report().ok).toBe(false)
  // @ts-expect-error nor of one of them
  expect(interventions({ by: 'person:ada' }).report().ok).toBe(false)
})

it('explains its levers', () => {
  expectTypeOf<keyof ExplainedImprovementPlan>().toEqualTypeOf<'levers'>()
  expectTypeOf<ReturnType<ExplainedImprovementPlan['levers']>['value']>().toEqualTypeOf<
    ReturnType<ImprovementPlan['levers']>
  >()
  expect(Object.keys(explained(createImprovementPlan(plan)))).toEqual(['levers'])
})
