import { PARTY_KINDS, type PartyRef } from '@holdfast/kernel'
import type { Condition, Facts } from '@holdfast/rules'
import * as z from 'zod'
import { isCustomer, kindOf } from '../parties.ts'
import type { RequestState } from '../state.ts'
import { openChildren } from '../tasks/children.ts'
import { CATEGORIES } from './lifecycle-document.ts'

/** What guards can ask for: what is known of the request, what a command says, and who gives it. */
export const requestVocabulary = z.object({
  kind: z.string(),
  state: z.string(),
  category: z.enum(CATEGORIES),
  priority: z.string().optional(),
  owner: z.string(),
  ownerKind: z.enum(PARTY_KINDS),
  assignee: z.string().optional(),
  /** What it waits for, or is to wait for. */
  blocker: z.string().optional(),
  /** What submission and triage told, by path: `$.effortHours`. */
  facts: z.unknown().optional(),
  customer: z.string().optional(),
  level: z.string().optional(),
  contract: z.string().optional(),
  /** Every approval was given. */
  approved: z.boolean(),
  /** Some approval was refused. */
  rejected: z.boolean(),
  /** How many required tasks and child requests are open. */
  openChildren: z.number(),
  bounces: z.number(),
  reopenings: z.number(),
  /** What the command says. */
  cause: z.string().optional(),
  effect: z.string().optional(),
  summary: z.string().optional(),
  reason: z.string().optional(),
  by: z.string(),
  byKind: z.enum(PARTY_KINDS),
  customerSide: z.boolean(),
})

/** The parts of a command that guards can ask for. */
export interface Said {
  /** What it is to wait for. */
  readonly blocker?: string | undefined
  readonly cause?: string | undefined
  readonly effect?: string | undefined
  readonly summary?: string | undefined
  readonly reason?: string | undefined
}

/** What a guard is asked with. Parts that are not known are not there. */
export function requestFacts(state: RequestState, said: Said, by: PartyRef): Facts {
  const { approvals, customerFacts, owner } = state
  const facts: Record<string, unknown> = {
    kind: state.kind,
    state: state.state,
    category: state.category,
    owner,
    ownerKind: kindOf(owner),
    facts: state.facts,
    approved: approvals.every(({ status }) => status === 'approved'),
    rejected: approvals.some(({ status }) => status === 'rejected'),
    openChildren: openChildren(state).length,
    bounces: state.bounces,
    reopenings: state.reopenings,
    by,
    byKind: kindOf(by),
    customerSide: isCustomer(by),
  }
  const others = {
    priority: state.priority,
    assignee: state.assignee,
    blocker: said.blocker ?? state.wait?.blocker,
    customer: state.customer,
    level: customerFacts.level,
    contract: customerFacts.contract,
    cause: said.cause,
    effect: said.effect,
    summary: said.summary,
    reason: said.reason,
  }
  for (const [name, value] of Object.entries(others)) {
    if (value !== undefined && value !== null) facts[name] = value
  }
  return facts
}

/** Any text at all; `*` stands for any letters. */
function isGiven(fact: string, path?: string): Condition {
  const comparison = { fact, operator: 'textLike', value: '*' }
  return { all: [path === undefined ? comparison : { ...comparison, path }] }
}

function is(fact: string, value: string | number | boolean): Condition {
  return { all: [{ fact, operator: 'equal', value }] }
}

/** Conditions that every guard may refer to by name. */
export const REQUEST_CONDITIONS = Object.freeze({
  approved: is('approved', true),
  rejected: is('rejected', true),
  assigned: isGiven('assignee'),
  waitingForCustomer: is('blocker', 'customer'),
  withoutOpenChildren: is('openChildren', 0),
  causeGiven: isGiven('cause'),
  effectGiven: isGiven('effect'),
  summaryGiven: isGiven('summary'),
  hasProjectManager: isGiven('facts', '$.projectManager'),
}) satisfies Readonly<Record<string, Condition>>
