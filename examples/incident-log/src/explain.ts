import { explained } from '@holdfast/calendar'
import { type Reason, reason, toPointer } from '@holdfast/kernel'
import type { Phrases } from '@holdfast/kernel/text'
import type { Promises } from './promise.ts'
import { overBy, type Promised, type Verdict } from './verdict.ts'

/** Why an incident was due when it was, and how that ended. */
export function reasonOf(verdict: Verdict, promises: Promises): Reason {
  const { incident, outcome, promised, used } = verdict
  const params = {
    number: incident.number,
    outcome,
    resolved: incident.resolved ?? null,
    used: used ?? null,
    over: overBy(verdict),
  }
  const children = promised === undefined ? [] : dueReasons(incident.opened, promised, promises)
  return reason('incidentLog.outcome', params, { children })
}

function dueReasons(opened: number, promised: Promised, promises: Promises): Reason[] {
  const { priority, within, due, latest } = promised
  const { id, version } = promises
  const calendar = explained(promises.calendar)
  const pointer = toPointer(['priorities', priority, 'within'])
  return [
    reason(
      'incidentLog.promise',
      { priority, within },
      { source: { document: id, version, pointer } },
    ),
    calendar.add(opened, within).reason,
    // No time passes between a close and the next opening.
    ...(latest === due ? [] : [calendar.nextOpen(due).reason]),
  ]
}

/** The English sentences of these reasons. */
export const incidentPhrases: Phrases = {
  'incidentLog.outcome': ({ number, outcome, resolved, used, over }, say) => {
    if (outcome === 'unpromised') return `${number} has no priority, so nothing was promised`
    if (outcome === 'unknown')
      return `${number} was closed, but the log does not say when it was resolved`
    if (outcome === 'open') return `${number} is not resolved, and not late when the log ends`
    const end =
      resolved === null ? 'not resolved when the log ends' : `resolved ${say.instant(resolved)}`
    return outcome === 'met'
      ? `${number} met its promise: ${end}, after ${say.duration(used)} of open time`
      : `${number} missed its promise: ${end}, ${say.duration(over)} of open time too late`
  },
  'incidentLog.promise': ({ priority, within }, say, { source }) =>
    `an incident of priority "${priority}" is resolved within ${say.duration(within)} of open time (${source?.document}, version ${source?.version}, ${source?.pointer})`,
}
