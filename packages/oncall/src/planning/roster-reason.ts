import { type Interval, type Reason, reason } from '@holdfast/kernel'
import type { RosterPlan, UnmetWish, WishChange } from './answer.ts'
import type { Hindrance } from './why-not.ts'

/** Why a roster is as it is: what is missing in it, what proves that it must be, and what it would take. */
export function rosterReason(plan: Omit<RosterPlan, 'reason'>): Reason {
  const { outcome, assignments, uncovered, unmetNeeds, shortages, spreads, wishes } = plan
  const seats = uncovered.reduce((sum, one) => sum + one.seats, 0)
  return reason(
    'oncall.roster',
    { outcome, taken: assignments.length, seats: assignments.length + seats },
    {
      span: plan.period,
      children: [
        ...shortages.map(({ rule, slots, demand, supply, people, ...span }) =>
          reason(
            'oncall.roster.shortage',
            { rule, slots: [...slots], demand, supply },
            {
              span: spanOf(span),
              children: people.map((one) => reason('oncall.roster.most', { ...one })),
            },
          ),
        ),
        ...uncovered.map(({ slot, role, seats: empty, people, ...span }) =>
          reason(
            'oncall.roster.uncovered',
            { slot, role, seats: empty },
            {
              span: spanOf(span),
              children: people.flatMap(({ person, hindrances }) => hindered(person, hindrances)),
            },
          ),
        ),
        ...unmetNeeds.map(({ kind, name, slots, needed, have, ...span }) =>
          reason(
            'oncall.roster.unmetNeed',
            { kind, name, slots: [...slots], needed, have },
            { span: spanOf(span) },
          ),
        ),
        ...spreads.map((spread) => reason('oncall.roster.spread', { ...spread })),
        ...wishes.map(wishReason),
      ],
    },
  )
}

function wishReason({ person, kind, weight, changes, ...span }: UnmetWish): Reason {
  return reason(
    'oncall.roster.unmetWish',
    { person, kind, weight },
    { span: spanOf(span), children: changes.map(changeReason) },
  )
}

function changeReason({ slot, from, to, hindrances, costs }: WishChange): Reason {
  const cost = costs.reduce((sum, one) => sum + one.cost, 0)
  const isPossible = hindrances.length === 0
  return reason(
    'oncall.roster.change',
    { slot, from, to, cost: isPossible ? cost : null },
    {
      children: [
        ...hindered(to, hindrances),
        ...costs.map((one) => reason('oncall.roster.cost', { ...one })),
      ],
    },
  )
}

function hindered(person: string, hindrances: readonly Hindrance[]): Reason[] {
  return hindrances.map(({ rule, slots }) =>
    reason('oncall.roster.hindrance', { person, rule, slots: [...slots] }),
  )
}

function spanOf({ from, to }: Interval): Interval {
  return { from, to }
}
