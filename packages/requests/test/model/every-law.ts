import fc from 'fast-check'
import { keptByHand } from './by-hand.ts'
import { KINDS } from './desks.ts'
import { LAWS } from './laws.ts'
import { type Plan, plans } from './plan.ts'
import {
  carriesOutOnce,
  isAsItsEventsTell,
  isTheSameWheneverSomebodyLooks,
  tellsNothingTwice,
} from './story-laws.ts'
import { tellPlan } from './world.ts'

/** What happened in stories, and how often. */
export type Tally = Record<string, number>

/** Every law of stories by chance, under every lifecycle there is; what happens in them is counted. */
export function everyLaw(tally: Tally) {
  const kinds = fc.constantFrom(...KINDS)
  const dice = fc.array(fc.nat({ max: 4095 }), { minLength: 4, maxLength: 8 })
  return fc.property(plans(), kinds, dice, (plan, kind, dice) => {
    holdEveryLaw(plan, kind, dice, tally)
  })
}

/** Holds one story to every law, and counts what happened in it. */
function holdEveryLaw(plan: Plan, kind: string, dice: readonly number[], tally: Tally): void {
  const count = (what: string) => {
    tally[what] = (tally[what] ?? 0) + 1
  }
  const byHand = keptByHand()
  const world = tellPlan(plan, {
    kind,
    watch: (turn) => {
      for (const law of LAWS) law(turn)
      byHand(turn)
      count('commands')
      if (!turn.decision.ok) {
        count(`refused ${turn.decision.refusal.code}`)
        return
      }
      for (const { type } of turn.decision.events) count(`event ${type}`)
      for (const { code } of turn.decision.notices) count(`notice ${code}`)
    },
  })
  isAsItsEventsTell(world, dice)
  carriesOutOnce(world)
  tellsNothingTwice(world)
  count('stories')
  // It takes three times as long as everything else.
  if ((dice[0] ?? 0) % 8 !== 0) return
  isTheSameWheneverSomebodyLooks(tellPlan(plan, { kind, isAlone: true }), dice)
  count('stories told again with other wakes')
}
