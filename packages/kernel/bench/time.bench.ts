/** Instants and local times beside what people use today, in one run. Writes Markdown. */
import {
  DAY_MILLIS,
  formatInstant,
  intersection,
  intervalSet,
  localTimeAt,
  resolveLocal,
  toInstant,
  zoneOf,
} from '@holdfast/kernel'
import { formatNanos, measure, type Timing, table } from '@holdfast/test/measure'
import { DateTime } from 'luxon'

const timeZone = 'Europe/Zurich'
const zone = zoneOf(timeZone)
const starts = Array.from(
  { length: 64 },
  (_, index) => Date.UTC(2024, 0, 4, 7) + index * 17 * DAY_MILLIS + index * 61_007,
)
const startAt = (index: number) => starts[index % 64] as number
const texts = starts.map(formatInstant)
const textAt = (index: number) => texts[index % 64] as string
const walls = starts.map((at) => localTimeAt(zone, at))
const fields = walls.map((wall) => {
  const date = new Date(wall)
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
  }
})

const office = intervalSet(
  starts.map((_, day) => ({ from: day * DAY_MILLIS, to: day * DAY_MILLIS + 9 * 3_600_000 })),
)
const window = intervalSet(
  starts.map((_, day) => ({
    from: day * DAY_MILLIS + 7 * 3_600_000,
    to: day * DAY_MILLIS + 12 * 3_600_000,
  })),
)

const questions: readonly [string, Timing, string, Timing | undefined][] = [
  [
    'local time to instant (`resolveLocal`)',
    measure('ours', (index) => resolveLocal(zone, walls[index % 64] as number)),
    'luxon `fromObject`',
    measure('luxon', (index) =>
      DateTime.fromObject(fields[index % 64] as object, { zone: timeZone }).toMillis(),
    ),
  ],
  [
    'instant to local time (`localTimeAt`)',
    measure('ours', (index) => localTimeAt(zone, startAt(index))),
    'luxon `fromMillis`, hour',
    measure('luxon', (index) => DateTime.fromMillis(startAt(index), { zone: timeZone }).hour),
  ],
  [
    'UTC text to instant (`toInstant`)',
    measure('ours', (index) => toInstant(textAt(index))),
    '`Date.parse`',
    measure('Date.parse', (index) => Date.parse(textAt(index))),
  ],
  [
    'instant to UTC text (`formatInstant`)',
    measure('ours', (index) => formatInstant(startAt(index)).length),
    '`toISOString`',
    measure('Date', (index) => new Date(startAt(index)).toISOString().length),
  ],
  [
    'intersection of two sets of 64 intervals',
    measure('ours', () => intersection(office, window).edges.length),
    '',
    undefined,
  ],
]

const rows = questions.map(([title, ours, peer, theirs]) => [
  title,
  formatNanos(ours.nanosPerCall),
  peer,
  theirs === undefined ? '' : formatNanos(theirs.nanosPerCall),
  theirs === undefined ? '' : `${(theirs.nanosPerCall / ours.nanosPerCall).toFixed(1)}x`,
])
console.log(table(['', '@holdfast/kernel', 'beside', '', 'beside / ours'], rows))
