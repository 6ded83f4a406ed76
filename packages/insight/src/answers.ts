import type { Instant, Interval, Mark } from '@holdfast/kernel'
import { isPublicAnswer } from '@holdfast/obligations'
import { elapsedIn } from './stretch.ts'

/** What the customer heard from people. */
export interface Answers {
  /** Public messages by people who are not at the customer. */
  readonly count: number
  readonly firstAt: Instant | null
  /** The longest time between two of them, one after the other; `null` with fewer than two. */
  readonly longestSilence: Interval | null
}

/**
 * What the customer heard from people. Messages by machines (`automatic`, or by a `system:`), internal ones and the
 * customer's own are not heard of. **Ties**: of silences of the same length, the first.
 */
export function answersIn(marks: readonly Mark[]): Answers {
  let count = 0
  let firstAt: Instant | null = null
  let lastAt: Instant | null = null
  let longestSilence: Interval | null = null
  for (const mark of marks) {
    if (!isPublicAnswer(mark)) continue
    const { at } = mark
    count++
    firstAt ??= at
    if (lastAt !== null && (longestSilence === null || at - lastAt > elapsedIn(longestSilence))) {
      longestSilence = { from: lastAt, to: at }
    }
    lastAt = at
  }
  return { count, firstAt, longestSilence }
}
