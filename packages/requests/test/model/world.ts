import type { Decision, Instant, Notice } from '@holdfast/kernel'
import {
  decide,
  evolve,
  type RequestCommand,
  type RequestContext,
  type RequestEvent,
  type RequestState,
  react,
} from '../../src/index.ts'
import { commandOf, pick } from './commands.ts'
import { context } from './desks.ts'
import { junkOf } from './junk.ts'
import type { Plan, Step } from './plan.ts'

/** Monday, 1 March 2027, 08:00. */
export const BEGINNING: Instant = 1_803_888_000_000

/** A request as its stream has it. */
export interface Told {
  state: RequestState | null
  readonly events: RequestEvent[]
}

/** A command, when it was decided, and what came of it. */
export interface Turn {
  readonly command: RequestCommand
  readonly now: Instant
  readonly before: RequestState | null
  readonly after: RequestState | null
  readonly decision: Decision<RequestEvent>
  /** What the decision could look at. */
  readonly context: RequestContext
}

/** Requests that live beside each other, and everything that was asked of them. */
export interface World {
  readonly requests: Map<string, Told>
  readonly turns: Turn[]
  readonly notices: Notice[]
  now: Instant
}

export type Watch = (turn: Turn) => void

export function newWorld(): World {
  return { requests: new Map(), turns: [], notices: [], now: BEGINNING }
}

/** Decides a command on the stream of its request, carries it out, and gives on what it asks of other requests. */
export function give(
  world: World,
  command: RequestCommand,
  watch?: Watch,
  isReacting = true,
): Turn {
  const request = requestOf(command, world)
  const told = world.requests.get(request) ?? { state: null, events: [] }
  const requests = Object.fromEntries(
    [...world.requests].flatMap(([id, { state }]) => (state === null ? [] : [[id, state]])),
  )
  const within: RequestContext = { ...context, requests }
  const before = told.state
  const decision = decide(before, command, within, world.now)
  if (decision.ok) {
    for (const event of decision.events) {
      told.state = frozen(evolve(told.state, frozen(event)))
      told.events.push(event)
    }
    world.notices.push(...decision.notices)
    if (told.state !== null) world.requests.set(told.state.request, told)
  }
  const turn: Turn = {
    command,
    now: world.now,
    before,
    after: told.state,
    decision,
    context: within,
  }
  world.turns.push(turn)
  watch?.(turn)
  if (decision.ok && isReacting && told.state !== null) {
    const asked = decision.events.flatMap((event) => react(event, told.state as RequestState))
    for (const next of asked) give(world, next, watch)
  }
  return turn
}

/** What was once given out is never changed any more. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}

/** What is no command is put to the first request. */
function requestOf(command: RequestCommand, { requests }: World): string {
  const asked: unknown = (command as RequestCommand | null | undefined)?.request
  return typeof asked === 'string' ? asked : ([...requests.keys()][0] ?? '7')
}

export interface Telling {
  readonly kind: string
  readonly watch?: Watch | undefined
  /** Whether it is about one request only, and no command names the place where it wants to stand. */
  readonly isAlone?: boolean
}

/** Tells a plan: submits a request, and takes step after step, each of one of the requests there are. */
export function tellPlan(plan: Plan, { kind, watch, isAlone = false }: Telling): World {
  const world = newWorld()
  give(world, submission(plan, kind), watch, !isAlone)
  let fresh = 8
  for (const [nth, step] of plan.steps.entries()) {
    world.now += step.gap
    const command = nextCommand(world, step, `c${nth}`, () => String(fresh++), isAlone)
    give(world, command, watch, !isAlone)
  }
  return world
}

function nextCommand(
  world: World,
  step: Step,
  id: string,
  freshId: () => string,
  isAlone: boolean,
): RequestCommand {
  const [, , , , , , , extra = 0] = step.dice
  const all = [...world.requests.values()]
  const { state } = (extra % 3 === 0 ? pick(all, extra) : all[0]) as Told
  const present = state as RequestState
  if (step.kind === 'again') return pick(world.turns, step.dice[0] as number).command
  if (step.kind === 'junk') return junkOf(step.dice, present.request, id)
  const { lifecycles } = context
  const states = Object.keys(lifecycles[present.kind]?.states ?? {})
  const command = commandOf(step, { state: present, now: world.now, id, states, freshId })
  return isAlone ? { ...command, expectedSeq: undefined } : command
}

function submission({ dice }: Plan, kind: string): RequestCommand {
  const [who = 0, links = 0, priority = 0, owner = 0, late = 0] = dice
  const linked = ['acme', 'umbra', 'initech'].map((to) => ({ relation: 'customer', to }))
  return {
    id: 'c',
    request: '7',
    by: who % 4 === 0 ? 'person:ada' : 'customer:acme',
    type: 'submit',
    kind,
    title: 'Exports fail',
    links: linked.slice(0, links % 4),
    ...(priority % 5 !== 4 && { priority: `P${1 + (priority % 5)}` }),
    ...(owner % 6 === 5 && { owner: 'person:eve' }),
    ...(who % 8 === 0 && { customer: 'customer:acme' }),
    ...(late % 10 === 9 && { at: BEGINNING - late * 60_000 }),
    ...(late % 50 === 8 && { at: BEGINNING + late * 60_000 }),
  }
}
