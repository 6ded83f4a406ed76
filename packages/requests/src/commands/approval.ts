import { didYouMean, reason, refusal } from '@holdfast/kernel'
import { isOneOf } from '../parties.ts'
import type { Approval } from '../state.ts'
import { notAllowed } from './not-allowed.ts'
import { type Draft, type Handler, happens, type Outcome, type Scene } from './scene.ts'
import { step } from './step.ts'
import { withStep } from './work.ts'

/** One of those who decide says yes. With the last yes it is approved. Source: R127. */
export const approve: Handler<'approve'> = (scene, { approval, note }) =>
  decided(scene, approval, 'approved', {
    type: 'approved',
    approval,
    ...(note !== undefined && { note }),
  })

/** One of those who decide says no, and why. A yes may follow when what was asked for has changed. */
export const reject: Handler<'reject'> = (scene, { approval, reason: why }) =>
  decided(scene, approval, 'rejected', { type: 'approvalRejected', approval, reason: why })

function decided(scene: Scene, id: string, status: 'approved' | 'rejected', draft: Draft): Outcome {
  const { state, by, context } = scene
  const approval = state.approvals.find((one) => one.id === id)
  if (approval === undefined) return unknownApproval(state.approvals, id)
  if (!isOneOf(by, approval.by, context.directory)) {
    const on = status === 'approved' ? 'approve' : 'reject'
    return notAllowed(by, on, [approval.by])
  }
  if (approval.status === status) {
    return refusal('approval-decided', {
      params: { approval: id, status, by: approval.decidedBy },
    })
  }
  const approvals = state.approvals.map(
    (one): Approval => (one.id === id ? { ...one, status } : one),
  )
  const isComplete = approvals.every((one) => one.status === 'approved')
  if (status === 'approved' && !isComplete) return happens(draft)
  const taken = step(scene, status, { isAutomatic: true, made: { approvals } })
  // What was decided stands, whether or not something goes on by it already.
  return taken.way === 'found' ? withStep(scene, draft, taken) : happens(draft)
}

function unknownApproval(approvals: readonly Approval[], id: string) {
  const known = approvals.map((one) => one.id)
  const near = didYouMean(id, known)
  return refusal('approval-unknown', {
    params: { approval: id, known, didYouMean: near ?? null },
    nextSteps: approvals
      .filter(({ status }) => status !== 'approved')
      .map((one) => reason('requests.next.approve', { approval: one.id })),
  })
}
