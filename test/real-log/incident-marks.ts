import type { Mark } from '@holdfast/kernel'
import type { IncidentRow } from './incident-rows.ts'

/**
 * What an incident waits for in each of its waiting states. Evidence is asked of who reported it, so that is a wait for
 * the customer, too.
 */
export const WAITS: Readonly<Record<string, string>> = {
  'Awaiting User Info': 'customer',
  'Awaiting Evidence': 'customer',
  'Awaiting Vendor': 'vendor',
  'Awaiting Problem': 'problem',
}

const DONE = ['Resolved', 'Closed']

/** The states that there are; anything else (`-100`) says nothing. */
export const isState = (state: string): boolean =>
  ['New', 'Active', ...DONE].includes(state) || Object.hasOwn(WAITS, state)

/** The history of an incident: what changed from row to row, in order of update, then of the log. */
export function marksOf(rows: readonly IncidentRow[]): readonly Mark[] {
  const [first] = rows as readonly [IncidentRow, ...IncidentRow[]]
  const about = `request:${first.number}`
  const marks: Mark[] = []
  const add = (at: number, parts: Pick<Mark, 'type'> & Partial<Mark>) =>
    marks.push({ id: `${first.number}/${marks.length}`, at, seq: marks.length, about, ...parts })

  add(first.opened, { type: 'submitted', facts: { priority: first.priority } })
  let [state, group, priority] = ['New', '?', first.priority]
  for (const row of rows.toSorted((a, b) => a.updated - b.updated)) {
    const at = row.updated
    if (row.priority !== priority) {
      priority = row.priority
      add(at, { type: 'priorityChanged', facts: { priority } })
    }
    if (row.group !== group && row.group !== '?') {
      group = row.group
      add(at, { type: 'assigned', facts: { assignedTo: `team:${group}` } })
    }
    if (row.state === state || !isState(row.state)) continue
    const wasDone = DONE.includes(state)
    const isDone = DONE.includes(row.state)
    const facts = group === '?' ? {} : { facts: { assignedTo: `team:${group}` } }
    if (wasDone && !isDone) add(at, { type: 'reopened', ...facts })
    const reason = WAITS[row.state]
    if (reason !== undefined) add(at, { type: 'waiting', reason })
    else if (isDone) add(at, { type: row.state === 'Closed' ? 'closed' : 'resolved' })
    else if (!wasDone) add(at, { type: 'resumed' })
    state = row.state
  }
  return marks
}
