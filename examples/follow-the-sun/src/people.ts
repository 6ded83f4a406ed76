import type { Directory, PartyRef } from '@holdfast/kernel'
import { toneOf } from './charts/colors.ts'

/** What people are called, and which color is theirs. */
export interface People {
  /** `Mia Chen` */
  nameOf(person: PartyRef): string
  /** `Mia`: unique among them, so the whole name where two share the first. */
  shortNameOf(person: PartyRef): string
  /** Tones of one hue for the people of a site. */
  colorOf(person: PartyRef, site: string): string
}

export function naming({ people }: Directory, sites: readonly string[]): People {
  const ids = Object.keys(people)
  const names = new Map(ids.map((id) => [id, people[id]?.name ?? id]))
  const nameOf = (person: PartyRef) => names.get(idOf(person)) ?? idOf(person)
  const firstOf = (name: string) => name.split(' ')[0] as string
  const firsts = [...names.values()].map(firstOf)
  const colleagues = (person: PartyRef) => {
    const team = people[idOf(person)]?.team
    return ids.filter((id) => people[id]?.team === team)
  }
  return {
    nameOf,
    shortNameOf(person) {
      const first = firstOf(nameOf(person))
      return firsts.filter((one) => one === first).length > 1 ? nameOf(person) : first
    },
    colorOf: (person, site) =>
      toneOf(sites.indexOf(site), colleagues(person).indexOf(idOf(person))),
  }
}

function idOf(person: PartyRef): string {
  return person.slice(person.indexOf(':') + 1)
}
