import { text } from '@holdfast/example-report/section'
import { renderInstant, renderReason } from '@holdfast/kernel/text'
import { explained, oncallPhrases } from '@holdfast/oncall'
import { capital, momentIn, NOTHING, timeIn } from '../format.ts'
import type { Picture, RolePicture } from '../picture.ts'
import type { Section } from '../section.ts'

/** Who answers at one instant, and why it is them. */
export function onDuty(picture: Picture): Section {
  const { roles, at, people } = picture
  const rows = roles.flatMap((role) => {
    const present = role.schedules.flatMap(({ schedule, site }) =>
      schedule.onCallAt(at).map((duty) => {
        const next = schedule.next(at)
        return [
          capital(role.role),
          `${people.nameOf(duty.person)}${duty.isShadow ? ' (comes along)' : ''}`,
          site,
          timeIn(schedule.timeZone, at),
          next === null ? NOTHING : momentIn(schedule.timeZone, next.at),
        ]
      }),
    )
    return present.length > 0
      ? present
      : [[capital(role.role), 'Nobody', NOTHING, NOTHING, NOTHING]]
  })
  return {
    id: 'on-duty',
    title: `Who is on duty on ${renderInstant(at, { timeZone: 'UTC' })}`,
    tables: [
      {
        columns: [
          text('Role'),
          text('Who'),
          text('Site'),
          text('Local time'),
          text('Until (local)'),
        ],
        rows,
      },
    ],
    stories: roles.flatMap((role) => storiesOf(role, at)),
    notes: ['Ask for another instant with --at.'],
  }
}

/** Of those who have somebody there; where none has, of all: why nobody is. */
function storiesOf({ schedules }: RolePicture, at: number): readonly string[] {
  const present = schedules.filter(({ schedule }) => schedule.onCallAt(at).length > 0)
  return (present.length > 0 ? present : schedules).map(({ schedule }) =>
    renderReason(explained(schedule).onCallAt(at).reason, {
      timeZone: schedule.timeZone,
      phrases: [oncallPhrases],
    }),
  )
}
