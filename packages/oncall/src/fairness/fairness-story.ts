import { type Reason, reason } from '@holdfast/kernel'
import type { Fairness, PersonFairness } from './fairness-report.ts'
import { TIME_KINDS } from './time-kinds.ts'

/** How far apart people are, then the parts of each. */
export function fairnessStory({ from, to, people, spreads, withoutHome }: Fairness): Reason {
  return reason(
    'oncall.fairness',
    { people: people.length },
    {
      span: { from, to },
      children: [
        ...spreads.map((spread) => reason('oncall.fairSpread', { ...spread })),
        ...people.map(personStory),
        ...withoutHome.map(({ code, person, zone, onDuty }) =>
          reason('oncall.withoutHome', { why: code, person, zone, onDuty }),
        ),
      ],
    },
  )
}

function personStory({ person, zone, had, share }: PersonFairness): Reason {
  const told = { person, zone, total: had.total, share: share.total, shifts: had.shifts }
  return reason('oncall.fairPerson', told, {
    children: TIME_KINDS.map((kind) =>
      reason('oncall.fairTime', { kind, time: had[kind], share: share[kind] }),
    ),
  })
}
