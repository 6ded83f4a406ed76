import { compareParts } from '@holdfast/obligations'
import type { ReadPlan } from './document.ts'
import { type Decomposed, type WhatIf, whatIf } from './what-if.ts'

/** A lever, and what it would come to. */
export interface PlacedLever {
  readonly id: string
  readonly title: string | null
  readonly level: string
  /** 1 to 5; `null` where the plan does not say. */
  readonly complexity: number | null
  /** What would be saved by it alone. */
  readonly impact: WhatIf
  readonly placement: {
    /** `large` from the share `largeFrom` of the plan on. */
    readonly impact: 'large' | 'small'
    /** `near` up to the level `nearUpTo` of the plan. */
    readonly reach: 'near' | 'far'
  }
}

export interface LeversAnswer {
  /** The greatest impact first. **Ties**: the nearest level, the least complexity (not stated: last), then by id. */
  readonly levers: readonly PlacedLever[]
  /** What all levers would save together. */
  readonly together: WhatIf
  /** The sum of what each would save alone: more than `together` where levers overlap. Milliseconds. */
  readonly apart: number
}

const LARGE_FROM = 0.05

/** Places the levers of a plan by what they would save in the lives they are asked about. Source: R103. */
export function leversOf(plan: ReadPlan, subject: Decomposed): LeversAnswer {
  const { levels, largeFrom = LARGE_FROM, nearUpTo = levels[0], levers = [] } = plan
  const distanceOf = (level: string | undefined) => levels.indexOf(level as string)
  const placed = levers.map((lever): PlacedLever => {
    const { id, title = null, level, complexity = null, changes } = lever
    const impact = whatIf(subject, changes)
    return {
      id,
      title,
      level,
      complexity,
      impact,
      placement: {
        impact: impact.savedShare >= largeFrom ? 'large' : 'small',
        reach: distanceOf(level) <= distanceOf(nearUpTo) ? 'near' : 'far',
      },
    }
  })
  const rank = ({ complexity }: PlacedLever) => complexity ?? Number.MAX_SAFE_INTEGER
  placed.sort(
    (a, b) =>
      b.impact.saved - a.impact.saved ||
      distanceOf(a.level) - distanceOf(b.level) ||
      rank(a) - rank(b) ||
      compareParts([a.id], [b.id]),
  )
  const changes = levers.flatMap((lever) => lever.changes)
  return {
    levers: placed,
    together: whatIf(subject, changes),
    apart: placed.reduce((sum, { impact }) => sum + impact.saved, 0),
  }
}
