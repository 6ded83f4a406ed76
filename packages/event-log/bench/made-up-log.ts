/** How many cases a log of the size of the real one has, and rows in all: 141,712 there, 144,456 here. */
const CASES = 24_918

const COLUMNS = [
  'number',
  'incident_state',
  'reassignment_count',
  'reopen_count',
  'made_sla',
  'opened_at',
  'sys_updated_at',
  'category',
  'priority',
  'assignment_group',
  'assigned_to',
  'resolved_at',
  'closed_at',
] as const

/** Columns that the mapping does not read, for a row to be as wide as in an export. */
const OTHERS = Array.from({ length: 23 }, (_, nth) => `other_${nth}`)

/** The text of a log like that of ServiceNow in pieces: as many cases and rows as the real one, made by a seed. */
export function* madeUpLog(): Generator<string> {
  yield `${[...COLUMNS, ...OTHERS].join(',')}\n`
  const random = randomNumbers(7)
  for (let nth = 0; nth < CASES; nth += 500) {
    let piece = ''
    for (let one = nth; one < Math.min(CASES, nth + 500); one++) piece += caseText(one, random)
    yield piece
  }
}

const WAYS = [
  ['New', 'Resolved', 'Closed'],
  ['New', 'Active', 'Resolved', 'Closed'],
  ['New', 'Active', 'Active', 'Resolved', 'Closed'],
  ['New', 'Active', 'Active', 'Awaiting User Info', 'Active', 'Resolved', 'Closed'],
  [
    'New',
    'Active',
    'Awaiting Vendor',
    'Active',
    'Awaiting User Info',
    'Active',
    'Active',
    'Resolved',
    'Resolved',
    'Closed',
  ],
] as const

function caseText(nth: number, random: (below: number) => number): string {
  const number = `INC${String(nth).padStart(7, '0')}`
  const opened = Date.UTC(2016, 1, 29) + nth * 20 * 60_000
  const states = WAYS[random(WAYS.length)] as readonly string[]
  const times = states.map((_, step) => opened + (step + 1) * (1 + random(600)) * 60_000)
  times.sort((a, b) => a - b)
  const [resolved = 0, closed = 0] = times.slice(-2)
  const [first, other] = [random(79), random(79)]
  return states
    .map((state, step) => {
      const group = step > 1 ? other : first
      const moves = step > 1 && other !== first ? 1 : 0
      const told = [number, state, moves, 0, 'true', timeText(opened), timeText(times[step] ?? 0)]
      const more = [`Category ${nth % 50}`, '3 - Moderate', `Group ${group}`, `Resolver ${group}`]
      const filler = OTHERS.map((_, column) => `Value ${(nth + column) % 100}`)
      return `${[...told, ...more, timeText(resolved), timeText(closed), ...filler].join(',')}\n`
    })
    .join('')
}

function timeText(at: number): string {
  const time = new Date(at)
  const [hour, minute] = [time.getUTCHours(), time.getUTCMinutes()]
  const clock = [hour, minute].map((part) => String(part).padStart(2, '0')).join(':')
  return `${time.getUTCDate()}/${time.getUTCMonth() + 1}/${time.getUTCFullYear()} ${clock}`
}

/** Whole numbers by a linear congruential generator (Numerical Recipes). */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
