import type { Instant, PartyRef } from '@holdfast/kernel'
import type { RequestCommand } from '@holdfast/requests'
import { BLOCKERS } from './incident-lifecycle.ts'
import type { IncidentRow } from './incident-rows.ts'

type Asked<C = RequestCommand> = C extends RequestCommand ? Omit<C, 'id' | 'request'> : never

/** Something to ask for, and how to ask for it otherwise where that is refused. */
export interface Wish {
  readonly at: Instant
  readonly ask: Asked
  readonly otherwise?: Asked
}

const NOBODY = '?'

/** What the rows of an incident said so far. */
interface Known {
  state: string
  priority: string
  group: string
  person: string
}

/**
 * What the host of an incident would have asked for, row by row, had it known requests. It comes in with the first group
 * that the log names, for the log does not say who had it before.
 */
export function wishesOf(inFile: readonly IncidentRow[]): readonly Wish[] {
  const rows = inFile.toSorted((a, b) => a.updated - b.updated)
  const [first] = rows
  if (first === undefined) return []
  const { caller, priority, opened } = first
  const group = rows.find((row) => row.group !== NOBODY)?.group ?? NOBODY
  const submitted: Wish = {
    at: opened,
    ask: {
      type: 'submit',
      by: caller === NOBODY ? 'customer:unknown' : `customer:${caller}`,
      kind: 'incident',
      priority,
      ...(group !== NOBODY && { owner: teamOf(group) }),
    },
  }
  const known: Known = { state: 'Opened', priority, group, person: NOBODY }
  return [submitted, ...rows.flatMap((row) => wishesOfRow(row, known))]
}

function teamOf(group: string): PartyRef {
  return `team:${group}`
}

/** What a row changes; a row that changes nothing is a note. */
function wishesOfRow(row: IncidentRow, known: Known): readonly Wish[] {
  const { updated: at } = row
  const by: PartyRef = `person:${row.by}`
  const wishes: Wish[] = []
  const wish = (ask: Asked, otherwise?: Asked) =>
    wishes.push({ at, ask, ...(otherwise !== undefined && { otherwise }) })

  if (row.priority !== known.priority) wish({ type: 'assess', by, priority: row.priority })
  const before = known.state
  const isNew = isState(row.state) && row.state !== before
  const isUndone = isNew && isOver(before) && !isOver(row.state)
  if (isUndone) wish({ type: 'reopen', by, reason: 'not resolved' })

  const person: PartyRef | null = row.person === NOBODY ? null : `person:${row.person}`
  const isTaken = person !== null && row.person !== known.person
  if (row.group !== NOBODY && row.group !== known.group) {
    const to = teamOf(row.group)
    wish({ type: 'offer', by, to })
    wish({ type: 'accept', by: isTaken ? person : to })
  } else if (isTaken) wish({ type: 'assign', by, to: person })

  if (isNew) {
    const [ask, otherwise] = stateWish(row, isUndone ? 'Active' : before, by)
    if (ask !== undefined) wish(ask, otherwise)
    known.state = row.state
  }
  known.priority = row.priority
  if (row.group !== NOBODY) known.group = row.group
  if (row.person !== NOBODY) known.person = row.person
  if (wishes.length === 0) wish({ type: 'message', by, audience: 'internal' })
  return wishes
}

function isState(state: string): boolean {
  return ['New', 'Active', 'Resolved', 'Closed'].includes(state) || Object.hasOwn(BLOCKERS, state)
}

function isOver(state: string): boolean {
  return state === 'Resolved' || state === 'Closed'
}

/**
 * What leads from one state to another. Who resolves without a cause says, when asked, that it is not known; what is
 * closed while nothing was done about it is called off.
 */
function stateWish(
  { state, cause }: IncidentRow,
  before: string,
  by: PartyRef,
): readonly [Asked?, Asked?] {
  if (state === before) return []
  const blocker = BLOCKERS[state]
  if (blocker !== undefined) return [{ type: 'wait', by, for: blocker }]
  if (state === 'Closed') {
    return [
      { type: 'close', by },
      { type: 'cancel', by, reason: 'not resolved' },
    ]
  }
  if (state === 'Resolved') {
    const unknown: Asked = { type: 'resolve', by, cause: 'not known' }
    return cause === NOBODY ? [{ type: 'resolve', by }, unknown] : [{ type: 'resolve', by, cause }]
  }
  if (state === 'Active' && Object.hasOwn(BLOCKERS, before)) return [{ type: 'resume', by }]
  return [{ type: 'move', by, to: state }]
}
