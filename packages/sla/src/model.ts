import type { Calendar } from '@holdfast/calendar'
import { effectiveSpan, type Instant, MAX_INSTANT, MIN_INSTANT, zoneOf } from '@holdfast/kernel'
import { createObligation, type Obligation } from '@holdfast/obligations'
import type { RuleSet, VocabularySchema } from '@holdfast/rules'
import type { ReadAgreement, ReadPolicy, ReadTarget } from './document.ts'
import type { Metric } from './metrics.ts'
import { metricNamed, targetsByPriority, termsOf } from './terms-of-target.ts'

/** One target of an agreement at one priority, as an obligation. */
export interface Promised {
  readonly agreement: string
  readonly kind: ReadAgreement['kind']
  readonly metric: string
  /** `null` where the target is the same at every priority. */
  readonly priority: string | null
  readonly target: ReadTarget
  readonly obligation: Obligation
  /** The same for targets that take each other's place when the agreement or the priority changes. */
  readonly slot: string
}

/** An agreement, ready to be chosen. */
export interface Agreement {
  readonly document: ReadAgreement
  readonly supports: readonly string[]
  /** Its promises at every priority, in the order they are written. */
  readonly promises: readonly Promised[]
}

/** A policy taken apart. */
export interface PolicyModel {
  readonly document: ReadPolicy
  readonly agreements: readonly Agreement[]
  /** The agreements as rules over facts; ids are those of the agreements. */
  readonly choice: RuleSet
  readonly calendars: Readonly<Record<string, Calendar>>
  /** When the policy is in effect. */
  readonly from: Instant
  readonly to: Instant
  /** The instants at which it or an agreement comes into effect or goes out of it, in order. */
  readonly edges: readonly Instant[]
}

export interface ModelDeps {
  readonly calendars: Readonly<Record<string, Calendar>>
  readonly waitReasons?: readonly string[] | undefined
}

export interface SlaPolicyDeps extends ModelDeps {
  /** The facts of requests that `applies` may ask for, as a zod object. Left out, any fact may be named. */
  readonly vocabulary?: VocabularySchema | undefined
}

/** The model of a policy in which nothing is wrong. */
export function modelOf(document: ReadPolicy, choice: RuleSet, deps: ModelDeps): PolicyModel {
  const zone = zoneOf(document.timeZone ?? 'UTC')
  const spanOf = ({ effective }: Pick<ReadPolicy, 'effective'>) => effectiveSpan(effective, zone)
  const spans = [document, ...document.agreements].map(spanOf)
  const edges = new Set(spans.flatMap(({ from, to }) => [from, to]))
  return {
    document,
    agreements: document.agreements.map((agreement) => agreementOf(document, agreement, deps)),
    choice,
    calendars: deps.calendars,
    ...spanOf(document),
    edges: [...edges].filter((at) => at > MIN_INSTANT && at <= MAX_INSTANT).sort((a, b) => a - b),
  }
}

function agreementOf(policy: ReadPolicy, document: ReadAgreement, deps: ModelDeps): Agreement {
  const { supports = [] } = document
  return {
    document,
    supports: typeof supports === 'string' ? [supports] : supports,
    promises: document.targets.flatMap((target) => promisesOf(policy, document, target, deps)),
  }
}

function promisesOf(
  policy: ReadPolicy,
  agreement: ReadAgreement,
  target: ReadTarget,
  deps: ModelDeps,
): Promised[] {
  const { id, kind, debtor } = agreement
  const { metric } = target
  const definition = metricNamed(policy, metric) as Metric
  // A request has one agreement with its customer, and one with each team or supplier.
  const slot = kind === 'sla' ? `sla|${metric}` : `${kind}|${JSON.stringify(debtor)}|${metric}`
  return targetsByPriority(target).map((at) => {
    const obligation = createObligation(termsOf(policy, agreement, target, definition, at), deps)
    return { agreement: id, kind, metric, priority: at.priority, target, obligation, slot }
  })
}

/** The policy in effect at an instant: of several the last. Policies are in order of coming into effect. */
export function modelInEffect(
  models: readonly PolicyModel[],
  at: Instant,
): PolicyModel | undefined {
  return models.findLast(({ from, to }) => from <= at && at < to)
}

/** The promise that an agreement makes for a metric at a priority. */
export function promiseAt(
  { promises }: Agreement,
  metric: string,
  priority: string | null,
): Promised | undefined {
  return promises.find(
    (promise) =>
      promise.metric === metric && (promise.priority === null || promise.priority === priority),
  )
}
