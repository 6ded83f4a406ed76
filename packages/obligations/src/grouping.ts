/** What a group of promises is called by; `null` where it is not known. */
export type GroupKey = string | null

/** The order of groups: by each of their parts as text, `null` last. Never by how well they do. */
export function compareParts(a: readonly GroupKey[], b: readonly GroupKey[]): number {
  for (const [nth, part] of a.entries()) {
    const other = b[nth] as GroupKey
    if (part === other) continue
    if (part === null) return 1
    return other === null || part < other ? -1 : 1
  }
  return 0
}

/** What is counted in a group, and how the group is called: in the order of its parts, and by their names. */
export interface Grouped<T> {
  readonly parts: readonly GroupKey[]
  readonly named: Readonly<Record<string, GroupKey>>
  readonly counted: T
}

/** What is counted by group. */
export interface Groups<T> {
  /** What is counted in the group of these parts, one for each name; nothing yet where nobody asked for it before. */
  at(parts: readonly GroupKey[]): T
  /** In the order of `compareParts`, however they came. */
  inOrder(): readonly Grouped<T>[]
}

/** Groups with parts of these names. Without names there is one group, even when nothing is counted in it. */
export function groupsBy<T>(names: readonly string[], nothing: () => T): Groups<T> {
  const groups = new Map<string, Grouped<T>>()
  const at = (parts: readonly GroupKey[]): T => {
    const id = JSON.stringify(parts)
    const known = groups.get(id)
    if (known !== undefined) return known.counted
    const named = Object.fromEntries(names.map((name, nth) => [name, parts[nth] as GroupKey]))
    const group = { parts, named, counted: nothing() }
    groups.set(id, group)
    return group.counted
  }
  if (names.length === 0) at([])
  return { at, inOrder: () => [...groups.values()].sort((a, b) => compareParts(a.parts, b.parts)) }
}

/** What of a question singles out people, if anything does: the grouping `person`, or a person. */
export function personAmong(asked: readonly string[]): string | undefined {
  return asked.find((one) => one === 'person' || one.startsWith('person:'))
}
