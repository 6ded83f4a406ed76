import { type Refusal, reason, refusal } from '@holdfast/kernel'

/** Promises are kept by roles and teams; a report that ranks people is refused. */
export function rankingPeople(asked: string): { readonly ok: false; readonly refusal: Refusal } {
  return refusal('ranking-people', {
    params: { asked },
    reasons: [reason('sla.rankingPeople', { asked })],
    nextSteps: ['debtor', 'metric'].map((by) => reason('sla.askInstead', { by })),
  })
}
