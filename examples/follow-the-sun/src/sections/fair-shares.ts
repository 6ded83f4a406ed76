import { INK } from '@holdfast/example-report/colors'
import { type Figure, number, type Table, text } from '@holdfast/example-report/section'
import { type PersonFairness, TIME_KINDS, type TimeKind } from '@holdfast/oncall'
import type { Chart, StackedBar } from '../charts/chart.ts'
import { KIND_COLORS } from '../charts/colors.ts'
import { capital, count, hours, moreHours } from '../format.ts'
import type { Picture, SitePicture } from '../picture.ts'
import type { Section } from '../section.ts'

/** From what is easy to give to what is hard. */
const KINDS: readonly TimeKind[] = [...TIME_KINDS].reverse()

/** Who had how much duty, and of what kind, against the share of their site. */
export function fairShares(picture: Picture): Section {
  const { sites } = picture
  const lost = sites.flatMap(({ fairness }) => fairness.withoutHome)
  return {
    id: 'fairness',
    title: 'Who had how much',
    intro:
      'Hours on duty by the clock and the holidays of where each person lives: a holiday counts as holiday before weekend, weekend before night (22:00 to 06:00). A share is an equal part of the hours of the site for everybody there, less for who was away.',
    figures: sites.flatMap((site) => furthest(site, picture)),
    charts: [chartOf(picture)],
    tables: [tableOf(picture)],
    notes: lost.map(
      ({ person, onDuty }) =>
        `Nobody knows which clock ${picture.people.nameOf(person)} lives by: ${hours(onDuty)} are not counted.`,
    ),
  }
}

function furthest({ site, fairness }: SitePicture, { people }: Picture): readonly Figure[] {
  const total = fairness.spreads.find(({ measure }) => measure === 'total')
  if (total === undefined) return []
  const { furthest: who, off } = total
  const value = who === null ? moreHours(0) : moreHours(off)
  const note = who === null ? 'everybody has their share' : people.nameOf(who)
  return [{ label: `${site}: furthest from the share`, value, note }]
}

function tableOf({ sites, people }: Picture): Table {
  const rows = sites.flatMap(({ site, fairness }) =>
    fairness.people.map(({ person, had, share }) => [
      site,
      people.nameOf(person),
      count(had.shifts),
      ...KINDS.map((kind) => hours(had[kind])),
      hours(had.total),
      hours(share.total),
      moreHours(had.total - share.total),
    ]),
  )
  const columns = [
    text('Site'),
    text('Person'),
    number('Shifts'),
    ...KINDS.map((kind) => number(capital(kind))),
    number('In all'),
    number('Share'),
    number('Off'),
  ]
  return { title: 'Hours on duty', columns, rows }
}

function chartOf({ sites, people }: Picture): Chart {
  return {
    title: 'Hours on duty against the share',
    key: [
      ...KINDS.map((kind) => ({ color: KIND_COLORS[kind], text: kind })),
      { color: INK, text: 'share', isLine: true },
    ],
    drawings: [
      {
        kind: 'stackedBars',
        title: 'Hours on duty by person, in day, night, weekend and holiday, against the share',
        groups: sites.map(({ site, fairness }) => ({
          name: site,
          bars: fairness.people.map((one) => barOf(one, people.shortNameOf(one.person))),
        })),
      },
    ],
  }
}

function barOf({ had, share }: PersonFairness, name: string): StackedBar {
  return {
    name,
    share: share.total,
    label: `${hours(had.total)} (${moreHours(had.total - share.total)})`,
    parts: KINDS.filter((kind) => had[kind] > 0).map((kind) => ({
      amount: had[kind],
      label: hours(had[kind]),
      about: `${name}: ${hours(had[kind])} ${kind}`,
      color: KIND_COLORS[kind],
    })),
  }
}
