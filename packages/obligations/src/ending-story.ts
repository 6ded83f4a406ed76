import { type Mark, type Reason, reason, toInstant } from '@holdfast/kernel'
import { meets } from './act.ts'
import { type Asked, markParams, placeIn } from './asked.ts'
import type { Cycle, End } from './cycle.ts'
import type { ObligationState } from './state.ts'
import type { Effect } from './triggers.ts'

/** Whether it was late and what followed, and how it ended. */
export function endingStory(state: ObligationState, cycle: Cycle, asked: Asked): Reason[] {
  const { end } = cycle
  return [
    ...latenessStory(state, cycle),
    ...(end === null ? [] : [endStory(state, cycle, end, asked)]),
    ...state.problems.map(({ code, marks, message }) =>
      reason('obligations.problem', { code, marks, message }),
    ),
  ]
}

function latenessStory(state: ObligationState, { terms, earlierBreach }: Cycle): Reason[] {
  const { warnedAt, breachedAt, latestToMeet, remaining, missed, consequences } = state
  const told = warnedAt.map((at) =>
    reason('obligations.warned', { at }, { source: placeIn(terms, '/warnAt') }),
  )
  if (breachedAt !== null) {
    const underEarlierTerms = earlierBreach !== null
    const late = Math.max(-remaining, 0)
    told.push(reason('obligations.breached', { breachedAt, latestToMeet, late, underEarlierTerms }))
  }
  if (missed > 0) {
    const source = placeIn(terms, '/every')
    told.push(reason('obligations.missed', { count: missed }, { source }))
  }
  for (const { on, at, kind, to } of consequences) {
    const source = placeIn(terms, '/consequences')
    told.push(reason('obligations.consequence', { on, at, kind, to }, { source }))
  }
  return told
}

function endStory(state: ObligationState, cycle: Cycle, { at, how }: End, asked: Asked): Reason {
  const { terms } = cycle
  if (how === 'fulfilled') {
    const mark = markOf('stop', cycle, at, asked)
    const params = { ...toldOf(mark, at), inTime: state.breachedAt === null, left: state.remaining }
    return reason('obligations.fulfilled', params, { source: placeIn(terms, '/stop') })
  }
  for (const [effect, pointer] of ENDINGS) {
    const mark = markOf(effect, cycle, at, asked)
    if (mark === undefined) continue
    const params = { ...toldOf(mark, at), cause: effect }
    return reason('obligations.cancelled', params, { source: placeIn(terms, pointer) })
  }
  if (terms.until === at) {
    const params = { ...toldOf(undefined, at), cause: 'untilDate' }
    return reason('obligations.cancelled', params, { source: placeIn(terms, '/every/untilDate') })
  }
  const isTermsEnd = asked.versions.some((version) => toInstant(version.from) === at)
  const cause = isTermsEnd ? 'termsChanged' : 'unknown'
  return reason('obligations.cancelled', { ...toldOf(undefined, at), cause })
}

/** What can end a cycle without fulfilling it, in the order in which it does. */
const ENDINGS = [
  ['cancel', '/cancel'],
  ['until', '/every/until'],
  ['reset', '/reset'],
] as const

function toldOf(mark: Mark | undefined, at: number) {
  return mark === undefined ? { mark: null, type: null, by: null, at } : markParams(mark)
}

/** The first mark of an instant that has an effect on a cycle. */
function markOf(effect: Effect, cycle: Cycle, at: number, { history }: Asked): Mark | undefined {
  const life = { about: cycle.about, open: cycle }
  return history.marks.find(
    (mark, place) => mark.at === at && meets({ life, terms: cycle.terms, history }, effect, place),
  )
}
