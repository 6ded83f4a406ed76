import { didYouMean, quote } from '@holdfast/kernel'
import { type ComplaintBook, isRecord, type Place, type Raw } from './complaints.ts'
import { leafFaults, refFault } from './leaf-types.ts'
import type { FactRef, Leaf } from './node.ts'
import { DECORATORS, mayThrow, operationNamed, valueFault } from './operation.ts'
import { OPERATOR_NAMES } from './operators.ts'
import { isPathFault, type Path, parsePath } from './path.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What a condition may look like. */
export const CONDITION_SHAPE =
  '`all`, `any`, `not`, a `condition` by name, or a `fact` with `operator` and `value`'

const LEAF_KEYS = ['fact', 'operator', 'value', 'path', 'params', 'priority', 'name']
const CONDITION_KEYS = ['any', 'all', 'not', 'condition', ...LEAF_KEYS]

/** Parses comparisons, and writes what is wrong with them into the book. */
export function leafParser(complaints: ComplaintBook, vocabulary: Vocabulary | undefined) {
  const { wrong, unknownKeys } = complaints

  function leafOf(raw: Raw, at: Place, priority: number): Leaf | undefined {
    const missing = ['fact', 'operator', 'value'].filter((key) => !Object.hasOwn(raw, key))
    if (missing.length === 3) {
      const near = Object.keys(raw)
        .map((key) => didYouMean(key, CONDITION_KEYS))
        .find((one) => one !== undefined)
      return wrong('condition-invalid', 'this is no condition', at, {
        found: raw,
        expected: CONDITION_SHAPE,
        ...(near !== undefined && { didYouMean: near }),
      })
    }
    for (const key of missing) {
      wrong('missing', `the comparison has no \`${key}\``, at, { expected: `\`${key}\`` })
    }
    unknownKeys(raw, at, LEAF_KEYS)
    const ref = missing.includes('fact') ? undefined : refOf(raw, at)
    const operation = missing.includes('operator') ? undefined : operationOf(raw['operator'], at)
    if (ref === undefined || operation === undefined || missing.length > 0) return undefined
    const value = raw['value']
    const isReference = isRecord(value) && Object.hasOwn(value, 'fact')
    const valueRef = isReference ? refOf(value, [...at, 'value']) : undefined
    if (isReference && valueRef === undefined) return undefined
    const fault = isReference ? undefined : valueFault(operation, value)
    if (fault !== undefined) {
      const message = `\`${operation.name}\` cannot compare with ${quote(value)}`
      return wrong('value-invalid', message, [...at, 'value'], { found: value, expected: fault })
    }
    const leaf: Leaf = {
      kind: 'leaf',
      ref,
      operation,
      value: isReference ? undefined : value,
      ...(valueRef !== undefined && { valueRef }),
      mayThrow: mayThrow(operation, !isReference),
      priority,
      at,
    }
    const faults = leafFaults(leaf, vocabulary)
    complaints.findings.push(...faults)
    return faults.some(({ severity }) => severity !== 'warning') ? undefined : leaf
  }

  function operationOf(name: unknown, at: Place) {
    const path = [...at, 'operator']
    if (typeof name !== 'string') {
      return wrong('operator-unknown', `${quote(name)} is no operator`, path, { found: name })
    }
    const operation = operationNamed(name)
    if (!('unknown' in operation)) return operation
    const { unknown, kind } = operation
    const known = kind === 'operator' ? OPERATOR_NAMES : DECORATORS
    const near = didYouMean(unknown, known)
    const parts = name.split(':').map((part) => (part === unknown ? near : part))
    return wrong('operator-unknown', `there is no ${kind} ${quote(unknown)}`, path, {
      found: name,
      // The list is long, and of no use to somebody who only misspelled a name.
      ...(near === undefined ? { expected: known.join(', ') } : { didYouMean: parts.join(':') }),
    })
  }

  function refOf(raw: Raw, at: Place): FactRef | undefined {
    const { fact, path: text } = raw as { fact?: unknown; path?: unknown }
    if (typeof fact !== 'string' || fact === '') {
      return wrong('fact-invalid', `${quote(fact)} is no name of a fact`, [...at, 'fact'], {
        found: fact,
        expected: 'the name of a fact',
      })
    }
    if (Object.hasOwn(raw, 'params')) {
      wrong('params-ignored', 'facts are plain values and take no `params`', [...at, 'params'], {
        severity: 'warning',
        part: 'key',
      })
    }
    if (text === undefined || text === '') return { fact, label: fact }
    const path = pathOf(text, [...at, 'path'])
    return path && { fact, path, label: labelOf(fact, path) }
  }

  function pathOf(text: unknown, at: Place): Path | undefined {
    if (typeof text !== 'string') {
      return wrong('path-invalid', `${quote(text)} is no path`, at, { found: text })
    }
    const path = parsePath(text)
    if (isPathFault(path)) {
      const message = `${quote(text)} is not a path that can be read`
      return wrong(path.code, message, at, { found: text, expected: path.expected })
    }
    if (path.steps[0] === '') {
      wrong('path-finds-nothing', `${quote(text)} looks for a key without a name`, at, {
        severity: 'warning',
        found: text,
        didYouMean: `$${text}`,
      })
    }
    return path
  }

  function knownRefOf(raw: Raw, at: Place): FactRef | undefined {
    const ref = refOf(raw, at)
    const faults = ref && vocabulary ? refFault(ref, at, vocabulary) : []
    complaints.findings.push(...faults)
    return faults.length > 0 ? undefined : ref
  }

  return { leafOf, knownRefOf }
}

function labelOf(fact: string, { text }: Path): string {
  const rest = text.startsWith('$') ? text.slice(1) : text
  return rest === '' || /^[.[]/.test(rest) ? `${fact}${rest}` : `${fact}.${rest}`
}
