/** Sets of the regions of one variable, as bits in words of 32, so that a table of a thousand rows has room. */
export type ValueSet = Uint32Array

/** The regions from 0 to `size - 1` for which a question is answered with yes. */
export function setWhere(size: number, isIn: (region: number) => boolean): ValueSet {
  const set = new Uint32Array((size + 31) >>> 5)
  for (let region = 0; region < size; region++) {
    if (isIn(region)) set[region >>> 5] = (set[region >>> 5] as number) | (1 << (region & 31))
  }
  return set
}

export function complement(set: ValueSet, size: number): ValueSet {
  const other = set.map((word) => ~word)
  const spare = size & 31
  // No bit may stand for a region that does not exist, or a full set would not look full.
  if (spare !== 0)
    other[other.length - 1] = (other[other.length - 1] as number) & ((1 << spare) - 1)
  return other
}

export function union(a: ValueSet, b: ValueSet): ValueSet {
  return a.map((word, index) => word | (b[index] as number))
}

export function intersection(a: ValueSet, b: ValueSet): ValueSet {
  return a.map((word, index) => word & (b[index] as number))
}

/** Whether two sets have no region in common; asked of every pair of a table's rows, so it makes no set to tell. */
export function areDisjoint(a: ValueSet, b: ValueSet): boolean {
  for (let word = 0; word < a.length; word++) {
    if (((a[word] as number) & (b[word] as number)) !== 0) return false
  }
  return true
}

export function has(set: ValueSet, region: number): boolean {
  return (((set[region >>> 5] as number) >>> (region & 31)) & 1) === 1
}

export function isEmpty(set: ValueSet): boolean {
  return set.every((word) => word === 0)
}

export function isFull(set: ValueSet, size: number): boolean {
  return isEmpty(complement(set, size))
}

/** The first region of a set, or -1. */
export function firstOf(set: ValueSet): number {
  const word = set.findIndex((bits) => bits !== 0)
  return word === -1
    ? -1
    : word * 32 + 31 - Math.clz32((set[word] as number) & -(set[word] as number))
}
