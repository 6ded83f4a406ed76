import type { Interval, PartyRef, Reason } from '@holdfast/kernel'
import type { RuleCost } from './costs.ts'
import type { Hindrance } from './why-not.ts'

/** Somebody has a seat of a slot. */
export interface RosterAssignment extends Interval {
  readonly slot: string
  readonly person: PartyRef
  readonly role: string
}

/** Seats that nobody could be found for, and what keeps each person from them in this roster. */
export interface UncoveredSlot extends Interval {
  readonly slot: string
  readonly role: string
  /** How many of its seats are empty. */
  readonly seats: number
  readonly people: readonly {
    readonly person: PartyRef
    readonly hindrances: readonly Hindrance[]
  }[]
}

/** Slots on at the same time whose people lack a skill or a language that some of them need. */
export interface UnmetNeed extends Interval {
  readonly kind: 'skill' | 'language'
  readonly name: string
  readonly slots: readonly string[]
  readonly needed: number
  readonly have: number
}

/**
 * Why there can be no roster, by counting: so many seats of these slots, and these people can take only so many of
 * them, whoever takes which.
 */
export interface Shortage extends Interval {
  /** `one-at-a-time` counts everybody once, with the rest after a shift; `presence` counts who has something. */
  readonly rule: 'one-at-a-time' | 'max-shifts' | 'max-share' | 'presence'
  readonly slots: readonly string[]
  readonly demand: number
  readonly supply: number
  readonly people: readonly { readonly person: PartyRef; readonly most: number }[]
}

/** What falls to one person. */
export interface PersonTotal {
  readonly person: PartyRef
  readonly team: string | null
  readonly source: 'own' | 'seconded' | 'responsible-ops'
  readonly shifts: number
  readonly millis: number
  readonly nights: number
  readonly weekends: number
  /** Shifts outside their home hours or at another site. */
  readonly away: number
  /** Shifts by role. */
  readonly roles: Readonly<Record<string, number>>
}

/**
 * How unevenly something is spread: the most that somebody has above their share less the most that somebody has below,
 * in shifts (hours for `hours`), rounded to hundredths. Where shares are equal, the greatest less the least.
 */
export interface Spread {
  readonly measure: string
  readonly spread: number
}

/** A wish that this roster does not fulfill, and what it would have taken, by every single change that would do. */
export interface UnmetWish extends Interval {
  readonly person: PartyRef
  readonly kind: 'off' | 'on'
  readonly weight: number
  readonly changes: readonly WishChange[]
}

/** Giving a seat to somebody else, with the rules that forbid it, or the soft rules it would make dearer and cheaper. */
export interface WishChange {
  readonly slot: string
  readonly from: PartyRef | null
  readonly to: PartyRef
  readonly hindrances: readonly Hindrance[]
  /** What it would add, by soft rule; empty where a hard rule forbids it. */
  readonly costs: readonly RuleCost[]
}

/** A roster, how fair it is, and what is missing in it. */
export interface RosterPlan {
  /**
   * `found`: every seat is taken and every rule is kept. `none-found`: the search found no such roster, which does not
   * say that there is none. `impossible`: there is none; `shortages` prove it.
   */
  readonly outcome: 'found' | 'none-found' | 'impossible'
  readonly period: Interval
  /** By start, end, role, slot, then person. No hard rule is broken for anybody in it. */
  readonly assignments: readonly RosterAssignment[]
  readonly uncovered: readonly UncoveredSlot[]
  readonly unmetNeeds: readonly UnmetNeed[]
  readonly shortages: readonly Shortage[]
  readonly totals: readonly PersonTotal[]
  readonly spreads: readonly Spread[]
  readonly costs: readonly RuleCost[]
  readonly wishes: readonly UnmetWish[]
  readonly reason: Reason
}
