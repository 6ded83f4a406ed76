import { type Reason, reason, refusal } from '@holdfast/kernel'
import type { Facts } from '@holdfast/rules'
import type { Entered } from '../event.ts'
import type { Transition } from '../lifecycle/lifecycle.ts'
import type { Trigger } from '../lifecycle/lifecycle-document.ts'
import { requestFacts, type Said } from '../lifecycle/request-facts.ts'
import { eventKey, isOpenAfter } from '../lifecycle/ways.ts'
import type { RequestState } from '../state.ts'
import { notAllowed } from './not-allowed.ts'
import type { Refused, Scene } from './scene.ts'
import { isActor, partiesOf } from './who-may.ts'

/** What a trigger leads to: a state, nothing because the lifecycle knows no way, or a refusal. */
export type Step =
  | { readonly way: 'found'; readonly entered: Entered }
  | { readonly way: 'none' }
  | { readonly way: 'refused'; readonly refused: Refused }

const NO_WAY: Step = Object.freeze({ way: 'none' })

export interface StepOptions {
  /** What follows the colon of the event: the state moved to, the blocker waited for. */
  readonly detail?: string
  /** What the command says of the resolution. */
  readonly said?: Said
  /** Whether it comes by itself, so that nobody has to be allowed it. */
  readonly isAutomatic?: boolean
  /** The request as what leads there makes it, for guards: with the owner who accepted, the assignee who takes it. */
  readonly made?: Partial<RequestState>
}

/**
 * The way that a trigger leads out of the present state: the first row of the table whose guards hold. Refused where
 * there is a way, and its guards do not hold (`guard-unmet`, with every guard that fails) or the actor is not one who
 * may (`not-allowed`).
 */
export function step(
  scene: Scene,
  on: Trigger,
  { detail, said = {}, isAutomatic = false, made = {} }: StepOptions = {},
): Step {
  const { state, lifecycle, by, context } = scene
  const rows = lifecycle.table.get(state.state)?.get(eventKey(on, detail))
  if (rows === undefined) return NO_WAY
  const possible = rows.filter((row) => isOpenAfter(row, state.previous))
  if (possible.length === 0) return NO_WAY
  const allowed = isAutomatic
    ? possible
    : possible.filter(({ who }) =>
        who.some((actor) => isActor(by, actor, state, context.directory)),
      )
  if (allowed.length === 0) {
    const who = possible.flatMap((row) => row.who)
    const whoMay = partiesOf(who, state)
    return { way: 'refused', refused: notAllowed(by, on, whoMay) }
  }
  let facts: Facts | undefined
  const held = allowed.find(({ guards }) => {
    if (guards.length === 0) return true
    facts ??= requestFacts({ ...state, ...made }, said, by)
    return guards.every((guard) => guard.test(facts as Facts, scene.now))
  })
  if (held !== undefined) return { way: 'found', entered: enteredBy(scene, held) }
  return { way: 'refused', refused: unmet(scene, allowed, facts as Facts) }
}

/**
 * As `step`, for commands that cannot be carried out without a way: refused with `not-possible` where there is none.
 */
export function neededStep(
  scene: Scene,
  on: Trigger,
  options: StepOptions = {},
): Exclude<Step, { way: 'none' }> {
  const taken = step(scene, on, options)
  return taken.way === 'none' ? { way: 'refused', refused: notPossible(scene, on, options) } : taken
}

/** What entering a state says in an event. */
export function enteredState({ lifecycle }: Pick<Scene, 'lifecycle'>, state: string): Entered {
  const definition = lifecycle.states[state]
  if (definition === undefined) throw new TypeError(`lifecycle ${lifecycle.id} has no ${state}`)
  const { category, element, party, tellWithin, asksApproval } = definition
  return {
    state,
    category,
    ...(element !== undefined && { element }),
    ...(party !== undefined && { party }),
    ...(tellWithin !== undefined && { tells: true }),
    ...(asksApproval === true && { asks: true }),
  }
}

/** Back in the state before a wait the work of before goes on, which goes without saying. */
function enteredBy(scene: Scene, { to, ifPrevious }: Transition): Entered {
  const entered = enteredState(scene, to)
  if (ifPrevious === null) return entered
  const { state, category, tells } = entered
  return { state, category, ...(tells !== undefined && { tells }) }
}

function unmet({ state, now }: Scene, rows: readonly Transition[], facts: Facts): Refused {
  const failing = rows
    .flatMap(({ guards }) => guards)
    .filter((guard, nth, all) => all.indexOf(guard) === nth && !guard.test(facts, now))
  const whoMay = partiesOf(
    failing.flatMap((guard) => guard.whoMay),
    state,
  )
  return refusal('guard-unmet', {
    params: { state: state.state, guards: failing.map(({ id }) => id) },
    reasons: failing.map((guard) =>
      reason(
        'requests.guard',
        { guard: guard.id, title: guard.title },
        { children: [guard.explain(facts, now)] },
      ),
    ),
    ...(whoMay.length > 0 && { whoMay }),
    nextSteps: failing.map(({ id, title }) =>
      reason('requests.next.meetGuard', { guard: id, title }),
    ),
  })
}

/** Nothing leads out of the state by this; the next steps are the ways there are. */
function notPossible({ state, lifecycle }: Scene, on: Trigger, { detail }: StepOptions): Refused {
  const { state: present, previous } = state
  const nextSteps = [...(lifecycle.table.get(present) ?? [])].flatMap(([event, rows]): Reason[] => {
    const way = rows.find((row) => isOpenAfter(row, previous))
    return way === undefined ? [] : [reason('requests.next.step', { event, to: way.to })]
  })
  const params = { on, detail: detail ?? null, state: present }
  return refusal('not-possible', { params, nextSteps })
}
