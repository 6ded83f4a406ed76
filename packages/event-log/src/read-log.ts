import { type Mark, typeError } from '@holdfast/kernel'
import { marksOfCase } from './case-marks.ts'
import { csvLog } from './csv-log.ts'
import type { ReadMapping } from './document.ts'
import { gatherAll, gatherGrouped, type ReadRow } from './gather.ts'
import { type LogInput, type Meter, textOf } from './input.ts'
import { interning } from './interning.ts'
import { jsonLog } from './json-log.ts'
import type { Layout, RawRow } from './layout.ts'
import type { LogMapping } from './log-mapping.ts'
import { type TimeReader, timeReader } from './log-time.ts'
import { personPlaces } from './person-places.ts'
import type { ReadingTools } from './reading-tools.ts'
import type { LogReport } from './report.ts'
import { type RowReader, rowReader } from './row-reader.ts'
import { newTally, type Tally } from './tally.ts'
import { wordsOf } from './words.ts'

/** The history of one case, as a log tells it. */
export interface LoggedCase {
  readonly id: string
  /** In order; about `request:<id>`. */
  readonly marks: readonly Mark[]
  /** How many rows of the log are about it. */
  readonly rows: number
}

/** How far reading has come. `bytes` are those of the input, packed where it is packed. */
export interface LogProgress {
  readonly rows: number
  readonly bytes: number
  /** Of a file. */
  readonly totalBytes?: number
}

export interface ReadLogOptions {
  /** Called about every 10,000 rows. */
  readonly onProgress?: (progress: LogProgress) => void
  /** How many rows are held in memory for a log in any order; 2,000,000 when left out. */
  readonly maxHeldRows?: number
}

/** A log that is read as its cases are asked for, once. */
export interface Log extends AsyncIterable<LoggedCase> {
  /** What has been read so far, and what was wrong with it. */
  report(): LogReport
}

const PROGRESS_ROWS = 10_000

const HELD_ROWS = 2_000_000

/**
 * Reads a log by a mapping, one case after the other. Rows that cannot be read are counted in the report and stop
 * nothing. Memory: one case, and the ids of all; with `order: any` what the rows tell.
 *
 * What reading can throw, each a `RangeError` with a `code`: `column-missing`, `column-repeated`, `log-empty`,
 * `delimiter-unfit`, `log-not-grouped`, `too-many-rows`, `gzip-damaged`, `encoding-unfit`, `json-not-lines`; `TypeError`
 * `log-already-read` for a second time; and what Node throws for a file that cannot be opened.
 */
export function readLog(input: LogInput, mapping: LogMapping, options: ReadLogOptions = {}): Log {
  const { document } = mapping
  const tally = newTally()
  const meter: Meter = { bytes: 0, total: undefined }
  let isRead = false

  async function* cases(): AsyncGenerator<LoggedCase> {
    if (isRead) throw typeError('log-already-read', 'a log is read once: call readLog again')
    isRead = true
    const tools = toolsOf(document, tally)
    const { maxHeldRows = HELD_ROWS } = options
    const gathered = document.order === 'any' ? gatherAll : gatherGrouped
    const rows = rowsOf(input, document, tools, meter, options)
    for await (const { id, rows: count, events } of gathered(rows, document.id, maxHeldRows)) {
      const { marks, repeated, oddities } = marksOfCase(id, events, tools.words)
      tally.repeated += repeated
      for (const oddity of oddities) tally.odd(oddity, id)
      if (marks.length === 0) {
        tally.lostCases++
        tally.odd('case-lost', id)
        continue
      }
      tally.cases++
      tally.marks += marks.length
      yield { id, marks, rows: count }
    }
  }

  return { [Symbol.asyncIterator]: cases, report: () => tally.report(meter.bytes) }
}

function toolsOf(document: ReadMapping, tally: Tally): ReadingTools {
  const { priorities } = document
  const times = new Map<string, TimeReader>()
  const names = priorities === undefined ? undefined : new Map(Object.entries(priorities))
  return {
    tally,
    words: wordsOf(document),
    namesPerson: personPlaces(document),
    intern: interning(),
    priority: (text) => (names === undefined ? text : names.get(text)),
    times(format, timeZone) {
      const key = JSON.stringify([format, timeZone])
      const reader = times.get(key) ?? timeReader(format, timeZone)
      times.set(key, reader)
      return reader
    },
  }
}

async function* rowsOf(
  input: LogInput,
  document: ReadMapping,
  tools: ReadingTools,
  meter: Meter,
  { onProgress }: ReadLogOptions,
): AsyncGenerator<readonly ReadRow[]> {
  const { tally } = tools
  const { newestFirst = false } = document
  const text = textOf(input, document.input.encoding ?? 'utf-8', meter)
  let read: RowReader | undefined
  let told = 0
  const begin = (layout: Layout) => {
    read = rowReader(document, layout, tools)
  }
  const raw = (document.input.kind === 'csv' ? csvLog : jsonLog)(text, document, begin)
  for await (const batch of raw) {
    yield batch.flatMap((row) => readRow(row, read as RowReader, tally, newestFirst) ?? [])
    if (onProgress === undefined || tally.rows < told + PROGRESS_ROWS) continue
    told = tally.rows
    const { bytes, total } = meter
    onProgress({ rows: told, bytes, ...(total !== undefined && { totalBytes: total }) })
  }
}

function readRow(
  row: RawRow,
  read: RowReader,
  tally: Tally,
  isNewestFirst: boolean,
): ReadRow | undefined {
  const { line } = row
  const place = tally.rows++
  if (!('spot' in row)) {
    tally.bad(row.fault, line, row.found, true)
    return undefined
  }
  const found = read(row.spot, line, isNewestFirst ? -place : place)
  return found === undefined ? undefined : { line, ...found }
}
