/** A step into a value: a key, an index, or every element. */
export type Step = string | number | typeof EVERY

/** Every element of a list, or every value of an object: `[*]`, `.*`. */
export const EVERY = Symbol('every')

/** A path into a fact's value. */
export interface Path {
  readonly text: string
  readonly steps: readonly Step[]
  /** Whether it leads to a list of what was found, because one of its steps is `[*]`. */
  readonly many: boolean
}

/** What a path cannot be, and why. */
export interface PathFault {
  readonly code: 'path-script' | 'path-hostile' | 'path-invalid'
  readonly expected: string
}

const SUBSET = 'a path such as $.contract.level, $.lines[0].sku or $.lines[*].sku'
const HOSTILE = new Set(['__proto__', 'constructor', 'prototype'])
/** Signs that mean something else to the stock engine, also inside quotes, are in no key. */
const STEP =
  /\.([^.[\]()?@*'"`~^$,:;#\\\s]+)|\[(\d+)\]|\[(?:'([^'"[\]\\`~^*,;#]*)'|"([^'"[\]\\`~^*,;#]*)")\]|(\.\*|\[\*\])/y

/** Quoted keys that the stock engine takes for a slice, a descent or the root. */
const NO_KEY = /^(-?\d*:-?\d*:?\d*|\.\.|\$)$/

/**
 * The path of a text in the part of JSONPath that runs nothing: keys, quoted keys, indices and `[*]`, with or without
 * the leading `$`. Scripts, filters, slices and descents are faults, and so are keys that lead to prototypes.
 */
export function parsePath(text: string): Path | PathFault {
  if (/[()?@]/.test(text))
    return { code: 'path-script', expected: `${SUBSET}; scripts are never run` }
  // Not even the names that every object has: the stock engine keeps paths in an object and trips over them.
  if (Object.hasOwn(Object.prototype, text)) return { code: 'path-hostile', expected: SUBSET }
  const body = bodyOf(text)
  const steps: Step[] = []
  STEP.lastIndex = 0
  while (STEP.lastIndex < body.length) {
    const match = STEP.exec(body)
    if (match === null) return { code: 'path-invalid', expected: SUBSET }
    const [, key, index, single, double] = match
    const name = key ?? single ?? double
    if (name !== undefined && HOSTILE.has(name)) return { code: 'path-hostile', expected: SUBSET }
    if (name !== undefined && NO_KEY.test(name)) return { code: 'path-invalid', expected: SUBSET }
    steps.push(name ?? (index === undefined ? EVERY : indexOf(index)))
  }
  return { text, steps, many: steps.includes(EVERY) }
}

/** `[007]` names no element of a list. */
function indexOf(digits: string): string | number {
  return String(Number(digits)) === digits ? Number(digits) : digits
}

/** The steps as text. A leading dot or bracket without `$` is an empty key, as in the stock engine: it finds nothing. */
function bodyOf(text: string): string {
  if (text.startsWith('$')) return text.slice(1)
  return text.startsWith('.') || text.startsWith('[') ? `['']${text}` : `.${text}`
}

/** Whether parsing a path failed. */
export function isPathFault(path: Path | PathFault): path is PathFault {
  return 'code' in path
}

/**
 * What a path leads to. As in the stock engine: a value that is no object is given back as it is; own keys only;
 * `[*]` gives a list of what was found, and nothing found is `undefined`.
 */
export function follow(value: unknown, { steps, many }: Path): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (many) return followMany(value, steps)
  let at: unknown = value
  for (const step of steps) {
    if (!hasStep(at, step as string | number)) return undefined
    at = (at as Record<string | number, unknown>)[step as string | number]
  }
  return at
}

interface Found {
  readonly value: unknown
  readonly isOneOfMany: boolean
}

function followMany(value: unknown, steps: readonly Step[]): unknown {
  const found = [...everyAt({ value, isOneOfMany: false }, steps, 0)]
  const [first] = found
  if (first === undefined) return undefined
  return first.isOneOfMany || found.length > 1 ? found.map((one) => one.value) : first.value
}

function* everyAt(at: Found, steps: readonly Step[], from: number): Generator<Found> {
  const { value, isOneOfMany } = at
  const step = steps[from]
  if (step === undefined) {
    yield at
  } else if (step === EVERY && !(from > 0 && hasStep(value, '*'))) {
    for (const part of partsOf(value)) {
      yield* everyAt({ value: part, isOneOfMany: true }, steps, from + 1)
    }
  } else {
    // Behind another step, a key that is really called `*` goes before every key.
    const key = step === EVERY ? '*' : step
    if (!hasStep(value, key)) return
    const part = (value as Record<string | number, unknown>)[key]
    yield* everyAt({ value: part, isOneOfMany }, steps, from + 1)
  }
}

function partsOf(value: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return []
  return Array.isArray(value) ? Array.from(value) : Object.values(value)
}

/** The length of a text or a list is its own, as in the stock engine. */
function hasStep(value: unknown, step: string | number): boolean {
  return Boolean(value) && Object.hasOwn(value as object, step)
}
