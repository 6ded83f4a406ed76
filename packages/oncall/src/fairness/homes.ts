import type { Calendar } from '@holdfast/calendar'
import { type Directory, isTimeZone, type PartyRef, type Zone, zoneOf } from '@holdfast/kernel'

/** Where people live, and which days are holidays there. */
export interface HomesQuestion {
  /** The IANA zone that somebody lives in, by person (`person:ada`). Before the directory's. */
  readonly zones?: Readonly<Record<string, string>> | undefined
  readonly directory?: Directory | undefined
  /** Public holidays, by person or by zone; the person's own first. */
  readonly calendars?: Readonly<Record<string, Calendar>> | undefined
}

/** By whose clock and holidays somebody lives. */
export interface Home {
  readonly zone: Zone
  readonly calendar: Calendar | undefined
}

/** Somebody of whom nobody knows which clock they live by. Their nights are not guessed. */
export interface NoHome {
  readonly code: 'zone-missing' | 'zone-unknown'
  readonly person: PartyRef
  /** What is given in place of an IANA zone. */
  readonly zone: string | null
}

/** Where each of these people lives, or that it is not known. */
export function homesOf(
  people: Iterable<PartyRef>,
  { zones = {}, directory, calendars = {} }: HomesQuestion,
): { readonly homes: ReadonlyMap<PartyRef, Home>; readonly withoutHome: readonly NoHome[] } {
  const homes = new Map<PartyRef, Home>()
  const withoutHome: NoHome[] = []
  for (const person of people) {
    const id = own(zones, person) ?? own(directory?.people ?? {}, nameOf(person))?.zone
    if (id === undefined) withoutHome.push({ code: 'zone-missing', person, zone: null })
    else if (!isTimeZone(id)) withoutHome.push({ code: 'zone-unknown', person, zone: id })
    else
      homes.set(person, {
        zone: zoneOf(id),
        calendar: own(calendars, person) ?? own(calendars, id),
      })
  }
  return { homes, withoutHome }
}

function nameOf(person: PartyRef): string {
  return person.slice(person.indexOf(':') + 1)
}

/** A value of a record that callers fill; keys such as `constructor` are nobody's. */
export function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
