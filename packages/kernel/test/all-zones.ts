/**
 * Holds `zoneOf` against Intl in every zone the runtime knows, from 1970 to 2100, and prints the two changes of a zone
 * that lie closest together: `zoneOf` relies on there being none within six days. Takes minutes, so it is no part of
 * the tests; run it after a new release of the time zone data: `pnpm --filter @holdfast/kernel zones`.
 */
import { formatInstant, MAX_INSTANT, MIN_INSTANT, zoneOf } from '@holdfast/kernel'
import { transitionsBetween, wallClock } from './wall-clock.ts'

const DAY = 86_400_000
const OFTEN_UNTIL = Date.UTC(2040, 0, 1)
const zones = [...Intl.supportedValuesOf('timeZone'), 'UTC']

let closest = { zone: '', from: 0, to: Number.POSITIVE_INFINITY }
let [transitions, wrong] = [0, 0]
for (const [index, id] of zones.entries()) {
  const clock = wallClock(id)
  const expected = [
    ...transitionsBetween(clock, MIN_INSTANT, OFTEN_UNTIL, DAY / 4),
    ...transitionsBetween(clock, OFTEN_UNTIL, MAX_INSTANT, DAY),
  ]
  transitions += expected.length
  for (const [place, to] of expected.entries()) {
    const from = expected[place - 1]
    if (from !== undefined && to - from < closest.to - closest.from)
      closest = { zone: id, from, to }
  }
  const found = transitionsOf(id)
  const offsets = expected.every((at) => zoneOf(id).offsetAt(at) === clock.offsetAt(at))
  if (!offsets || found.join() !== expected.join()) {
    wrong++
    console.log(`${id} differs: ${texts(found)} instead of ${texts(expected)}`)
  }
  if (index % 20 === 19) console.log(`${index + 1} of ${zones.length} zones`)
}

const hours = (closest.to - closest.from) / 3_600_000
console.log(`${zones.length} zones, ${transitions} changes, ${wrong} zones that differ`)
console.log(
  `closest: ${Math.floor(hours / 24)} days and ${hours % 24} hours in ${closest.zone}, ${formatInstant(closest.from)} and ${formatInstant(closest.to)}`,
)
if (hours <= 6 * 24) throw new Error('zoneOf would miss such a pair: its step must be shorter')
if (wrong > 0) throw new Error('zoneOf differs from Intl')

function texts(instants: readonly number[]): string {
  return instants.map(formatInstant).join(', ')
}

function transitionsOf(id: string): number[] {
  const found: number[] = []
  const zone = zoneOf(id)
  for (
    let at = zone.nextTransition(MIN_INSTANT);
    at !== null && at <= MAX_INSTANT;
    at = zone.nextTransition(at)
  ) {
    found.push(at)
  }
  return found
}
