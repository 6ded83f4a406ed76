import { type Instant, intervalsOf } from '@holdfast/kernel'
import { frequent } from '../clock-phases.ts'
import { coverage } from '../coverage.ts'
import type { Coverage } from '../coverage-report.ts'
import { countedSpans, dutyByPerson } from '../fairness/duty-span.ts'
import type { Shift } from '../shift.ts'
import { chapter, escaped, table } from './markdown.ts'
import { type Material, peopleOf, shiftsWithin } from './material.ts'
import { layerWords } from './rotation-words.ts'

/** Who answers for what in the period. */
export function rolesChapter(material: Material): string {
  const shifts = shiftsWithin(material)
  const rows = material.plans.map(({ schedule: { id, role, site, timeZone } }) => {
    const people = peopleOf(shifts.filter(({ schedule }) => schedule === id))
    return [role ?? '', id, site ?? '', timeZone, people.map(material.nameOf).join(', ')]
  })
  const head = ['Role', 'Schedule', 'Site', 'Time zone', 'Who answers']
  return chapter('Roles', table(head, rows, 'There is no schedule.'))
}

/** Rotations in words, as the documents lay them down. */
export function rotationsChapter({ plans, nameOf }: Material): string {
  const parts = plans.map(({ document: { id, version, title, timeZone, layers } }) =>
    [
      `### ${escaped(title ?? id)} (version ${escaped(String(version))})`,
      ...layers.map((layer) => layerWords(layer, timeZone, nameOf)),
    ].join('\n\n'),
  )
  return chapter('Rotations', ...parts)
}

/** The proof for each role, or every hole; and when each schedule takes over and hands over on its own clock. */
export function coverageChapters(material: Material): readonly string[] {
  const reports = material.roles.map((role) => {
    const schedules = material.plans
      .map(({ schedule }) => schedule)
      .filter((schedule) => schedule.role === role)
    return { role: role ?? '', report: coverage(schedules, material.span) }
  })
  const { say } = material
  const proof = table(
    ['Role', 'Covered', 'Of', 'Holes', 'Proof'],
    reports.map(({ role, report: { covered, from, to, holes, isCovered } }) => [
      role,
      say.duration(covered),
      say.duration(to - from),
      String(holes.length),
      isCovered ? 'somebody is on duty at every instant' : 'nobody is on duty in each hole below',
    ]),
    'There is no role.',
  )
  const holes = reports.flatMap(({ role, report }) =>
    report.holes.map(({ from, to }) => [
      role,
      say.instant(from),
      say.instant(to),
      say.duration(to - from),
    ]),
  )
  const listed = table(['Role', 'From', 'To', 'Open'], holes, 'There are no holes.')
  const hours = reports.flatMap(({ role, report }) => hourRows(role, report, material))
  const head = ['Role', 'From', 'Schedule', 'Somebody comes', 'Nobody follows', 'By the clock of']
  return [
    chapter('Hand-off times', table(head, hours, 'Nobody hands over.')),
    chapter('Coverage', proof, listed),
  ]
}

function hourRows(role: string, { phases }: Coverage, { around, say }: Material) {
  return phases.flatMap(({ from, to, regions }) =>
    regions.map(({ schedule, timeZone, ends }) => {
      const comes = beginsOf(around.filter((shift) => shift.schedule === schedule))
      const times = frequent(
        comes.filter((at) => at >= from && at < to),
        timeZone,
      )
      return [role, say.instant(from), schedule, times.join(', '), ends.join(', '), timeZone]
    }),
  )
}

/** When people come on duty who were not on duty just before. */
function beginsOf(shifts: readonly Shift[]): readonly Instant[] {
  const people = [...dutyByPerson(countedSpans(shifts)).values()]
  return people.flatMap((duty) => intervalsOf(duty).map(({ from }) => from))
}
