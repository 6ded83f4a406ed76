import {
  createLogMapping,
  type LoggedCase,
  type LogInput,
  type LogMappingDocument,
  type LogReport,
  MAPPINGS,
  readLog,
} from '@holdfast/event-log'
import { dataFile } from './data-file.ts'

/** A real log of incidents, where it is. */
export const incidentLog = dataFile('incident-event-log-uci498.csv.gz')

/** What the rows tell by their states alone, without the times and counts that the log keeps beside them. */
export const OBSERVED: LogMappingDocument = {
  ...MAPPINGS.serviceNow,
  stamps: { opened: 'opened_at' },
  counts: {},
  facts: {},
}

const { rows: [row] = [], ...whole } = MAPPINGS.serviceNow

/** For rows in any order: those of one minute are told apart by how often the incident had been changed. */
export const BY_CHANGES: LogMappingDocument = {
  ...whole,
  rows: row === undefined ? [] : [{ ...row, seq: 'sys_mod_count' }],
}

/** All cases of a log, and how reading it went. */
export async function casesOf(
  input: LogInput,
  document: LogMappingDocument,
): Promise<{ readonly cases: readonly LoggedCase[]; readonly report: LogReport }> {
  const log = readLog(input, createLogMapping(document))
  const cases: LoggedCase[] = []
  for await (const each of log) cases.push(each)
  return { cases, report: log.report() }
}

/** The incidents of the log, by their states. Throws what Node throws where the log is not. */
export async function observedIncidents(): Promise<readonly LoggedCase[]> {
  const { cases } = await casesOf(incidentLog.path, OBSERVED)
  return cases
}
