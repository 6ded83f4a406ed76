import { markSchema, noticeSchema, refusalSchema, wakeupSchema } from '@holdfast/kernel'
import { expect } from 'vitest'
import {
  decide,
  evolve,
  nextActionOf,
  type RequestEvent,
  type RequestState,
} from '../../src/index.ts'
import { runningPromises } from '../../src/promises/running.ts'
import { wakeups } from '../../src/promises/wakeups.ts'
import { openChildren } from '../../src/tasks/children.ts'
import { context } from './desks.ts'
import type { Turn } from './world.ts'

/** What holds of every turn of every story. */
export type Law = (turn: Turn) => void

/** Each event of a turn with the request before and after it. */
function eachEvent(
  { before, decision }: Turn,
  look: (event: RequestEvent, before: RequestState | null, after: RequestState) => void,
): void {
  if (!decision.ok) return
  let state = before
  for (const event of decision.events) {
    const next = evolve(state, event) as RequestState
    look(event, state, next)
    state = next
  }
}

/** Only `ownerChanged` moves it, right after the offer to the new owner was accepted. */
export const ownerMovesByAcceptance: Law = (turn) => {
  const { before, command } = turn
  let last: RequestEvent | undefined
  eachEvent(turn, (event, from, to) => {
    expect(to.owner).toMatch(/^[a-z]+:./)
    if (event.type === 'ownerChanged') {
      expect([command.type, last?.type]).toEqual(['accept', 'offerAccepted'])
      expect([event.owner, to.owner]).toEqual([before?.offer?.to, before?.offer?.to])
    } else if (from !== null) expect(to.owner).toBe(from.owner)
    if (to.offer !== null) expect(to.offer.from).toBe(to.owner)
    last = event
  })
}

/** A next action while it is open or waits, and what it waits for with news of it owed while it waits. */
export const nobodyIsLeftAlone: Law = ({ after: state, decision, now }) => {
  const lifecycle = context.lifecycles[state?.kind ?? '']
  if (state === null || lifecycle === undefined) return
  const { category, wait, previous, nextAction, resolution, offer } = state
  if (category === 'open' || category === 'waiting') expect(nextAction).not.toBeNull()
  if (category === 'closed') expect(nextAction).toBeNull()
  expect([wait !== null, previous !== null]).toEqual(Array(2).fill(category === 'waiting'))
  if (category === 'resolved') expect(resolution).not.toBeNull()
  if (category === 'resolved' || category === 'closed') expect(offer).toBeNull()
  if (wait !== null) {
    expect(lifecycle.waitReasons).toContain(wait.blocker)
    const owed = runningPromises(state, lifecycle).map(({ promise }) => promise)
    expect(owed).toContain('news')
  }
  if (decision.ok && decision.events.length > 0) {
    expect(nextAction).toEqual(nextActionOf(state, lifecycle, now))
  }
}

/** Nothing of a command that is refused is carried out. */
export const refusesWhole: Law = ({ before, after, decision }) => {
  if (decision.ok) return
  expect(after).toBe(before)
  expect(Object.keys(decision).sort()).toEqual(['ok', 'refusal'])
  expect(refusalSchema.safeParse(decision.refusal).error).toBeUndefined()
}

/** A command that comes again at once gives nothing. */
export const repeatsNothing: Law = ({ command, after, decision, now, context: within }) => {
  if (!decision.ok || after === null || decision.events.length === 0) return
  const again = decide(after, command, within, now)
  expect(again).toMatchObject({ ok: true, events: [], notices: [] })
}

/** Plain data in a row; a mark each at the most, with a state exactly where one is entered. */
export const saysPlainly: Law = (turn) => {
  const { command, decision, before, after, now } = turn
  let nth = 0
  eachEvent(turn, (event, from, to) => {
    nth++
    expect(JSON.parse(JSON.stringify(event))).toEqual(event)
    expect([event.id, event.seq]).toEqual([`${command.id}/${nth}`, (before?.seq ?? 0) + nth])
    const added = to.marks.slice(from?.marks.length ?? 0)
    expect(added.length).toBeLessThanOrEqual(1)
    for (const mark of added) {
      expect(markSchema.safeParse(mark).error).toBeUndefined()
      expect([mark.id, mark.seq]).toEqual([event.id, event.seq])
      expect(mark.state !== undefined).toBe('category' in event)
    }
  })
  if (!decision.ok) return
  for (const notice of decision.notices) {
    expect(noticeSchema.safeParse(notice).error).toBeUndefined()
  }
  const lifecycle = context.lifecycles[after?.kind ?? '']
  const wanted = after === null || lifecycle === undefined ? [] : wakeups(after, lifecycle, now)
  for (const wakeup of wanted) expect(wakeupSchema.safeParse(wakeup).error).toBeUndefined()
  expect(new Set(wanted.map(({ key }) => key)).size).toBe(wanted.length)
}

/** Neither people nor clocks end what has a required child that is open. */
export const endsOverNothingOpen: Law = (turn) => {
  eachEvent(turn, ({ type }, from, to) => {
    if (from === null || (type !== 'resolved' && type !== 'closed')) return
    expect(openChildren(from)).toEqual([])
    expect(openChildren(to)).toEqual([])
  })
}

export const LAWS: readonly Law[] = [
  ownerMovesByAcceptance,
  nobodyIsLeftAlone,
  refusesWhole,
  repeatsNothing,
  saysPlainly,
  endsOverNothingOpen,
]
