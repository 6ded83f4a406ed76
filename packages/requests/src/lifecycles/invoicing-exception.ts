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

const WORKING = ['new', 'checking', 'correcting']
const WAITING = ['awaiting-customer', 'with-finance', 'on-hold']
const UNDER_WAY = [...WORKING, ...WAITING]

const APPROVED = {
  id: 'approved',
  title: 'Finance has approved the correction',
  condition: { condition: 'approved' },
  whoMay: ['role:finance-controller'],
}

/** An invoice is not what the customer expected. Whether it stands or is corrected is said with its cause. */
export const invoicingException: LifecycleDocument = {
  id: 'invoicing-exception',
  version: 1,
  title: 'Invoicing exception',
  format: 'holdfast/lifecycle@1',
  kind: 'invoicing-exception',
  intake: 'team:support',
  waitReasons: ['finance'],
  initial: 'new',
  states: {
    new: {
      category: 'open',
      label: 'New',
      customerLabel: 'Received',
      element: 'wait',
      party: 'queue',
    },
    checking: {
      category: 'open',
      label: 'Checking',
      customerLabel: 'We are checking the invoice',
      element: 'investigation',
    },
    correcting: {
      category: 'open',
      label: 'Correcting',
      customerLabel: 'We are correcting the invoice',
      element: 'fix',
    },
    'awaiting-customer': {
      category: 'waiting',
      label: 'Awaiting customer',
      customerLabel: 'We need something from you',
      element: 'wait',
    },
    'with-finance': {
      category: 'waiting',
      label: 'With finance',
      customerLabel: 'Our accounting looks at it',
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
      label: 'Cancelled',
      customerLabel: 'Withdrawn',
    },
  },
  approvals: [{ id: 'correction', by: 'role:finance-controller', title: 'The correction' }],
  transitions: [
    { on: 'take', from: 'new', to: 'checking' },
    { on: 'assign', from: 'new', to: 'checking' },
    { on: 'move', from: ['new', 'correcting'], to: 'checking' },
    { on: 'move', from: 'checking', to: 'correcting', guards: [APPROVED] },
    { on: 'approved', from: ['checking', 'with-finance'], to: 'correcting' },
    { on: 'rejected', from: ['correcting', 'with-finance'], to: 'checking' },
    { on: 'wait', from: UNDER_WAY, to: 'awaiting-customer', blockers: ['customer'] },
    { on: 'wait', from: UNDER_WAY, to: 'with-finance', blockers: ['finance'] },
    { on: 'wait', from: UNDER_WAY, to: 'on-hold', blockers: OTHER_BLOCKERS },
    { on: 'resume', from: WAITING, to: 'previous' },
    TEAM_DONE,
    { on: 'customerMessage', from: 'awaiting-customer', to: 'previous' },
    { on: 'resolve', from: UNDER_WAY, to: 'settled' },
    { on: 'reopen', from: 'settled', to: 'checking', who: ANYBODY },
    { on: 'customerMessage', from: 'settled', to: 'checking' },
    { on: 'close', from: 'settled', to: 'closed', who: ANYBODY },
    { on: 'cancel', from: UNDER_WAY, to: 'cancelled', who: ANYBODY },
  ],
  resolution: { requires: ['cause', 'effect', 'summary'] },
  clock: DESK_CLOCK,
  attention: { targets: STANDARD_ATTENTION },
  news: { targets: [{ blockers: ['finance'], every: 'PT24H' }, ...STANDARD_NEWS] },
  handover: STANDARD_HANDOVER,
  silentCustomer: {
    clock: DESK_DAYS,
    steps: [
      { after: 'P5D', do: 'remind', message: 'To settle the invoice we need your answer.' },
      { after: 'P15D', do: 'remind', message: 'Without your answer the invoice stands as it is.' },
      { after: 'P20D', do: 'resolve', message: 'We regard the invoice as agreed.' },
    ],
  },
  closeAfter: { clock: DESK_DAYS, within: 'P10D' },
}
