import { DAY_MILLIS } from '@holdfast/kernel'
import type { Strip } from './chart.ts'
import { type Box, labelIn, rowName, type Scene, WIDTH } from './scene.ts'
import { axesWords, scaleOf } from './time-scale.ts'

const [ROW, GAP] = [22, 3] as const

/** A cell for each day; days alike beside each other say together what each has. */
export function stripScene({ title, span, rows, axis }: Strip): Scene {
  const x = scaleOf(span)
  const drawn = rows.map(({ name, cells }, row) => {
    const [top, bottom] = [row * (ROW + GAP), row * (ROW + GAP) + ROW]
    const boxes = cells.map(({ color, about }, nth): Box => {
      const [left, right] = [span.from + nth * DAY_MILLIS, span.from + (nth + 1) * DAY_MILLIS]
      return { left: x(left), right: x(right) - 0.8, top, bottom, color, about }
    })
    const labels = runsOf(cells).flatMap(({ first, last, label }) => {
      const [from, to] = [boxes[first] as Box, boxes[last] as Box]
      return labelIn({ ...from, right: to.right }, [label])
    })
    return { boxes, words: [rowName(name, (top + bottom) / 2), ...labels] }
  })
  const clock = axesWords([axis], x, rows.length * (ROW + GAP) + 2)
  return {
    title,
    width: WIDTH,
    height: clock.bottom + 2,
    boxes: drawn.flatMap(({ boxes }) => boxes),
    lines: [],
    words: [...drawn.flatMap(({ words }) => words), ...clock.words],
  }
}

function runsOf(cells: Strip['rows'][number]['cells']) {
  const runs: { readonly first: number; last: number; readonly label: string }[] = []
  for (const [nth, { label }] of cells.entries()) {
    const run = runs.at(-1)
    if (run?.label === label) run.last = nth
    else runs.push({ first: nth, last: nth, label })
  }
  return runs
}
