import {
  type Explaining,
  explainWith,
  type Instant,
  type InstantLike,
  type Mark,
  type Reason,
  reason,
  toInstant,
  type Wakeup,
} from '@holdfast/kernel'
import type { Asked } from './asked.ts'
import { livesOf } from './fold.ts'
import { type History, historyOf } from './history.ts'
import { type Obligation, type ReadOptions, readVersions, wakeupsOfVersions } from './obligation.ts'
import type { ObligationState } from './state.ts'
import { statesStory } from './story.ts'
import type { CompiledTerms } from './terms.ts'
import { erasAt, type TermsVersion } from './versions.ts'
import { wakeupsOf } from './wakeups.ts'

/** The questions of an obligation, each with its reason. */
export type ExplainedObligation = Explaining<Pick<Obligation, 'read' | 'wakeups'>>

/**
 * The explaining form of an obligation. Its answers are those of the obligation itself. The reason of `read` has one
 * reason under it for each state, that of `wakeups` one for each wake-up, in their order.
 */
export function explained({ read, wakeups, compiled }: Obligation): ExplainedObligation {
  const telling = explainWith<Pick<Obligation, 'read' | 'wakeups'>>(
    { read, wakeups },
    {
      read: (states, history, at, options) =>
        statesStory(states, askedOf(compiled, history, at, options)),
      wakeups: (found, history, at, options) =>
        wakeupsStory(found, askedOf(compiled, history, at, options)),
    },
  )
  // A history that can be gone through only once is gone through here.
  return Object.freeze<ExplainedObligation>({
    read: (history, at, options) => telling.read(historyOf(history), at, options),
    wakeups: (history, at, options) => telling.wakeups(historyOf(history), at, options),
  })
}

interface Versions {
  read(history: Iterable<Mark> | History, at: InstantLike): readonly ObligationState[]
  wakeups(history: Iterable<Mark> | History, at: InstantLike): readonly Wakeup[]
}

/** The explaining forms of `readVersions` and `wakeupsOfVersions`. */
export function explainedVersions(versions: readonly TermsVersion[]): Explaining<Versions> {
  const options = { versions }
  const telling = explainWith<Versions>(
    {
      read: (history, at) => readVersions(versions, history, at),
      wakeups: (history, at) => wakeupsOfVersions(versions, history, at),
    },
    {
      read: (states, history, at) => statesStory(states, askedOf(null, history, at, options)),
      wakeups: (found, history, at) => wakeupsStory(found, askedOf(null, history, at, options)),
    },
  )
  return Object.freeze<Explaining<Versions>>({
    read: (history, at) => telling.read(historyOf(history), at),
    wakeups: (history, at) => telling.wakeups(historyOf(history), at),
  })
}

function askedOf(
  base: CompiledTerms | null,
  history: Iterable<Mark> | History,
  at: InstantLike,
  { versions = [] }: ReadOptions = {},
): Asked {
  const now = toInstant(at)
  return { base, versions, history: historyOf(history, now), at: now }
}

function wakeupsStory(found: readonly Wakeup[], { base, versions, history, at }: Asked): Reason {
  const lives = livesOf(erasAt(base, versions, at), history, at)
  const subjects = new Map<string, { readonly about: string; readonly cycle: number }>()
  for (const { open } of lives) {
    if (open === null) continue
    const subject = { about: open.about, cycle: open.number }
    for (const { key } of wakeupsOf(open, history, at)) subjects.set(key, subject)
  }
  const children = found.map((wakeup) => wakeupStory(wakeup, subjects.get(wakeup.key)))
  return reason('obligations.wakeups', { at, count: found.length }, { children })
}

function wakeupStory(
  { at, purpose, source: obligation }: { at: Instant; purpose: string; source: string },
  { about = null, cycle = null }: { about?: string | null; cycle?: number | null } = {},
): Reason {
  return reason('obligations.wakeup', { purpose, at, obligation, about, cycle })
}
