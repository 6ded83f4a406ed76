import {
  type DocumentReading,
  type DocumentSource,
  didYouMean,
  type Finding,
  type FindingParts,
  isTimeZone,
  MAX_INSTANT,
  MIN_INSTANT,
  parseDuration,
  parseInstant,
  quote,
  readDocument,
  type Sound,
  suggestTimeZone,
} from '@holdfast/kernel'
import {
  type RosterProblemDocument,
  type RosterProblemReading,
  rosterProblemSchema,
} from './document.ts'

/** Everything that is wrong, or most likely a mistake, in a roster problem. Never throws. */
export function checkRosterProblem(given: RosterProblemDocument | DocumentSource): Finding[] {
  return [...readRosterProblem(given).findings]
}

/** The document, when its shape is right, and everything found in it. */
export function readRosterProblem(
  given: RosterProblemDocument | DocumentSource,
): Pick<DocumentReading<RosterProblemReading>, 'value' | 'findings'> {
  const reading = readDocument(rosterProblemSchema, given)
  const found = [
    ...emptyLists(reading.sound),
    ...repeated(reading.sound.slots, 'slots', 'id'),
    ...repeated(reading.sound.people, 'people', 'person'),
    ...spans(reading.sound),
    ...zones(reading.sound),
    ...durations(reading.sound),
    ...seats(reading.sound),
    ...abilities(reading.sound),
  ]
  return { value: reading.value, findings: [...reading.findings, ...found.map(reading.finding)] }
}

type SoundProblem = Sound<RosterProblemReading>

function emptyLists({ slots, people }: SoundProblem): FindingParts[] {
  const found: FindingParts[] = []
  if (slots?.length === 0) {
    found.push({ code: 'slots-empty', message: 'there is nothing to be covered', path: ['slots'] })
  }
  if (people?.length === 0) {
    const message = 'there is nobody who could be asked'
    found.push({ code: 'people-empty', message, path: ['people'] })
  }
  return found
}

function repeated<K extends string>(
  list: readonly ({ readonly [key in K]?: string | undefined } | undefined)[] = [],
  name: string,
  key: K,
): FindingParts[] {
  const seen = new Map<string, number>()
  return list.flatMap((one, nth): FindingParts[] => {
    const id = one?.[key]
    if (id === undefined) return []
    const earlier = seen.get(id)
    if (earlier === undefined) {
      seen.set(id, nth)
      return []
    }
    const message = `${quote(id)} stands at /${name}/${earlier} already`
    return [{ code: `${key}-repeated`, message, path: [name, nth, key], found: id }]
  })
}

type SoundSpan =
  | { readonly from?: number | string | undefined; readonly to?: number | string | undefined }
  | undefined

function spans({ slots = [], people = [] }: SoundProblem): FindingParts[] {
  const listsOf = (person: (typeof people)[number], nth: number) =>
    (['absences', 'wishes', 'history'] as const).flatMap((name) =>
      (person?.[name] ?? []).flatMap((one, place) => spanFaults(one, ['people', nth, name, place])),
    )
  return [
    ...slots.flatMap((slot, nth) => spanFaults(slot, ['slots', nth])),
    ...people.flatMap(listsOf),
  ]
}

function spanFaults(span: SoundSpan, path: readonly PropertyKey[]): FindingParts[] {
  const at = (moment: number | string | undefined) =>
    typeof moment === 'string' ? parseInstant(moment) : moment
  const [from, to] = [at(span?.from), at(span?.to)]
  const outside = (['from', 'to'] as const).flatMap((key): FindingParts[] => {
    const instant = key === 'from' ? from : to
    if (instant === undefined || (instant >= MIN_INSTANT && instant <= MAX_INSTANT)) return []
    const message = 'this instant is outside 1970 to 2100'
    return [{ code: 'instant-out-of-range', message, path: [...path, key], found: span?.[key] }]
  })
  if (from === undefined || to === undefined || from < to) return outside
  const message = 'it ends before it begins, or has no length'
  return [...outside, { code: 'interval-empty', message, path: [...path, 'to'], found: span?.to }]
}

