import { type Instant, type Mark, type Reason, type ReasonSource, reason } from '@holdfast/kernel'
import type { History } from './history.ts'
import type { CompiledTerms } from './terms.ts'
import type { TermsVersion } from './versions.ts'

/** What was asked for, when an answer is to be explained. */
export interface Asked {
  /** The terms before the first version; `null` when nothing was owed then. */
  readonly base: CompiledTerms | null
  readonly versions: readonly TermsVersion[]
  readonly history: History
  readonly at: Instant
}

/** A place in the terms that something rests on. */
export function placeIn({ document }: CompiledTerms, pointer: string): ReasonSource {
  return { document: document.id, version: document.version, pointer }
}

/** A mark, as a reason tells it. */
export function markParams({ id, type, by, at }: Mark) {
  return { mark: id, type, by: by ?? null, at }
}

export function markReason(mark: Mark): Reason {
  return reason('obligations.mark', markParams(mark))
}
