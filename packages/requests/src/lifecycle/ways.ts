import type { Category, Trigger } from './lifecycle-document.ts'

/** The target of a transition that leads back to the state before the wait. */
export const PREVIOUS = 'previous'

/**
 * What of a lifecycle says where one can go; less than a whole document, so that it can be asked of half-right ones.
 */
interface Graph {
  readonly states: Readonly<Record<string, { readonly category: Category }>>
  readonly waitReasons: readonly string[]
  readonly transitions: readonly GraphTransition[]
}

interface GraphTransition {
  readonly on: Trigger
  readonly from: string | readonly string[]
  readonly to: string
  readonly blockers?: readonly string[] | undefined
}

/** One way from one state to another, `previous` spelled out. */
export interface Way {
  readonly from: string
  /** What leads out: `resolve`, `move:staging`, `wait:vendor`. */
  readonly event: string
  readonly on: Trigger
  /** Where it leads. */
  readonly to: string
  /** Only where the state before the wait was this one: `previous` spelled out, a row for each state. */
  readonly ifPrevious: string | null
  /** Its place in the document's `transitions`. */
  readonly index: number
}

/** The name of what leads out of a state: of a move with the state moved to, of a wait with what is waited for. */
export function eventKey(on: Trigger, detail: string | undefined): string {
  return detail !== undefined && (on === 'move' || on === 'wait') ? `${on}:${detail}` : on
}

/** What is waited for along a way; `null` where it is no wait. */
export function blockerOf({ on, event }: Pick<Way, 'on' | 'event'>): string | null {
  return on === 'wait' ? event.slice('wait:'.length) : null
}

/** Whether a way is open after a state: those back to what was before the wait lead there only. */
export function isOpenAfter(
  { ifPrevious }: Pick<Way, 'ifPrevious'>,
  previous: string | null,
): boolean {
  return ifPrevious === null || ifPrevious === previous
}

/** Every way of a lifecycle, in the order of its transitions; ways back in the order of states. */
export function waysOf(graph: Graph): readonly Way[] {
  const before = statesBefore(graph)
  const all = Object.keys(graph.states)
  return graph.transitions.flatMap((transition, index) => {
    const { on, to } = transition
    const events =
      on === 'wait'
        ? (transition.blockers ?? graph.waitReasons).map((blocker) => eventKey(on, blocker))
        : [eventKey(on, to)]
    return statesFrom(transition).flatMap((from) => {
      const targets =
        to === PREVIOUS
          ? all
              .filter((state) => before.get(from)?.has(state))
              .map((state) => ({ to: state, ifPrevious: state }))
          : [{ to, ifPrevious: null }]
      return events.flatMap((event) =>
        targets.map((target) => ({ from, event, on, ...target, index })),
      )
    })
  })
}

/** The states that a transition leads out of, each once. */
function statesFrom({ from }: Pick<GraphTransition, 'from'>): readonly string[] {
  return typeof from === 'string' ? [from] : [...new Set(from)]
}

/**
 * The states that each waiting state can lead back to. A wait that takes the place of another leads back to where that
 * one began, so they are passed on until nothing is added.
 */
function statesBefore(graph: Graph): ReadonlyMap<string, ReadonlySet<string>> {
  const before = new Map<string, Set<string>>()
  const waits = graph.transitions.filter(({ on }) => on === 'wait')
  let isGrowing = true
  while (isGrowing) {
    isGrowing = false
    for (const wait of waits) {
      const known = before.get(wait.to) ?? new Set()
      const size = known.size
      for (const from of statesFrom(wait)) {
        if (graph.states[from]?.category !== 'waiting') known.add(from)
        else for (const state of before.get(from) ?? []) known.add(state)
      }
      before.set(wait.to, known)
      isGrowing ||= known.size > size
    }
  }
  return before
}
