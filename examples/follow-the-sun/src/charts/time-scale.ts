import { INK, QUIET_INK, RULE } from '@holdfast/example-report/colors'
import type { Interval } from '@holdfast/kernel'
import type { Axis, Mark } from './chart.ts'
import { LEFT, type Line, RIGHT, rowName, WIDTH, type Word, widthOf } from './scene.ts'

const LINE = 18
const GAP = 6

/** Where an instant of a span stands, in pixels. */
export function scaleOf({ from, to }: Interval): (at: number) => number {
  return (at) => LEFT + ((RIGHT - LEFT) * (at - from)) / (to - from)
}

/**
 * The ticks of clocks, a line each, written from where they are on; where two would touch or one would be cut off, it is
 * left out.
 */
export function axesWords(
  axes: readonly Axis[],
  x: (at: number) => number,
  top: number,
): { readonly words: readonly Word[]; readonly bottom: number } {
  const words = axes.flatMap(({ name, ticks }, nth) => {
    const y = top + LINE * nth + LINE / 2
    const shown: Word[] = []
    let free: number = LEFT
    for (const { at, label: text, isMoved: isBold = false } of ticks) {
      const left = x(at)
      const right = left + widthOf(text, isBold)
      if (left < free || right > WIDTH) continue
      shown.push({ x: left, y, text, anchor: 'start', color: isBold ? INK : QUIET_INK, isBold })
      free = right + GAP
    }
    return [rowName(name, y), ...shown]
  })
  return { words, bottom: top + LINE * axes.length }
}

export function gridLines(
  axis: Axis | undefined,
  x: (at: number) => number,
  top: number,
  bottom: number,
): readonly Line[] {
  return (axis?.ticks ?? []).map(({ at }) => ({
    x1: x(at),
    x2: x(at),
    y1: top,
    y2: bottom,
    color: RULE,
  }))
}

/** Dashed lines at instants, named above; a name that would touch the one before stands a line lower. */
export function markLines(
  marks: readonly Mark[],
  x: (at: number) => number,
  bottom: number,
): { readonly lines: readonly Line[]; readonly words: readonly Word[]; readonly top: number } {
  const ends: number[] = []
  const placed = marks.map(({ at, label }) => {
    const left = Math.min(x(at) + 5, WIDTH - widthOf(label))
    const found = ends.findIndex((end) => end + GAP <= left)
    const lane = found === -1 ? ends.length : found
    ends[lane] = left + widthOf(label)
    return { at: x(at), left, lane, label }
  })
  return {
    top: LINE * ends.length + (ends.length > 0 ? 4 : 0),
    lines: placed.map(({ at, lane }) => ({
      x1: at,
      x2: at,
      y1: LINE * lane + 2,
      y2: bottom,
      color: INK,
      isDashed: true,
    })),
    words: placed.map(({ left, lane, label }) => ({
      x: left,
      y: LINE * lane + LINE / 2,
      text: label,
      anchor: 'start',
      color: INK,
    })),
  }
}
