import { reason, refusal, toMillis } from '@holdfast/kernel'
import { refusedToCustomer } from './not-allowed.ts'
import { type Handler, happens } from './scene.ts'

/**
 * What is closed stays closed; who comes back to it gets a request of its own that knows where it comes from. The
 * command that submits it comes from `react`, and the one that writes in it what they wrote.
 */
export const followUp: Handler<'followUp'> = ({ state, context }, { as, title, text }) => {
  if (state.category !== 'closed') {
    return refusal('still-open', {
      params: { state: state.state },
      nextSteps: [reason('requests.next.message', {})],
    })
  }
  if (state.followUps.includes(as)) return happens()
  if (as === state.request || Object.hasOwn(context.requests ?? {}, as)) {
    const nextSteps = [reason('requests.next.nameAnew', { taken: as })]
    return refusal('request-exists', { params: { request: as }, nextSteps })
  }
  return happens({
    type: 'followedUp',
    as,
    ...(title !== undefined && { title }),
    ...(text !== undefined && { text }),
  })
}

/** Time that somebody worked on it; also after it is closed. */
export const attachTime: Handler<'attachTime'> = (scene, command) => {
  const { type, duration, activity, billable } = command
  const refused = refusedToCustomer(scene, type)
  if (refused !== undefined) return refused
  const millis = workOf(duration)
  if (millis === undefined || millis <= 0) {
    return refusal('time-unfit', { params: { duration: String(duration) } })
  }
  return happens({
    type: 'timeAttached',
    millis,
    ...(activity !== undefined && { activity }),
    ...(billable !== undefined && { billable }),
  })
}

/** Days have no fixed length and are no working time. */
function workOf(duration: Parameters<typeof toMillis>[0]): number | undefined {
  try {
    return toMillis(duration)
  } catch {
    return undefined
  }
}
