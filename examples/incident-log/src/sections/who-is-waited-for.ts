import { number, type Table, text } from '@holdfast/example-report/section'
import type { GroupElement } from '@holdfast/insight'
import type { Counted } from '../count.ts'
import { count, hours, percent, percentOf } from '../format.ts'
import type { Section } from '../section.ts'
import { activity, driverName } from '../words.ts'

export function whoIsWaitedFor({ all }: Counted): Section {
  const waits = all.elements.filter(({ element }) => element === 'wait')
  const share = waits.reduce((sum, wait) => sum + wait.share, 0)
  const repeated = all.elements.filter(({ repeats }) => repeats > 0)
  return {
    id: 'waiting',
    title: 'Who is waited for, and what goes on again',
    figures: [{ label: 'Waiting in all', value: percent(share), note: 'of the life of all cases' }],
    tables: [
      ...(waits.length > 0 ? [waitTable(waits, all.ended)] : []),
      ...(repeated.length > 0 ? [driverTable(repeated)] : []),
    ],
    notes: [
      '`unknown`: nothing in the log says why it went on again. It is counted and not guessed.',
    ],
  }
}

function waitTable(waits: readonly GroupElement[], ended: number): Table {
  const rows = waits
    .toSorted((a, b) => b.elapsed - a.elapsed)
    .map(({ party, share, cases, iterations, repeats, elapsed }) => [
      activity('wait', party),
      percent(share),
      percentOf(cases, ended),
      hours(elapsed / iterations),
      (iterations / cases).toFixed(2),
      count(repeats),
    ])
  const columns = [
    text('Wait'),
    number('Of all time'),
    number('Of cases'),
    number('Mean length'),
    number('Times per such case'),
    number('Again'),
  ]
  return { title: 'Waiting by party', columns, rows }
}

function driverTable(repeated: readonly GroupElement[]): Table {
  const rows = repeated.map(({ element, party, repeats, drivers }) => [
    activity(element, party),
    count(repeats),
    Object.entries(drivers)
      .sort(([, a], [, b]) => b - a)
      .slice(0, 4)
      .map(([driver, times]) => `${driverName(driver)} ${count(times)}`)
      .join(', '),
  ])
  const columns = [text('What went on again'), number('Again'), text('Because of')]
  return { title: 'Why it went on again', columns, rows }
}
