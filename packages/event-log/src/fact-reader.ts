import { quote } from '@holdfast/kernel'
import type { Layout, Spot, TextReader } from './layout.ts'
import type { Facts, FactValue } from './log-event.ts'
import type { Within } from './person-places.ts'
import type { FactPlace } from './place-document.ts'
import type { ReadingTools } from './reading-tools.ts'
import { partyRef } from './words.ts'

/** Reads the facts that are known of a row; `undefined` where there are none. */
export type FactsReader = (spot: Spot, line: number) => Facts | undefined

/** Facts that name people of the desk are told as parties, so that nothing takes them for words about a case. */
export function factsReader(
  places: Readonly<Record<string, FactPlace>>,
  layout: Layout,
  { tally, intern, namesPerson }: ReadingTools,
  within?: Within,
): FactsReader | undefined {
  const readers = Object.entries(places).map(([name, place]) => {
    const isPlain = typeof place === 'string' || !('column' in place)
    const read: TextReader = layout.textAt(isPlain ? place : place.column)
    const convert = namesPerson(place, within)
      ? (text: string) => intern(partyRef('person', text))
      : isPlain
        ? intern
        : converter(place, intern)
    return { name, read, convert }
  })
  if (readers.length === 0) return undefined
  return (spot, line) => {
    let facts: Record<string, FactValue> | undefined
    for (const { name, read, convert } of readers) {
      const text = read(spot)
      if (text === undefined) continue
      const value = convert(text)
      if (value === undefined) tally.bad('fact-unreadable', line, `${name} ${quote(text)}`, false)
      else {
        facts ??= {}
        facts[name] = value
      }
    }
    return facts
  }
}

type Converter = (text: string) => FactValue | undefined

function converter(
  place: Extract<FactPlace, { readonly column: unknown }>,
  intern: ReadingTools['intern'],
): Converter {
  if ('is' in place) {
    const texts = new Set(place.is)
    return (text) => texts.has(text)
  }
  const { as } = place
  return as === 'number' ? numberOf : as === 'boolean' ? truthOf : intern
}

function numberOf(text: string): number | undefined {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : undefined
}

const TRUTHS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['1', true],
  ['false', false],
  ['no', false],
  ['0', false],
])

function truthOf(text: string): boolean | undefined {
  return TRUTHS.get(text.toLowerCase())
}
