import { type Finding, quote } from '@holdfast/kernel'

/** A finding that says which rule, row, condition or test it is about, in front of what is wrong with it. */
export function withSubject(found: Finding, document: unknown): Finding {
  const subject = subjectAt(document, found.pointer)
  if (subject === undefined || found.message.includes(quote(subject.name))) return found
  return { ...found, message: `${subject.kind} ${quote(subject.name)}: ${found.message}` }
}

interface Subject {
  readonly kind: string
  readonly name: string
}

/** What a JSON Pointer leads into, as its team calls it. */
function subjectAt(document: unknown, pointer: string): Subject | undefined {
  const [, list, key, inner, nth] = pointer.split('/').map(unescaped)
  if (key === undefined) return undefined
  if (list === 'conditions') return { kind: 'condition', name: key }
  if (list === 'actions') return { kind: 'action', name: key }
  const part = child(child(document, list), key)
  if (list === 'tests') return named('test', child(part, 'title'))
  const id = child(part, 'id')
  if (list === 'rules') return named('rule', id)
  if (list !== 'tables' || typeof id !== 'string') return undefined
  if (inner !== 'rows' || nth === undefined) return named('table', id)
  const row = child(child(child(part, inner), nth), 'id')
  return named('row', `${id}/${typeof row === 'string' ? row : Number(nth) + 1}`)
}

function named(kind: string, name: unknown): Subject | undefined {
  return typeof name === 'string' && name !== '' ? { kind, name } : undefined
}

function unescaped(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~')
}

function child(value: unknown, key: string | undefined): unknown {
  if (typeof value !== 'object' || value === null || key === undefined) return undefined
  return Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined
}
