import type { CaseLifeGroup } from '@holdfast/insight'
import type { Chart } from '../charts/chart.ts'
import type { Counted } from '../count.ts'
import { count, hours, percent, percentOf, plural } from '../format.ts'
import { type Figure, number, type Section, type Table, text } from '../section.ts'

export function handOvers(counted: Counted): Section {
  const { all, handOversBy, byHandOvers, byPingPong, promises } = counted
  const known = byHandOvers.filter(({ key }) => key[handOversBy] !== null)
  const own = handOversBy === 'reassignments'
  const rows = known.map((group) => {
    const name = String(group.key[handOversBy])
    return [name, ...lineOf(group, all.cases), percent(promises.byHandOvers(name).rate)]
  })
  return {
    id: 'hand-overs',
    title: 'Hand-overs',
    intro: 'Ping-pong: a case goes back to a group that had it before.',
    figures: shares(all),
    ...(known.length > 1 && { chart: chart(known, handOversBy) }),
    tables: [
      {
        title: own ? 'By the count of hand-overs in the log' : 'By changes of the group',
        columns: [text('Hand-overs'), ...COLUMNS, number('Policy met')],
        rows,
      },
      ...pingPongTable(byPingPong, all.cases),
    ],
    notes: [
      'What goes along with many hand-overs is not thereby caused by them.',
      'Target met: by the log’s own word. Policy met: of the promises of this policy that are decided.',
    ],
  }
}

function shares({
  reassigned,
  handOvers: groups,
  returns,
  cases,
}: CaseLifeGroup): readonly Figure[] {
  const counted: Figure = {
    label: 'Handed over, as the log counts it',
    value: percentOf(reassigned.cases, reassigned.of),
    note: `${count(reassigned.cases)} of ${plural(reassigned.of, 'case')}`,
  }
  const figure = (label: string, { cases: some, most }: typeof groups): Figure => {
    const note = `${count(some)} of ${plural(cases, 'case')}, at most ${plural(most, 'time')} in one`
    return { label, value: percentOf(some, cases), note }
  }
  return [
    ...(reassigned.of > 0 ? [counted] : []),
    figure('Another group took over', groups),
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

function lineOf({ cases, life, targetMet }: CaseLifeGroup, all: number): readonly string[] {
  return [
    count(cases),
    percentOf(cases, all),
    hours(life?.p50),
    hours(life?.p90),
    percentOf(targetMet.cases, targetMet.of),
  ]
}

function pingPongTable(groups: readonly CaseLifeGroup[], all: number): readonly Table[] {
  if (groups.length < 2) return []
  const rows = groups.map((group) => [String(group.key['pingPong']), ...lineOf(group, all)])
  return [{ title: 'By ping-pong', columns: [text('Ping-pong'), ...COLUMNS], rows }]
}

function chart(groups: readonly CaseLifeGroup[], by: Counted['handOversBy']): Chart {
  const axis = 'Hand-overs'
  const columns = (
    value: (group: CaseLifeGroup) => number | null,
    label: (value: number) => string,
  ) =>
    groups.flatMap((group) => {
      const height = value(group)
      const name = String(group.key[by]).replace(' or more', '+')
      return height === null ? [] : [{ name, value: height, label: label(height) }]
    })
  const met = ({ targetMet: { cases, of } }: CaseLifeGroup) => (of === 0 ? null : cases / of)
  const drawings = [
    { title: 'Median life', columns: columns(({ life }) => life?.p50 ?? null, hours) },
    { title: 'Target met', columns: columns(met, percent) },
  ]
  return {
    title: 'By number of hand-overs',
    drawings: drawings
      .filter((drawing) => drawing.columns.length > 0)
      .map((drawing) => ({ kind: 'columns', axis, ...drawing })),
  }
}
