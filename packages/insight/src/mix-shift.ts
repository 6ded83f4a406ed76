import { canonicalJson, rangeError } from '@holdfast/kernel'
import { compareParts, type GroupKey } from '@holdfast/obligations'
import { fraction, plus, rounded } from './fraction.ts'
import type { CaseLifeGroup } from './life-group.ts'
import {
  type Ended,
  type MixParts,
  meanOf,
  partsOf,
  roundedParts,
  type Sides,
} from './mix-parts.ts'

/** What is compared of a group: the lives of its ended cases. */
export type MixGroup = Pick<CaseLifeGroup, 'key' | 'life'>

/** The ended cases of a group on one side. */
export interface MixSide {
  readonly ended: number
  /** Of all ended cases of that side, 0 to 1. */
  readonly share: number
  /** Of their case life, in whole milliseconds; `null` without ended cases. */
  readonly mean: number | null
}

export interface MixShiftGroup extends MixParts {
  readonly key: Readonly<Record<string, GroupKey>>
  readonly before: MixSide
  readonly after: MixSide
}

/** Why a mean case life changed, in whole milliseconds. */
export interface MixShift extends MixParts {
  readonly before: { readonly ended: number; readonly mean: number }
  readonly after: { readonly ended: number; readonly mean: number }
  /** Of the mean: after less before, which is `within` and `mix` together, and those of all groups together. */
  readonly change: number
  /** The mean after, had the mix of cases stayed as it was before. */
  readonly standardizedMean: number
  /** In order of their keys. */
  readonly groups: readonly MixShiftGroup[]
}

/**
 * Splits the change of the mean case life into what changed within groups of cases and what comes from another mix of
 * them, so that an average is not misread: published knowledge that takes the easy cases away makes the mean of the rest
 * go up. Both lists are groups of one grouping (`caseLifeTally`); their order changes nothing. Weights are ended cases.
 *
 * With the means `m` and shares `w` of a group, `within` is the sum of `(m1 − m0) (w0 + w1) / 2` and `mix` that of
 * `(w1 − w0) (m0 + m1) / 2`. A group that is on one side only counts as mix alone. The fractions are exact; each part is
 * rounded to a millisecond, and the largest takes what rounding leaves (**ties**: `within` first, then by key), so that a
 * part that is zero stays zero.
 *
 * `null` when a side has no ended case. Source: R202; E. M. Kitagawa, "Components of a Difference Between Two Rates",
 * JASA 50 (1955). Throws `RangeError` `group-repeated` and `grouping-differs`.
 */
export function mixShift(before: readonly MixGroup[], after: readonly MixGroup[]): MixShift | null {
  const pairs = pairsOf(before, after)
  const [from, to] = [wholeOf(pairs, 'before'), wholeOf(pairs, 'after')]
  if (from.ended === 0 || to.ended === 0) return null
  const parts = pairs.map((pair) => partsOf(pair, from.ended, to.ended))
  const [meanBefore, meanAfter] = [meanOf(from), meanOf(to)]
  const change = rounded(meanAfter) - rounded(meanBefore)
  const whole = roundedParts(parts, change)
  const groups = pairs.map(
    (pair, nth): MixShiftGroup => ({
      key: pair.key,
      before: sideOf(pair.before, from.ended),
      after: sideOf(pair.after, to.ended),
      ...(whole[nth] as MixParts),
    }),
  )
  const standardized = parts.map(({ atMixBefore }) => atMixBefore).reduce(plus, fraction(0))
  return {
    before: { ended: from.ended, mean: rounded(meanBefore) },
    after: { ended: to.ended, mean: rounded(meanAfter) },
    change,
    within: groups.reduce((sum, { within }) => sum + within, 0),
    mix: groups.reduce((sum, { mix }) => sum + mix, 0),
    standardizedMean: rounded(standardized),
    groups,
  }
}

interface Pair extends Sides {
  readonly key: MixGroup['key']
}

function pairsOf(before: readonly MixGroup[], after: readonly MixGroup[]): readonly Pair[] {
  const [from, to] = [byKey(before), byKey(after)]
  const groupings = new Set([...before, ...after].map(({ key }) => namesOf(key).join()))
  if (groupings.size > 1) {
    throw rangeError('grouping-differs', `these are groups by ${[...groupings].join(' and by ')}`)
  }
  const keys = new Map([...before, ...after].map(({ key }) => [canonicalJson(key), key]))
  return [...keys]
    .map(([id, key]) => ({ key, before: endedOf(from.get(id)), after: endedOf(to.get(id)) }))
    .sort((a, b) => compareParts(valuesOf(a.key), valuesOf(b.key)))
}

function byKey(groups: readonly MixGroup[]): ReadonlyMap<string, MixGroup> {
  const known = new Map(groups.map((group) => [canonicalJson(group.key), group]))
  if (known.size === groups.length) return known
  throw rangeError('group-repeated', 'each group is given once on a side')
}

function namesOf(key: MixGroup['key']): readonly string[] {
  return Object.keys(key).sort()
}

function valuesOf(key: MixGroup['key']): readonly GroupKey[] {
  return namesOf(key).map((name) => key[name] as GroupKey)
}

function endedOf(group: MixGroup | undefined): Ended {
  return { ended: group?.life?.count ?? 0, sum: group?.life?.sum ?? 0 }
}

function wholeOf(pairs: readonly Pair[], side: 'before' | 'after'): Ended {
  const total = (key: keyof Ended) => pairs.reduce((sum, pair) => sum + pair[side][key], 0)
  return { ended: total('ended'), sum: total('sum') }
}

function sideOf({ ended, sum }: Ended, all: number): MixSide {
  const mean = ended === 0 ? null : rounded(meanOf({ ended, sum }))
  return { ended, share: ended / all, mean }
}
