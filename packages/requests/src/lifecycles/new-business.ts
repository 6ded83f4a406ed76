import type { LifecycleDocument } from '../lifecycle/lifecycle-document.ts'
import {
  ANYBODY,
  DESK_CLOCK,
  DESK_DAYS,
  NEED_FOR_SALES,
  OTHER_BLOCKERS,
  TEAM_DONE,
} from './standard-targets.ts'

const WORKING = ['recognized', 'with-sales']
const WAITING = ['quoted', 'on-hold']
const UNDER_WAY = [...WORKING, ...WAITING]

/**
 * The customer needs something that no contract covers. Whoever recognizes it writes down the need and offers it to
 * Sales, and stays accountable until Sales accepts. Source: R4, R12.
 */
export const newBusiness: LifecycleDocument = {
  id: 'new-business',
  version: 1,
  title: 'New business',
  format: 'holdfast/lifecycle@1',
  kind: 'new-business',
  intake: 'team:support',
  initial: 'recognized',
  states: {
    recognized: {
      category: 'open',
      label: 'Recognized',
      customerLabel: 'We pass it on to somebody who can make you an offer',
      element: 'documentation',
    },
    'with-sales': {
      category: 'open',
      label: 'With Sales',
      customerLabel: 'We are preparing an offer',
      element: 'investigation',
      tellWithin: 'PT8H',
    },
    quoted: {
      category: 'waiting',
      label: 'Quoted',
      customerLabel: 'You have our offer',
      element: 'wait',
    },
    'on-hold': {
      category: 'waiting',
      label: 'On hold',
      customerLabel: 'We are waiting for somebody else',
      element: 'wait',
    },
    decided: {
      category: 'resolved',
      label: 'Decided',
      customerLabel: 'Decided',
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
    { on: 'accepted', from: 'recognized', to: 'with-sales' },
    { on: 'wait', from: UNDER_WAY, to: 'quoted', blockers: ['customer'] },
    { on: 'wait', from: UNDER_WAY, to: 'on-hold', blockers: OTHER_BLOCKERS },
    { on: 'resume', from: WAITING, to: 'previous' },
    TEAM_DONE,
    { on: 'customerMessage', from: 'quoted', to: 'previous' },
    { on: 'resolve', from: ['with-sales', ...WAITING], to: 'decided' },
    { on: 'reopen', from: 'decided', to: 'with-sales', who: ANYBODY },
    { on: 'customerMessage', from: 'decided', to: 'with-sales' },
    { on: 'close', from: 'decided', to: 'closed', who: ANYBODY },
    { on: 'cancel', from: UNDER_WAY, to: 'cancelled', who: ANYBODY },
  ],
  resolution: { requires: ['effect', 'summary'] },
  clock: DESK_CLOCK,
  attention: {
    targets: [{ states: ['recognized'], every: 'PT4H', warnAt: [0.75] }, { every: 'PT16H' }],
  },
  news: { targets: [{ blockers: ['customer'], every: 'PT40H' }, { every: 'PT16H' }] },
  handover: {
    acceptance: [{ within: 'PT8H', warnAt: [0.5], escalateTo: 'role:sales-lead' }],
    routes: [{ from: 'team:support', to: ['team:sales'] }],
    needFor: NEED_FOR_SALES,
    bounces: { limit: 2, to: 'role:sales-lead' },
  },
  silentCustomer: {
    clock: DESK_DAYS,
    steps: [
      { after: 'P5D', do: 'remind', message: 'Do you have questions about our offer?' },
      { after: 'P20D', do: 'remind', message: 'Our offer ends in ten business days.' },
      { after: 'P30D', do: 'resolve', message: 'Our offer has ended. Write, and we renew it.' },
    ],
  },
  closeAfter: { clock: DESK_DAYS, within: 'P10D' },
}
