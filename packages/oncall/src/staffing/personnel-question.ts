import type { Duration, Reason } from '@holdfast/kernel'

/** Who is to be on duty, where and when: a week, as it is on average. */
export interface PersonnelQuestion {
  /** The places that take turns, at least one; one that is covered around the clock is a site on its own. */
  readonly locations: readonly PersonnelLocation[]
  readonly hours: {
    /** How much of a week is covered by all together; around the clock (`PT168H`) when left out, and at most that. */
    readonly covered?: Duration | undefined
    /**
     * How long one person works in a week by contract: `PT40H`. Leave it out where being on duty is no working time, as
     * for those who wait at home for a page.
     */
    readonly person?: Duration | undefined
    /** How many are on duty at a time, 1 or more; 1 when left out, 2 for a primary and a secondary. */
    readonly seats?: number | undefined
  }
  /** The share of time in which people are away (vacation, sickness, training), less than 1. */
  readonly absence: number
  /** The share of all time that one person is on duty at most, more than 0: 0.25 for one week of four. */
  readonly maxShare: number
  readonly load: {
    /** How many incidents come in an interval while somebody is on duty, on average; 0 or more. */
    readonly incidents: number
    /** `PT168H` for a week. */
    readonly interval: Duration
    /** How long a shift is; 12 hours when left out. */
    readonly shift?: Duration | undefined
    /** How many incidents one person can deal with in a shift, more than 0; 2 when left out. */
    readonly perShift?: number | undefined
  }
  /**
   * How few people there may be at each place: the first number where there is one place, the second where there are two,
   * and so on; the last holds for more. `SMALLEST_TEAMS` when left out; `[1]` for no such rule.
   */
  readonly minimums?: readonly number[] | undefined
}

/** A place that people work at. What it leaves out is as the question says. */
export interface PersonnelLocation {
  /** Unlike those of the other places. */
  readonly id: string
  /** How much of a week it covers; an equal part of all when left out. */
  readonly covered?: Duration | undefined
  readonly seats?: number | undefined
  readonly absence?: number | undefined
  /** Incidents in an interval while this place is on duty. */
  readonly incidents?: number | undefined
  /** Who comes from other teams. */
  readonly lent?: readonly LentPeople[] | undefined
}

/** People that another team lends. */
export interface LentPeople {
  /** The team: `team:platform`. */
  readonly from: string
  /** How many; a whole number. */
  readonly people: number
  /** The share of their time that they are lent for, more than 0; 1 when left out. */
  readonly share?: number | undefined
}

/** What asks for people, in the order in which ties are told. */
export type PersonnelBound = 'hours' | 'share' | 'minimum' | 'seats'

/** How many people a place needs. */
export interface LocationNeed {
  readonly location: string
  /** How many it needs, if nobody were lent. */
  readonly people: number
  /** How many it needs beside those who are lent. */
  readonly own: number
  /** How many are on duty at a time: as asked for, or as the load demands. */
  readonly seats: number
  /** Milliseconds of a week that it covers; not whole where a week is divided so. */
  readonly covered: number
  /** What asks for most people; of equals the first. */
  readonly decidedBy: PersonnelBound
  /** How many each asks for, not rounded; `hours` is `null` where being on duty is no working time. */
  readonly bounds: { readonly [bound in PersonnelBound]: number | null }
}

/** How many people all places need. */
export interface PersonnelNeed {
  readonly people: number
  readonly own: number
  /** In the order of the question. */
  readonly locations: readonly LocationNeed[]
  readonly reason: Reason
}
