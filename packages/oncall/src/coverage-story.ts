import { type Reason, reason } from '@holdfast/kernel'
import type { Coverage } from './coverage-report.ts'

/** Why it is covered, or where not. */
export function coverageStory(value: Coverage): Reason {
  const { from, to, role, schedules, isCovered, covered, holes, doubled, phases } = value
  const told = { role, schedules: [...schedules], isCovered, covered, asked: to - from }
  return reason('oncall.coverage', told, {
    span: { from, to },
    children: [
      ...holes.map((span) => reason('oncall.hole', { open: span.to - span.from }, { span })),
      ...doubled.map(({ schedules: both, ...span }) =>
        reason('oncall.doubled', { schedules: [...both], doubled: span.to - span.from }, { span }),
      ),
      ...phases.map(({ changed, holes: open, doubled: twice, regions, ...span }) =>
        reason(
          'oncall.clockPhase',
          { changed: [...changed], holes: open, doubled: twice },
          {
            span,
            children: regions.map(({ schedule, timeZone, begins, ends }) =>
              reason('oncall.region', { schedule, timeZone, begins: [...begins], ends: [...ends] }),
            ),
          },
        ),
      ),
    ],
  })
}
