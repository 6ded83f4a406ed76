import type { GroupKey } from '@holdfast/obligations'
import type { Distribution } from './distribution.ts'
import { compareElements } from './element-time.ts'
import type { Figures } from './figures.ts'
import type { CaseCount, CaseLifeGroup, GroupElement, Occurrence, StateTime } from './life-group.ts'
import type { LifeElement } from './stretch.ts'

/** What the figures of a group say, by the names under which `count-life.ts` counted them. */
export function groupOfFigures(
  key: Readonly<Record<string, GroupKey>>,
  figures: Figures,
): CaseLifeGroup {
  const { sum, distribution } = figures
  const life = distribution('life')
  const lifeBusiness = distribution('lifeBusiness')
  const closeLag = distribution('closeLag')
  const openToClose = distribution('openToClose')
  const endings = {
    recorded: sum('ending recorded'),
    observed: sum('ending observed'),
    closed: sum('ending closed'),
    cancelled: sum('ending cancelled'),
  }
  const countOf = (name: string): CaseCount => ({ cases: sum(name), of: sum(`${name} of`) })
  return {
    key,
    cases: sum('cases'),
    ended: life?.count ?? 0,
    endings,
    life,
    lifeBusiness,
    toFirstResolution: distribution('toFirstResolution'),
    toFirstAnswer: distribution('toFirstAnswer'),
    closeLag,
    closeLagShare: shareOf(closeLag?.sum ?? 0, openToClose?.sum ?? 0),
    openToClose,
    elements: elementsOf(figures, life, lifeBusiness),
    states: statesOf(figures),
    handOvers: occurrenceOf(figures, 'handOvers'),
    returns: occurrenceOf(figures, 'returns'),
    reopenings: occurrenceOf(figures, 'reopenings'),
    reassigned: countOf('reassigned'),
    prematurelyResolved: countOf('prematurelyResolved'),
    silent: countOf('silent'),
    targetMet: countOf('targetMet'),
    problems: Object.fromEntries(
      figures.namesAfter('problem ').map((code) => [code, sum(`problem ${code}`)]),
    ),
  }
}

function elementsOf(
  figures: Figures,
  life: Distribution | null,
  lifeBusiness: Distribution | null,
): readonly GroupElement[] {
  const { sum, namesAfter } = figures
  const elements = namesAfter('elapsed ').map((name): GroupElement => {
    const [element, party] = JSON.parse(name) as [LifeElement, string | null]
    const elapsed = sum(`elapsed ${name}`)
    const business = lifeBusiness === null ? null : sum(`business ${name}`)
    const [iterations, cases] = [sum(`iterations ${name}`), sum(`having ${name}`)]
    const drivers = namesAfter(`driver ${name} `)
    return {
      element,
      party,
      elapsed,
      business,
      iterations,
      repeats: iterations - cases,
      drivers: Object.fromEntries(drivers.map((each) => [each, sum(`driver ${name} ${each}`)])),
      cases,
      share: shareOf(elapsed, life?.sum ?? 0) ?? 0,
      businessShare: business === null ? null : shareOf(business, lifeBusiness?.sum ?? 0),
    }
  })
  return elements.sort(compareElements)
}

/** **Ties**: of states with the same time, by their names. */
function statesOf({ sum, namesAfter }: Figures): readonly StateTime[] {
  const states = namesAfter('state ').map((state) => ({ state, elapsed: sum(`state ${state}`) }))
  const all = states.reduce((total, { elapsed }) => total + elapsed, 0)
  return states
    .sort((a, b) => b.elapsed - a.elapsed)
    .map((each) => ({ ...each, share: shareOf(each.elapsed, all) ?? 0 }))
}

function occurrenceOf({ distribution, sum }: Figures, name: string): Occurrence {
  const counts = distribution(name)
  return { cases: sum(`${name} cases`), total: counts?.sum ?? 0, most: counts?.max ?? 0 }
}

function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}
