export type { ClockPhase, RegionHours } from './clock-phases.ts'
export { onCallConcept } from './concept/on-call-concept.ts'
export type { ConceptQuestion } from './concept/question.ts'
export { type CoverageQuestion, coverage, explainedCoverage } from './coverage.ts'
export type { Coverage, DoubleCover } from './coverage-report.ts'
export { checkSchedule, createSchedule, type ScheduleDeps } from './create-schedule.ts'
export {
  type DutyChange,
  diffSchedules,
  type PersonChange,
  type ScheduleDiff,
} from './diff-schedules.ts'
export {
  MEMBER_SOURCES,
  SCHEDULE_FORMAT,
  type ScheduleDocument,
  scheduleJsonSchema,
  scheduleSchema,
} from './document.ts'
export { type ExplainedSchedule, explained } from './explained.ts'
export type { DutyQuestion, DutySpan } from './fairness/duty-span.ts'
export { explainedFairness, type FairnessQuestion, fairness } from './fairness/fairness.ts'
export type {
  DutyAmounts,
  DutyWithoutHome,
  Fairness,
  FairnessMeasure,
  MeasureSpread,
  PersonFairness,
} from './fairness/fairness-report.ts'
export type { HomesQuestion, NoHome } from './fairness/homes.ts'
export type { Absence, SharesQuestion } from './fairness/shares.ts'
export { TIME_KINDS, type TimeKind, type TimeKindRules } from './fairness/time-kinds.ts'
export type { Member } from './member.ts'
export { checkPayRates, createPayRates, type PayRatesDeps } from './pay/create-pay-rates.ts'
export {
  PAY_RATES_FORMAT,
  type PayRate,
  type PayRates,
  type PayRatesDocument,
  payRatesJsonSchema,
  payRatesSchema,
} from './pay/document.ts'
export { explainedPay, pay } from './pay/pay.ts'
export type { PaidSpan, PayLine, PayQuestion, PayReport, PersonPay } from './pay/pay-report.ts'
export { oncallPhrases } from './phrases.ts'
export type {
  PersonTotal,
  RosterAssignment,
  RosterPlan,
  Shortage,
  Spread,
  UncoveredSlot,
  UnmetNeed,
  UnmetWish,
  WishChange,
} from './planning/answer.ts'
export { checkRosterProblem } from './planning/check-problem.ts'
export { checkRoster, type RosterViolation, type TakenSeat } from './planning/check-roster.ts'
export type { RuleCost } from './planning/costs.ts'
export {
  ROSTER_PROBLEM_FORMAT,
  type RosterPersonDocument,
  type RosterProblemDocument,
  rosterProblemJsonSchema,
  rosterProblemSchema,
  type SlotDocument,
} from './planning/document.ts'
export {
  type Candidates,
  inTurn,
  type KnownDuty,
  longestRested,
  type TakenPeriod,
} from './planning/longest-rested.ts'
export { lpText } from './planning/lp-text.ts'
export type { ModelRow, ModelTerm, ModelVariable, RosterModel } from './planning/model.ts'
export { costOf, solutionOf } from './planning/model-solution.ts'
export { planOf } from './planning/plan-of.ts'
export { type PlanEffort, planRoster } from './planning/plan-roster.ts'
export { assignmentsOf, rosterModel } from './planning/roster-model.ts'
export { type RolePattern, type SlotPattern, slotsOf } from './planning/slots-of.ts'
export {
  type DutyPeriod,
  type PatternShift,
  type PeriodPattern,
  type PeriodWindow,
  periodsOf,
} from './planning/week-periods.ts'
export type { Hindrance, RosterRule } from './planning/why-not.ts'
export { checkRestRules, createRestRules } from './rest/create-rest-rules.ts'
export {
  REST_RULES_FORMAT,
  type RestRule,
  type RestRules,
  type RestRulesDocument,
  restRulesJsonSchema,
  restRulesSchema,
} from './rest/document.ts'
export { EU_WORKING_TIME, SRE_SIZING } from './rest/packs.ts'
export { restViolations } from './rest/rest-violations.ts'
export type { Incident, RestQuestion, RestReport, RestViolation } from './rest/violation.ts'
export type { NextDuty, Overlap, Schedule } from './schedule.ts'
export type { Duty, Shift } from './shift.ts'
export { agentsNeeded } from './staffing/agents-needed.ts'
export type { AgentsNeeded, AgentsQuestion, Missed } from './staffing/agents-question.ts'
export {
  type BacklogAnswer,
  type BacklogPeople,
  type BacklogTerms,
  peopleForBacklog,
  timeToClear,
} from './staffing/backlog.ts'
export { blocking } from './staffing/erlang-b.ts'
export { waitProbability } from './staffing/erlang-c.ts'
export { SMALLEST_TEAMS } from './staffing/personnel-bounds.ts'
export { personnelNeed } from './staffing/personnel-need.ts'
export type {
  LentPeople,
  LocationNeed,
  PersonnelBound,
  PersonnelLocation,
  PersonnelNeed,
  PersonnelQuestion,
} from './staffing/personnel-question.ts'
export { type QueueAnswer, type QueueTerms, queueOf } from './staffing/queue.ts'
export type { QueueFigures } from './staffing/queue-figures.ts'
export { offeredLoad, type Workload } from './staffing/workload.ts'
