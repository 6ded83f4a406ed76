import type { Duration } from '@holdfast/kernel'
import type { Terms } from '@holdfast/obligations'
import type { Condition } from '@holdfast/rules'
import type { ReadAgreement, ReadPolicy, ReadTarget } from './document.ts'
import { METRICS, type Metric } from './metrics.ts'

/** A target at one priority, before it is known whether its parts are right. */
export interface TargetAt {
  /** `null` where the target is the same at every priority. */
  readonly priority: string | null
  readonly within: Duration
  readonly clock?: Partial<NonNullable<ReadTarget['clock']>> | undefined
  readonly warnAt?: ReadTarget['warnAt']
  /** Where in the target its length stands. */
  readonly path: readonly string[]
}

/** The lengths of a target, one for each priority that it names. */
export function targetsByPriority({ within, byPriority, clock, warnAt }: ReadTarget): TargetAt[] {
  if (within !== undefined) return [{ priority: null, within, clock, warnAt, path: ['within'] }]
  return Object.entries(byPriority ?? {}).flatMap(([priority, at]) => {
    const path = ['byPriority', priority]
    if (at === undefined) return []
    if (typeof at !== 'object') return [{ priority, within: at, clock, warnAt, path }]
    const own = { clock: at.clock ?? clock, warnAt: at.warnAt ?? warnAt }
    return [{ priority, within: at.within, ...own, path: [...path, 'within'] }]
  })
}

/** The metric of a name: one of the policy's own, or one of the usual ones. */
export function metricNamed(policy: Pick<ReadPolicy, 'metrics'>, name: string): Metric | undefined {
  const own = policy.metrics
  if (own !== undefined && Object.hasOwn(own, name)) return own[name]
  return Object.hasOwn(METRICS, name) ? METRICS[name as keyof typeof METRICS] : undefined
}

/** `gold/firstResponse@P1`: what states and wake-ups call a promise. */
export function promiseId(agreement: string, metric: string, priority: string | null): string {
  return `${agreement}/${metric}${priority === null ? '' : `@${priority}`}`
}

/** The terms that a target comes to: its metric, its length and its clock, between the parties of its agreement. */
export function termsOf(
  policy: Pick<ReadPolicy, 'version' | 'calendar'>,
  agreement: Pick<ReadAgreement, 'id' | 'kind' | 'debtor' | 'creditor' | 'calendar'>,
  target: ReadTarget,
  metric: Metric,
  { priority, within, clock, warnAt }: TargetAt,
): Terms {
  const { cadence, ...measured } = metric
  const calendar = clock?.calendar ?? agreement.calendar ?? policy.calendar
  const counts = clock?.counts ?? 'businessTime'
  const needsCalendar = counts === 'businessTime' || counts === 'businessDays'
  const { consequences, pauseReasons } = target
  return {
    ...measured,
    start: startOf(metric, agreement, target),
    id: promiseId(agreement.id, target.metric, priority),
    version: policy.version,
    kind: `${agreement.kind}.${target.metric}`,
    debtor: target.debtor ?? metric.debtor ?? agreement.debtor,
    creditor: target.creditor ?? metric.creditor ?? agreement.creditor,
    clock: { ...clock, counts, ...(needsCalendar && calendar !== undefined && { calendar }) },
    ...(pauseReasons && { pauseReasons }),
    ...(warnAt && { warnAt }),
    ...(consequences && { consequences }),
    ...(cadence === undefined ? { within } : { every: { ...cadence, period: within } }),
  }
}

/** Kinds of parties that are not part of each other, as a person is of a team. */
const APART = ['team:', 'system:', 'customer:']

/**
 * What begins it. Where marks name the debtor, as offers do, an agreement between teams is nothing that another team or
 * supplier than its own has promised. A role or a person that a mark names may be of the team.
 */
function startOf(
  { start, debtor: named }: Metric,
  { kind, debtor: owed }: Pick<ReadAgreement, 'kind' | 'debtor'>,
  target: ReadTarget,
): Metric['start'] {
  const debtor = target.debtor ?? (kind === 'sla' ? undefined : owed)
  if (typeof named !== 'object' || typeof debtor !== 'string') return start
  if (!APART.some((party) => debtor.startsWith(party)) || !/^\w+$/.test(named.fact)) return start
  const read = { fact: 'facts', path: `$.${named.fact}` } as const
  const isApart: Condition = {
    any: APART.map((party) => ({ ...read, operator: 'textStartsWith', value: party })),
  }
  const isOther: Condition = { all: [isApart, { ...read, operator: 'notEqual', value: debtor }] }
  return { all: [start, { not: isOther }] }
}
