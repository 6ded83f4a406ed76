import { type Refusal, reason, refusal } from '@holdfast/kernel'

/**
 * Case life says how the work goes, not how people do; a report by person is refused. What a person can influence is an
 * element of it, and of those there are figures. Source: R104.
 */
export function rankingPeople(asked: string): { readonly ok: false; readonly refusal: Refusal } {
  return refusal('ranking-people', {
    params: { asked },
    reasons: [reason('insight.rankingPeople', { asked })],
    nextSteps: [
      reason('insight.askForElements', {}),
      ...['holder', 'priority', 'handOvers'].map((by) => reason('insight.askInstead', { by })),
    ],
  })
}
