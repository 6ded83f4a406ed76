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

const WORKING = ['new', 'fulfilling', 'checking']
const WAITING = ['awaiting-customer', 'on-hold']
const UNDER_WAY = [...WORKING, ...WAITING]

/** Something usual is wanted: an access, a setting, a delivery. Nothing broke, so nobody asks for a cause. */
export const serviceRequest: LifecycleDocument = {
  id: 'service-request',
  version: 1,
  title: 'Service request',
  format: 'holdfast/lifecycle@1',
  kind: 'service-request',
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
    fulfilling: {
      category: 'open',
      label: 'Fulfilling',
      customerLabel: 'We are on it',
      element: 'fix',
    },
    checking: {
      category: 'open',
      label: 'Checking',
      customerLabel: 'We are checking that you have what you asked for',
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
    fulfilled: {
      category: 'resolved',
      label: 'Fulfilled',
      customerLabel: 'Completed',
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
    { on: 'take', from: 'new', to: 'fulfilling' },
    { on: 'assign', from: 'new', to: 'fulfilling' },
    { on: 'move', from: ['new', 'checking'], to: 'fulfilling' },
    { on: 'move', from: 'fulfilling', to: 'checking' },
    { on: 'tasksDone', from: 'fulfilling', to: 'checking' },
    { on: 'wait', from: UNDER_WAY, to: 'awaiting-customer', blockers: ['customer'] },
    { on: 'wait', from: UNDER_WAY, to: 'on-hold', blockers: OTHER_BLOCKERS },
    { on: 'resume', from: WAITING, to: 'previous' },
    TEAM_DONE,
    { on: 'customerMessage', from: 'awaiting-customer', to: 'previous' },
    { on: 'resolve', from: UNDER_WAY, to: 'fulfilled' },
    { on: 'reopen', from: 'fulfilled', to: 'fulfilling', who: ANYBODY },
    { on: 'customerMessage', from: 'fulfilled', to: 'fulfilling' },
    { on: 'close', from: 'fulfilled', to: 'closed', who: ANYBODY },
    { on: 'cancel', from: UNDER_WAY, to: 'cancelled', who: ANYBODY },
  ],
  resolution: { requires: ['summary'] },
  clock: DESK_CLOCK,
  attention: { targets: STANDARD_ATTENTION },
  news: { targets: STANDARD_NEWS },
  handover: STANDARD_HANDOVER,
  silentCustomer: STANDARD_SILENCE,
  closeAfter: { clock: DESK_DAYS, within: 'P3D' },
}
