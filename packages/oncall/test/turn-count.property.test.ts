import { DAY_MILLIS, parseDuration, zoneOf } from '@holdfast/kernel'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ReadLayer } from '../src/document.ts'
import { dutyTimeOf } from '../src/duty-time.ts'
import { handOffsOf } from '../src/hand-offs.ts'
import { type Turns, turnsWith } from '../src/turn-count.ts'
import { HARD } from './random-schedules.ts'

const time = fc.constantFrom('00:00', '00:30', '02:00', '02:15', '03:00', '09:00', '17:00', '23:45')
const days = fc.uniqueArray(fc.constantFrom('mon', 'tue', 'sat', 'sun'), { maxLength: 4 })
const restriction = fc.record({ days, from: time, to: time }, { requiredKeys: ['from', 'to'] })
const length = fc.constantFrom('PT7M', 'PT15M', 'PT40M', 'PT1H', 'PT5H', 'P1D', 'P3D', 'P1W')
const duty = fc.constantFrom('PT10M', 'PT30M', 'PT8H', 'P1D')

const layers = fc
  .record({
    hard: fc.constantFrom(...HARD),
    every: fc.oneof(
      length,
      fc.constantFrom<string | string[]>('P1M', ['P1D', 'PT90M'], ['PT15M', 'PT2H']),
    ),
    clock: fc.constantFrom('wall', 'elapsed'),
    hour: fc.constantFrom('00:00', '01:10', '02:00', '02:30', '09:00'),
    duty: fc.option(duty, { nil: undefined }),
    restrictions: fc.array(restriction, { minLength: 1, maxLength: 3 }),
  })
  .map(({ hard: [timeZone, date], every, clock, hour, ...rest }) => {
    const months = String(every).includes('M') && !String(every).includes('T')
    return {
      timeZone,
      duty: rest.duty,
      rotation: { every, anchor: `${date}T${hour}`, ...(!months && { clock }) },
      restrictions: rest.restrictions,
    }
  })

function turnsOf(layer: typeof layers extends fc.Arbitrary<infer T> ? T : never): Turns {
  const zone = zoneOf(layer.timeZone)
  const { rotation, restrictions } = layer as unknown as Pick<
    ReadLayer,
    'rotation' | 'restrictions'
  >
  const handOffs = handOffsOf(rotation, zone)
  const parts = layer.duty === undefined ? undefined : parseDuration(layer.duty)
  const millis = parts && parts.days * DAY_MILLIS + parts.millis
  return {
    zone,
    handOffs,
    time: dutyTimeOf({ restrictions }, zone, {}),
    endOf: (turn, next) =>
      millis === undefined ? next : Math.min(next, handOffs.after(turn, millis)),
  }
}

/** One turn after the other, each asked for its duty. */
function countSlowly({ handOffs, time: dutyTime, endOf }: Turns, turn: number): number {
  let count = 0
  for (let nth = Math.min(0, turn); nth < Math.max(0, turn); nth++) {
    const from = handOffs.at(nth)
    const to = endOf(nth, handOffs.at(nth + 1))
    if (from >= to || dutyTime.within(from, to).edges.length > 0) count++
  }
  return turn < 0 ? -count : count
}

it('as many turns have duty as somebody counts who asks for every one, whatever is asked first', () => {
  const asked = fc.array(fc.integer({ min: -400, max: 400 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(layers, asked, (layer, turns) => {
      const its = turnsOf(layer)
      const count = turnsWith(its)
      expect(turns.map(count)).toEqual(turns.map((turn) => countSlowly(its, turn)))
    }),
  )
})
