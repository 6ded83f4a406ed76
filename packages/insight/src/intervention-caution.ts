import { type InstantLike, toInstant } from '@holdfast/kernel'
import type { InterventionSide } from './intervention-side.ts'

/**
 * Why a difference may not be what it seems.
 *
 * `few-cases`: fewer ended cases (`found`) than `expected`.
 * `still-open`: of the cases of this side a greater share is still open (`found`) than of the other (`expected`); the longest
 * lives are missing from it. Cases opened later had less time to end.
 * `window-incomplete`: the log begins or ends (`found`) inside the window, which begins or ends at `expected`.
 */
export interface Caution {
  readonly code: 'few-cases' | 'still-open' | 'window-incomplete'
  readonly side: 'before' | 'after'
  readonly found: number
  readonly expected: number
}

export interface CautionLimits {
  readonly fewCases: number
  readonly openShareGap: number
}

/** From when to when the log was kept, as far as that is known. */
export interface LogSpan {
  readonly from?: InstantLike | undefined
  readonly to?: InstantLike | undefined
}

/** In order of their codes as `Caution` tells them, `before` first. Throws what `toInstant` throws. */
export function cautionsOf(
  before: InterventionSide,
  after: InterventionSide,
  { fewCases, openShareGap }: CautionLimits,
  log: LogSpan,
): readonly Caution[] {
  const cautions: Caution[] = []
  const add = (code: Caution['code'], side: Caution['side'], found: number, expected: number) => {
    cautions.push({ code, side, found, expected })
  }
  if (before.ended < fewCases) add('few-cases', 'before', before.ended, fewCases)
  if (after.ended < fewCases) add('few-cases', 'after', after.ended, fewCases)
  const [open, openAfter] = [before.openShare, after.openShare]
  if (open !== null && openAfter !== null && Math.abs(open - openAfter) > openShareGap) {
    if (open > openAfter) add('still-open', 'before', open, openAfter)
    else add('still-open', 'after', openAfter, open)
  }
  const from = log.from === undefined ? before.from : toInstant(log.from)
  const to = log.to === undefined ? after.to : toInstant(log.to)
  if (from > before.from) add('window-incomplete', 'before', from, before.from)
  if (to < after.to) add('window-incomplete', 'after', to, after.to)
  return cautions
}
