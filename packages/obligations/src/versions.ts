import { type Instant, type InstantLike, MIN_INSTANT, toInstant } from '@holdfast/kernel'
import type { ReadTerms } from './document.ts'
import type { CompiledTerms } from './terms.ts'

/** An obligation, as far as its terms go. */
interface Termed {
  readonly id: string
  readonly terms: ReadTerms
  readonly compiled: CompiledTerms
}

/** Other terms from an instant on. */
export interface TermsVersion {
  /** From when on; 0, the first instant there is, for what holds from the beginning. */
  readonly from: InstantLike
  /** The obligation with those terms; `null` when nothing is owed any more. */
  readonly terms: Termed | null
  /**
   * What becomes of a cycle that is open then. `retroactive`: it is read again from its beginning, as if these terms had
   * held all the time. `fromChange`: it goes on, with a clock that begins anew. Pauses are kept either way, and what has
   * ended stays as it ended.
   */
  readonly onChange: 'retroactive' | 'fromChange'
}

/** A time in which the same terms hold. */
export interface Era {
  readonly from: Instant
  readonly terms: CompiledTerms | null
  readonly onChange: TermsVersion['onChange']
}

/**
 * The eras up to an instant, oldest first; of several versions from one instant the last given holds, and one from the
 * first instant there is takes the place of the base. A retroactive change back to terms that held before undoes every
 * retroactive change since: it is as if they had never been made. So does one to other terms with a time before it in
 * which nothing was owed any more.
 */
export function erasAt(
  base: CompiledTerms | null,
  versions: readonly TermsVersion[],
  at: Instant,
): readonly Era[] {
  const eras: Era[] = [{ from: MIN_INSTANT, terms: base, onChange: 'retroactive' }]
  if (versions.length === 0) return eras
  const inForce = versions
    .map(({ from, terms, onChange }) => ({
      from: toInstant(from),
      terms: terms?.compiled ?? null,
      onChange,
    }))
    .filter(({ from }) => from <= at)
    .sort((a, b) => a.from - b.from)
    .filter(({ from }, nth, all) => all[nth + 1]?.from !== from)
  for (const era of inForce) {
    const last = eras[eras.length - 1] as Era
    const isGap = last.terms === null && eras.length > 1 && isRetroactive(last)
    if (era.from === MIN_INSTANT || (isGap && isRetroactive(era))) eras.pop()
    const before = eras.findLastIndex(({ terms }) => areSame(terms, era.terms))
    const undoes = before !== -1 && eras.slice(before + 1).every(isRetroactive)
    if (undoes && (era.onChange === 'retroactive' || before === eras.length - 1)) {
      eras.length = before + 1
    } else eras.push(era)
  }
  return eras
}

function areSame(a: CompiledTerms | null, b: CompiledTerms | null): boolean {
  return a?.fingerprint === b?.fingerprint
}

function isRetroactive({ onChange }: Era): boolean {
  return onChange === 'retroactive'
}
