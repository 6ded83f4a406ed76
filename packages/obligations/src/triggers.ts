import { type Instant, MARK_TYPES, type Mark } from '@holdfast/kernel'
import {
  type CompiledCondition,
  type Condition,
  compileCondition,
  type Facts,
} from '@holdfast/rules'
import type { History } from './history.ts'
import { factsInCycle, markVocabulary } from './mark-facts.ts'
import { isCustomerMessage, isPublicAnswer } from './messages.ts'
import { namedFor } from './named-conditions.ts'
import type { Parties } from './state.ts'

/** What a mark can do to a cycle, in the order in which it does it; `until` ends a cadence after what it may fulfill. */
export const EFFECTS = ['cancel', 'stop', 'until', 'reset', 'pause', 'resume', 'start'] as const

export type Effect = (typeof EFFECTS)[number]

/** Asks whether a mark meets the condition of one effect. */
export interface Trigger {
  /** Whether a mark of a type, by its number, may meet it at all; most do not, and are not looked at. */
  mayMeet(type: number): boolean
  /** Whether the mark at a place meets it; `open` is the cycle that is open then. */
  meets(history: History, place: number, open: Parties | null): boolean
}

const AT: Instant = 0

const MESSAGE = MARK_TYPES.indexOf('message')

/** The trigger of a condition. */
export function triggerOf(
  condition: Condition,
  own: Readonly<Record<string, Condition>> = {},
): Trigger {
  const name = 'condition' in condition ? condition.condition : undefined
  if (name === 'customerMessage') return ofMessages(isCustomerMessage)
  if (name === 'publicAnswer') return ofMessages(isPublicAnswer)
  return compiledTrigger(condition, own)
}

function ofMessages(meets: (mark: Mark) => boolean): Trigger {
  return {
    mayMeet: (type) => type === MESSAGE,
    meets: ({ marks }, place) => meets(marks[place] as Mark),
  }
}

/** What the type of a mark settles is settled now, once for each type. */
function compiledTrigger(condition: Condition, own: Readonly<Record<string, Condition>>): Trigger {
  const compiled = compileCondition(condition, {
    named: namedFor(condition, own),
    vocabulary: markVocabulary,
  })
  const known = MARK_TYPES.map((type) => compiled.evaluate({ type }, { at: AT }).value)
  const readsParties = compiled.facts.some((fact) => fact === 'debtor' || fact === 'creditor')
  return {
    mayMeet: (type) => known[type] !== false,
    meets(history, place, open) {
      const settled = known[history.types[place] as number] ?? 'unknown'
      if (settled !== 'unknown') return settled
      const facts = history.factsAt(place)
      const { at } = history.marks[place] as Mark
      return holds(compiled, readsParties ? factsInCycle(facts, open) : facts, at)
    },
  }
}

/** A list operator on something that is no list holds of nothing; a history is never refused for it. */
function holds(compiled: CompiledCondition, facts: Facts, at: Instant): boolean {
  try {
    return compiled.test(facts, { at, missing: 'allow' })
  } catch {
    return false
  }
}
