import { didYouMean, formatInstant, reason, refusal, toInstant } from '@holdfast/kernel'
import { type Draft, type Handler, happens } from './scene.ts'
import { neededStep } from './step.ts'

/**
 * The request waits for somebody or something. What it waited for before is cleared; only leaving the wait, or another
 * wait, does that.
 */
export const wait: Handler<'wait'> = (scene, command) => {
  const { for: blocker, detail, tell } = command
  const { waitReasons } = scene.lifecycle
  if (!waitReasons.includes(blocker)) return unknownBlocker(blocker, waitReasons)
  const until = command.until === undefined ? undefined : toInstant(command.until)
  if (until === undefined && blocker === 'date') {
    const nextSteps = [reason('requests.next.sayUntil', {})]
    return refusal('until-missing', { params: { blocker }, nextSteps })
  }
  if (until !== undefined && until <= scene.at) {
    return refusal('until-past', { params: { until, at: scene.at } })
  }
  const taken = neededStep(scene, 'wait', { detail: blocker, said: { blocker } })
  if (taken.way === 'refused') return taken.refused
  const waited: Draft = {
    type: 'waited',
    ...taken.entered,
    blocker,
    ...(until !== undefined && { until: formatInstant(until) }),
    ...(detail !== undefined && { detail }),
  }
  if (tell === undefined) return happens(waited)
  // Told before, it would still be owed where the customer has to be told of the state.
  return happens(waited, { type: 'messaged', audience: 'public', text: tell })
}

/** What was waited for has come, or is waited for no more. */
export const resume: Handler<'resume'> = (scene, command) => {
  const { reason: why } = command
  const taken = neededStep(scene, 'resume', { said: { reason: why } })
  if (taken.way === 'refused') return taken.refused
  return happens({ type: 'resumed', ...taken.entered, ...(why !== undefined && { reason: why }) })
}

function unknownBlocker(blocker: string, known: readonly string[]) {
  const near = didYouMean(blocker, known)
  return refusal('blocker-unknown', {
    params: { blocker, known, didYouMean: near ?? null },
    nextSteps: (near === undefined ? known : [near]).map((one) =>
      reason('requests.next.waitFor', { blocker: one }),
    ),
  })
}
