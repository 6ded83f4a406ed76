import { INK, inkOn } from '@holdfast/example-report/colors'
import { plotted } from '@holdfast/example-report/plotted'
import * as Plot from '@observablehq/plot'
import type { BarPart, StackedBars } from './chart.ts'
import { widthOf } from './width.ts'

const [WIDTH, LEFT, BAR, GAP, KEY_LINE] = [880, 70, 46, 12, 22] as const
const SPAN = WIDTH - LEFT
/** What is left free at both sides of a label. */
const ROOM = 8

/** A part where it is drawn, in pixels. */
interface Placed extends BarPart {
  readonly from: number
  readonly to: number
  readonly top: number
}

/** Wholes in parts. A part says in itself what it is, where that fits; the others are named in a key below. */
export function stackedBarsSvg({ title, bars }: StackedBars): string {
  const placed = bars.flatMap(({ parts }, nth) => inRow(parts, nth * (BAR + GAP)))
  const named = placed.filter((part) => fits(part, part.name))
  const key = keyOf(placed, named, bars.length * (BAR + GAP) + 10)
  const lastLine = key.at(-1)?.top ?? bars.length * (BAR + GAP) - GAP
  const labels = placed.flatMap((part) => labelOf(part) ?? [])
  const names = bars.map(({ name }, nth) => ({ name, top: nth * (BAR + GAP) + BAR / 2 }))
  return plotted(title, {
    width: WIDTH,
    height: lastLine + 14,
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    marks: [
      Plot.rect(placed, {
        x1: 'from',
        x2: 'to',
        y1: 'top',
        y2: ({ top }: Placed) => top + BAR,
        fill: ({ color }: Placed) => color,
        stroke: 'white',
      }),
      Plot.text(labels, { x: 'x', y: 'y', text: 'text', fill: ({ ink }: Label) => ink }),
      Plot.text(names, { x: LEFT - 10, y: 'top', text: 'name', textAnchor: 'end', fill: INK }),
      Plot.rect(key, {
        x1: 'left',
        x2: ({ left }: KeyEntry) => left + 12,
        y1: ({ top }: KeyEntry) => top - 6,
        y2: ({ top }: KeyEntry) => top + 6,
        fill: ({ color }: KeyEntry) => color,
        stroke: INK,
        strokeWidth: 0.5,
      }),
      Plot.text(key, {
        x: ({ left }: KeyEntry) => left + 18,
        y: 'top',
        text: 'text',
        textAnchor: 'start',
        fill: INK,
      }),
    ],
  })
}

function inRow(parts: readonly BarPart[], top: number): readonly Placed[] {
  let from: number = LEFT
  return parts.map((part) => {
    const placed = { ...part, from, to: from + part.share * SPAN, top }
    from = placed.to
    return placed
  })
}

function fits({ from, to }: Placed, text: string): boolean {
  return to - from >= widthOf(text) + ROOM
}

interface Label {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly ink: string
}

function labelOf(part: Placed): Label | undefined {
  const { name, label, color, from, to, top } = part
  if (!fits(part, label)) return undefined
  const text = fits(part, name) ? `${name}\n${label}` : label
  return { x: (from + to) / 2, y: top + BAR / 2, text, ink: inkOn(color) }
}

interface KeyEntry {
  readonly text: string
  readonly color: string
  readonly left: number
  readonly top: number
}

/** What the colors mean that are not named in every bar, as many a line as fit. */
function keyOf(
  placed: readonly Placed[],
  named: readonly Placed[],
  top: number,
): readonly KeyEntry[] {
  let left: number = LEFT
  let line = top
  return [...new Set(placed.map(({ name }) => name))].flatMap((name) => {
    const parts = placed.filter((part) => part.name === name)
    if (parts.every((part) => named.includes(part))) return []
    const text = `${name} ${parts.map(({ label }) => label).join(' / ')}`
    const width = 18 + widthOf(text) + 16
    if (left + width > WIDTH && left > LEFT) {
      left = LEFT
      line += KEY_LINE
    }
    const entry = { text, color: (parts[0] as Placed).color, left, top: line }
    left += width
    return [entry]
  })
}
