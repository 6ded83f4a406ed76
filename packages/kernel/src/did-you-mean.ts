/**
 * The candidate that a misspelled word was most likely meant to be, or `undefined` when none is close.
 * A word that a candidate begins or that begins one counts as close (`monday` and `mon`); otherwise at most a third
 * of the letters may be wrong, or one letter of a short word. **Ties**: the earlier candidate.
 */
export function didYouMean(found: string, candidates: Iterable<string>): string | undefined {
  const word = found.toLowerCase().trim()
  if (word === '' || word.length > 100) return undefined
  let best: { candidate: string; distance: number } | undefined
  for (const candidate of candidates) {
    const length = Math.max(word.length, candidate.length)
    const allowed = length === 1 ? 0 : Math.max(1, Math.floor(length / 3))
    const distance = distanceTo(word, candidate.toLowerCase(), allowed)
    if (distance <= allowed && (best === undefined || distance < best.distance)) {
      best = { candidate, distance }
    }
  }
  return best?.candidate
}

function distanceTo(word: string, candidate: string, allowed: number): number {
  if (word === candidate) return 0
  const isPrefix =
    candidate.length > 1 &&
    word.length > 1 &&
    (candidate.startsWith(word) || word.startsWith(candidate))
  if (isPrefix) return 0.5
  // Every letter more or fewer is an edit; most candidates are out before the table is filled.
  const difference = Math.abs(word.length - candidate.length)
  return difference > allowed ? difference : editDistance(word, candidate)
}

/**
 * Insertions, deletions, substitutions and swaps of neighbors that turn one word into the other.
 * Source: Damerau-Levenshtein, the optimal string alignment form.
 */
function editDistance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      let edits = Math.min(
        (last[column] as number) + 1,
        (current[column - 1] as number) + 1,
        (last[column - 1] as number) + (same ? 0 : 1),
      )
      const swapped =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (swapped) edits = Math.min(edits, (beforeLast[column - 2] as number) + 1)
      current.push(edits)
    }
    ;[beforeLast, last] = [last, current]
  }
  return last[b.length] as number
}
