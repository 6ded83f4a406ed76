import { number, type Table, text } from '@holdfast/example-report/section'
import { renderInstant } from '@holdfast/kernel/text'
import type { Counted } from '../count.ts'
import type { Documents } from '../documents.ts'
import { count, listed, plural } from '../format.ts'
import type { Section } from '../section.ts'
import { BAD_ROWS, ODDITIES } from '../words.ts'

/** So many cases are named; where there are more, the first of them. */
const [NAMED, FIRST] = [5, 3] as const

export function whatWasRead(
  { report, from, to }: Counted,
  { calendar: { timeZone }, mapping }: Documents,
): Section {
  const span = () =>
    `from ${renderInstant(from, { timeZone })} to ${renderInstant(to, { timeZone })}`
  const lost = report.bad.reduce((sum, bad) => sum + bad.lost, 0)
  const { time } = mapping.document
  const zone =
    time.timeZone === undefined ? '' : ` Times that name no zone are taken as ${time.timeZone}.`
  const notes = [
    ...(report.repeated > 0
      ? [`${plural(report.repeated, 'event')} told again counted once.`]
      : []),
    ...(report.unused > 0 ? [`The mapping has no use for ${plural(report.unused, 'row')}.`] : []),
  ]
  return {
    id: 'read',
    title: 'What was read',
    intro:
      report.cases === 0 ? 'No case could be read.' : `Cases opened and updated ${span()}.${zone}`,
    figures: [
      { label: 'Rows', value: count(report.rows) },
      { label: 'Cases', value: count(report.cases) },
      { label: 'Rows left out', value: count(lost), note: 'each is listed by reason' },
    ],
    tables: [...badTable(report), ...oddTable(report)],
    notes,
  }
}

function badTable({ bad }: Counted['report']): readonly Table[] {
  if (bad.length === 0) return []
  const rows = bad.map(({ code, count: times, lost, examples: [first] }) => [
    count(times),
    BAD_ROWS[code],
    lost === 0 ? 'kept without it' : lost === times ? 'left out' : `${count(lost)} left out`,
    first === undefined ? '' : `line ${first.line}: ${first.found}`,
  ])
  const columns = [number('Rows'), text('What is wrong'), text('Treated'), text('First')]
  return [{ title: 'Rows that are wrong', columns, rows }]
}

function oddTable({ oddities }: Counted['report']): readonly Table[] {
  if (oddities.length === 0) return []
  const rows = oddities.map(({ code, count: times, cases }) => [
    count(times),
    ODDITIES[code],
    listed(cases, times > NAMED ? FIRST : NAMED, times),
  ])
  const columns = [number('Cases'), text('What is odd'), text('Which')]
  return [{ title: 'Cases that are odd', columns, rows }]
}
