import type { Calendar } from '@holdfast/calendar'
import type { Instant } from '@holdfast/kernel'
import { type Activity, isOwn, isSame } from './activity.ts'
import { shown } from './holder.ts'
import type { Step } from './life-line.ts'
import type { Stretch } from './stretch.ts'

/**
 * The stretches of a life, which tile it: each begins where the one before ends, and nothing is left out. What goes on
 * alike over several steps is one stretch.
 */
export function stretchesOf(
  steps: readonly Step[],
  from: Instant,
  to: Instant,
  calendar: Calendar | undefined,
): readonly Stretch[] {
  const parts = merged(clipped(steps, from, to))
  const repetition = repetitions()
  return parts.map((part): Stretch => {
    const { activity, state, holder, mark } = part.step
    const { iteration, driver } = repetition(part.step)
    return {
      from: part.from,
      to: part.to,
      element: activity.element,
      party: activity.party,
      state,
      holder: holder === null ? null : shown(holder),
      iteration,
      driver,
      business: calendar === undefined ? null : calendar.between(part.from, part.to),
      mark,
    }
  })
}

interface Part {
  readonly from: Instant
  to: Instant
  readonly step: Step
}

/** The steps as far as they lie in a life; what went on before it began goes on in it. */
function clipped(steps: readonly Step[], from: Instant, to: Instant): readonly Part[] {
  const parts: Part[] = []
  for (const [nth, step] of steps.entries()) {
    const begin = Math.max(step.at, from)
    const end = Math.min(steps[nth + 1]?.at ?? to, to)
    if (begin < end) parts.push({ from: begin, to: end, step })
  }
  return parts
}

function merged(parts: readonly Part[]): readonly Part[] {
  const whole: Part[] = []
  for (const part of parts) {
    const last = whole.at(-1)
    if (last !== undefined && isAlike(last.step, part.step)) last.to = part.to
    else whole.push(part)
  }
  return whole
}

function isAlike(a: Step, b: Step): boolean {
  return a.state === b.state && a.holder === b.holder && isSame(a.activity, b.activity)
}

/**
 * Says of each step in turn the how-manieth time its element goes on. The desk's own work, and the wait to be taken up,
 * begin anew when somebody else has the case; a wait for others goes on whoever has it.
 */
function repetitions(): (step: Step) => Pick<Stretch, 'iteration' | 'driver'> {
  const known = new Map<
    string,
    { iteration: number; driver: string | null; holder: string | null }
  >()
  let last: Activity | undefined
  return ({ activity, holder, driver }) => {
    const key = activity.party === null ? activity.element : `${activity.element} ${activity.party}`
    const before = known.get(key)
    const isOther = before !== undefined && isHandOver(before.holder, holder)
    const goesOn = last !== undefined && isSame(last, activity) && !(isOther && isOwn(activity))
    last = activity
    if (before === undefined) {
      known.set(key, { iteration: 1, driver: null, holder })
      return { iteration: 1, driver: null }
    }
    before.holder = holder ?? before.holder
    if (!goesOn) {
      before.iteration++
      before.driver = driver ?? (isOther ? 'handOver' : 'unknown')
    }
    return { iteration: before.iteration, driver: before.driver }
  }
}

function isHandOver(from: string | null, to: string | null): boolean {
  return from !== null && to !== null && from !== to
}
