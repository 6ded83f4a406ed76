import type { Instant, Zone } from '@holdfast/kernel'
import type { ReadRotation } from './document.ts'
import type { HandOffs } from './hand-offs.ts'
import { isSameHolder, type Member, membersOf } from './member.ts'
import { momentIn } from './moment.ts'
import type { TurnCount } from './turn-count.ts'

/** Who takes turns, from an instant until the next era. */
export interface Era {
  readonly from: Instant
  readonly roster: string | null
  /** Who has a turn. */
  holderOf(turn: number): readonly Member[]
}

/**
 * The rosters of a rotation one after the other. A new one goes on where the old one stands: with whoever follows the
 * last on duty, or with the person on duty who stays (`now`), or from its beginning after a whole round
 * (`afterFullCycle`). So nobody is passed by because somebody else joined or left. It follows from the document alone;
 * no position is stored.
 */
export function erasOf(
  { members, rosters, first = 0 }: ReadRotation,
  zone: Zone,
  handOffs: HandOffs,
  count: TurnCount,
): readonly Era[] {
  const versions = rosters ?? [{ id: null, members: members ?? [] }]
  const eras: Round[] = []
  for (const version of versions) {
    const holders = version.members.map(membersOf)
    const last = eras.at(-1)
    const at =
      'from' in version && version.from !== undefined ? momentIn(zone, version.from) : undefined
    if (last === undefined || at === undefined) {
      eras.push(roundOf(version.id, Number.NEGATIVE_INFINITY, holders, 0, first))
      continue
    }
    const rollout = ('rollout' in version ? version.rollout : undefined) ?? 'afterCurrentTurn'
    const begin = Math.max(at, last.from)
    eras.push(successor(eras, version.id, holders, rollout, begin, handOffs, count))
  }
  return eras.map(({ from, roster, holders, base, offset }) => ({
    from,
    roster,
    holderOf: (turn) => holderAt(holders, offset + count(turn) - base),
  }))
}

/** Holders in turn: that of the turn counted `base` is number `offset`. */
interface Round {
  readonly roster: string | null
  readonly from: Instant
  readonly holders: readonly (readonly Member[])[]
  readonly base: number
  readonly offset: number
}

function roundOf(
  roster: string | null,
  from: Instant,
  holders: Round['holders'],
  base: number,
  offset: number,
): Round {
  return { roster, from, holders, base, offset }
}

function successor(
  before: readonly Round[],
  roster: string | null,
  holders: Round['holders'],
  rollout: string,
  at: Instant,
  handOffs: HandOffs,
  count: TurnCount,
): Round {
  const turn = handOffs.turnAt(at)
  let next = handOffs.at(turn) === at ? turn : turn + 1
  if (rollout === 'now') {
    const base = count(turn)
    const last = lastWithTurns(before, at, count(next))
    return roundOf(roster, at, holders, base, placeAfter(last, base - 1, holders, true))
  }
  if (rollout === 'afterFullCycle') {
    const isRoundOver = (nth: number) => {
      const last = lastWithTurns(before, handOffs.at(nth), count(nth))
      return modulo(last.offset + count(nth) - last.base, last.holders.length) === 0
    }
    // The turns of a round, and as many again that pass nobody by, come round in the end.
    for (let tries = 0; !isRoundOver(next) && tries < 100_000; tries++) next++
    return roundOf(roster, handOffs.at(next), holders, count(next), 0)
  }
  const base = count(next)
  const last = lastWithTurns(before, handOffs.at(next), base)
  const offset = placeAfter(last, base - 1, holders, false)
  return roundOf(roster, handOffs.at(next), holders, base, offset)
}

/**
 * The last round that had a turn of somebody before an instant, until which so many turns are counted. One that was
 * replaced before, or only had turns without duty, has put nobody on duty, so there is nobody to go on from.
 */
function lastWithTurns(rounds: readonly Round[], until: Instant, counted: number): Round {
  const found = rounds.findLast(({ from, base }) => from < until && base < counted)
  return found ?? (rounds[0] as Round)
}

/**
 * Which of the new holders comes after the turn counted `done`. Those of the old round who were to come are asked in
 * turn; the first who is in the new one goes on there. With `staying`, the one on duty is the first to be asked.
 */
function placeAfter(
  { holders: old, base, offset }: Round,
  done: number,
  holders: Round['holders'],
  staying: boolean,
): number {
  const placeOf = (nth: number) => {
    const place = modulo(offset + nth - base, old.length)
    const wanted = old[place] as readonly Member[]
    // Who takes more than one turn of a round stays where they are in it.
    const own = holders[place]
    if (own !== undefined && isSameHolder(own, wanted)) return place
    return holders.findIndex((holder) => isSameHolder(holder, wanted))
  }
  if (!staying) {
    const before = placeOf(done)
    if (before >= 0) return before + 1
  }
  for (let nth = done + 1; nth <= done + old.length; nth++) {
    const place = placeOf(nth)
    if (place >= 0) return place
  }
  return 0
}

function holderAt(holders: Round['holders'], nth: number): readonly Member[] {
  return holders[modulo(nth, holders.length)] as readonly Member[]
}

function modulo(value: number, length: number): number {
  return ((value % length) + length) % length
}
