import { COLUMNS, csvOf, type SampleRow, UNKNOWN } from '../src/sample/row.ts'

/** A row of an incident opened on Monday, 4 March 2024, at 08:00 UTC, with what is given in place of the rest. */
export function row(given: SampleRow = {}): string[] {
  const usual: SampleRow = {
    number: 'INC1',
    incident_state: 'Active',
    reassignment_count: '0',
    reopen_count: '0',
    opened_at: '4/3/2024 08:00',
    sys_updated_at: '4/3/2024 08:00',
    priority: '3 - Moderate',
    assignment_group: 'Service Desk',
  }
  return COLUMNS.map((column) => ({ ...usual, ...given })[column] ?? UNKNOWN)
}

export function logText(...rows: readonly string[][]): string {
  return csvOf(rows)
}
