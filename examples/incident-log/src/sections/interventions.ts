import { number, type Table, text } from '@holdfast/example-report/section'
import type { Caution, InterventionReport, InterventionSide } from '@holdfast/insight'
import { renderInstant } from '@holdfast/kernel/text'
import type { Counted } from '../count.ts'
import { count, hours, moreHours, NOTHING, percent } from '../format.ts'
import type { Section } from '../section.ts'
import { activity } from '../words.ts'

export function interventions(
  { interventions: reports }: Counted,
  timeZone: string,
): readonly Section[] {
  if (reports.length === 0) return []
  const isKnown = ({ before, after }: InterventionReport) => before.cases + after.cases > 0
  const known = reports.filter(isKnown)
  const unknown = reports
    .filter((report) => !isKnown(report))
    .map(({ title, id }) => `“${title ?? id}”: no case of this log was opened around it.`)
  const first = 'What came after need not come from it.'
  return [
    {
      id: 'interventions',
      title: 'What was done, before and after',
      intro: 'Cases opened in as long a time before as after.',
      tables: known.map((report) => tableOf(report, timeZone)),
      notes: [first, ...known.flatMap((report) => notesOf(report, timeZone)), ...unknown],
    },
  ]
}

function tableOf(report: InterventionReport, timeZone: string): Table {
  const { title, id, at, window, before, after, life, elementTime } = report
  const days = Math.round(window / 86_400_000)
  const columns = [text(''), number('Before'), number('After'), number('Change')]
  const both = (name: string, of: (side: InterventionSide) => string, change = NOTHING) => [
    name,
    of(before),
    of(after),
    change,
  ]
  return {
    title: `${title ?? id}, ${renderInstant(at, { timeZone })}, ${days} days each`,
    columns,
    rows: [
      both('Cases opened', ({ cases }) => count(cases)),
      both('Still open', ({ open }) => count(open)),
      both('Mean life', ({ whole }) => hours(whole.life?.mean), moreHours(life?.mean)),
      both('Median life', ({ whole }) => hours(whole.life?.p50), moreHours(life?.p50)),
      both('90 % within', ({ whole }) => hours(whole.life?.p90), moreHours(life?.p90)),
      ...elementRows(report, both, elementTime),
    ],
  }
}

type Both = (
  name: string,
  of: (side: InterventionSide) => string,
  change?: string,
) => readonly string[]

function elementRows(
  { element, party }: InterventionReport,
  both: Both,
  change: InterventionReport['elementTime'],
): readonly (readonly string[])[] {
  if (element === null) return []
  const name = activity(element, party)
  const partsOf = ({ whole }: InterventionSide) =>
    whole.elements.filter(
      (one) => one.element === element && (party === null || one.party === party),
    )
  const times = (side: InterventionSide) => {
    const parts = partsOf(side)
    const cases = parts.reduce((sum, part) => sum + part.cases, 0)
    const iterations = parts.reduce((sum, part) => sum + part.iterations, 0)
    return cases === 0 ? NOTHING : (iterations / cases).toFixed(2)
  }
  return [
    both(`${name}, mean per case`, (side) => hours(side.element?.mean), moreHours(change?.mean)),
    both(`${name}, times per such case`, times),
  ]
}

function notesOf({ title, id, mixShift, caution }: InterventionReport, timeZone: string) {
  const name = `“${title ?? id}”`
  const mix =
    mixShift === null
      ? []
      : [
          `${name}: of the change of the mean life, ${moreHours(mixShift.change)}, ${moreHours(mixShift.within)} lie within the priorities and ${moreHours(mixShift.mix)} in another mix of them.`,
        ]
  return [...mix, ...caution.map((one) => `${name}: ${cautionText(one, timeZone)}.`)]
}

function cautionText({ code, side, found, expected }: Caution, timeZone: string): string {
  switch (code) {
    case 'few-cases':
      return `only ${count(found)} cases ${side} it have ended`
    case 'still-open':
      return `${percent(found)} of the cases ${side} it are still open, of the others ${percent(expected)}`
    case 'window-incomplete':
      return `the log ${side === 'before' ? 'begins' : 'ends'} inside the time ${side} it, on ${renderInstant(found, { timeZone })}`
  }
}
