import { INK, QUIET_INK, RULE } from '@holdfast/example-report/colors'
import { plotted } from '@holdfast/example-report/plotted'
import * as Plot from '@observablehq/plot'
import type { Lines } from './chart.ts'
import { widthOf } from './width.ts'

const [HEIGHT, TOP, BOTTOM] = [228, 12, 40] as const
/** Names closer than this would touch. */
const LINE_HEIGHT = 16
const HOUR = 3_600_000

/** A point with what would be written at it, if the line ended there. */
interface End {
  readonly at: Date
  readonly value: number
  readonly text: string
}

/** Measures from period to period; each line is named, with its last value, where it ends. */
export function linesSvg({ title, isCount, lines }: Lines): string {
  const placed = lines.map(({ name, color, points }) => {
    const measured = points.map(({ date, value, label }) => {
      const height = value === null ? Number.NaN : isCount ? value : value / HOUR
      return { at: new Date(date), value: height, text: `${name} ${label}` }
    })
    const last = measured.findLast(isDrawn)
    const end: readonly End[] = last === undefined ? [] : [last]
    return { color, measured, end }
  })
  const most = Math.max(
    1,
    ...placed.flatMap(({ measured }) => measured.filter(isDrawn).map(({ value }) => value)),
  )
  const ends = apart(
    placed.flatMap(({ end }) => end),
    (LINE_HEIGHT * most) / (HEIGHT - TOP - BOTTOM),
  )
  return plotted(title, {
    width: 428,
    height: HEIGHT,
    marginLeft: 48,
    marginRight: 16 + Math.max(0, ...ends.map(({ text }) => widthOf(text))),
    marginTop: TOP,
    marginBottom: BOTTOM,
    x: { type: 'utc', label: null, ticks: 3 },
    y: { domain: [0, most], label: null, ticks: 4, tickSize: 0 },
    marks: [
      Plot.gridY({ stroke: RULE, strokeOpacity: 1, ticks: 4 }),
      Plot.ruleY([0], { stroke: QUIET_INK }),
      ...placed.flatMap(({ color, measured }) => [
        Plot.lineY(measured, { x: 'at', y: 'value', stroke: color, strokeWidth: 2 }),
        Plot.dot(measured, { x: 'at', y: 'value', fill: color, r: 2.5 }),
      ]),
      Plot.text(ends, { x: 'at', y: 'value', text: 'text', dx: 8, textAnchor: 'start', fill: INK }),
    ],
  })
}

function isDrawn({ value }: End): boolean {
  return !Number.isNaN(value)
}

/** The names where the lines end, pushed apart where they would touch: the highest first, each below the one before. */
function apart(ends: readonly End[], least: number): readonly End[] {
  const down: End[] = []
  for (const end of ends.toSorted((a, b) => a.value - b.value)) {
    const below = down.at(-1)
    const value = below === undefined ? end.value : Math.max(end.value, below.value + least)
    down.push({ ...end, value })
  }
  return down
}
