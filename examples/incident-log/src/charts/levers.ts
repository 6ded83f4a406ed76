import { INK, QUIET_INK } from '@holdfast/example-report/colors'
import { plotted } from '@holdfast/example-report/plotted'
import * as Plot from '@observablehq/plot'
import type { LeverBars } from './chart.ts'
import { ACCENT } from './colors.ts'
import { widthOf } from './width.ts'

const [WIDTH, ROW, LEFT] = [880, 40, 230] as const

/** What each lever saves, in the column of the level that can pull it. */
export function leversSvg({ title, levels, levers }: LeverBars): string {
  const most = Math.max(...levers.map(({ value }) => value), 1)
  const column = (WIDTH - LEFT) / levels.length
  const label = Math.max(...levers.map((lever) => widthOf(lever.label))) + 16
  return plotted(title, {
    width: WIDTH,
    height: 40 + levers.length * ROW,
    marginLeft: LEFT,
    marginRight: 0,
    marginTop: 36,
    marginBottom: 4,
    fx: { domain: [...levels], label: null, padding: 0.04, tickSize: 0 },
    x: { axis: null, domain: [0, most / Math.max(0.2, 1 - label / column)] },
    y: { domain: levers.map(({ name }) => name), axis: null, padding: 0.35 },
    marks: [
      Plot.axisFx({ anchor: 'top', label: null, tickSize: 0 }),
      Plot.axisY({ label: null, tickSize: 0, lineWidth: 17, tickPadding: 10 }),
      Plot.barX(levers, { fx: 'level', x: 'value', y: 'name', fill: ACCENT }),
      Plot.text(levers, {
        fx: 'level',
        x: 'value',
        y: 'name',
        text: 'label',
        textAnchor: 'start',
        dx: 6,
        fill: INK,
      }),
      Plot.ruleX([0], { stroke: QUIET_INK }),
    ],
  })
}
