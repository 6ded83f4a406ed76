import {
  difference,
  type Explained,
  type Instant,
  type InstantLike,
  intersection,
  intervalSet,
  intervalsOf,
  measure,
  union,
} from '@holdfast/kernel'
import { hoursOf, phasesOf, type Region } from './clock-phases.ts'
import type { Coverage, DoubleCover } from './coverage-report.ts'
import { coverageStory } from './coverage-story.ts'
import type { Schedule } from './schedule.ts'
import { timeOf } from './span.ts'

export interface CoverageQuestion {
  readonly from: InstantLike
  readonly to: InstantLike
  /** Only schedules of this role; all when left out. */
  readonly role?: string | undefined
  /** Where the people of a schedule live, by its id: whose clock shows their hand-offs. Its own zone when left out. */
  readonly zones?: Readonly<Record<string, string>> | undefined
}

/**
 * Proves that somebody of these schedules is on duty at every instant of a span, or lists every hole. Shadows do not
 * count. For sites that follow the sun it says for each stretch between clock changes what is left open or covered
 * twice, and when each region takes over and hands over on its own clock. Covered and holes add up to the span.
 * Source: R24, R25. Throws `RangeError` `span-reversed`, `zone-unknown`, and what `toInstant` throws.
 */
export function coverage(
  schedules: readonly Schedule[],
  { from: begin, to: end, role, zones = {} }: CoverageQuestion,
): Coverage {
  const { from, to } = timeOf({ from: begin, to: end })
  const asked = schedules.filter((schedule) => role === undefined || schedule.role === role)
  const regions = asked.map((schedule): Region => {
    const duty = intervalSet(schedule.shifts(from, to).filter(({ isShadow }) => !isShadow))
    // An id may be called like what every object has.
    const given = Object.hasOwn(zones, schedule.id) ? zones[schedule.id] : undefined
    return { schedule, timeZone: given ?? schedule.timeZone, duty }
  })
  const all = intervalSet([{ from, to }])
  const covered = regions.map(({ duty }) => duty).reduce(union, intervalSet([]))
  const open = difference(all, covered)
  const doubled = doubledIn(regions)
  const doubledSet = intervalSet(doubled)
  return {
    from,
    to,
    role: role ?? null,
    schedules: asked.map(({ id }) => id),
    isCovered: open.edges.length === 0,
    covered: measure(covered),
    holes: intervalsOf(open),
    doubled,
    phases: phasesOf(regions, from, to).map(({ span, changed }) => ({
      ...span,
      changed,
      holes: measure(intersection(open, intervalSet([span]))),
      doubled: measure(intersection(doubledSet, intervalSet([span]))),
      regions: regions.map((region) => hoursOf(region, span, { from, to })),
    })),
  }
}

/** `coverage`, and why: the measure that proves it, or each hole; then what each clock change does. */
export function explainedCoverage(
  schedules: readonly Schedule[],
  question: CoverageQuestion,
): Explained<Coverage> {
  const value = coverage(schedules, question)
  return { value, reason: coverageStory(value) }
}

function doubledIn(regions: readonly Region[]): readonly DoubleCover[] {
  const edges = regions.flatMap(({ duty }, region) =>
    [...duty.edges].map((at, nth) => ({ at, region, isBegin: nth % 2 === 0 })),
  )
  edges.sort((a, b) => a.at - b.at)
  // Two versions of a schedule stand where the first of them does: which of them it is, changes nothing.
  const ids = regions.map(({ schedule }) => schedule.id)
  const places = ids.map((id) => ids.indexOf(id))
  const present = new Set<number>()
  const found: { from: Instant; to: Instant; schedules: readonly string[] }[] = []
  let lastTold = ''
  for (const [nth, { at, region, isBegin }] of edges.entries()) {
    if (isBegin) present.add(region)
    else present.delete(region)
    const to = edges[nth + 1]?.at
    if (to === undefined || to === at || present.size < 2) continue
    const its = [...present].map((one) => places[one] as number).sort((a, b) => a - b)
    const told = its.join()
    const last = found.at(-1)
    if (last?.to === at && lastTold === told) last.to = to
    else found.push({ from: at, to, schedules: its.map((place) => ids[place] as string) })
    lastTold = told
  }
  return found
}
