import { DAY_MILLIS, type Interval, intervalSet, intervalsOf, measure } from '@holdfast/kernel'
import { dateAxis } from '../axes.ts'
import type { Band, Chart, Strip } from '../charts/chart.ts'
import { ALARM, DOUBLE, siteColor, strengthOf } from '../charts/colors.ts'
import { type ClockChange, marksIn } from '../clock-changes.ts'
import { dailyOf } from '../daily.ts'
import { capital, dateIn, dayIn, hours, momentIn, percent, plural, timeIn } from '../format.ts'
import type { Picture, RolePicture } from '../picture.ts'
import { type Figure, number, type Section, type Table, text } from '../section.ts'

const HOUR = 3_600_000

/** The proof that somebody is always there, or that not. */
export function covered(picture: Picture, changes: readonly ClockChange[]): Section {
  const { roles, span } = picture
  const isCovered = roles.every(({ coverage }) => coverage.isCovered)
  const open = roles.filter(({ coverage }) => !coverage.isCovered).map(({ role }) => role)
  const whole = `${dateIn('UTC', span.from)} to ${dateIn('UTC', span.to)} is ${hours(span.to - span.from)}`
  return {
    id: 'covered',
    title: 'Is somebody always there?',
    intro: isCovered
      ? `Yes: at every instant, for ${listOf(roles.map(({ role }) => role))}. ${whole}, and the time on duty, counted once where it overlaps, is as much.`
      : `No: there are holes for ${listOf(open)}. ${whole}; holes and the time on duty, counted once where it overlaps, add up to it.`,
    figures: roles.flatMap(figuresOf),
    charts: [chartOf(picture, changes)],
    tables: [phaseTable(roles, changes)],
  }
}

function listOf(names: readonly string[]): string {
  return names.join(' and ')
}

function figuresOf({ role, coverage }: RolePicture): readonly Figure[] {
  const { covered: on, from, to, holes, doubled } = coverage
  const twice = measure(intervalSet(doubled))
  const open = to - from - on
  const name = capital(role)
  return [
    {
      label: `${name}: covered`,
      value: percent(on / (to - from)),
      note: `${hours(on)} of ${hours(to - from)}`,
    },
    {
      label: `${name}: nobody`,
      value: hours(open),
      note: plural(holes.length, 'hole'),
      isBad: open > 0,
    },
    {
      label: `${name}: two sites at once`,
      value: hours(twice),
      note: plural(doubled.length, 'time'),
    },
  ]
}

function phaseTable(roles: readonly RolePicture[], changes: readonly ClockChange[]): Table {
  const rows = roles.flatMap(({ role, coverage }) =>
    coverage.phases.map(({ from, to, holes, doubled }) => [
      capital(role),
      changes.find(({ at }) => at === from)?.label ?? 'From the beginning',
      momentIn('UTC', from),
      hours(to - from),
      hours(holes),
      hours(doubled),
    ]),
  )
  const columns = [
    text('Role'),
    text('Clocks'),
    text('From (UTC)'),
    number('Lasts'),
    number('Nobody'),
    number('Two sites'),
  ]
  return { title: 'Between the clock changes', columns, rows }
}

function chartOf(picture: Picture, changes: readonly ClockChange[]): Chart {
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
  return `${timeIn('UTC', time.from)}–${timeIn('UTC', time.to)} UTC, ${when}`
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
export function byDay(times: readonly Interval[], { from, to }: Interval): readonly number[] {
  const days = Array.from({ length: (to - from) / DAY_MILLIS }, () => 0)
  const stretches = times.map((time) => ({ time, alike: '', what: undefined }))
  for (const { days: run, time } of dailyOf(stretches, { from, to })) {
    for (let day = run.from; day < run.to; day++) days[day] = (days[day] ?? 0) + time.to - time.from
  }
  return days
}
