import { DAY_MILLIS, type Interval, intervalSet, intervalsOf } from '@holdfast/kernel'
import { dateAxis } from '../axes.ts'
import type { Band, Chart, Strip } from '../charts/chart.ts'
import { ALARM, DOUBLE, siteColor, strengthOf } from '../charts/colors.ts'
import { type ClockChange, marksIn } from '../clock-changes.ts'
import { dailyOf } from '../daily.ts'
import { capital, dateIn, dayIn, hours, timeIn, timesIn } from '../format.ts'
import type { Picture, RolePicture } from '../picture.ts'

const HOUR = 3_600_000

/** Which site has which hours of the day, day after day, and what is left open or covered twice. */
export function coverageChart(picture: Picture, changes: readonly ClockChange[]): Chart {
  const { roles, span } = picture
  return {
    title: 'Who has the world, hour by hour',
    note: 'Each column is a day, from midnight down to midnight UTC. Times in the bands are those of the site’s own clock. Below, the hours of each day without anybody, and with two sites.',
    key: [
      { color: ALARM, text: 'nobody' },
      { color: DOUBLE, text: 'two sites at once' },
    ],
    drawings: roles.flatMap((role) => [
      {
        kind: 'carpet' as const,
        title: `${capital(role.role)}: which site is on duty at which hour of each day`,
        name: capital(role.role),
        span,
        bands: bandsOf(role, picture),
        marks: marksIn(
          changes.filter(({ at }) => role.coverage.phases.some(({ from }) => from === at)),
          span,
        ),
      },
      stripOf(role, span),
    ]),
  }
}

function bandsOf({ schedules, coverage }: RolePicture, { sites, span }: Picture): readonly Band[] {
  const order = sites.map(({ site }) => site)
  const duty = schedules.flatMap(({ site, schedule: { timeZone }, shifts }) =>
    intervalsOf(intervalSet(shifts)).map((time) => {
      const local = `${timeIn(timeZone, time.from)}–${timeIn(timeZone, time.to)}`
      // What is cut off by the edge of the span says nothing about the hours of the site.
      const isCut = time.from === span.from || time.to === span.to
      return { time, alike: `${site} ${local}`, what: { site, local: isCut ? '' : local } }
    }),
  )
  const plain = (times: readonly Interval[]) =>
    times.map((time) => ({ time, alike: '', what: undefined }))
  return [
    ...dailyOf(duty, span).map(
      ({ what: { site, local }, ...daily }): Band => ({
        ...daily,
        labels: local === '' ? [site] : [`${site} ${local}`, site],
        about: `${site} ${local}, ${aboutOf(daily, span)}`,
        color: siteColor(order.indexOf(site)),
      }),
    ),
    ...dailyOf(plain(coverage.doubled), span).map(
      (daily): Band => ({
        ...daily,
        labels: ['Two sites'],
        about: `Two sites at once, ${aboutOf(daily, span)}`,
        color: DOUBLE,
      }),
    ),
    ...dailyOf(plain(coverage.holes), span).map(
      (daily): Band => ({
        ...daily,
        labels: ['Nobody'],
        about: `Nobody, ${aboutOf(daily, span)}`,
        color: ALARM,
      }),
    ),
  ]
}

function aboutOf({ days, time }: Pick<Band, 'days' | 'time'>, span: Interval): string {
  const [first, last] = [days.from, days.to - 1].map((day) =>
    dateIn('UTC', span.from + day * DAY_MILLIS),
  )
  const when = first === last ? first : `${first} to ${last}`
  return `${timesIn('UTC', time.from, time.to)} UTC, ${when}`
}

function stripOf({ role, coverage: { holes, doubled } }: RolePicture, span: Interval): Strip {
  const row = (name: string, times: readonly Interval[], color: 'alarm' | 'double') => ({
    name,
    cells: byDay(times, span).map((amount, day) => ({
      label: amount === 0 ? '' : hours(amount),
      about: `${dayIn('UTC', span.from + day * DAY_MILLIS)}: ${hours(amount)} ${name.toLowerCase()}`,
      color: strengthOf(color, amount / HOUR),
    })),
  })
  return {
    kind: 'strip',
    title: `${capital(role)}: hours of each day without anybody, and with two sites`,
    span,
    rows: [row('Nobody', holes, 'alarm'), row('Two sites', doubled, 'double')],
    axis: dateAxis(span),
  }
}

/** Milliseconds on each day of UTC. */
function byDay(times: readonly Interval[], { from, to }: Interval): readonly number[] {
  const days = Array.from({ length: (to - from) / DAY_MILLIS }, () => 0)
  const stretches = times.map((time) => ({ time, alike: '', what: undefined }))
  for (const { days: run, time } of dailyOf(stretches, { from, to })) {
    for (let day = run.from; day < run.to; day++) days[day] = (days[day] ?? 0) + time.to - time.from
  }
  return days
}
