import { type FindingParts, quote } from '@holdfast/kernel'
import type { LifecycleReading, ReadLifecycle } from './lifecycle-document.ts'
import { waitReasonsOf, whoOf } from './transition-table.ts'
import { type Way, waysOf } from './ways.ts'

type Ground = Pick<ReadLifecycle, 'initial' | 'states' | 'transitions'> &
  Pick<ReadLifecycle, 'waitReasons' | 'silentCustomer' | 'closeAfter'>

/** Where a fault would make it look as if a way were missing. */
const GROUNDS = ['', '/initial', '/states', '/transitions', '/waitReasons']

/**
 * What is wrong with the ways as a whole. Only asked where the states and transitions themselves are right: a name that
 * is misspelled would cut off half of the lifecycle, and every finding about that would be an echo.
 */
export function wayFindings(
  { sound }: LifecycleReading,
  pointers: readonly string[],
): FindingParts[] {
  const isFaulty = pointers.some((pointer) =>
    GROUNDS.some((ground) => pointer === ground || (ground !== '' && isWithin(pointer, ground))),
  )
  if (isFaulty || sound.initial === undefined || sound.transitions === undefined) return []
  const ground = sound as Ground
  const ways = waysOf({ ...ground, waitReasons: waitReasonsOf(ground) })
  return [
    ...reachFindings(ground, ways),
    ...stuckFindings(ground, ways),
    ...neverFindings(ground, ways),
    ...stepFindings(ground, ways),
  ]
}

function isWithin(pointer: string, ground: string): boolean {
  return pointer.startsWith(`${ground}/`) && !/\/(guards|who)(\/|$)/.test(pointer)
}

function reachFindings({ states, initial }: Ground, ways: readonly Way[]): FindingParts[] {
  const reached = spread([initial], ways, ({ from, to }) => [from, to])
  return Object.keys(states).flatMap((state): FindingParts[] => {
    if (reached.has(state)) return []
    const message = `nothing leads from ${quote(initial)} to ${quote(state)}`
    const path = ['states', state]
    return [{ code: 'state-unreachable', severity: 'warning', message, path, part: 'key' }]
  })
}

/** States in which a request would stay for ever, and waits that nothing ends. */
function stuckFindings({ states }: Ground, ways: readonly Way[]): FindingParts[] {
  const ends = Object.keys(states).filter((state) => states[state]?.category === 'closed')
  const ending = spread(ends, ways, ({ from, to }) => [to, from])
  return Object.entries(states).flatMap(([state, { category }]): FindingParts[] => {
    const at = { path: ['states', state], part: 'key' as const }
    if (!ending.has(state)) {
      const hasWay = ways.some(({ from, to }) => from === state && to !== state)
      const message = hasWay
        ? `no way from ${quote(state)} ends in a closed state`
        : `nothing leads out of ${quote(state)}`
      return [{ code: 'state-stuck', message, ...at }]
    }
    const isEntered = ways.some(({ to, on }) => on === 'wait' && to === state)
    const isEnded = ways.some(({ from, on }) => on === 'resume' && from === state)
    if (category !== 'waiting' || !isEntered || isEnded) return []
    const message = `what waits in ${quote(state)} cannot be resumed`
    return [{ code: 'resume-missing', message, ...at }]
  })
}

/** Everything that can be come to from some states, along steps as they are read. */
function spread(
  from: readonly string[],
  ways: readonly Way[],
  read: (way: Way) => readonly [string, string],
): ReadonlySet<string> {
  const reached = new Set(from)
  let size = -1
  while (reached.size > size) {
    size = reached.size
    for (const way of ways) {
      const [start, end] = read(way)
      if (reached.has(start)) reached.add(end)
    }
  }
  return reached
}

/** Transitions that an earlier one takes the place of wherever they could be taken. */
function neverFindings({ transitions }: Ground, ways: readonly Way[]): FindingParts[] {
  return transitions.flatMap((transition, index): FindingParts[] => {
    const own = ways.filter((way) => way.index === index)
    const who = whoOf(transition)
    const covering = own.map((way) =>
      ways.find((other) => {
        const earlier = transitions[other.index]
        return (
          other.index < index &&
          other.from === way.from &&
          other.event === way.event &&
          (other.ifPrevious === null || other.ifPrevious === way.ifPrevious) &&
          (earlier?.guards ?? []).length === 0 &&
          earlier !== undefined &&
          who.every((one) => whoOf(earlier).includes(one))
        )
      }),
    )
    if (own.length === 0 || covering.includes(undefined)) return []
    const first = covering[0]?.index ?? 0
    const message = `transition ${first} is always taken instead, and asks for nothing`
    const path = ['transitions', index]
    return [{ code: 'transition-never', severity: 'warning', message, path }]
  })
}

/** What time is to bring about has to be possible. */
function stepFindings(ground: Ground, ways: readonly Way[]): FindingParts[] {
  const { silentCustomer, closeAfter, states, transitions } = ground
  const leadsOut = (state: string, on: 'resolve' | 'close') =>
    ways.some(
      (way) =>
        way.from === state &&
        way.on === on &&
        whoOf(transitions[way.index] as Ground['transitions'][number]).includes('system'),
    )
  const waits = [
    ...new Set(ways.flatMap(({ event, to }) => (event === 'wait:customer' ? [to] : []))),
  ]
  const found = (silentCustomer?.steps ?? []).flatMap((step, nth): FindingParts[] => {
    const what = step?.do
    if (what === undefined || what === 'remind') return []
    const stuck = waits.find((state) => !leadsOut(state, what))
    return stuck === undefined
      ? []
      : [impossible(stuck, what, ['silentCustomer', 'steps', nth, 'do'])]
  })
  if (closeAfter === undefined) return found
  const resolved = Object.keys(states).filter((state) => states[state]?.category === 'resolved')
  const stuck = resolved.find((state) => !leadsOut(state, 'close'))
  return stuck === undefined ? found : [...found, impossible(stuck, 'close', ['closeAfter'])]
}

function impossible(state: string, on: string, path: readonly PropertyKey[]): FindingParts {
  const message = `${on} does not lead out of ${quote(state)} for the system`
  const expected = `a transition on ${on} from it for \`system\``
  return { code: 'step-impossible', message, path, expected }
}
