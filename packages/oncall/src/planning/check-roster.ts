import {
  DAY_MILLIS,
  type DocumentSource,
  difference,
  type Interval,
  intervalSet,
  intervalsOf,
  localDayAt,
  startOfDay,
  weekdayIndex,
} from '@holdfast/kernel'
import type { RosterProblemDocument } from './document.ts'
import { compareText } from './order.ts'
import {
  keyOf,
  type Need,
  type Problem,
  problemOf,
  type RosterPerson,
  type Slot,
} from './problem.ts'
import type { RosterRule } from './why-not.ts'

/** Who has a seat of a slot; the slot says when. */
export interface TakenSeat {
  readonly slot: string
  readonly person: string
}

/** A hard rule that a roster breaks. */
export interface RosterViolation extends Interval {
  /** `cover` is seats that nobody has, `overfull` more people than seats. */
  readonly rule: RosterRule | 'cover' | 'overfull' | 'slot-unknown' | 'person-unknown'
  /** For whom; `null` where it is the slots that lack something. */
  readonly person: string | null
  readonly slots: readonly string[]
}

/**
 * Every hard rule of a problem that a roster breaks, and when, whether a search or people made the roster. Soft rules
 * are not looked at, nor what other duty in somebody's history breaks by itself. By `from`, `to`, rule, then person.
 *
 * Throws a `DocumentError` that names everything `checkRosterProblem` finds.
 */
export function checkRoster(
  seats: readonly TakenSeat[],
  problem: RosterProblemDocument | DocumentSource,
): RosterViolation[] {
  const made = problemOf(problem)
  const slots = new Map(made.slots.map((slot) => [slot.id, slot]))
  const people = new Map<string, RosterPerson>(made.people.map((person) => [person.id, person]))
  const known = seats.filter(({ slot, person }) => slots.has(slot) && people.has(person))
  const unknown = seats.flatMap(({ slot, person }): RosterViolation[] => {
    const at = slots.get(slot) ?? made.period
    const found = { person, slots: [slot], from: at.from, to: at.to }
    return [
      ...(slots.has(slot) ? [] : [{ rule: 'slot-unknown' as const, ...found }]),
      ...(people.has(person) ? [] : [{ rule: 'person-unknown' as const, ...found }]),
    ]
  })
  const ofPeople = made.people.flatMap((person) => {
    const own = known.filter((seat) => seat.person === person.id)
    const taken = own.map(({ slot }) => slots.get(slot) as Slot).sort(byTime)
    return personFaults(made, person, taken)
  })
  const holders = (slot: Slot) =>
    known.flatMap((seat) =>
      seat.slot === slot.id ? [people.get(seat.person) as RosterPerson] : [],
    )
  return [...unknown, ...ofPeople, ...slotFaults(made, holders)].sort(
    (a, b) =>
      byTime(a, b) || compareText(a.rule, b.rule) || compareText(a.person ?? '', b.person ?? ''),
  )
}

const byTime = (a: Interval, b: Interval) => a.from - b.from || a.to - b.to

/** A stretch of duty: a slot of the roster, or other duty, which has no slot. */
interface Duty extends Interval {
  readonly slot: Slot | null
}

function personFaults(
  problem: Problem,
  person: RosterPerson,
  taken: readonly Slot[],
): RosterViolation[] {
  const { rules } = problem
  const duties: Duty[] = [
    ...taken.map((slot) => ({ slot, from: slot.from, to: slot.to })),
    ...person.history.map(({ from, to }) => ({ slot: null, from, to })),
  ].sort(byTime)
  const fault = (rule: RosterRule, over: readonly Duty[], { from, to }: Interval) => ({
    rule,
    person: person.id,
    slots: over.flatMap(({ slot }) => (slot === null ? [] : [slot.id])),
    from,
    to,
  })
  return [
    ...taken.flatMap((slot) => forbiddenFaults(person, slot)),
    ...pairs(duties).flatMap(([a, b]) => {
      if (b.from < a.to)
        return [fault('one-at-a-time', [a, b], { from: b.from, to: Math.min(a.to, b.to) })]
      if (b.from < a.to + rules.rest) return [fault('rest', [a, b], { from: a.to, to: b.from })]
      return []
    }),
    ...rules.maxShifts.flatMap(({ shifts, days }) => {
      const dayOf = ({ from }: Interval) => localDayAt(person.zone, from)
      return [...new Set(duties.map(dayOf))].flatMap((first) => {
        const inIt = duties.filter((duty) => dayOf(duty) >= first && dayOf(duty) < first + days)
        if (inIt.length <= shifts || inIt.every(({ slot }) => slot === null)) return []
        const span = {
          from: startOfDay(person.zone, first),
          to: startOfDay(person.zone, first + days),
        }
        return [fault('max-shifts', inIt, span)]
      })
    }),
    ...weeksOf(problem, person).flatMap((week) => {
      const inIt = duties.filter(({ from, to }) => from < week.to && to > week.from)
      const others = inIt.filter(({ slot }) => slot === null)
      const isShort = longestFree(week, inIt) < rules.weeklyBlock
      if (!isShort || longestFree(week, others) < rules.weeklyBlock) return []
      return [fault('weekly-block', inIt, week)]
    }),
    ...(rules.maxDuty !== null &&
    taken.reduce((sum, { from, to }) => sum + to - from, 0) > rules.maxDuty
      ? [fault('max-share', duties, problem.period)]
      : []),
  ]
}

