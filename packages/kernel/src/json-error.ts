type Kind = 'text' | 'plain' | '{' | '}' | '[' | ']' | ':' | ',' | 'end' | 'nothing'

const VALUE: readonly Kind[] = ['text', 'plain', '{', '[']
const KEY: readonly Kind[] = ['text']

/**
 * Where a text stops being JSON: the offset of the first token that cannot stand where it does, or the length of a text
 * that is JSON or stops too early. Engines word their errors differently, and many of them name no place.
 * Source: the grammar of RFC 8259.
 */
export function jsonErrorAt(text: string): number {
  const open: ('{' | '[')[] = []
  const close = () => (open.at(-1) === '{' ? '}' : ']')
  let expected = VALUE
  for (let next = 0; ; ) {
    const { kind, at, end } = tokenAt(text, next)
    if (kind === 'end' || !expected.includes(kind)) return at
    next = end
    if (kind === '{' || kind === '[') {
      open.push(kind)
      expected = [...(kind === '{' ? KEY : VALUE), close()]
    } else if (kind === ':') expected = VALUE
    else if (kind === ',') expected = open.at(-1) === '{' ? KEY : VALUE
    else if (kind === 'text' && !expected.includes('plain')) expected = [':']
    else {
      if (kind === '}' || kind === ']') open.pop()
      expected = open.length === 0 ? ['end'] : [',', close()]
    }
  }
}

const SPACE = /[ \t\r\n]*/y
/** From the space on, all but the quote and the backslash: JSON texts hold no control characters as they are. */
const TEXT = /"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[ !#-[\]-\uffff]*)*"/y
const PLAIN = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y
const SIGNS: readonly string[] = ['{', '}', '[', ']', ':', ',']

function tokenAt(text: string, from: number): { kind: Kind; at: number; end: number } {
  const at = endOf(SPACE, text, from) ?? from
  const sign = text[at]
  if (sign === undefined) return { kind: 'end', at, end: at }
  if (SIGNS.includes(sign)) return { kind: sign as Kind, at, end: at + 1 }
  const kind = sign === '"' ? 'text' : 'plain'
  const end = endOf(kind === 'text' ? TEXT : PLAIN, text, at)
  return end === undefined ? { kind: 'nothing', at, end: at } : { kind, at, end }
}

function endOf(pattern: RegExp, text: string, from: number): number | undefined {
  pattern.lastIndex = from
  return pattern.test(text) ? pattern.lastIndex : undefined
}
