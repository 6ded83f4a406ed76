import type { Instant } from '@holdfast/kernel'

/** One row of the audit log of incidents: how an incident stood after an update. */
export interface IncidentRow {
  readonly number: string
  readonly state: string
  readonly priority: string
  /** `?` where nobody had it. */
  readonly group: string
  /** `?` where nobody worked on it. */
  readonly person: string
  readonly caller: string
  /** Who updated it. */
  readonly by: string
  /** Why it was resolved; `?` where nobody said. */
  readonly cause: string
  readonly opened: Instant
  readonly updated: Instant
}

const COLUMNS = [
  'number',
  'incident_state',
  'priority',
  'assignment_group',
  'assigned_to',
  'caller_id',
  'sys_updated_by',
  'closed_code',
  'opened_at',
  'sys_updated_at',
] as const

/** The rows of each incident, in the order of the log. No field of the log is quoted. */
export function incidentsOf(text: string): ReadonlyMap<string, readonly IncidentRow[]> {
  const [header = '', ...lines] = text.trim().split('\n')
  const names = header.split(',')
  const places = COLUMNS.map((name) => names.indexOf(name))
  const incidents = new Map<string, IncidentRow[]>()
  for (const line of lines) {
    const fields = line.split(',')
    const [number = '', state = '', priority = '', ...others] = places.map((place) => fields[place])
    const [group = '', person = '', caller = '', by = '', cause = '', opened = '', updated = ''] =
      others
    const said = { number, state, priority, group, person, caller, by, cause }
    const row = { ...said, opened: at(opened), updated: at(updated) }
    const known = incidents.get(number)
    if (known === undefined) incidents.set(number, [row])
    else known.push(row)
  }
  return incidents
}

/** The instant of `d/M/yyyy HH:mm`; the log names no zone, and is read as UTC. */
function at(text: string): Instant {
  const [day = 0, month = 0, year = 0, hour = 0, minute = 0] = text.split(/[/ :]/).map(Number)
  return Date.UTC(year, month - 1, day, hour, minute)
}
