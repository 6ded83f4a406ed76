import type { PartyRef } from '@holdfast/kernel'
import type { Change, ChangeOf } from './changes.ts'
import type { Layer, TurnPart } from './layer.ts'
import type { Member } from './member.ts'
import { bySeat, type Duty } from './shift.ts'

/** A place of a layer while somebody's turn lasts. */
export interface Seat {
  readonly layer: Layer
  readonly part: TurnPart
  readonly name: string
  readonly member: Member
}

/** What has become of a seat. */
export interface SeatOutcome {
  readonly seat: Seat
  /** Who fills it after all changes; `null` when nobody. */
  readonly person: PartyRef | null
  readonly changes: readonly string[]
  /** Whose turn it is, where they are away. */
  readonly absent: ChangeOf<'absence'> | null
}

/** Who is on duty while nothing changes, and what else there was. */
export interface Standing {
  readonly duties: readonly Duty[]
  /** Every seat of every layer, also those that decide nothing. */
  readonly outcomes: readonly SeatOutcome[]
  /** The fixed span that decides in place of the layers. */
  readonly fixed: ChangeOf<'fixed'> | null
  /** The priority of the layers that decide; `null` when none does. */
  readonly priority: number | null
}

/**
 * Who is on duty, by the seats and changes of an instant. Absences empty a seat, swaps change people's places, then
 * overrides and cover requests say who comes instead; a layer with nobody left hides no other, and of those with somebody
 * the highest priority decides. Who is added comes on top. A fixed span decides alone.
 */
export function standingOf(
  seats: readonly Seat[],
  changes: readonly Change[],
  at: number,
): Standing {
  const outcomes = seats.map((seat) => outcomeOf(seat, changes))
  const fixed = changes.findLast((change) => change.kind === 'fixed') ?? null
  const priority = outcomes.reduce<number | null>(
    (highest, { person, seat }) =>
      person === null ? highest : Math.max(highest ?? seat.layer.priority, seat.layer.priority),
    null,
  )
  const duties: Duty[] = []
  if (fixed !== null) duties.push(...fixedDuties(fixed, at))
  else {
    for (const { seat, person, changes: by } of outcomes) {
      if (person === null || seat.layer.priority !== priority) continue
      duties.push(dutyIn(seat, person, by))
    }
    for (const change of changes) {
      if (change.kind === 'add') duties.push(...addedDuty(change, changes))
    }
  }
  const responsible = duties.length
  for (const change of changes) {
    if (change.kind === 'shadow' && isWith(change, duties.slice(0, responsible))) {
      duties.push(shadowDuty(change))
    }
  }
  duties.sort(bySeat)
  return { duties, outcomes, fixed, priority }
}

function outcomeOf(seat: Seat, changes: readonly Change[]): SeatOutcome {
  const { person } = seat.member
  const absent = changes.find((one) => one.kind === 'absence' && one.person === person)
  if (absent?.kind === 'absence') return { seat, person: null, changes: [], absent }
  const acting: string[] = []
  const swapped = afterSwaps(person, changes, acting)
  return {
    seat,
    person: covered(swapped, seat.layer.id, changes, acting, 0),
    changes: acting,
    absent: null,
  }
}

/** Each swap exchanges two people, so a swap made twice is none. */
function afterSwaps(person: PartyRef, changes: readonly Change[], acting: string[]): PartyRef {
  let present = person
  for (const change of changes) {
    if (change.kind !== 'swap') continue
    const [a, b] = change.between
    if (present !== a && present !== b) continue
    present = present === a ? b : a
    acting.push(change.id)
  }
  return present
}

/**
 * Who comes in a person's place. Of the overrides that are about them the one created last decides, and whoever comes by
 * it may be covered in turn, by an override that names them. `since` is the place of the first change that counts.
 */
function covered(
  person: PartyRef,
  layer: string | null,
  changes: readonly Change[],
  acting: string[],
  since: number,
): PartyRef | null {
  let present = person
  let isFirst = true
  const used = new Set<Change>()
  for (;;) {
    const isAbout = (change: Change, nth: number): change is ChangeOf<'replace'> =>
      change.kind === 'replace' &&
      nth >= since &&
      !used.has(change) &&
      (change.layer === null || change.layer === layer) &&
      (change.person === present || (isFirst && change.person === null && layer !== null))
    const change = changes.findLast(isAbout)
    if (change === undefined) return present
    used.add(change)
    acting.push(change.id)
    if (change.by === null) return null
    present = change.by
    isFirst = false
  }
}

function addedDuty(change: ChangeOf<'add'>, changes: readonly Change[]): readonly Duty[] {
  const acting = [change.id]
  const person = covered(change.person, change.layer, changes, acting, changes.indexOf(change))
  if (person === null) return []
  return [extraDuty(person, `override:${change.id}`, change.layer, acting)]
}

function fixedDuties({ id, shifts }: ChangeOf<'fixed'>, at: number): readonly Duty[] {
  return shifts.flatMap(({ person, from, to }, nth) =>
    from <= at && at < to ? [extraDuty(person, `fixed:${id}/${nth}`, null, [id])] : [],
  )
}

/** A shadow comes along with somebody on duty, never with another shadow. */
function isWith({ of }: ChangeOf<'shadow'>, duties: readonly Duty[]): boolean {
  return of === null ? duties.length > 0 : duties.some(({ person }) => person === of)
}

function shadowDuty({ id, person }: ChangeOf<'shadow'>): Duty {
  return { ...extraDuty(person, `shadow:${id}`, null, [id]), isShadow: true }
}

function dutyIn(
  { layer, part, name, member }: Seat,
  person: PartyRef,
  changes: readonly string[],
): Duty {
  const { turn, roster } = part
  const { source, team } = member
  const isOwn = person === member.person
  return {
    person,
    seat: name,
    layer: layer.id,
    turn,
    roster,
    changes,
    source: isOwn ? source : null,
    team: isOwn ? team : null,
    isShadow: false,
  }
}

function extraDuty(
  person: PartyRef,
  seat: string,
  layer: string | null,
  changes: readonly string[],
): Duty {
  const none = { turn: null, roster: null, source: null, team: null }
  return { person, seat, layer, ...none, changes, isShadow: false }
}
