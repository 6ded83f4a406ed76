/** What decides which of several targets applies. */
export interface Situation {
  readonly priority: string | null
  /** What the request waits for. */
  readonly blocker: string | null
  readonly state: string
}

/** A target that may be for some situations only. */
export interface Targeted {
  readonly priorities?: readonly string[] | undefined
  readonly blockers?: readonly string[] | undefined
  readonly states?: readonly string[] | undefined
}

/** The number of the first target that applies; -1 where none does. */
export function targetFor(targets: readonly Targeted[], situation: Situation): number {
  return targets.findIndex((target) => applies(target, situation))
}

function applies(
  { priorities, blockers, states }: Targeted,
  { priority, blocker, state }: Situation,
): boolean {
  return isAmong(priorities, priority) && isAmong(blockers, blocker) && isAmong(states, state)
}

function isAmong(named: readonly string[] | undefined, value: string | null): boolean {
  return named === undefined || (value !== null && named.includes(value))
}
