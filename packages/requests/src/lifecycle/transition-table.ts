import { WAIT_REASONS } from '@holdfast/kernel'
import { compileGuards } from './guards.ts'
import type { Transition, TransitionTable } from './lifecycle.ts'
import type { ReadLifecycle, Trigger } from './lifecycle-document.ts'
import { waysOf } from './ways.ts'

/** Every reason that requests under a lifecycle can wait for: those of the kernel, then its own. Wrong ones are none. */
export function waitReasonsOf({
  waitReasons = [],
}: {
  waitReasons?: readonly (string | undefined)[] | undefined
}): string[] {
  return [...new Set([...WAIT_REASONS, ...waitReasons.filter((one) => one !== undefined)])]
}

/** Commands may be given by the desk and by machines where nothing else is said. */
const COMMANDED = ['desk', 'system'] as const

/** What comes by itself comes from anybody. */
const BY_ITSELF = ['desk', 'customer', 'system'] as const

const OF_ITSELF: ReadonlySet<Trigger> = new Set<Trigger>([
  'customerMessage',
  'accepted',
  'approved',
  'rejected',
  'tasksDone',
])

/** Who may take a transition that does not say so. */
export function whoOf({ on, who }: { on: Trigger; who?: readonly string[] | undefined }) {
  return who ?? (OF_ITSELF.has(on) ? BY_ITSELF : COMMANDED)
}

/** The transition table of a document in which nothing is wrong. */
export function tableOf(document: ReadLifecycle): TransitionTable {
  const { states, transitions } = document
  const guards = transitions.map((_, index) => compileGuards(document, index))
  const table = new Map<string, Map<string, Transition[]>>()
  for (const state of Object.keys(states)) table.set(state, new Map())
  for (const way of waysOf({ states, transitions, waitReasons: waitReasonsOf(document) })) {
    const definition = transitions[way.index] as Transition['definition']
    const row = Object.freeze<Transition>({
      ...way,
      guards: guards[way.index] ?? [],
      who: whoOf(definition),
      definition,
    })
    const out = table.get(way.from)
    const rows = out?.get(way.event)
    if (rows === undefined) out?.set(way.event, [row])
    else rows.push(row)
  }
  return table
}
