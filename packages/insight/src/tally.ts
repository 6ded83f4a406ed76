import {
  canonicalJson,
  type Duration,
  type Period,
  type Refusal,
  rangeError,
  toMillis,
} from '@holdfast/kernel'
import { type GroupKey, groupsBy, personAmong } from '@holdfast/obligations'
import type { CaseLife } from './case-life.ts'
import { assertGroups, recordOf } from './check-partial.ts'
import { countLife } from './count-life.ts'
import { EXACT_UP_TO } from './distribution.ts'
import { type FiguresPartial, newFigures } from './figures.ts'
import { groupOfFigures } from './group-of-figures.ts'
import { type CaseLifeGrouping, groupingOf } from './grouping.ts'
import type { CaseLifeGroup } from './life-group.ts'
import { rankingPeople } from './ranking-people.ts'

/** How lives are counted. */
export interface CaseLifeQuestion {
  /** One group for all when left out. */
  readonly by?: CaseLifeGrouping | readonly CaseLifeGrouping[] | undefined
  /** By which dates, to group by `period`: `{ each: 'month', timeZone: 'Europe/Zurich' }`. */
  readonly period?: Period | undefined
  /** Longer than this without a public answer is a silence: a week (`PT168H`) when left out. */
  readonly silentAfter?: Duration | undefined
  /** Reopened no later than this after a resolution, the resolution was premature: two weeks (`PT336H`) when left out. */
  readonly undoneWithin?: Duration | undefined
  /** Distributions of up to so many different values are exact: 32,768 when left out. */
  readonly exactUpTo?: number | undefined
}

export type CaseLifeAnswer =
  | {
      readonly ok: true
      /** In order of what they were grouped by (as text, `null` last), never of how well they do. */
      readonly groups: readonly CaseLifeGroup[]
    }
  | { readonly ok: false; readonly refusal: Refusal }

/** Lives counted so far, as plain data: to be kept, or sent to where partial counts are put together. */
export interface CaseLifePartial {
  readonly format: typeof PARTIAL_FORMAT
  /** The question, as canonical JSON; only counts of the same question can be put together. */
  readonly question: string
  readonly groups: readonly {
    readonly key: readonly GroupKey[]
    readonly figures: FiguresPartial
  }[]
}

const PARTIAL_FORMAT = 'holdfast/case-life-partial@1'

/** Counts lives one at a time, and keeps none of them. */
export interface CaseLifeTally {
  add(life: CaseLife): void
  /**
   * Adds what another tally counted. Throws `RangeError` `partial-differs` when its question was another, and
   * `partial-invalid` for what no tally can have counted; then nothing is added.
   */
  merge(partial: CaseLifePartial): void
  partial(): CaseLifePartial
  /** Refused with `ranking-people` when asked by person. */
  report(): CaseLifeAnswer
}

/**
 * Counts the lives of cases by group, in bounded memory: a log of any size can be counted in one pass, or in parts on
 * several machines whose partial counts are merged. Which way changes nothing, nor does the order of cases.
 *
 * Throws `RangeError` `group-unknown`, `period-unknown`, `zone-unknown`, `exact-up-to-invalid`, `TypeError`
 * `period-missing`, and what `toMillis` throws.
 */
export function caseLifeTally(question: CaseLifeQuestion = {}): CaseLifeTally {
  const { by = [], period, silentAfter = 'PT168H', undoneWithin = 'PT336H' } = question
  const { exactUpTo = EXACT_UP_TO } = question
  if (!(Number.isSafeInteger(exactUpTo) && exactUpTo >= 0)) {
    throw rangeError('exact-up-to-invalid', `${exactUpTo} is not a number of values`)
  }
  const thresholds = { silentAfter: toMillis(silentAfter), undoneWithin: toMillis(undoneWithin) }
  const keys: readonly string[] = typeof by === 'string' ? [by] : by
  const asked = personAmong(keys)
  const partsOf = asked === undefined ? keys.map((key) => groupingOf(key, period)) : []
  const asQuestion = canonicalJson({ by: keys, period: period ?? null, ...thresholds, exactUpTo })
  const groups = groupsBy(keys, () => newFigures(exactUpTo))
  return Object.freeze<CaseLifeTally>({
    add(life) {
      if (asked !== undefined) return
      countLife(groups.at(partsOf.map((partOf) => partOf(life))), life, thresholds)
    },
    merge(partial) {
      const { format, question: other } = recordOf(partial, 'the whole')
      if (format !== PARTIAL_FORMAT || other !== asQuestion) {
        throw rangeError('partial-differs', `this counts ${asQuestion}, not ${String(other)}`)
      }
      assertGroups(partial.groups, keys.length)
      for (const { key, figures } of partial.groups) groups.at(key).merge(figures)
    },
    partial: () => ({
      format: PARTIAL_FORMAT,
      question: asQuestion,
      groups: groups
        .inOrder()
        .map(({ parts, counted }) => ({ key: parts, figures: counted.partial() })),
    }),
    report() {
      if (asked !== undefined) return rankingPeople(asked)
      const reports = groups.inOrder().map(({ named, counted }) => groupOfFigures(named, counted))
      return { ok: true, groups: reports }
    },
  })
}
