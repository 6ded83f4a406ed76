export {
  type Attainment,
  type AttainmentAnswer,
  type AttainmentCoverage,
  type AttainmentGrouping,
  type AttainmentQuestion,
  attainment,
} from './attainment.ts'
export {
  type BackTestTotals,
  backTestSla,
  type DeadlineMoves,
  type SlaBackTestOptions,
  type SlaBackTestReport,
} from './back-test.ts'
export type { UnsupportedTarget } from './chain-links.ts'
export type { ChainLink, ChainReport, ChainRun, ChainStep } from './chain-report.ts'
export {
  type CheckChainOptions,
  checkChain,
} from './check-chain.ts'
export type { Coverage } from './coverage.ts'
export { checkSlaPolicy, createSlaPolicy, succession } from './create-policy.ts'
export type { CreditLine } from './credit-lines.ts'
export { type CreditPeriod, type CreditReport, type CreditTotal, credits } from './credits.ts'
export { SLA_DIFFERENCES, type SlaDifference, type SlaDifferenceKind } from './diff-changes.ts'
export {
  type DiffSlaPoliciesOptions,
  diffSlaPolicies,
  type SlaPolicyDiff,
} from './diff-policies.ts'
export {
  AGREEMENT_KINDS,
  type ReadPolicy,
  SLA_FORMAT,
  type SlaPolicyDocument,
  slaPolicyJsonSchema,
  slaPolicySchema,
} from './document.ts'
export { type ExplainedSlaPolicy, explained } from './explained.ts'
export {
  type Forecast,
  type ForecastDay,
  type ForecastOptions,
  forecast,
} from './forecast.ts'
export type { Capacity, PlannedRequest, WorkPlan } from './forecast-plan.ts'
export { METRICS, type Metric, type MetricName } from './metrics.ts'
export type { Agreement, PolicyModel, Promised, SlaPolicyDeps } from './model.ts'
export type { ForecastStatus, OpenPromise } from './open-promise.ts'
export type { Percentiles } from './percentiles.ts'
export { slaPhrases } from './phrases.ts'
export type { SlaPolicy, SlaProblem, SlaReading, SlaState } from './policy.ts'
export { type PromiseChange, type PromiseUnder, SLA_FLIPS, type SlaFlip } from './promise-change.ts'
export type { RequestHistory } from './request-history.ts'
