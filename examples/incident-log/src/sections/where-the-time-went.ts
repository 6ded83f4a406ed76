import { type Figure, number, type Table, text } from '@holdfast/example-report/section'
import type { CaseLifeGroup } from '@holdfast/insight'
import type { BarPart, Chart } from '../charts/chart.ts'
import { colorOf } from '../charts/colors.ts'
import type { Counted } from '../count.ts'
import { count, hours, NOTHING, percent, plural } from '../format.ts'
import type { Section } from '../section.ts'
import { activity } from '../words.ts'

export function whereTheTimeWent(counted: Counted): Section {
  const { all } = counted
  const { ended, endings, life } = all
  const how = [
    `${count(endings.recorded)} when the log records it`,
    ...(endings.observed > 0 ? [`${count(endings.observed)} when they were seen resolved`] : []),
    ...(endings.closed > 0 ? [`${count(endings.closed)} when they were closed`] : []),
    ...(endings.cancelled > 0 ? [`${count(endings.cancelled)} when they were cancelled`] : []),
  ]
  return {
    id: 'time',
    title: 'Where the time went',
    intro: `The life of a case begins with its opening and ends with the last resolution that held. Of ${plural(all.cases, 'case')} ${count(ended)} have ended: ${how.join(', ')}.`,
    figures: [...lives(counted), ...lag(all)],
    ...(life !== null && { charts: [chart(all)], tables: [elements(all), ...states(all)] }),
    notes: [
      'Elements add up to the whole life. Times: how often it went on, of all cases together; Again: not for the first time in its case.',
    ],
  }
}

function lives({ all, recorded }: Counted): readonly Figure[] {
  const median = (label: string, of: { p50: number; count: number } | null): Figure[] =>
    of === null ? [] : [{ label, value: hours(of.p50), note: `median of ${count(of.count)}` }]
  return [
    ...median('Opened to first resolution', all.toFirstResolution),
    ...median('Opened to resolution as the log records it', recorded?.life ?? null),
    ...median('Whole life', all.life),
    ...median('Whole life in business time', all.lifeBusiness),
  ]
}

function lag({ closeLag, closeLagShare }: CaseLifeGroup): readonly Figure[] {
  if (closeLag === null) return []
  const note = `of all time until closing, not in the life; median ${hours(closeLag.p50)}`
  return [{ label: 'Resolved to closed', value: percent(closeLagShare), note }]
}

function elements({ elements: all, life }: CaseLifeGroup): Table {
  const rows = all.map(
    ({ element, party, share, businessShare, cases, iterations, repeats, elapsed }) => [
      activity(element, party),
      percent(share),
      percent(businessShare),
      hours(life === null ? null : elapsed / life.count),
      count(cases),
      count(iterations),
      count(repeats),
    ],
  )
  const columns = [
    text('What went on'),
    number('Elapsed'),
    number('Business'),
    number('Mean per case'),
    number('Cases'),
    number('Times'),
    number('Again'),
  ]
  return { title: 'Elements of the lives', columns, rows }
}

function states({ states: all }: CaseLifeGroup): readonly Table[] {
  if (all.length === 0) return []
  const rows = all.map(({ state, share }) => [state, percent(share)])
  return [
    { title: 'By state, before resolution', columns: [text('State'), number('Elapsed')], rows },
  ]
}

function chart({ elements: all }: CaseLifeGroup): Chart {
  const parts = (of: 'share' | 'businessShare'): readonly BarPart[] =>
    all.flatMap(({ element, party, ...shares }) => {
      const share = shares[of] ?? 0
      const label = percent(share)
      return share === 0 || label === NOTHING
        ? []
        : [{ name: activity(element, party), color: colorOf(element, party), share, label }]
    })
  const bars = [
    { name: 'Elapsed', parts: parts('share') },
    { name: 'Business', parts: parts('businessShare') },
  ]
  const title = 'Share of the life of all ended cases'
  return {
    title,
    drawings: [{ kind: 'stackedBars', title, bars: bars.filter((bar) => bar.parts.length > 0) }],
  }
}
