import { formatInstant, type Instant, toInstant } from '@holdfast/kernel'
import type { Scenario } from './sla-scenarios.ts'

const MINUTE = 60_000

/**
 * What a scenario comes to, read off its format minute by minute, as slowly and as plainly as can be. Its instants lie
 * on whole minutes.
 */
export function expectations(scenario: Scenario, isOpen: (at: Instant) => boolean) {
  const { createdAt, initialState = 'running', firstResponseAt, closedAt } = scenario
  const { targets = {}, stateHistory = [], contacts = [], query } = scenario
  const created = toInstant(createdAt)

  function stateAt(at: Instant): string {
    if (at < created) return 'running'
    return stateHistory.findLast((change) => toInstant(change.at) <= at)?.to ?? initialState
  }
  const counts = (at: Instant) => isOpen(at) && stateAt(at) === 'running'
  function minutes(from: Instant, to: Instant): number {
    let count = 0
    for (let at = from; at < to; at += MINUTE) if (counts(at)) count++
    return count
  }
  function due(from: Instant, target: number): Instant {
    let left = target
    let at = from
    for (; left > 0; at += MINUTE) if (counts(at)) left--
    return at
  }
  const isRunning = stateAt(Number.MAX_SAFE_INTEGER) === 'running'
  const dueIf = (isOwed: boolean, from: Instant, target: number | null | undefined) =>
    isOwed && isRunning && target ? due(from, target) : null

  const isContact = firstResponseAt && scenario.firstResponseCountsAsContact !== false
  const exchanged = [
    ...contacts,
    ...(isContact ? [{ at: firstResponseAt, by: 'agent' as const }] : []),
  ].toSorted((a, b) => toInstant(a.at) - toInstant(b.at))
  let oldest: Instant | null = null
  let longest: number | null = null
  for (const { at, by } of exchanged) {
    if (by === 'customer') oldest ??= toInstant(at)
    else if (oldest !== null) {
      longest = Math.max(longest ?? 0, minutes(oldest, toInstant(at)))
      oldest = null
    }
  }

  const dues = {
    firstResponseDueAt: dueIf(!firstResponseAt, created, targets.firstResponse),
    updateDueAt: dueIf(oldest !== null, oldest ?? created, targets.update),
    solutionDueAt: dueIf(!closedAt, created, targets.solution),
  }
  const known = Object.values(dues).filter((at) => at !== null)
  const used = (end: string | null | undefined, target: number | null | undefined) =>
    end && target ? minutes(created, toInstant(end)) : null
  const [first, solution] = [
    used(firstResponseAt, targets.firstResponse),
    used(closedAt, targets.solution),
  ]
  const update = targets.update ? longest : null
  const margin = (target: number | null | undefined, spent: number | null) =>
    spent === null ? null : (target ?? 0) - spent
  return {
    nextDueAt: text(known.length === 0 ? null : Math.min(...known)),
    firstResponseDueAt: text(dues.firstResponseDueAt),
    updateDueAt: text(dues.updateDueAt),
    solutionDueAt: text(dues.solutionDueAt),
    firstResponseMinutes: first,
    firstResponseMargin: margin(targets.firstResponse, first),
    updateMinutes: update,
    updateMargin: margin(targets.update, update),
    solutionMinutes: solution,
    solutionMargin: margin(targets.solution, solution),
    ...(query && {
      minutes: minutes(Math.max(toInstant(query.from), created), toInstant(query.to)),
    }),
  }
}

const text = (at: Instant | null) => at && formatInstant(at)
