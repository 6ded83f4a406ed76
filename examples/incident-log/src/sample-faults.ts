import { COLUMNS, type Column, UNKNOWN } from './vocabulary.ts'

/** A row as it will be written; columns left out are unknown. */
export type SampleRow = Partial<Record<Column, string>>

/** The rows as fields, with what goes wrong in real logs done to a few of them. */
export function spoil(rows: readonly SampleRow[]): string[][] {
  const fields = rows.map((row) => COLUMNS.map((column) => row[column] ?? UNKNOWN))
  const place = Object.fromEntries(COLUMNS.map((column, index) => [column, index]))
  const set = (row: number, column: string, text: string) => {
    ;(fields[row] as string[])[place[column] as number] = text
  }
  set(40, 'sys_updated_at', '31/2/2024 10:00')
  set(90, 'number', UNKNOWN)
  set(120, 'sys_updated_at', UNKNOWN)
  set(160, 'incident_state', '-100')
  set(161, 'incident_state', '-100')
  set(220, 'priority', UNKNOWN)
  set(260, 'sys_updated_at', '1/3/2024 06:30')
  fields[300] = (fields[300] as string[]).slice(0, 30)
  return inWrongOrder(fields, place['sys_updated_at'] as number)
}

/** Swaps the first two rows after the middle that belong to one incident and were not written in the same minute. */
function inWrongOrder(fields: readonly string[][], updatedAt: number): string[][] {
  const swapped = [...fields]
  const first = fields.findIndex((row, index) => {
    const next = fields[index + 1]
    const isAfterTheMiddle = index > fields.length / 2
    return isAfterTheMiddle && row[0] === next?.[0] && row[updatedAt] !== next?.[updatedAt]
  })
  swapped.splice(first, 2, fields[first + 1] as string[], fields[first] as string[])
  return swapped
}
