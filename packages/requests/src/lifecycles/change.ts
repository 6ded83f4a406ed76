import type { LifecycleDocument } from '../lifecycle/lifecycle-document.ts'
import {
  ANYBODY,
  DESK_CLOCK,
  DESK_DAYS,
  OTHER_BLOCKERS,
  STANDARD_ATTENTION,
  STANDARD_HANDOVER,
  STANDARD_NEWS,
  TEAM_DONE,
} from './standard-targets.ts'

const WORKING = ['new', 'assessing', 'awaiting-approval', 'scheduled', 'implementing', 'verifying']
const WAITING = ['awaiting-customer', 'on-hold']
const UNDER_WAY = [...WORKING, ...WAITING]

/** Nothing is changed before everybody who has to agree has agreed. */
const APPROVED = {
  id: 'approved',
  title: 'The customer and those who are affected inside have approved it',
  condition: { condition: 'approved' },
  whoMay: ['role:change-manager', 'customer'],
}

/**
 * Something is to be different from before, by wish of the customer or our own. Source: R127. Silence is no consent, so
 * nothing ends it but people.
 */
export const change: LifecycleDocument = {
  id: 'change',
  version: 1,
  title: 'Change',
  format: 'holdfast/lifecycle@1',
  kind: 'change',
  intake: 'team:support',
  initial: 'new',
  states: {
    new: {
      category: 'open',
      label: 'New',
      customerLabel: 'Received',
      element: 'wait',
      party: 'queue',
    },
    assessing: {
      category: 'open',
      label: 'Assessing',
      customerLabel: 'We are finding out what it would touch',
      element: 'investigation',
    },
    'awaiting-approval': {
      category: 'open',
      label: 'Awaiting approval',
      customerLabel: 'It is being decided',
      element: 'wait',
      party: 'approval',
      asksApproval: true,
    },
    scheduled: {
      category: 'open',
      label: 'Scheduled',
      customerLabel: 'It is decided and planned',
      element: 'documentation',
      tellWithin: 'PT8H',
    },
    implementing: {
      category: 'open',
      label: 'Implementing',
      customerLabel: 'We are making the change',
      element: 'fix',
    },
    verifying: {
      category: 'open',
      label: 'Verifying',
      customerLabel: 'We are making sure that it does what it should',
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
    done: {
      category: 'resolved',
      label: 'Done',
      customerLabel: 'The change is made',
    },
    closed: {
      category: 'closed',
      label: 'Closed',
      customerLabel: 'Closed',
    },
    cancelled: {
      category: 'closed',
      label: 'Cancelled',
      customerLabel: 'It is not made',
    },
  },
  approvals: [
    { id: 'internal', by: 'role:change-manager', title: 'Those who are affected inside' },
    {
      id: 'customer',
      by: 'customer',
      title: 'Those who are affected at the customer',
    },
  ],
  transitions: [
    { on: 'take', from: 'new', to: 'assessing' },
    { on: 'assign', from: 'new', to: 'assessing' },
    { on: 'move', from: ['new', 'awaiting-approval', 'scheduled'], to: 'assessing' },
    { on: 'move', from: 'assessing', to: 'awaiting-approval' },
    { on: 'approved', from: 'awaiting-approval', to: 'scheduled' },
    { on: 'rejected', from: ['awaiting-approval', 'scheduled'], to: 'assessing' },
    { on: 'move', from: ['assessing', 'awaiting-approval'], to: 'scheduled', guards: [APPROVED] },
    { on: 'move', from: ['scheduled', 'verifying'], to: 'implementing', guards: [APPROVED] },
    { on: 'move', from: 'implementing', to: 'verifying' },
    { on: 'wait', from: UNDER_WAY, to: 'awaiting-customer', blockers: ['customer'] },
    { on: 'wait', from: UNDER_WAY, to: 'on-hold', blockers: OTHER_BLOCKERS },
    { on: 'resume', from: WAITING, to: 'previous' },
    TEAM_DONE,
    { on: 'customerMessage', from: 'awaiting-customer', to: 'previous' },
    { on: 'resolve', from: ['implementing', 'verifying'], to: 'done', guards: [APPROVED] },
    { on: 'reopen', from: 'done', to: 'implementing', who: ANYBODY },
    { on: 'customerMessage', from: 'done', to: 'verifying' },
    { on: 'close', from: 'done', to: 'closed', who: ANYBODY },
    { on: 'cancel', from: UNDER_WAY, to: 'cancelled', who: ANYBODY },
  ],
  resolution: { requires: ['effect', 'summary'] },
  clock: DESK_CLOCK,
  attention: {
    targets: [
      { states: ['awaiting-approval'], every: 'PT16H' },
      { states: ['scheduled'], every: 'PT40H' },
      ...STANDARD_ATTENTION,
    ],
  },
  news: { targets: STANDARD_NEWS },
  handover: STANDARD_HANDOVER,
  silentCustomer: {
    clock: DESK_DAYS,
    steps: [
      { after: 'P3D', do: 'remind', message: 'The change stands still until you answer.' },
      { after: 'P10D', do: 'remind', message: 'The change still waits for your answer.' },
    ],
  },
  closeAfter: { clock: DESK_DAYS, within: 'P10D' },
}
