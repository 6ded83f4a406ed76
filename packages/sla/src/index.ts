export { checkSlaPolicy, createSlaPolicy, type SlaPolicyDeps, succession } from './create-policy.ts'
export {
  AGREEMENT_KINDS,
  type ReadPolicy,
  SLA_FORMAT,
  type SlaPolicyDocument,
  slaPolicyJsonSchema,
  slaPolicySchema,
} from './document.ts'
export { METRICS, type Metric, type MetricName } from './metrics.ts'
export type { Agreement, PolicyModel, Promised } from './model.ts'
export type { SlaPolicy, SlaProblem, SlaReading, SlaState } from './policy.ts'
