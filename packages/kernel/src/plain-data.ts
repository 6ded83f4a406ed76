/** How deep lists and objects may lie in each other; no policy comes near it, and no walk over one runs out of stack. */
export const MAX_DEPTH = 100

/** What of a value is not plain data that schemas can be held against. */
export interface Oddities {
  /** Where it is nested deeper than `MAX_DEPTH`; a value that contains itself always is. */
  readonly tooDeep: readonly PropertyKey[] | undefined
  /** Where an object has a key of its own that is called `__proto__`. Schemas pass over such keys in silence. */
  readonly protoKeys: readonly (readonly PropertyKey[])[]
}

/** Looks through a value once. */
export function odditiesOf(raw: unknown): Oddities {
  const protoKeys: PropertyKey[][] = []
  let tooDeep: readonly PropertyKey[] | undefined

  function look(value: unknown, path: readonly PropertyKey[]): void {
    if (typeof value !== 'object' || value === null || tooDeep !== undefined) return
    if (path.length > MAX_DEPTH) {
      tooDeep = path
      return
    }
    for (const [key, part] of Object.entries(value)) {
      if (key === '__proto__') protoKeys.push([...path, key])
      else if (typeof part === 'object') look(part, [...path, key])
    }
  }

  look(raw, [])
  return { tooDeep, protoKeys }
}

/** The value that a path leads to through own keys, or `undefined` where it leads nowhere. */
export function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  let value = raw
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as Record<PropertyKey, unknown>)[key]
  }
  return value
}

/** Freezes plain data that nobody else holds, all the way down, and gives it back. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const part of Object.values(value)) deepFreeze(part)
  return Object.freeze(value)
}

/**
 * A frozen copy of plain data, so that neither side can change the other's. Lists and objects are copied all the way
 * down; anything else stands as it is. Only for data whose depth was checked.
 */
export function frozenCopy<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return Object.freeze(value.map(frozenCopy)) as T
  const entries = Object.entries(value).map(([key, part]) => [key, frozenCopy(part)])
  return Object.freeze(Object.fromEntries(entries)) as T
}

/** JSON in which the order of keys does not show, and numbers that JSON lacks do. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'number' && !Number.isFinite(part)) return { number: String(part) }
    if (typeof part === 'bigint') return { bigint: String(part) }
    return typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part
  })
}
