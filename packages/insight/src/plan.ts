import { assertUsable, type DocumentSource, type Finding } from '@holdfast/kernel'
import { readPlan } from './check-plan.ts'
import type { ImprovementPlanDocument, ReadPlan } from './document.ts'
import {
  type InterventionQuestion,
  type InterventionTally,
  interventionTally,
} from './intervention-tally.ts'
import { type LeversAnswer, leversOf } from './lever.ts'
import type { Decomposed } from './what-if.ts'

/** What could be done to make the lives of cases shorter, and what was. Immutable. */
export interface ImprovementPlan {
  readonly id: string
  /** What it was made from. */
  readonly document: ReadPlan
  /**
   * What each lever would save in the lives of a group of cases (or in one life), and where it stands by impact and by
   * the level of the organization that can pull it. Levers overlap: two that shorten the same wait save less together
   * than one by one.
   */
  levers(subject: Decomposed): LeversAnswer
  /** Compares lives before and after each intervention. Throws what `interventionTally` throws of a question. */
  interventions(question?: InterventionQuestion): InterventionTally
}

/**
 * The plan of a document, or of a document source. Throws a `DocumentError` that names everything `checkImprovementPlan`
 * finds. The document is not changed, and later changes to it change nothing here.
 */
export function createImprovementPlan(
  documentOrSource: ImprovementPlanDocument | DocumentSource,
): ImprovementPlan {
  const { value, findings } = readPlan(documentOrSource)
  assertUsable('improvement plan', findings)
  const document = value as ReadPlan
  return Object.freeze<ImprovementPlan>({
    id: document.id,
    document,
    levers: (subject) => leversOf(document, subject),
    interventions: (question) => interventionTally(document.interventions ?? [], question),
  })
}

/** Everything that is wrong, or most likely a mistake, in a plan. Never throws. */
export function checkImprovementPlan(
  documentOrSource: ImprovementPlanDocument | DocumentSource,
): readonly Finding[] {
  return readPlan(documentOrSource).findings
}
