import type { Lifecycle, Transition } from './lifecycle.ts'
import { blockerOf } from './ways.ts'

/**
 * The lifecycle as a `stateDiagram-v2` of Mermaid. States are called as the desk calls them; ways between the same two
 * states share an arrow, on which each trigger stands with its guards in brackets. Waits name what is waited for, and a
 * way back to the state before the wait is an arrow to each state that this can be, marked with `previous`.
 */
export function toMermaid(lifecycle: Pick<Lifecycle, 'states' | 'table' | 'document'>): string {
  const { states, table, document } = lifecycle
  const ids = new Map(Object.keys(states).map((state, nth) => [state, `s${nth}`]))
  const idOf = (state: string) => ids.get(state) ?? ''
  const lines = ['stateDiagram-v2']
  for (const [state, { label = state }] of Object.entries(states)) {
    const id = idOf(state)
    lines.push(`  ${id} : ${escaped(label) || escaped(state) || id}`)
  }
  lines.push(`  [*] --> ${idOf(document.initial)}`)
  for (const [state, out] of table) {
    const arrows = grouped([...out.values()].flat(), ({ to }) => to)
    for (const [to, rows] of arrows) {
      lines.push(`  ${idOf(state)} --> ${idOf(to)} : ${escaped(labelOf(rows))}`)
    }
    if (states[state]?.category === 'closed') lines.push(`  ${idOf(state)} --> [*]`)
  }
  return `${lines.join('\n')}\n`
}

/** What leads along an arrow: `resolve`, `wait (vendor, team)`, `move [approved]`. */
function labelOf(rows: readonly Transition[]): string {
  const byTransition = grouped(rows, ({ index }) => index)
  const labels = [...byTransition.values()].map((same) => {
    const [{ on, guards, ifPrevious }] = same as readonly [Transition]
    const blockers = same.flatMap((row) => blockerOf(row) ?? [])
    return [
      on,
      ...(blockers.length > 0 ? [`(${blockers.join(', ')})`] : []),
      ...(ifPrevious === null ? [] : ['(previous)']),
      ...(guards.length > 0 ? [`[${guards.map(({ id }) => id).join(', ')}]`] : []),
    ].join(' ')
  })
  return [...new Set(labels)].join(', ')
}

function grouped<K>(
  rows: readonly Transition[],
  keyOf: (row: Transition) => K,
): ReadonlyMap<K, readonly Transition[]> {
  const groups = new Map<K, Transition[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return groups
}

/** Letters that end a line, begin a comment, a tag, an entity or a list of classes in Mermaid, as its entities. */
const SPECIAL = /[^\p{L}\p{N} .,()[\]'/_+-]/gu

function escaped(text: string): string {
  return text
    .trim()
    .replace(/\s+/gu, ' ')
    .replace(SPECIAL, (letter) => `#${letter.codePointAt(0)};`)
}
