import { handOversOf, type Incident, isPingPong } from './incident.ts'
import { type Outcome, overBy, type Verdict } from './verdict.ts'
import { PRIORITIES, type Priority } from './vocabulary.ts'

/** How a number of incidents fared. */
export interface Tally {
  readonly incidents: number
  readonly outcomes: Readonly<Record<Outcome, number>>
  /** Of those met or missed, the share met, 0 to 1; `undefined` when there are none. */
  readonly shareMet: number | undefined
  /** Median milliseconds of open time to resolution, of the resolved. */
  readonly medianUsed: number | undefined
  /** Median milliseconds that passed to resolution, of the resolved. */
  readonly medianElapsed: number | undefined
}

export function tally(verdicts: readonly Verdict[]): Tally {
  const outcomes = { met: 0, missed: 0, open: 0, unknown: 0, unpromised: 0 }
  const used: number[] = []
  for (const { incident, outcome, used: millis } of verdicts) {
    outcomes[outcome]++
    if (incident.resolved !== undefined && millis !== undefined) used.push(millis)
  }
  const decided = outcomes.met + outcomes.missed
  return {
    incidents: verdicts.length,
    outcomes,
    shareMet: decided === 0 ? undefined : outcomes.met / decided,
    medianUsed: median(used),
    medianElapsed: median(verdicts.flatMap(({ incident }) => elapsedOf(incident) ?? [])),
  }
}

/** The tally of every priority, the most urgent first. */
export function byPriority(verdicts: readonly Verdict[]): [Priority, Tally][] {
  return PRIORITIES.map((priority) => [
    priority,
    tally(verdicts.filter(({ promised }) => promised?.priority === priority)),
  ])
}

export const MANY_HAND_OVERS = 4

/** The tallies of incidents handed over 0, 1, 2, 3, and 4 times or more. */
export function byHandOvers(verdicts: readonly Verdict[]): Tally[] {
  return Array.from({ length: MANY_HAND_OVERS + 1 }, (_, count) =>
    tally(
      verdicts.filter(({ incident }) => Math.min(handOversOf(incident), MANY_HAND_OVERS) === count),
    ),
  )
}

/** The tallies of incidents that came back to a group that had them before, and of the others. */
export function byPingPong(verdicts: readonly Verdict[]): { back: Tally; straight: Tally } {
  const [back, straight] = [true, false].map((wanted) =>
    tally(verdicts.filter(({ incident }) => isPingPong(incident) === wanted)),
  ) as [Tally, Tally]
  return { back, straight }
}

/** The missed ones furthest over. **Ties**: the one opened first, then by number. */
export function worst(verdicts: readonly Verdict[], count: number): Verdict[] {
  return verdicts
    .filter(({ outcome }) => outcome === 'missed')
    .sort(
      (a, b) =>
        overBy(b) - overBy(a) ||
        a.incident.opened - b.incident.opened ||
        (a.incident.number < b.incident.number ? -1 : 1),
    )
    .slice(0, count)
}

/** Milliseconds from opening to resolution, nights and weekends included. */
export function elapsedOf({ opened, resolved }: Incident): number | undefined {
  return resolved === undefined ? undefined : resolved - opened
}

/** The middle one, or halfway between the two in the middle. */
export function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return low === undefined || high === undefined ? undefined : (low + high) / 2
}
