import type { Terms } from '@holdfast/obligations'
import type { Condition } from '@holdfast/rules'

/** What a metric measures: terms without an id, parties, a length or a clock. */
export type Metric = Readonly<
  Pick<
    Terms,
    | 'title'
    | 'reason'
    | 'per'
    | 'conditions'
    | 'start'
    | 'stop'
    | 'pause'
    | 'resume'
    | 'cancel'
    | 'reset'
    | 'pauseReasons'
    | 'privateNotesFulfill'
  >
> & {
  /** For what is owed again and again: from when a period counts, and what ends it. */
  readonly cadence?: Pick<NonNullable<Terms['every']>, 'from' | 'until' | 'untilDate'> | undefined
  /** Where the debtor is not the agreement's. */
  readonly debtor?: Terms['debtor'] | undefined
  /** Where the creditor is not the agreement's. */
  readonly creditor?: Terms['creditor'] | undefined
}

const named = (condition: string): Condition => ({ condition })
const anyOf = (...conditions: readonly string[]): Condition => ({ any: conditions.map(named) })

const BEGUN = anyOf('submitted', 'reopened')
const DONE = anyOf('resolved', 'closed')
const GIVEN_UP = anyOf('closed', 'cancelled')

/** What is resolved without an answer owes none, unless it is reopened. */
const WHILE_UNRESOLVED = { pause: named('resolved') }

/** Whether a mark names to whom the request goes. */
const NAMES_ASSIGNEE: Condition = {
  fact: 'facts',
  path: '$.assignedTo',
  operator: 'textContains',
  value: ':',
}

/**
 * The usual metrics of support desks, under their usual names. Each is data; a policy may use it as it is, change its
 * clock or its pauses in a target, or bring metrics of its own.
 *
 * Source: the metrics of Zendesk SLA policies (first and next reply, periodic and pausable update, requester wait, agent
 * work, total resolution, group ownership), acknowledgement and resolution of ITIL, and R14 for hand-overs.
 */
export const METRICS = Object.freeze({
  firstResponse: {
    title: 'First response',
    reason: 'From submission to the first public answer by a person',
    start: named('submitted'),
    stop: named('publicAnswer'),
    cancel: GIVEN_UP,
    ...WHILE_UNRESOLVED,
  },
  nextResponse: {
    title: 'Next response',
    reason:
      'From the oldest unanswered message of the customer to the next public answer by a person',
    start: named('customerMessage'),
    stop: named('publicAnswer'),
    cancel: GIVEN_UP,
    ...WHILE_UNRESOLVED,
  },
  periodicUpdate: {
    title: 'Periodic update',
    reason: 'From one public answer by a person to the next, until the request is resolved',
    start: named('publicAnswer'),
    stop: named('publicAnswer'),
    cadence: { from: 'fulfillment', until: named('over') },
  },
  pausableUpdate: {
    title: 'Pausable update',
    reason: 'As a periodic update, but not while the request waits for the customer',
    start: named('publicAnswer'),
    stop: named('publicAnswer'),
    pauseReasons: ['customer'],
    cadence: { from: 'fulfillment', until: named('over') },
  },
  requesterWait: {
    title: 'Requester wait time',
    reason: 'From submission to resolution, but not while the request waits for the customer',
    start: BEGUN,
    stop: DONE,
    cancel: named('cancelled'),
    pauseReasons: ['customer'],
  },
  agentWork: {
    title: 'Agent work time',
    reason: 'From submission to resolution, but not while the request waits for anybody',
    start: BEGUN,
    stop: DONE,
    cancel: named('cancelled'),
    pause: named('waiting'),
  },
  acknowledgement: {
    title: 'Acknowledgement',
    reason:
      'From submission until a person has triaged, assigned, accepted, answered or resolved the request',
    start: named('submitted'),
    stop: {
      all: [
        anyOf('triaged', 'assigned', 'accepted', 'publicAnswer', 'resolved'),
        { fact: 'automatic', operator: 'equal', value: false },
      ],
    },
    cancel: GIVEN_UP,
  },
  ownership: {
    title: 'Ownership',
    reason:
      'How long one team has a request before it is resolved or goes to another; anew on its return',
    debtor: { fact: 'assignedTo' },
    start: { all: [anyOf('assigned', 'reopened'), NAMES_ASSIGNEE] },
    stop: {
      any: [
        named('resolved'),
        named('closed'),
        {
          all: [
            named('assigned'),
            NAMES_ASSIGNEE,
            {
              fact: 'facts',
              path: '$.assignedTo',
              operator: 'notEqual',
              value: { fact: 'debtor' },
            },
          ],
        },
      ],
    },
    cancel: named('cancelled'),
  },
  handoverAcceptance: {
    title: 'Acceptance of a hand-over',
    reason: 'From an offer until it is accepted or declined; each offer on its own',
    debtor: { fact: 'offeredTo' },
    per: 'about',
    start: named('offered'),
    stop: anyOf('accepted', 'declined'),
    cancel: anyOf('recalled', 'expired', 'over'),
  },
  resolution: {
    title: 'Resolution',
    reason: 'From submission to resolution, all time counted; anew when the request is reopened',
    start: BEGUN,
    stop: DONE,
    cancel: named('cancelled'),
  },
} satisfies Record<string, Metric>)

export type MetricName = keyof typeof METRICS
