import { type Reason, reason } from '@holdfast/kernel'
import type { Phrases } from '@holdfast/kernel/text'

const [FIRST, LAST] = [6, 3] as const

/** A reason in which long lists are told by their beginning and their end. */
export function pruned(story: Reason): Reason {
  const { children } = story
  const kept = children.map(pruned)
  const more = children.length - FIRST - LAST
  if (more < 2) return { ...story, children: kept }
  const left = reason('report.more', { more })
  return { ...story, children: [...kept.slice(0, FIRST), left, ...kept.slice(-LAST)] }
}

/** The sentence for what was left out. */
export const prunedPhrases: Phrases = { 'report.more': ({ more }) => `and ${more} more` }
