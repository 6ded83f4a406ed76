import type { Mark } from '@holdfast/kernel'
import { dataFile } from './data-file.ts'
import { marksOf } from './incident-marks.ts'
import { incidentsOf } from './incident-rows.ts'

/** The histories of a real log of incidents; `undefined` where the log is not. */
export function incidentHistories(): readonly (readonly Mark[])[] | undefined {
  const file = dataFile('incident-event-log-uci498.csv.gz')
  return file.isThere ? incidentsOf(file.text()).map(marksOf) : undefined
}
