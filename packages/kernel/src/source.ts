/**
 * Documents from text, with the place of every value: a subpath of its own, so that the YAML parser stays out of
 * browser bundles that do not need it.
 */
import {
  Composer,
  type CST,
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  Parser,
  visit,
} from 'yaml'
import type { DocumentSource, Position } from './document.ts'
import { quote } from './errors.ts'
import { type Finding, toPointer } from './finding.ts'
import { jsonErrorAt } from './json-error.ts'
import { MAX_DEPTH } from './plain-data.ts'

export type { DocumentSource, Position } from './document.ts'

/**
 * The document in a YAML 1.2 text. Never throws: syntax errors, repeated keys and aliases that lead nowhere or expand
 * without end are findings of the source.
 */
export function fromYaml(text: string, { name }: { name: string }): DocumentSource {
  const { document, faults, positions, place } = parse(text)
  const value = document && plain(document, faults)
  const findings = faults.map((fault) => syntaxFinding(name, 'yaml', fault, place))
  return source(name, value, findings, positions)
}

/**
 * The document in a JSON text, or plain data under a name (then without positions). Never throws: what is wrong with
 * the text is a finding of the source.
 */
export function fromJson(textOrValue: unknown, { name }: { name: string }): DocumentSource {
  if (typeof textOrValue !== 'string') return source(name, textOrValue, [], new Map())
  // Editors on Windows write a mark at the start of a file that JSON does not know.
  const text = textOrValue.replace(/^\uFEFF/, '')
  // JSON is YAML, so one parser finds the places; it is more lenient, so the values come from the strict one.
  const { faults, positions, place } = parse(text)
  try {
    const value = JSON.parse(text) as unknown
    const repeated = faults.filter(({ isRepeatedKey }) => isRepeatedKey)
    const findings = repeated.map((fault) => syntaxFinding(name, 'json', fault, place))
    return source(name, value, findings, positions)
  } catch {
    const offset = jsonErrorAt(text)
    const rest = firstLine(text.slice(offset))
    const message =
      rest === '' ? 'the JSON ends too early' : `this is not JSON from here on: ${quote(rest)}`
    return source(
      name,
      undefined,
      [syntaxFinding(name, 'json', { message, offset }, place)],
      positions,
    )
  }
}

type Positions = ReadonlyMap<string, { value: Position; key?: Position }>

function source(
  name: string,
  value: unknown,
  findings: readonly Finding[],
  positions: Positions,
): DocumentSource {
  const positionOf: DocumentSource['positionOf'] = (pointer, part = 'value') => {
    const place = positions.get(pointer)
    if (place !== undefined) return part === 'key' ? (place.key ?? place.value) : place.value
    // What is missing is reported where it should stand.
    return pointer === '' ? undefined : positionOf(pointer.slice(0, pointer.lastIndexOf('/')))
  }
  return Object.freeze({ name, value, findings, positionOf })
}

function syntaxFinding(
  document: string,
  language: string,
  { severity = 'error', message, pointer = '', offset }: Fault,
  place: Parsed['place'],
): Finding {
  return { severity, code: `${language}-syntax`, message, document, pointer, ...place(offset) }
}

interface Fault {
  /** An error when left out. */
  readonly severity?: 'error' | 'warning'
  readonly message: string
  readonly offset: number
  readonly isRepeatedKey?: boolean
  /** Where the value of a repeated key stands; empty for anything else. */
  readonly pointer?: string
}

interface Parsed {
  /** Missing where the text is nested too deep to be read without running out of stack. */
  readonly document: Document | undefined
  readonly faults: Fault[]
  readonly positions: Positions
  readonly place: (offset: number) => Position
}

