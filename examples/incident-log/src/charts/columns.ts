import { INK, QUIET_INK } from '@holdfast/example-report/colors'
import { plotted } from '@holdfast/example-report/plotted'
import * as Plot from '@observablehq/plot'
import type { Columns } from './chart.ts'
import { ACCENT } from './colors.ts'

/** A column for each group, with its value above it: no axis of values is needed. */
export function columnsSvg({ title, axis, columns }: Columns): string {
  return plotted(title, {
    width: 428,
    height: 200,
    marginLeft: 4,
    marginRight: 4,
    marginTop: 22,
    marginBottom: 40,
    x: {
      label: axis,
      labelAnchor: 'center',
      labelArrow: 'none',
      domain: columns.map(({ name }) => name),
      padding: 0.25,
      tickSize: 0,
    },
    y: { axis: null },
    marks: [
      Plot.barY(columns, { x: 'name', y: 'value', fill: ACCENT }),
      Plot.text(columns, { x: 'name', y: 'value', text: 'label', dy: -9, fill: INK }),
      Plot.ruleY([0], { stroke: QUIET_INK }),
    ],
  })
}
