import type { Calendar } from '@holdfast/calendar'
import {
  assertUsable,
  compareWakeups,
  type DocumentSource,
  type Finding,
  type Instant,
  type InstantLike,
  type Mark,
  MIN_INSTANT,
  toInstant,
  type Wakeup,
} from '@holdfast/kernel'
import { readTerms } from './check-terms.ts'
import type { Cycle } from './cycle.ts'
import type { ReadTerms, Terms } from './document.ts'
import { type Lived, livesOf } from './fold.ts'
import { aboutOfAll, type History, historyOf } from './history.ts'
import { judge, notStarted } from './judge.ts'
import type { ObligationState } from './state.ts'
import { type CompiledTerms, compileTerms } from './terms.ts'
import { type Era, erasAt, type TermsVersion } from './versions.ts'
import { wakeupsOf } from './wakeups.ts'

export interface ObligationDeps {
  /** The calendars that terms may name, by id. */
  readonly calendars: Readonly<Record<string, Calendar>>
  /** The organization's own wait reasons, beside those of the kernel. */
  readonly waitReasons?: readonly string[] | undefined
}

export interface ReadOptions {
  /** Terms that take the place of these from an instant on. */
  readonly versions?: readonly TermsVersion[] | undefined
}

/**
 * Somebody owes somebody something by a time. Immutable; every answer is a pure function of the history and the instant
 * asked at. Histories never throw, in whatever order their marks come; an instant throws as in `toInstant`.
 */
export interface Obligation {
  readonly id: string
  readonly kind: string
  /** What it was made from. */
  readonly terms: ReadTerms
  /**
   * Its cycles as they stand at an instant, in order of `about` as they first appear, then of cycle. Marks after the
   * instant are not looked at. While no mark has started it, one state `inactive` (none before the first mark, and none
   * where it is per `about`).
   */
  read(
    history: Iterable<Mark> | History,
    at: InstantLike,
    options?: ReadOptions,
  ): readonly ObligationState[]
  /**
   * When it next changes by itself: warns, breaches, begins its next period, resumes, ends, or has other terms. Between
   * two of them nothing about a state changes but `used`, `remaining` and `share`. In order of time.
   */
  wakeups(
    history: Iterable<Mark> | History,
    at: InstantLike,
    options?: ReadOptions,
  ): readonly Wakeup[]
  /** The terms, ready to be applied; for those who read under terms that change. */
  readonly compiled: CompiledTerms
}

/**
 * The obligation of terms, or of a document source. Throws a `DocumentError` that names everything `checkObligation`
 * finds. The terms are not changed, and later changes to them change nothing here.
 */
export function createObligation(
  termsOrSource: Terms | DocumentSource,
  deps: ObligationDeps,
): Obligation {
  const { value, findings } = readTerms(termsOrSource, deps)
  assertUsable('obligation', findings)
  const terms = value as ReadTerms
  const compiled = compileTerms(terms, deps.calendars)
  const alone = erasAt(compiled, NO_VERSIONS, MIN_INSTANT)
  return Object.freeze<Obligation>({
    id: terms.id,
    kind: terms.kind,
    terms,
    compiled,
    read: (history, at, options) => {
      const now = toInstant(at)
      const versions = options?.versions ?? NO_VERSIONS
      const eras = versions.length === 0 ? alone : erasAt(compiled, versions, now)
      return readIn(eras, historyOf(history, now), now)
    },
    wakeups: (history, at, { versions = NO_VERSIONS } = {}) =>
      wakeupsUnder(compiled, versions, history, toInstant(at)),
  })
}

/** Everything that is wrong, or most likely a mistake, in terms. Never throws. */
export function checkObligation(
  termsOrSource: Terms | DocumentSource,
  deps: ObligationDeps,
): readonly Finding[] {
  return readTerms(termsOrSource, deps).findings
}

/** The states of a promise that began with nothing owed, and was made and changed by versions. */
export function readVersions(
  versions: readonly TermsVersion[],
  history: Iterable<Mark> | History,
  at: InstantLike,
): readonly ObligationState[] {
  const now = toInstant(at)
  return readIn(erasAt(null, versions, now), historyOf(history, now), now)
}

/** The wake-ups of a promise that began with nothing owed, and was made and changed by versions. */
export function wakeupsOfVersions(
  versions: readonly TermsVersion[],
  history: Iterable<Mark> | History,
  at: InstantLike,
): readonly Wakeup[] {
  return wakeupsUnder(null, versions, history, toInstant(at))
}

const NO_VERSIONS: readonly TermsVersion[] = []

function readIn(eras: readonly Era[], history: History, at: Instant): readonly ObligationState[] {
  const states: ObligationState[] = []
  for (const { about, ended, open } of livesOf(eras, history, at)) {
    for (const cycle of ended) states.push(judge(cycle, history, at))
    if (open !== null) states.push(judge(open, history, at))
    const hasBegun = open !== null || ended.length > 0
    if (hasBegun || about !== aboutOfAll(history)) continue
    const terms = eras.findLast((era) => era.terms !== null)?.terms ?? null
    if (terms !== null && !terms.perAbout) states.push(notStarted(terms, about, history))
  }
  return states
}

/** The cycles of a life, in order. */
export function cyclesOf({ ended, open }: Lived): readonly Cycle[] {
  return open === null ? ended : [...ended, open]
}

function wakeupsUnder(
  base: CompiledTerms | null,
  versions: readonly TermsVersion[],
  marks: Iterable<Mark> | History,
  at: Instant,
): readonly Wakeup[] {
  const history = historyOf(marks, at)
  const eras = erasAt(base, versions, at)
  const own = livesOf(eras, history, at).flatMap(({ open }) =>
    open === null ? [] : wakeupsOf(open, history, at),
  )
  return [...own, ...changesAfter(versions, at)].sort(compareWakeups)
}

function changesAfter(versions: readonly TermsVersion[], at: Instant): readonly Wakeup[] {
  const found = new Map<Instant, Wakeup>()
  for (const { from, terms } of versions) {
    const when = toInstant(from)
    if (when <= at) continue
    // Of several versions from one instant the last given holds.
    const source = terms?.id ?? 'none'
    found.set(when, { key: `${source}|change|${when}`, at: when, source, purpose: 'change' })
  }
  return [...found.values()]
}
