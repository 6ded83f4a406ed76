import { formatInstant, type Instant } from '@holdfast/kernel'

/** The columns of the sample, a part of those that such logs have. */
export const COLUMNS = [
  'number',
  'incident_state',
  'reassignment_count',
  'reopen_count',
  'made_sla',
  'opened_at',
  'sys_updated_at',
  'category',
  'priority',
  'assignment_group',
  'assigned_to',
  'resolved_at',
  'closed_at',
] as const

type Column = (typeof COLUMNS)[number]

/** A row as it will be written; columns left out are unknown. */
export type SampleRow = Partial<Record<Column, string>>

export const UNKNOWN = '?'

/** `d/M/yyyy HH:mm` in UTC, as such logs write times. */
export function logTime(at: Instant): string {
  const [year, month, day] = formatInstant(at).slice(0, 10).split('-').map(Number)
  return `${day}/${month}/${year} ${formatInstant(at).slice(11, 16)}`
}

/** A log of rows of fields. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `${[COLUMNS, ...rows].map((row) => row.join(',')).join('\n')}\n`
}
