import { refusal } from '@holdfast/kernel'
import { refusedToCustomer } from '../commands/not-allowed.ts'
import { calledOff } from '../commands/resolution.ts'
import { type Handler, happens, type Scene } from '../commands/scene.ts'
import { enteredState } from '../commands/step.ts'
import { isOpenAfter } from '../lifecycle/ways.ts'

const MERGED = 'merged'

/**
 * A child ends because it is part of its parent again. The parent has its links already, so no guard and no missing way
 * of the lifecycle stands against it: it is cancelled, closed where nothing can be cancelled, and at the worst put where
 * the first transition leads that ends anything.
 */
export const mergeInto: Handler<'mergeInto'> = (scene, { type, parent }) => {
  const { state } = scene
  const refused = refusedToCustomer(scene, type)
  if (refused !== undefined) return refused
  if (state.parent !== parent) {
    return refusal('parent-other', { params: { asked: parent, found: state.parent } })
  }
  const entered = enteredState(scene, endOf(scene))
  return happens(...calledOff(scene, MERGED), {
    type: 'cancelled',
    ...entered,
    reason: MERGED,
    into: parent,
  })
}

function endOf({ state: { state, previous }, lifecycle }: Scene): string {
  const { states, table, document } = lifecycle
  const ways = table.get(state)
  const rows = [...(ways?.get('cancel') ?? []), ...(ways?.get('close') ?? [])]
  const row = rows.find((way) => isOpenAfter(way, previous))
  if (row !== undefined) return row.to
  // Every lifecycle ends somewhere; its states have no order.
  const end = document.transitions.find(({ to }) => states[to]?.category === 'closed')
  return end?.to ?? state
}
