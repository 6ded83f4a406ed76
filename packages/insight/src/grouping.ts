import { type Period, periodStart, quote, rangeError, typeError } from '@holdfast/kernel'
import type { GroupKey } from '@holdfast/obligations'
import type { CaseLife } from './case-life.ts'

/**
 * What the lives of cases can be grouped by. There is no `person`: case life is no measure of people. `period` is that of
 * the opening; `handOvers` and `reassignments` are `0` to `3`, and `4 or more`. Source: R104.
 */
export type CaseLifeGrouping =
  | 'priority'
  | 'holder'
  | 'handOvers'
  | 'reassignments'
  | 'pingPong'
  | 'reopened'
  | 'ending'
  | 'period'
  | `fact:${string}`

/** The part of a case's group that a grouping says. Throws `RangeError` `group-unknown`, `TypeError` `period-missing`. */
export function groupingOf(by: string, period: Period | undefined): (life: CaseLife) => GroupKey {
  switch (by) {
    case 'priority':
    case 'reassignments':
      return factOf(by)
    case 'holder':
      return ({ holder }) => holder
    case 'handOvers':
      return ({ handOvers }) => fewOrMany(handOvers.length)
    case 'pingPong':
      return ({ handOvers }) => yesOrNo(handOvers.some(({ isReturn }) => isReturn))
    case 'reopened':
      return ({ reopenings }) => yesOrNo(reopenings > 0)
    case 'ending':
      return ({ ending }) => ending
    case 'period': {
      if (period === undefined) {
        throw typeError('period-missing', 'to group by period, say which: { each, timeZone }')
      }
      const startOf = periodStart(period)
      return ({ openedAt }) => startOf(openedAt)
    }
    default:
      if (by.startsWith('fact:')) return factOf(by.slice('fact:'.length))
      throw rangeError('group-unknown', `the lives of cases cannot be grouped by ${quote(by)}`)
  }
}

function factOf(name: string): (life: CaseLife) => GroupKey {
  return ({ facts }) => {
    const fact = Object.hasOwn(facts, name) ? facts[name] : undefined
    if (fact === undefined) return null
    return name === 'reassignments' && typeof fact === 'number' ? fewOrMany(fact) : String(fact)
  }
}

const MANY = 4

function fewOrMany(count: number): string {
  return count < MANY ? String(count) : `${MANY} or more`
}

function yesOrNo(holds: boolean): string {
  return holds ? 'yes' : 'no'
}
