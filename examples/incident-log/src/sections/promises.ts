import { number, text } from '@holdfast/example-report/section'
import type { Counted } from '../count.ts'
import type { Documents } from '../documents.ts'
import { count, hours, percent, plural } from '../format.ts'
import type { Section } from '../section.ts'

export function promises({ promises: counted }: Counted, { policy }: Documents): Section {
  const totals = counted.total()
  const targets = counted.byTarget()
  const decided = totals.met + totals.breached
  const id = 'promises'
  const title = 'What was promised'
  const { title: name = policy.id } = policy.document
  if (targets.length === 0) {
    const note = `Nothing in this log is promised anything by “${name}”: see its priorities and conditions.`
    return { id, title, notes: [note] }
  }
  const rows = targets.map((target) => [
    target.metric,
    target.priority ?? 'any',
    hours(target.target),
    count(target.met),
    count(target.breached),
    count(target.open),
    count(target.cancelled),
    percent(target.rate),
    hours(target.medianUsed),
  ])
  const columns = [
    text('Promise'),
    text('Priority'),
    number('Within'),
    number('Met'),
    number('Breached'),
    number('Open'),
    number('Cancelled'),
    number('Met of decided'),
    number('Median used'),
  ]
  return {
    id,
    title,
    intro: `“${name}”, in the time of its calendars. A reopened case is promised anew.`,
    figures: [
      {
        label: 'Promises met',
        value: percent(totals.rate),
        note: `${count(totals.met)} of ${plural(decided, 'decided promise')}`,
      },
    ],
    tables: [{ title: 'Promises by priority', columns, rows }],
    notes: [
      'Open: still owed when the log ends, and not late yet; it is in no rate. What is owed and late is breached.',
    ],
  }
}
