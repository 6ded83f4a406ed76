import { QUIET_INK } from '@holdfast/example-report/colors'
import { DAY_MILLIS } from '@holdfast/kernel'
import type { Carpet } from './chart.ts'
import { FAINT } from './colors.ts'
import {
  type Box,
  isOver,
  LEFT,
  labelIn,
  RIGHT,
  rowName,
  type Scene,
  WIDTH,
  type Word,
} from './scene.ts'
import { markLines, scaleOf } from './time-scale.ts'

const HEIGHT = 216
const HEAD = 22
const HOUR = 3_600_000
/** Every so many hours the time of day is written. */
const STEP = 6

/** The days from left to right, each from midnight down to midnight. */
export function carpetScene({ title, name, span, bands, marks }: Carpet): Scene {
  const x = scaleOf(span)
  const named = markLines(marks, x, 0)
  const top = named.top + (named.top === 0 ? HEAD : 0)
  const y = (time: number) => top + (HEIGHT * time) / DAY_MILLIS
  const ground: Box = { left: LEFT, right: RIGHT, top, bottom: y(DAY_MILLIS), color: FAINT }
  const boxes = bands.map(({ days, time, color, about }): Box => {
    const [left, right] = [days.from, days.to].map((day) => x(span.from + day * DAY_MILLIS))
    return {
      left: left as number,
      right: right as number,
      top: y(time.from),
      bottom: y(time.to) - 0.5,
      color,
      about,
    }
  })
  const times = Array.from({ length: 24 / STEP + 1 }, (_, nth): Word => {
    const text = `${String(STEP * nth).padStart(2, '0')}:00`
    return { x: LEFT - 8, y: y(STEP * nth * HOUR), text, anchor: 'end', color: QUIET_INK }
  })
  return {
    title,
    width: WIDTH,
    height: y(DAY_MILLIS) + 10,
    boxes: [ground, ...boxes],
    lines: markLines(marks, x, y(DAY_MILLIS)).lines,
    words: [
      rowName(name, 9, true),
      ...named.words,
      ...times,
      ...boxes.flatMap((box, nth) => {
        const later = boxes.slice(nth + 1)
        const words = labelIn(box, bands[nth]?.labels ?? [])
        return words.filter((word) => !later.some((other) => isOver(other, word)))
      }),
    ],
  }
}
