import { text } from '@holdfast/example-report/section'
import { type PartyRef, quote } from '@holdfast/kernel'
import type { Schedule } from '@holdfast/oncall'
import { capital, momentIn } from '../format.ts'
import type { Picture } from '../picture.ts'
import type { Section } from '../section.ts'

type Change = Schedule['model']['changes'][number]

/** Where the schedule is not what the rotations say. */
export function departures({ roles, span, people }: Picture): Section {
  const rows = roles.flatMap(({ role, schedules }) =>
    schedules.flatMap(({ site, schedule: { model, timeZone } }) =>
      model.changes
        .filter(({ from, to }) => from < span.to && to > span.from)
        .map((change) => [
          capital(role),
          site,
          momentIn(timeZone, change.from),
          momentIn(timeZone, change.to),
          told(change, people.nameOf),
        ]),
    ),
  )
  const columns = [text('Role'), text('Site'), text('From'), text('To'), text('What')]
  return {
    id: 'departures',
    title: 'What departs from the rotations',
    ...(rows.length === 0 ? { intro: 'Nothing.' } : { tables: [{ columns, rows }] }),
    ...(rows.length > 0 && { notes: ['Times are those of the site.'] }),
  }
}

function told(change: Change, nameOf: (person: PartyRef) => string): string {
  const somebody = (person: PartyRef | null) => (person === null ? 'everybody' : nameOf(person))
  switch (change.kind) {
    case 'absence':
      return `${nameOf(change.person)} is away${change.why === null ? '' : ` (${change.why})`}`
    case 'swap':
      return `${change.between.map(nameOf).join(' and ')} change places (${change.id})`
    case 'replace':
      return change.by === null
        ? `${somebody(change.person)} is taken off (${change.id})`
        : `${nameOf(change.by)} for ${somebody(change.person)} (${change.id})`
    case 'add':
      return `${nameOf(change.person)} comes in addition (${change.id})`
    case 'fixed':
      return `only the shifts of ${quote(change.id)} count`
    case 'shadow':
      return `${nameOf(change.person)} comes along (${change.id})`
  }
}
