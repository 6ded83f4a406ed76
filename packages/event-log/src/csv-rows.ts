import Papa from 'papaparse'

/** One row of a CSV text. */
export interface CsvRow {
  /** The line it begins on, counted from 1. */
  readonly line: number
  /** How many lines it takes: more than one when a quoted field holds line breaks. */
  readonly lines: number
  readonly fields: readonly string[]
  /** It opens a quote that nothing closes; its one field is the whole line. */
  readonly isUnclosed: boolean
}

/** A row longer than this has a quote that was never closed. */
const LONGEST_ROW = 1_000_000

/**
 * The rows of a CSV text that comes in pieces, in batches. Blank lines are no rows; both kinds of line ends are taken,
 * also mixed. A quote that is never closed costs its own line and not the rest of the text.
 */
export async function* csvRows(
  pieces: AsyncIterable<string> | Iterable<string>,
  delimiter: string,
): AsyncGenerator<readonly CsvRow[]> {
  let [rest, line] = ['', 1]
  for await (const piece of pieces) {
    const batch = cut(rest + piece, line, delimiter, LONGEST_ROW)
    ;({ rest, line } = batch)
    yield batch.rows
  }
  if (rest !== '') yield cut(`${rest}\n`, line, delimiter, 0).rows
}

interface Cut {
  readonly rows: readonly CsvRow[]
  /** What follows the last complete row. */
  readonly rest: string
  readonly line: number
}

/** The complete rows of a text. A rest of more than `longest` characters is a row that never ends. */
function cut(text: string, firstLine: number, delimiter: string, longest: number): Cut {
  const rows: CsvRow[] = []
  // Without quotes a row is a line, and its fields need not be looked through.
  const hasQuotes = text.includes('"')
  let [rest, line] = [text, firstLine]
  for (;;) {
    const { data, cursor } = parse(rest, delimiter)
    for (const fields of data) {
      const lines = hasQuotes ? 1 + breaksIn(fields) : 1
      const last = fields.length - 1
      const end = fields[last] as string
      // Windows ends lines with a carriage return before the line feed.
      if (end.endsWith('\r')) fields[last] = end.slice(0, -1)
      if (last > 0 || fields[0] !== '') rows.push({ line, lines, fields, isUnclosed: false })
      line += lines
    }
    rest = rest.slice(cursor)
    if (rest.length <= longest) return { rows, rest, line }
    const lineEnd = rest.indexOf('\n')
    const whole = lineEnd < 0 ? rest : rest.slice(0, lineEnd)
    rows.push({ line, lines: 1, fields: [whole], isUnclosed: true })
    rest = lineEnd < 0 ? '' : rest.slice(lineEnd + 1)
    line++
  }
}

/** The complete rows and where they end. */
function parse(text: string, delimiter: string): { data: string[][]; cursor: number } {
  const parser = new Papa.Parser({ delimiter, newline: '\n', quoteChar: '"' })
  const { data, meta } = parser.parse(text, 0, true) as Papa.ParseResult<string[]>
  return { data, cursor: meta.cursor }
}

function breaksIn(fields: readonly string[]): number {
  let breaks = 0
  for (const field of fields) {
    for (let at = field.indexOf('\n'); at >= 0; at = field.indexOf('\n', at + 1)) breaks++
  }
  return breaks
}
