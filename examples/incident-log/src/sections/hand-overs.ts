import { type Figure, number, type Table, text } from '@holdfast/example-report/section'
import type { CaseLifeGroup } from '@holdfast/insight'
import type { CaseGroup } from '../case-groups.ts'
import type { Chart } from '../charts/chart.ts'
import type { Counted } from '../count.ts'
import type { Documents } from '../documents.ts'
import { count, hours, percent, percentOf, plural } from '../format.ts'
import type { Section } from '../section.ts'

export function handOvers(counted: Counted, { mapping }: Documents): Section {
  // A log without groups is about those who have a case.
  const hasGroups = mapping.document.rows?.some(({ group }) => group !== undefined) === true
  const holder = hasGroups ? 'group' : 'assignee'
  const { all, handOversBy, byHandOvers, byPingPong, promises, recorded } = counted
  const rows = byHandOvers.map((group) => [
    ...lineOf(group, all.cases),
    percent(promises.byHandOvers(group.name).rate),
  ])
  return {
    id: 'hand-overs',
    title: 'Hand-overs',
    intro: `Ping-pong: a case goes back to ${hasGroups ? 'a group' : 'an assignee'} that had it before.`,
    figures: shares(all, holder),
    ...(byHandOvers.length > 1 && { charts: [chart(byHandOvers)] }),
    tables: [
      {
        title:
          handOversBy === 'handOvers' ? `By changes of the ${holder}` : 'As the log counts them',
        columns: [text('Hand-overs'), ...COLUMNS, number('Policy met')],
        rows,
      },
      ...pingPongTable(byPingPong, all.cases),
    ],
    notes: [
      'What goes along with many hand-overs is not thereby caused by them.',
      ...(recorded === null
        ? []
        : ['Lives and targets here are those of the cases whose resolution the log records.']),
      'Target met: by the log’s own word. Policy met: of the promises of this policy that are decided.',
    ],
  }
}

function shares(
  { reassigned, handOvers: changes, returns, cases }: CaseLifeGroup,
  holder: string,
): readonly Figure[] {
  const counted: Figure = {
    label: 'Handed over, as the log counts it',
    value: percentOf(reassigned.cases, reassigned.of),
    note: `${count(reassigned.cases)} of ${plural(reassigned.of, 'case')}`,
  }
  const figure = (label: string, { cases: some, most }: typeof changes): Figure => {
    const note = `${count(some)} of ${plural(cases, 'case')}, at most ${plural(most, 'time')} in one`
    return { label, value: percentOf(some, cases), note }
  }
  return [
    ...(reassigned.of > 0 ? [counted] : []),
    figure(`Another ${holder} took over`, changes),
    figure('Ping-pong', returns),
  ]
}

const COLUMNS = [
  number('Cases'),
  number('Share'),
  number('Median life'),
  number('90 % within'),
  number('Target met'),
]

function lineOf({ name, cases, lives }: CaseGroup, all: number): readonly string[] {
  return [
    name,
    count(cases),
    percentOf(cases, all),
    hours(lives?.life?.p50),
    hours(lives?.life?.p90),
    percent(metOf(lives)),
  ]
}

function metOf(lives: CaseLifeGroup | null): number | null {
  const { cases, of } = lives?.targetMet ?? { cases: 0, of: 0 }
  return of === 0 ? null : cases / of
}

function pingPongTable(groups: readonly CaseGroup[], all: number): readonly Table[] {
  if (groups.length < 2) return []
  const rows = groups.map((group) => lineOf(group, all))
  return [{ title: 'By ping-pong', columns: [text('Ping-pong'), ...COLUMNS], rows }]
}

function chart(groups: readonly CaseGroup[]): Chart {
  const axis = 'Hand-overs'
  const columns = (
    value: (lives: CaseLifeGroup | null) => number | null | undefined,
    label: (value: number) => string,
  ) =>
    groups.flatMap(({ name, lives }) => {
      const height = value(lives) ?? null
      const short = name.replace(' or more', '+')
      return height === null ? [] : [{ name: short, value: height, label: label(height) }]
    })
  const drawings = [
    { title: 'Median life', columns: columns((lives) => lives?.life?.p50, hours) },
    { title: 'Target met', columns: columns(metOf, percent) },
  ]
  return {
    title: 'By number of hand-overs',
    drawings: drawings
      .filter((drawing) => drawing.columns.length > 0)
      .map((drawing) => ({ kind: 'columns', axis, ...drawing })),
  }
}
