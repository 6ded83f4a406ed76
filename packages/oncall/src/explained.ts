import { type Explaining, explainWith, reason, toInstant } from '@holdfast/kernel'
import { dutyStory, nobodyStory, standingAt } from './duty-story.ts'
import type { Schedule } from './schedule.ts'
import { timeOf } from './span.ts'

/** The questions of a schedule, each with its reason. */
export type ExplainedSchedule = Explaining<
  Pick<Schedule, 'onCallAt' | 'next' | 'shifts' | 'gaps' | 'overlaps'>
>

/**
 * The explaining form of a schedule; its answers are those of the schedule itself. A reason says for everybody on duty
 * whose turn it is since which hand-off, what put them there in its place, and whom the layers above hide; for a gap
 * whose turn it would be, and why nobody is there.
 */
export function explained(schedule: Schedule): ExplainedSchedule {
  const { model } = schedule
  return explainWith<Pick<Schedule, 'onCallAt' | 'next' | 'shifts' | 'gaps' | 'overlaps'>>(
    schedule,
    {
      onCallAt: (duties, like) => {
        const at = toInstant(like)
        const standing = standingAt(model, at)
        const people = duties.map(({ person }) => person)
        return reason(
          'oncall.onCallAt',
          { schedule: model.id, at, people },
          {
            children:
              duties.length === 0
                ? [nobodyStory(model, standing)]
                : duties.map((duty) => dutyStory(model, duty, standing)),
          },
        )
      },
      next: (found, at) => {
        if (found === null)
          return reason('oncall.noNext', { schedule: model.id, at: toInstant(at) })
        const standing = standingAt(model, found.at)
        const children = found.duties.map((duty) => dutyStory(model, duty, standing))
        const people = found.duties.map(({ person }) => person)
        return reason('oncall.next', { schedule: model.id, at: found.at, people }, { children })
      },
      shifts: (shifts, from, to) =>
        reason(
          'oncall.shifts',
          { schedule: model.id, count: shifts.length },
          {
            span: timeOf({ from, to }),
            children: shifts.map((shift) => {
              const { from: begin, to: end } = shift
              return dutyStory(model, shift, standingAt(model, begin), { from: begin, to: end })
            }),
          },
        ),
      gaps: (gaps, from, to) =>
        reason(
          'oncall.gaps',
          { schedule: model.id, count: gaps.length },
          {
            span: timeOf({ from, to }),
            children: gaps.map((gap) => nobodyStory(model, standingAt(model, gap.from), gap)),
          },
        ),
      overlaps: (overlaps, from, to) =>
        reason(
          'oncall.overlaps',
          { schedule: model.id, count: overlaps.length },
          {
            span: timeOf({ from, to }),
            children: overlaps.map(({ people, ...span }) =>
              reason('oncall.together', { people: [...people] }, { span }),
            ),
          },
        ),
    },
  )
}
