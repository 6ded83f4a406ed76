import { canonicalJson, type Instant, type Refusal, rangeError } from '@holdfast/kernel'
import { personAmong } from '@holdfast/obligations'
import type { CaseLife } from './case-life.ts'
import { listOf, recordOf } from './check-partial.ts'
import type { Distribution } from './distribution.ts'
import {
  type Intervention,
  type ReadIntervention,
  readInterventions,
  sidesOf,
} from './intervention.ts'
import { type Caution, cautionsOf, type LogSpan } from './intervention-caution.ts'
import {
  type InterventionSide,
  type InterventionSidePartial,
  sideCount,
} from './intervention-side.ts'
import { type MixShift, mixShift } from './mix-shift.ts'
import { rankingPeople } from './ranking-people.ts'
import type { LifeElement } from './stretch.ts'
import type { CaseLifeQuestion } from './tally.ts'

/** How the lives before and after interventions are counted; `by` groups the cases whose mix is compared. */
export interface InterventionQuestion extends CaseLifeQuestion {
  /** A side with fewer ended cases is a caution: 30 when left out. */
  readonly fewCases?: number | undefined
  /** Shares of open cases that are farther apart are a caution: 0.05 when left out. */
  readonly openShareGap?: number | undefined
}

/** After less before, in whole milliseconds. */
export interface Difference {
  readonly mean: number
  readonly p50: number
  readonly p90: number
}

/** The lives of the cases opened before and after an intervention. What differs need not come from it. */
export interface InterventionReport {
  readonly id: string
  readonly title: string | null
  readonly lever: string | null
  readonly at: Instant
  /** Milliseconds. */
  readonly window: number
  readonly element: LifeElement | null
  readonly party: string | null
  readonly before: InterventionSide
  readonly after: InterventionSide
  /** Of case life; `null` unless cases of both sides have ended. */
  readonly life: Difference | null
  /** Of the element that it is about; `null` where it names none too. */
  readonly elementTime: Difference | null
  /** How much of the difference of the mean is another mix of cases; `null` without a grouping. */
  readonly mixShift: MixShift | null
  readonly caution: readonly Caution[]
}

export type InterventionAnswer =
  | {
      readonly ok: true
      /** In the order given. */
      readonly interventions: readonly InterventionReport[]
    }
  | { readonly ok: false; readonly refusal: Refusal }

/** Lives counted so far, as plain data. */
export interface InterventionPartial {
  readonly format: typeof PARTIAL_FORMAT
  /** The question, as canonical JSON; only counts of the same question can be put together. */
  readonly question: string
  readonly sides: readonly {
    readonly before: InterventionSidePartial
    readonly after: InterventionSidePartial
  }[]
}

const PARTIAL_FORMAT = 'holdfast/intervention-partial@1'

/** Counts lives one at a time, and keeps none of them. */
export interface InterventionTally {
  add(life: CaseLife): void
  /**
   * Adds what another tally counted. Throws `RangeError` `partial-differs` when its question was another, and
   * `partial-invalid` for what no tally can have counted; then nothing is added.
   */
  merge(partial: InterventionPartial): void
  partial(): InterventionPartial
  /**
   * Told from when to when the log was kept, it names the windows that the log does not fill. Refused with
   * `ranking-people` when asked by person. Throws what `toInstant` throws.
   */
  report(log?: LogSpan): InterventionAnswer
}

/**
 * Compares the lives of cases opened within a window before each intervention (`[at - window, at)`) with those of cases
 * opened within it after (`[at, at + window)`). One case may count for several interventions. It shows what came after, and
 * never says why; `caution` says what else may be behind a difference. Neither the order of cases nor how they are split
 * over partial counts changes anything. Source: R204.
 *
 * Throws `RangeError` `intervention-repeated`, `window-invalid` and `party-unfit`, and what `caseLifeTally`, `toInstant` and
 * `toMillis` throw.
 */
export function interventionTally(
  interventions: readonly Intervention[],
  { fewCases = 30, openShareGap = 0.05, ...question }: InterventionQuestion = {},
): InterventionTally {
  const read = readInterventions(interventions)
  const parties = read.flatMap(({ asked }) => asked?.party ?? [])
  const person = personAmong([question.by ?? [], parties].flat(2))
  const countsOf = (one: ReadIntervention) => {
    const { before, after } = sidesOf(one)
    return {
      before: sideCount(before, one.asked, question),
      after: sideCount(after, one.asked, question),
    }
  }
  const counts = person === undefined ? read.map(countsOf) : []
  const asQuestion = canonicalJson({
    interventions: read.map(({ id, at, window, asked }) => ({ id, at, window, asked })),
    lives: counts[0]?.before.partial().groups.question ?? null,
  })
  return Object.freeze<InterventionTally>({
    add(life) {
      for (const { before, after } of counts) {
        before.add(life)
        after.add(life)
      }
    },
    merge(partial) {
      const { format, question: other } = recordOf(partial, 'the whole')
      const sides = listOf(partial.sides, 'sides')
      if (format !== PARTIAL_FORMAT || other !== asQuestion || sides.length !== counts.length) {
        throw rangeError('partial-differs', `this counts ${asQuestion}, not ${String(other)}`)
      }
      // Tried on empty counts first, so that nothing is half merged.
      for (const into of [read.slice(0, counts.length).map(countsOf), counts]) {
        for (const [nth, { before, after }] of into.entries()) {
          const side = recordOf(sides[nth], `sides/${nth}`) as InterventionPartial['sides'][number]
          before.merge(side.before)
          after.merge(side.after)
        }
      }
    },
    partial: () => ({
      format: PARTIAL_FORMAT,
      question: asQuestion,
      sides: counts.map(({ before, after }) => ({
        before: before.partial(),
        after: after.partial(),
      })),
    }),
    report(log = {}) {
      if (person !== undefined) return rankingPeople(person)
      const reports = counts.map((count, nth): InterventionReport => {
        const { id, title, lever, at, window, asked } = read[nth] as (typeof read)[number]
        const [before, after] = [count.before.side(), count.after.side()]
        return {
          id,
          title,
          lever,
          at,
          window,
          element: asked?.element ?? null,
          party: asked?.party ?? null,
          before,
          after,
          life: differenceOf(before.whole.life, after.whole.life),
          elementTime: differenceOf(before.element, after.element),
          mixShift: mixShift(before.groups, after.groups),
          caution: cautionsOf(before, after, { fewCases, openShareGap }, log),
        }
      })
      return { ok: true, interventions: reports }
    },
  })
}

function differenceOf(before: Distribution | null, after: Distribution | null): Difference | null {
  if (before === null || after === null) return null
  const of = (key: keyof Difference) => after[key] - before[key]
  return { mean: of('mean'), p50: of('p50'), p90: of('p90') }
}
