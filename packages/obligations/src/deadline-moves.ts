import { type Instant, MIN_INSTANT, type Reason, reason, toInstant } from '@holdfast/kernel'
import { type Asked, markReason } from './asked.ts'
import { type Cycle, endOfPeriods } from './cycle.ts'
import { livesOf } from './fold.ts'
import { cyclesOf } from './obligation.ts'
import type { ObligationState } from './state.ts'
import { erasAt } from './versions.ts'
import { untilOf } from './wait-end.ts'

/** What moved a deadline, and when. */
export type Moves = (state: Pick<ObligationState, 'about' | 'cycle'>) => readonly Reason[]

/**
 * Every change of a deadline, as it looked at the time, with what happened then. Only the beginning and the end of a pause
 * and other terms can move one. So the history is read once for each version of the terms, at its end, and each cycle is
 * taken back to the instants at which its clock stopped or ran again.
 */
export function deadlineMoves(asked: Asked): Moves {
  const moves = new Map<string, Reason[]>()
  const known = new Map<string, Instant | null>()
  for (const { from, to } of erasOf(asked)) {
    const lives = livesOf(erasAt(asked.base, asked.versions, to), asked.history, to)
    for (const cycles of lives.map(cyclesOf)) {
      for (const [nth, cycle] of cycles.entries()) {
        const key = `${cycle.number} ${cycle.about}`
        for (const now of turnsOf(cycle, cycles[nth - 1], from, to)) {
          const dueAt = endOfPeriods(takenBack(cycle, now), cycle.periodsBefore + 1)
          const before = known.get(key)
          known.set(key, dueAt)
          if (before === undefined || before === dueAt) continue
          const told = moves.get(key) ?? []
          moves.set(key, told)
          const params = { at: now, from: before, to: dueAt }
          told.push(reason('obligations.moved', params, { children: causes(now, asked) }))
        }
      }
    }
  }
  return ({ about, cycle }) => moves.get(`${cycle} ${about}`) ?? []
}

/** The stretches of time, both ends included, in which the same versions were known. */
function erasOf({ versions, at }: Asked): readonly { from: Instant; to: Instant }[] {
  const starts = versions.map(({ from }) => toInstant(from)).filter((from) => from <= at)
  const sorted = [...new Set([MIN_INSTANT, ...starts])].sort((a, b) => a - b)
  return sorted.map((from, nth) => ({ from, to: (sorted[nth + 1] ?? at + 1) - 1 }))
}

/** When a cycle began, or what was known of it began, and when its clock stopped or ran again after that. */
function turnsOf(
  { segments, startedAt, periodsBefore, end }: Cycle,
  previous: Cycle | undefined,
  from: Instant,
  to: Instant,
): readonly Instant[] {
  // A later period on a grid is known of since the one before it was fulfilled.
  const began = periodsBefore === 0 ? startedAt : (previous?.end?.at ?? startedAt)
  const first = Math.max(began, from)
  const last = Math.min(to, end?.at ?? to)
  const turns = segments.flatMap((segment) => [segment.from, segment.to ?? first])
  const inside = turns.filter((now) => first < now && now <= last)
  return [...new Set([first, ...inside])].sort((a, b) => a - b)
}

/** A cycle as it was at an instant: what came later is not known yet. */
function takenBack(cycle: Cycle, at: Instant): Cycle {
  const segments = cycle.segments
    .filter(({ from }) => from <= at)
    .map(({ from, to }) => ({ from, to: to !== null && to > at ? null : to }))
  return { ...cycle, segments, end: null }
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
