import { type Instant, type Reason, reason, toInstant } from '@holdfast/kernel'
import { type Asked, markReason } from './asked.ts'
import { readUnder } from './obligation.ts'
import type { ObligationState } from './state.ts'
import { untilOf } from './waits.ts'

/** What moved a deadline, and when. */
export type Moves = (state: Pick<ObligationState, 'about' | 'cycle'>) => readonly Reason[]

/**
 * Every change of a deadline, as it looked at the time: the history is read at each instant at which something happened,
 * and what happened then is what moved it.
 */
export function deadlineMoves(asked: Asked): Moves {
  const moves = new Map<string, Reason[]>()
  const known = new Map<string, Instant | null>()
  for (const now of eventful(asked)) {
    for (const state of readUnder(asked.base, asked.versions, asked.history, now)) {
      if (state.cycle === 0) continue
      const key = keyOf(state)
      const [from, to] = [known.get(key), state.dueAt]
      known.set(key, to)
      if (from === undefined || from === to) continue
      const told = moves.get(key) ?? []
      moves.set(key, told)
      told.push(
        reason('obligations.moved', { at: now, from, to }, { children: causes(now, asked) }),
      )
    }
  }
  return (state) => moves.get(keyOf(state)) ?? []
}

function keyOf({ about, cycle }: Pick<ObligationState, 'about' | 'cycle'>): string {
  return `${cycle} ${about}`
}

/** The instants at which a deadline can move: marks, waits that end by themselves, other terms. In order. */
function eventful({ history, versions, at }: Asked): readonly Instant[] {
  const instants = new Set<Instant>()
  for (const mark of history.marks) {
    instants.add(mark.at)
    const until = untilOf(mark)
    if (until !== undefined) instants.add(until)
  }
  for (const { from } of versions) instants.add(toInstant(from))
  return [...instants].filter((now) => now <= at).sort((a, b) => a - b)
}

function causes(now: Instant, { base, versions, history }: Asked): Reason[] {
  const all = [base, ...versions.map(({ terms }) => terms?.compiled ?? null)]
  const matters = (place: number) => {
    const type = history.types[place] as number
    return all.some((terms) => terms && terms.effectsOf(type).length > 0)
  }
  const changes = versions.filter(({ from }) => toInstant(from) === now)
  return [
    ...changes.map(({ terms, onChange }) => {
      const { id = null, version = null } = terms?.terms ?? {}
      return reason('obligations.termsChanged', { obligation: id, version, onChange, at: now })
    }),
    ...history.marks.filter(({ at }, place) => at === now && matters(place)).map(markReason),
    ...history.marks
      .filter((mark) => mark.type === 'waiting' && untilOf(mark) === now)
      .map(({ id, about }) => reason('obligations.waitOver', { mark: id, about, at: now })),
  ]
}
