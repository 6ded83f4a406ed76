import type { Interval, PartyRef } from '@holdfast/kernel'
import type { Member } from './member.ts'

/** Somebody on duty, and what made it so. */
export interface Duty {
  readonly person: PartyRef
  /** The place that they fill: the layer's id, with a number where several have a turn together; or who came in addition. */
  readonly seat: string
  /** The layer, `null` for who comes in addition or by a fixed shift. */
  readonly layer: string | null
  /** The number of the turn, from the anchor of the rotation. */
  readonly turn: number | null
  readonly roster: string | null
  /** The ids of swaps, cover requests, overrides and fixed spans that made it so, in the order in which they acted. */
  readonly changes: readonly string[]
  /** Where their time comes from, and whose person they are; of the roster's member, whoever covers. */
  readonly source: Member['source'] | null
  readonly team: string | null
  /** Whether they come along and answer for nothing. */
  readonly isShadow: boolean
}

/** A duty from an instant until another, the end excluded. */
export interface Shift extends Duty, Interval {
  readonly schedule: string
  readonly role: string | null
  readonly site: string | null
}

/** Whether two are the same duty of the same person, for the same reasons. */
export function isSameDuty(a: Duty, b: Duty): boolean {
  if (a === b) return true
  return (
    a.seat === b.seat &&
    a.person === b.person &&
    a.turn === b.turn &&
    a.roster === b.roster &&
    a.source === b.source &&
    a.team === b.team &&
    a.isShadow === b.isShadow &&
    a.changes.length === b.changes.length &&
    a.changes.every((id, nth) => id === b.changes[nth])
  )
}

/** The order of duties of one instant, whatever the order in the document. */
export function bySeat(a: Duty, b: Duty): number {
  return a.seat < b.seat ? -1 : a.seat > b.seat ? 1 : 0
}
