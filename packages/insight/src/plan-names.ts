import { didYouMean, type FindingParts, quote } from '@holdfast/kernel'
import type { PlanReading } from './document.ts'
import { isPerson } from './holder.ts'

export type Path = readonly PropertyKey[]

/** Plans are about the work: no name in one is that of a person. Source: R104. */
export function personFindings({
  levels = [],
  levers = [],
  interventions = [],
}: PlanReading['sound']): FindingParts[] {
  const texts: (readonly [text: string | undefined, path: Path])[] = [
    ...levels.map((level, nth) => [level, ['levels', nth]] as const),
    ...levers.flatMap((lever, nth) => [
      ...textsOf(lever, ['id', 'title'], ['levers', nth]),
      ...(lever?.changes ?? []).flatMap((change, place) =>
        textsOf(change, ['party', 'driver'], ['levers', nth, 'changes', place]),
      ),
    ]),
    ...interventions.flatMap((intervention, nth) =>
      textsOf(intervention, ['id', 'title', 'party'], ['interventions', nth]),
    ),
  ]
  return texts.flatMap(([text, path]) => {
    if (text === undefined || !isPerson(text)) return []
    const message = `case life is no measure of people, so nothing is planned for ${quote(text)}`
    const expected = 'a team, a role, or what is done'
    return [{ code: 'ranking-people', message, path, found: text, expected }]
  })
}

function textsOf<K extends string>(
  part: { readonly [key in K]?: string | undefined } | undefined,
  keys: readonly K[],
  path: Path,
): (readonly [text: string | undefined, path: Path])[] {
  return keys.map((key) => [part?.[key], [...path, key]] as const)
}

/** The names that were given before. */
export function repeated(
  what: string,
  names: readonly (string | undefined)[],
  pathOf: (nth: number) => Path,
): FindingParts[] {
  return names.flatMap((name, nth) => {
    const first = names.indexOf(name)
    if (name === undefined || first === nth) return []
    const message = `${what} ${first + 1} is called ${quote(name)} already`
    return [{ code: `${what}-repeated`, message, path: pathOf(nth), found: name }]
  })
}

/** A name that nothing has. */
export function unknown(
  what: string,
  name: string | undefined,
  known: readonly (string | undefined)[],
  path: Path,
): FindingParts[] {
  if (name === undefined || known.includes(name)) return []
  const names = known.flatMap((each) => each ?? [])
  const near = didYouMean(name, names)
  const message = `there is no ${what} ${quote(name)}`
  const hint = near === undefined ? {} : { didYouMean: near }
  return [{ code: `${what}-unknown`, message, path, found: name, ...hint }]
}
