import { quote, rangeError, toMillis } from '@holdfast/kernel'
import {
  amountFault,
  assertFit,
  countFault,
  type Fault,
  lengthFault,
  limitFault,
  partFault,
} from './inputs.ts'
import { WEEK } from './personnel-bounds.ts'
import type { PersonnelLocation, PersonnelQuestion } from './personnel-question.ts'

type Faults = readonly (Fault | undefined)[]

/** Throws one error that names every value of a question that means nothing. */
export function assertPersonnel({
  locations,
  hours,
  absence,
  maxShare,
  load,
  minimums,
}: PersonnelQuestion): void {
  assertFit([
    ...placesFaults(locations),
    ...ifGiven(hours.covered, (covered) => weekFaults('covered', covered)),
    ...ifGiven(hours.person, (person) => weekFaults('person', person)),
    ...ifGiven(hours.seats, (seats) => [countFault('seats', seats, 1)]),
    partFault('absence', absence),
    limitFault('maxShare', maxShare),
    amountFault('incidents', load.incidents),
    lengthFault('interval', load.interval),
    ...ifGiven(load.shift, (shift) => [lengthFault('shift', shift)]),
    ...ifGiven(load.perShift, (perShift) => [amountFault('perShift', perShift, Number.MIN_VALUE)]),
    ...ifGiven(minimums, minimumsFaults),
    ...locations.flatMap(locationFaults),
  ])
}

function placesFaults(locations: readonly PersonnelLocation[]): Faults {
  const ids = locations.map(({ id }) => id)
  const repeated = ids.filter((id, nth) => ids.indexOf(id) < nth)
  return [
    ids.length === 0 ? rangeError('locations-invalid', 'there is no location') : undefined,
    ...repeated.map((id) => rangeError('locations-invalid', `location ${quote(id)} comes twice`)),
  ]
}

function locationFaults({
  covered,
  seats,
  absence,
  incidents,
  lent = [],
}: PersonnelLocation): Faults {
  return [
    ...ifGiven(covered, (length) => weekFaults('covered', length)),
    ...ifGiven(seats, (count) => [countFault('seats', count, 1)]),
    ...ifGiven(absence, (share) => [partFault('absence', share)]),
    ...ifGiven(incidents, (count) => [amountFault('incidents', count)]),
    ...lent.flatMap(({ people, share = 1 }) => [
      countFault('people', people, 0),
      limitFault('share', share),
    ]),
  ]
}

function minimumsFaults(minimums: readonly number[]): Faults {
  return minimums.map((people) => countFault('minimums', people, 0))
}

function weekFaults(name: string, length: number | string): Faults {
  const fault = lengthFault(name, length)
  if (fault !== undefined || toMillis(length) <= WEEK) return [fault]
  return [rangeError(`${name}-invalid`, `${name} ${quote(length)} is longer than a week`)]
}

function ifGiven<T>(value: T | undefined, faults: (value: T) => Faults): Faults {
  return value === undefined ? [] : faults(value)
}
