import { type FindingParts, quote } from '@holdfast/kernel'
import type { ReadMapping } from './document.ts'
import { personPlaces } from './person-places.ts'

/** Words for work that are the names of people at the desk, by which people would be compared. Source: R104. */
export function peopleFindings(document: ReadMapping): FindingParts[] {
  return [...factFindings(document), ...wordFindings(document)]
}

/** Such a fact is kept, because it is told as a person. */
function factFindings(document: ReadMapping): FindingParts[] {
  const { facts = {}, rows = [] } = document
  const namesPerson = personPlaces(document)
  const named = [
    { facts, within: {}, path: ['facts'] },
    ...rows.map((row, nth) => ({
      facts: row.facts ?? {},
      within: row,
      path: ['rows', nth, 'facts'],
    })),
  ]
  return named.flatMap(({ facts: own, within, path }) =>
    Object.entries(own).flatMap(([name, place]): FindingParts[] => {
      if (!namesPerson(place, within)) return []
      const message = `the fact ${quote(name)} names people of the desk: it is told as person:…, and no cases are grouped by it`
      return [{ severity: 'warning', code: 'fact-names-person', message, path: [...path, name] }]
    }),
  )
}

/** A team may well be named where it says who did something, but not where it says which person has a case. */
function wordFindings(document: ReadMapping): FindingParts[] {
  const { initial = {}, rows = [] } = document
  const namesPerson = personPlaces(document, ['assignee'])
  const words = [
    { named: initial, within: {}, path: ['initial'] },
    ...rows.map((row, nth) => ({ named: row, within: row, path: ['rows', nth] })),
  ]
  return words.flatMap(({ named, within, path }) =>
    (['group', 'priority'] as const).flatMap((key): FindingParts[] => {
      const place = named[key]
      if (place === undefined || !namesPerson(place, within)) return []
      const message = `the ${key} of a case is no person, and this place is named by assignee`
      return [{ code: 'person-unfit', message, path: [...path, key], expected: 'another place' }]
    }),
  )
}
