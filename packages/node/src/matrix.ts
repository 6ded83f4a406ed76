import type { RosterModel } from '@holdfast/oncall'

/**
 * A model as the solver takes it: columns in the order of the variables, rows one after the other with their entries
 * from `starts[row]` to `starts[row + 1]`. `null` is no bound.
 */
export interface Matrix {
  readonly numCols: number
  readonly numRows: number
  readonly colCost: readonly number[]
  readonly colLower: readonly number[]
  readonly colUpper: readonly (number | null)[]
  readonly integrality: readonly number[]
  readonly rowLower: readonly (number | null)[]
  readonly rowUpper: readonly (number | null)[]
  readonly matrix: {
    readonly format: 'csr'
    readonly numRows: number
    readonly numCols: number
    readonly starts: readonly number[]
    readonly indices: readonly number[]
    readonly values: readonly number[]
  }
}

export function matrixOf({ variables, rows, objective }: RosterModel): Matrix {
  const columns = new Map(variables.map(({ name }, nth) => [name, nth]))
  const columnOf = (name: string) => columns.get(name) as number
  const colCost = Array<number>(variables.length).fill(0)
  for (const { variable, coefficient } of objective) {
    const column = columnOf(variable)
    colCost[column] = (colCost[column] as number) + coefficient
  }
  const entries = rows.flatMap(({ terms }) => terms)
  const starts = [0]
  for (const { terms } of rows) starts.push((starts.at(-1) as number) + terms.length)
  const size = { numRows: rows.length, numCols: variables.length }
  return {
    ...size,
    colCost,
    colLower: variables.map(() => 0),
    colUpper: variables.map(({ kind }) => (kind === 'real' ? null : 1)),
    integrality: variables.map(({ kind }) => (kind === 'real' ? 0 : 1)),
    rowLower: rows.map(({ sense, bound }) => (sense === '<=' ? null : bound)),
    rowUpper: rows.map(({ sense, bound }) => (sense === '>=' ? null : bound)),
    matrix: {
      format: 'csr',
      ...size,
      starts,
      indices: entries.map(({ variable }) => columnOf(variable)),
      values: entries.map(({ coefficient }) => coefficient),
    },
  }
}
