/**
 * Operators on texts, which the stock engine lacks. They tell no difference between capitals and small letters,
 * because customers do not either. None runs a regular expression of a user: every one takes time linear in the text.
 */
import type { Operator } from './operator.ts'

function isText(fact: unknown): fact is string {
  return typeof fact === 'string'
}

function textFault(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? undefined : 'a text that is not empty'
}

function textsFault(value: unknown): string | undefined {
  const isTexts =
    Array.isArray(value) && value.length > 0 && value.every((one) => textFault(one) === undefined)
  return isTexts ? undefined : 'a list of texts that are not empty'
}

/** What texts are compared by: small letters. A final sigma is a sigma, or a word would not be found in a longer one. */
export function fold(text: string): string {
  return text.toLowerCase().replaceAll('ς', 'σ')
}

/** Small letters of whatever is a text; a value that is none matches nothing. */
function folded(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? fold(value) : undefined
}

function textOperator(
  name: string,
  matcher: (value: string) => (text: string) => boolean,
): Operator {
  const against = (value: unknown) => {
    const wanted = folded(value)
    if (wanted === undefined) return () => false
    const matches = matcher(wanted)
    return (fact: unknown) => isText(fact) && matches(fold(fact))
  }
  return {
    name,
    fact: 'text',
    valueFault: textFault,
    takes: isText,
    against,
    compare: (fact, value) => isText(fact) && against(value)(fact),
  }
}

/**
 * Whether a text is a pattern in which `*` stands for any letters, also none. Each part between stars is looked for
 * once, from where the one before it ended, so the time is that of reading the text.
 */
function like(pattern: string): (text: string) => boolean {
  const parts = pattern.split('*')
  const first = parts[0] as string
  const last = parts[parts.length - 1] as string
  if (parts.length === 1) return (text) => text === pattern
  const middle = parts.slice(1, -1).filter((part) => part !== '')
  return (text) => {
    if (text.length < first.length + last.length) return false
    if (!text.startsWith(first) || !text.endsWith(last)) return false
    const end = text.length - last.length
    let from = first.length
    for (const part of middle) {
      const found = text.indexOf(part, from)
      if (found === -1) return false
      from = found + part.length
    }
    return from <= end
  }
}

function containsAny(): Operator {
  const against = (value: unknown) => {
    const wanted = Array.isArray(value) ? value.map(folded) : []
    const known = wanted.filter((one) => one !== undefined)
    return (fact: unknown) => {
      if (!isText(fact)) return false
      const text = fold(fact)
      return known.some((one) => text.includes(one))
    }
  }
  return {
    name: 'textContainsAny',
    fact: 'text',
    valueFault: textsFault,
    takes: isText,
    against,
    compare: (fact, value) => against(value)(fact),
  }
}

export const textOperators: readonly Operator[] = [
  textOperator('textContains', (wanted) => (text) => text.includes(wanted)),
  containsAny(),
  textOperator('textStartsWith', (wanted) => (text) => text.startsWith(wanted)),
  textOperator('textEndsWith', (wanted) => (text) => text.endsWith(wanted)),
  textOperator('textLike', like),
]
