import { type Facts, readRef } from '../facts.ts'
import { fold } from '../operators-text.ts'
import { EVERY, type Step } from '../path.ts'
import type { Assignment, IsOpen } from './assignment.ts'
import { completeFacts } from './complete-facts.ts'
import type { Encoding } from './encoding.ts'
import type { Reading } from './reading.ts'
import { meets, textMeeting } from './text-pattern.ts'
import { has } from './value-set.ts'

type Plain = Record<string, unknown>

/** Facts that an assignment stands for: what was left open is left out where it may be. */
export function factsOf(
  { readings, vocabulary }: Encoding,
  assignment: Assignment,
  isOpen: IsOpen,
): Facts {
  let facts: Plain = {}
  const wholeFirst = [...readings].sort((a, b) => steps(a) - steps(b))
  for (const reading of wholeFirst) {
    const isFree = isOpen(reading.variable) && reading.spec.canBeMissing
    const value = isFree ? undefined : regionValue(reading, assignment, undefined)
    // A part of what is null is null without any help.
    const isThere = value === undefined || readRef(facts, reading.ref) === value
    if (!isThere) facts = withValue(facts, reading, value)
  }
  return completeFacts(facts, vocabulary)
}

function steps({ ref }: Reading): number {
  return ref.path?.steps.length ?? 0
}

/** The value of one reference; `before` is what it was, of which as much as possible is kept. */
export function regionValue(reading: Reading, assignment: Assignment, before: unknown): unknown {
  const region = assignment(reading.variable)
  if (has(reading.lists, region) && reading.elements.length > 0) {
    return listOf(reading, assignment, before)
  }
  if (has(reading.freeTexts, region)) return textOf(reading, region, assignment, before)
  return structuredCopy(reading.regions[region]?.value)
}

function listOf(
  { elements, elementSignatureOf }: Reading,
  assignment: Assignment,
  before: unknown,
): unknown[] {
  const wanted = elements.filter(({ variable }) => assignment(variable) === 1)
  const kinds = new Map(
    wanted.map(({ candidate: { value } }) => [elementSignatureOf(value), structuredCopy(value)]),
  )
  const kept = (Array.isArray(before) ? before : []).filter((one) =>
    kinds.has(elementSignatureOf(one)),
  )
  for (const one of kept) kinds.delete(elementSignatureOf(one))
  return [...kept, ...kinds.values()]
}

function textOf(
  { patterns, regions }: Reading,
  region: number,
  assignment: Assignment,
  before: unknown,
): string {
  const wanted = patterns.filter(({ variable }) => assignment(variable) === 1)
  const unwanted = patterns.filter(({ variable }) => assignment(variable) === 0)
  const plain = regions[region]?.value as string
  const bases = [before, plain, ''].filter((one) => typeof one === 'string')
  const texts = bases.flatMap((base) => {
    const text = textMeeting(
      wanted.map(({ pattern }) => pattern),
      base,
    )
    // A customer writes words, so a text of nothing but the words comes after one with them in it.
    return wanted.every(({ pattern }) => meets(fold(base), pattern)) ? [base, text] : [text]
  })
  const isRight = (text: string) =>
    text !== '' && unwanted.every(({ pattern }) => !meets(fold(text), pattern))
  return texts.find(isRight) ?? (texts[0] as string)
}

function structuredCopy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(structuredCopy)
  return typeof value === 'object' && value !== null ? { ...value } : value
}

/** Facts with a value where a reference reads it; `undefined` takes it away. Nothing given is changed. */
export function withValue(facts: Facts, { ref }: Pick<Reading, 'ref'>, value: unknown): Plain {
  return put(facts, [ref.fact, ...(ref.path?.steps ?? [])], value) as Plain
}

function put(target: unknown, path: readonly Step[], value: unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined) return value
  if (step === EVERY) {
    const values = Array.isArray(value) ? value : []
    const list = Array.isArray(target) ? [...target] : []
    // Lists that are read element by element are as long as the longest of what is read.
    values.forEach((one, index) => {
      list[index] = put(list[index], rest, one)
    })
    return list
  }
  if (typeof step === 'number') {
    const list = Array.isArray(target) ? [...target] : []
    while (list.length < step) list.push(null)
    list[step] = put(list[step], rest, value)
    return list
  }
  // Only an object has parts; whatever else stood there makes room.
  const isPlain = typeof target === 'object' && target !== null && !Array.isArray(target)
  const record: Plain = isPlain ? { ...(target as Plain) } : {}
  const inner = put(record[step], rest, value)
  if (inner === undefined) delete record[step]
  else record[step] = inner
  return record
}
