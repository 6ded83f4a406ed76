import { type InstantLike, type Mark, toInstant } from '@holdfast/kernel'
import { type History, historyOf } from '@holdfast/obligations'
import type { SlaPolicy, SlaReading } from './policy.ts'

/** The past of one request. */
export interface RequestHistory {
  /** What reports call it. */
  readonly id: string
  /** In whatever order. */
  readonly marks: Iterable<Mark>
}

/** How one request of many stands. */
export interface RequestReading extends Omit<SlaReading, 'problems'> {
  /** Whether anything had happened by then. */
  readonly hasBegun: boolean
  /** What is wrong in what is known of it, each code once. */
  readonly problems: readonly string[]
}

/** How a request stands at an instant. Throws what `toInstant` throws. */
export function readRequest(
  policy: SlaPolicy,
  marks: Iterable<Mark> | History,
  like: InstantLike,
): RequestReading {
  const at = toInstant(like)
  const history = historyOf(marks, at)
  const reading = policy.read(history, at)
  const problems = [
    ...history.problems,
    ...reading.problems,
    ...reading.states.flatMap((state) => state.problems),
  ]
  const first = history.marks[0]
  return {
    ...reading,
    hasBegun: first !== undefined && first.at <= at,
    problems: [...new Set(problems.map(({ code }) => code))].sort(),
  }
}
