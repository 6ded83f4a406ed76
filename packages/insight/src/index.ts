export type { StateElements } from './activity.ts'
export type { Answers } from './answers.ts'
export {
  type CaseLife,
  type CaseLifeOptions,
  decomposeCaseLife,
  type LifeProblem,
  type Span,
} from './case-life.ts'
export type { Ending, Undone } from './course.ts'
export type { Distribution, DistributionPartial } from './distribution.ts'
export {
  IMPROVEMENT_PLAN_FORMAT,
  type ImprovementPlanDocument,
  improvementPlanJsonSchema,
  improvementPlanSchema,
  type ReadPlan,
} from './document.ts'
export type { ElementTime } from './element-time.ts'
export { explainedCaseLife } from './explained-life.ts'
export { type ExplainedImprovementPlan, explained } from './explained-plan.ts'
export type { FiguresPartial } from './figures.ts'
export type { CaseLifeGrouping } from './grouping.ts'
export type { HandOver } from './holder.ts'
export type { Intervention } from './intervention.ts'
export type { Caution, LogSpan } from './intervention-caution.ts'
export type { InterventionSide, InterventionSidePartial } from './intervention-side.ts'
export {
  type Difference,
  type InterventionAnswer,
  type InterventionPartial,
  type InterventionQuestion,
  type InterventionReport,
  type InterventionTally,
  interventionTally,
} from './intervention-tally.ts'
export type { CaseFact } from './known-facts.ts'
export type { LeversAnswer, PlacedLever } from './lever.ts'
export type { LifeChange } from './life-change.ts'
export type { CaseCount, CaseLifeGroup, GroupElement, Occurrence, StateTime } from './life-group.ts'
export type { MixParts } from './mix-parts.ts'
export {
  type MixGroup,
  type MixShift,
  type MixShiftGroup,
  type MixSide,
  mixShift,
} from './mix-shift.ts'
export { insightPhrases } from './phrases.ts'
export { checkImprovementPlan, createImprovementPlan, type ImprovementPlan } from './plan.ts'
export {
  type PrematureOptions,
  type PrematureResolution,
  prematureResolutions,
  type ResolvedLife,
} from './premature.ts'
export type { Holder, LifeElement, Stretch } from './stretch.ts'
export {
  type CaseLifeAnswer,
  type CaseLifePartial,
  type CaseLifeQuestion,
  type CaseLifeTally,
  caseLifeTally,
} from './tally.ts'
export {
  type Decomposed,
  type ElementSaving,
  type Saving,
  type TimeSaving,
  type WhatIf,
  whatIf,
} from './what-if.ts'
