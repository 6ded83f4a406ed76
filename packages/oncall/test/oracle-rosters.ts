import type { Instant, Zone } from '@holdfast/kernel'
import type { ScheduleDocument } from '../src/index.ts'
import { momentOf, QUARTER } from './oracle-time.ts'

type LayerDocument = ScheduleDocument['layers'][number]

/** Whether there is duty, or none by a restriction, or none because that of the turn is over. */
export type Quarter = 'duty' | 'excluded' | 'over'

/** A turn that holds time, by quarters of an hour. */
export interface Turn {
  readonly turn: number
  readonly from: Instant
  readonly quarters: Quarter[]
}

interface Holding {
  readonly members: readonly string[]
  readonly roster: string | null
}

/**
 * Who has each turn, found by going from hand-off to hand-off with a list and a place in it, as people do with a list
 * on a wall.
 */
export function walkRosters(
  { rotation, excludedTurns }: LayerDocument,
  zone: Zone,
  turns: readonly Turn[],
) {
  const { rosters, members = [], first = 0 } = rotation
  const versions = rosters ?? [{ id: null, members }]
  const lists = versions.map(({ members: all }) => all.map(namesOf))
  // Restrictions exclude turns; what the clock skips excludes none.
  const isUsed = ({ quarters }: Turn) =>
    excludedTurns === 'consume' || quarters.includes('duty') || !quarters.includes('excluded')

  let version = 0
  let list = lists[0] as readonly (readonly string[])[]
  let place = first - usedBetween(turns, turns[0]?.turn ?? 0, 0, isUsed)
  let since = Number.NEGATIVE_INFINITY
  // The list that was last on duty; one that is replaced before leaves no trace.
  let used = { list, place }
  const held: { readonly from: Instant; readonly holding: Holding }[] = []
  const hold = (from: Instant, turn: Turn) => {
    if (isUsed(turn)) used = { list, place }
    held.push({
      from,
      holding: { members: nth(list, place), roster: versions[version]?.id ?? null },
    })
  }
  const waiting = () => {
    const next = versions[version + 1]
    if (next === undefined || !('from' in next) || next.from === undefined) return undefined
    const at = Math.max(since, momentOf(zone, next.from))
    return { at, rollout: next.rollout ?? 'afterCurrentTurn' }
  }
  const take = (at: Instant, where: number) => {
    version++
    list = lists[version] as typeof list
    place = where
    since = at
  }
  const placeIn = (wanted: readonly string[]) =>
    (lists[version + 1] as typeof list).findIndex((one) => one.join() === wanted.join())
  const follower = () => {
    for (let ask = used.place; ask < used.place + used.list.length; ask++) {
      const found = placeIn(nth(used.list, ask))
      if (found >= 0) return found
    }
    return 0
  }
  const goOn = (turns: number) => {
    place += turns
    used = { ...used, place: used.place + turns }
  }

  for (const [index, turn] of turns.entries()) {
    // Turns between two that hold time were skipped by the clock, and used up.
    const before = turns[index - 1]
    if (before !== undefined) {
      goOn((isUsed(before) ? 1 : 0) + (turn.turn - before.turn - 1))
    }
    for (let next = waiting(); next !== undefined && next.at <= turn.from; next = waiting()) {
      if (next.rollout === 'now') take(turn.from, follower())
      else if (next.rollout === 'afterFullCycle') {
        if (used.place % used.list.length !== 0) break
        take(turn.from, 0)
      } else {
        const done = placeIn(nth(used.list, used.place - 1))
        take(turn.from, done >= 0 ? done + 1 : follower())
      }
    }
    hold(turn.from, turn)
    const end = turn.from + turn.quarters.length * QUARTER
    for (let next = waiting(); next !== undefined && next.at < end; next = waiting()) {
      if (next.rollout !== 'now') break
      take(next.at, follower())
      hold(next.at, turn)
    }
  }
  return (_turn: Turn, at: Instant): Holding => {
    const found = held.findLast(({ from }) => from <= at)
    return (found as (typeof held)[number]).holding
  }
}

function usedBetween(
  turns: readonly Turn[],
  first: number,
  last: number,
  isUsed: (turn: Turn) => boolean,
): number {
  const inside = turns.filter(({ turn }) => turn >= first && turn < last)
  const skipped = last - first - inside.length
  return inside.filter(isUsed).length + skipped
}

function namesOf(
  holder: NonNullable<LayerDocument['rotation']['members']>[number],
): readonly string[] {
  const all = Array.isArray(holder) ? holder : [holder]
  return all.map((one) => (typeof one === 'string' ? one : one.person))
}

function nth(list: readonly (readonly string[])[], place: number): readonly string[] {
  return list[((place % list.length) + list.length) % list.length] as readonly string[]
}
