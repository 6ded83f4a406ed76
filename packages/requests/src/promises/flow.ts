import { compareMarks, type Instant, type Mark } from '@holdfast/kernel'
import { isPublicAnswer } from '@holdfast/obligations'
import type { RequestState } from '../state.ts'
import { isCustomerMessage } from './chapter-marks.ts'

/** How information flows between the customer and us. */
export interface Flow {
  /** When the customer last told us something: the submission, or a message since. */
  readonly lastIn: Instant
  /** When a person of ours last told the customer something; `null` for never. */
  readonly lastOut: Instant | null
  /** Since when the customer has heard nothing from a person: the last such message, or the submission. */
  readonly silentSince: Instant
  /** Who is to speak next; `null` where nobody waits for a word. */
  readonly turn: 'desk' | 'customer' | null
}

/**
 * What went in and out last, and whose turn it is: the customer's while the request waits for them, ours when they
 * spoke last. In the order of marks; robot mail and notes among ourselves tell the customer nothing. Source: R125.
 */
export function flowOf(state: RequestState): Flow {
  const { submittedAt, marks } = state
  const spoken = latest(marks, isCustomerMessage)
  const answered = latest(marks, isPublicAnswer)
  return {
    lastIn: spoken?.at ?? submittedAt,
    lastOut: answered?.at ?? null,
    silentSince: answered?.at ?? submittedAt,
    turn: turnOf(state, spoken, answered),
  }
}

/** Since when no person has told the customer anything: the last such message, or the submission. */
export function silentSince({ marks, submittedAt }: RequestState): Instant {
  return latest(marks, isPublicAnswer)?.at ?? submittedAt
}

function turnOf(
  { category, wait }: RequestState,
  spoken: Mark | null,
  answered: Mark | null,
): Flow['turn'] {
  if (category === 'closed') return null
  if (wait?.blocker === 'customer') return 'customer'
  if (answered === null) return 'desk'
  return spoken !== null && compareMarks(spoken, answered) > 0 ? 'desk' : null
}

function latest(marks: readonly Mark[], passes: (mark: Mark) => boolean): Mark | null {
  let found: Mark | null = null
  for (const mark of marks) {
    if (passes(mark) && (found === null || compareMarks(mark, found) > 0)) found = mark
  }
  return found
}
