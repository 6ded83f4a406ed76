/** Texts kept at a time; a log has few states, teams and persons, and its other texts pass by. */
const MOST = 20_000

/**
 * Gives back one copy of each text that does not keep the piece of the log alive from which it was cut. Forgets all
 * when there are too many.
 */
export function interning(): (text: string) => string {
  const kept = new Map<string, string>()
  return (text) => {
    const known = kept.get(text)
    if (known !== undefined) return known
    if (kept.size >= MOST) kept.clear()
    const copy = copied(text)
    kept.set(copy, copy)
    return copy
  }
}

/** A text of its own: one cut out of another shares its memory. */
export function copied(text: string): string {
  const encoding = /^[\0-\x7F]*$/.test(text) ? 'latin1' : 'utf16le'
  return Buffer.from(text, encoding).toString(encoding)
}
