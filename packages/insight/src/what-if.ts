import type { ElementTime } from './element-time.ts'
import { type Fraction, fraction, minus, plus, rounded, times } from './fraction.ts'
import { assertShares, isAbout, type LifeChange, repeatsOf, touches } from './life-change.ts'
import type { LifeElement } from './stretch.ts'

/** A case life, or the lives of a group of cases: whatever was taken apart into elements. */
export interface Decomposed {
  readonly elements: readonly ElementTime[]
  /** Of a group, the cases whose lives are over. */
  readonly ended?: number
}

/** A time as it is and as it would be, in whole milliseconds; `before` is `after` and `saved`. */
export interface TimeSaving {
  readonly before: number
  readonly after: number
  readonly saved: number
}

export interface Saving extends TimeSaving {
  /** Of the time before, 0 to 1; 0 where there was none. */
  readonly savedShare: number
}

/** What becomes of one element. */
export interface ElementSaving extends Saving {
  readonly element: LifeElement
  readonly party: string | null
  /** In business time; `null` without a calendar. */
  readonly business: Saving | null
}

/** What becomes of a life, or of the lives of a group. */
export interface WhatIf extends Saving {
  readonly business: Saving | null
  /** Every element there is; their times add up to those of the whole, before and after. */
  readonly elements: readonly ElementSaving[]
  /** For each ended case of a group, rounded; `null` for a single life, and where none has ended. */
  readonly mean: TimeSaving | null
  /** The changes that are about nothing there is: no such element, or none of the repeats that they mean. */
  readonly unmatched: readonly LifeChange[]
}

/**
 * What a life, or the lives of a group, would have been if elements were shorter or repeated less often.
 *
 * `shorterBy` takes that share off the time of each iteration. `fewerRepeats` takes that share of the repeats away, each
 * with the mean time of an iteration (elapsed by iterations); the first iteration of a case is none and stays. Several
 * changes of one element compound: each takes its share of what the others leave, so their order changes nothing. Nothing
 * else is assumed to change; above all, that other elements would not grow.
 *
 * The fractions are exact, and each element is rounded once; **ties**: up. Source: R102.
 * Throws `RangeError` `share-invalid`.
 */
export function whatIf(subject: Decomposed, changes: readonly LifeChange[]): WhatIf {
  for (const change of changes) assertShares(change)
  const elements = subject.elements.map((part): ElementSaving => {
    const left = leftOf(
      part,
      changes.filter((change) => isAbout(change, part)),
    )
    const saving = (before: number) => savingOf(before, rounded(times(fraction(before), left)))
    const { element, party, elapsed, business } = part
    return {
      element,
      party,
      ...saving(elapsed),
      business: business === null ? null : saving(business),
    }
  })
  const whole = sumOf(elements)
  const inBusiness = elements.flatMap(({ business }) => (business === null ? [] : [business]))
  return {
    ...whole,
    business: inBusiness.length === 0 ? null : sumOf(inBusiness),
    elements,
    mean: meanOf(whole, subject.ended ?? 0),
    unmatched: changes.filter((change) => !subject.elements.some((part) => touches(change, part))),
  }
}

/** Which fraction of an element's time is left. */
function leftOf(part: ElementTime, changes: readonly LifeChange[]): Fraction {
  const shorter = product(changes.map(({ shorterBy }) => keptOf(shorterBy)))
  const firsts = fraction(part.iterations - part.repeats)
  const repeats = Object.keys(part.drivers).map((driver) => {
    const fewer = changes.filter((change) => (change.driver ?? driver) === driver)
    const kept = product(fewer.map(({ fewerRepeats }) => keptOf(fewerRepeats)))
    return times(fraction(repeatsOf(part, driver)), kept)
  })
  const iterations = repeats.reduce(plus, firsts)
  return times(times(shorter, iterations), fraction(1, part.iterations))
}

/** What a share leaves, exact to the last binary digit of numbers below 1. */
function keptOf(share = 0): Fraction {
  return minus(fraction(1), fraction(Math.round(share * EXACT), EXACT))
}

const EXACT = 2 ** 53

function product(factors: readonly Fraction[]): Fraction {
  return factors.reduce(times, fraction(1))
}

function savingOf(before: number, after: number): Saving {
  const saved = before - after
  return { before, after, saved, savedShare: before === 0 ? 0 : saved / before }
}

function sumOf(savings: readonly Saving[]): Saving {
  const add = (key: 'before' | 'after') => savings.reduce((sum, each) => sum + each[key], 0)
  return savingOf(add('before'), add('after'))
}

function meanOf({ before, after }: TimeSaving, ended: number): TimeSaving | null {
  if (ended === 0) return null
  const [from, to] = [rounded(fraction(before, ended)), rounded(fraction(after, ended))]
  return { before: from, after: to, saved: from - to }
}
