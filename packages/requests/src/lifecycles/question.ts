import type { LifecycleDocument } from '../lifecycle/lifecycle-document.ts'
import {
  ANYBODY,
  DESK_CLOCK,
  DESK_DAYS,
  OTHER_BLOCKERS,
  STANDARD_ATTENTION,
  STANDARD_HANDOVER,
  STANDARD_NEWS,
} from './standard-targets.ts'

const WORKING = ['new', 'answering']
const WAITING = ['awaiting-customer', 'asking-others']
const UNDER_WAY = [...WORKING, ...WAITING]

/** Somebody wants to know something. The answer is all there is, so little is asked for and it ends soon. */
export const question: LifecycleDocument = {
  id: 'question',
  version: 1,
  title: 'Question',
  format: 'holdfast/lifecycle@1',
  kind: 'question',
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
    answering: {
      category: 'open',
      label: 'Answering',
      customerLabel: 'We are looking into it',
      element: 'investigation',
    },
    'awaiting-customer': {
      category: 'waiting',
      label: 'Asked back',
      customerLabel: 'We asked you something',
      element: 'wait',
    },
    'asking-others': {
      category: 'waiting',
      label: 'Asking others',
      customerLabel: 'We are asking somebody who knows',
      element: 'wait',
    },
    answered: {
      category: 'resolved',
      label: 'Answered',
      customerLabel: 'Answered',
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
    { on: 'take', from: 'new', to: 'answering' },
    { on: 'assign', from: 'new', to: 'answering' },
    { on: 'move', from: 'new', to: 'answering' },
    { on: 'wait', from: UNDER_WAY, to: 'awaiting-customer', blockers: ['customer'] },
    { on: 'wait', from: UNDER_WAY, to: 'asking-others', blockers: OTHER_BLOCKERS },
    { on: 'resume', from: WAITING, to: 'previous' },
    { on: 'customerMessage', from: 'awaiting-customer', to: 'previous' },
    { on: 'resolve', from: UNDER_WAY, to: 'answered' },
    { on: 'reopen', from: 'answered', to: 'answering', who: ANYBODY },
    { on: 'customerMessage', from: 'answered', to: 'answering' },
    { on: 'close', from: 'answered', to: 'closed', who: ANYBODY },
    { on: 'cancel', from: UNDER_WAY, to: 'cancelled', who: ANYBODY },
  ],
  resolution: { requires: ['summary'] },
  clock: DESK_CLOCK,
  attention: { targets: STANDARD_ATTENTION },
  news: { targets: STANDARD_NEWS },
  handover: STANDARD_HANDOVER,
  silentCustomer: {
    clock: DESK_DAYS,
    steps: [
      { after: 'P2D', do: 'remind', message: 'We asked you something, to answer you well.' },
      { after: 'P5D', do: 'resolve', message: 'Write any time, and we go on where we stopped.' },
    ],
  },
  closeAfter: { clock: DESK_DAYS, within: 'P3D' },
}
