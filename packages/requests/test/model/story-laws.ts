import { expect } from 'vitest'
import { marksOf, type RequestCommand, type RequestEvent, replay } from '../../src/index.ts'
import { always, byChance, gist, never, retold } from './wakes.ts'
import type { World } from './world.ts'

/** In whatever order and however often its events come, a request is as it was left. */
export function isAsItsEventsTell({ requests }: World, dice: readonly number[]): void {
  for (const { state, events } of requests.values()) {
    expect(replay(events)).toEqual({ state, problems: [] })
    const delivered = [...events]
    for (const die of dice) {
      const event = events[die % events.length] as RequestEvent
      delivered.splice((die >> 3) % (delivered.length + 1), 0, event)
    }
    expect(replay(delivered).state).toEqual(state)
    expect(marksOf(delivered.reverse())).toEqual(state?.marks)
    expect(JSON.parse(JSON.stringify(state))).toEqual(state)
  }
}

/** What was carried out once is not carried out again, however late the command comes again. */
export function carriesOutOnce({ turns }: World): void {
  const done = new Set<RequestCommand>()
  for (const { command, decision } of turns) {
    if (!decision.ok || decision.events.length === 0) continue
    expect(done.has(command)).toBe(false)
    done.add(command)
  }
}

/** Every notice has a key of its own, over all requests. */
export function tellsNothingTwice({ notices }: World): void {
  const keys = notices.map(({ key }) => key)
  expect(keys.filter((key, nth) => keys.indexOf(key) !== nth)).toEqual([])
}

/**
 * Whether somebody looks on time, late, twice or never until the end: the same commands are refused, the same is told,
 * and the request comes to the same. Only the ids of events differ, which name the command by which time was caught up.
 */
export function isTheSameWheneverSomebodyLooks({ turns }: World, dice: readonly number[]): void {
  const late = retold(turns, never)
  const expected = gist(late)
  for (const waking of [always, byChance(dice)]) {
    const world = retold(turns, waking)
    tellsNothingTwice(world)
    expect(gist(world)).toEqual(expected)
  }
}
