import { renderReason, type TextOptions } from '@holdfast/kernel/text'
import { countedSpans } from '../fairness/duty-span.ts'
import { fairness } from '../fairness/fairness.ts'
import { own } from '../fairness/homes.ts'
import { restViolations } from '../rest/rest-violations.ts'
import { staffingPhrases } from '../staffing/phrases.ts'
import { chapter, escaped, list, table } from './markdown.ts'
import { type Material, shiftsWithin } from './material.ts'

/** Where the time of people comes from: their own team, lent, or the operations of a value stream. Source: R2, R37. */
export function sourcesChapter(material: Material): string {
  const { directory } = material.question
  const rows = new Map<string, readonly string[]>()
  for (const { person, source, team, isShadow } of shiftsWithin(material)) {
    if (isShadow) continue
    const theirs = own(directory?.people ?? {}, person.slice('person:'.length))?.team
    const row = [material.nameOf(person), source ?? 'own', team ?? theirs ?? '']
    rows.set(JSON.stringify([person, ...row]), row)
  }
  const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
  const head = ['Person', 'Source', 'Team']
  return chapter('Where people come from', table(head, sorted, 'Nobody is on duty.'))
}

/** Who has how much of what. */
export function fairnessChapter(material: Material): string {
  const { say, nameOf } = material
  const { calendars: _, ...question } = material.question
  const { people, withoutHome } = fairness(shiftsWithin(material), {
    ...question,
    calendars: question.holidays,
  })
  const rows = people.map(({ person, zone, had }) => [
    nameOf(person),
    zone,
    String(had.shifts),
    ...[had.total, had.day, had.night, had.weekend, had.holiday].map((time) => say.duration(time)),
  ])
  const head = ['Person', 'Time zone', 'Shifts', 'All', 'Day', 'Night', 'Weekend', 'Holiday']
  const unknown = withoutHome.map(({ person }) => `${escaped(nameOf(person))}: time zone unknown`)
  const parts = [table(head, rows, 'Nobody with a known time zone is on duty.')]
  return chapter('Who has how much', ...parts, ...(unknown.length === 0 ? [] : [list(unknown)]))
}

/** The rules of rest, and each violation. */
export function restChapter(material: Material): string | undefined {
  const { question, say, span, around, nameOf } = material
  const { rest = [] } = question
  if (rest.length === 0) return undefined
  const parts = rest.map((pack) => {
    const report = restViolations(around, pack, { ...question, ...span })
    const rules = pack.rules.map(({ id, title, source }) => {
      const skipped = report.notJudged.includes(id) ? ' (not judged: no incidents are given)' : ''
      const law = source === undefined ? '' : ` (${source})`
      return escaped(`${id}${title === undefined ? '' : `: ${title}`}${law}${skipped}`)
    })
    const rows = report.violations.map(({ person, rule, kind, from, to, found, allowed }) => {
      const said = (amount: number) =>
        kind === 'incidents' ? String(amount) : say.duration(amount)
      const limit = `${said(allowed)} at ${kind === 'rest' ? 'least' : 'most'}`
      return [nameOf(person), rule, say.instant(from), say.instant(to), said(found), limit]
    })
    const head = ['Person', 'Rule', 'From', 'To', 'There is', 'There should be']
    const unknown = report.withoutHome.map(({ person }) => {
      return `${escaped(nameOf(person))}: time zone unknown, so weeks and averages are not judged`
    })
    return [
      `### ${escaped(pack.title ?? pack.id)}`,
      list(rules),
      table(head, rows, 'No violations.'),
      ...(unknown.length === 0 ? [] : [list(unknown)]),
    ].join('\n\n')
  })
  return chapter('Rest and working time', ...parts)
}

/** How many people are needed, with the derivation. Source: R32. */
export function needChapter({ question }: Material): string | undefined {
  const { need } = question
  if (need === undefined) return undefined
  const rows = need.locations.map((place) => [
    place.location,
    String(place.people),
    String(place.own),
    String(place.seats),
    place.decidedBy,
  ])
  const head = ['Place', 'People', 'Own people', 'Seats at a time', 'Decided by']
  const why = renderReason(need.reason, { ...textOf(question), phrases: [staffingPhrases] })
  const lines = why.split('\n').map(escaped)
  const derivation = [`- ${lines[0] ?? ''}`, ...lines.slice(1)].join('\n')
  return chapter('Staffing need', table(head, rows, 'No place needs people.'), derivation)
}

/** The shifts that are planned. */
export function planChapter({ question, say, nameOf }: Material): string | undefined {
  if (question.plan === undefined) return undefined
  const spans = countedSpans(question.plan, true).toSorted(
    (a, b) => a.from - b.from || a.to - b.to || (a.person < b.person ? -1 : 1),
  )
  const rows = spans.map(({ person, from, to, role, isShadow }) => [
    say.instant(from),
    say.instant(to),
    role ?? '',
    isShadow === true ? `${nameOf(person)} (shadow)` : nameOf(person),
  ])
  return chapter('Shift plan', table(['From', 'To', 'Role', 'Person'], rows, 'Nothing is planned.'))
}

function textOf({ timeZone, locale }: Material['question']): TextOptions {
  return { timeZone, ...(locale !== undefined && { locale }) }
}
