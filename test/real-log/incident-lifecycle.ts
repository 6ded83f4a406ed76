import { createLifecycle, type Lifecycle, type LifecycleDocument } from '@holdfast/requests'
import { office } from './incident-clocks.ts'

const WORK = ['Opened', 'New', 'Active']
const WAITS = ['Awaiting User Info', 'Awaiting Evidence', 'Awaiting Vendor', 'Awaiting Problem']
const OPEN = [...WORK, ...WAITS]

/** The wait that each waiting state of the log is; evidence is asked of who reported the incident, apart from the rest. */
export const BLOCKERS: Readonly<Record<string, string>> = {
  'Awaiting User Info': 'customer',
  'Awaiting Evidence': 'evidence',
  'Awaiting Vendor': 'vendor',
  'Awaiting Problem': 'problem',
}

/**
 * How incidents go in the log, as a desk would write it down. Nothing comes by itself: the log tells what came. `Opened`
 * is an incident of which no row has told yet, and so nobody knows what goes on.
 */
const document: LifecycleDocument = {
  id: 'logged-incident',
  version: 1,
  kind: 'incident',
  intake: 'team:service-desk',
  waitReasons: ['evidence'],
  initial: 'Opened',
  states: {
    Opened: { category: 'open' },
    New: { category: 'open', element: 'wait', party: 'queue' },
    Active: { category: 'open', element: 'investigation' },
    'Awaiting User Info': { category: 'waiting', element: 'wait', party: 'customer' },
    'Awaiting Evidence': { category: 'waiting', element: 'wait', party: 'customer' },
    'Awaiting Vendor': { category: 'waiting', element: 'wait', party: 'vendor' },
    'Awaiting Problem': { category: 'waiting', element: 'wait', party: 'problem' },
    Resolved: { category: 'resolved' },
    Closed: { category: 'closed' },
  },
  transitions: [
    { on: 'move', from: ['Opened', 'Active'], to: 'New' },
    { on: 'move', from: ['Opened', 'New'], to: 'Active' },
    ...WAITS.map((to) => ({
      on: 'wait' as const,
      from: OPEN,
      to,
      blockers: [BLOCKERS[to] as string],
    })),
    { on: 'resume', from: WAITS, to: 'Active' },
    { on: 'resolve', from: OPEN, to: 'Resolved' },
    { on: 'reopen', from: 'Resolved', to: 'Active' },
    { on: 'close', from: [...WAITS, 'Resolved'], to: 'Closed' },
    { on: 'cancel', from: OPEN, to: 'Closed' },
  ],
  resolution: { requires: ['cause'] },
  clock: { counts: 'businessTime', calendar: 'office' },
  attention: { targets: [{ every: 'PT16H' }] },
  news: { targets: [{ every: 'PT24H' }] },
  handover: { acceptance: [{ within: 'PT8H' }] },
}

export const incidentLifecycle: Lifecycle = createLifecycle(document, { calendars: { office } })
