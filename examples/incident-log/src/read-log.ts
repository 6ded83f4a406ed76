import { didYouMean, type Instant, quote } from '@holdfast/kernel'
import { type CsvRow, csvRows } from './csv-rows.ts'
import { parseLogTime } from './log-time.ts'
import type { Problem, ProblemKind } from './problem.ts'
import {
  type Column,
  PRIORITIES,
  type Priority,
  STATES,
  type State,
  UNKNOWN,
} from './vocabulary.ts'

/** What one row of the log says about an incident, as far as it matters here. */
export interface LogEvent {
  readonly line: number
  readonly number: string
  readonly at: Instant
  readonly opened: Instant
  readonly resolved: Instant | undefined
  readonly state: State | undefined
  readonly priority: Priority | undefined
  readonly group: string | undefined
}

export interface Log {
  /** Rows under the header, also those left out. */
  readonly rows: number
  readonly events: readonly LogEvent[]
  readonly problems: readonly Problem[]
  /** Incidents of which every row was left out. */
  readonly lost: number
}

/**
 * Reads an incident log: a CSV text in chunks, with a header row, `?` for what is unknown, times as `d/M/yyyy HH:mm`
 * in UTC. Nothing is dropped in silence: a row becomes an event, a problem, or both.
 * Throws an `Error` when a needed column is missing. `onRows` is told how many rows there are so far.
 */
export async function readLog(
  chunks: AsyncIterable<string> | Iterable<string>,
  onRows: (rows: number) => void = () => {},
): Promise<Log> {
  const events: LogEvent[] = []
  const problems: Problem[] = []
  const [kept, left] = [new Set<string>(), new Set<string>()]
  let header: Header | undefined
  let rows = 0
  for await (const batch of csvRows(chunks)) {
    for (const row of batch) {
      if (header === undefined) {
        header = headerOf(row)
        continue
      }
      rows++
      const event = eventOf(row, header, problems)
      if (event !== undefined) {
        events.push(event)
        kept.add(event.number)
      } else left.add(row.fields[header.number] ?? UNKNOWN)
    }
    onRows(rows)
  }
  if (header === undefined) throw new Error('it is empty')
  const lost = [...left].filter(
    (number) => number !== UNKNOWN && number !== '' && !kept.has(number),
  )
  return { rows, events, problems, lost: lost.length }
}

const NEEDED = [
  'number',
  'incident_state',
  'opened_at',
  'sys_updated_at',
  'priority',
  'assignment_group',
  'resolved_at',
] as const satisfies readonly Column[]

/** Where the needed columns stand, and how many there are in all. */
type Header = Readonly<Record<(typeof NEEDED)[number] | 'width', number>>

function headerOf({ fields }: CsvRow): Header {
  const places = NEEDED.map((column) => {
    const place = fields.indexOf(column)
    if (place >= 0) return [column, place]
    const near = didYouMean(column, fields)
    const hint = near === undefined ? '' : `; is it the one called ${quote(near)}?`
    throw new Error(`its first line names no column ${quote(column)}${hint}`)
  })
  return { ...Object.fromEntries(places), width: fields.length }
}

/** The event of a row, unless something is wrong without which it says nothing. */
function eventOf(row: CsvRow, header: Header, problems: Problem[]): LogEvent | undefined {
  const { line, fields } = row
  const report = (kind: ProblemKind, found: string): undefined => {
    problems.push({ kind, line, found })
  }
  const text = (column: keyof Header) => {
    const found = fields[header[column]] as string
    return found === UNKNOWN || found === '' ? undefined : found
  }

  if (row.isUnclosed) return report('quote-unclosed', 'the rest of the line is lost')
  if (fields.length !== header.width) {
    const over = row.lines > 1 ? `, over ${row.lines} lines` : ''
    return report('column-count', `${fields.length} instead of ${header.width}${over}`)
  }
  const number = text('number')
  if (number === undefined) return report('number-missing', quote(fields[header.number]))

  const times: (Instant | undefined)[] = []
  for (const column of ['opened_at', 'sys_updated_at', 'resolved_at'] as const) {
    const found = text(column)
    const time = found === undefined ? undefined : parseLogTime(found)
    if (found === undefined && column !== 'resolved_at') return report('time-missing', column)
    if (found !== undefined && time === undefined) {
      return report('time-unreadable', `${column} ${quote(found)}`)
    }
    times.push(time)
  }
  const [opened, at, resolved] = times as [Instant, Instant, Instant | undefined]
  if (at < opened) {
    const updated = fields[header.sys_updated_at]
    report('before-opened', `${number}, opened ${text('opened_at')}, updated ${updated}`)
  }

  const state = oneOf(STATES, text('incident_state'))
  if (state === undefined) report('state-unknown', quote(fields[header.incident_state]))
  const priority = oneOf(PRIORITIES, text('priority'))
  if (priority === undefined) report('priority-unknown', quote(fields[header.priority]))
  return { line, number, at, opened, resolved, state, priority, group: text('assignment_group') }
}

/** The known word that a text is; as that very string, so that events do not keep the text of the log alive. */
function oneOf<T extends string>(words: readonly T[], text: string | undefined): T | undefined {
  return words.find((word) => word === text)
}
