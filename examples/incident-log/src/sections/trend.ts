import { number, text } from '@holdfast/example-report/section'
import type { CaseLifeGroup } from '@holdfast/insight'
import type { Chart, LinePoint } from '../charts/chart.ts'
import { ACCENT, SECOND } from '../charts/colors.ts'
import type { Counted } from '../count.ts'
import { count, hours } from '../format.ts'
import type { Section } from '../section.ts'

/** Medians of fewer cases are not drawn: they would say more of chance than of time. */
const FEW = 20

export function trend({ trend: { each, groups } }: Counted): Section {
  const rows = groups.map(({ key, cases, ended, life }) => [
    String(key['period']),
    count(cases),
    count(ended),
    hours(life?.p50),
    hours(life?.p90),
  ])
  const columns = [
    text(each === 'week' ? 'Week of' : 'Month of'),
    number('Opened'),
    number('Ended'),
    number('Median life'),
    number('90 % within'),
  ]
  return {
    id: 'trend',
    title: `From ${each} to ${each}`,
    ...(groups.length > 1 && { charts: [chart(groups, each)] }),
    tables: [{ title: `Cases by the ${each} of their opening`, columns, rows }],
    notes: [
      'Cases that are still open are in no life, so that the last lives look shorter than they will be.',
      ...(groups.some(({ ended }) => ended < FEW)
        ? [`Lives of fewer than ${FEW} cases are in the table and not in the chart.`]
        : []),
    ],
  }
}

function chart(groups: readonly CaseLifeGroup[], each: string): Chart {
  const points = (value: (group: CaseLifeGroup) => number, label: (value: number) => string) =>
    groups.map((group): LinePoint => {
      const height = value(group)
      return { date: String(group.key['period']), value: height, label: label(height) }
    })
  const many = new Set(groups.filter(({ ended }) => ended >= FEW).map(({ key }) => key['period']))
  const lives = (value: (group: CaseLifeGroup) => number) =>
    points(value, hours).map((point) => (many.has(point.date) ? point : { ...point, value: null }))
  const [median, most] = [lives(({ life }) => life?.p50 ?? 0), lives(({ life }) => life?.p90 ?? 0)]
  const opened = points(({ cases }) => cases, count)
  const title = `By ${each} of the opening`
  return {
    title,
    drawings: [
      {
        kind: 'lines',
        title: 'Cases opened',
        isCount: true,
        lines: [{ name: 'Opened', color: ACCENT, points: opened }],
      },
      {
        kind: 'lines',
        title: 'Life in hours',
        isCount: false,
        lines: [
          { name: '90 % within', color: SECOND, points: most },
          { name: 'Median', color: ACCENT, points: median },
        ],
      },
    ],
  }
}
