import type { Random } from '@holdfast/example-report/random'
import { DAY_MILLIS, type Instant } from '@holdfast/kernel'
import { ASKS_ONCE_FROM, afterWork, LOG_END } from './people-hours.ts'
import { logTime, type SampleRow } from './row.ts'

const HOUR = 3_600_000

const GROUPS = ['Service Desk', 'Workplace', 'Network', 'Databases', 'Identity', 'Business apps']

/** By priority: minutes of work that one group needs at most, and hours until the log says its target is missed. */
const PRIORITIES = [
  ['1 - Critical', 180, 6],
  ['2 - High', 320, 24],
  ['3 - Moderate', 640, 96],
  ['4 - Low', 860, 168],
] as const

/** The rows of one incident, up to the end of the log. */
export function incidentLife(number: string, opened: Instant, random: Random): SampleRow[] {
  const [priority, mostWork, hours] =
    PRIORITIES[random.pick([0, 1, 1, 2, 2, 2, 2, 2, 2, 3])] ?? PRIORITIES[2]
  const fixed = {
    number,
    opened_at: logTime(opened),
    priority,
    category: `Category ${1 + random.int(12)}`,
  }
  const isTimeRecorded = !random.happens(4)
  const rows: SampleRow[] = []
  let [at, group, handOvers, reopenings] = [opened + random.int(6) * 60_000, 0, 0, 0]
  let person: string | undefined
  let resolved: Instant | undefined

  const write = (state: string) => {
    if (at >= LOG_END) return
    rows.push({
      ...fixed,
      incident_state: state,
      reassignment_count: String(handOvers),
      reopen_count: String(reopenings),
      made_sla: String((resolved ?? at) - opened <= hours * HOUR),
      sys_updated_at: logTime(at),
      assignment_group: GROUPS[group] as string,
      ...(person !== undefined && { assigned_to: person }),
      ...(resolved !== undefined && isTimeRecorded && { resolved_at: logTime(resolved) }),
      ...(state === 'Closed' && { closed_at: logTime(at) }),
    })
  }
  const work = (most: number) => {
    at = afterWork(at, 5 + random.skewed(most))
  }
  const takeUp = () => {
    work(priority === '1 - Critical' ? 30 : 420)
    person = `Resolver ${1 + group * 6 + random.int(6)}`
    write('Active')
  }
  const askCustomer = () => {
    do {
      write('Awaiting User Info')
      // Customers answer when they come to it.
      at += (30 + random.skewed(7 * 24 * 60)) * 60_000
      write('Active')
      work(120)
    } while (random.happens(at < ASKS_ONCE_FROM ? 55 : 12))
  }
  const awaitOthers = (state: string, days: number) => {
    write(state)
    at = afterWork(at, 120 + random.int(days * 600))
    write('Active')
  }
  const handOver = () => {
    // Every third goes back to where it came from first.
    group = random.happens(35) && group !== 0 ? 0 : (group + 1 + random.int(5)) % GROUPS.length
    handOvers++
    person = undefined
    if (random.happens(60)) {
      write('New')
      takeUp()
    } else write('Active')
  }

  write('New')
  if (random.happens(28)) work(50)
  else {
    takeUp()
    work(mostWork)
    if (random.happens(38)) askCustomer()
    let chance = 58
    while (random.happens(chance)) {
      handOver()
      work(mostWork)
      if (random.happens(24)) askCustomer()
      chance = 42
    }
    if (random.happens(5)) awaitOthers('Awaiting Vendor', 7)
    if (random.happens(3)) awaitOthers('Awaiting Problem', 8)
    work(mostWork)
  }
  for (;;) {
    resolved = at
    write('Resolved')
    const isReopened = random.happens(6)
    at += isReopened ? (60 + random.int(4 * 24 * 60)) * 60_000 : 5 * DAY_MILLIS
    if (!isReopened) break
    reopenings++
    resolved = undefined
    write('Active')
    work(mostWork)
  }
  write('Closed')
  return rows
}
