import { QUIET_INK } from '@holdfast/example-report/colors'
import type { Bar, Timeline, TimelineGroup } from './chart.ts'
import { ALARM } from './colors.ts'
import {
  type Box,
  fits,
  LEFT,
  labelIn,
  rowName,
  type Scene,
  WIDTH,
  type Word,
  widthOf,
} from './scene.ts'
import { axesWords, gridLines, markLines, scaleOf } from './time-scale.ts'

const [HEAD, ROW, OPEN, SPACE] = [22, 26, 20, 10] as const
/** Between bars of a row, so that neighbors of one color are told apart. */
const SEAM = 1

type Place = (at: number) => number

/** Rows of bars, what is open below them, clocks at the bottom. */
export function timelineScene({ title, span, groups, axes, marks }: Timeline): Scene {
  const x = scaleOf(span)
  // How high the marks are does not depend on where they end.
  const { top } = markLines(marks, x, 0)
  let bottom = top
  const parts = groups.map((group) => {
    const part = groupPart(group, x, bottom)
    bottom = part.bottom + SPACE
    return part
  })
  const clocks = axesWords(axes, x, bottom)
  const named = markLines(marks, x, bottom)
  return {
    title,
    width: WIDTH,
    height: clocks.bottom + 2,
    boxes: parts.flatMap(({ boxes }) => boxes),
    lines: [...gridLines(axes[0], x, top, bottom), ...named.lines],
    words: [...named.words, ...parts.flatMap(({ words }) => words), ...clocks.words],
  }
}

interface Part {
  readonly boxes: readonly Box[]
  readonly words: readonly Word[]
  readonly bottom: number
}

function groupPart(group: TimelineGroup, x: Place, top: number): Part {
  const { name, rows, open, isOpenThrough } = group
  const first = top + HEAD
  const last = first + ROW * rows.length
  const drawn = rows.map(({ name: row, bars }, nth) => {
    const boxes = bars.map((bar) => boxOf(bar, x, first + ROW * nth, ROW - 2))
    const labels = boxes.flatMap((box, at) => labelIn(box, [(bars[at] as Bar).label]))
    return { boxes, words: [rowName(row, first + ROW * nth + ROW / 2 - 1), ...labels] }
  })
  const begin = isOpenThrough ? first : last
  const holes = open.map((bar) => boxOf(bar, x, begin, last + OPEN - 4 - begin))
  return {
    boxes: [...drawn.flatMap(({ boxes }) => boxes), ...holes],
    words: [
      rowName(name, top + HEAD / 2, true),
      ...drawn.flatMap(({ words }) => words),
      rowName('Nobody', last + OPEN / 2 - 2),
      ...openWords(open, x, last + OPEN / 2 - 2, isOpenThrough),
    ],
    bottom: last + OPEN,
  }
}

function boxOf({ from, to, color, about }: Bar, x: Place, top: number, height: number): Box {
  const [left, right] = [x(from), x(to)]
  return { left, right: Math.max(right - SEAM, left + 1), top, bottom: top + height, color, about }
}

/** In what is open, or right of it in its color. */
function openWords(open: readonly Bar[], x: Place, y: number, isBeside: boolean): readonly Word[] {
  if (open.length === 0) {
    return [{ x: LEFT, y, text: 'never', anchor: 'start', color: QUIET_INK }]
  }
  return open.flatMap(({ label, from, to }, nth): Word[] => {
    const [left, right] = [x(from), x(to)]
    if (!isBeside && fits(label, right - left)) {
      return [{ x: (left + right) / 2, y, text: label, anchor: 'middle', color: '#ffffff' }]
    }
    const next = open[nth + 1]
    const end = right + 4 + widthOf(label, true)
    const isFree = end < (next === undefined ? WIDTH : x(next.from))
    if (!isFree) return []
    return [
      {
        x: right + 4,
        y,
        text: label,
        anchor: 'start',
        color: ALARM,
        isBold: true,
        halo: '#ffffff',
      },
    ]
  })
}
