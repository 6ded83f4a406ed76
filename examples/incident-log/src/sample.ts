import { DAY_MILLIS, epochDayOf, type Instant } from '@holdfast/kernel'
import { formatLogTime } from './log-time.ts'
import { type Random, randomFrom } from './random.ts'
import { type SampleRow, spoil } from './sample-faults.ts'
import { COLUMNS, PRIORITIES, type Priority, type State, UNKNOWN } from './vocabulary.ts'

const INCIDENTS = 200
/** The worst incident of this one is due after Easter and a clock change. */
const SEED = 2006
const [MINUTE, HOUR] = [60_000, 3_600_000]
/** A Monday; the days after it hold Easter (29 March to 1 April) and the start of summer time. */
const FIRST_DAY = epochDayOf(2024, 3, 18)
const DAYS = 30
const LOG_END: Instant = (FIRST_DAY + DAYS) * DAY_MILLIS

const GROUPS = ['Service Desk', 'Workplace', 'Network', 'Databases', 'Identity']
const WAITS = [
  'Awaiting User Info',
  'Awaiting User Info',
  'Awaiting Vendor',
  'Awaiting Problem',
] as const
const LOCATIONS = ['Zurich, main building', 'Geneva', 'Lugano', 'Basel']

/** Hours that the work of one group takes at most, by priority. */
const WORK: Record<Priority, number> = {
  '1 - Critical': 14,
  '2 - High': 40,
  '3 - Moderate': 170,
  '4 - Low': 240,
}

/**
 * A made-up incident log of about 200 incidents, the same every time: all priorities, hand-overs and returns, waiting,
 * reopenings, incidents still open when the log ends or closed without a time of resolution, and some rows that are wrong in every way a log can be.
 */
export function sampleLog(): string {
  const random = randomFrom(SEED)
  const openings = Array.from({ length: INCIDENTS }, () => openingAt(random)).sort((a, b) => a - b)
  const rows = openings.flatMap((opened, index) =>
    lifeOf(`INC${String(10_001 + index).padStart(7, '0')}`, opened, random),
  )
  const lines = spoil(rows).map((row) => row.map(quoted).join(','))
  return `${[COLUMNS.join(','), ...lines].join('\n')}\n`
}

/** Most incidents begin in office hours, the others at any time of the week. */
function openingAt(random: Random): Instant {
  const day = random.int(DAYS)
  const isOfficeHour = random.happens(80) && day % 7 < 5
  const hour = isOfficeHour ? 7 + random.int(10) : random.int(24)
  return (FIRST_DAY + day) * DAY_MILLIS + hour * HOUR + random.int(60) * MINUTE
}

/** The rows of one incident, up to the end of the log. */
function lifeOf(number: string, opened: Instant, random: Random): SampleRow[] {
  const priority = PRIORITIES[random.pick([0, 1, 1, 2, 2, 2, 2, 2, 2, 3])] as Priority
  const fixed = {
    number,
    caller_id: `Caller ${1 + random.int(90)}`,
    opened_at: formatLogTime(opened),
    contact_type: random.pick(['Phone', 'Email', 'Self service']),
    location: random.pick(LOCATIONS),
    category: `Category ${1 + random.int(12)}`,
    priority,
  }
  const saysWhenResolved = !random.happens(3)
  const rows: SampleRow[] = []
  let [at, group, handOvers, reopenings] = [opened + random.int(20) * MINUTE, 0, 0, 0]
  let resolved: Instant | undefined

  function write(state: State): void {
    if (at >= LOG_END) return
    rows.push({
      ...fixed,
      incident_state: state,
      active: String(state !== 'Closed'),
      reassignment_count: String(handOvers),
      reopen_count: String(reopenings),
      sys_mod_count: String(rows.length),
      sys_updated_at: formatLogTime(at),
      assignment_group: GROUPS[group] as string,
      resolved_at: resolved && saysWhenResolved ? formatLogTime(resolved) : UNKNOWN,
      closed_at: state === 'Closed' ? formatLogTime(at) : UNKNOWN,
    })
  }

  function work(): void {
    at += (5 + random.skewed(WORK[priority] * 60)) * MINUTE
  }

  write('New')
  while (random.happens(handOvers === 0 ? 45 : 30)) {
    work()
    group = (group + 1 + random.int(GROUPS.length - 1)) % GROUPS.length
    handOvers++
    write('Active')
  }
  if (random.happens(25)) {
    at += random.skewed(240) * MINUTE
    write(random.pick(WAITS))
    work()
    write('Active')
  }
  do {
    work()
    if (resolved !== undefined) {
      reopenings++
      resolved = undefined
      write('Active')
      work()
    }
    resolved = at
    write('Resolved')
  } while (random.happens(6))
  at += 5 * DAY_MILLIS
  write('Closed')
  return rows
}

/** A field as CSV has it; only a comma needs quotes here. */
function quoted(field: string): string {
  return field.includes(',') ? `"${field}"` : field
}
