import Papa from 'papaparse'

/** One row of a CSV text. */
export interface CsvRow {
  /** The line it begins on, counted from 1. */
  readonly line: number
  /** How many lines it takes: more than one when a quoted field holds line breaks. */
  readonly lines: number
  readonly fields: readonly string[]
  /** It opens a quote that nothing closes; its fields mean nothing. */
  readonly isUnclosed: boolean
}

/** A row longer than this has a quote that was never closed. */
const LONGEST_ROW = 1_000_000

/**
 * The rows of a CSV text that comes in chunks, in batches. Blank lines are no rows; both kinds of line ends are taken,
 * also mixed. A quote that is never closed costs its own line and not the rest of the text.
 */
export async function* csvRows(
  chunks: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<CsvRow[]> {
  let [rest, line] = ['', 1]
  for await (const chunk of chunks) {
    const text = line === 1 && rest === '' ? chunk.replace(/^\uFEFF/, '') : rest + chunk
    const batch = cut(text, line, LONGEST_ROW)
    ;({ rest, line } = batch)
    yield batch.rows
  }
  if (rest !== '') yield cut(`${rest}\n`, line, 0).rows
}

interface Cut {
  readonly rows: CsvRow[]
  /** What follows the last complete row. */
  readonly rest: string
  readonly line: number
}

/** The complete rows of a text. A rest of more than `longest` characters is a row that never ends. */
function cut(text: string, firstLine: number, longest: number): Cut {
  const rows: CsvRow[] = []
  let [rest, line] = [text, firstLine]
  for (;;) {
    const { data, cursor } = parse(rest)
    for (const fields of data) {
      const lines = 1 + breaksIn(fields)
      const last = fields.length - 1
      // Windows ends lines with a carriage return before the line feed.
      fields[last] = (fields[last] as string).replace(/\r$/, '')
      if (fields.length > 1 || fields[0] !== '')
        rows.push({ line, lines, fields, isUnclosed: false })
      line += lines
    }
    rest = rest.slice(cursor)
    if (rest.length <= longest) return { rows, rest, line }
    rows.push({ line, lines: 1, fields: [], isUnclosed: true })
    const lineEnd = rest.indexOf('\n')
    rest = lineEnd < 0 ? '' : rest.slice(lineEnd + 1)
    line++
  }
}

/** The complete rows and where they end. */
function parse(text: string): { data: string[][]; cursor: number } {
  const parser = new Papa.Parser({ delimiter: ',', newline: '\n', quoteChar: '"' })
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
