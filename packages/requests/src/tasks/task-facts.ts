import { PARTY_KINDS } from '@holdfast/kernel'
import type { Facts } from '@holdfast/rules'
import * as z from 'zod'
import { kindOf } from '../parties.ts'
import type { Task } from '../state.ts'

/**
 * What readiness criteria can ask of a task. What is not said, or is nothing but blanks, is `null`; blank acceptance
 * criteria do not count.
 */
export const taskVocabulary = z.object({
  title: z.string().nullable(),
  team: z.string().nullable(),
  teamKind: z.enum(PARTY_KINDS).nullable(),
  context: z.string().nullable(),
  acceptanceCriteria: z.array(z.string()),
  /** How many acceptance criteria there are. */
  acceptanceCriteriaCount: z.int().nonnegative(),
  customerImpact: z.string().nullable(),
  required: z.boolean(),
  /** To whom and what it is linked: `customer:acme`. */
  links: z.array(z.string()),
  /** In what way: `reportedBy`; in the order of `links`. */
  relations: z.array(z.string()),
  /** Whether it is a part of another task. */
  isPart: z.boolean(),
})

/** What is known of a task. */
export function taskFacts(task: Task): Facts {
  const { team, links } = task
  const acceptanceCriteria = task.acceptanceCriteria.filter((one) => said(one) !== null)
  return {
    title: said(task.title),
    team,
    teamKind: team === null ? null : kindOf(team),
    context: said(task.context),
    acceptanceCriteria,
    acceptanceCriteriaCount: acceptanceCriteria.length,
    customerImpact: said(task.customerImpact),
    required: task.required,
    links: links.map(({ to }) => to),
    relations: links.map(({ relation }) => relation),
    isPart: task.partOf !== null,
  }
}

function said(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text
}
