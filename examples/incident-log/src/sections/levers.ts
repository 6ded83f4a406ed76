import { number, text } from '@holdfast/example-report/section'
import type { CaseLifeGroup, LeversAnswer, PlacedLever } from '@holdfast/insight'
import type { Chart } from '../charts/chart.ts'
import type { Counted } from '../count.ts'
import type { Documents } from '../documents.ts'
import { count, hours, NOTHING, percent } from '../format.ts'
import type { Section } from '../section.ts'
import { activity } from '../words.ts'

export function levers({ all }: Counted, { plan }: Documents): Section {
  const id = 'levers'
  const title = 'What would make lives shorter'
  const { title: name = plan.id, levels } = plan.document
  const answer = plan.levers(all)
  if (all.life === null || answer.levers.length === 0) {
    return { id, title, notes: [`The plan “${name}” has no lever, or no case has ended.`] }
  }
  const rows = answer.levers.map((lever) => [
    nameOf(lever),
    lever.level,
    lever.complexity === null ? NOTHING : count(lever.complexity),
    percent(lever.impact.savedShare),
    hours(lever.impact.mean?.saved),
    `${lever.placement.impact}, ${lever.placement.reach}`,
  ])
  const columns = [
    text('Lever'),
    text('Level'),
    number('Complexity'),
    number('Saves'),
    number('Per case'),
    text('Impact, reach'),
  ]
  return {
    id,
    title,
    intro: `Levers of “${name}”: what each would have saved in the lives of this log, if its assumption holds and nothing else changes.`,
    figures: together(answer, all),
    charts: [chart(answer.levers, levels)],
    tables: [{ title: 'Levers by what they save', columns, rows }],
    notes: [
      'Levers overlap: what shortens the same time saves less together than one by one.',
      ...unmatched(answer.levers),
    ],
  }
}

function together({ together: all, apart }: LeversAnswer, { ended }: CaseLifeGroup) {
  const alone = `${hours(apart / ended)} if they could be added up`
  return [
    { label: 'All together', value: percent(all.savedShare), note: 'of the life of all cases' },
    { label: 'All together, per case', value: hours(all.mean?.saved), note: alone },
  ]
}

function nameOf({ title, id }: PlacedLever): string {
  return title ?? id
}

function unmatched(placed: readonly PlacedLever[]): readonly string[] {
  return placed.flatMap((lever) =>
    lever.impact.unmatched.map(({ element, party }) => {
      const what = activity(element, party ?? null)
      return `“${nameOf(lever)}” would change “${what}”, of which this log has nothing that it could change.`
    }),
  )
}

function chart(placed: readonly PlacedLever[], levels: readonly string[]): Chart {
  const title = 'Saved per case, by who can pull the lever'
  const bars = placed.map((lever) => {
    const value = lever.impact.mean?.saved ?? 0
    return { name: nameOf(lever), level: lever.level, value, label: hours(value) }
  })
  return { title, drawings: [{ kind: 'levers', title, levels, levers: bars }] }
}
