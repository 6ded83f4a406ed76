import { COLUMNS, type Column, UNKNOWN } from '../src/vocabulary.ts'

/** A row of a log as text: an ordinary one, except where told otherwise. */
export function row(cells: Partial<Record<Column, string>> = {}): string {
  const ordinary: Partial<Record<Column, string>> = {
    number: 'INC0000001',
    incident_state: 'Active',
    opened_at: '4/3/2024 08:00',
    sys_updated_at: '4/3/2024 09:00',
    priority: '3 - Moderate',
    assignment_group: 'Network',
  }
  return COLUMNS.map((column) => cells[column] ?? ordinary[column] ?? UNKNOWN).join(',')
}

/** A log of such rows under a header. */
export function logText(...rows: string[]): string {
  return [COLUMNS.join(','), ...rows, ''].join('\n')
}
