import { createCalendar } from '@holdfast/calendar'
import type { Finding } from '@holdfast/kernel'
import { checkLifecycle, createLifecycle, type LifecycleDocument } from '../src/index.ts'

const WORK: [string, string][] = [['08:00', '17:00']]

export const calendars = {
  desk: createCalendar({
    id: 'desk',
    version: 1,
    timeZone: 'Europe/Zurich',
    hours: { mon: WORK, tue: WORK, wed: WORK, thu: WORK, fri: WORK },
  }),
}

/** The least that a lifecycle can be, with one state of each category. */
export const small: LifecycleDocument = {
  id: 'small',
  version: 3,
  kind: 'favor',
  intake: 'team:support',
  initial: 'open',
  states: {
    open: { category: 'open', label: 'Open' },
    waiting: { category: 'waiting', label: 'Waiting' },
    done: { category: 'resolved', label: 'Done' },
    closed: { category: 'closed', label: 'Closed' },
  },
  transitions: [
    { on: 'wait', from: ['open', 'waiting'], to: 'waiting' },
    { on: 'resume', from: 'waiting', to: 'previous' },
    { on: 'resolve', from: ['open', 'waiting'], to: 'done' },
    { on: 'close', from: 'done', to: 'closed' },
  ],
  clock: { counts: 'businessTime', calendar: 'desk' },
  attention: { targets: [{ every: 'PT8H' }] },
  news: { targets: [{ every: 'PT16H' }] },
  handover: { acceptance: [{ within: 'PT4H' }] },
}

/** The small lifecycle with other parts. */
export function smallWith(parts: Partial<LifecycleDocument>): LifecycleDocument {
  return { ...small, ...parts }
}

export function lifecycleOf(document: LifecycleDocument) {
  return createLifecycle(document, { calendars })
}

/** What is found in a document, as `code pointer`, with what may be meant. */
export function foundIn(document: unknown): readonly string[] {
  return checkLifecycle(document as LifecycleDocument, { calendars }).map(inShort)
}

export function inShort({ code, pointer, didYouMean }: Finding): string {
  return [code, pointer, ...(didYouMean === undefined ? [] : [didYouMean])].join(' ')
}
