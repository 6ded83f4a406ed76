import type { Drawing } from './chart.ts'
import { columnsSvg } from './columns.ts'
import { leversSvg } from './levers.ts'
import { linesSvg } from './lines.ts'
import { stackedBarsSvg } from './stacked-bars.ts'

/** A drawing as SVG. */
export function drawn(drawing: Drawing): string {
  switch (drawing.kind) {
    case 'stackedBars':
      return stackedBarsSvg(drawing)
    case 'columns':
      return columnsSvg(drawing)
    case 'lines':
      return linesSvg(drawing)
    case 'levers':
      return leversSvg(drawing)
  }
}
