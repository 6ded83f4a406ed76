/** `a, b, c` of a list; a single value as it is. */
export function listed(values: unknown): string {
  return Array.isArray(values) ? values.join(', ') : String(values)
}

/** What people call it, or else its id. */
export function titled(id: unknown, title: unknown): string {
  return title === undefined || title === null ? String(id) : `«${listed(title)}»`
}

/** What was said, after a colon; nothing where nothing was. */
export function said(...values: readonly unknown[]): string {
  const known = values.filter((value) => value !== undefined && value !== null)
  const texts = known.map(listed).filter((text) => text !== '')
  return texts.length === 0 ? '' : `: ${texts.join('; ')}`
}

/** A question about what was most likely meant. */
export function meant(value: unknown): string {
  return value === undefined || value === null ? '' : `; did you mean ${listed(value)}?`
}