function forbiddenFaults(person: RosterPerson, slot: Slot): RosterViolation[] {
  const found = { person: person.id, slots: [slot.id] }
  const lacks = (kind: 'skill' | 'language') =>
    slot.asks.some((ask) => ask.kind === kind && !person.has.has(keyOf(ask)))
  return [
    ...person.absences
      .filter(({ from, to }) => from < slot.to && to > slot.from)
      .map(({ from, to }) => ({
        rule: 'absence' as const,
        ...found,
        from: Math.max(from, slot.from),
        to: Math.min(to, slot.to),
      })),
    ...(['skill', 'language'] as const)
      .filter(lacks)
      .map((rule) => ({ rule, ...found, from: slot.from, to: slot.to })),
  ]
}

/** Each piece of duty with every later one, when one of them is in the roster. */
function pairs(duties: readonly Duty[]): [Duty, Duty][] {
  return duties.flatMap((a, nth) =>
    duties
      .slice(nth + 1)
      .filter((b) => a.slot !== null || b.slot !== null)
      .map((b): [Duty, Duty] => [a, b]),
  )
}

function weeksOf({ period }: Problem, { zone }: RosterPerson): Interval[] {
  const first = localDayAt(zone, period.from)
  const monday = first - weekdayIndex(first)
  const count = Math.ceil((period.to - period.from) / (7 * DAY_MILLIS)) + 1
  return Array.from({ length: count }, (_, nth) => ({
    from: startOfDay(zone, monday + 7 * nth),
    to: startOfDay(zone, monday + 7 * nth + 7),
  })).filter(({ from }) => from < period.to)
}

function longestFree(week: Interval, duties: readonly Interval[]): number {
  const free = intervalsOf(difference(intervalSet([week]), intervalSet(duties)))
  return Math.max(0, ...free.map(({ from, to }) => to - from))
}

function slotFaults(problem: Problem, holders: (slot: Slot) => RosterPerson[]): RosterViolation[] {
  const { slots, rules } = problem
  const has = (need: Need) => (person: RosterPerson) => person.has.has(keyOf(need))
  const ofSlots = slots.flatMap((slot): RosterViolation[] => {
    const own = holders(slot)
    const found = { person: null, slots: [slot.id], from: slot.from, to: slot.to }
    return [
      ...(own.length < slot.seats ? [{ rule: 'cover' as const, ...found }] : []),
      ...(own.length > slot.seats ? [{ rule: 'overfull' as const, ...found }] : []),
      ...slot.needs
        .filter((need) => own.filter(has(need)).length < need.count)
        .map(() => ({ rule: 'presence' as const, ...found })),
    ]
  })
  const ofRules = rules.presence.flatMap((need) => {
    const counted = slots.filter(({ role }) => need.roles === null || need.roles.includes(role))
    const edges = [...new Set(counted.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b)
    return edges.slice(1).flatMap((to, nth): RosterViolation[] => {
      const span = { from: edges[nth] as number, to }
      const on = counted.filter((slot) => slot.from <= span.from && slot.to >= to)
      const able = on.flatMap(holders).filter(has(need)).length
      if (on.length === 0 || able >= need.count) return []
      return [{ rule: 'presence', person: null, slots: on.map(({ id }) => id), ...span }]
    })
  })
  return [...ofSlots, ...ofRules]
}
