import { randomFrom } from '@holdfast/example-report/random'
import { spoil } from './faults.ts'
import { incidentLife } from './incident-life.ts'
import { openingAt } from './people-hours.ts'
import { csvOf } from './row.ts'

const INCIDENTS = 600
const SEED = 2024

/**
 * A made-up incident log of 600 incidents in thirteen weeks, the same every time: incidents that wait to be taken up,
 * for the customer (again and again until 8 April 2024), for vendors and for problems, change hands and come back, are
 * reopened, closed five days after they were resolved, or still open when the log ends; and some rows that are wrong.
 */
export function sampleLog(): string {
  const random = randomFrom(SEED)
  const openings = Array.from({ length: INCIDENTS }, () => openingAt(random)).sort((a, b) => a - b)
  const rows = openings.flatMap((opened, index) =>
    incidentLife(`INC${String(10_001 + index).padStart(7, '0')}`, opened, random),
  )
  return csvOf(spoil(rows))
}
