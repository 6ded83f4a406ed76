import type { PartyRef } from '@holdfast/kernel'

/** A number to be found. `seat` is 1 where the person has a seat of the slot. */
export interface ModelVariable {
  readonly name: string
  readonly kind: 'seat' | 'binary' | 'real'
  readonly slot?: string
  readonly person?: PartyRef
}

export interface ModelTerm {
  readonly coefficient: number
  readonly variable: string
}

/** The sum of the terms is at most, at least or exactly the bound. */
export interface ModelRow {
  readonly name: string
  readonly terms: readonly ModelTerm[]
  readonly sense: '<=' | '>=' | '='
  readonly bound: number
}

/** A problem as linear constraints on numbers of which most are 0 or 1, for a solver of mixed integer programs. */
export interface RosterModel {
  readonly variables: readonly ModelVariable[]
  readonly rows: readonly ModelRow[]
  /** To be made as small as can be. */
  readonly objective: readonly ModelTerm[]
}

/** Somebody may have a seat of a slot. Seats of one slot are alike, so its first unit stands for all. */
export interface SeatVariable {
  readonly name: string
  readonly slot: number
  readonly unit: number
  readonly person: number
}

export function term(coefficient: number, variable: string): ModelTerm {
  return { coefficient, variable }
}
