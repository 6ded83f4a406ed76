import { didYouMean, quote, rangeError } from '@holdfast/kernel'
import { type CsvRow, csvRows } from './csv-rows.ts'
import type { ReadMapping } from './document.ts'
import { joined, type Layout, type RawRow, type TextReader } from './layout.ts'

/** A layout of CSV, which knows the columns that were asked for in vain. */
interface CsvLayout extends Layout {
  readonly missing: ReadonlySet<string>
}

/**
 * The rows of a CSV log in batches. `begin` is given the layout before the first row.
 * Throws `RangeError` `log-empty` for a log without a header, `column-missing` naming every column that the mapping
 * names and the header lacks, `delimiter-unfit` where they are there between other signs, and `column-repeated` for a
 * column of the mapping that the header has twice.
 */
export async function* csvLog(
  text: AsyncIterable<string>,
  { input, id }: ReadMapping,
  begin: (layout: Layout) => void,
): AsyncGenerator<readonly RawRow[]> {
  const unknown = new Set(['', ...(input.unknown ?? [])])
  let width = 0
  const start = (columns: readonly string[]) => {
    width = columns.length
    const layout = layoutOf(columns, unknown)
    begin(layout)
    if (layout.missing.size > 0) throw missingColumns([...layout.missing], columns, { input, id })
  }
  if (input.columns !== undefined) start(input.columns)
  for await (const batch of csvRows(text, input.delimiter ?? ',')) {
    let rows = batch
    if (width === 0) {
      const [header, ...following] = batch.filter((row) => !isSeparatorLine(row))
      if (header === undefined) continue
      start(header.fields.map((name) => name.trim()))
      rows = following
    }
    yield rows.map((row) => rawRow(row, width))
  }
  if (width === 0) throw rangeError('log-empty', 'the log is empty: it has not even a header')
}

/** Spreadsheets are told by a first line such as `sep=;` what stands between fields. */
function isSeparatorLine({ line, fields }: CsvRow): boolean {
  return line === 1 && /^sep=.?$/i.test(fields.join(''))
}

function rawRow({ line, lines, fields, isUnclosed }: CsvRow, width: number): RawRow {
  if (isUnclosed) return { line, fault: 'quote-unclosed', found: 'the rest of the line is lost' }
  // Some exports end each row with a delimiter, and the header without.
  const isBlank = (field: string) => field.trim() === ''
  if (fields.length === width || (fields.length > width && fields.slice(width).every(isBlank))) {
    return { line, spot: fields }
  }
  const over = lines > 1 ? `, over ${lines} lines` : ''
  return { line, fault: 'column-count', found: `${fields.length} instead of ${width}${over}` }
}

function layoutOf(columns: readonly string[], unknown: ReadonlySet<string>): CsvLayout {
  const missing = new Set<string>()
  const readerOf = (column: string): TextReader => {
    const place = columns.indexOf(column)
    if (place < 0) missing.add(column)
    if (columns.includes(column, place + 1) && place >= 0) {
      throw rangeError('column-repeated', `the header names the column ${quote(column)} twice`)
    }
    return (fields) => {
      const found = (fields[place] as string).trim()
      return unknown.has(found) ? undefined : found
    }
  }
  return {
    missing,
    textAt: (place) => joined(place, readerOf),
    itemsOf: (spot) => [spot],
  }
}

function missingColumns(
  missing: readonly string[],
  columns: readonly string[],
  { input: { delimiter = ',' }, id }: Pick<ReadMapping, 'input' | 'id'>,
): RangeError {
  const other = otherDelimiter(missing, columns.join(delimiter), delimiter)
  if (other !== undefined) {
    const message = `fields of the log stand between ${quote(other)}, and the mapping ${quote(id)} reads them between ${quote(delimiter)}: say so in input.delimiter`
    return rangeError('delimiter-unfit', message)
  }
  const names = missing.map((name) => {
    const near = didYouMean(name, columns)
    return near === undefined ? quote(name) : `${quote(name)} (did you mean ${quote(near)}?)`
  })
  const more = columns.length > MANY ? ` and ${columns.length - MANY} more` : ''
  const found = `${columns.slice(0, MANY).map(quote).join(', ')}${more}`
  const message = `the mapping ${quote(id)} names columns that the log has not: ${names.join(', ')}; it has ${found}`
  return rangeError('column-missing', message)
}

const MANY = 40

const DELIMITERS = [',', ';', '\t', '|']

/** What stands between the fields of a header in which every missing column is found so. */
function otherDelimiter(
  missing: readonly string[],
  header: string,
  delimiter: string,
): string | undefined {
  // Quotes that end before another sign than expected do not end for the reader, nor does the line.
  const [line = ''] = header.split('\n')
  return DELIMITERS.find((sign) => {
    const names = line.split(sign).map((name) => name.replaceAll('"', '').trim())
    return sign !== delimiter && missing.every((name) => names.includes(name))
  })
}
