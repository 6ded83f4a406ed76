import type { DocumentSource, Finding, InstantLike } from '@holdfast/kernel'
import type { Facts } from '@holdfast/rules'
import { ADVICE } from './advice.ts'
import type { Words } from './words.ts'

/** A finding as a team reads it: where, in which rule, what, an example that proves it, and what to do. */
export function findingText(finding: Finding, { value }: DocumentSource, words: Words): string {
  const { severity, code, message, document, pointer, line, column } = finding
  const place = line === undefined ? document : `${document}:${line}:${column}`
  const name = nameAt(value, pointer)
  const about = name === undefined || message.includes(name) ? '' : `${name}: `
  const hint = hintOf(finding)
  const lines = [`  ${severity} ${place} ${code}`, `    ${about}${message}${hint}`]
  const { facts, at } = (finding.witness ?? {}) as { facts?: Facts; at?: InstantLike }
  if (facts !== undefined && at !== undefined) {
    lines.push(`    for example: ${words.request(facts, at)}`)
  }
  const advice = ADVICE[code]
  if (advice !== undefined) lines.push(`    what to do: ${advice}`)
  return lines.join('\n')
}

/** What may stand there is only worth telling where no guess is made. */
function hintOf({ didYouMean, expected }: Finding): string {
  if (didYouMean !== undefined) return `; did you mean "${didYouMean}"?`
  return expected === undefined ? '' : `; expected ${expected}`
}

type Part = Readonly<Record<string, unknown>>

/** The rule, row, condition or test that a pointer leads into, as its team calls it. */
function nameAt(document: unknown, pointer: string): string | undefined {
  const [, kind, key, inner, nth] = pointer.split('/').map(unescaped)
  const part = child(child(document, kind), key)
  if (kind === 'conditions' && key !== undefined) return `the condition "${key}"`
  if (kind === 'tests') return text(part?.['title'])
  const id = text(part?.['id'])
  if (kind !== 'tables' || inner !== 'rows' || nth === undefined) return id
  const row = child(child(part, 'rows'), nth)
  return id && `${id}/${text(row?.['id']) ?? Number(nth) + 1}`
}

function unescaped(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~')
}

function child(value: unknown, key: string | undefined): Part | undefined {
  if (typeof value !== 'object' || value === null || key === undefined) return undefined
  return Object.hasOwn(value, key) ? ((value as Part)[key] as Part) : undefined
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
