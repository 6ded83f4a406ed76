import { INK } from '@holdfast/example-report/colors'
import { plotted } from '@holdfast/example-report/plotted'
import * as Plot from '@observablehq/plot'
import type { Box, Line, Scene, Word } from './scene.ts'

const ANCHORS = ['start', 'middle', 'end'] as const

/** A scene as SVG, with a title for those who cannot see it. */
export function svgOf({ title, width, height, boxes, lines, words }: Scene): string {
  return plotted(title, {
    width,
    height,
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    marks: [
      ...lineMarks(lines.filter(({ color }) => color !== INK)),
      Plot.rect(boxes, {
        x1: 'left',
        x2: 'right',
        y1: 'top',
        y2: 'bottom',
        fill: ({ color }: Box) => color,
        title: 'about',
      }),
      ...lineMarks(lines.filter(({ color }) => color === INK)),
      ...ANCHORS.flatMap((anchor) =>
        [true, false].map((isBold) =>
          Plot.text(
            words.filter((word) => word.anchor === anchor && (word.isBold ?? false) === isBold),
            {
              x: 'x',
              y: 'y',
              text: 'text',
              textAnchor: anchor,
              fill: ({ color }: Word) => color,
              stroke: ({ halo }: Word) => halo ?? 'none',
              strokeWidth: 4,
              ...(isBold && { fontWeight: 600 }),
            },
          ),
        ),
      ),
    ],
  })
}

/** Quiet lines lie under what is drawn, those in ink over it. */
function lineMarks(lines: readonly Line[]) {
  return [true, false].map((isDashed) =>
    Plot.link(
      lines.filter((line) => (line.isDashed ?? false) === isDashed),
      {
        x1: 'x1',
        x2: 'x2',
        y1: 'y1',
        y2: 'y2',
        stroke: ({ color }: Line) => color,
        strokeWidth: ({ width }: Line) => width ?? 1,
        ...(isDashed && { strokeDasharray: '4 3' }),
      },
    ),
  )
}
