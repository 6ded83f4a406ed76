import fc from 'fast-check'
import type { CommandType } from '../../src/index.ts'

/**
 * One step of a story by chance. It names nothing that there is: its numbers choose among what the story has come to
 * when its turn comes, so that most commands have something to be about, and any part of a plan is a plan.
 */
export interface Step {
  readonly kind: CommandType | 'again' | 'junk'
  /** Milliseconds since the step before. */
  readonly gap: number
  /** What it chooses with: who, whom, which, and so on. */
  readonly dice: readonly number[]
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const GAPS = [
  [0, 0, 1, MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 15 * MINUTE + 1, 40 * MINUTE],
  [HOUR - 1, HOUR, 2 * HOUR, 4 * HOUR, 8 * HOUR, 15 * HOUR, 16 * HOUR, DAY, 2 * DAY],
  [3 * DAY, 8 * DAY, 20 * DAY],
].flat()

/** What is asked for more often stands first, so that a story that shrinks becomes a plain one. */
const KINDS: readonly (readonly [weight: number, kind: Step['kind']])[] = [
  [10, 'message'],
  [9, 'offer'],
  [8, 'accept'],
  [3, 'decline'],
  [2, 'recall'],
  [9, 'wait'],
  [5, 'resume'],
  [4, 'take'],
  [2, 'assign'],
  [5, 'move'],
  [3, 'assess'],
  [7, 'resolve'],
  [3, 'reopen'],
  [3, 'close'],
  [1, 'cancel'],
  [8, 'wake'],
  [4, 'addTask'],
  [2, 'changeTask'],
  [4, 'dispatchTask'],
  [2, 'acceptTask'],
  [1, 'declineTask'],
  [3, 'finishTask'],
  [1, 'cancelTask'],
  [2, 'splitTask'],
  [1, 'rejoinTask'],
  [1, 'quickTask'],
  [3, 'split'],
  [3, 'rejoin'],
  [2, 'noteChild'],
  [1, 'mergeInto'],
  [2, 'link'],
  [1, 'unlink'],
  [1, 'attachTime'],
  [2, 'approve'],
  [1, 'reject'],
  [1, 'followUp'],
  [1, 'submit'],
  [3, 'again'],
  [1, 'junk'],
]

const KIND = fc.oneof(...KINDS.map(([weight, kind]) => ({ weight, arbitrary: fc.constant(kind) })))

const STEP: fc.Arbitrary<Step> = fc.record({
  kind: KIND,
  gap: fc.constantFrom(...GAPS),
  dice: fc.array(fc.nat({ max: 4095 }), { minLength: 8, maxLength: 8 }),
})

/** A story by chance: which kind of request it begins with, and its steps. */
export interface Plan {
  readonly dice: readonly number[]
  readonly steps: readonly Step[]
}

export function plans(most = 20): fc.Arbitrary<Plan> {
  return fc.record({
    dice: fc.array(fc.nat({ max: 4095 }), { minLength: 8, maxLength: 8 }),
    steps: fc.array(STEP, { minLength: Math.ceil(most / 2), maxLength: most, size: 'max' }),
  })
}
