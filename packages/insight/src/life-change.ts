import { quote, rangeError } from '@holdfast/kernel'
import type { ElementTime } from './element-time.ts'
import type { LifeElement } from './stretch.ts'

/** A change of the lives of cases: an element takes less time, or is repeated less often. */
export interface LifeChange {
  readonly element: LifeElement
  /** For a wait, whom it is for; every wait when left out. */
  readonly party?: string | undefined
  /** By which share of its time each iteration is shorter, 0 to 1. */
  readonly shorterBy?: number | undefined
  /** Which share of the repeats there is no more, 0 to 1. */
  readonly fewerRepeats?: number | undefined
  /** Fewer of the repeats with this driver only; of all when left out. */
  readonly driver?: string | undefined
}

/** Whether a change is about an element. */
export function isAbout(
  { element, party }: Pick<LifeChange, 'element' | 'party'>,
  part: Pick<ElementTime, 'element' | 'party'>,
): boolean {
  return element === part.element && (party === undefined || party === part.party)
}

/** The repeats of an element that have a driver; all when none is named. */
export function repeatsOf(part: ElementTime, driver: string | undefined): number {
  if (driver === undefined) return part.repeats
  return Object.hasOwn(part.drivers, driver) ? (part.drivers[driver] as number) : 0
}

/** Whether there is anything in an element that a change could change. */
export function touches(change: LifeChange, part: ElementTime): boolean {
  const { shorterBy, fewerRepeats, driver } = change
  if (!isAbout(change, part)) return false
  return shorterBy !== undefined || (fewerRepeats !== undefined && repeatsOf(part, driver) > 0)
}

/** Throws `RangeError` `share-invalid` for a share that is not between 0 and 1. */
export function assertShares({ shorterBy = 0, fewerRepeats = 0 }: LifeChange): void {
  for (const share of [shorterBy, fewerRepeats]) {
    if (Number.isFinite(share) && share >= 0 && share <= 1) continue
    throw rangeError('share-invalid', `${quote(share)} is not a share between 0 and 1`)
  }
}
