/** A column of a table: its title, and whether it is read from the right, as numbers are. */
export interface TableColumn {
  readonly title: string
  readonly isNumber?: boolean
}

/** A table of texts under their titles, each column as wide as its widest text. */
export function table(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
): string {
  const titles = columns.map(({ title }) => title)
  const widths = columns.map((_, index) =>
    Math.max(...[titles, ...rows].map((row) => (row[index] ?? '').length)),
  )
  const line = (row: readonly string[]) =>
    columns
      .map(({ isNumber }, index) => {
        const [text, width] = [row[index] ?? '', widths[index] as number]
        return isNumber === true ? text.padStart(width) : text.padEnd(width)
      })
      .join('  ')
      .trimEnd()
  return [
    line(titles),
    widths.map((width) => '-'.repeat(width)).join('  '),
    ...rows.map(line),
  ].join('\n')
}
