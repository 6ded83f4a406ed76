import type { Mark } from '@holdfast/kernel'
import type { Phase, StateWord } from './words.ts'

type StateMark = Pick<Mark, 'type' | 'state' | 'facts' | 'reason'>

/**
 * The mark of a change into a state, after a phase. What is taken up again after it was over is `reopened` before
 * anything else; one state after another that both mean the end are no reopening.
 *
 * @param holder whom it belongs to, for a reopening
 */
export function stateMarks(
  state: string,
  { phase, party, facts }: StateWord,
  before: Phase | undefined,
  holder: () => Readonly<Record<string, string>>,
): readonly StateMark[] {
  const told = facts === undefined ? { state } : { state, facts }
  const isReopened = isOver(before) && !isOver(phase)
  if (phase === 'work') {
    return isReopened
      ? [{ type: 'reopened', state, facts: { ...holder(), ...facts } }]
      : [{ type: 'resumed', ...told }]
  }
  if (phase !== 'wait') return [{ type: phase, ...told }]
  const waiting: StateMark = {
    type: 'waiting',
    ...told,
    ...(party !== undefined && { reason: party }),
  }
  if (!isReopened) return [waiting]
  const belongs = holder()
  const hasHolder = Object.keys(belongs).length > 0
  return [{ type: 'reopened', ...(hasHolder && { facts: belongs }) }, waiting]
}

/** Whether a case is over in a phase, until it is reopened. */
export function isOver(phase: Phase | undefined): boolean {
  return phase === 'resolved' || phase === 'closed' || phase === 'cancelled'
}
