import type { LogEvent, Stamps, Standing } from './log-event.ts'

/** What the rows of a case say of it as a whole. */
export interface CaseRecord {
  readonly stamps: Stamps
  readonly initial: Standing | undefined
  readonly requester: string | undefined
  /** Whether rows name several times of its opening. */
  readonly isOpeningMoved: boolean
}

/** Of stamps the last that is known, of the requester the first. */
export function recordOf(events: readonly LogEvent[]): CaseRecord {
  let opened: Stamps['opened']
  let resolved: Stamps['resolved']
  let closed: Stamps['closed']
  let initial: Standing | undefined
  let requester: string | undefined
  let isOpeningMoved = false
  for (const event of events) {
    requester ??= event.requester
    const { record } = event
    if (record === undefined) continue
    initial = record.initial ?? initial
    const { stamps } = record
    if (stamps === undefined) continue
    if (opened !== undefined && stamps.opened !== undefined && opened !== stamps.opened) {
      isOpeningMoved = true
    }
    opened = stamps.opened ?? opened
    resolved = stamps.resolved ?? resolved
    closed = stamps.closed ?? closed
  }
  return { stamps: { opened, resolved, closed }, initial, requester, isOpeningMoved }
}
