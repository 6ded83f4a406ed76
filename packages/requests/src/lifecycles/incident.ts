import type { LifecycleDocument } from '../lifecycle/lifecycle-document.ts'
import {
  ANYBODY,
  DESK_CLOCK,
  DESK_DAYS,
  OTHER_BLOCKERS,
  STANDARD_ATTENTION,
  STANDARD_HANDOVER,
  STANDARD_NEWS,
  STANDARD_SILENCE,
  TEAM_DONE,
} from './standard-targets.ts'

const WORKING = ['new', 'investigating', 'fixing', 'verifying']
const WAITING = ['awaiting-customer', 'on-hold']
const UNDER_WAY = [...WORKING, ...WAITING]

/** Something that worked does not, and the customer's business suffers. */
export const incident: LifecycleDocument = {
  id: 'incident',
  version: 1,
  title: 'Incident',
  format: 'holdfast/lifecycle@1',
  kind: 'incident',
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
    investigating: {
      category: 'open',
      label: 'Investigating',
      customerLabel: 'We are finding out what is wrong',
      element: 'investigation',
    },
    fixing: {
      category: 'open',
      label: 'Fixing',
      customerLabel: 'We are putting it right',
      element: 'fix',
    },
    verifying: {
      category: 'open',
      label: 'Verifying',
      customerLabel: 'We are making sure that it holds',
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
    resolved: {
      category: 'resolved',
      label: 'Resolved',
      customerLabel: 'Resolved',
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
    { on: 'take', from: 'new', to: 'investigating' },
    { on: 'assign', from: 'new', to: 'investigating' },
    { on: 'move', from: ['new', 'fixing', 'verifying'], to: 'investigating' },
    { on: 'move', from: ['investigating', 'verifying'], to: 'fixing' },
    { on: 'move', from: ['investigating', 'fixing'], to: 'verifying' },
    { on: 'wait', from: UNDER_WAY, to: 'awaiting-customer', blockers: ['customer'] },
    { on: 'wait', from: UNDER_WAY, to: 'on-hold', blockers: OTHER_BLOCKERS },
    { on: 'resume', from: WAITING, to: 'previous' },
    TEAM_DONE,
    { on: 'customerMessage', from: 'awaiting-customer', to: 'previous' },
    { on: 'resolve', from: UNDER_WAY, to: 'resolved' },
    { on: 'reopen', from: 'resolved', to: 'investigating', who: ANYBODY },
    { on: 'customerMessage', from: 'resolved', to: 'investigating' },
    { on: 'close', from: 'resolved', to: 'closed', who: ANYBODY },
    { on: 'cancel', from: UNDER_WAY, to: 'cancelled', who: ANYBODY },
  ],
  resolution: { requires: ['cause', 'effect', 'summary'] },
  clock: DESK_CLOCK,
  attention: { targets: STANDARD_ATTENTION },
  news: { targets: STANDARD_NEWS },
  handover: STANDARD_HANDOVER,
  silentCustomer: STANDARD_SILENCE,
  closeAfter: { clock: DESK_DAYS, within: 'P5D' },
}
