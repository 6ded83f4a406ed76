import type { Calendar } from '@holdfast/calendar'
import type { Instant, Interval } from '@holdfast/kernel'

const HOUR_MILLIS = 3_600_000
const HOUR = 41

/** A time axis on which open time has its length and closed time is only hinted at. */
export interface OpenTimeAxis {
  readonly left: number
  readonly right: number
  readonly open: readonly Interval[]
  x(at: Instant): number
}

/** The axis of the open time of a span. Nights, weekends and lunch are narrow. */
export function openTimeAxis(
  calendar: Calendar,
  from: Instant,
  to: Instant,
  left: number,
): OpenTimeAxis {
  const open = calendar.intervals(from, to)
  const stretches: { span: Interval; x: number; width: number }[] = []
  let x = left
  for (const [nth, span] of open.entries()) {
    const width = ((span.to - span.from) / HOUR_MILLIS) * HOUR
    stretches.push({ span, x, width })
    x += width
    const next = open[nth + 1]
    if (next === undefined) break
    const closed = { from: span.to, to: next.from }
    const gap = gapWidth(closed)
    stretches.push({ span: closed, x, width: gap })
    x += gap
  }
  return {
    left,
    right: x,
    open,
    x(at) {
      const found = stretches.findLast(({ span }) => span.from <= at) ?? stretches[0]
      if (found === undefined) return left
      const { span, x: start, width } = found
      const share = (Math.max(at, span.from) - span.from) / (span.to - span.from)
      return Math.round((start + Math.min(share, 1) * width) * 10) / 10
    },
  }
}

function gapWidth({ from, to }: Interval): number {
  const hours = (to - from) / HOUR_MILLIS
  if (hours < 4) return 12
  return hours < 24 ? 28 : 46
}
