import type { FindingParts } from '@holdfast/kernel'
import { isRecord, type Raw } from './complaints.ts'

/** A row of a decision table as a rule. */
export interface ExpandedRow {
  readonly id: string
  readonly title: string | undefined
  readonly conditions: Raw
  readonly params: Raw
  /** Where the row stands. */
  readonly at: readonly PropertyKey[]
  /** Where each of its comparisons stands. */
  readonly cells: readonly Cell[]
}

/** A comparison of a row. */
export interface Cell {
  /** Where its value stands. */
  readonly at: readonly PropertyKey[]
  /** Where its column stands. */
  readonly column: readonly PropertyKey[]
}

/** The parts of a table that its rows are made from. */
export interface Table {
  readonly id: string
  readonly columns: readonly { readonly fact: string; readonly path?: string | undefined }[]
  readonly rows: readonly (
    | {
        readonly id?: string | undefined
        readonly title?: string | undefined
        readonly when: readonly unknown[]
        readonly params: unknown
      }
    | undefined
  )[]
}

/** The cell that any value fits, as in DMN. */
export const ANY_CELL = '-'

/**
 * The rules that the rows of a decision table stand for: every row an `all` of its cells. A plain cell is `equal`, a
 * list `in`, an object names its operators, several of which must all hold. Source: DMN 1.5, chapter 8.
 */
export function expandTable(
  table: Table,
  at: readonly PropertyKey[],
): { rows: ExpandedRow[]; findings: FindingParts[] } {
  const findings: FindingParts[] = []
  const rows = table.rows.flatMap((row, index): ExpandedRow[] => {
    if (row === undefined) return []
    const place = [...at, 'rows', index]
    const { columns } = table
    if (row.when.length !== columns.length) {
      findings.push({
        code: 'row-length',
        message: `the row has ${row.when.length} cells and the table ${columns.length} columns`,
        path: [...place, 'when'],
        found: row.when,
        expected: `a cell for each column, \`${ANY_CELL}\` for any`,
      })
      return []
    }
    for (const [nth, cell] of row.when.entries()) {
      if (!isEmpty(cell)) continue
      findings.push({
        code: 'cell-empty',
        message: 'the cell names no operator',
        path: [...place, 'when', nth],
        found: cell,
        expected: `a value, a list, an operator with its value, or \`${ANY_CELL}\` for any`,
      })
    }
    const all = columns.flatMap((column, nth) =>
      comparisonsOf(row.when[nth]).map(([operator, value, inside]) => ({
        comparison: { ...column, operator, value },
        cell: { at: [...place, 'when', nth, ...inside], column: [...at, 'columns', nth] },
      })),
    )
    return [
      {
        id: `${table.id}/${row.id ?? index + 1}`,
        title: row.title,
        conditions: { all: all.map(({ comparison }) => comparison) },
        params: row.params as Raw,
        at: place,
        cells: all.map(({ cell }) => cell),
      },
    ]
  })
  return { rows, findings }
}

function isEmpty(cell: unknown): boolean {
  return isRecord(cell) && Object.keys(cell).length === 0
}

/** What a cell compares: operator, value, and where in the cell the value stands. */
function comparisonsOf(cell: unknown): [string, unknown, readonly PropertyKey[]][] {
  if (cell === ANY_CELL) return []
  if (Array.isArray(cell)) return [['in', cell, []]]
  if (isRecord(cell)) {
    return Object.entries(cell).map(([operator, value]) => [operator, value, [operator]])
  }
  return [['equal', cell, []]]
}

/**
 * What was found in a row's comparisons, told where a reader of the table finds it: what is wrong with the fact at its
 * column, once for all rows, and anything else at the cell.
 */
export function atItsCell(found: FindingParts, cells: readonly Cell[]): FindingParts {
  const { path } = found
  const cell = cells.find(({ at }) => at.every((step, index) => path[index] === step))
  if (cell === undefined) return found
  const [part, ...rest] = path.slice(cell.at.length)
  if (part === 'fact' || part === 'path') return { ...found, path: [...cell.column, part] }
  return { ...found, path: part === 'value' ? [...cell.at, ...rest] : cell.at }
}
