/** The same five promises as a program that knows them, over a history whose marks are in order. */
import type { Calendar } from '@holdfast/calendar'
import type { Mark } from '@holdfast/kernel'

/** A cycle of a promise. */
export interface Kept {
  readonly promise: string
  readonly used: number
  readonly dueAt: number | null
  readonly breachedAt: number | null
  readonly fulfilledAt: number | null
  readonly missed: number
}

const HOUR = 3_600_000

export function byHand(calendar: Calendar, marks: readonly Mark[], at: number): readonly Kept[] {
  const kept: Kept[] = []
  let firstSince = -1
  let nextSince = -1
  let updateSince = -1
  let workSince = -1
  let workUsed = 0
  let workDue: number | null = null
  let runningSince = -1
  let resolutionSince = -1
  let isWaiting = false

  function business(
    promise: string,
    since: number,
    within: number,
    end: number | null,
    isOften = false,
  ): void {
    const last = end ?? at
    const used = calendar.between(since, last)
    const dueAt = calendar.add(since, within)
    const latest = calendar.nextOpen(dueAt) ?? Number.POSITIVE_INFINITY
    const missed = isOften && used > within ? Math.ceil(used / within) - 2 : 0
    kept.push({
      promise,
      used,
      dueAt,
      breachedAt: last > latest ? latest + 1 : null,
      fulfilledAt: end,
      missed,
    })
  }

  function runWork(until: number): void {
    if (runningSince === -1) return
    const counted = calendar.between(runningSince, until)
    if (workDue === null && workUsed + counted >= 16 * HOUR) {
      workDue = calendar.add(runningSince, 16 * HOUR - workUsed)
    }
    workUsed += counted
  }

  function endWork(end: number | null): void {
    const since = runningSince
    const before = workUsed
    runWork(end ?? at)
    if (workDue === null && since !== -1) workDue = calendar.add(since, 16 * HOUR - before)
    const breachedAt =
      workUsed > 16 * HOUR && workDue !== null ? (calendar.nextOpen(workDue) ?? 0) + 1 : null
    kept.push({
      promise: 'agentWork',
      used: workUsed,
      dueAt: workDue,
      breachedAt,
      fulfilledAt: end,
      missed: 0,
    })
  }

  function endResolution(end: number | null): void {
    const last = end ?? at
    const dueAt = resolutionSince + 72 * HOUR
    kept.push({
      promise: 'resolution',
      used: last - resolutionSince,
      dueAt,
      breachedAt: last > dueAt ? dueAt + 1 : null,
      fulfilledAt: end,
      missed: 0,
    })
  }

  for (const mark of marks) {
    if (mark.at > at) break
    switch (mark.type) {
      case 'submitted':
      case 'reopened':
        if (mark.type === 'submitted') firstSince = mark.at
        workSince = mark.at
        workUsed = 0
        workDue = null
        runningSince = isWaiting ? -1 : mark.at
        resolutionSince = mark.at
        break
      case 'message':
        if (mark.automatic === true || mark.audience === 'internal') break
        if (mark.by?.startsWith('customer:') === true) {
          if (nextSince === -1) nextSince = mark.at
          break
        }
        if (firstSince !== -1) business('firstResponse', firstSince, HOUR, mark.at)
        if (nextSince !== -1) business('nextResponse', nextSince, 4 * HOUR, mark.at)
        if (updateSince !== -1) business('periodicUpdate', updateSince, 8 * HOUR, mark.at, true)
        firstSince = -1
        nextSince = -1
        updateSince = mark.at
        break
      case 'waiting':
        if (workSince !== -1) runWork(mark.at)
        runningSince = -1
        isWaiting = true
        break
      case 'resumed':
        if (isWaiting && workSince !== -1) runningSince = mark.at
        isWaiting = false
        break
      case 'resolved':
        updateSince = -1
        if (workSince !== -1) endWork(mark.at)
        if (resolutionSince !== -1) endResolution(mark.at)
        workSince = -1
        resolutionSince = -1
        isWaiting = false
        break
      case 'closed':
        firstSince = -1
        nextSince = -1
        break
      default:
    }
  }
  if (firstSince !== -1) business('firstResponse', firstSince, HOUR, null)
  if (nextSince !== -1) business('nextResponse', nextSince, 4 * HOUR, null)
  if (updateSince !== -1) business('periodicUpdate', updateSince, 8 * HOUR, null, true)
  if (workSince !== -1) endWork(null)
  if (resolutionSince !== -1) endResolution(null)
  return kept
}
