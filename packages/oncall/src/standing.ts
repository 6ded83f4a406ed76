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
  /** Which of those who have the turn together, from 1. */
  readonly nth: number
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
  /** What whoever fills it answers for, when the layer decides. */
  readonly duty: Duty | null
}

/** Who is on duty while nothing changes, and what else there was. */
export interface Standing {
  readonly duties: readonly Duty[]
  /** Every seat of every layer, also those that decide nothing. */
  readonly outcomes: readonly SeatOutcome[]
  /** The changes that hold, in their order. */
  readonly changes: readonly Change[]
  /** The fixed span that decides in place of the layers. */
  readonly fixed: ChangeOf<'fixed'> | null
  /** The priority of the layers that decide; `null` when none does. */
  readonly priority: number | null
}

/**
 * Who is on duty, by what has become of the seats of an instant and its changes. A layer with nobody left hides no
 * other, and of those with somebody the highest priority decides. Who is added comes on top. A fixed span decides alone.
 */
export function standingOf(
  outcomes: readonly SeatOutcome[],
  changes: readonly Change[],
  at: number,
): Standing {
  const fixed = changes.findLast((change) => change.kind === 'fixed') ?? null
  let priority: number | null = null
  for (const { duty, seat } of outcomes) {
    if (duty !== null && (priority === null || seat.layer.priority > priority)) {
      priority = seat.layer.priority
    }
  }
  const duties: Duty[] = []
  if (fixed !== null) duties.push(...fixedDuties(fixed, at))
  else {
    for (const { duty, seat } of outcomes) {
      if (duty !== null && seat.layer.priority === priority) duties.push(duty)
    }
    for (const change of changes) {
      if (change.kind === 'add') duties.push(...addedDuty(change, changes))
    }
  }
  if (changes.length > 0) duties.push(...shadowDuties(changes, duties))
  return { duties: duties.sort(bySeat), outcomes, changes, fixed, priority }
}

const NONE: readonly string[] = []

/**
 * What changes make of a seat. Absences empty it, swaps change people's places, then overrides and cover requests say
 * who comes instead.
 */
export function outcomeOf(seat: Seat, changes: readonly Change[]): SeatOutcome {
  const { person } = seat.member
  if (changes.length === 0) {
    return { seat, person, changes: NONE, absent: null, duty: dutyIn(seat, person, NONE) }
  }
  const absent = changes.find((one) => one.kind === 'absence' && one.person === person)
  if (absent?.kind === 'absence') return { seat, person: null, changes: NONE, absent, duty: null }
  const acting: string[] = []
  const swapped = afterSwaps(person, changes, acting)
  const last = covered(swapped, { layer: seat.layer.id, seat: seat.nth }, changes, acting, 0)
  const duty = last === null ? null : dutyIn(seat, last, acting)
  return { seat, person: last, changes: acting, absent: null, duty }
}

/** Where somebody is on duty: a seat of a layer, or beside the seats. */
interface Place {
  readonly layer: string | null
  readonly seat: number | null
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
  place: Place,
  changes: readonly Change[],
  acting: string[],
  since: number,
): PartyRef | null {
  let present = person
  const used: Change[] = []
  for (;;) {
    const change = coverOf(present, place, changes, since, used)
    if (change === undefined) return present
    used.push(change)
    acting.push(change.id)
    if (change.by === null) return null
    present = change.by
  }
}

/** The override about a person that was created last; about everybody, only while nobody has come instead. */
function coverOf(
  person: PartyRef,
  { layer, seat }: Place,
  changes: readonly Change[],
  since: number,
  used: readonly Change[],
): ChangeOf<'replace'> | undefined {
  for (let nth = changes.length - 1; nth >= since; nth--) {
    const change = changes[nth] as Change
    if (change.kind !== 'replace' || used.includes(change)) continue
    if (change.layer !== null && change.layer !== layer) continue
    if (change.seat !== null && change.seat !== seat) continue
    const isMeant = change.person === null && layer !== null && used.length === 0
    if (change.person === person || isMeant) return change
  }
  return undefined
}

function addedDuty(change: ChangeOf<'add'>, changes: readonly Change[]): readonly Duty[] {
  const acting = [change.id]
  const place = { layer: change.layer, seat: null }
  const person = covered(change.person, place, changes, acting, changes.indexOf(change))
  if (person === null) return []
  return [extraDuty(person, `override:${change.id}`, change.layer, acting)]
}

function fixedDuties({ id, shifts }: ChangeOf<'fixed'>, at: number): readonly Duty[] {
  return shifts.flatMap(({ person, from, to }, nth) =>
    from <= at && at < to ? [extraDuty(person, `fixed:${id}/${nth}`, null, [id])] : [],
  )
}

/** A shadow comes along with somebody on duty, never with another shadow. */
function shadowDuties(changes: readonly Change[], duties: readonly Duty[]): readonly Duty[] {
  if (duties.length === 0) return []
  return changes.flatMap((change) => {
    if (change.kind !== 'shadow') return []
    const { id, person, of } = change
    if (of !== null && !duties.some((duty) => duty.person === of)) return []
    return [{ ...extraDuty(person, `shadow:${id}`, null, [id]), isShadow: true }]
  })
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
