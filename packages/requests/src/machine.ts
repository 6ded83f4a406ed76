import type { Instant } from '@holdfast/kernel'
import type { Facts } from '@holdfast/rules'
import { assign, setup } from 'xstate'
import type { Lifecycle, Transition } from './lifecycle/lifecycle.ts'
import type { StateDefinition } from './lifecycle/lifecycle-document.ts'

/** What happens to a request, as the machine of its lifecycle takes it. */
export interface LifecycleEvent {
  /** `machineKey` of an event of the transition table: `resolve`, `move:staging`, `wait:vendor`. */
  readonly type: string
  /** What guards are asked with. Without it nothing is known. */
  readonly facts?: Facts
  readonly at?: Instant
}

/** What the machine of a lifecycle remembers beside its state. */
export interface LifecycleMemory {
  /** The state before the wait; `null` while nothing is waited for. */
  readonly previous: string | null
}

/** Which row of the document asks, and for what; plain data, so that diagrams can show it. */
interface Asked {
  readonly transition: number
  readonly guards: readonly string[]
  readonly ifPrevious: string | null
}

const HAS_MEANING = /[%.#*]/g

/**
 * The key of a state or an event in the machine: its name, in which what machines read as paths and wildcards (`.`,
 * `#`, `*`) is written as in URLs. Most names stay as they are.
 */
export function machineKey(name: string): string {
  return name.replace(HAS_MEANING, (letter) => {
    return `%${letter.charCodeAt(0).toString(16).toUpperCase()}`
  })
}

/**
 * The xstate machine of a lifecycle, for actors, diagrams and the generation of paths: the same states, ways and guards
 * as its transition table. The category of a state is its tag; `meta` holds its id and what people call it. Who may is
 * not asked: a machine does not know who sends an event.
 */
export function lifecycleMachine(lifecycle: Lifecycle) {
  const rows = [...lifecycle.table.values()].flatMap((out) => [...out.values()].flat())
  const guardsAt = new Map(rows.map(({ index, guards }) => [index, guards]))
  const machine = setup({
    types: {
      context: {} as LifecycleMemory,
      events: {} as LifecycleEvent,
      tags: {} as StateDefinition['category'],
      meta: {} as { state: string; label: string; customerLabel: string },
    },
    guards: {
      holds: ({ context, event }, { transition, ifPrevious }: Asked) => {
        if (ifPrevious !== null && ifPrevious !== context.previous) return false
        const guards = guardsAt.get(transition) ?? []
        return guards.every((guard) => guard.test(event.facts ?? {}, event.at ?? 0))
      },
    },
    actions: {
      remember: assign((_, { previous }: LifecycleMemory) => ({ previous })),
    },
  })
  const states = Object.entries(lifecycle.states).map(([state, definition]) => {
    const { category, label = state, customerLabel = label } = definition
    const out = [...(lifecycle.table.get(state) ?? [])]
    const on = out.map(([event, ways]) => [
      machineKey(event),
      ways.map((row) => transitionOf(row, lifecycle)),
    ])
    return [
      machineKey(state),
      {
        tags: category,
        meta: { state, label, customerLabel },
        on: Object.fromEntries(on) as Record<string, ReturnType<typeof transitionOf>[]>,
        ...(category === 'closed' && out.length === 0 && { type: 'final' as const }),
      },
    ] as const
  })
  return machine.createMachine({
    id: machineKey(lifecycle.id),
    context: { previous: null },
    initial: machineKey(lifecycle.document.initial),
    states: Object.fromEntries(states),
  })
}

export type LifecycleMachine = ReturnType<typeof lifecycleMachine>

function transitionOf({ index, from, to, guards, ifPrevious }: Transition, lifecycle: Lifecycle) {
  const waits = (state: string) => lifecycle.states[state]?.category === 'waiting'
  // From one wait to another the way back stays.
  const previous = waits(to) ? from : null
  const isForgetting = waits(from) !== waits(to)
  const params: Asked = { transition: index, guards: guards.map(({ id }) => id), ifPrevious }
  const isAsking = guards.length > 0 || ifPrevious !== null
  return {
    target: machineKey(to),
    ...(isAsking && { guard: { type: 'holds' as const, params } }),
    ...(isForgetting && { actions: { type: 'remember' as const, params: { previous } } }),
  }
}
