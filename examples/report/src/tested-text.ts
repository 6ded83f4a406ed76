/** The rows of a table of a printed report, by its title, as cells, without its head. */
export function printedTable(out: string, title: string): string[][] {
  const [, table = ''] = out.split(`${title}:\n`)
  const [block = ''] = table.split('\n\n')
  return block.split('\n').slice(2).map(cellsOf)
}

/** The cells of every line. */
export function printedRows(out: string): string[][] {
  return out.split('\n').map(cellsOf)
}

function cellsOf(line: string): string[] {
  return line.trim().split(/ {2,}/)
}

/** The parts of an excerpt, cut where it says so with a line of `…`. */
export function partsOf(excerpt: string): string[] {
  return excerpt.split('…\n').map((part) => part.trim())
}

/** The first part that is not printed after those before it, if any is not. */
export function firstMissing(parts: readonly string[], out: string): string | undefined {
  let from = 0
  return parts.find((part) => {
    const found = out.indexOf(part, from)
    from = found + part.length
    return found < 0
  })
}

/** The first block of text in a document. */
export function firstExcerpt(markdown: string): string {
  return /```text\n([\s\S]*?)```/.exec(markdown)?.[1] ?? ''
}
