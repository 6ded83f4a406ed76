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

const WORKING = ['requested', 'estimating', 'running', 'accepting']
const WAITING = ['awaiting-customer', 'on-hold']
const UNDER_WAY = [...WORKING, ...WAITING]

/** The desk leads what is small; what is bigger, or was never estimated, has somebody of its own. Source: R128. */
const LED = {
  id: 'led',
  title:
    'At most 40 hours of effort (facts.effortHours), or a project manager (facts.projectManager)',
  condition: {
    any: [
      { fact: 'facts', path: '$.effortHours', operator: 'lessThanInclusive', value: 40 },
      { condition: 'hasProjectManager' },
    ],
  },
  whoMay: ['role:project-office'],
}

/** Work with an end that takes days and not minutes. */
export const smallProject: LifecycleDocument = {
  id: 'small-project',
  version: 1,
  title: 'Small project',
  format: 'holdfast/lifecycle@1',
  kind: 'small-project',
  intake: 'team:support',
  initial: 'requested',
  states: {
    requested: {
      category: 'open',
      label: 'Requested',
      customerLabel: 'Received',
      element: 'wait',
      party: 'queue',
    },
    estimating: {
      category: 'open',
      label: 'Estimating',
      customerLabel: 'We are finding out what it takes',
      element: 'documentation',
    },
    running: {
      category: 'open',
      label: 'Running',
      customerLabel: 'We are working on it',
      element: 'fix',
      tellWithin: 'PT16H',
    },
    accepting: {
      category: 'open',
      label: 'Being accepted',
      customerLabel: 'Please see whether it is as you wanted it',
      element: 'verification',
      tellWithin: 'PT8H',
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
    delivered: {
      category: 'resolved',
      label: 'Delivered',
      customerLabel: 'Delivered',
    },
    closed: {
      category: 'closed',
      label: 'Closed',
      customerLabel: 'Closed',
    },
    cancelled: {
      category: 'closed',
      label: 'Cancelled',
      customerLabel: 'It is not done',
    },
  },
  transitions: [
    { on: 'take', from: 'requested', to: 'estimating' },
    { on: 'assign', from: 'requested', to: 'estimating' },
    { on: 'move', from: ['requested', 'running'], to: 'estimating' },
    { on: 'move', from: ['estimating', 'accepting'], to: 'running', guards: [LED] },
    { on: 'move', from: 'running', to: 'accepting' },
    { on: 'tasksDone', from: 'running', to: 'accepting' },
    { on: 'wait', from: UNDER_WAY, to: 'awaiting-customer', blockers: ['customer'] },
    { on: 'wait', from: UNDER_WAY, to: 'on-hold', blockers: OTHER_BLOCKERS },
    { on: 'resume', from: WAITING, to: 'previous' },
    TEAM_DONE,
    { on: 'customerMessage', from: 'awaiting-customer', to: 'previous' },
    { on: 'resolve', from: 'accepting', to: 'delivered', guards: [LED] },
    { on: 'reopen', from: 'delivered', to: 'running', who: ANYBODY },
    { on: 'customerMessage', from: 'delivered', to: 'accepting' },
    { on: 'close', from: 'delivered', to: 'closed', who: ANYBODY },
    { on: 'cancel', from: UNDER_WAY, to: 'cancelled', who: ANYBODY },
  ],
  resolution: { requires: ['effect', 'summary'] },
  clock: DESK_CLOCK,
  attention: { targets: [{ states: ['running'], every: 'PT24H' }, ...STANDARD_ATTENTION] },
  news: { targets: STANDARD_NEWS },
  handover: STANDARD_HANDOVER,
  silentCustomer: {
    clock: DESK_DAYS,
    steps: [
      { after: 'P3D', do: 'remind', message: 'The project stands still until you answer.' },
      { after: 'P10D', do: 'remind', message: 'The project still waits for your answer.' },
    ],
  },
  closeAfter: { clock: DESK_DAYS, within: 'P20D' },
}
