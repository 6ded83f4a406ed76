import { type Interval, localDayAt } from '@holdfast/kernel'
import { isAway, isNight, isWeekend, weekEdges } from './local-spans.ts'
import { keyOf, type Need, type Problem, type RosterPerson, type Slot } from './problem.ts'

/**
 * A problem as numbers, for the search: seats are *units*, in the order of slots; people are counted in the order of
 * their ids. A person's duty is a list of *pieces*: units, and from `units` on the pieces of their history.
 */
export interface Grid {
  readonly problem: Problem
  readonly units: number
  readonly people: number
  /** The slot of each unit. */
  readonly slotOf: Int32Array
  /** Of pieces: when they begin and end, and their place in the order of time. */
  readonly from: Float64Array
  readonly to: Float64Array
  readonly rank: Int32Array
  /** The history of each person, in the order of time. */
  readonly fixed: readonly (readonly number[])[]
  /** By person: the local date on which each piece begins. */
  readonly days: readonly Int32Array[]
  /** By person: where local weeks begin, and which of them other duty alone leaves without a free block. */
  readonly weeks: readonly (readonly number[])[]
  readonly spoiled: readonly (readonly boolean[])[]
  /** By unit: who may be asked at all. */
  readonly eligible: readonly (readonly number[])[]
  readonly isEligible: readonly Uint8Array[]
  readonly measures: readonly Measure[]
  /** By person: percent of a full share, and whether they wish to be on at all. */
  readonly shares: Int32Array
  readonly hasWishes: Uint8Array
  /** By person and unit: what home hours and wishes to be off cost. */
  readonly flat: readonly Float64Array[]
  readonly groups: readonly Group[]
  /** By unit: the groups it is in. */
  readonly groupsOf: readonly (readonly number[])[]
}

/** What is shared fairly: an amount of each unit for each person, and how much unequal sums matter. */
export interface Measure {
  readonly name: string
  readonly weight: number
  /** By person and unit. */
  readonly amounts: readonly Int32Array[]
  /** Percent, of all who may be asked for any of it. */
  readonly share: number
  /** By person: whether they may be asked for any of it. */
  readonly isOpen: readonly boolean[]
}

/** Units on at the same time, of which so many are to be held by people who have something. */
export interface Group {
  readonly need: Need
  readonly isRule: boolean
  readonly units: readonly number[]
  readonly has: Uint8Array
}

/** One point of cost is a hundred, so that shares of less than a whole keep costs whole numbers. */
export const POINT = 100

export function gridOf(problem: Problem): Grid {
  const { slots, people } = problem
  const slotOf = Int32Array.from(slots.flatMap(({ seats }, nth) => Array<number>(seats).fill(nth)))
  const units = slotOf.length
  const unitSlots = Array.from(slotOf, (nth) => slots[nth] as Slot)
  const fixed: number[][] = []
  const pieces: Interval[] = [...unitSlots]
  for (const { history } of people) {
    fixed.push(history.map((_, nth) => pieces.length + nth))
    pieces.push(...history)
  }
  const order = pieces
    .map((piece, nth) => ({ piece, nth }))
    .sort((a, b) => a.piece.from - b.piece.from || a.piece.to - b.piece.to || a.nth - b.nth)
  const rank = new Int32Array(pieces.length)
  for (const [place, { nth }] of order.entries()) rank[nth] = place
  const isEligible = people.map((person) =>
    Uint8Array.from(unitSlots, (slot) => (forbidden(person, slot).length === 0 ? 1 : 0)),
  )
  const groups = groupsFor(problem, unitSlots)
  const weeks = people.map(({ zone }) => weekEdges(zone, problem.period))
  return {
    problem,
    units,
    people: people.length,
    slotOf,
    from: Float64Array.from(pieces, ({ from }) => from),
    to: Float64Array.from(pieces, ({ to }) => to),
    rank,
    fixed,
    days: people.map(({ zone }) => Int32Array.from(pieces, ({ from }) => localDayAt(zone, from))),
    weeks,
    spoiled: people.map(({ history }, nth) =>
      (weeks[nth] as number[]).map(
        (from, week, edges) =>
          longestFree({ from, to: edges[week + 1] ?? from }, history) < problem.rules.weeklyBlock,
      ),
    ),
    eligible: unitSlots.map((_, unit) =>
      [...people.keys()].filter((person) => isEligible[person]?.[unit] === 1),
    ),
    isEligible,
    measures: measuresOf(problem, unitSlots, isEligible),
    shares: Int32Array.from(people, ({ share }) => share),
    hasWishes: Uint8Array.from(people, ({ wishes }) =>
      wishes.some(({ kind }) => kind === 'on') ? 1 : 0,
    ),
    flat: people.map((person) =>
      Float64Array.from(unitSlots, (slot) => flatCost(problem, person, slot)),
    ),
    groups,
    groupsOf: unitSlots.map((_, unit) =>
      [...groups.keys()].filter((nth) => groups[nth]?.units.includes(unit)),
    ),
  }
}

