import type { Terms } from '@holdfast/obligations'
import type { Condition } from '@holdfast/rules'
import type { Category, ReadLifecycle } from '../lifecycle/lifecycle-document.ts'

/** The promises of a lifecycle, by name. */
export type PromiseName = 'attention' | 'news' | 'tell' | 'acceptance' | 'silence' | 'closure'

/** Whether it is the customer who owes it. */
export function isOfCustomer(promise: PromiseName): boolean {
  return promise === 'silence' || promise === 'closure'
}

/** The terms of one promise. Those with the same name come in the order of the document. */
export interface PromiseTerms {
  readonly promise: PromiseName
  /** The state that the customer must be told of; only of `tell`. */
  readonly state: string | null
  readonly terms: Terms
}

/** The terms of everything that is owed by a time under a lifecycle, in the order of the document's sections. */
export function termsOfPromises(document: ReadLifecycle): readonly PromiseTerms[] {
  return [
    ...attentionTerms(document),
    ...newsTerms(document),
    ...tellTerms(document),
    ...acceptanceTerms(document),
    ...silenceTerms(document),
    ...closureTerms(document),
  ]
}

const named = (condition: string): Condition => ({ condition })
const anyOf = (...conditions: readonly string[]): Condition => ({ any: conditions.map(named) })

/** Every mark that enters a state is of one of these types; `submitted` has nothing before it that it could end. */
const NEXT_CHAPTER = anyOf('waiting', 'waitOver')

/** Anything that a person of ours does; `attention` takes private notes too. */
const OUR_ACT: Condition = {
  all: [
    { fact: 'automatic', operator: 'equal', value: false },
    { fact: 'byKind', operator: 'in', value: ['person', 'team', 'role'] },
  ],
}

const OWNER = { fact: 'assignedTo' }
const CUSTOMER = { fact: 'customer' }
const TO_CUSTOMER = { debtor: OWNER, creditor: CUSTOMER }
const TO_OWNER = { debtor: CUSTOMER, creditor: OWNER }

/**
 * A mark that enters a state of a category, or one that a reading from the middle of a chapter is made to begin with.
 */
function begins(promise: PromiseName, { states }: ReadLifecycle, category: Category): Condition {
  const value = Object.keys(states).filter((id) => states[id]?.category === category)
  const isMade = factIs('$.begins', promise)
  return value.length === 0 ? isMade : { any: [{ fact: 'state', operator: 'in', value }, isMade] }
}

function factIs(path: string, value: string | boolean): Condition {
  return { all: [{ fact: 'facts', path, operator: 'equal', value }] }
}

function attentionTerms(document: ReadLifecycle): readonly PromiseTerms[] {
  const { attention, clock, version } = document
  return attention.targets.map(({ every, warnAt }) => ({
    promise: 'attention',
    state: null,
    terms: {
      id: 'attention',
      version,
      kind: 'request.attention',
      ...TO_CUSTOMER,
      start: begins('attention', document, 'open'),
      stop: OUR_ACT,
      privateNotesFulfill: true,
      cancel: NEXT_CHAPTER,
      every: { period: every, from: 'fulfillment' },
      clock: attention.clock ?? clock,
      ...(warnAt && { warnAt }),
    },
  }))
}

function newsTerms(document: ReadLifecycle): readonly PromiseTerms[] {
  const { news, clock, version } = document
  return news.targets.map(({ every, warnAt }) => ({
    promise: 'news',
    state: null,
    terms: {
      id: 'news',
      version,
      kind: 'inform.customer',
      ...TO_CUSTOMER,
      start: begins('news', document, 'waiting'),
      stop: named('publicAnswer'),
      cancel: NEXT_CHAPTER,
      every: { period: every, from: 'fulfillment' },
      clock: news.clock ?? clock,
      ...(warnAt && { warnAt }),
    },
  }))
}

/** Moving on does not free from telling; only the end does. */
function tellTerms({ states, news, clock, version }: ReadLifecycle): readonly PromiseTerms[] {
  return Object.entries(states).flatMap(([state, { tellWithin }]) =>
    tellWithin === undefined
      ? []
      : {
          promise: 'tell' as const,
          state,
          terms: {
            id: 'tell',
            version,
            kind: 'inform.customer',
            ...TO_CUSTOMER,
            start: {
              all: [
                factIs('$.tells', true),
                { fact: 'type', operator: 'notIn', value: ['closed', 'cancelled'] },
              ],
            },
            stop: named('publicAnswer'),
            cancel: anyOf('closed', 'cancelled'),
            within: tellWithin,
            clock: news.clock ?? clock,
          },
        },
  )
}

function acceptanceTerms({ handover, clock, version }: ReadLifecycle): readonly PromiseTerms[] {
  return handover.acceptance.map(({ within, warnAt }) => ({
    promise: 'acceptance',
    state: null,
    terms: {
      id: 'acceptance',
      version,
      kind: 'handover.acceptance',
      debtor: { fact: 'offeredTo' },
      creditor: OWNER,
      per: 'about',
      start: { all: [named('offered'), { fact: 'aboutKind', operator: 'equal', value: 'offer' }] },
      stop: anyOf('accepted', 'declined'),
      cancel: anyOf('recalled', 'expired', 'over'),
      within,
      clock: handover.clock ?? clock,
      ...(warnAt && { warnAt }),
    },
  }))
}

function silenceTerms(document: ReadLifecycle): readonly PromiseTerms[] {
  const { silentCustomer, clock, version } = document
  return (silentCustomer?.steps ?? []).map(({ after }, index) => ({
    promise: 'silence',
    state: null,
    terms: {
      id: `silence-${index + 1}`,
      version,
      kind: 'customer.answer',
      ...TO_OWNER,
      start: {
        any: [
          {
            all: [named('waiting'), { fact: 'reason', operator: 'equal', value: 'customer' }],
          },
          factIs('$.begins', 'silence'),
        ],
      },
      stop: named('customerMessage'),
      cancel: NEXT_CHAPTER,
      within: after,
      clock: silentCustomer?.clock ?? clock,
    },
  }))
}

/** Who objects, or says anything, has not agreed by silence. */
function closureTerms(document: ReadLifecycle): readonly PromiseTerms[] {
  const { closeAfter, clock, version } = document
  if (closeAfter === undefined) return []
  return [
    {
      promise: 'closure',
      state: null,
      terms: {
        id: 'closure',
        version,
        kind: 'customer.objection',
        ...TO_OWNER,
        start: begins('closure', document, 'resolved'),
        stop: named('customerMessage'),
        cancel: anyOf('waiting', 'waitOver', 'customerMessage'),
        within: closeAfter.within,
        clock: closeAfter.clock ?? clock,
      },
    },
  ]
}
