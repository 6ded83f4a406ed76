import { DAY_MILLIS, type Interval } from '@holdfast/kernel'
import { speaker } from '@holdfast/kernel/text'
import { clockAxes, dateAxis } from '../axes.ts'
import type { Bar, Chart, KeyEntry, TimelineGroup } from '../charts/chart.ts'
import { ALARM } from '../charts/colors.ts'
import { type ClockChange, marksIn } from '../clock-changes.ts'
import { dailyOf } from '../daily.ts'
import { capital, hours } from '../format.ts'
import type { Picture, RolePicture } from '../picture.ts'
import type { Section } from '../section.ts'
import { seatRows, turnsOf } from '../turns.ts'

const WEEK = 7 * DAY_MILLIS
const KEY: readonly KeyEntry[] = [{ color: ALARM, text: 'nobody at any site' }]

/** Who has the duty, over the whole span and around each clock change. */
export function finalSchedule(picture: Picture, changes: readonly ClockChange[]): Section {
  return {
    id: 'schedule',
    title: 'Who is on duty',
    intro:
      'The final schedule: rotations with every absence, cover and swap in place. A color is a person; people of a site have one hue.',
    charts: [whole(picture, changes), ...changes.map((change) => around(change, picture, changes))],
  }
}

function whole(picture: Picture, changes: readonly ClockChange[]): Chart {
  const { span, roles } = picture
  return {
    title: 'All turns',
    key: [...peopleKey(picture), ...KEY],
    drawings: [
      {
        kind: 'timeline',
        title: 'Whose turn it is at each site, day by day',
        span,
        groups: roles.map((role) => turnGroup(role, picture)),
        axes: [dateAxis(span)],
        marks: marksIn(changes, span),
      },
    ],
  }
}

function peopleKey({ sites, people }: Picture): readonly KeyEntry[] {
  return sites.flatMap(({ site, fairness }) =>
    fairness.people.map(({ person }) => ({
      color: people.colorOf(person, site),
      text: people.shortNameOf(person),
    })),
  )
}

/** Turns as they come; what is open, as days of as many hours. */
function turnGroup({ role, schedules, coverage }: RolePicture, picture: Picture): TimelineGroup {
  const { span, people } = picture
  const rows = schedules.flatMap(({ site, schedule, shifts }) => {
    const say = speaker({ timeZone: schedule.timeZone })
    return seatRows(shifts).map((row) => ({
      name: site,
      bars: turnsOf(row).map(
        ({ person, onDuty, ...time }): Bar => ({
          ...time,
          label: people.shortNameOf(person),
          about: `${people.nameOf(person)}: ${hours(onDuty)}, ${say.span(time)}`,
          color: people.colorOf(person, site),
        }),
      ),
    }))
  })
  const holes = coverage.holes.map((time) => ({ time, alike: '', what: undefined }))
  const open = dailyOf(holes, span).map(({ days, time }): Bar => {
    const each = hours(time.to - time.from)
    return {
      from: span.from + days.from * DAY_MILLIS,
      to: span.from + days.to * DAY_MILLIS,
      label: days.to - days.from === 1 ? each : `${each} a day`,
      about: `Nobody: ${each} a day`,
      color: ALARM,
    }
  })
  return { name: capital(role), rows, open, isOpenThrough: false }
}

/** The week around a clock change, shift by shift. */
function around(change: ClockChange, picture: Picture, changes: readonly ClockChange[]): Chart {
  const week = weekAround(change, picture.span)
  return {
    title: `When clocks change: ${change.label}`,
    key: KEY,
    drawings: [
      {
        kind: 'timeline',
        title: `Shifts in the week of ${change.label}`,
        span: week,
        groups: picture.roles.map((role) => shiftGroup(role, week, picture)),
        axes: clockAxes(week, picture.sites),
        marks: marksIn(changes, week),
      },
    ],
  }
}

/** Seven days, the change in the fourth, within the whole span where that is long enough. */
function weekAround({ at }: ClockChange, { from, to }: Interval): Interval {
  const day = Math.floor(at / DAY_MILLIS) * DAY_MILLIS
  const begin = Math.max(from, Math.min(day - 3 * DAY_MILLIS, to - WEEK))
  return { from: begin, to: Math.min(to, begin + WEEK) }
}

function shiftGroup(role: RolePicture, week: Interval, { people }: Picture): TimelineGroup {
  const rows = role.schedules.flatMap((one) =>
    seatRows(one.shifts.filter((shift) => isIn(shift, week))).map((shifts) => ({
      name: one.site,
      bars: shifts.map(
        ({ person, ...shift }): Bar => ({
          ...clipped(shift, week),
          label: people.shortNameOf(person),
          about: `${people.nameOf(person)}, ${speaker(one.schedule).span(shift)}`,
          color: people.colorOf(person, one.site),
        }),
      ),
    })),
  )
  const open = role.coverage.holes
    .filter((hole) => isIn(hole, week))
    .map(
      (hole): Bar => ({
        ...clipped(hole, week),
        label: hours(hole.to - hole.from),
        about: `Nobody, ${speaker({ timeZone: 'UTC' }).span(hole)}`,
        color: ALARM,
      }),
    )
  return { name: capital(role.role), rows, open, isOpenThrough: true }
}

function isIn(time: Interval, span: Interval): boolean {
  return time.from < span.to && time.to > span.from
}

function clipped(time: Interval, span: Interval): Interval {
  return { from: Math.max(time.from, span.from), to: Math.min(time.to, span.to) }
}
