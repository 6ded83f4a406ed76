import { type Reason, type Refusal, reason } from '@holdfast/kernel'

/**
 * A refusal as a reason, to be told to people with `renderReason`: why, then what exactly, who may, and what to do
 * instead. Its code is `requests.refusal.` and the code of the refusal.
 */
export function explainRefusal({ code, params, reasons, whoMay, nextSteps }: Refusal): Reason {
  const others = whoMay === undefined || whoMay.length === 0 ? [] : [mayBeDoneBy(whoMay)]
  return reason(`requests.refusal.${code}`, params, {
    children: [...reasons, ...others, ...nextSteps],
  })
}

function mayBeDoneBy(parties: NonNullable<Refusal['whoMay']>): Reason {
  return reason('requests.whoMay', { parties })
}
