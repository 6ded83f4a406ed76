import type { LifecycleDocument } from '../lifecycle/lifecycle-document.ts'
import {
  ANYBODY,
  DESK_CLOCK,
  DESK_DAYS,
  NEED_FOR_SALES,
  OTHER_BLOCKERS,
  TEAM_DONE,
} from './standard-targets.ts'

const WORKING = ['received', 'mitigating', 'confirming']
const WAITING = ['awaiting-customer', 'on-hold']
const UNDER_WAY = [...WORKING, ...WAITING]

/**
 * Somebody is not content. Whoever heard it first sees to it that something is done, whoever does it (R131); it cannot
 * be settled before that was begun, nor by silence, and only the customer takes it back.
 */
export const complaint: LifecycleDocument = {
  id: 'complaint',
  version: 1,
  title: 'Complaint',
  format: 'holdfast/lifecycle@1',
  kind: 'complaint',
  intake: 'team:support',
  firstContactOwns: true,
  initial: 'received',
  states: {
    received: {
      category: 'open',
      label: 'Received',
      customerLabel: 'We have heard you',
      element: 'documentation',
      tellWithin: 'PT4H',
    },
    mitigating: {
      category: 'open',
      label: 'Mitigating',
      customerLabel: 'We are making up for it',
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
    settled: {
      category: 'resolved',
      label: 'Settled',
      customerLabel: 'Settled',
    },
    closed: {
      category: 'closed',
      label: 'Closed',
      customerLabel: 'Closed',
    },
    cancelled: {
      category: 'closed',
      label: 'Taken back',
      customerLabel: 'Taken back',
    },
  },
  transitions: [
    { on: 'take', from: 'received', to: 'mitigating' },
    { on: 'move', from: ['received', 'confirming'], to: 'mitigating' },
    { on: 'move', from: 'mitigating', to: 'confirming' },
    { on: 'wait', from: UNDER_WAY, to: 'awaiting-customer', blockers: ['customer'] },
    { on: 'wait', from: UNDER_WAY, to: 'on-hold', blockers: OTHER_BLOCKERS },
    { on: 'resume', from: WAITING, to: 'previous' },
    TEAM_DONE,
    { on: 'customerMessage', from: 'awaiting-customer', to: 'previous' },
    { on: 'resolve', from: ['mitigating', 'confirming'], to: 'settled' },
    { on: 'reopen', from: 'settled', to: 'mitigating', who: ANYBODY },
    { on: 'customerMessage', from: 'settled', to: 'mitigating' },
    { on: 'close', from: 'settled', to: 'closed', who: ANYBODY },
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
      { every: 'PT4H', warnAt: [0.75], escalateTo: 'role:duty-manager' },
    ],
  },
  news: {
    targets: [
      { blockers: ['customer', 'date'], every: 'PT16H' },
      { priorities: ['P1'], every: 'PT1H', escalateTo: 'role:duty-manager' },
      { every: 'PT8H', warnAt: [0.75], escalateTo: 'role:duty-manager' },
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
        message: 'We would like to put it right, and need your answer.',
      },
      { after: 'P7D', do: 'remind', message: 'Your complaint is still open with us.' },
    ],
  },
  closeAfter: { clock: DESK_DAYS, within: 'P10D' },
}
