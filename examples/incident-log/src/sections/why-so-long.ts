import { calendarPhrases } from '@holdfast/calendar'
import { explainedCaseLife, insightPhrases } from '@holdfast/insight'
import { renderReason } from '@holdfast/kernel/text'
import { obligationsPhrases } from '@holdfast/obligations'
import { rulesPhrases } from '@holdfast/rules'
import { explained, slaPhrases } from '@holdfast/sla'
import type { Counted } from '../count.ts'
import type { Documents } from '../documents.ts'
import type { Section } from '../section.ts'
import { pruned, prunedPhrases } from './pruned.ts'

const PHRASES = [
  calendarPhrases,
  rulesPhrases,
  obligationsPhrases,
  slaPhrases,
  insightPhrases,
  prunedPhrases,
]

export function whySoLong(
  { told, to }: Counted,
  { calendar, policy }: Documents,
  asked: boolean,
): Section {
  const id = 'why'
  if (told === undefined) {
    return { id, title: 'Why it took so long', notes: ['No case has ended.'] }
  }
  const { marks } = told
  const { timeZone } = calendar
  const { reason: life } = explainedCaseLife(marks, { calendar, at: to })
  const { reason: promised } = explained(policy).read(marks, to)
  const stories = [life, promised].map((reason) =>
    renderReason(pruned(reason), { timeZone, phrases: PHRASES }),
  )
  return {
    id,
    title: `Why ${told.id} took so long`,
    intro: asked
      ? 'Its life, and what was promised.'
      : 'The longest life in the log, and what was promised. Ask for another with --case.',
    stories,
  }
}
