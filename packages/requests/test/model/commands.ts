import { formatInstant, type Instant, type InstantLike, type PartyRef } from '@holdfast/kernel'
import type { Link, RequestCommand, RequestState, Task } from '../../src/index.ts'
import { MEMBERS } from './parties.ts'
import type { Step } from './plan.ts'

const ACTORS: readonly PartyRef[] = [
  'person:ada',
  'person:ben',
  'person:eve',
  'person:finn',
  'person:sal',
  'person:max',
  'person:nobody',
  'team:support',
  'team:platform',
  'customer:acme',
  'customer:other',
  'system:monitor',
]

const RECEIVERS: readonly PartyRef[] = [
  'team:platform',
  'team:support',
  'team:sales',
  'person:eve',
  'person:ada',
  'role:duty-manager',
  'role:change-manager',
  'team:nowhere',
  'customer:acme',
]

const BLOCKERS = [
  'customer',
  'vendor',
  'team',
  'date',
  'sales',
  'change',
  'problem',
  'vendr',
  'backlog',
  'moon',
]
const PRIORITIES = ['P1', 'P2', 'P3', 'P4', 'urgent']
const LINKS: readonly Link[] = ['acme', 'umbra', 'initech', '42', 'customer:other'].map((to) => ({
  relation: to === '42' ? 'ticket' : 'contact',
  to,
}))

const MINUTE = 60_000
const DAY = 86_400_000
const SHIFTS = [-MINUTE, -90 * MINUTE, -DAY, -12 * DAY, -4000 * DAY, MINUTE, 5 * DAY, 9000 * DAY]
const UNTILS = [1, MINUTE, 30 * MINUTE, DAY, 3 * DAY, 40 * DAY, -DAY, 0]

/** The tasks with which something can be done. */
const FIT: Readonly<Partial<Record<Step['kind'], readonly Task['status'][]>>> = {
  changeTask: ['draft'],
  dispatchTask: ['draft'],
  acceptTask: ['dispatched'],
  declineTask: ['dispatched', 'accepted'],
  finishTask: ['dispatched', 'accepted'],
  cancelTask: ['draft', 'dispatched'],
  splitTask: ['draft'],
  rejoinTask: ['split'],
}

/** What a step may choose from. */
export interface Choice {
  readonly state: RequestState
  readonly now: Instant
  readonly id: string
  /** States of the lifecycle. */
  readonly states: readonly string[]
  /** Ids that no request has yet. */
  freshId(): string
}

export function pick<T>(from: readonly T[], die: number): T {
  return from[die % from.length] as T
}

/** Somebody who may well do it: one of those, or one of their members; sometimes anybody. */
function oneOf(parties: readonly (PartyRef | null)[], die: number, other: number): PartyRef {
  if (die % 8 === 7) return pick(ACTORS, other)
  const known = parties.filter((party) => party !== null)
  if (known.length === 0) return pick(ACTORS, other)
  const party = pick(known, die >> 3)
  return pick([...(MEMBERS[party] ?? []), party], other)
}

/** A time as somebody would write it; of what was not told at once an earlier one, and sometimes one that cannot be. */
function toldAt(now: Instant, die: number, other: number): { at?: InstantLike } {
  if (die % 10 !== 9) return {}
  const at = Math.min(Math.max(now + pick(SHIFTS, other), 0), 4_133_980_800_000)
  return { at: die % 20 === 9 ? formatInstant(at) : at }
}

