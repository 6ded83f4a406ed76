import type { Instant } from '@holdfast/kernel'
import type { RequestState } from '../../src/index.ts'
import { wakeups } from '../../src/promises/wakeups.ts'
import { context } from './desks.ts'
import { give, newWorld, type Turn, type World } from './world.ts'

/** How often somebody looks between the commands of a story. */
export type Waking = (world: World, upTo: Instant) => void

const LAST = 90 * 86_400_000

/** The same commands at the same instants, with other wakes in between, and one long after. */
export function retold(turns: readonly Turn[], waking: Waking): World {
  const world = newWorld()
  for (const { command, now } of turns) {
    waking(world, now)
    world.now = now
    give(world, command, undefined, false)
  }
  const end = world.now + LAST
  waking(world, end)
  world.now = end
  wake(world, 'end')
  return world
}

/** Nobody looks. */
export const never: Waking = () => {}

/** At every wake-up, as it is due. */
export const always: Waking = (world, upTo) => {
  for (let nth = 0; nth < 1000; nth++) {
    const next = wakeupsOf(world).find(({ at }) => at <= upTo)
    if (next === undefined) return
    world.now = Math.max(next.at, world.now)
    const before = world.requests.get('7')?.state
    wake(world, `on-time-${world.turns.length}`)
    if (world.requests.get('7')?.state === before) throw new Error(`${next.key} is still to come`)
  }
  throw new Error('there is no end of wake-ups')
}

/** By chance: early, late and twice. */
export function byChance(dice: readonly number[]): Waking {
  return (world, upTo) => {
    const from = world.now
    const many = (dice[world.turns.length % dice.length] ?? 0) % 4
    for (let nth = 0; nth < many; nth++) {
      const die = dice[(world.turns.length + nth) % dice.length] ?? 0
      // They come out of order too, as of clocks that are not quite the same.
      world.now = from + Math.floor(((upTo - from) * (die % 64)) / 64)
      wake(world, `by-chance-${world.turns.length}`)
      if (die % 3 === 0) wake(world, `by-chance-${world.turns.length - 1}`)
    }
  }
}

function wakeupsOf({ requests, now }: World) {
  const state = requests.get('7')?.state ?? null
  const lifecycle = state === null ? undefined : context.lifecycles[state.kind]
  return state === null || lifecycle === undefined ? [] : wakeups(state, lifecycle, now)
}

function wake(world: World, id: string): void {
  give(world, { id, request: '7', by: 'system:timer', type: 'wake' }, undefined, false)
}

/** What a story has come to, whoever gave the commands by which time was caught up. */
export function gist(world: World) {
  const { state, events } = world.requests.get('7') as {
    state: RequestState
    events: readonly { id: string; seq: number; type: string }[]
  }
  // Which command let the clock speak is the one thing that may differ.
  const toldBy = new Set(events.flatMap(({ id, type }) => (type === 'told' ? [id] : [])))
  const places = new Map(events.map(({ id, seq }) => [id, `#${seq}`]))
  const place = (id: string) => places.get(id) ?? id
  return {
    state: {
      ...state,
      marks: state.marks.map((mark) => ({ ...mark, id: place(mark.id) })),
      quiet: state.quiet.filter((id) => !toldBy.has(id)).map(place),
      flags: state.flags.map((flag) => ({ ...flag, event: place(flag.event) })),
    },
    told: world.notices.map(({ key }) => key.split('|').map(place).join('|')).sort(),
    refused: world.turns
      .filter(({ command }) => typeof command !== 'object' || command?.type !== 'wake')
      .map(({ decision }) => (decision.ok ? null : decision.refusal.code)),
  }
}
