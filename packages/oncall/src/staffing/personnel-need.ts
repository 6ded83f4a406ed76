import { quote, rangeError, reason } from '@holdfast/kernel'
import { wholeUp } from './bounds.ts'
import { assertPersonnel } from './check-personnel.ts'
import { MOST_AGENTS } from './inputs.ts'
import { boundsOf, type LocationFacts, locationFacts } from './personnel-bounds.ts'
import type {
  LocationNeed,
  PersonnelBound,
  PersonnelNeed,
  PersonnelQuestion,
} from './personnel-question.ts'
import { locationReason } from './personnel-reason.ts'

const BOUNDS: readonly PersonnelBound[] = ['hours', 'share', 'minimum', 'seats']

/**
 * How many people each place of an on-call service needs. First the seats: as many as asked for, or as many as deal with
 * the incidents of a shift. Then the people, whatever asks for most:
 *
 * - `hours`: seats x covered hours / contract hours of a person who is not away;
 * - `share`: seats x covered hours / the hours in which a person who is not away may be on duty;
 * - `minimum`: the fewest for the number of places;
 * - `seats`: nobody is on duty twice at a time.
 *
 * People who are lent count with their share of time in the first two, by heads in the others. More hours, absence or load
 * never needs fewer people. Means of a week: that nobody is missing at any instant is for `coverage` to prove.
 *
 * Throws one `RangeError` or `TypeError` that names every wrong value: `locations-invalid`, `covered-invalid`,
 * `person-invalid`, `seats-invalid`, `absence-invalid`, `max-share-invalid`, `incidents-invalid`, `interval-invalid`,
 * `shift-invalid`, `per-shift-invalid`, `minimums-invalid`, `people-invalid`, `share-invalid`, `duration-invalid`,
 * `duration-not-fixed`, and `RangeError` `people-out-of-range` for more than 1,000,000 at a place.
 */
export function personnelNeed(question: PersonnelQuestion): PersonnelNeed {
  assertPersonnel(question)
  const found = question.locations.map((place) => {
    const facts = locationFacts(question, place)
    const need = needOf(facts)
    return { need, why: locationReason(facts, need) }
  })
  const locations = found.map(({ need }) => need)
  const people = locations.reduce((sum, need) => sum + need.people, 0)
  const own = locations.reduce((sum, need) => sum + need.own, 0)
  const params = { people, own, places: locations.length }
  const children = found.map(({ why }) => why)
  return { people, own, locations, reason: reason('oncall.personnelNeed', params, { children }) }
}

function needOf(facts: LocationFacts): LocationNeed {
  const { id, covered, seats, lent } = facts
  const bounds = boundsOf(facts)
  const heads = lent.reduce((sum, { people }) => sum + people, 0)
  const times = lent.reduce((sum, { people, share }) => sum + people * share, 0)
  const lentFor = { hours: times, share: times, minimum: heads, seats: heads }
  const asked = BOUNDS.map((bound) => ({
    bound,
    people: wholeUp(bounds[bound] ?? 0),
    own: wholeUp((bounds[bound] ?? 0) - lentFor[bound]),
  }))
  const people = Math.max(...asked.map((one) => one.people))
  if (people > MOST_AGENTS) {
    throw rangeError('people-out-of-range', `${quote(id)} needs more than ${MOST_AGENTS} people`)
  }
  const decidedBy = asked.find((one) => one.people === people)?.bound ?? 'seats'
  const own = Math.max(0, ...asked.map((one) => one.own))
  return { location: id, people, own, seats, covered, decidedBy, bounds }
}
