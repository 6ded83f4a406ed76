import { type Figure, number, type Table, text } from '@holdfast/example-report/section'
import { intervalSet, measure } from '@holdfast/kernel'
import type { ClockChange } from '../clock-changes.ts'
import { capital, dateIn, hours, momentIn, percent, plural } from '../format.ts'
import type { Picture, RolePicture } from '../picture.ts'
import type { Section } from '../section.ts'
import { coverageChart } from './coverage-chart.ts'

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
    charts: [coverageChart(picture, changes)],
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
