import type { Facts } from '@holdfast/rules'
import { getNextSnapshot } from 'xstate'
import { getShortestPaths } from 'xstate/graph'
import type { Lifecycle, Transition } from '../src/index.ts'
import {
  type LifecycleEvent,
  type LifecycleMachine,
  lifecycleMachine,
  machineKey,
} from '../src/machine.ts'

interface Place {
  readonly state: string
  readonly previous: string | null
}

/** What the flat table says of an event: the first row whose guards hold. */
function rowFor({ table }: Lifecycle, place: Place, event: string, facts: Facts) {
  return (table.get(place.state)?.get(event) ?? []).find(
    ({ ifPrevious, guards }) =>
      (ifPrevious === null || ifPrevious === place.previous) &&
      guards.every((guard) => guard.test(facts, 0)),
  )
}

/** Where a row leads, and what is remembered there. */
function after({ states }: Lifecycle, { state, previous }: Place, { to }: Transition): Place {
  if (states[to]?.category !== 'waiting') return { state: to, previous: null }
  return { state: to, previous: states[state]?.category === 'waiting' ? previous : state }
}

/** Every event that leads out of some state. */
function eventsOf({ table }: Lifecycle): readonly string[] {
  return [...new Set([...table.values()].flatMap((out) => [...out.keys()]))]
}

/** Every event with every outcome of guards. */
function questionsOf(lifecycle: Lifecycle, worlds: readonly Facts[]) {
  return eventsOf(lifecycle).flatMap((event) =>
    worlds.map((facts): { event: string; told: LifecycleEvent } => {
      return { event, told: { type: machineKey(event), facts, at: 0 } }
    }),
  )
}

/** The shortest path to every place where the machine can be. */
export function pathsOf(lifecycle: Lifecycle, worlds: readonly Facts[]) {
  const events = questionsOf(lifecycle, worlds).map(({ told }) => told)
  return getShortestPaths(lifecycleMachine(lifecycle), { events })
}

/**
 * Goes everywhere that paths lead, and asks in every place for every event with every outcome of guards. Gives the rows
 * that were taken, and where the machine and the table differ.
 */
export function compare(lifecycle: Lifecycle, worlds: readonly Facts[]) {
  const machine = lifecycleMachine(lifecycle)
  const told = questionsOf(lifecycle, worlds)
  const paths = pathsOf(lifecycle, worlds)
  const taken = new Set<Transition>()
  const differences: string[] = []
  for (const { state: snapshot } of paths) {
    const place = { state: stateOf(snapshot), previous: snapshot.context.previous }
    const category = lifecycle.states[place.state]?.category
    if (category === undefined || !snapshot.hasTag(category)) differences.push(place.state)
    for (const { event, told: asked } of told) {
      const row = rowFor(lifecycle, place, event, asked.facts ?? {})
      if (row !== undefined) taken.add(row)
      const expected = row === undefined ? place : after(lifecycle, place, row)
      const next = getNextSnapshot(machine, snapshot, asked)
      const found = { state: stateOf(next), previous: next.context.previous }
      const isSame =
        JSON.stringify(found) === JSON.stringify(expected) &&
        snapshot.can(asked) === (row !== undefined)
      if (!isSame) differences.push(`${event} in ${JSON.stringify(place)}`)
    }
  }
  return { taken, differences }
}

type Snapshot = ReturnType<LifecycleMachine['getInitialSnapshot']>

export function stateOf(snapshot: Snapshot): string {
  return Object.values(snapshot.getMeta())[0]?.state ?? ''
}

export function rowsOf({ table }: Lifecycle): readonly Transition[] {
  return [...table.values()].flatMap((out) => [...out.values()].flat())
}
