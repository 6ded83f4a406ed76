import type { LifecycleDocument } from '../lifecycle/lifecycle-document.ts'
import {
  ANYBODY,
  DESK_CLOCK,
  DESK_DAYS,
  NEED_FOR_SALES,
  OTHER_BLOCKERS,
  TEAM_DONE,
} from './standard-targets.ts'

const WORKING = ['reported', 'finding-cause', 'agreeing-remedy', 'remedying', 'confirming']
const WAITING = ['awaiting-customer', 'on-hold']
const UNDER_WAY = [...WORKING, ...WAITING]

const CAUSE_CLEAR = {
  id: 'cause-clear',
  title: 'The cause is clear (facts.cause)',
  condition: { all: [{ fact: 'facts', path: '$.cause', operator: 'textLike', value: '*' }] },
}

const REMEDY_AGREED = {
  id: 'remedy-agreed',
  title: 'The customer has agreed to a remedy (facts.remedy, facts.remedyAgreed)',
  condition: {
    all: [
      { fact: 'facts', path: '$.remedy', operator: 'textLike', value: '*' },
      { fact: 'facts', path: '$.remedyAgreed', operator: 'equal', value: true },
    ],
  },
}

/** We failed a customer, and win back their trust: a clear cause, then a remedy that they agreed to. Source: R205. */
export const serviceRecovery: LifecycleDocument = {
  id: 'service-recovery',
  version: 1,
  title: 'Service recovery',
  format: 'holdfast/lifecycle@1',
  kind: 'service-recovery',
  intake: 'role:duty-manager',
  initial: 'reported',
  states: {
    reported: {
      category: 'open',
      label: 'Reported',
      customerLabel: 'We know that we have let you down',
      element: 'documentation',
      tellWithin: 'PT1H',
    },
    'finding-cause': {
      category: 'open',
      label: 'Finding the cause',
      customerLabel: 'We are finding out how it came about',
      element: 'investigation',
    },
    'agreeing-remedy': {
      category: 'open',
      label: 'Agreeing on a remedy',
      customerLabel: 'We are agreeing with you how to make up for it',
      element: 'documentation',
      tellWithin: 'PT4H',
    },
    remedying: {
      category: 'open',
      label: 'Remedying',
      customerLabel: 'We are doing what we agreed',
      element: 'fix',
    },
    confirming: {
      category: 'open',
      label: 'Confirming',
      customerLabel: 'We are asking whether it is right now',
      element: 'verification',
    },
    'awaiting-customer': {
      category: 'waiting',
      label: 'Awaiting customer',
      customerLabel: 'We need something from you',
      element: 'wait',
    },
    'on-hold': {
      category: 'waiting',
      label: 'On hold',
      customerLabel: 'We are waiting for somebody else',
      element: 'wait',
    },
    recovered: {
      category: 'resolved',
      label: 'Recovered',
      customerLabel: 'Made up for',
    },
    closed: {
      category: 'closed',
      label: 'Closed',
      customerLabel: 'Closed',
    },
    cancelled: {
      category: 'closed',
      label: 'Cancelled',
      customerLabel: 'Withdrawn',
    },
  },
  transitions: [
    { on: 'take', from: 'reported', to: 'finding-cause' },
    { on: 'assign', from: 'reported', to: 'finding-cause' },
    { on: 'move', from: ['reported', 'agreeing-remedy', 'remedying'], to: 'finding-cause' },
    {
      on: 'move',
      from: ['finding-cause', 'remedying', 'confirming'],
      to: 'agreeing-remedy',
      guards: [CAUSE_CLEAR],
    },
    {
      on: 'move',
      from: ['agreeing-remedy', 'confirming'],
      to: 'remedying',
      guards: [CAUSE_CLEAR, REMEDY_AGREED],
    },
    { on: 'move', from: 'remedying', to: 'confirming' },
    { on: 'wait', from: UNDER_WAY, to: 'awaiting-customer', blockers: ['customer'] },
    { on: 'wait', from: UNDER_WAY, to: 'on-hold', blockers: OTHER_BLOCKERS },
    { on: 'resume', from: WAITING, to: 'previous' },
    TEAM_DONE,
    { on: 'customerMessage', from: 'awaiting-customer', to: 'previous' },
    {
      on: 'resolve',
      from: ['remedying', 'confirming'],
      to: 'recovered',
      guards: [CAUSE_CLEAR, REMEDY_AGREED],
    },
    { on: 'reopen', from: 'recovered', to: 'agreeing-remedy', who: ANYBODY },
    { on: 'customerMessage', from: 'recovered', to: 'confirming' },
    { on: 'close', from: 'recovered', to: 'closed', who: ANYBODY },
    {
      on: 'cancel',
      from: UNDER_WAY,
      to: 'cancelled',
      who: ['customer', 'system', 'role:duty-manager'],
    },
  ],
  resolution: { requires: ['cause', 'effect', 'summary'] },
  clock: DESK_CLOCK,
  attention: {
    targets: [
      { priorities: ['P1'], every: 'PT1H', escalateTo: 'role:duty-manager' },
      { every: 'PT4H', escalateTo: 'role:duty-manager' },
    ],
  },
  news: {
    targets: [
      { blockers: ['customer', 'date'], every: 'PT16H' },
      { priorities: ['P1'], every: 'PT1H', escalateTo: 'role:duty-manager' },
      { every: 'PT4H', escalateTo: 'role:duty-manager' },
    ],
  },
  handover: {
    acceptance: [{ priorities: ['P1'], within: 'PT15M' }, { within: 'PT2H' }],
    needFor: NEED_FOR_SALES,
    bounces: { limit: 1, to: 'role:duty-manager' },
  },
  silentCustomer: {
    clock: DESK_DAYS,
    steps: [
      {
        after: 'P2D',
        do: 'remind',
        message: 'We would like to agree with you how to make up for it.',
      },
      { after: 'P7D', do: 'remind', message: 'We still owe you a remedy.' },
    ],
  },
  closeAfter: { clock: DESK_DAYS, within: 'P10D' },
}
