import { type Calendar, diffCalendars } from '@holdfast/calendar'
import { type InstantLike, type Reason, reason } from '@holdfast/kernel'
import { diffAgreements, diffChoice } from './diff-agreements.ts'
import { differenceIfAny, differenceOf, isSame, type SlaDifference } from './diff-changes.ts'
import type { PolicyModel } from './model.ts'
import type { SlaPolicy } from './policy.ts'

/** How two policies differ. */
export interface SlaPolicyDiff {
  /** Whether they promise the same; `false` too where that could not be settled. */
  readonly equal: boolean
  /** The policy first, then agreements that came, went or moved, those that both have, and who comes under them. */
  readonly changes: readonly SlaDifference[]
  /** The same in words, once rendered. */
  readonly reason: Reason
}

export interface DiffSlaPoliciesOptions {
  /**
   * The time over which calendars of the same name are compared, `to` excluded. Where it is left out, they differ when
   * their documents do.
   */
  readonly calendars?: { readonly from: InstantLike; readonly to: InstantLike } | undefined
  /** The most steps the proof about which agreements apply may take, the same on every machine. */
  readonly budget?: number | undefined
}

/**
 * What changes when `b` takes the place of `a`. Targets are compared as what they come to: a length that is written
 * otherwise, a default that is spelled out or keys in another order make no difference, and neither do titles, reasons,
 * ids and versions. Which requests agreements apply to is compared by proof, with requests that show each difference.
 * Of policies in succession the last ones are compared.
 */
export function diffSlaPolicies(
  a: SlaPolicy,
  b: SlaPolicy,
  { calendars, budget }: DiffSlaPoliciesOptions = {},
): SlaPolicyDiff {
  const [before, after] = [lastOf(a), lastOf(b)]
  const changes = [
    ...diffSettings(before, after),
    ...diffCalendarsOf(before, after, calendars),
    ...diffAgreements(before, after),
    ...diffChoice(before, after, budget),
  ]
  const params = { before: titleOf(a), after: titleOf(b), count: changes.length }
  const children = changes.map((change) => change.reason)
  return { equal: changes.length === 0, changes, reason: reason('sla.diff', params, { children }) }
}

function lastOf({ models }: SlaPolicy): PolicyModel {
  return models[models.length - 1] as PolicyModel
}

function titleOf({ id, version }: SlaPolicy): string {
  return `${id} version ${version}`
}

function diffSettings(a: PolicyModel, b: PolicyModel): readonly SlaDifference[] {
  const [was, is] = [a.document, b.document]
  const settings = (of: (changes: NonNullable<typeof was.changes>) => unknown) =>
    [of(was.changes ?? {}), of(is.changes ?? {})] as const
  return [
    ...differenceIfAny('priorities', {}, [was.priorities, is.priorities]),
    ...differenceIfAny('timeZone', {}, [was.timeZone ?? 'UTC', is.timeZone ?? 'UTC']),
    ...differenceIfAny('effective', {}, [was.effective, is.effective]),
    ...differenceIfAny(
      'onPriority',
      {},
      settings(({ priority = 'retroactive' }) => priority),
    ),
    ...differenceIfAny(
      'onFacts',
      {},
      settings(({ facts = 'retroactive' }) => facts),
    ),
    ...differenceIfAny(
      'onEffective',
      {},
      settings(({ effective = 'keep' }) => effective),
    ),
  ]
}

/** Calendars that both policies count on under one name, where they are not the same. */
function diffCalendarsOf(
  a: PolicyModel,
  b: PolicyModel,
  span: DiffSlaPoliciesOptions['calendars'],
): readonly SlaDifference[] {
  const [before, after] = [calendarsUsed(a), calendarsUsed(b)]
  return [...after.keys()].sort().flatMap((name) => {
    const [was, is] = [before.get(name), after.get(name)]
    if (was === undefined || is === undefined || was === is) return []
    if (isSame(was.definition, is.definition)) return []
    if (span === undefined) return [differenceOf('calendar', {}, [name, name])]
    const { equal, reason: why } = diffCalendars(was, is, span.from, span.to)
    return equal ? [] : [differenceOf('calendar', {}, [name, name], { children: [why] })]
  })
}

function calendarsUsed({ agreements, calendars }: PolicyModel): ReadonlyMap<string, Calendar> {
  const names = agreements.flatMap(({ promises }) =>
    promises.flatMap(({ obligation }) => obligation.terms.clock.calendar ?? []),
  )
  return new Map(names.map((name) => [name, calendars[name] as Calendar]))
}
