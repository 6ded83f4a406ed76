import type { BadRowCode, OddityCode } from '@holdfast/event-log'
import type { LifeElement } from '@holdfast/insight'

/** What goes on, in words. */
export function activity(element: LifeElement, party: string | null): string {
  if (element !== 'wait') return ACTIVITIES[element]
  if (party === 'queue') return 'Waiting to be taken up'
  return party === null ? 'Waiting, nobody says for whom' : `Waiting for the ${party}`
}

const ACTIVITIES: Readonly<Record<Exclude<LifeElement, 'wait'>, string>> = {
  documentation: 'Producing documentation',
  investigation: 'Being worked on',
  fix: 'Fixing',
  verification: 'Verifying',
  resolved: 'Taken for resolved',
  unknown: 'Nothing says what',
}

/** What can be wrong with rows, in words. */
export const BAD_ROWS: Readonly<Record<BadRowCode, string>> = {
  'quote-unclosed': 'a quote is never closed',
  'column-count': 'wrong number of columns',
  'json-invalid': 'no JSON',
  'case-missing': 'no case',
  'time-missing': 'no time',
  'time-unreadable': 'a time that cannot be read',
  'time-zone-missing': 'a time without its zone',
  'time-out-of-range': 'a time outside 1970 to 2099',
  'state-unknown': 'an unknown state',
  'priority-unknown': 'an unknown priority',
  'audience-unknown': 'an unknown audience',
  'fact-unreadable': 'a fact that cannot be read',
}

/** What can be odd about cases, in words. */
export const ODDITIES: Readonly<Record<OddityCode, string>> = {
  'out-of-order': 'rows not in order of time',
  'before-opened': 'updated before it was opened',
  'opening-moved': 'opened at several times',
  'opened-missing': 'no time of opening',
  'resolved-before-opened': 'resolved before it was opened',
  'closed-before-opened': 'closed before it was opened',
  'resolved-missing': 'ended without a recorded resolution',
  'end-unknown': 'over, and nothing says since when',
  'case-lost': 'nothing of it could be used',
}

/** Why something began again, in words. */
export function driverName(driver: string): string {
  if (driver === 'handOver') return 'handed over'
  return driver
}
