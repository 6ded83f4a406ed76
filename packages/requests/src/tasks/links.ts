import type { Link } from '../state.ts'

export function hasLink(links: readonly Link[], { relation, to }: Link): boolean {
  return links.some((link) => link.relation === relation && link.to === to)
}

/** Each link once: the first list in its order, then what the others add, in theirs. */
export function unionOfLinks(
  first: readonly Link[],
  ...others: readonly (readonly Link[])[]
): readonly Link[] {
  const union = new Map<string, Link>()
  for (const links of [first, ...others]) {
    for (const link of links) if (!union.has(keyOf(link))) union.set(keyOf(link), link)
  }
  return [...union.values()]
}

export function withoutLinks(links: readonly Link[], taken: readonly Link[]): readonly Link[] {
  return links.filter((link) => !hasLink(taken, link))
}

/**
 * The union of a request's own links and those that come back to it. Links that it had `before` stand in the order
 * they had then; what came since follows, its own first.
 */
export function restoredLinks(
  own: readonly Link[],
  back: readonly Link[],
  before: readonly Link[],
): readonly Link[] {
  const all = unionOfLinks(own, back)
  const earlier = before.filter((link) => hasLink(all, link))
  return unionOfLinks(earlier, all)
}

function keyOf({ relation, to }: Link): string {
  return JSON.stringify([relation, to])
}
