import type { Interval } from '@holdfast/kernel'
import type { CaseLife } from './case-life.ts'
import { assertFigures, recordOf } from './check-partial.ts'
import { type Distribution, EXACT_UP_TO } from './distribution.ts'
import { type FiguresPartial, newFigures } from './figures.ts'
import { isAbout, type LifeChange } from './life-change.ts'
import type { CaseLifeGroup } from './life-group.ts'
import {
  type CaseLifeAnswer,
  type CaseLifePartial,
  type CaseLifeQuestion,
  caseLifeTally,
} from './tally.ts'

/** The cases that were opened on one side of an intervention. */
export interface InterventionSide extends Interval {
  readonly cases: number
  readonly ended: number
  /** Cases whose life is not over. */
  readonly open: number
  /** Of the cases, 0 to 1; `null` without any. */
  readonly openShare: number | null
  /** Elapsed time of the element that it is about in the ended cases, 0 for those without it; `null` where it names none. */
  readonly element: Distribution | null
  readonly whole: CaseLifeGroup
  /** By the grouping of the question; none without it. */
  readonly groups: readonly CaseLifeGroup[]
}

/** What was counted on one side, as plain data. */
export interface InterventionSidePartial {
  readonly whole: CaseLifePartial
  readonly groups: CaseLifePartial
  readonly element: FiguresPartial
}

export interface SideCount {
  add(life: CaseLife): void
  merge(partial: InterventionSidePartial): void
  partial(): InterventionSidePartial
  side(): InterventionSide
}

/** The element that an intervention is about. */
export type ElementAsked = Pick<LifeChange, 'element' | 'party'>

/** Counts the lives of the cases that were opened in an interval; others change nothing. Throws what `caseLifeTally` does. */
export function sideCount(
  { from, to }: Interval,
  asked: ElementAsked | null,
  question: CaseLifeQuestion,
): SideCount {
  const isGrouped = [question.by ?? []].flat().length > 0
  const [whole, groups] = [caseLifeTally({ ...question, by: [] }), caseLifeTally(question)]
  const figures = newFigures(question.exactUpTo ?? EXACT_UP_TO)
  return {
    add(life) {
      if (life.openedAt < from || life.openedAt >= to) return
      whole.add(life)
      if (isGrouped) groups.add(life)
      if (asked === null || life.ending === null) return
      figures.measure('element', elapsedOf(life, asked))
    },
    merge(partial) {
      assertFigures(recordOf(partial, 'a side')['element'], 'element')
      whole.merge(partial.whole)
      groups.merge(partial.groups)
      figures.merge(partial.element)
    },
    partial: () => ({
      whole: whole.partial(),
      groups: groups.partial(),
      element: figures.partial(),
    }),
    side() {
      const [all] = groupsOf(whole.report()) as [CaseLifeGroup]
      const { cases, ended } = all
      const open = cases - ended
      return {
        from,
        to,
        cases,
        ended,
        open,
        openShare: cases === 0 ? null : open / cases,
        element: figures.distribution('element'),
        whole: all,
        groups: isGrouped ? groupsOf(groups.report()) : [],
      }
    },
  }
}

/** Nothing is refused here: whoever asks by person was refused before. */
function groupsOf(answer: CaseLifeAnswer): readonly CaseLifeGroup[] {
  return answer.ok ? answer.groups : []
}

function elapsedOf(life: CaseLife, asked: ElementAsked): number {
  return life.elements
    .filter((part) => isAbout(asked, part))
    .reduce((sum, { elapsed }) => sum + elapsed, 0)
}
