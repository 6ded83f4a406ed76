export type { ClockPhase, RegionHours } from './clock-phases.ts'
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
export type { Member } from './member.ts'
export { schedulePhrases } from './phrases.ts'
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
export type { RuleCost } from './planning/costs.ts'
export {
  ROSTER_PROBLEM_FORMAT,
  type RosterPersonDocument,
  type RosterProblemDocument,
  rosterProblemJsonSchema,
  rosterProblemSchema,
  type SlotDocument,
} from './planning/document.ts'
export { rosterPhrases } from './planning/phrases.ts'
export { type PlanEffort, planRoster } from './planning/plan-roster.ts'
export { type RolePattern, type SlotPattern, slotsOf } from './planning/slots-of.ts'
export type { Hindrance, RosterRule } from './planning/why-not.ts'
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
export { staffingPhrases } from './staffing/phrases.ts'
export { type QueueAnswer, type QueueTerms, queueOf } from './staffing/queue.ts'
export type { QueueFigures } from './staffing/queue-figures.ts'
export { offeredLoad, type Workload } from './staffing/workload.ts'
