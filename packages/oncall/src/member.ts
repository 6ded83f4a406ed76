import type { PartyRef } from '@holdfast/kernel'
import type { MEMBER_SOURCES, ReadTurnHolder } from './document.ts'

/** A person who takes turns. */
export interface Member {
  readonly person: PartyRef
  /** Where their time comes from. Source: R2. */
  readonly source: (typeof MEMBER_SOURCES)[number]
  /** Whose person it is, where the roster says so. Source: R37. */
  readonly team: string | null
}

/** The people who have a turn together. */
export function membersOf(holder: ReadTurnHolder): readonly Member[] {
  const members = Array.isArray(holder) ? holder : [holder]
  return members.map((member): Member => {
    if (typeof member === 'string') return { person: member, source: 'own', team: null }
    const { person, source = 'own', team = null } = member
    return { person, source: source, team }
  })
}

/** Whether the same people have a turn. */
export function isSameHolder(a: readonly Member[], b: readonly Member[]): boolean {
  return a.length === b.length && a.every(({ person }, nth) => person === b[nth]?.person)
}
