import { COLUMNS, type SampleRow, UNKNOWN } from './row.ts'

/** The rows as fields, with what goes wrong in real logs done to a few of them. */
export function spoil(rows: readonly SampleRow[]): string[][] {
  const fields = rows.map((row) => COLUMNS.map((column) => row[column] ?? UNKNOWN))
  const set = (row: number, column: (typeof COLUMNS)[number], text: string) => {
    ;(fields[row] as string[])[COLUMNS.indexOf(column)] = text
  }
  set(140, 'sys_updated_at', '31/2/2024 10:00')
  set(390, 'number', UNKNOWN)
  set(620, 'sys_updated_at', UNKNOWN)
  set(860, 'incident_state', '-100')
  set(861, 'incident_state', '-100')
  set(1160, 'sys_updated_at', '1/2/2024 06:30')
  fields[1500] = (fields[1500] as string[]).slice(0, 10)
  return inWrongOrder(fields)
}

/** Swaps the first two rows after the middle that belong to one incident and were not written in the same minute. */
function inWrongOrder(fields: readonly string[][]): string[][] {
  const updatedAt = COLUMNS.indexOf('sys_updated_at')
  const first = fields.findIndex((row, index) => {
    const next = fields[index + 1]
    const isAfterTheMiddle = index > fields.length / 2
    return isAfterTheMiddle && row[0] === next?.[0] && row[updatedAt] !== next?.[updatedAt]
  })
  return fields.toSpliced(first, 2, fields[first + 1] as string[], fields[first] as string[])
}
