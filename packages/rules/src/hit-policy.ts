import type { Conflict, Decided, RuleEvent } from './evaluation.ts'
import type { Action, Rule } from './model.ts'

/** What of a rule decides what becomes of its match. */
export interface Candidate {
  readonly rule: Rule
  readonly action: Action
  /** Equal for rules of the same action that ask for the same. */
  readonly paramsKey: string
  readonly event: RuleEvent
}

/**
 * What rules that match decide together, by the hit policies of their actions. The first `count` of `matched` are places
 * in `candidates`, in order. **Ties**: `first` is settled by the order; `priority`, `any` and `unique` end in a conflict, and then
 * nothing is decided for that action.
 */
export function settle(
  candidates: readonly Candidate[],
  matched: readonly number[],
  count: number,
): Decided {
  const ids: string[] = new Array(count)
  const events: RuleEvent[] = new Array(count)
  let decided = 0
  let winners: Map<Action, Candidate> | undefined
  let conflicted: Set<Action> | undefined
  for (let nth = 0; nth < count; nth++) {
    const candidate = candidates[matched[nth] as number] as Candidate
    const { action, event } = candidate
    ids[nth] = event.rule
    if (action.hitPolicy === 'collect') {
      events[decided++] = event
      continue
    }
    winners ??= new Map()
    const winner = winners.get(action)
    if (winner === undefined) {
      winners.set(action, candidate)
      events[decided++] = event
    } else if (contradicts(winner, candidate)) {
      conflicted ??= new Set()
      conflicted.add(action)
    }
  }
  events.length = decided
  if (conflicted === undefined) return { ok: true, matched: ids, events, conflicts: NONE }
  const inConflict = new Set([...conflicted].map(({ name }) => name))
  return {
    ok: true,
    matched: ids,
    events: events.filter(({ type }) => !inConflict.has(type)),
    conflicts: [...conflicted].map((action) =>
      conflictOf(action, candidates, matched.slice(0, count)),
    ),
  }
}

const NONE: readonly Conflict[] = Object.freeze([])

/** Whether a further match contradicts the one that came first. */
function contradicts(winner: Candidate, other: Candidate): boolean {
  switch (winner.action.hitPolicy) {
    case 'unique':
      return true
    case 'any':
      return winner.paramsKey !== other.paramsKey
    case 'priority':
      return winner.rule.priority === other.rule.priority && winner.paramsKey !== other.paramsKey
    default:
      return false
  }
}

function conflictOf(
  action: Action,
  candidates: readonly Candidate[],
  matched: readonly number[],
): Conflict {
  const rivals = matched
    .map((place) => candidates[place] as Candidate)
    .filter((candidate) => candidate.action === action)
  const top = rivals[0]?.rule.priority
  const rules = rivals
    .filter(({ rule }) => action.hitPolicy !== 'priority' || rule.priority === top)
    .map(({ rule }) => rule.id)
  return { action: action.name, hitPolicy: action.hitPolicy, rules }
}