/** The command that a step comes to, for the story as it stands. */
export function commandOf(step: Step, choice: Choice): RequestCommand {
  const { kind, dice } = step
  const { state, now, id } = choice
  const [who = 0, other = 0, what = 0, which = 0, late = 0, shift = 0, stale = 0, extra = 0] = dice
  const { owner, assignee, offer, customer, tasks, children, request } = state
  const desk = oneOf([owner, owner, assignee], who, other)
  const head = {
    id,
    request,
    ...toldAt(now, late, shift),
    ...(stale % 12 === 11 && {
      expectedSeq: stale % 3 === 2 ? state.seq : Math.max(0, state.seq - 1),
    }),
  }
  const fit = FIT[kind]
  const fitting = tasks.filter(({ status }) => fit?.includes(status) !== false)
  const task = pick(
    (which % 8 === 7 || fitting.length === 0 ? tasks : fitting).map((one) => one.id).concat('none'),
    which >> 3,
  )
  const team = tasks.find((one) => one.id === task)?.team ?? owner
  const child = pick([...children.map((one) => one.request), 'none'], which)
  const by = { by: desk }
  switch (kind) {
    case 'message':
      return {
        ...head,
        by: what % 3 === 0 ? (customer ?? 'customer:acme') : desk,
        type: 'message',
        ...(which % 3 === 0 && { audience: which % 2 === 0 ? 'internal' : 'public' }),
        ...(which % 7 === 6 && { automatic: true }),
        text: 'So it stands',
      }
    case 'offer':
      return {
        ...head,
        ...by,
        type: 'offer',
        to: pick(RECEIVERS, what),
        ...(which % 2 === 0 && { need: 'Exports that finish' }),
        ...(which % 5 === 0 && { openQuestions: ['Since when?'] }),
      }
    case 'accept':
      return { ...head, by: oneOf([offer?.to ?? owner], who, other), type: 'accept' }
    case 'decline':
      return {
        ...head,
        by: oneOf([offer?.to ?? owner], who, other),
        type: 'decline',
        reason: 'busy',
      }
    case 'recall':
      return { ...head, ...by, type: 'recall' }
    case 'wait':
      return {
        ...head,
        ...by,
        type: 'wait',
        for: pick(BLOCKERS, what % 8 < 6 ? what : which),
        ...((which % 3 === 0 || what % 8 === 3) && { until: now + pick(UNTILS, extra) }),
        ...(which % 5 === 0 && { tell: 'We wait' }),
      }
    case 'resume':
      return { ...head, ...by, type: 'resume' }
    case 'take':
      return { ...head, ...by, type: 'take' }
    case 'assign':
      return { ...head, ...by, type: 'assign', to: oneOf([owner], what, which) }
    case 'move':
      return {
        ...head,
        ...by,
        type: 'move',
        to: pick(choice.states, what),
        ...(which % 4 === 0 && { tell: 'It goes on' }),
      }
    case 'assess':
      return {
        ...head,
        ...by,
        type: 'assess',
        ...(what % 4 !== 0 && { priority: pick(PRIORITIES, which) }),
        ...(what % 3 === 0 && { facts: { products: extra % 2, size: extra } }),
      }
    case 'resolve':
      return {
        ...head,
        ...by,
        type: 'resolve',
        ...(what % 8 !== 7 && { cause: 'a lock', effect: 'no export', summary: 'Unlocked' }),
      }
    case 'reopen':
      return { ...head, ...by, type: 'reopen', reason: 'it is back' }
    case 'close':
      return { ...head, ...by, type: 'close' }
    case 'cancel':
      return { ...head, ...by, type: 'cancel', reason: 'wanted no more' }
    case 'followUp':
      return { ...head, ...by, type: 'followUp', as: choice.freshId() }
    case 'link':
      return { ...head, ...by, type: 'link', link: pick(LINKS, what) }
    case 'unlink':
      return { ...head, ...by, type: 'unlink', link: pick([...state.links, ...LINKS], what) }
    case 'attachTime':
      return {
        ...head,
        ...by,
        type: 'attachTime',
        duration: pick(['PT10M', 900_000, 'P1D', 0], what),
      }
    case 'approve':
    case 'reject': {
      const approval = pick([...state.approvals, { id: 'none', by: owner }], what)
      const decider = { by: oneOf([approval.by], who, other) }
      return kind === 'approve'
        ? { ...head, ...decider, type: 'approve', approval: approval.id }
        : { ...head, ...decider, type: 'reject', approval: approval.id, reason: 'too risky' }
    }
    case 'addTask':
      return {
        ...head,
        ...by,
        type: 'addTask',
        ...taskOf(`t${tasks.length + (what % 9 === 8 ? 0 : 1)}`, dice),
      }
    case 'changeTask':
      return { ...head, ...by, type: 'changeTask', ...taskOf(task, dice) }
    case 'dispatchTask':
      return { ...head, ...by, type: 'dispatchTask', task }
    case 'acceptTask':
      return { ...head, by: oneOf([team], who, other), type: 'acceptTask', task }
    case 'declineTask':
      return {
        ...head,
        by: oneOf([team], who, other),
        type: 'declineTask',
        task,
        reason: 'unclear',
      }
    case 'finishTask':
      return { ...head, by: oneOf([team], who, other), type: 'finishTask', task }
    case 'cancelTask':
      return { ...head, ...by, type: 'cancelTask', task, reason: 'not needed' }
    case 'splitTask': {
      const into = [`${task}a`, `${task}b`].map((part) => taskOf(part, dice))
      return { ...head, ...by, type: 'splitTask', task, into }
    }
    case 'rejoinTask':
      return { ...head, ...by, type: 'rejoinTask', task }
    case 'quickTask':
      return {
        ...head,
        ...by,
        type: 'quickTask',
        what: 'reset',
        minutes: 1 + (what % 12),
        affects: [pick(RECEIVERS, which), pick(RECEIVERS, extra)],
      }
    case 'split':
      return {
        ...head,
        ...by,
        type: 'split',
        into: Array.from({ length: 1 + (what % 2) }, (_, nth) => ({
          request: which % 16 === 15 ? request : choice.freshId(),
          title: 'A part',
          ...(which % 3 === 0 && { required: false }),
          ...(which % 2 === 0 && {
            links: state.links.filter((_, place) => (extra >> (place * 2 + nth)) % 2 === 0),
          }),
          ...(extra % 5 === 0 && { owner: pick(RECEIVERS, extra >> 3) }),
        })),
      }
    case 'rejoin':
      return { ...head, ...by, type: 'rejoin', child }
    case 'noteChild':
      return {
        ...head,
        ...by,
        type: 'noteChild',
        child,
        status: pick(['open', 'resolved', 'closed', 'cancelled'] as const, what),
      }
    case 'mergeInto':
      return {
        ...head,
        ...by,
        type: 'mergeInto',
        parent: what % 2 === 0 ? (state.parent ?? 'none') : 'none',
      }
    case 'submit':
      return { ...head, ...by, type: 'submit', kind: 'incident' }
    case 'again':
    case 'junk':
    case 'wake':
      return {
        ...head,
        by: 'system:timer',
        type: 'wake',
        ...(what % 4 === 0 && { key: 'whatever' }),
      }
    default:
      return kind satisfies never
  }
}

function taskOf(task: string, dice: readonly number[]) {
  const [, , what = 0, which = 0, , , , extra = 0] = dice
  const isRich = which % 4 !== 0
  return {
    task,
    title: 'Find the lock',
    ...((isRich || extra % 2 === 0) && { team: pick(RECEIVERS.slice(0, 3), extra >> 1) }),
    ...(isRich && {
      context: 'Exports fail since Monday',
      acceptanceCriteria: ['An export finishes'],
      customerImpact: 'No report to the regulator',
      links: [pick(LINKS, extra)],
    }),
    ...(what % 3 === 0 && { required: what % 2 === 0 }),
  }
}
