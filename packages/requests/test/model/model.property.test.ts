import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide } from '../../src/index.ts'
import { keptByHand } from './by-hand.ts'
import { context, KINDS } from './desks.ts'
import { everyLaw, type Tally } from './every-law.ts'
import {
  endsOverNothingOpen,
  type Law,
  nobodyIsLeftAlone,
  ownerMovesByAcceptance,
  refusesWhole,
  repeatsNothing,
  saysPlainly,
} from './laws.ts'
import { type Plan, plans } from './plan.ts'
import {
  carriesOutOnce,
  isAsItsEventsTell,
  isTheSameWheneverSomebodyLooks,
  tellsNothingTwice,
} from './story-laws.ts'
import { BEGINNING, tellPlan } from './world.ts'

const DICE = fc.array(fc.nat({ max: 4095 }), { minLength: 4, maxLength: 8 })

/** Each law is held to stories of its own. */
let laws = 0

function whatever(
  holds: (plan: Plan, kind: string, dice: readonly number[]) => void,
  numRuns = 60,
): void {
  const { seed = 0 } = fc.readConfigureGlobal()
  laws++
  const stories = fc.property(plans(), fc.constantFrom(...KINDS), DICE, holds)
  fc.assert(stories, { numRuns, seed: seed + laws * 1000 })
}

const always = (law: Law) => whatever((plan, kind) => void tellPlan(plan, { kind, watch: law }))

describe('whatever is asked of requests, whenever, in whatever order', () => {
  it('each has one owner, who changes only when somebody accepts an offer', () => {
    always(ownerMovesByAcceptance)
  })

  it('something is to be done next while it is open, and news are owed of what it waits for', () => {
    always(nobodyIsLeftAlone)
  })

  it('a command that is refused changes nothing', () => {
    always(refusesWhole)
  })

  it('a command that comes again changes nothing and tells nobody', () => {
    always(repeatsNothing)
    whatever((plan, kind) => carriesOutOnce(tellPlan(plan, { kind })))
  })

  it('what happens is plain data, each with one mark in the history at the most', () => {
    always(saysPlainly)
  })

  it('nothing is resolved or closed over a required child that is open, by people or by clocks', () => {
    always(endsOverNothingOpen)
  })

  it('owner, offer, wait and category are those of a card that somebody keeps by hand', () => {
    whatever((plan, kind) => void tellPlan(plan, { kind, watch: keptByHand() }), 150)
  })

  it('a request is as its events tell it, shuffled and delivered twice too', () => {
    whatever((plan, kind, dice) => isAsItsEventsTell(tellPlan(plan, { kind }), dice))
  })

  it('nothing is told twice', () => {
    whatever((plan, kind) => tellsNothingTwice(tellPlan(plan, { kind })))
  })

  it('nothing is different, and nothing told twice, whenever somebody looks at the clock', () => {
    whatever((plan, kind, dice) => {
      isTheSameWheneverSomebodyLooks(tellPlan(plan, { kind, isAlone: true }), dice)
    }, 40)
  })

  it('stories come to everything that can happen often enough to say so', () => {
    const tally: Tally = {}
    fc.assert(everyLaw(tally), { numRuns: 40 })
    const rare = ['offerAccepted', 'waited', 'resumed', 'resolved', 'closed', 'split', 'told']
    expect(rare.filter((type) => !((tally[`event ${type}`] ?? 0) > 0))).toEqual([])
  })

  it('what is no command is refused, before a request is there and after', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withDate: true }), (junk) => {
        for (const state of [
          null,
          tellPlan({ dice: [], steps: [] }, { kind: 'incident' }).turns[0]?.after ?? null,
        ]) {
          expect(decide(state, junk as never, context, BEGINNING)).toMatchObject({
            ok: false,
            refusal: { code: 'command-invalid' },
          })
        }
      }),
      { numRuns: 300 },
    )
  })
})
