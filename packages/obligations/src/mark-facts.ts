import { MARK_TYPES, type Mark, type MarkType, PARTY_KINDS } from '@holdfast/kernel'
import type { Condition, Facts } from '@holdfast/rules'
import * as z from 'zod'
import type { Parties } from './state.ts'

/**
 * What conditions over marks can ask for: the parts of the mark, and who owes whom in the cycle it meets. `start`
 * knows no debtor or creditor yet.
 */
export const markVocabulary = z.object({
  type: z.enum(MARK_TYPES),
  about: z.string(),
  /** What stands before the colon of `about`: `request`, `task`, `offer`. */
  aboutKind: z.string(),
  state: z.string().optional(),
  by: z.string().optional(),
  byKind: z.enum(PARTY_KINDS).optional(),
  /** A message that does not say otherwise is public. */
  audience: z.enum(['public', 'internal']).optional(),
  automatic: z.boolean(),
  reason: z.string().optional(),
  /** The mark's own facts, by path: `$.priority`. */
  facts: z.unknown().optional(),
  debtor: z.string().optional(),
  creditor: z.string().optional(),
})

/** What is known of a mark. Parts that it lacks are not there. */
export function factsOf(mark: Mark): Facts {
  const { type, about, state, by, reason, facts } = mark
  const audience = mark.audience ?? (type === 'message' ? 'public' : undefined)
  const known: Record<string, unknown> = {
    type,
    about,
    aboutKind: kindOf(about),
    automatic: mark.automatic === true,
  }
  if (state !== undefined) known['state'] = state
  if (by !== undefined) {
    known['by'] = by
    known['byKind'] = kindOf(by)
  }
  if (audience !== undefined) known['audience'] = audience
  if (reason !== undefined) known['reason'] = reason
  if (facts !== undefined) known['facts'] = facts
  return known
}

/** What a mark is to the cycle that is open, if there is one. */
export function factsInCycle(facts: Facts, open: Parties | null): Facts {
  if (open === null) return facts
  const { debtor, creditor } = open
  return { ...facts, ...(debtor && { debtor }), ...(creditor && { creditor }) }
}

function kindOf(text: string): string {
  const colon = text.indexOf(':')
  return colon === -1 ? text : text.slice(0, colon)
}

/**
 * Conditions that every obligation may refer to by name: one for each type of mark (`{ condition: 'submitted' }`),
 * `customerMessage` (a person at the customer wrote), `publicAnswer` (a person who is not at the customer wrote what the
 * customer can read), `over` (resolved, closed or cancelled) and `waitOver` (that, resumed or reopened).
 */
export const MARK_CONDITIONS: Readonly<
  Record<MarkType | 'customerMessage' | 'publicAnswer' | 'over' | 'waitOver', Condition>
> = Object.freeze({
  ...byType(),
  over: { all: [isOneOf(['resolved', 'closed', 'cancelled'])] },
  waitOver: { all: [isOneOf(['resumed', 'reopened', 'resolved', 'closed', 'cancelled'])] },
  customerMessage: {
    all: [is('type', 'message'), is('byKind', 'customer'), is('automatic', false)],
  },
  publicAnswer: {
    all: [
      is('type', 'message'),
      is('audience', 'public'),
      is('automatic', false),
      { fact: 'byKind', operator: 'notIn', value: ['customer', 'system'] },
    ],
  },
})

function byType(): Record<MarkType, Condition> {
  const named = {} as Record<MarkType, Condition>
  for (const type of MARK_TYPES) named[type] = { all: [is('type', type)] }
  return named
}

function isOneOf(types: readonly MarkType[]): Condition {
  return { fact: 'type', operator: 'in', value: types }
}

function is(fact: string, value: string | boolean): Condition {
  return { fact, operator: 'equal', value }
}
