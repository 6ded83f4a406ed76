import {
  type Directory,
  type InstantLike,
  type LocalDate,
  type Period,
  quote,
  type Refusal,
  rangeError,
  toInstant,
  typeError,
} from '@holdfast/kernel'
import {
  type GroupKey,
  type GroupParty,
  groupsBy,
  type Membership,
  membership,
  type OutcomeCount,
  type OutcomeTotals,
  outcomeCount,
  periodOf,
  personAmong,
} from '@holdfast/obligations'
import { type Coverage, coverageCount } from './coverage.ts'
import { type Percentiles, percentilesOf } from './percentiles.ts'
import type { SlaPolicy, SlaState } from './policy.ts'
import { rankingPeople } from './ranking-people.ts'
import { type RequestHistory, readRequest } from './request-history.ts'

/** What attainment can be grouped by. There is no `person`: promises are kept by roles and teams. */
export type AttainmentGrouping =
  | 'agreement'
  | 'agreementKind'
  | 'metric'
  | 'priority'
  | 'debtor'
  | 'creditor'
  | 'period'

type NotPeriod = Exclude<AttainmentGrouping, 'period'>

/** How attainment is asked for; one group for all when `by` is left out. */
export type AttainmentQuestion = {
  /** The instant at which every promise is judged. */
  readonly at: InstantLike
  /** Says which team a person belongs to; what people owe is then counted under their team. */
  readonly directory?: Directory | undefined
} & (
  | {
      readonly by?: NotPeriod | readonly NotPeriod[] | undefined
      readonly period?: Period | undefined
    }
  | {
      readonly by: AttainmentGrouping | readonly AttainmentGrouping[]
      /** By which dates: `{ each: 'month', timeZone: 'Europe/Zurich' }`. */
      readonly period: Period
    }
)

/** How the promises of one group were kept. It has the keys that were grouped by, and no others. */
export interface Attainment extends OutcomeTotals {
  readonly agreement?: string
  readonly agreementKind?: SlaState['agreementKind']
  readonly metric?: string
  /** `null` where the target is the same at every priority. */
  readonly priority?: string | null
  /** `person` for people whose team is not known; `null` where the history does not say who owes it. */
  readonly debtor?: GroupParty | null
  readonly creditor?: GroupParty | null
  /** The first local date of the period in which it was due; `null` while a pause leaves that open. */
  readonly period?: LocalDate | null
  /**
   * How much of the target was used by what is decided, 1 for all of it; what is late and still owed counts with what
   * it has used so far. By the nearest rank, exact; `null` while nothing is decided.
   */
  readonly usedShare: Percentiles | null
}

export type AttainmentAnswer =
  | {
      readonly ok: true
      /** In order of what they were grouped by (as text, `null` last), never of how well they do. */
      readonly groups: readonly Attainment[]
      readonly coverage: AttainmentCoverage
    }
  | { readonly ok: false; readonly refusal: Refusal }

/** What the rates rest on. */
export interface AttainmentCoverage extends Coverage {
  /** How many cycles of promises began. */
  readonly promises: number
  /** How many of them are met or breached. */
  readonly decided: number
}

/**
 * How the promises of a policy were kept, by group. Each cycle that began counts once. Histories are read one at a time;
 * one number is kept for each decided cycle. The order of histories changes nothing.
 *
 * Asking by person is refused with `ranking-people`. Throws `RangeError` `group-unknown`, `period-unknown` and
 * `zone-unknown`, `TypeError` `period-missing`, and what `toInstant` throws.
 */
export function attainment(
  policy: SlaPolicy,
  histories: Iterable<RequestHistory>,
  { by = [], at: like, period, directory }: AttainmentQuestion,
): AttainmentAnswer {
  const keys: readonly string[] = typeof by === 'string' ? [by] : by
  const asked = personAmong(keys)
  if (asked !== undefined) return rankingPeople(asked)
  const members = membership(directory)
  const partsOf = keys.map((key) => groupingOf(key, period, members))
  const at = toInstant(like)
  const coverage = coverageCount()
  const groups = groupsBy(keys, emptyCount)
  for (const { marks } of histories) {
    const reading = readRequest(policy, marks, at)
    coverage.add(reading)
    for (const state of reading.states) {
      if (state.life === 'inactive') continue
      count(groups.at(partsOf.map((partOf) => partOf(state))), state)
    }
  }
  const answers = groups
    .inOrder()
    .map(({ named, counted }): Attainment => ({ ...named, ...totalOf(counted) }))
  const decided = answers.reduce((sum, { met, breached }) => sum + met + breached, 0)
  const others = answers.reduce((sum, { open, cancelled }) => sum + open + cancelled, 0)
  return {
    ok: true,
    groups: answers,
    coverage: { ...coverage.total(), promises: decided + others, decided },
  }
}

interface Count {
  readonly outcomes: OutcomeCount
  readonly shares: number[]
}

function emptyCount(): Count {
  return { outcomes: outcomeCount(), shares: [] }
}

function count({ outcomes, shares }: Count, state: SlaState): void {
  const outcome = outcomes.add(state)
  if (outcome === 'met' || outcome === 'breached') shares.push(state.share)
}

function totalOf({ outcomes, shares }: Count) {
  return { ...outcomes.total(), usedShare: percentilesOf(shares) }
}

function groupingOf(
  key: string,
  period: Period | undefined,
  { groupOf }: Membership,
): (state: SlaState) => GroupKey {
  switch (key) {
    case 'agreement':
    case 'agreementKind':
    case 'metric':
    case 'priority':
      return (state) => state[key]
    case 'debtor':
    case 'creditor':
      return (state) => groupOf(state[key])
    case 'period': {
      if (period !== undefined) return periodOf(period)
      throw typeError('period-missing', 'to group by period, say which: { each, timeZone }')
    }
    default:
      throw rangeError('group-unknown', `attainment cannot be grouped by ${quote(key)}`)
  }
}
