import {
  type Duration,
  type Instant,
  type InstantLike,
  type Interval,
  MAX_INSTANT,
  MIN_INSTANT,
  quote,
  rangeError,
  toInstant,
  toMillis,
} from '@holdfast/kernel'
import type { ElementAsked } from './intervention-side.ts'
import type { LifeElement } from './stretch.ts'

/** Something that was done to make the lives of cases shorter, or that may have changed them. */
export interface Intervention {
  readonly id: string
  readonly title?: string | undefined
  /** The id of the lever of a plan that it pulls, if it does. */
  readonly lever?: string | undefined
  /** From when on it holds. */
  readonly at: InstantLike
  /** How long before and after it cases are looked at, a fixed length: 90 times 24 hours (`PT2160H`) when left out. */
  readonly window?: Duration | undefined
  /** The element that it is about, if it is about one. */
  readonly element?: LifeElement | undefined
  /** For a wait, whom it is for; every wait when left out. */
  readonly party?: string | undefined
}

/** An intervention ready to be counted. */
export interface ReadIntervention {
  readonly id: string
  readonly title: string | null
  readonly lever: string | null
  readonly at: Instant
  /** Milliseconds. */
  readonly window: number
  readonly asked: ElementAsked | null
}

/** The window of interventions that name none: a quarter, in hours because days differ in length. */
export const DEFAULT_WINDOW = 'PT2160H'

/**
 * Throws `RangeError` `intervention-repeated`, `window-invalid` (not longer than nothing) and `party-unfit` (of what is no
 * wait), and what `toInstant` and `toMillis` throw.
 */
export function readInterventions(
  interventions: readonly Intervention[],
): readonly ReadIntervention[] {
  const ids = new Set<string>()
  return interventions.map((given) => {
    const { id, title = null, lever = null, at, window = DEFAULT_WINDOW, element, party } = given
    if (ids.has(id)) throw rangeError('intervention-repeated', `${quote(id)} is given twice`)
    ids.add(id)
    const millis = toMillis(window)
    if (millis <= 0) throw rangeError('window-invalid', `${quote(window)} is no window around it`)
    if (party !== undefined && element !== 'wait') {
      throw rangeError('party-unfit', `only a wait is for somebody, such as ${quote(party)}`)
    }
    const asked = element === undefined ? null : { element, party }
    return { id, title, lever, at: toInstant(at), window: millis, asked }
  })
}

/** The intervals in which the cases of both sides are opened, as far as there are instants. */
export function sidesOf({ at, window }: ReadIntervention): {
  readonly before: Interval
  readonly after: Interval
} {
  return {
    before: { from: Math.max(MIN_INSTANT, at - window), to: at },
    after: { from: at, to: Math.min(MAX_INSTANT, at + window) },
  }
}
