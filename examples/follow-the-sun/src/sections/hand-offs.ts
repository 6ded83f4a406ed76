import { type Table, text } from '@holdfast/example-report/section'
import type { Coverage, RegionHours } from '@holdfast/oncall'
import type { ClockChange } from '../clock-changes.ts'
import { capital, NOTHING } from '../format.ts'
import type { Picture, RolePicture } from '../picture.ts'
import type { Section } from '../section.ts'

/** When each site takes over and hands over, by its own clock and by that of UTC, from clock change to clock change. */
export function handOffs({ roles }: Picture, changes: readonly ClockChange[]): Section {
  return {
    id: 'hand-offs',
    title: 'What the clock changes move',
    intro:
      'Hours that stay on the clock of a site move against those of the others; hours that stay in UTC fit together always, and move on the clock of the site.',
    tables: roles.map((role) => tableOf(role, changes)),
  }
}

function tableOf(role: RolePicture, changes: readonly ClockChange[]): Table {
  const { schedules, coverage, inUtc } = role
  const rows = schedules.flatMap(({ schedule: { id }, site }) => [
    [site, 'its own', ...hoursByPhase(coverage, id)],
    ['', 'UTC', ...hoursByPhase(inUtc, id)],
  ])
  const phases = coverage.phases.map(({ from, changed }) => {
    if (changed.length === 0) return 'At first'
    return changes.find(({ at }) => at === from)?.label ?? changed.join(', ')
  })
  return {
    title: `${capital(role.role)}, from taking over to handing over`,
    columns: [text('Site'), text('Clock'), ...phases.map(text)],
    rows,
  }
}

function hoursByPhase({ phases }: Coverage, schedule: string): readonly string[] {
  return phases.map(({ regions }) => {
    const hours = regions.find((region) => region.schedule === schedule)
    return hours === undefined ? NOTHING : usual(hours)
  })
}

/** Where the hours of the days of a phase differ, the most frequent. */
function usual({ begins: [begin], ends: [end] }: RegionHours): string {
  return begin === undefined && end === undefined ? NOTHING : `${begin ?? ''}–${end ?? ''}`
}
