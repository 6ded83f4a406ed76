import { number, type Table, text } from '@holdfast/example-report/section'
import { DAY_MILLIS, type Interval } from '@holdfast/kernel'
import { dailyOf } from '../daily.ts'
import { capital, count, dayIn, hours, timesIn } from '../format.ts'
import type { Picture, RolePicture } from '../picture.ts'
import type { Section } from '../section.ts'

/** Every hole and every double cover, those of the same time of day in one line. */
export function gaps({ roles, span, sites }: Picture): Section {
  const tables = [
    ...tableOf('When nobody is there', roles, ({ coverage }) => coverage.holes, span, sites),
    ...tableOf('When two sites are there', roles, ({ coverage }) => coverage.doubled, span, sites),
  ]
  return {
    id: 'gaps',
    title: 'When nobody is there, and when two are',
    ...(tables.length === 0 && { intro: 'Never: every hand-over is on time.' }),
    tables,
    ...(tables.length > 0 && {
      notes: ['Times of day are cut at midnight UTC. Local times are those of the first day.'],
    }),
  }
}

function tableOf(
  title: string,
  roles: readonly RolePicture[],
  timesOf: (role: RolePicture) => readonly Interval[],
  span: Interval,
  sites: Picture['sites'],
): readonly Table[] {
  const rows = roles.flatMap((role) => {
    const stretches = timesOf(role).map((time) => ({ time, alike: '', what: undefined }))
    return dailyOf(stretches, span).map(({ days, time }) => {
      const first = span.from + days.from * DAY_MILLIS
      const last = span.from + (days.to - 1) * DAY_MILLIS
      const each = time.to - time.from
      const local = (zone: string) => timesIn(zone, first + time.from, first + time.to)
      return [
        capital(role.role),
        dayIn('UTC', first),
        dayIn('UTC', last),
        local('UTC'),
        ...sites.map(({ timeZone }) => local(timeZone)),
        count(days.to - days.from),
        hours(each),
        hours(each * (days.to - days.from)),
      ]
    })
  })
  if (rows.length === 0) return []
  const columns = [
    text('Role'),
    text('First'),
    text('Last'),
    text('UTC'),
    ...sites.map(({ site }) => text(site)),
    number('Days'),
    number('Each'),
    number('In all'),
  ]
  return [{ title, columns, rows }]
}
