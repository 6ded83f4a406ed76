import type { Instant } from '@holdfast/kernel'
import { isOpen } from '@holdfast/obligations'
import { METRICS, type SlaPolicy, type SlaState } from '@holdfast/sla'
import type { OpenTimeAxis } from './open-time-axis.ts'
import { box, caption } from './svg.ts'

/** What is drawn, and how much room it takes. */
interface Drawn {
  readonly svg: readonly string[]
  readonly height: number
}

/** A deadline as it was known from an instant on. */
export interface Deadline {
  readonly since: Instant
  readonly dueAt: Instant
  readonly text: string
}

export const COLORS = {
  text: '#222222',
  faint: '#6f6f6f',
  open: '#eef3f8',
  counted: '#5b8c5a',
  waits: '#e6bd5c',
  late: '#c0392b',
  moved: '#4a5f93',
} as const

const [BAR, LANE, MOVE] = [14, 42, 24]

/** The cycles of one promise on a line: what counted, what waited, what is late, and by when it was due. */
export function lane(
  states: readonly SlaState[],
  axis: OpenTimeAxis,
  y: number,
  { now, policy, standing }: { now: Instant; policy: SlaPolicy; standing: string },
): Drawn {
  const [first] = states
  if (first === undefined) return { svg: [], height: 0 }
  const title = policy.document.metrics?.[first.metric]?.title ?? usualTitle(first.metric)
  const bar = (from: Instant, to: Instant, color: string) =>
    box(axis.x(from), y, axis.x(to) - axis.x(from), BAR, `fill="${color}"`)
  const counted = (from: Instant, to: Instant, color: string) =>
    axis.open.flatMap((open) => {
      const [start, end] = [Math.max(from, open.from), Math.min(to, open.to)]
      return start < end ? [bar(start, end, color)] : []
    })
  const bars = states.flatMap(({ segments, pauses, latestToMeet, breachedAt }) => {
    const last = breachedAt === null ? now : (latestToMeet ?? now)
    return [
      ...pauses.map(({ from, to }) => bar(from, to ?? now, COLORS.waits)),
      ...segments.flatMap(({ from, to }) => [
        ...counted(from, Math.min(to ?? now, last), COLORS.counted),
        ...counted(Math.max(from, last), to ?? now, COLORS.late),
      ]),
    ]
  })
  const ends = states.flatMap(({ fulfilledAt }) =>
    fulfilledAt === null
      ? []
      : [box(axis.x(fulfilledAt) - 1.5, y - 3, 3, BAR + 6, `fill="${COLORS.text}"`)],
  )
  // What is done is told by its bar; a deadline that is over would stand in the way of the next.
  const flags = states.flatMap((state) =>
    state.dueAt === null || !isOpen(state)
      ? []
      : [flag(axis.x(state.dueAt), y - 6, BAR + 8, COLORS.text)],
  )
  const labels = [
    caption(32, y + 6, title, 'start', COLORS.text),
    caption(32, y + 21, standing, 'start', first.breachedAt === null ? COLORS.faint : COLORS.late),
  ]
  return { svg: [...bars, ...ends, ...flags, ...labels], height: LANE }
}

/** Each deadline that a promise had: a line from when it was known to when it was due. */
export function deadlineLines(
  deadlines: readonly Deadline[],
  axis: OpenTimeAxis,
  y: number,
): Drawn {
  const svg = deadlines.flatMap(({ since, dueAt, text }, nth) => {
    const middle = y + nth * MOVE + 4
    const [from, to] = [axis.x(since), axis.x(dueAt)]
    // A short line has no room above it.
    const isShort = to - from < text.length * 7 + 16
    return [
      `<line x1="${from}" x2="${to}" y1="${middle}" y2="${middle}" stroke="${COLORS.moved}" stroke-width="1.5"/>`,
      `<circle cx="${from}" cy="${middle}" r="3.5" fill="${COLORS.moved}"/>`,
      flag(to, middle - 9, 18, COLORS.moved),
      isShort
        ? caption(from - 10, middle + 4, text, 'end', COLORS.moved)
        : caption(from + 10, middle - 5, text, 'start', COLORS.moved),
    ]
  })
  return { svg, height: deadlines.length * MOVE + 12 }
}

function flag(x: number, y: number, height: number, color: string): string {
  return `<path d="M${x} ${y}v${height}M${x} ${y}l10 4l-10 4z" stroke="${color}" stroke-width="1.5" fill="${color}"/>`
}

function usualTitle(metric: string): string {
  return metric in METRICS ? METRICS[metric as keyof typeof METRICS].title : metric
}
