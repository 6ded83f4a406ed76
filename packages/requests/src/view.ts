import { type Instant, type InstantLike, type PartyRef, toInstant } from '@holdfast/kernel'
import { isOpen, type ObligationState } from '@holdfast/obligations'
import type { Lifecycle } from './lifecycle/lifecycle.ts'
import type { Category, Trigger } from './lifecycle/lifecycle-document.ts'
import { blockerOf, isOpenAfter } from './lifecycle/ways.ts'
import { type Flow, flowOf } from './promises/flow.ts'
import { isUnattended } from './promises/next-action.ts'
import { owed } from './promises/owed.ts'
import type { Approval, NextAction, Offer, RequestState, Wait } from './state.ts'
import { type RollUp, rollUp } from './tasks/roll-up.ts'

/** A way out of the present state, as far as the lifecycle goes; its guards and who may are asked when it is taken. */
export interface OpenWay {
  readonly on: Trigger
  /** The state it leads to. */
  readonly to: string
  /** What is waited for; only of `wait`. */
  readonly blocker: string | null
}

/** A request as those who work on it see it. */
export interface RequestView {
  readonly request: string
  readonly title: string | null
  readonly kind: string
  readonly state: string
  /** What the desk calls its state. */
  readonly label: string
  readonly category: Category
  readonly priority: string | null
  readonly owner: PartyRef
  readonly assignee: PartyRef | null
  readonly offer: Offer | null
  readonly wait: Wait | null
  readonly nextAction: NextAction | null
  /** Whether what is to be done next is overdue. */
  readonly isUnattended: boolean
  readonly flow: Flow
  readonly tasks: RollUp
  readonly approvals: readonly Approval[]
  /** What is owed now, by `latestToMeet`. */
  readonly promises: readonly ObligationState[]
  readonly ways: readonly OpenWay[]
}

/** A request as its customer sees it: nothing of who works on it, and nothing of what it is called inside. */
export interface CustomerView {
  readonly request: string
  readonly title: string | null
  readonly label: string
  readonly isOver: boolean
  /** Whether it waits for the customer. */
  readonly waitsForYou: boolean
  readonly lastNewsAt: Instant | null
  /** By when the customer hears from a person; `null` where nothing is promised. */
  readonly nextNewsBy: Instant | null
  readonly summary: string | null
}

/** A request as it stands at an instant, for those who work on it. Throws what `toInstant` throws. */
export function view(state: RequestState, lifecycle: Lifecycle, at: InstantLike): RequestView {
  const now = toInstant(at)
  const { request, title, kind, category, priority, owner, assignee } = state
  const { offer, wait, nextAction, approvals } = state
  return {
    request,
    title,
    kind,
    state: state.state,
    label: lifecycle.states[state.state]?.label ?? state.state,
    category,
    priority,
    owner,
    assignee,
    offer,
    wait,
    nextAction,
    isUnattended: isUnattended(state, now),
    flow: flowOf(state),
    tasks: rollUp(state),
    approvals,
    promises: promisesAt(state, lifecycle, now),
    ways: waysOut(state, lifecycle),
  }
}

/** A request as it stands at an instant, for its customer. Throws what `toInstant` throws. */
export function customerView(
  state: RequestState,
  lifecycle: Lifecycle,
  at: InstantLike,
): CustomerView {
  const { request, title, category, wait, resolution } = state
  const definition = lifecycle.states[state.state]
  const news = promisesAt(state, lifecycle, toInstant(at)).find(
    ({ kind }) => kind === 'inform.customer',
  )
  return {
    request,
    title,
    label: definition?.customerLabel ?? definition?.label ?? state.state,
    isOver: category === 'resolved' || category === 'closed',
    waitsForYou: wait?.blocker === 'customer',
    lastNewsAt: flowOf(state).lastOut,
    nextNewsBy: news?.latestToMeet ?? null,
    summary: resolution?.summary ?? null,
  }
}

function promisesAt(
  state: RequestState,
  lifecycle: Lifecycle,
  at: Instant,
): readonly ObligationState[] {
  return owed(state, lifecycle, at)
    .filter(isOpen)
    .sort((a, b) => (a.latestToMeet ?? LAST) - (b.latestToMeet ?? LAST))
}

const LAST = Number.MAX_SAFE_INTEGER

function waysOut({ state, previous }: RequestState, { table }: Lifecycle): readonly OpenWay[] {
  const rows = [...(table.get(state)?.values() ?? [])].flat()
  return rows
    .filter((row) => isOpenAfter(row, previous))
    .map((row) => ({ on: row.on, to: row.to, blocker: blockerOf(row) }))
}
