import { parseInstant, resolveLocal, toInstant } from '@holdfast/kernel'
import { type DutyPeriod, inTurn, type KnownDuty, longestRested, periodsOf } from '@holdfast/oncall'
import data from './oncall.json' with { type: 'json' }

interface Stretch {
  readonly user: string
  readonly from: string
  readonly to: string
  readonly role?: string
  readonly otherTeam?: boolean
}

interface Input {
  readonly zone: string
  readonly weekPattern: readonly {
    readonly offsetMinutes: number
    readonly durationMinutes: number
  }[]
  readonly now: string
  readonly horizonDays: number
  readonly lastPeriodStart?: string
  readonly from?: string
  readonly people?: readonly string[]
  readonly order?: readonly string[]
  readonly algorithm?: string
  readonly history?: readonly Stretch[]
  readonly busy?: readonly Stretch[]
}

export interface PlanVector {
  readonly id: string
  readonly kind: 'plan.periods' | 'plan.assign'
  readonly input: Input
  readonly expect: {
    readonly periods?: readonly (readonly (readonly [string, string])[])[]
    readonly shifts?: readonly Stretch[]
    readonly recommended?: unknown
  }
  readonly note?: string
}

export const planVectors = (data.vectors as unknown as readonly PlanVector[]).filter(({ kind }) =>
  kind.startsWith('plan.'),
)

/** What the library answers to a vector, in the form of what is expected. */
export function planned({ kind, input }: PlanVector): unknown {
  const periods = periodsIn(input)
  if (kind === 'plan.periods') {
    return periods.map(({ shifts }) => shifts.map(({ from, to }) => [from, to]))
  }
  const people = input.order ?? input.people ?? []
  const busy = (input.busy ?? []).filter(({ role, otherTeam }) => role === 'vacation' || !otherTeam)
  const strategy = input.algorithm === 'round-robin' ? inTurn : longestRested
  const taken = strategy(periods, {
    people,
    history: dutiesOf(input.history),
    busy: dutiesOf(busy),
  })
  return taken.flatMap(({ person, shifts }) =>
    person === null ? [] : shifts.map(({ from, to }) => ({ user: person, from, to })),
  )
}

/** What a vector expects, as instants. */
export function expected({ expect }: PlanVector): unknown {
  return (
    expect.periods?.map((shifts) => shifts.map((edges) => edges.map(toInstant))) ??
    expect.shifts?.map(({ user, from, to }) => ({ user, from: toInstant(from), to: toInstant(to) }))
  )
}

const DAY = 86_400_000

function periodsIn({ zone, weekPattern, now, horizonDays, from, lastPeriodStart }: Input) {
  const pattern = {
    timeZone: zone,
    shifts: weekPattern.map(({ offsetMinutes, durationMinutes }) => ({
      startsAt: offsetMinutes,
      minutes: durationMinutes,
    })),
  }
  const after = lastPeriodStart === undefined ? {} : { after: instantIn(zone, lastPeriodStart) }
  const to = toInstant(now) + horizonDays * DAY
  const periods = periodsOf(pattern, { from: from ?? now, to, ...after })
  // The scheduler of these vectors fills in what begins after it is asked, whole periods only.
  if (from === undefined) return periods
  const isAhead = ({ shifts }: DutyPeriod) => (shifts[0]?.from ?? 0) >= toInstant(from)
  return periods.filter(isAhead)
}

function instantIn(zone: string, text: string): number {
  return parseInstant(text) ?? resolveLocal(zone, text)
}

function dutiesOf(stretches: readonly Stretch[] = []): KnownDuty[] {
  return stretches.map(({ user, from, to }) => ({
    person: user,
    from: toInstant(from),
    to: toInstant(to),
  }))
}
