import { formatInstant, type Instant } from '@holdfast/kernel'
import type { Problem } from './problem.ts'
import type { LogEvent } from './read-log.ts'
import type { Priority } from './vocabulary.ts'

/** What the rows of a log say about one incident, taken together. */
export interface Incident {
  readonly number: string
  readonly opened: Instant
  /** The resolution known last: an incident that was reopened counts until it was resolved for good. */
  readonly resolved: Instant | undefined
  /** Whether its last known state is Closed. */
  readonly isClosed: boolean
  /** The priority known last. */
  readonly priority: Priority | undefined
  /** The groups that had it, in turn; rows without a group change nothing. */
  readonly groups: readonly string[]
}

/**
 * The incidents of a log, by when they were opened, then by number. The rows may come in any order: an incident's
 * count in the order of their update times, and in the order of the log where these are equal.
 */
export function incidentsOf(events: Iterable<LogEvent>): {
  readonly incidents: Incident[]
  readonly problems: Problem[]
} {
  const byNumber = new Map<string, LogEvent[]>()
  for (const event of events) {
    const known = byNumber.get(event.number)
    if (known === undefined) byNumber.set(event.number, [event])
    else known.push(event)
  }
  const problems: Problem[] = []
  const incidents = [...byNumber.values()].map((rows) => incidentOf(rows, problems))
  incidents.sort((a, b) => a.opened - b.opened || (a.number < b.number ? -1 : 1))
  return { incidents, problems }
}

/** How often another group took an incident over. */
export function handOversOf({ groups }: Incident): number {
  return Math.max(0, groups.length - 1)
}

/** Whether it came back to a group that had it before. */
export function isPingPong({ groups }: Incident): boolean {
  return new Set(groups).size < groups.length
}

function incidentOf(rows: readonly LogEvent[], problems: Problem[]): Incident {
  for (const [index, row] of rows.entries()) {
    const above = rows[index - 1]
    if (above === undefined || row.at >= above.at) continue
    const found = `${row.number}, updated ${formatInstant(row.at)} after ${formatInstant(above.at)}`
    problems.push({ kind: 'out-of-order', line: row.line, found })
  }
  const events = rows.toSorted((a, b) => a.at - b.at || a.line - b.line)
  const { number, opened } = events[0] as LogEvent
  for (const row of events) {
    if (row.opened === opened) continue
    const found = `${number}, opened ${formatInstant(row.opened)}, not ${formatInstant(opened)}`
    problems.push({ kind: 'opening-moved', line: row.line, found })
  }
  const said = events.findLast(({ resolved }) => resolved !== undefined)
  const isResolvedTooEarly = said?.resolved !== undefined && said.resolved < opened
  if (isResolvedTooEarly) {
    const found = `${number}, resolved ${formatInstant(said.resolved)}`
    problems.push({ kind: 'resolved-before-opened', line: said.line, found })
  }
  return {
    number,
    opened,
    resolved: isResolvedTooEarly ? undefined : said?.resolved,
    isClosed: events.findLast(({ state }) => state !== undefined)?.state === 'Closed',
    priority: events.findLast(({ priority }) => priority !== undefined)?.priority,
    groups: groupsOf(events),
  }
}

function groupsOf(events: readonly LogEvent[]): string[] {
  const groups: string[] = []
  for (const { group } of events) {
    if (group !== undefined && group !== groups.at(-1)) groups.push(group)
  }
  return groups
}
