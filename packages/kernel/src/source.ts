/**
 * Documents from text, with the place of every value: a subpath of its own, so that the YAML parser stays out of
 * browser bundles that do not need it.
 */
import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { DocumentSource, Position } from './document.ts'
import { type Finding, toPointer } from './finding.ts'

export type { DocumentSource, Position } from './document.ts'

/** The document in a YAML 1.2 text. Never throws: syntax errors and repeated keys are findings of the source. */
export function fromYaml(text: string, { name }: { name: string }): DocumentSource {
  const { document, positions, lineCounter } = parse(text)
  const findings = document.errors.map((error): Finding => {
    const { line, col } = lineCounter.linePos(error.pos[0])
    return syntaxFinding(name, 'yaml', firstLine(error.message), { line, column: col })
  })
  return source(name, findings.length > 0 ? partOf(document) : plain(document), findings, positions)
}

/**
 * The document in a JSON text, or plain data under a name (then without positions). Never throws: what is wrong with
 * the text is a finding of the source.
 */
export function fromJson(textOrValue: unknown, { name }: { name: string }): DocumentSource {
  if (typeof textOrValue !== 'string') return source(name, textOrValue, [], new Map())
  // JSON is YAML, so one parser finds the places; it is more lenient, so the values come from the strict one.
  const { document, positions, lineCounter } = parse(textOrValue)
  const repeated = document.errors.filter(({ code }) => code === 'DUPLICATE_KEY')
  const findings = repeated.map(({ message, pos }) => {
    const { line, col } = lineCounter.linePos(pos[0])
    return syntaxFinding(name, 'json', firstLine(message), { line, column: col })
  })
  try {
    return source(name, JSON.parse(textOrValue) as unknown, findings, positions)
  } catch (error) {
    const offset = /position (\d+)/.exec(String(error))?.[1]
    const at = offset === undefined ? document.errors[0]?.pos[0] : Number(offset)
    const { line, col } = lineCounter.linePos(at ?? textOrValue.length)
    const message = firstLine(error instanceof Error ? error.message : String(error))
    return source(
      name,
      undefined,
      [syntaxFinding(name, 'json', message, { line, column: col })],
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
  return Object.freeze({
    name,
    value,
    findings,
    positionOf(pointer, part = 'value') {
      const place = positions.get(pointer)
      if (place !== undefined) return part === 'key' ? (place.key ?? place.value) : place.value
      // What is missing is reported where it should stand.
      return pointer === ''
        ? undefined
        : this.positionOf(pointer.slice(0, pointer.lastIndexOf('/')))
    },
  } satisfies DocumentSource)
}

function syntaxFinding(
  document: string,
  language: string,
  message: string,
  place: Position,
): Finding {
  return { severity: 'error', code: `${language}-syntax`, message, document, pointer: '', ...place }
}

function parse(text: string): {
  document: Document
  positions: Positions
  lineCounter: LineCounter
} {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, prettyErrors: false, uniqueKeys: true })
  const positions = new Map<string, { value: Position; key?: Position }>()
  const place = (node: Node): Position => {
    const { line, col } = lineCounter.linePos(node.range?.[0] ?? 0)
    return { line, column: col }
  }
  const visit = (node: unknown, path: readonly string[], key?: Position): void => {
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return
    positions.set(toPointer(path), { value: place(node), ...(key && { key }) })
    if (isSeq(node))
      for (const [index, item] of node.items.entries()) visit(item, [...path, `${index}`])
    if (!isMap(node)) return
    for (const { key: name, value } of node.items) {
      if (isScalar(name)) visit(value, [...path, String(name.value)], place(name))
    }
  }
  visit(document.contents, [])
  return { document, positions, lineCounter }
}

/** The plain data; a text that expands its aliases without end gives none. */
function plain(document: Document): unknown {
  return document.toJS({ maxAliasCount: 100 }) as unknown
}

/** What can still be read of a text with errors, so that one typing slip does not hide the other problems. */
function partOf(document: Document): unknown {
  try {
    return plain(document)
  } catch {
    return undefined
  }
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] as string
}