function parse(text: string): Parsed {
  const lineCounter = new LineCounter()
  const place = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset)
    return { line, column: col }
  }
  const tokens = [...new Parser(lineCounter.addNewLine).parse(text)]
  const tooDeep = deepToken(tokens)
  if (tooDeep !== undefined) {
    const message = `lists and objects lie in each other more than ${MAX_DEPTH} deep`
    const faults = [{ message, offset: tooDeep.offset }]
    return { document: undefined, faults, positions: new Map(), place }
  }
  const composer = new Composer({ prettyErrors: false, uniqueKeys: true, logLevel: 'error' })
  const [document, second] = [...composer.compose(tokens, true, text.length)]
  const { positions, keys } = positionsIn(document?.contents, place)
  const faults = [...(document?.errors ?? []), ...(document?.warnings ?? [])].map(
    ({ name, code, message, pos: [offset] }): Fault => {
      const key = code === 'DUPLICATE_KEY' ? keys.get(offset) : undefined
      if (key !== undefined) {
        const repeated = `${quote(key.name)} stands here already`
        return { message: repeated, offset, isRepeatedKey: true, pointer: key.pointer }
      }
      const severity = name === 'YAMLWarning' ? 'warning' : 'error'
      return { severity, message: firstLine(message), offset }
    },
  )
  if (second !== undefined) {
    const message = 'a second document begins here; give each a text of its own'
    faults.push({ message, offset: second.range[0] })
  }
  return { document, faults, positions, place }
}

/** A token that lies deeper than documents may; looked for without recursion, which is the point. */
function deepToken(tokens: readonly CST.Token[]): CST.Token | undefined {
  const waiting = tokens.map((token) => ({ token, depth: 0 }))
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { token, depth } = next
    if (depth > MAX_DEPTH) return token
    if (token.type === 'document' && token.value) waiting.push({ token: token.value, depth })
    if (!('items' in token)) continue
    for (const { key, value } of token.items) {
      if (key) waiting.push({ token: key, depth: depth + 1 })
      if (value) waiting.push({ token: value, depth: depth + 1 })
    }
  }
  return undefined
}

/** The places of all values, and the keys by the offset at which they stand. */
function positionsIn(
  contents: unknown,
  place: Parsed['place'],
): { positions: Positions; keys: ReadonlyMap<number, { name: string; pointer: string }> } {
  const positions = new Map<string, { value: Position; key?: Position }>()
  const keys = new Map<number, { name: string; pointer: string }>()
  const placeOf = (node: Node) => place(node.range?.[0] ?? 0)
  const look = (node: unknown, path: readonly string[], key?: Position): void => {
    // An empty value has no node: it stands where its key does.
    const value = isNode(node) ? placeOf(node) : key
    if (value !== undefined) positions.set(toPointer(path), { value, ...(key && { key }) })
    if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) look(item, [...path, `${index}`])
    }
    if (!isMap(node)) return
    for (const { key: name, value: part } of node.items) {
      if (!isScalar(name)) continue
      const text = String((name.value as string | number | boolean | null) ?? '')
      keys.set(name.range?.[0] ?? 0, { name: text, pointer: toPointer([...path, text]) })
      look(part, [...path, text], placeOf(name))
    }
  }
  look(contents, [])
  return { positions, keys }
}

/** The plain data, also of a text with errors, so that one typing slip does not hide the other problems. */
function plain(document: Document, faults: Fault[]): unknown {
  const before = faults.length
  visit(document, {
    Pair(_, { key }) {
      if (!isMap(key) && !isSeq(key)) return
      const message = 'a key is a text; here it is a list or an object'
      faults.push({ message, offset: key.range?.[0] ?? 0 })
    },
    Alias(_, alias) {
      if (alias.resolve(document) !== undefined) return
      const message = `there is no anchor ${quote(`&${alias.source}`)} above this alias`
      faults.push({ message, offset: alias.range?.[0] ?? 0 })
    },
  })
  if (faults.length > before) return undefined
  try {
    return document.toJS({ maxAliasCount: 100 }) as unknown
  } catch {
    faults.push({ message: 'aliases expand without end', offset: 0 })
    return undefined
  }
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] as string
}
