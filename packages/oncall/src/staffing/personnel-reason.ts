import { type Reason, reason } from '@holdfast/kernel'
import type { LocationFacts } from './personnel-bounds.ts'
import type { LocationNeed } from './personnel-question.ts'

/** Why a place needs so many people: its seats, what each bound asks for, and who is lent. */
export function locationReason(facts: LocationFacts, need: LocationNeed): Reason {
  const { askedSeats, incidents, shift, perShift, covered, person, absence, lent } = facts
  const { location, people, own, seats, decidedBy, bounds } = need
  const told = { seats, covered, absence }
  const children = [
    reason('oncall.placeSeats', { seats, asked: askedSeats, incidents, shift, perShift }),
    ...(person === null
      ? []
      : [reason('oncall.placeHours', { ...told, person, people: bounds.hours })]),
    reason('oncall.placeShare', { ...told, maxShare: facts.maxShare, people: bounds.share }),
    reason('oncall.placeMinimum', { places: facts.places, people: bounds.minimum }),
    reason('oncall.placeAtOnce', { people: bounds.seats }),
    ...lent.map(({ from, people: count, share }) =>
      reason('oncall.placeLent', { from, people: count, share }),
    ),
  ]
  return reason('oncall.placeNeeds', { location, people, own, seats, decidedBy }, { children })
}
