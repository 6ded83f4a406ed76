import { expect } from 'vitest'
import { CLOCK } from '../../src/commands/stream.ts'
import type { RequestCommand, RequestState } from '../../src/index.ts'
import { openChildren } from '../../src/tasks/children.ts'
import {
  type Card,
  cardOf,
  carryOut,
  compare,
  copyOf,
  goingOn,
  instantOf,
  letTimePass,
  mayBe,
  UNKNOWN,
} from './naive.ts'
import type { Turn, Watch } from './world.ts'

/** Refusals of how a command is put, whatever it asks for. */
const OF_FORM = new Set(['command-invalid', 'stale', 'request-other', 'request-exists'])

/** Keeps a card of the first request by hand, and holds the request to it. */
export function keptByHand(): Watch {
  let card: Card | null = null
  return (turn) => {
    const { command, before } = turn
    if (typeof command !== 'object' || command?.request !== '7') return
    if (card === null || before === null) card = cardOf(turn)
    else card = follow(card, turn, before)
  }
}

/** The card after a turn; the same where nothing came of it. */
function follow(before: Card, turn: Turn, state: RequestState): Card {
  const { command, decision, after, now } = turn
  const isRepeated = decision.ok && decision.reason.code === 'requests.repeated'
  const isUnfit = !decision.ok && OF_FORM.has(decision.refusal.code)
  if (isRepeated || isUnfit || after === null) return before
  const card = copyOf(before)
  letTimePass(card, now, placesByTime(turn), openChildren(state).length > 0)
  const expected = mayBe(card, command, state.links)
  // Where time led to, a refused command does not say, so a card does not know it either.
  if (expected !== undefined && (decision.ok || card.place !== UNKNOWN)) {
    expect([command.type, decision.ok]).toEqual([command.type, expected])
  }
  if (!decision.ok) return before
  carryOut(card, command, now, after.state)
  const on = occasion(command, state, after)
  const at = command.at === undefined ? now : instantOf(command.at)
  if (on !== null) goingOn(card, on, after.state, at)
  compare(card, turn)
  return card
}

/** The states that time led to before the command was decided. */
function placesByTime({ decision }: Turn): readonly string[] {
  if (!decision.ok) return []
  return decision.events.flatMap((event) =>
    event.by === CLOCK && 'category' in event ? event.state : [],
  )
}

/** What comes true by a command about what no card knows of. */
function occasion(
  { type }: RequestCommand,
  before: RequestState,
  after: RequestState,
): string | null {
  if (type === 'reject') return 'rejected'
  if (type === 'approve')
    return after.approvals.every(({ status }) => status === 'approved') ? 'approved' : null
  return openChildren(before).length > 0 && openChildren(after).length === 0 ? 'tasksDone' : null
}
