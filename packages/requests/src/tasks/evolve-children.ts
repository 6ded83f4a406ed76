import type { EventPayloads } from '../event.ts'
import type { Child, Link, RequestState } from '../state.ts'
import { hasLink, restoredLinks, unionOfLinks, withoutLinks } from './links.ts'

type ChildEventType = 'linked' | 'unlinked' | 'split' | 'rejoined' | 'childChanged'

/** What happens to links and child requests, whether it has happened already or is to happen. */
export type ChildHappening = {
  readonly [T in ChildEventType]: { readonly type: T } & EventPayloads[T]
}[ChildEventType]

type Family = Pick<RequestState, 'links' | 'children'>

/** Links and children of a request after an event about them. Total and pure. */
export function evolveChildren({ links, children }: Family, event: ChildHappening): Family {
  const state = { links, children }
  switch (event.type) {
    case 'linked':
      return hasLink(state.links, event.link)
        ? state
        : { ...state, links: [...state.links, event.link] }
    case 'unlinked':
      return { ...state, links: withoutLinks(state.links, [event.link]) }
    case 'split':
      return split(state, event)
    case 'rejoined':
      return rejoin(state, event)
    case 'childChanged': {
      const { child, status } = event
      return { ...state, children: withChild(state.children, child, (one) => ({ ...one, status })) }
    }
    default:
      return event satisfies never
  }
}

function split(state: Family, { into }: EventPayloads['split']): Family {
  const before = linksWithAbsent(state)
  const added = into.map(
    ({ request, required = true, links }): Child => ({
      request,
      required,
      status: 'open',
      ...(links !== undefined && { before }),
    }),
  )
  const taken = into.flatMap(({ links = [] }) => links)
  return {
    ...state,
    children: [...state.children, ...added],
    links: withoutLinks(state.links, taken),
  }
}

/** The links of a request, and those that earlier splits took away in the places they come back to. */
function linksWithAbsent({ links, children }: Family): readonly Link[] {
  const before = children.findLast((child) => child.before !== undefined)?.before
  return before === undefined ? links : unionOfLinks(before, links)
}

function rejoin(state: Family, { child, links }: EventPayloads['rejoined']): Family {
  const before = state.children.find(({ request }) => request === child)?.before ?? []
  return {
    ...state,
    links: restoredLinks(state.links, links, before),
    children: withChild(state.children, child, ({ request, required }) => ({
      request,
      required,
      status: 'rejoined',
    })),
  }
}

function withChild(
  children: readonly Child[],
  request: string,
  change: (child: Child) => Child,
): readonly Child[] {
  return children.map((child) => (child.request === request ? change(child) : child))
}
