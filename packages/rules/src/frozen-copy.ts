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