/** Why somebody cannot be asked for a slot, whatever else they do. */
export function forbidden(person: RosterPerson, slot: Slot): ('absence' | 'skill' | 'language')[] {
  const missing = slot.asks.filter((ability) => !person.has.has(keyOf(ability)))
  return [
    ...(person.absences.some((absence) => overlaps(absence, slot)) ? (['absence'] as const) : []),
    ...new Set(missing.map(({ kind }) => kind)),
  ]
}

export function overlaps(a: Interval, b: Interval): boolean {
  return a.from < b.to && b.from < a.to
}

/** The longest time in a span in which none of the pieces lies, which come in the order of their start. */
export function longestFree({ from, to }: Interval, pieces: Iterable<Interval>): number {
  let [cursor, longest] = [from, 0]
  for (const piece of pieces) {
    if (piece.to <= from || piece.from >= to) continue
    longest = Math.max(longest, piece.from - cursor)
    cursor = Math.max(cursor, piece.to)
  }
  return Math.max(longest, to - cursor)
}

/** What holding a unit costs somebody whatever else they hold. */
function flatCost({ weights }: Problem, person: RosterPerson, slot: Slot): number {
  const unwanted = person.wishes
    .filter((wish) => wish.kind === 'off' && overlaps(wish, slot))
    .reduce((sum, { weight }) => sum + weight, 0)
  return POINT * (weights.wishes * unwanted + (isAway(person, slot) ? weights.home : 0))
}

function measuresOf(
  problem: Problem,
  unitSlots: readonly Slot[],
  isEligible: readonly Uint8Array[],
): Measure[] {
  const { people, weights } = problem
  const roles = [...new Set(unitSlots.map(({ role }) => role))].sort()
  function measure(
    name: string,
    weight: number,
    of: (p: RosterPerson, s: Slot) => number,
  ): Measure {
    const amounts = people.map((person) => Int32Array.from(unitSlots, (slot) => of(person, slot)))
    const isOpen = amounts.map((own, person) =>
      own.some((amount, unit) => amount > 0 && isEligible[person]?.[unit] === 1),
    )
    const open = people.filter((_, person) => isOpen[person])
    const share = Math.max(
      1,
      open.reduce((sum, person) => sum + person.share, 0),
    )
    return { name, weight, amounts, isOpen, share }
  }
  return [
    measure('shifts', weights.shifts, () => 1),
    measure('hours', weights.hours, (_, { from, to }) => Math.round((to - from) / HOUR)),
    measure('nights', weights.nights, (p, slot) => Number(isNight(problem, p, slot))),
    measure('weekends', weights.weekends, (p, slot) => Number(isWeekend(p, slot))),
    ...(roles.length > 1 ? roles : []).map((role) =>
      measure(`role:${role}`, weights.roles, (_, slot) => Number(slot.role === role)),
    ),
  ]
}

const HOUR = 3_600_000

function groupsFor({ people, rules }: Problem, unitSlots: readonly Slot[]): Group[] {
  const hasIt = (need: Need) => Uint8Array.from(people, ({ has }) => (has.has(keyOf(need)) ? 1 : 0))
  const unitsOf = (holds: (slot: Slot) => boolean) =>
    [...unitSlots.keys()].filter((unit) => holds(unitSlots[unit] as Slot))
  const ofSlots = [...new Set(unitSlots)].flatMap((slot) =>
    slot.needs.map((need) => ({
      need,
      isRule: false,
      units: unitsOf((other) => other === slot),
      has: hasIt(need),
    })),
  )
  const ofRules = rules.presence.flatMap((need) => {
    const counts = ({ role }: Slot) => need.roles === null || need.roles.includes(role)
    // Who is on duty changes only where a shift begins or ends, and where one ends there are only fewer.
    const edges = [...new Set(unitSlots.filter(counts).flatMap(({ from, to }) => [from, to]))]
    const sets = edges.map((at) => unitsOf((s) => counts(s) && s.from <= at && at < s.to).join())
    return [...new Set(sets)]
      .filter((set) => set !== '')
      .map((set) => ({ need, isRule: true, units: set.split(',').map(Number), has: hasIt(need) }))
  })
  return [...ofSlots, ...ofRules]
}
