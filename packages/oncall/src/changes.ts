import type { Instant, Interval, PartyRef, Zone } from '@holdfast/kernel'
import type { ReadSchedule } from './document.ts'
import { momentIn } from './moment.ts'

/** What departs from the layers of a schedule, from an instant until another. */
export type Change = Interval & { readonly id: string } & (
    | { readonly kind: 'absence'; readonly person: PartyRef; readonly why: string | null }
    | { readonly kind: 'swap'; readonly between: readonly [PartyRef, PartyRef] }
    | {
        readonly kind: 'replace'
        /** Whose duty; everybody's when `null`. */
        readonly person: PartyRef | null
        /** Who comes instead; nobody when `null`. */
        readonly by: PartyRef | null
        readonly layer: string | null
        /** The seat of the layer, from 1; every one when `null`. */
        readonly seat: number | null
      }
    | { readonly kind: 'add'; readonly person: PartyRef; readonly layer: string | null }
    | { readonly kind: 'fixed'; readonly shifts: readonly FixedShift[] }
    | { readonly kind: 'shadow'; readonly person: PartyRef; readonly of: PartyRef | null }
  )

export type ChangeOf<K extends Change['kind']> = Extract<Change, { readonly kind: K }>

export interface FixedShift extends Interval {
  readonly person: PartyRef
}

/**
 * The changes of a schedule in the order in which they were created, then of their ids; those without `createdAt` were
 * there from the beginning. Their place says which is later. Absences come first.
 */
export function changesOf(document: ReadSchedule, zone: Zone, within: Interval): readonly Change[] {
  const span = ({ from, to }: { readonly from: string; readonly to: string }): Interval => ({
    from: Math.max(within.from, momentIn(zone, from)),
    to: Math.min(within.to, momentIn(zone, to)),
  })
  const dated: { readonly created: Instant; readonly change: Change }[] = []
  const add = (createdAt: string | undefined, change: Change) => {
    const created = createdAt === undefined ? Number.NEGATIVE_INFINITY : momentIn(zone, createdAt)
    dated.push({ created, change })
  }
  const { absences = [], swaps = [], coverRequests = [], overrides = [] } = document
  for (const { id, createdAt, between, during } of swaps) {
    for (const one of during) add(createdAt, { kind: 'swap', id, between, ...span(one) })
  }
  for (const { id, createdAt, person, takenBy, ...rest } of coverRequests) {
    if (takenBy === undefined) continue
    add(createdAt, {
      kind: 'replace',
      id,
      person,
      by: takenBy,
      layer: null,
      seat: null,
      ...span(rest),
    })
  }
  for (const {
    id,
    createdAt,
    mode,
    person = null,
    by = null,
    layer = null,
    seat = null,
    ...rest
  } of overrides) {
    if (mode === 'add') {
      if (person !== null) add(createdAt, { kind: 'add', id, person, layer, ...span(rest) })
      continue
    }
    const instead = mode === 'replace' ? by : null
    add(createdAt, { kind: 'replace', id, person, by: instead, layer, seat, ...span(rest) })
  }
  for (const { id, createdAt, shifts, ...rest } of document.fixed ?? []) {
    const fixed = shifts.map((shift) => ({ person: shift.person, ...span(shift) }))
    add(createdAt, { kind: 'fixed', id, shifts: fixed, ...span(rest) })
  }
  for (const { id, person, of = null, ...rest } of document.shadows ?? []) {
    add(undefined, { kind: 'shadow', id, person, of, ...span(rest) })
  }
  dated.sort((a, b) => compare(a.created, b.created) || compare(a.change.id, b.change.id))
  const away = absences.map(
    ({ person, reason: why = null, ...rest }, nth): Change => ({
      kind: 'absence',
      id: `absence:${nth}`,
      person,
      why,
      ...span(rest),
    }),
  )
  return [...away, ...dated.map(({ change }) => change)].filter(({ from, to }) => from < to)
}

function compare<T extends number | string>(a: T, b: T): number {
  return a === b ? 0 : a < b ? -1 : 1
}
