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

/** What of a question singles out people, if anything does: the grouping `person`, or a person. */
export function personAmong(asked: readonly string[]): string | undefined {
  return asked.find((one) => one === 'person' || one.startsWith('person:'))
}