function zones({ people = [] }: SoundProblem): FindingParts[] {
  return people.flatMap((person, nth): FindingParts[] => {
    const zone = person?.zone
    if (zone === undefined || isTimeZone(zone)) return []
    const near = suggestTimeZone(zone)
    const message = `${quote(zone)} is not an IANA time zone`
    const at = { path: ['people', nth, 'zone'], found: zone }
    return [{ code: 'zone-unknown', message, ...at, ...(near && { didYouMean: near }) }]
  })
}

function durations({ rules, night }: SoundProblem): FindingParts[] {
  const given = [
    { path: ['rules', 'rest'], duration: rules?.rest },
    { path: ['rules', 'weeklyBlock'], duration: rules?.weeklyBlock, most: WEEK },
    { path: ['night', 'least'], duration: night?.least },
  ]
  return given.flatMap(({ path, duration, most }): FindingParts[] => {
    if (duration === undefined) return []
    const parts = typeof duration === 'string' ? parseDuration(duration) : { millis: duration }
    if (parts === undefined) return []
    const place = { path, found: duration }
    if ('months' in parts && (parts.months !== 0 || parts.days !== 0)) {
      const message = `${quote(duration)} has no fixed length: write days as hours`
      return [{ code: 'duration-not-fixed', message, ...place }]
    }
    if (parts.millis >= 0 && (most === undefined || parts.millis <= most)) return []
    const message = most === undefined ? 'a time cannot be negative' : 'this is no part of a week'
    return [{ code: 'duration-out-of-range', message, ...place }]
  })
}

/** A week in which the clock is put forward is an hour shorter, and leaves 167 hours at most. */
const WEEK = 167 * 3_600_000

function seats({ slots = [] }: SoundProblem): FindingParts[] {
  return slots.flatMap((slot, nth) =>
    (slot?.needs ?? []).flatMap((need, place): FindingParts[] => {
      const { count = 1 } = need ?? {}
      if (count <= (slot?.seats ?? 1)) return []
      const message = `${count} are needed where ${slot?.seats ?? 1} sit`
      return [
        { code: 'need-too-many', message, path: ['slots', nth, 'needs', place], found: count },
      ]
    }),
  )
}

/** What slots and rules ask for and nobody has: a slip of the pen, or a roster that cannot be. */
function abilities({ slots = [], people = [], rules }: SoundProblem): FindingParts[] {
  const known = {
    skill: namesIn(people.map((person) => person?.skills)),
    language: namesIn(people.map((person) => person?.languages)),
  }
  const asked: [keyof typeof known, string | undefined, PropertyKey[]][] = [
    ...slots.flatMap((slot, nth) => [
      ...listed('skill', slot?.skills, ['slots', nth, 'skills']),
      ...listed('language', slot?.languages, ['slots', nth, 'languages']),
      ...(slot?.needs ?? []).flatMap((need, place) => named(need, ['slots', nth, 'needs', place])),
    ]),
    ...(rules?.presence ?? []).flatMap((need, nth) => named(need, ['rules', 'presence', nth])),
  ]
  return asked.flatMap(([kind, name, path]): FindingParts[] => {
    if (name === undefined || known[kind].includes(name)) return []
    const near = didYouMean(name, known[kind])
    const message = `nobody has the ${kind} ${quote(name)}`
    const at = { path, found: name, ...(near !== undefined && { didYouMean: near }) }
    return [{ severity: 'warning', code: `${kind}-unknown`, message, ...at }]
  })
}

function namesIn(lists: readonly (readonly (string | undefined)[] | undefined)[]): string[] {
  const names = lists.flatMap((list) => list ?? []).filter((name) => name !== undefined)
  return [...new Set(names)]
}

type Asked = ['skill' | 'language', string | undefined, PropertyKey[]]

function listed(
  kind: 'skill' | 'language',
  names: readonly (string | undefined)[] = [],
  path: PropertyKey[],
): Asked[] {
  return names.map((name, place) => [kind, name, [...path, place]])
}

function named(
  need: { skill?: string | undefined; language?: string | undefined } | undefined,
  path: PropertyKey[],
): Asked[] {
  return [
    ['skill', need?.skill, [...path, 'skill']],
    ['language', need?.language, [...path, 'language']],
  ]
}
