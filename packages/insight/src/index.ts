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
export type { ElementTime } from './element-time.ts'
export type { HandOver } from './holder.ts'
export type { CaseFact } from './known-facts.ts'
export type { Holder, LifeElement, Stretch } from './stretch.ts'
