import {
  addDuration,
  DAY_MILLIS,
  type Instant,
  type InstantLike,
  interval,
  MAX_INSTANT,
} from '@holdfast/kernel'
import { type Leg, legOf } from './chain-legs.ts'
import { type LinkAt, linksOf, targetName, type UnsupportedTarget } from './chain-links.ts'
import { chainReason } from './chain-reason.ts'
import type { ChainLink, ChainReport, ChainRun, ChainStep } from './chain-report.ts'
import type { Promised } from './model.ts'
import type { SlaPolicy } from './policy.ts'

/** Which starts are looked at. */
export interface CheckChainOptions {
  readonly from: InstantLike
  /** Excluded; a year after `from` (by dates of the policy's zone) when left out. */
  readonly to?: InstantLike | undefined
}

/**
 * Whether agreements between teams and with suppliers fit inside those they support, from every start: when each step is
 * kept at the last instant that keeps it, and the next begins then, the target is kept too. The steps are those of the
 * target's `chain`; where it has none, the targets of the same metric in agreements that directly support it, side by
 * side. Nothing pauses. Which requests agreements apply to, and from when on, is not looked at.
 *
 * Every start is covered by trying few: an end is a piecewise linear function of the start, which stands still or moves
 * with it, and so is the time left. It is least where such a piece begins or ends. Those are the edges of calendars,
 * dates and cut-offs, the starts from which a step ends on one, and the instants beside them.
 *
 * Throws `RangeError` `interval-empty` unless `from` is before `to`, and what `toInstant` throws.
 */
export function checkChain(
  policy: SlaPolicy,
  { from: since, to: until }: CheckChainOptions,
): ChainReport {
  const zone = policy.document.timeZone ?? 'UTC'
  const { from, to } = interval(since, until ?? addDuration(since, 'P1Y', zone))
  const links: ChainLink[] = []
  const unsupported: UnsupportedTarget[] = []
  for (const model of policy.models) {
    const [first, end] = [Math.max(from, model.from), Math.min(to, model.to)]
    if (first >= end) continue
    const found = linksOf(model)
    const { version } = model.document
    links.push(...found.links.map((link) => checkLink(link, version, first, end)))
    unsupported.push(...found.unsupported)
  }
  const answer = { fits: links.every(({ fits }) => fits), from, to, links, unsupported }
  return { ...answer, reason: chainReason(answer) }
}

interface Parts {
  readonly upper: Leg
  readonly steps: readonly (readonly (readonly [Promised, Leg])[])[]
}

function checkLink(
  { upper, priority, steps, missing }: LinkAt,
  version: string | number,
  from: Instant,
  to: Instant,
): ChainLink {
  const { agreement, metric } = upper
  const names = steps.map((step) => step.map(targetName))
  const link = { version, agreement, metric, priority, steps: names, missing }
  if (missing.length > 0) return { ...link, fits: false, slack: null, tightest: null }
  const parts: Parts = {
    upper: legOf(upper),
    steps: steps.map((step) => step.map((promised) => [promised, legOf(promised)] as const)),
  }
  let tightest: ChainRun | null = null
  let least = Number.POSITIVE_INFINITY
  for (const start of startsOf(parts, from, to)) {
    const run = runOf(parts, start)
    if (run === null) continue
    const slack = slackOf(run)
    if (slack < least || tightest === null) [tightest, least] = [run, slack]
  }
  return { ...link, fits: least >= 0, slack: Number.isFinite(least) ? least : null, tightest }
}

/** How the chain runs; `null` where the target itself never ends, so that nothing can be late. */
function runOf({ upper, steps }: Parts, start: Instant): ChainRun | null {
  const latestToMeet = upper.endOf(start)
  if (latestToMeet === null) return null
  const run: ChainStep[] = []
  let at: Instant | null = start
  for (const step of steps) {
    const from: Instant | null = at
    if (from === null) break
    const ended: ChainStep[] = step.map(([promised, leg]) => {
      return { target: targetName(promised), from, to: leg.endOf(from) }
    })
    run.push(...ended)
    at = lastEnd(ended, from)
  }
  return { start, latestToMeet, steps: run }
}

/** Where steps side by side are all done; `null` when one of them never is. */
function lastEnd(steps: readonly ChainStep[], start: Instant): Instant | null {
  let last = start
  for (const { to } of steps) {
    if (to === null) return null
    last = Math.max(last, to)
  }
  return last
}

/** Of steps that follow each other the ends never get earlier, so the last of all is where the chain ends. */
function slackOf({ start, latestToMeet, steps }: ChainRun): number {
  const end = lastEnd(steps, start)
  return end === null ? Number.NEGATIVE_INFINITY : latestToMeet - end
}

/** The starts among which is the one with the least time left, in order. */
function startsOf({ upper, steps }: Parts, from: Instant, to: Instant): readonly Instant[] {
  // Some days more: where clocks go back or days do not count, an earlier start may end later, by less than a day.
  const days = (steps.length + 1) * DAY_MILLIS
  const until = Math.min(horizonOf({ upper, steps }, to) + days, MAX_INSTANT)
  let corners: readonly Instant[] = []
  // From the last step back: the starts of a step that end where the next one turns a corner.
  for (const step of [...steps].reverse()) {
    const behind = corners
    corners = step.flatMap(([, leg]) => {
      const own = leg.within(from, until)
      return [...own.corners, ...behind.flatMap(own.startsFor)]
    })
  }
  const tried = new Set<Instant>([from, to - 1])
  for (const corner of [...corners, ...upper.within(from, until).corners]) {
    for (const start of [corner - 1, corner, corner + 1]) {
      if (start >= from && start < to) tried.add(start)
    }
  }
  return [...tried].sort((a, b) => a - b)
}

/** The last instant that a chain can touch from starts before an instant. */
function horizonOf(parts: Parts, to: Instant): Instant {
  const run = runOf(parts, to)
  if (run === null) return MAX_INSTANT
  return Math.max(run.latestToMeet, lastEnd(run.steps, to) ?? MAX_INSTANT)
}
