import type { Instant, Mark } from '@holdfast/kernel'
import { type Activity, isSame, type StateElements, TAKEN_FOR_RESOLVED } from './activity.ts'
import { type Course, newCourse, take } from './course.ts'
import { type HandOver, holderLine, shown } from './holder.ts'

/** What goes on from an instant on, until the next step. */
export interface Step {
  readonly at: Instant
  readonly activity: Activity
  readonly state: string | null
  /** As the history calls it. */
  readonly holder: string | null
  /** Why it goes on again, as far as the marks of this instant say. */
  readonly driver: string | null
  readonly mark: string
}

/** A history gone through: what went on when, and what came of it. */
export interface LifeLine {
  /** In order, one an instant at most. */
  readonly steps: readonly Step[]
  readonly course: Readonly<Course>
  readonly handOvers: readonly HandOver[]
}

/** Goes through the marks of one request, which are in order, up to an instant. */
export function lifeLineOf(
  marks: readonly Mark[],
  states: StateElements,
  until: Instant,
): LifeLine {
  const steps: Step[] = []
  const course = newCourse()
  const holders = holderLine()
  let state: string | null = null
  let holder: string | null = null
  let driver: string | null = null

  const step = (at: Instant, mark: string) => {
    const activity = course.phase === 'open' ? course.present : TAKEN_FOR_RESOLVED
    const before = steps.at(-1)?.at === at ? steps.pop() : undefined
    const isBegun = before !== undefined && isSame(before.activity, activity)
    steps.push({ at, activity, state, holder, driver, mark: isBegun ? before.mark : mark })
  }
  const endWaitBy = (at: Instant) => {
    const { waitEnd } = course
    if (waitEnd === null || waitEnd.at > at) return
    course.present = course.work
    course.waitEnd = null
    driver = null
    step(waitEnd.at, waitEnd.mark)
  }

  for (const mark of marks) {
    const { at, facts } = mark
    endWaitBy(at)
    if (steps.at(-1)?.at !== at) driver = null
    const stated = facts?.['driver']
    const isUndoing = mark.type === 'reopened' && course.phase !== 'open'
    if (typeof stated === 'string') driver = shown(stated)
    else if (isUndoing) driver ??= 'reopened'
    if (typeof mark.state === 'string') state = shown(mark.state)
    holder = holders.take(mark)
    take(course, mark, states)
    step(at, mark.id)
  }
  endWaitBy(until)
  return { steps, course, handOvers: holders.handOvers }
}
