import { INK } from '@holdfast/example-report/colors'
import type { StackedBar, StackedBars } from './chart.ts'
import {
  type Box,
  LEFT,
  type Line,
  labelIn,
  rowName,
  type Scene,
  WIDTH,
  type Word,
  widthOf,
} from './scene.ts'

const [HEAD, ROW, BAR, SPACE] = [24, 28, 20, 8] as const

/** Bars of parts; a line over each says what its share would be. */
export function stackedBarsScene({ title, groups }: StackedBars): Scene {
  const all = groups.flatMap(({ bars }) => bars)
  const most = Math.max(...all.map(lengthOf), 1)
  const beside = Math.max(...all.map(({ label }) => widthOf(label)), 0) + 16
  const x = (amount: number) => LEFT + ((WIDTH - LEFT - beside) * amount) / most
  let top = 0
  const parts = groups.map(({ name, bars }) => {
    const begin = top + HEAD
    top = begin + bars.length * ROW + SPACE
    const rows = bars.map((bar, nth) => barPart(bar, x, begin + nth * ROW))
    const head = rowName(name, begin - HEAD / 2, true)
    return {
      boxes: rows.flatMap((row) => row.boxes),
      lines: rows.flatMap((row) => row.lines),
      words: [head, ...rows.flatMap((row) => row.words)],
    }
  })
  return {
    title,
    width: WIDTH,
    height: top,
    boxes: parts.flatMap(({ boxes }) => boxes),
    lines: parts.flatMap(({ lines }) => lines),
    words: parts.flatMap(({ words }) => words),
  }
}

function totalOf({ parts }: StackedBar): number {
  return parts.reduce((sum, { amount }) => sum + amount, 0)
}

function lengthOf(bar: StackedBar): number {
  return Math.max(totalOf(bar), bar.share)
}

function barPart(bar: StackedBar, x: (amount: number) => number, top: number) {
  let from = 0
  const middle = top + BAR / 2
  const boxes = bar.parts.map(({ amount, color, about }): Box => {
    const box = { left: x(from), right: x(from + amount), top, bottom: top + BAR, color, about }
    from += amount
    return box
  })
  const share: Line = {
    x1: x(bar.share),
    x2: x(bar.share),
    y1: top - 3,
    y2: top + BAR + 3,
    color: INK,
    width: 2,
  }
  const label: Word = {
    x: x(lengthOf(bar)) + 8,
    y: middle,
    text: bar.label,
    anchor: 'start',
    color: INK,
  }
  const labels = boxes.flatMap((box, nth) =>
    labelIn(besideLine(box, share.x1), [bar.parts[nth]?.label ?? '']),
  )
  return { boxes, lines: [share], words: [rowName(bar.name, middle), ...labels, label] }
}

/** The wider part of a box that a line runs through: a label under the line could not be read. */
function besideLine(box: Box, x: number): Box {
  if (x <= box.left || x >= box.right) return box
  return x - box.left > box.right - x ? { ...box, right: x - 2 } : { ...box, left: x + 2 }
}
