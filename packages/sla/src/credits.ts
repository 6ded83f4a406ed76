import {
  type Instant,
  type InstantLike,
  type Interval,
  interval,
  type Money,
  type PartyRef,
  toInstant,
} from '@holdfast/kernel'
import { isMet } from '@holdfast/obligations'
import { type Coverage, coverageCount } from './coverage.ts'
import { type CreditLine, creditLines, type DueInPeriod } from './credit-lines.ts'
import { compareText } from './first-of.ts'
import type { PolicyModel } from './model.ts'
import type { SlaPolicy, SlaState } from './policy.ts'
import { type RequestHistory, readRequest } from './request-history.ts'

/** The time for which credits are counted, `to` excluded. */
export interface CreditPeriod {
  readonly from: InstantLike
  readonly to: InstantLike
}

/** What is credited to one creditor altogether. */
export interface CreditTotal extends Money {
  readonly creditor: PartyRef | null
}

export interface CreditReport {
  readonly from: Instant
  readonly to: Instant
  /**
   * Whether the period was over at the instant asked at. Later marks add nothing then; only one that takes a change of
   * priority or facts back, retroactively, may take away.
   */
  readonly final: boolean
  /** By agreement, creditor (`null` last) and metric, then as the agreement lists them. Those of nothing are left out. */
  readonly lines: readonly CreditLine[]
  /** By creditor (`null` last) and currency. */
  readonly totals: readonly CreditTotal[]
  readonly coverage: Coverage
}

/**
 * What agreements credit for a period, as their `credits` say: an amount for each breach, or one for the period by the
 * share met, up to a cap; for each creditor on its own. Amounts are whole minor units of the currency.
 *
 * A breach counts in the period in which the last instant lies that would have kept the promise, what was met by its
 * deadline as well (fulfilled while a pause left that open: when it was fulfilled). Each cycle counts once, further
 * missed periods of a cadence not again. Where policies follow each other, the credits of an agreement are those of the
 * last policy with it that came into effect before the period ended.
 *
 * Histories are read one at a time; the ids of those with breaches are kept. The order of histories changes nothing.
 * Throws `RangeError` `interval-empty`, `amount-out-of-range`, and what `toInstant` throws.
 */
export function credits(
  policy: SlaPolicy,
  histories: Iterable<RequestHistory>,
  period: CreditPeriod,
  { at: like }: { readonly at: InstantLike },
): CreditReport {
  const at = toInstant(like)
  const { from, to } = interval(period.from, period.to)
  const coverage = coverageCount()
  const due = new Map<string, DueInPeriod>()
  for (const { id, marks } of histories) {
    const reading = readRequest(policy, marks, at)
    coverage.add(reading)
    for (const state of reading.states) count(due, state, id, { from, to })
  }
  const rules = rulesOf(policy.models, to)
  const lines = [...due.values()]
    .sort(byPlace)
    .flatMap((one) => creditLines(rules.get(one.agreement) ?? [], one))
  const totals = totalsOf(lines)
  return { from, to, final: at >= to, lines, totals, coverage: coverage.total() }
}

function count(
  due: Map<string, DueInPeriod>,
  state: SlaState,
  id: string,
  { from, to }: Interval,
): void {
  const decided = decidedBy(state)
  if (decided === null || decided < from || decided >= to) return
  const { agreement, creditor, metric } = state
  const key = JSON.stringify([agreement, creditor, metric])
  const none = { agreement, creditor, metric, met: 0, breached: 0, requests: new Set<string>() }
  const group = due.get(key) ?? none
  due.set(key, group)
  if (state.breachedAt === null) group.met++
  else {
    group.breached++
    group.requests.add(id)
  }
}

/** The instant by which a promise had to be kept; `null` while it is not decided, and where it was given up in time. */
function decidedBy(state: SlaState): Instant | null {
  // Terms that changed later move a deadline, but not the breach of the one before.
  if (state.breachedAt !== null) return state.breachedAt - 1
  return isMet(state) ? (state.latestToMeet ?? state.fulfilledAt) : null
}

type Rules = NonNullable<PolicyModel['document']['agreements'][number]['credits']>

function rulesOf(models: readonly PolicyModel[], to: Instant): ReadonlyMap<string, Rules> {
  const [later, earlier] = [
    models.filter(({ from }) => from >= to),
    models.filter(({ from }) => from < to),
  ]
  return new Map(
    [...later, ...earlier].flatMap(({ document }) =>
      document.agreements.map((agreement) => [agreement.id, agreement.credits ?? []] as const),
    ),
  )
}

function totalsOf(lines: readonly CreditLine[]): readonly CreditTotal[] {
  const totals = new Map<string, CreditTotal>()
  for (const { creditor, currency, amount } of lines) {
    const key = JSON.stringify([creditor, currency])
    const before = totals.get(key)?.amount ?? 0
    totals.set(key, { creditor, currency, amount: before + amount })
  }
  return [...totals.values()].sort(
    (a, b) => compareParties(a.creditor, b.creditor) || compareText(a.currency, b.currency),
  )
}

function byPlace(a: DueInPeriod, b: DueInPeriod): number {
  return (
    compareText(a.agreement, b.agreement) ||
    compareParties(a.creditor, b.creditor) ||
    compareText(a.metric, b.metric)
  )
}

function compareParties(a: PartyRef | null, b: PartyRef | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return compareText(a, b)
}
