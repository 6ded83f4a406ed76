import type { Instant } from '@holdfast/kernel'
import type { History } from '@holdfast/obligations'
import type { Facts } from '@holdfast/rules'
import { type Chosen, choose } from './choice.ts'
import type { ReadPolicy } from './document.ts'
import { modelInEffect, type PolicyModel } from './model.ts'
import { factsOverTime } from './request-facts.ts'

/** Under which agreements and at which priority a request stands from an instant on. */
export interface Standing extends Chosen {
  readonly from: Instant
  readonly model: PolicyModel
  /** What the agreements were chosen by, and the instant they were chosen for. */
  readonly facts: Facts
  readonly asOf: Instant
  readonly priority: string | null
  /** What the change does to clocks that run. */
  readonly onChange: 'retroactive' | 'fromChange'
  /** Whether what it newly promises is no change: the request begins with it, or its first priority becomes known. */
  readonly isBeginning: boolean
  /** Whether its policy has gone out of effect, and nothing of it was kept. */
  readonly isOver: boolean
}

type Changes = NonNullable<ReadPolicy['changes']>

const NO_CHANGES: Changes = {}

/** How a request stands over time, up to an instant. Policies are in order of coming into effect. */
export function standingsOf(
  models: readonly PolicyModel[],
  history: History,
  at: Instant,
): readonly Standing[] {
  const known = factsOverTime(history, at)
  const begin = known[0]?.from
  if (begin === undefined) return []
  const edges = models.flatMap((model) => model.edges).filter((edge) => edge > begin && edge <= at)
  const instants = [...new Set([...known.map(({ from }) => from), ...edges])].sort((a, b) => a - b)
  const standings: Standing[] = []
  let next = 0
  let facts: Facts = {}
  for (const instant of instants) {
    while (next < known.length && (known[next]?.from as number) <= instant) {
      facts = known[next]?.facts ?? facts
      next++
    }
    const before = standings[standings.length - 1]
    const standing = standingAt(models, before, { facts, at: instant, isFirst: instant === begin })
    if (standing !== undefined) standings.push(standing)
  }
  return standings
}

interface Situation {
  readonly facts: Facts
  readonly at: Instant
  /** Whether the request begins then; what it begins with it may keep. */
  readonly isFirst: boolean
}

/** How a request stands from an instant on; `undefined` when nothing changes. */
function standingAt(
  models: readonly PolicyModel[],
  before: Standing | undefined,
  { facts, at, isFirst }: Situation,
): Standing | undefined {
  const inEffect = modelInEffect(models, at)
  const renewal = (inEffect ?? before?.model)?.document.changes?.effective ?? 'keep'
  const isKept = !isFirst && renewal === 'keep'
  // What went out of effect before cannot be kept any more.
  if (isKept && before?.isOver === true) return undefined
  const isRenewed = !isFirst && !isKept && models.some(({ edges }) => edges.includes(at))
  const model = isKept ? before?.model : inEffect
  if (model === undefined) return nothing(before, at, renewal)

  const changes = model.document.changes ?? NO_CHANGES
  const { facts: onFacts = 'retroactive', priority: onPriority = 'retroactive' } = changes
  const isSettled = before !== undefined && before.agreements.length > 0 && onFacts === 'keep'
  const chosenBy = { facts, asOf: isKept ? (before?.asOf ?? at) : at }
  const chosen =
    isSettled && !isRenewed ? before : { ...chosenBy, ...choose(model, facts, chosenBy.asOf) }
  const priority = (onPriority === 'keep' ? before?.priority : null) ?? priorityOf(facts)
  const isSame = before !== undefined && model === before.model && areSame(chosen, before)
  if (isSame && priority === before.priority) return undefined
  const isFirstPriority = isSame && before.priority === null
  const onSame = isFirstPriority ? 'retroactive' : onPriority
  const onChange = isRenewed ? renewal : isSame ? onSame : onFacts
  const { facts: known, asOf, agreements, isRefused } = chosen
  return {
    from: at,
    model,
    facts: known,
    asOf,
    agreements,
    isRefused,
    priority,
    onChange: asRead(onChange),
    isBeginning: isFirst || (isFirstPriority && !isRenewed),
    isOver: false,
  }
}

/** No policy is in effect any more. */
function nothing(
  before: Standing | undefined,
  at: Instant,
  renewal: Changes['effective'],
): Standing | undefined {
  if (before === undefined || before.isOver) return undefined
  const none = { agreements: [], isRefused: false, priority: null, isBeginning: false }
  return { ...before, ...none, from: at, onChange: asRead(renewal), isOver: true }
}

/** What is kept has nothing to read again; where it comes to be promised after all, it is from the beginning. */
function asRead(onChange: Changes['facts']): Standing['onChange'] {
  return onChange === 'fromChange' ? 'fromChange' : 'retroactive'
}

function priorityOf({ priority }: Facts): string | null {
  return typeof priority === 'string' || typeof priority === 'number' ? String(priority) : null
}

function areSame(a: Chosen, b: Chosen): boolean {
  return (
    a.agreements.length === b.agreements.length &&
    a.agreements.every((agreement, nth) => agreement === b.agreements[nth])
  )
}
