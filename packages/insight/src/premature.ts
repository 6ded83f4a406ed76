import { type Duration, type Instant, toMillis } from '@holdfast/kernel'
import { compareParts } from '@holdfast/obligations'
import type { CaseLife } from './case-life.ts'
import type { CaseFact } from './known-facts.ts'

/** A sign that a case was resolved before it was. */
export interface PrematureResolution {
  readonly about: string
  readonly resolvedAt: Instant
  /** When it showed. */
  readonly shownAt: Instant
  /**
   * `reopened`: the case itself. `followUp`: a later case says that it follows up on it (`facts.followUpOf`, with or without `request:`).
   * `sameMatter`: a later case has the same facts; that is a suspicion.
   */
  readonly sign: 'reopened' | 'followUp' | 'sameMatter'
  /** The later case; `null` where it was reopened. */
  readonly next: string | null
}

/** What is looked at of a life: whoever keeps many need keep no more. */
export type ResolvedLife = Pick<CaseLife, 'about' | 'openedAt' | 'endedAt' | 'undone' | 'facts'>

export interface PrematureOptions {
  /** How soon it must show: two weeks (`PT336H`) when left out. */
  readonly within?: Duration | undefined
  /** The facts that make two cases the same matter, such as `['customer', 'category']`; none when left out. */
  readonly matter?: readonly string[] | undefined
}

/**
 * Resolutions that did not hold: reopened, or followed by another case soon after. Of each case, memory keeps what it is
 * about and when it was open. In order of `shownAt`, `about`, `next`. A later case counts for the last one resolved before it,
 * and as the strongest sign it is. **Source**: R105. Throws what `toMillis` throws.
 */
export function prematureResolutions(
  lives: Iterable<ResolvedLife>,
  { within: like = 'PT336H', matter = [] }: PrematureOptions = {},
): readonly PrematureResolution[] {
  const within = toMillis(like)
  const found: PrematureResolution[] = []
  const ended = new Map<string, Ended>()
  const byMatter = new Map<string, Ended[]>()
  const followers: Follower[] = []
  for (const { about, openedAt, endedAt, undone, facts } of lives) {
    for (const { resolvedAt, reopenedAt } of undone) {
      if (reopenedAt - resolvedAt > within) continue
      found.push({ about, resolvedAt, shownAt: reopenedAt, sign: 'reopened', next: null })
    }
    const values = matter.map((name) => facts[name])
    const key = values.length === 0 || values.includes(undefined) ? null : JSON.stringify(values)
    const { followUpOf } = facts
    followers.push({ about, openedAt, followUpOf, key })
    if (endedAt === null) continue
    ended.set(about, { about, endedAt })
    if (key === null) continue
    const alike = byMatter.get(key)
    if (alike === undefined) byMatter.set(key, [{ about, endedAt }])
    else alike.push({ about, endedAt })
  }
  for (const list of byMatter.values()) {
    list.sort((a, b) => a.endedAt - b.endedAt || compareParts([a.about], [b.about]))
  }
  const isSoon = (one: Ended | undefined, openedAt: Instant): one is Ended =>
    one !== undefined && one.endedAt <= openedAt && openedAt - one.endedAt <= within
  for (const { about: next, openedAt, followUpOf, key } of followers) {
    const named = followUpOf === undefined ? undefined : namedBy(ended, followUpOf)
    const alike = key === null ? undefined : lastBefore(byMatter.get(key) ?? [], openedAt, next)
    const sign = isSoon(named, openedAt) ? 'followUp' : 'sameMatter'
    const earlier = sign === 'followUp' ? named : alike
    if (!isSoon(earlier, openedAt)) continue
    const { about, endedAt: resolvedAt } = earlier
    found.push({ about, resolvedAt, shownAt: openedAt, sign, next })
  }
  return found.sort(
    (a, b) => a.shownAt - b.shownAt || compareParts([a.about, a.next], [b.about, b.next]),
  )
}

interface Ended {
  readonly about: string
  readonly endedAt: Instant
}

interface Follower {
  readonly about: string
  readonly openedAt: Instant
  readonly followUpOf: CaseFact | undefined
  readonly key: string | null
}

/** A log names the other case as it names this one, and marks are about requests. */
function namedBy(ended: ReadonlyMap<string, Ended>, name: CaseFact): Ended | undefined {
  return ended.get(String(name)) ?? ended.get(`request:${name}`)
}

/** The last case but this one that had ended by an instant, of cases in order of their ends. */
function lastBefore(list: readonly Ended[], at: Instant, but: string): Ended | undefined {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] as Ended).endedAt <= at) low = middle + 1
    else high = middle
  }
  const last = list[low - 1]
  return last?.about === but ? list[low - 2] : last
}
