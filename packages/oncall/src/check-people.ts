import { type Directory, didYouMean, type Finding, quote } from '@holdfast/kernel'
import type { ScheduleReading } from './check-layers.ts'

type Path = readonly (string | number)[]

/** People and teams that the directory does not know; nothing without a directory. */
export function peopleFindings(
  { sound, finding }: ScheduleReading,
  directory: Directory | undefined,
): Finding[] {
  if (directory === undefined) return []
  const people = Object.keys(directory.people)
  const teams = Object.keys(directory.teams)
  const findings: Finding[] = []
  for (const { path, person, team } of namedIn(sound, [])) {
    const id = person?.startsWith('person:') === true ? person.slice('person:'.length) : undefined
    if (id !== undefined && !Object.hasOwn(directory.people, id)) {
      const near = didYouMean(id, people)
      const hint = near === undefined ? {} : { didYouMean: `person:${near}` }
      const message = `there is no person ${quote(id)}`
      findings.push(finding({ code: 'person-unknown', message, path, found: person, ...hint }))
    }
    if (team !== undefined && !Object.hasOwn(directory.teams, team)) {
      const near = didYouMean(team, teams)
      const message = `there is no team ${quote(team)}`
      const hint = near === undefined ? {} : { didYouMean: near }
      findings.push(finding({ code: 'team-unknown', message, path, found: team, ...hint }))
    }
  }
  return findings
}

interface Named {
  readonly path: (string | number)[]
  readonly person?: string
  readonly team?: string
}

/** The keys and lists under which a schedule names people. */
const PEOPLE = new Set(['person', 'by', 'takenBy', 'of', 'between', 'members'])
/** Texts for people to read, and names that are nobody's. */
const OTHERS = new Set(['id', 'title', 'reason', 'owner', 'layer', 'role', 'site'])

function namedIn(part: unknown, path: Path, isPerson = false): readonly Named[] {
  if (typeof part === 'string') return isPerson ? [{ path: [...path], person: part }] : []
  if (typeof part !== 'object' || part === null) return []
  if (Array.isArray(part)) {
    return part.flatMap((each: unknown, nth) => namedIn(each, [...path, nth], isPerson))
  }
  return Object.entries(part).flatMap(([key, value]: [string, unknown]) => {
    const here = [...path, key]
    if (OTHERS.has(key)) return []
    if (key === 'team' && typeof value === 'string') return [{ path: here, team: value }]
    return namedIn(value, here, PEOPLE.has(key))
  })
}
