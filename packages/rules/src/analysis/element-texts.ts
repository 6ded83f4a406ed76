/** Texts in lists: one for each way in which what is asked of them can come out. */
import { fold } from '../operators-text.ts'
import type { Atom } from './atom.ts'
import type { RefSpec } from './ref-spec.ts'
import { follows, meets, patternsOf, type TextPattern, textMeeting } from './text-pattern.ts'

/** The most patterns of which every combination is tried. */
const MOST = 5

/**
 * A text for every combination of patterns that the elements of a list may meet, each unlike every constant;
 * `undefined` where they cannot be told all, so that nothing can be said of them.
 */
export function textsOfElements(
  lists: readonly Atom[],
  { types }: RefSpec,
): readonly string[] | undefined {
  const patterns = distinctPatterns(lists)
  const mayBeText = types.some(
    (type) => type.kind !== 'list' || ['text', 'open'].includes(type.items.type.kind),
  )
  if (patterns.length === 0 || !mayBeText) return []
  // What looks like a number, an instant or a duration would have to meet the patterns too.
  const isPlain = lists.every(({ operation: { operator } }) =>
    ['text', 'scalar', 'list'].includes(operator.fact),
  )
  if (!isPlain || patterns.length > MOST) return undefined
  const taken = new Set(lists.flatMap(({ value }) => flat(value)))
  const texts: string[] = []
  for (let mask = 0; mask < 1 << patterns.length; mask++) {
    const isWanted = (index: number) => ((mask >> index) & 1) === 1
    if (!isPossible(patterns, isWanted)) continue
    const text = textOf(
      patterns.filter((_, index) => isWanted(index)),
      patterns.filter((_, index) => !isWanted(index)),
      taken,
    )
    if (text === undefined) return undefined
    texts.push(text)
  }
  return texts
}

function distinctPatterns(lists: readonly Atom[]): readonly TextPattern[] {
  const patterns = lists
    .filter(({ operation }) => operation.operator.fact === 'text')
    .flatMap(({ operation, value }) => patternsOf(operation.operator.name, flat(value)))
  return [...new Map(patterns.map((one) => [`${one.kind} ${one.word}`, one])).values()]
}

function isPossible(patterns: readonly TextPattern[], isWanted: (index: number) => boolean) {
  return patterns.every(
    (from, index) =>
      !isWanted(index) ||
      patterns.every((to, other) => {
        const is = from === to ? undefined : follows(from, to)
        return is === undefined || is === isWanted(other)
      }),
  )
}

function textOf(
  wanted: readonly TextPattern[],
  unwanted: readonly TextPattern[],
  taken: ReadonlySet<unknown>,
): string | undefined {
  const bases = ['other', 'x', '0', '~', ''].flatMap((base) => {
    const text = textMeeting(wanted, base)
    return [text, text.toUpperCase(), `${text} ${base}`, `${base} ${text}`, `${base}${text}${base}`]
  })
  return bases.find((text) => {
    const small = fold(text)
    return (
      text !== '' &&
      !taken.has(text) &&
      wanted.every((one) => meets(small, one)) &&
      !unwanted.some((one) => meets(small, one))
    )
  })
}

function flat(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.flatMap(flat) : [value]
}
