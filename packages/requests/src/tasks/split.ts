import { reason, refusal } from '@holdfast/kernel'
import type { CommandOf } from '../commands/command.ts'
import { refusedToCustomer } from '../commands/not-allowed.ts'
import { type Handler, happens, type Refused, type Scene } from '../commands/scene.ts'
import { unknownKind } from '../commands/unknown-kind.ts'
import type { ChildData } from '../event.ts'
import type { ChildStatus, RequestState } from '../state.ts'
import { allOpen, childOf } from './children.ts'
import { hasLink, unionOfLinks } from './links.ts'
import { given } from './task-data.ts'
import { childrenOutcome } from './task-outcome.ts'

/**
 * Requests are split off. The links that a child is given go over to it, and come back when it re-joins; a child
 * without a list of its own shares all links. A child is required unless it says otherwise. Source: R16.
 */
export const split: Handler<'split'> = (scene, command) => {
  const refused = refusedToCustomer(scene, command.type) ?? splitRefused(scene, command)
  if (refused !== undefined) return refused
  const into = command.into.map((child): ChildData => {
    const { request, title, kind, owner, required = true, links } = child
    const taken = links === undefined ? undefined : unionOfLinks(links)
    return { request, title, required, ...given({ kind, owner, links: taken }) }
  })
  return childrenOutcome(scene, { type: 'split', into })
}

function splitRefused(
  { state, context }: Scene,
  { into }: CommandOf<'split'>,
): Refused | undefined {
  const taken = new Set(state.children.map(({ request }) => request))
  for (const { request, links = [], kind = state.kind } of into) {
    if (!Object.hasOwn(context.lifecycles, kind)) return unknownKind(context, kind)
    if (request === state.request) {
      const nextSteps = [reason('requests.next.nameAnew', { taken: request })]
      return refusal('split-of-itself', { params: { request }, nextSteps })
    }
    const isThere = taken.has(request) || request === state.parent
    if (isThere || Object.hasOwn(context.requests ?? {}, request)) {
      const nextSteps = [reason('requests.next.nameAnew', { taken: request })]
      return refusal('child-exists', { params: { child: request }, nextSteps })
    }
    taken.add(request)
    const unknown = links.find((link) => !hasLink(state.links, link))
    if (unknown !== undefined) {
      const { relation, to } = unknown
      const nextSteps = [reason('requests.next.link', { relation, to })]
      return refusal('link-unknown', { params: { child: request, relation, to }, nextSteps })
    }
  }
  return undefined
}

/**
 * A child is part of the request again, and its links, as they are now, are the request's. Refused while work of its
 * own is open in it, which would be lost with it.
 */
export const rejoin: Handler<'rejoin'> = (scene, { type, child: id }) => {
  const refused = refusedToCustomer(scene, type)
  if (refused !== undefined) return refused
  const child = childOf(scene.state, id)
  if (child === null) return childUnknown(scene.state, id)
  const { requests = {} } = scene.context
  const loaded = Object.hasOwn(requests, id) ? requests[id] : undefined
  const isOver = child.status !== 'open' && child.status !== 'resolved'
  if (isOver || loaded?.category === 'closed') {
    const status = isOver ? child.status : 'closed'
    return refusal('child-over', { params: { child: id, status } })
  }
  if (loaded === undefined) {
    const nextSteps = [reason('requests.next.loadRequest', { request: id })]
    return refusal('request-not-loaded', { params: { request: id }, nextSteps })
  }
  const open = allOpen(loaded)
  if (open.length > 0) {
    const nextSteps = open.map((one) => reason('requests.next.finishChild', { child: one }))
    return refusal('children-open', { params: { children: open }, nextSteps })
  }
  return childrenOutcome(scene, { type: 'rejoined', child: id, links: loaded.links })
}

/**
 * How a child stands. What is told of it may come late or out of order, so where the child itself was loaded it says so
 * itself, unless what was loaded is older than what is told. One that re-joined has nothing to say any more.
 */
export const noteChild: Handler<'noteChild'> = (
  { state, context },
  { child: id, status: told, seq = 0 },
) => {
  const child = childOf(state, id)
  if (child === null) return childUnknown(state, id)
  const { requests = {} } = context
  const loaded = Object.hasOwn(requests, id) ? requests[id] : undefined
  const isKnown = loaded !== undefined && loaded.seq >= seq
  const status = isKnown ? statusOf(loaded) : told
  if (child.status === status || child.status === 'rejoined') return happens()
  // Also where the request is resolved: it is so, whatever it means for the resolution.
  return happens({ type: 'childChanged', child: id, status })
}

function statusOf({ category, marks }: RequestState): ChildStatus {
  if (category === 'resolved') return 'resolved'
  if (category !== 'closed') return 'open'
  return marks.some(({ type }) => type === 'cancelled') ? 'cancelled' : 'closed'
}

function childUnknown({ children }: RequestState, child: string) {
  const known = children.map(({ request }) => request)
  return refusal('child-unknown', { params: { child, known } })
}
