import type { Mark } from '@holdfast/kernel'
import {
  createLogMapping,
  type LogInput,
  type LogMappingDocument,
  type ReadLogOptions,
  readLog,
} from '../src/index.ts'

/** The log of a small desk: a row for each update, times in UTC. */
export const desk: LogMappingDocument = {
  id: 'desk',
  version: 1,
  input: { kind: 'csv', unknown: ['?'] },
  case: 'case',
  time: { format: 'yyyy-MM-dd HH:mm', timeZone: 'UTC' },
  rows: [{ time: 'at', state: 'state', group: 'group', priority: 'priority' }],
  states: {
    New: { element: 'wait', party: 'queue' },
    Active: { element: 'investigation' },
    Fixing: { element: 'fix' },
    'With customer': { element: 'wait', party: 'customer' },
    'With vendor': { element: 'wait', party: 'vendor' },
    Resolved: 'resolved',
    Closed: 'closed',
    Dropped: 'cancelled',
  },
}

/** What reading an input by a mapping gives. */
export async function reading(
  input: LogInput,
  parts: Partial<LogMappingDocument> = {},
  options: ReadLogOptions = {},
) {
  const log = readLog(input, createLogMapping({ ...desk, ...parts }), options)
  const cases = []
  for await (const each of log) cases.push(each)
  return { cases, report: log.report() }
}

/** The rows of a CSV text, whose columns are `case,at,state,group,priority`; times are on 1 March 2027. */
export const csv = (...rows: string[]) => [
  ['case,at,state,group,priority', ...rows].join('\n').replace(/,(\d\d:\d\d)/g, ',2027-03-01 $1'),
]

/** The marks of the only case of a log, told shortly: `10:00 waiting With customer (customer) element=wait`. */
export async function story(input: LogInput, parts: Partial<LogMappingDocument> = {}) {
  const { cases } = await reading(input, parts)
  return cases.flatMap(({ marks }) => marks.map(told))
}

export function told({
  at,
  type,
  state,
  by,
  audience,
  automatic,
  reason,
  facts = {},
}: Mark): string {
  const time = new Date(at).toISOString()
  const said = Object.entries(facts).map(([name, value]) => `${name}=${value}`)
  return [
    time.startsWith('2027-03-01') ? time.slice(11, 16) : time.slice(0, 16),
    type,
    ...(audience === undefined ? [] : [audience]),
    ...(automatic === true ? ['automatic'] : []),
    ...(by === undefined ? [] : [`by ${by}`]),
    ...(state === undefined ? [] : [`«${state}»`]),
    ...(reason === undefined ? [] : [`for ${reason}`]),
    ...said,
  ].join(' ')
}

/** What was bad, shortly: `state-unknown 2 (0 lost)`. */
export async function badOf(input: LogInput, parts: Partial<LogMappingDocument> = {}) {
  const { report } = await reading(input, parts)
  return report.bad.map(({ code, count, lost }) => `${code} ${count}, lost ${lost}`)
}

/** The code of the error that reading ends with. */
export async function failure(
  input: LogInput,
  parts: Partial<LogMappingDocument> = {},
  options: ReadLogOptions = {},
): Promise<unknown> {
  return reading(input, parts, options).then(
    () => 'none',
    (error: unknown) => (error as { readonly code?: string }).code ?? error,
  )
}
