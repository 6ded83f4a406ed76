/** What a comparison may say of a fact of a known type. Found when a rule set is loaded, never when it runs. */
import { didYouMean, type FindingParts, quote } from '@holdfast/kernel'
import { describeType, type FactSpec, type FactType, type Scalar } from './fact-type.ts'
import type { FactRef, Leaf } from './node.ts'
import type { FactKind } from './operator.ts'
import { beginsLikeNumber } from './operators-stock.ts'
import { isUnknown, specAt, type Vocabulary } from './vocabulary.ts'

/** What is wrong with a comparison, given the facts that exist; without a vocabulary only what can never be meant. */
export function leafFaults(leaf: Leaf, vocabulary: Vocabulary | undefined): FindingParts[] {
  if (vocabulary === undefined) return openFaults(leaf)
  const left = readable(leaf.ref, leaf.at, vocabulary)
  const right = leaf.valueRef && readable(leaf.valueRef, [...leaf.at, 'value'], vocabulary)
  const faults = [...left.faults, ...(right?.faults ?? [])]
  if (left.spec === undefined || faults.length > 0) return faults
  if (leaf.operation.decorators.includes('swap')) return []
  if (right?.spec !== undefined) return refFaults(leaf, left.spec, right.spec)
  return valueFaults(leaf, left.spec)
}

/** What is unknown to the vocabulary about a fact that is only read. */
export function refFault(
  ref: FactRef,
  at: readonly PropertyKey[],
  vocabulary: Vocabulary,
): FindingParts[] {
  return readable(ref, at, vocabulary).faults
}

function readable(
  ref: FactRef,
  at: readonly PropertyKey[],
  vocabulary: Vocabulary,
): { spec?: FactSpec; faults: FindingParts[] } {
  const spec = specAt(vocabulary, ref)
  if (!isUnknown(spec)) return { spec, faults: [] }
  const { unknown, allowed, isFact, didYouMean: near } = spec
  const fault: FindingParts = {
    code: isFact ? 'fact-unknown' : 'path-unknown',
    message: isFact
      ? `the vocabulary has no fact ${quote(unknown)}`
      : `${quote(ref.fact)} has no ${quote(unknown)}`,
    path: [...at, isFact ? 'fact' : 'path'],
    found: isFact ? ref.fact : ref.path?.text,
    ...(allowed.length > 0 && { expected: allowed.join(', ') }),
    ...(near !== undefined && { didYouMean: near }),
  }
  return { faults: [fault] }
}

/** The type that the operator itself meets, behind decorators that ask every element of a list. */
function metBy({ operation }: Leaf, spec: FactSpec): FactSpec | undefined {
  return operation.decorators
    .filter((decorator) => decorator === 'someFact' || decorator === 'everyFact')
    .reduce<FactSpec | undefined>((met, _) => {
      if (met === undefined || met.type.kind === 'open') return met
      return met.type.kind === 'list' ? met.type.items : undefined
    }, spec)
}

function operatorFault(leaf: Leaf, spec: FactSpec, expected: string): FindingParts {
  const { operation, ref, at } = leaf
  return {
    code: 'operator-type',
    message: `\`${operation.name}\` says nothing of ${ref.label}, which is ${describeType(spec.type)}`,
    path: [...at, 'operator'],
    found: operation.name,
    expected,
  }
}

const EXPECTED: Readonly<Record<FactKind, string>> = {
  scalar: 'for a list `contains` or a decorator such as `someFact:equal`; for an object a `path`',
  number: 'an operator for its type; for instants `dateBefore` and the like',
  text: 'an operator for its type; text operators take texts',
  list: 'an operator for its type; `contains` takes lists, `textContains` texts',
  date: 'an operator for its type; date operators take instants',
  duration: 'an operator for its type; duration operators take durations',
}

const TAKES: Readonly<Record<FactKind, readonly FactType['kind'][]>> = {
  scalar: ['enum', 'boolean', 'number', 'text', 'instant', 'duration'],
  number: ['number'],
  text: ['text', 'enum'],
  list: ['list'],
  date: ['instant', 'number'],
  duration: ['duration', 'number'],
}

function takes(kind: FactKind, { type }: FactSpec): boolean {
  if (type.kind === 'open') return true
  if (kind === 'number' && type.kind === 'enum') return type.values.every(isNumber)
  return TAKES[kind].includes(type.kind)
}

