import {
  type Instant,
  type LocalDate,
  type Period,
  periodStart,
  quote,
  type Refusal,
  rangeError,
  reason,
  refusal,
  typeError,
} from '@holdfast/kernel'
import { type GroupKey, groupsBy, personAmong } from './grouping.ts'
import { type OutcomeTotals, outcomeCount } from './outcome-count.ts'
import type { GroupParty, Membership, PartyFilter, SharedParty } from './parties.ts'
import type { ObligationState } from './state.ts'

/** What promises can be grouped by. There is no `person`: promises are kept by roles and teams. */
export type FulfillmentGrouping = 'debtor' | 'creditor' | 'kind' | 'period'

/** Which promises are counted, and in which groups; in one group for all when `by` is left out. */
export type FulfillmentQuestion = PartyFilter<SharedParty> &
  (
    | {
        readonly by?: NotPeriod | readonly NotPeriod[] | undefined
        readonly period?: Period | undefined
      }
    | {
        readonly by: FulfillmentGrouping | readonly FulfillmentGrouping[]
        readonly period: Period
      }
  )

type NotPeriod = Exclude<FulfillmentGrouping, 'period'>

/** How the promises of one group were kept. It has the keys that were grouped by, and no others. */
export interface Fulfillment extends OutcomeTotals {
  /** `person` for people whose team is not known; `null` where the history does not say who owes it. */
  readonly debtor?: GroupParty | null
  readonly creditor?: GroupParty | null
  readonly kind?: string
  /**
   * The first local date of the period in which it was due (`latestToMeet`), so that a period whose end has passed does
   * not change any more. What ended during a pause counts where it ended; what is paused still has `null`.
   */
  readonly period?: LocalDate | null
}

/** The groups, in order of what they were grouped by (as text, `null` last), never of how well they do. */
export type FulfillmentAnswer =
  | { readonly ok: true; readonly groups: readonly Fulfillment[] }
  | { readonly ok: false; readonly refusal: Refusal }

/** How promises were kept, by group. States in which nothing began are not counted. */
export function fulfillmentOf(
  states: readonly ObligationState[],
  { by = [], period, ...filter }: FulfillmentQuestion,
  members: Membership,
): FulfillmentAnswer {
  const keys: readonly string[] = typeof by === 'string' ? [by] : by
  const asked = personAsked(keys, filter)
  if (asked !== undefined) return rankingPeople(asked)
  const partsOf = keys.map((key) => groupingOf(key, period, members))
  const groups = groupsBy(keys, outcomeCount)
  for (const state of states) {
    if (state.life === 'inactive' || !members.fits(state, filter)) continue
    groups.at(partsOf.map((partOf) => partOf(state))).add(state)
  }
  return {
    ok: true,
    groups: groups.inOrder().map(({ named, counted }) => ({ ...named, ...counted.total() })),
  }
}

/** The person whom a question singles out, if it does. */
function personAsked(
  keys: readonly string[],
  { debtor = [], creditor = [] }: PartyFilter<SharedParty>,
): string | undefined {
  const parties: readonly string[] = [debtor, creditor].flat()
  return personAmong([...keys, ...parties])
}

function rankingPeople(asked: string): FulfillmentAnswer {
  return refusal('ranking-people', {
    params: { asked },
    reasons: [reason('obligations.rankingPeople', { asked })],
    nextSteps: [
      reason('obligations.askInstead', { by: 'debtor' }),
      reason('obligations.askInstead', { by: 'kind' }),
    ],
  })
}

function groupingOf(
  key: string,
  period: Period | undefined,
  { groupOf }: Membership,
): (state: ObligationState) => GroupKey {
  switch (key) {
    case 'debtor':
      return ({ debtor }) => groupOf(debtor)
    case 'creditor':
      return ({ creditor }) => groupOf(creditor)
    case 'kind':
      return ({ kind }) => kind
    case 'period': {
      if (period === undefined) {
        throw typeError('period-missing', 'to group by period, say which: { each, timeZone }')
      }
      return periodOf(period)
    }
    default:
      throw rangeError('group-unknown', `promises cannot be grouped by ${quote(key)}`)
  }
}

/**
 * The first local date of the stretch in which a promise was due, as statistics count it. Throws `RangeError`
 * `period-unknown` and `zone-unknown`.
 */
export function periodOf(period: Period): (state: ObligationState) => LocalDate | null {
  const startOf = periodStart(period)
  return ({ breachedAt, latestToMeet, fulfilledAt, cancelledAt }) => {
    // Terms that change later move a deadline, and not the breach of the one before.
    const last = breachedAt === null ? latestToMeet : breachedAt - 1
    const at: Instant | null = last ?? fulfilledAt ?? cancelledAt
    return at === null ? null : startOf(at)
  }
}
