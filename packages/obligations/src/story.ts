import { type Params, type Reason, reason } from '@holdfast/kernel'
import { type Asked, markParams, placeIn } from './asked.ts'
import { countingStory } from './counting-story.ts'
import type { Cycle } from './cycle.ts'
import { deadlineMoves, type Moves } from './deadline-moves.ts'
import { endingStory } from './ending-story.ts'
import { livesOf } from './fold.ts'
import { cyclesOf } from './obligation.ts'
import { isOpen, type ObligationState } from './state.ts'
import type { CompiledTerms } from './terms.ts'
import { unheardStory } from './unheard-story.ts'
import { erasAt } from './versions.ts'

/** Why states are as they are; one reason under it for each, in their order. */
export function statesStory(states: readonly ObligationState[], asked: Asked): Reason {
  const { base, versions, history, at } = asked
  const eras = erasAt(base, versions, at)
  const cycles = livesOf(eras, history, at).flatMap(cyclesOf)
  const moves = deadlineMoves(asked)
  let next = 0
  const children = states.map((state) => {
    if (state.cycle === 0) {
      return inactiveStory(state, eras.findLast(({ terms }) => terms !== null)?.terms ?? null)
    }
    const cycle = cycles[next++] as Cycle
    const before = cycles[next - 2]
    const previous = before?.about === cycle.about ? before : undefined
    return stateStory(state, { cycle, previous, moves, asked })
  })
  const open = states.filter(isOpen).length
  return reason('obligations.read', { at, count: states.length, open }, { children })
}

interface Told {
  readonly cycle: Cycle
  /** The cycle before it. */
  readonly previous: Cycle | undefined
  readonly moves: Moves
  readonly asked: Asked
}

function inactiveStory(
  { obligation, kind, about, problems }: ObligationState,
  terms: CompiledTerms | null,
): Reason {
  const children = problems.map(({ code, marks, message }) =>
    reason('obligations.problem', { code, marks, message }),
  )
  const source = terms === null ? {} : { source: placeIn(terms, '/start') }
  return reason('obligations.inactive', { obligation, kind, about }, { ...source, children })
}

function stateStory(state: ObligationState, { cycle, previous, moves, asked }: Told): Reason {
  const children = [
    startStory(state, cycle, previous),
    termsStory(cycle.terms),
    ...anewStory(cycle),
    ...countingStory(state, cycle, asked),
    ...moves(state),
    ...endingStory(state, cycle, asked),
    ...unheardStory(cycle, previous, asked),
  ]
  return reason('obligations.state', stateParams(state), {
    source: placeIn(cycle.terms, ''),
    children,
  })
}

function stateParams({
  obligation,
  kind,
  about,
  cycle,
  life,
  debtor,
  creditor,
  startedAt,
  target,
  used,
  dueAt,
  latestToMeet,
  breachedAt,
}: ObligationState): Params {
  const who = { obligation, kind, about, cycle, life, debtor, creditor }
  return { ...who, startedAt, target, used, dueAt, latestToMeet, breachedAt }
}

function startStory(
  { startedAt }: ObligationState,
  { mark, isStart, periodsBefore, terms }: Cycle,
  previous: Cycle | undefined,
): Reason {
  const params = { ...markParams(mark), from: startedAt }
  if (periodsBefore > 0) {
    const source = placeIn(terms, '/every')
    return reason('obligations.nextPeriod', { ...params, period: periodsBefore + 1 }, { source })
  }
  if (isStart) return reason('obligations.started', params, { source: placeIn(terms, '/start') })
  const isCadence = previous?.end?.how === 'fulfilled'
  const source = placeIn(terms, isCadence ? '/every' : '/reset')
  const code = isCadence ? 'obligations.startedAfter' : 'obligations.startedOver'
  return reason(code, params, { source })
}

function termsStory(terms: CompiledTerms): Reason {
  const { id: obligation, version, title, within, every, clock } = terms.document
  const { counts, calendar = null, timeZone = null, due = null, cutoff = null } = clock
  const period = within ?? every?.period ?? null
  const cadence = every?.from ?? null
  const promised = { obligation, version, title: title ?? null, period, cadence }
  const params = { ...promised, counts, calendar, timeZone, due, cutoff }
  const pointer = within === undefined ? '/every/period' : '/within'
  return reason('obligations.terms', params, { source: placeIn(terms, pointer) })
}

/** A change of terms that began the clock anew. */
function anewStory({ startedAt, countsFrom, periodsBefore, terms }: Cycle): Reason[] {
  if (periodsBefore > 0 || countsFrom === startedAt) return []
  return [reason('obligations.countsAnew', { at: countsFrom }, { source: placeIn(terms, '') })]
}