function valueFaults(leaf: Leaf, spec: FactSpec): FindingParts[] {
  const { operator, decorators } = leaf.operation
  const met = metBy(leaf, spec)
  if (met === undefined || !takes(operator.fact, met)) {
    return [operatorFault(leaf, spec, EXPECTED[operator.fact])]
  }
  if (operator.fact === 'number') return numberFaults(leaf)
  if (operator.fact !== 'scalar' && operator.fact !== 'list') return []
  const compared = operator.fact === 'list' && met.type.kind === 'list' ? met.type.items : met
  const spread = decorators.filter((one) => one === 'someValue' || one === 'everyValue').length
  const levels = spread + (operator.throws === true ? 1 : 0)
  return flatten(leaf.value, levels, [...leaf.at, 'value']).flatMap(([value, path]) =>
    memberFault(leaf, compared, value, path),
  )
}

/** The values that are compared one by one, each with its place. */
function flatten(
  value: unknown,
  levels: number,
  path: readonly PropertyKey[],
): [unknown, readonly PropertyKey[]][] {
  if (levels === 0 || !Array.isArray(value)) return [[value, path]]
  return value.flatMap((one, index) => flatten(one, levels - 1, [...path, index]))
}

function numberFaults({ operation, value, at }: Leaf): FindingParts[] {
  if (operation.decorators.some((one) => one === 'someValue' || one === 'everyValue')) return []
  if (isNumber(value)) return []
  const message = `\`${operation.name}\` cannot compare with ${quote(value)}`
  return [
    { code: 'value-type', message, path: [...at, 'value'], found: value, expected: 'a number' },
  ]
}

function memberFault(
  leaf: Leaf,
  { type, nullable }: FactSpec,
  value: unknown,
  path: readonly PropertyKey[],
): FindingParts[] {
  if (value === null && nullable) return []
  if (isOfType(type, value)) return []
  const isEnum = type.kind === 'enum'
  const texts = isEnum ? type.values.filter((one) => typeof one === 'string') : []
  const near = typeof value === 'string' ? didYouMean(value, texts) : undefined
  return [
    {
      code: isEnum ? 'enum-unknown' : 'value-type',
      message: `${leaf.ref.label} is never ${quote(value)}`,
      path,
      found: value,
      expected: describeType(type),
      ...(near !== undefined && { didYouMean: near }),
    },
  ]
}

function isOfType(type: FactType, value: unknown): boolean {
  switch (type.kind) {
    case 'enum':
      return type.values.includes(value as Scalar)
    case 'boolean':
      return typeof value === 'boolean'
    case 'number':
      return isNumber(value) && value >= type.min && value <= type.max
    case 'text':
    case 'instant':
    case 'duration':
      return typeof value === 'string'
    case 'list':
    case 'object':
      return false
    case 'open':
      return true
  }
}

/** Two facts are compared only if they could be alike. */
function refFaults(leaf: Leaf, left: FactSpec, right: FactSpec): FindingParts[] {
  const { operator, decorators } = leaf.operation
  if (decorators.length > 0) return []
  if (!takes(operator.fact, left)) return [operatorFault(leaf, left, EXPECTED[operator.fact])]
  const wantsList = operator.throws === true
  if (!wantsList || right.type.kind === 'open' || right.type.kind === 'list') return []
  const expected = 'a fact that is a list'
  const message = `\`${operator.name}\` cannot look into ${leaf.valueRef?.label}, which is ${describeType(right.type)}`
  return [{ code: 'value-type', message, path: [...leaf.at, 'value', 'fact'], expected }]
}

/** Without a vocabulary the stock semantics hold, and only what they make of a value is worth a warning. */
function openFaults(leaf: Leaf): FindingParts[] {
  const { operation, value, valueRef, at } = leaf
  if (valueRef !== undefined || operation.decorators.length > 0) return []
  const warn = (code: string, message: string, expected: string): FindingParts[] => [
    { severity: 'warning', code, message, path: [...at, 'value'], found: value, expected },
  ]
  const isCompound = typeof value === 'object' && value !== null
  if (operation.operator.fact === 'number' && (isCompound || !beginsLikeNumber(value))) {
    const message = `\`${operation.name}\` with ${quote(value)} compares no numbers`
    return warn('order-of-no-number', message, 'a number')
  }
  const isEquality = operation.operator.fact === 'scalar' && operation.operator.throws !== true
  if (isEquality && isCompound) {
    const message = `nothing is ever equal to ${quote(value)}`
    return warn('equal-to-compound', message, 'a text, a number, true, false or null')
  }
  return []
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && !Number.isNaN(value)
}
