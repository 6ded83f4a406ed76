import type { Directory, PartyRef } from '@holdfast/kernel'
import type { ObligationState } from './state.ts'

/** Which promises are meant; each part may be one or several. */
export interface PartyFilter<P extends PartyRef> {
  /** Who owes it. */
  readonly debtor?: P | readonly P[] | undefined
  /** Whom it is owed to. */
  readonly creditor?: P | readonly P[] | undefined
  /** What kind of promise: `sla.firstResponse`. */
  readonly kind?: string | readonly string[] | undefined
}

/** A party as statistics show it: people only as their team, or all together as `person`. */
export type GroupParty = SharedParty | 'person'

/** A party that is no single person. */
export type SharedParty = Exclude<PartyRef, `person:${string}`>

/** Who belongs to whom. */
export interface Membership {
  fits(state: ObligationState, filter: PartyFilter<PartyRef>): boolean
  /** The group that a party is counted in. */
  groupOf(party: PartyRef | null): GroupParty | null
}

/** The teams of people, as far as a directory knows them. */
export function membership(directory: Directory | undefined): Membership {
  const teamOf = (party: PartyRef): SharedParty | undefined => {
    const id = party.slice('person:'.length)
    if (directory === undefined || !Object.hasOwn(directory.people, id)) return undefined
    const team = directory.people[id]?.team
    return team === undefined ? undefined : `team:${team}`
  }
  const isAmong = (party: PartyRef | null, wanted: PartyRef | readonly PartyRef[] | undefined) => {
    if (wanted === undefined) return true
    if (party === null) return false
    const any: readonly PartyRef[] = typeof wanted === 'string' ? [wanted] : wanted
    if (any.includes(party)) return true
    const team = isPerson(party) ? teamOf(party) : undefined
    return team !== undefined && any.includes(team)
  }
  return {
    fits: (state, { debtor, creditor, kind }) =>
      isAmong(state.debtor, debtor) &&
      isAmong(state.creditor, creditor) &&
      (kind === undefined ||
        (typeof kind === 'string' ? kind === state.kind : kind.includes(state.kind))),
    groupOf(party) {
      if (party === null) return null
      return isPerson(party) ? (teamOf(party) ?? 'person') : party
    },
  }
}

export function isPerson(party: PartyRef): party is `person:${string}` {
  return party.startsWith('person:')
}
