/** What the text operators ask of a text, in one form, and which of it follows from which. */
import { fold } from '../operators-text.ts'

/** A text begins so, ends so, holds a part, or is it; in small letters. */
export interface TextPattern {
  readonly kind: 'starts' | 'ends' | 'contains' | 'is' | 'like'
  readonly word: string
}

/** The patterns of which one at least must be met. */
export function patternsOf(operator: string, value: unknown): readonly TextPattern[] {
  const words = (Array.isArray(value) ? value : [value]).filter(
    (one): one is string => typeof one === 'string' && one !== '',
  )
  return words.map((one) => patternOf(operator, fold(one)))
}

function patternOf(operator: string, word: string): TextPattern {
  switch (operator) {
    case 'textStartsWith':
      return { kind: 'starts', word }
    case 'textEndsWith':
      return { kind: 'ends', word }
    case 'textLike':
      return likePattern(word)
    default:
      return { kind: 'contains', word }
  }
}

function likePattern(pattern: string): TextPattern {
  const parts = pattern.split('*')
  if (parts.length === 1) return { kind: 'is', word: pattern }
  const named = parts.filter((part) => part !== '')
  if (named.length !== 1) return { kind: 'like', word: pattern }
  const word = named[0] as string
  if (parts[0] !== '') return { kind: 'starts', word }
  return { kind: parts[parts.length - 1] === '' ? 'contains' : 'ends', word }
}

/** Whether every text that meets one pattern (`true`), or none of them (`false`), meets another. */
export function follows(from: TextPattern, to: TextPattern): boolean | undefined {
  if (from.kind === 'is') return meets(from.word, to)
  const words = from.kind === 'like' ? from.word.split('*') : [from.word]
  const start = from.kind === 'like' || from.kind === 'starts' ? (words[0] as string) : ''
  const end =
    from.kind === 'like' || from.kind === 'ends' ? (words[words.length - 1] as string) : ''
  switch (to.kind) {
    case 'contains':
      return words.some((word) => word.includes(to.word)) || undefined
    case 'starts':
      if (start.startsWith(to.word)) return true
      return to.word.startsWith(start) ? undefined : false
    case 'ends':
      if (end.endsWith(to.word)) return true
      return to.word.endsWith(end) ? undefined : false
    default:
      return undefined
  }
}

/** Whether a text in small letters meets a pattern. */
export function meets(text: string, { kind, word }: TextPattern): boolean {
  switch (kind) {
    case 'starts':
      return text.startsWith(word)
    case 'ends':
      return text.endsWith(word)
    case 'contains':
      return text.includes(word)
    case 'is':
      return text === word
    case 'like':
      return isLike(text, word.split('*'))
  }
}

function isLike(text: string, parts: readonly string[]): boolean {
  const first = parts[0] as string
  const last = parts[parts.length - 1] as string
  const end = text.length - last.length
  if (end < first.length || !text.startsWith(first) || !text.endsWith(last)) return false
  let from = first.length
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, from)
    if (found === -1) return false
    from = found + part.length
  }
  return from <= end
}

/**
 * A text that meets some patterns, built on another where that helps; whether it meets no more than it should is for
 * the caller to see.
 */
export function textMeeting(patterns: readonly TextPattern[], base: string): string {
  const whole = patterns.find(({ kind }) => kind === 'is')
  if (whole !== undefined) return whole.word
  const longest = (kind: TextPattern['kind']) =>
    patterns
      .filter((pattern) => pattern.kind === kind)
      .reduce((best, { word }) => (word.length > best.length ? word : best), '')
  const like = patterns.filter(({ kind }) => kind === 'like').map(({ word }) => word.split('*'))
  const starts = [longest('starts'), ...like.map((parts) => parts[0] as string)]
  const ends = [longest('ends'), ...like.map((parts) => parts[parts.length - 1] as string)]
  const longer = (a: string, b: string) => (b.length > a.length ? b : a)
  const start = starts.reduce(longer)
  const end = ends.reduce(longer)
  let middle = start === '' && end === '' ? base : ''
  for (const parts of like) middle = joined(middle, parts.slice(1, -1).join(' ').trim())
  // The longest first: a shorter one may be a part of it.
  const parts = patterns
    .filter(({ kind }) => kind === 'contains')
    .sort((a, b) => b.word.length - a.word.length)
  for (const { word } of parts) {
    if (!fold(`${start}\n${middle}\n${end}`).includes(word)) middle = joined(middle, word)
  }
  if (middle === '' && (start.endsWith(end) || end === '')) return start
  return joined(joined(start, middle), end)
}

function joined(a: string, b: string): string {
  if (a === '' || b === '') return `${a}${b}`
  return `${a} ${b}`
}
