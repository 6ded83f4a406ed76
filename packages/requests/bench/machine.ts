import type { Lifecycle, RequestState } from '@holdfast/requests'
import { lifecycleMachine, machineKey } from '@holdfast/requests/machine'
import { transition } from 'xstate'

/** The machine of a lifecycle as a pure function: the state of a request after an event. */
export function nextByMachine(
  lifecycle: Lifecycle,
): (from: Pick<RequestState, 'state' | 'previous'>, event: string) => string {
  const machine = lifecycleMachine(lifecycle)
  return ({ state, previous }, event) => {
    const value = machineKey(state)
    const before = machine.resolveState({ value, context: { previous } })
    return transition(machine, before, { type: machineKey(event) })[0].value
  }
}
