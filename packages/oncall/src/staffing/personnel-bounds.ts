import { DAY_MILLIS, toMillis } from '@holdfast/kernel'
import { wholeUp } from './bounds.ts'
import type { LocationNeed, PersonnelLocation, PersonnelQuestion } from './personnel-question.ts'

/**
 * How few people a place should have: where there is one place, and where there are two or more. With fewer, each is on
 * duty too often. Source: B. Beyer and others (ed.), "Site Reliability Engineering", 2016, chapter 11.
 */
export const SMALLEST_TEAMS: readonly number[] = Object.freeze([8, 6])

/** The milliseconds of a week. */
export const WEEK = 7 * DAY_MILLIS

/** What is true of one place, nothing left out. Times in milliseconds. */
export interface LocationFacts {
  readonly id: string
  readonly covered: number
  /** How long one person works in a week; `null` where being on duty is no working time. */
  readonly person: number | null
  readonly askedSeats: number
  readonly absence: number
  readonly maxShare: number
  readonly shift: number
  /** How many incidents come in a shift. */
  readonly incidents: number
  readonly perShift: number
  readonly seats: number
  readonly places: number
  readonly minimum: number
  readonly lent: readonly { from: string; people: number; share: number }[]
}

/** What is true of a place, by the question as a whole. */
export function locationFacts(
  question: PersonnelQuestion,
  place: PersonnelLocation,
): LocationFacts {
  const { locations, hours, load, maxShare, minimums = SMALLEST_TEAMS } = question
  const places = locations.length
  const shift = toMillis(load.shift ?? 'PT12H')
  const incidents = ((place.incidents ?? load.incidents) * shift) / toMillis(load.interval)
  const perShift = load.perShift ?? 2
  const askedSeats = place.seats ?? hours.seats ?? 1
  const covered =
    place.covered === undefined ? toMillis(hours.covered ?? WEEK) / places : toMillis(place.covered)
  return {
    id: place.id,
    covered,
    person: hours.person === undefined ? null : toMillis(hours.person),
    askedSeats,
    absence: place.absence ?? question.absence,
    maxShare,
    shift,
    incidents,
    perShift,
    seats: Math.max(askedSeats, wholeUp(incidents / perShift)),
    places,
    minimum: minimums[places - 1] ?? minimums.at(-1) ?? 1,
    lent: (place.lent ?? []).map(({ from, people, share = 1 }) => ({ from, people, share })),
  }
}

/** How many people each bound asks for, not rounded. */
export function boundsOf(facts: LocationFacts): LocationNeed['bounds'] {
  const { covered, person, absence, maxShare, seats, minimum } = facts
  const onDuty = (seats * covered) / (1 - absence)
  return {
    hours: person === null ? null : onDuty / person,
    share: onDuty / (WEEK * maxShare),
    minimum,
    seats,
  }
}
