import type { LifecycleDocument } from '../lifecycle/lifecycle-document.ts'
import {
  ANYBODY,
  DESK_CLOCK,
  DESK_DAYS,
  OTHER_BLOCKERS,
  STANDARD_BOUNCES,
  TEAM_DONE,
} from './standard-targets.ts'

const WORKING = ['new', 'clarifying']
const WAITING = ['awaiting-customer', 'being-decided', 'planned', 'on-hold']
const UNDER_WAY = [...WORKING, ...WAITING]

/**
 * A wish for something that there is not yet. Others decide on it and build it; the desk keeps it until the customer
 * knows what became of it, which may take months.
 */
export const enhancement: LifecycleDocument = {
  id: 'enhancement',
  version: 1,
  title: 'Enhancement hand-off',
  format: 'holdfast/lifecycle@1',
  kind: 'enhancement',
  intake: 'team:support',
  waitReasons: ['decision', 'release'],
  initial: 'new',
  states: {
    new: {
      category: 'open',
      label: 'New',
      customerLabel: 'Received',
      element: 'wait',
      party: 'queue',
    },
    clarifying: {
      category: 'open',
      label: 'Clarifying',
      customerLabel: 'We want to understand what you need',
      element: 'documentation',
    },
    'awaiting-customer': {
      category: 'waiting',
      label: 'Awaiting customer',
      customerLabel: 'We need something from you',
      element: 'wait',
    },
    'being-decided': {
      category: 'waiting',
      label: 'Being decided',
      customerLabel: 'It is being decided',
      element: 'wait',
    },
    planned: {
      category: 'waiting',
      label: 'Planned',
      customerLabel: 'We are going to build it',
      element: 'wait',
      tellWithin: 'PT16H',
    },
    'on-hold': {
      category: 'waiting',
      label: 'On hold',
      customerLabel: 'We are waiting for somebody else',
      element: 'wait',
    },
    answered: {
      category: 'resolved',
      label: 'Outcome told',
      customerLabel: 'You know what became of it',
    },
    closed: {
      category: 'closed',
      label: 'Closed',
      customerLabel: 'Closed',
    },
    cancelled: {
      category: 'closed',
      label: 'Withdrawn',
      customerLabel: 'Withdrawn',
    },
  },
  transitions: [
    { on: 'take', from: 'new', to: 'clarifying' },
    { on: 'assign', from: 'new', to: 'clarifying' },
    { on: 'move', from: 'new', to: 'clarifying' },
    { on: 'accepted', from: 'new', to: 'clarifying' },
    { on: 'wait', from: UNDER_WAY, to: 'awaiting-customer', blockers: ['customer'] },
    { on: 'wait', from: UNDER_WAY, to: 'being-decided', blockers: ['decision'] },
    { on: 'wait', from: ['clarifying', ...WAITING], to: 'planned', blockers: ['release'] },
    { on: 'wait', from: UNDER_WAY, to: 'on-hold', blockers: OTHER_BLOCKERS },
    { on: 'resume', from: WAITING, to: 'previous' },
    TEAM_DONE,
    { on: 'customerMessage', from: 'awaiting-customer', to: 'previous' },
    { on: 'resolve', from: UNDER_WAY, to: 'answered' },
    { on: 'reopen', from: 'answered', to: 'clarifying', who: ANYBODY },
    { on: 'customerMessage', from: 'answered', to: 'clarifying' },
    { on: 'close', from: 'answered', to: 'closed', who: ANYBODY },
    { on: 'cancel', from: UNDER_WAY, to: 'cancelled', who: ANYBODY },
  ],
  resolution: { requires: ['effect', 'summary'] },
  clock: DESK_CLOCK,
  attention: { targets: [{ priorities: ['P1', 'P2'], every: 'PT8H' }, { every: 'PT24H' }] },
  news: {
    targets: [
      { blockers: ['release'], every: 'PT160H' },
      { blockers: ['decision'], every: 'PT80H' },
      { every: 'PT40H' },
    ],
  },
  handover: {
    acceptance: [{ within: 'PT24H' }],
    needFor: ['team:product', 'team:sales'],
    bounces: STANDARD_BOUNCES,
  },
  silentCustomer: {
    clock: DESK_DAYS,
    steps: [
      { after: 'P5D', do: 'remind', message: 'Help us understand what you need.' },
      { after: 'P15D', do: 'remind', message: 'Without your answer we put the wish aside.' },
      { after: 'P30D', do: 'resolve', message: 'We have put the wish aside.' },
    ],
  },
  closeAfter: { clock: DESK_DAYS, within: 'P10D' },
}
