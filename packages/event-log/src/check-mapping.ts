import {
  type DocumentSource,
  didYouMean,
  type Finding,
  type FindingParts,
  isUnreadable,
  quote,
  readSafely,
} from '@holdfast/kernel'
import { peopleFindings } from './check-people.ts'
import { timeFindings } from './check-times.ts'
import {
  type LogMappingDocument,
  logMappingSchema,
  type MappingReading,
  type ReadMapping,
} from './document.ts'
import { placesOf } from './mapping-places.ts'

/** The mapping, when its shape is right, and everything found in it. */
export function readMapping(documentOrSource: LogMappingDocument | DocumentSource): {
  readonly value: ReadMapping | undefined
  readonly findings: readonly Finding[]
} {
  const reading = readSafely(logMappingSchema, documentOrSource)
  if (isUnreadable(reading)) return { value: undefined, findings: reading.findings }
  const parts = [
    ...stateFindings(reading),
    ...(reading.value === undefined ? [] : wholeFindings(reading.value)),
  ]
  return { value: reading.value, findings: [...reading.findings, ...parts.map(reading.finding)] }
}

/** What can be said only of a mapping whose shape is right. */
function wholeFindings(document: ReadMapping): FindingParts[] {
  return [
    ...timeFindings(document),
    ...inputFindings(document),
    ...wordFindings(document),
    ...factFindings(document),
    ...peopleFindings(document),
    ...tellingFindings(document),
  ]
}

function stateFindings({ sound: { states = {} } }: MappingReading): FindingParts[] {
  return Object.entries(states).flatMap(([text, meaning]): FindingParts[] => {
    if (typeof meaning !== 'object' || meaning === null) return []
    const { element, party } = meaning
    const path = ['states', text]
    if (element === 'wait' && party === undefined) {
      const message = `whom a case in state ${quote(text)} waits for is missing`
      const expected =
        'customer, vendor, another party, or queue where it waits for the desk itself'
      return [{ code: 'wait-party-missing', message, path, expected }]
    }
    if (element !== undefined && element !== 'wait' && party !== undefined) {
      const message = `only a wait has a party, and state ${quote(text)} is none`
      return [{ code: 'wait-party-unfit', message, path: [...path, 'party'], found: party }]
    }
    return []
  })
}

function inputFindings(document: ReadMapping): FindingParts[] {
  const { input } = document
  const unfit = (input.kind === 'csv' ? (['each'] as const) : (['delimiter', 'columns'] as const))
    .filter((key) => input[key] !== undefined)
    .map((key): FindingParts => {
      const message = `${key} means nothing for ${input.kind}`
      return { code: 'input-unfit', message, path: ['input', key], part: 'key' }
    })
  if (input.kind !== 'csv') return unfit
  const lists = (document.rows ?? []).flatMap(({ each }, nth): FindingParts[] => {
    const message = 'rows of CSV have no lists inside'
    return each === undefined ? [] : [{ code: 'input-unfit', message, path: ['rows', nth, 'each'] }]
  })
  const { columns } = input
  if (columns === undefined) return [...unfit, ...lists]
  const unknown = placesOf(document).flatMap(({ part, path }): FindingParts[] => {
    if (columns.includes(part)) return []
    const near = didYouMean(part, columns)
    const message = `there is no column ${quote(part)} in input.columns`
    const hint = near === undefined ? {} : { didYouMean: near }
    return [{ code: 'column-unknown', message, path, found: part, ...hint }]
  })
  return [...unfit, ...lists, ...unknown]
}

/** States that the mapping itself names must be among those that it knows. */
function wordFindings({ states = {}, initial, rows = [] }: ReadMapping): FindingParts[] {
  const places = [
    { place: initial?.state, path: ['initial', 'state'] },
    ...rows.flatMap(({ state, before }, nth) => [
      { place: state, path: ['rows', nth, 'state'] },
      { place: before?.state, path: ['rows', nth, 'before', 'state'] },
    ]),
  ].filter(({ place }) => place !== undefined)
  if (places.length > 0 && Object.keys(states).length === 0) {
    const message = 'rows name states, and what they mean is not said'
    return [{ code: 'states-missing', message, path: places[0]?.path ?? [], expected: 'states' }]
  }
  return places.flatMap(({ place, path }): FindingParts[] => {
    if (typeof place !== 'object' || !('text' in place) || Object.hasOwn(states, place.text))
      return []
    const near = didYouMean(place.text, Object.keys(states))
    const hint = near === undefined ? {} : { didYouMean: near }
    const message = `${quote(place.text)} is not among states`
    return [{ code: 'state-unknown', message, path: [...path, 'text'], found: place.text, ...hint }]
  })
}

/** Facts that marks have for what the library has words for. */
const RESERVED = new Set([
  'assignedTo',
  'assignee',
  'driver',
  'element',
  'offeredTo',
  'party',
  'priority',
  'reassignments',
  'recorded',
  'reopenings',
  'state',
  'until',
])

function factFindings({ facts = {}, rows = [] }: ReadMapping): FindingParts[] {
  const named = [
    ...Object.keys(facts).map((name) => ({ name, path: ['facts', name] })),
    ...rows.flatMap((row, nth) =>
      Object.keys(row.facts ?? {}).map((name) => ({ name, path: ['rows', nth, 'facts', name] })),
    ),
  ]
  return named.flatMap(({ name, path }): FindingParts[] => {
    if (!RESERVED.has(name)) return []
    const message = `the fact ${quote(name)} has a meaning of its own`
    return [{ code: 'fact-reserved', message, path, part: 'key', expected: 'another name' }]
  })
}

function tellingFindings({ rows = [], stamps = {} }: ReadMapping): FindingParts[] {
  const tellsNothing = Object.values(stamps).every((stamp) => stamp === undefined)
  if (rows.length > 0 || !tellsNothing) return []
  const message = 'this mapping tells nothing: it has neither rows nor stamps'
  return [{ code: 'nothing-told', message, path: [] }]
}
