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
} from './standard-targets.ts'

const WORKING = ['reported', 'in-progress', 'staging', 'canary']
const WAITING = ['awaiting-customer', 'backlog', 'blocked']
const UNDER_WAY = [...WORKING, ...WAITING]
const RESOLVED = ['released', 'put-aside']

/**
 * A fault in what we make. The customer hears of every step that it takes, and regularly while it takes none (R165).
 * One that nobody can see again, because the customer does not answer, is put aside and not called fixed.
 */
export const bug: LifecycleDocument = {
  id: 'bug',
  version: 1,
  title: 'Bug',
  format: 'holdfast/lifecycle@1',
  kind: 'bug',
  intake: 'team:support',
  waitReasons: ['backlog'],
  initial: 'reported',
  states: {
    reported: {
      category: 'open',
      label: 'Reported',
      customerLabel: 'Reported',
      element: 'wait',
      party: 'queue',
    },
    'in-progress': {
      category: 'open',
      label: 'In Progress',
      customerLabel: 'We are working on the fix',
      element: 'fix',
      tellWithin: 'PT8H',
    },
    staging: {
      category: 'open',
      label: 'Staging',
      customerLabel: 'The fix is being tested',
      element: 'verification',
      tellWithin: 'PT8H',
    },
    canary: {
      category: 'open',
      label: 'Canary/GA',
      customerLabel: 'The fix is being rolled out',
      element: 'verification',
      tellWithin: 'PT8H',
    },
    'awaiting-customer': {
      category: 'waiting',
      label: 'Awaiting customer',
      customerLabel: 'We need something from you',
      element: 'wait',
    },
    backlog: {
      category: 'waiting',
      label: 'Backlog',
      customerLabel: 'Planned, not begun',
      element: 'wait',
      tellWithin: 'PT8H',
    },
    blocked: {
      category: 'waiting',
      label: 'Blocked',
      customerLabel: 'We are held up by somebody else',
      element: 'wait',
      tellWithin: 'PT8H',
    },
    released: {
      category: 'resolved',
      label: 'Released',
      customerLabel: 'Fixed',
    },
    'put-aside': {
      category: 'resolved',
      label: 'Put aside',
      customerLabel: 'Put aside until we can see it ourselves',
    },
    closed: {
      category: 'closed',
      label: 'Closed',
      customerLabel: 'Closed',
    },
    cancelled: {
      category: 'closed',
      label: 'Not a bug',
      customerLabel: 'Not a fault, or withdrawn',
    },
  },
  transitions: [
    { on: 'take', from: 'reported', to: 'in-progress' },
    { on: 'assign', from: 'reported', to: 'in-progress' },
    { on: 'move', from: ['reported', 'staging', 'canary'], to: 'in-progress' },
    { on: 'move', from: ['in-progress', 'canary'], to: 'staging' },
    { on: 'move', from: 'staging', to: 'canary' },
    { on: 'wait', from: UNDER_WAY, to: 'awaiting-customer', blockers: ['customer'] },
    { on: 'wait', from: UNDER_WAY, to: 'backlog', blockers: ['backlog'] },
    { on: 'wait', from: UNDER_WAY, to: 'blocked', blockers: OTHER_BLOCKERS },
    { on: 'resume', from: ['awaiting-customer', 'blocked'], to: 'previous' },
    { on: 'resume', from: 'backlog', to: 'in-progress' },
    { on: 'customerMessage', from: 'awaiting-customer', to: 'previous' },
    { on: 'resolve', from: [...WORKING, 'backlog', 'blocked'], to: 'released' },
    { on: 'resolve', from: 'awaiting-customer', to: 'put-aside' },
    { on: 'reopen', from: RESOLVED, to: 'in-progress', who: ANYBODY },
    { on: 'customerMessage', from: RESOLVED, to: 'in-progress' },
    { on: 'close', from: RESOLVED, to: 'closed', who: ANYBODY },
    { on: 'cancel', from: UNDER_WAY, to: 'cancelled', who: ANYBODY },
  ],
  resolution: { requires: ['cause', 'effect', 'summary'] },
  clock: DESK_CLOCK,
  attention: { targets: STANDARD_ATTENTION },
  news: {
    targets: [
      { blockers: ['backlog'], priorities: ['P1', 'P2'], every: 'PT40H' },
      { blockers: ['backlog'], every: 'PT80H' },
      ...STANDARD_NEWS,
    ],
  },
  handover: STANDARD_HANDOVER,
  silentCustomer: STANDARD_SILENCE,
  closeAfter: { clock: DESK_DAYS, within: 'P10D' },
}
