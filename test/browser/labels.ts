/** Where something stands on the screen, in pixels. */
export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** A line of text in a chart. */
export interface Label extends Box {
  readonly text: string
  /** Its letters, in units of the chart, and how many pixels such a unit has. */
  readonly size: number
  readonly scale: number
}

const SMALLEST = 11
/** Boxes of letters have some air above and below, so that this much over each other is not seen. */
const AIR = 3

/** What keeps labels from being read: too small, cut off by the edge of their chart, or one over another. */
export function faultsOf(labels: readonly Label[], chart: Box): readonly string[] {
  return labels.flatMap((label, nth) => {
    const over = labels.slice(nth + 1).filter((other) => areOver(label, other))
    return [
      ...(label.size * label.scale < SMALLEST ? [`${label.text} is too small`] : []),
      ...(isCut(label, chart) ? [`${label.text} is cut off`] : []),
      ...over.map((other) => `${label.text} is over ${other.text}`),
    ]
  })
}

function isCut(label: Box, chart: Box): boolean {
  const out = Math.max(
    chart.left - label.left,
    label.right - chart.right,
    chart.top - label.top,
    label.bottom - chart.bottom,
  )
  return out > 1
}

function areOver(a: Box, b: Box): boolean {
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return wide > 0 && high > AIR
}
