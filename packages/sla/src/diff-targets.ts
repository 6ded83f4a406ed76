import { type Duration, toParts } from '@holdfast/kernel'
import type { ReadTerms } from '@holdfast/obligations'
import {
  type DifferencePlace,
  differenceIfAny,
  differenceOf,
  isSame,
  type SlaDifference,
  sortedByText,
} from './diff-changes.ts'
import { type Agreement, type PolicyModel, type Promised, promiseAt } from './model.ts'

type Pair<T> = readonly [T, T]

/** How the targets of an agreement differ, metric by metric and priority by priority. */
export function diffTargets(
  models: Pair<PolicyModel>,
  agreements: Pair<Agreement>,
): readonly SlaDifference[] {
  const [a, b] = agreements
  const agreement = b.document.id
  const metrics = new Set([...b.promises, ...a.promises].map(({ metric }) => metric))
  return [...metrics].flatMap((metric) => {
    const priorities = prioritiesOf(models, agreements, metric)
    const found = priorities.flatMap((priority) => {
      const pair = [promiseAt(a, metric, priority), promiseAt(b, metric, priority)] as const
      return diffPromises({ agreement, metric, priority }, pair)
    })
    return [...found, ...diffWithoutPriority({ agreement, metric }, agreements, priorities)]
  })
}

/** The priorities at which a target may differ; `null` alone where it is the same at all of them, before and after. */
function prioritiesOf(
  models: Pair<PolicyModel>,
  agreements: Pair<Agreement>,
  metric: string,
): readonly (string | null)[] {
  const named = agreements.flatMap(({ promises }) =>
    promises.flatMap((one) => (one.metric === metric && one.priority ? [one.priority] : [])),
  )
  if (named.length === 0) return [null]
  const declared = models.flatMap(({ document }) => document.priorities ?? [])
  return [...new Set([...declared, ...named])]
}

/** A request whose priority is not known is promised what is the same at all of them. */
function diffWithoutPriority(
  place: DifferencePlace & { readonly metric: string },
  [a, b]: Pair<Agreement>,
  priorities: readonly (string | null)[],
): readonly SlaDifference[] {
  if (priorities.includes(null)) return []
  const [was, is] = [promiseAt(a, place.metric, null), promiseAt(b, place.metric, null)]
  if (was === undefined && is === undefined) return []
  return [differenceOf('withoutPriority', place, [lengthOf(was), lengthOf(is)])]
}

function diffPromises(
  place: DifferencePlace,
  [was, is]: readonly [Promised | undefined, Promised | undefined],
): readonly SlaDifference[] {
  if (was === undefined && is === undefined) return []
  if (was === undefined) return [differenceOf('targetAdded', place, [null, lengthOf(is)])]
  if (is === undefined) return [differenceOf('targetRemoved', place, [lengthOf(was), null])]
  const [a, b] = [was.obligation.terms, is.obligation.terms]
  const by = (what: SlaDifference['what'], of: (terms: ReadTerms) => unknown) =>
    differenceIfAny(what, place, [of(a), of(b)])
  const lengths = [lengthOf(was), lengthOf(is)] as const
  const areAsLong = isSame(...(lengths.map(partsOf) as [unknown, unknown]))
  return [
    ...(areAsLong ? [] : [differenceOf('length', place, lengths)]),
    ...by('clock', ({ clock }) => clockOf(clock)),
    ...by('pauses', ({ pauseReasons }) => sortedByText(pauseReasons)),
    ...by('warnings', ({ warnAt }) => sortedByText(warnAt) ?? []),
    ...by('consequences', ({ consequences }) => consequences ?? []),
    ...by('debtor', ({ debtor }) => debtor),
    ...by('creditor', ({ creditor }) => creditor),
    ...by('measure', measureOf),
    ...differenceIfAny('chain', place, [was.target.chain, is.target.chain]),
  ]
}

/** How long, or how often, as it is written. */
function lengthOf(promise: Promised | undefined): Duration | null {
  const { within = null, every } = promise?.obligation.terms ?? {}
  return within ?? every?.period ?? null
}

/** The same for `PT4H` and `PT240M`. */
function partsOf(length: Duration | null): unknown {
  return length === null ? null : toParts(length)
}

/** Days end with the day where nothing else is said. */
function clockOf(clock: ReadTerms['clock']): unknown {
  return clock.counts === 'businessDays' ? { due: 'endOfDay', ...clock } : clock
}

function measureOf(terms: ReadTerms): unknown {
  const { start, stop, pause, resume, cancel, reset, conditions, per = 'request' } = terms
  const { privateNotesFulfill = false } = terms
  const { period: _, ...cadence } = terms.every ?? { period: 0 }
  const marks = { start, stop, pause, resume, cancel, reset, conditions: conditions ?? {} }
  return { ...marks, per, privateNotesFulfill, cadence: terms.every === undefined ? null : cadence }
}
