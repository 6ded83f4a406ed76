import type { Instant } from '@holdfast/kernel'
import type { LogEvent, Standing } from './log-event.ts'
import { isOffer } from './offers.ts'
import { isOver } from './state-marks.ts'
import type { Words } from './words.ts'

/** How a case stood when it was submitted, as far as its rows let know. */
export interface Beginning {
  /** What the submission says. */
  readonly submitted: Standing
  /** What later events are compared with: a team that the first row names is still assigned then. */
  readonly compared: Standing
  /** The state in which it began, where that is no work and so a mark of its own. */
  readonly apart: string | undefined
}

type Part = keyof Standing

/**
 * Of each part: what the first event that tells it says was so before, or what it says itself at the instant of the
 * opening. A row that says how things stand, and not what changed, speaks also of the time before it when it is the
 * first, but not of the state. Where no event tells a part, what the record says.
 */
export function beginningOf(
  opened: Instant,
  events: readonly LogEvent[],
  initial: Standing | undefined,
  words: Words,
): Beginning {
  const [submitted, compared]: [Standing, Standing] = [{}, {}]
  const parts: Record<Part, Part> = {
    state: 'state',
    priority: 'priority',
    group: 'group',
    assignee: 'assignee',
  }
  for (const part of Object.values(parts)) {
    const isHolder = part === 'group' || part === 'assignee'
    const teller = events.find(
      (event) => event[part] !== undefined && !(isHolder && isOffer(event)),
    )
    // How a case stands now says nothing of its beginning when that is that it is over.
    const known = part === 'state' && isEnd(initial?.state, words) ? undefined : initial?.[part]
    const before = teller === undefined ? known : teller.before?.[part]
    const isSnapshot = part !== 'state' && teller?.before === undefined
    const isFirst = teller?.at === opened || (isSnapshot && teller?.at === events[0]?.at)
    const value = before ?? (isFirst ? teller?.[part] : undefined)
    if (value === undefined) continue
    Object.assign(submitted, { [part]: value })
    if (before !== undefined || !isHolder) Object.assign(compared, { [part]: value })
  }
  const { state } = submitted
  if (state === undefined || words.states.get(state)?.phase === 'work') {
    return { submitted, compared, apart: undefined }
  }
  const without = ({ state: _, ...rest }: Standing): Standing => rest
  return { submitted: without(submitted), compared: without(compared), apart: state }
}

/** Whether a state means that a case is over. */
export function isEnd(state: string | undefined, { states }: Words): boolean {
  return state !== undefined && isOver(states.get(state)?.phase)
}
