import { elapsedIn, type LifeElement, type Stretch } from './stretch.ts'

/** What one element of a life came to: how long, how often, and why again. */
export interface ElementTime {
  readonly element: LifeElement
  /** For a wait, whom it was for; `null` where that is not known, and for what is no wait. */
  readonly party: string | null
  /** Milliseconds. */
  readonly elapsed: number
  /** Milliseconds of business time; `null` without a calendar. */
  readonly business: number | null
  readonly iterations: number
  /** Iterations after the first of a case. */
  readonly repeats: number
  /** Why it was repeated, how often; they add up to the repeats. `unknown` where nothing says. */
  readonly drivers: Readonly<Record<string, number>>
}

/** The elements of a life, by element as R100 names them, then by party; their times add up to those of the stretches. */
export function elementTimes(stretches: readonly Stretch[]): readonly ElementTime[] {
  const times = new Map<string, Sum>()
  for (const stretch of stretches) {
    const { element, party, business, iteration, driver } = stretch
    // No element has a space in its name.
    const key = party === null ? element : `${element} ${party}`
    let sum = times.get(key)
    if (sum === undefined) {
      sum = newSum(element, party)
      times.set(key, sum)
    }
    sum.elapsed += elapsedIn(stretch)
    if (business !== null) sum.business = (sum.business ?? 0) + business
    if (iteration === sum.iterations) continue
    sum.iterations = iteration
    if (driver !== null) sum.drivers.set(driver, (sum.drivers.get(driver) ?? 0) + 1)
  }
  return [...times.values()].sort(compareElements).map(timeOf)
}

function timeOf({ element, party, elapsed, business, iterations, drivers }: Sum): ElementTime {
  return {
    element,
    party,
    elapsed,
    business,
    iterations,
    repeats: iterations - 1,
    drivers: drivers.size === 0 ? {} : inOrder(drivers),
  }
}

function inOrder(drivers: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  return Object.fromEntries([...drivers].sort(([a], [b]) => (a < b ? -1 : 1)))
}

interface Sum {
  readonly element: LifeElement
  readonly party: string | null
  elapsed: number
  business: number | null
  iterations: number
  readonly drivers: Map<string, number>
}

function newSum(element: LifeElement, party: string | null): Sum {
  return { element, party, elapsed: 0, business: null, iterations: 0, drivers: new Map() }
}

const ORDER: readonly LifeElement[] = [
  'documentation',
  'investigation',
  'fix',
  'verification',
  'wait',
  'resolved',
  'unknown',
]

/** The order of elements in an answer: as R100 names them, waits by party, the unknown party last. */
export function compareElements(
  a: Pick<ElementTime, 'element' | 'party'>,
  b: Pick<ElementTime, 'element' | 'party'>,
): number {
  if (a.element !== b.element) return ORDER.indexOf(a.element) - ORDER.indexOf(b.element)
  if (a.party === b.party) return 0
  if (a.party === null) return 1
  return b.party === null || a.party < b.party ? -1 : 1
}
