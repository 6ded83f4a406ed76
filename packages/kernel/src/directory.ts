import type * as z from 'zod'
import { didYouMean } from './did-you-mean.ts'
import {
  type DirectoryDocument,
  directorySchema,
  type Person,
  type Team,
} from './directory-document.ts'
import { type DocumentReading, type DocumentSource, readDocument } from './document.ts'
import { quote } from './errors.ts'
import { assertUsable, type Finding } from './finding.ts'
import { type PartyKind, type PartyRef, parseParty } from './party.ts'
import { deepFreeze } from './plain-data.ts'
import { suggestTimeZone } from './suggest-zone.ts'
import { isTimeZone } from './zone.ts'

/** The people and teams of an organization. */
export interface Directory {
  readonly id: string
  readonly people: Readonly<Record<string, Person>>
  readonly teams: Readonly<Record<string, Team>>
  /** The ids of the people whom a party stands for, in the document's order; none for customers and systems. */
  members(party: PartyRef): readonly string[]
  /** A person's manager, the manager's manager and so on, nearest first. */
  managers(person: string): readonly string[]
}

/** Everything that is wrong with a directory: its shape, unknown teams, people and zones, managers in a circle. */
export function checkDirectory(documentOrSource: DirectoryDocument | DocumentSource): Finding[] {
  const reading = readDocument(directorySchema, documentOrSource)
  return [...reading.findings, ...referenceFindings(reading)]
}

/** The directory of a document. Throws a `DocumentError` that names everything `checkDirectory` finds. */
export function createDirectory(documentOrSource: DirectoryDocument | DocumentSource): Directory {
  const reading = readDocument(directorySchema, documentOrSource)
  assertUsable('directory', [...reading.findings, ...referenceFindings(reading)])
  const { id, people, teams = {} } = deepFreeze(reading.value) as DirectoryDocument
  const ids = Object.keys(people)
  const byId = new Map(Object.entries(people))
  return Object.freeze({
    id,
    people,
    teams,
    members(party) {
      const { kind, id: wanted } = parseParty(party)
      if (kind === 'person') return Object.hasOwn(people, wanted) ? [wanted] : []
      if (kind === 'team') return ids.filter((person) => people[person]?.team === wanted)
      if (kind === 'role') return ids.filter((person) => people[person]?.roles?.includes(wanted))
      return []
    },
    managers: (person) => chainOfManagers(byId, person).slice(1),
  } satisfies Directory)
}

function referenceFindings({
  sound,
  findings: shape,
  finding,
}: DocumentReading<z.output<typeof directorySchema>>): Finding[] {
  const people = new Map(Object.entries(sound.people ?? {}))
  const teams = new Map(Object.entries(sound.teams ?? {}))
  const [ids, teamIds] = [idsOf('people', people, shape), idsOf('teams', teams, shape)]
  const parties = ids && teamIds && new Set([...refs('person', ids), ...refs('team', teamIds)])
  const findings: Finding[] = []

  function unknown(what: string, found: string, near: string | undefined, path: string[]): void {
    const message = `there is no ${what} ${quote(found)}`
    findings.push(
      finding({ code: `${what}-unknown`, message, path, found, ...(near && { didYouMean: near }) }),
    )
  }

  function expect(
    what: string,
    found: string | undefined,
    known: ReadonlySet<string> | undefined,
    path: string[],
  ): void {
    if (found === undefined || known?.has(found) !== false) return
    // Everywhere else a team is `team:support`; here, as in the lists, it is `support`.
    const bare = found.startsWith(`${what}:`) ? found.slice(what.length + 1) : found
    unknown(what, found, didYouMean(bare, known), path)
  }

  for (const [id, person] of people) {
    const path = (key: string) => ['people', id, key]
    expect('team', person?.team, teamIds, path('team'))
    expect('person', person?.manager, ids, path('manager'))
    if (person?.zone !== undefined && !isTimeZone(person.zone)) {
      unknown('zone', person.zone, suggestTimeZone(person.zone), path('zone'))
    }
    const chain = chainOfManagers(people, id)
    if (people.get(chain[chain.length - 1] as string)?.manager === id) {
      const message = `${quote(id)} reports to themselves: ${[...chain, id].join(' to ')}`
      const found = person?.manager
      findings.push(finding({ code: 'manager-circle', message, path: path('manager'), found }))
    }
  }
  for (const [id, team] of teams) {
    expect('person', team?.lead, ids, ['teams', id, 'lead'])
    expect('party', team?.delegator, parties, ['teams', id, 'delegator'])
  }
  return findings
}

function refs(kind: PartyKind, ids: Iterable<string>): string[] {
  return [...ids].map((id) => `${kind}:${id}`)
}

/**
 * The ids that may be referred to, also those whose entries are wrong, so that one mistake is not reported as many;
 * `undefined` where the list itself is wrong and nobody can say who is in it.
 */
function idsOf(
  list: 'people' | 'teams',
  sound: ReadonlyMap<string, unknown>,
  shape: readonly Finding[],
): ReadonlySet<string> | undefined {
  if (shape.some(({ pointer }) => pointer === `/${list}`)) return undefined
  const ids = new Set(sound.keys())
  for (const { pointer } of shape) {
    const [, top, id] = pointer.split('/')
    if (top === list && id !== undefined && id !== '__proto__') {
      ids.add(id.replaceAll('~1', '/').replaceAll('~0', '~'))
    }
  }
  return ids
}

/** A person and those above them, ending before anybody would come twice. */
function chainOfManagers(
  people: ReadonlyMap<string, { readonly manager?: string | undefined } | undefined>,
  person: string,
): string[] {
  const chain = new Set<string>()
  for (let id: string | undefined = person; id !== undefined && !chain.has(id); ) {
    chain.add(id)
    id = people.get(id)?.manager
  }
  return [...chain]
}
