import { canonicalJson, type InstantLike } from '@holdfast/kernel'
import type { Evaluation, RuleEvent } from './evaluation.ts'
import type { Facts } from './facts.ts'
import type { RuleSet } from './rule-set.ts'

/** A request of the past. */
export interface PastRequest<F extends Facts = Facts> {
  readonly facts: F
  /** The instant it is asked at. */
  readonly at: InstantLike
  /** What reports call it; its number when left out. */
  readonly id?: string
}

/** A request that the two rule sets decide differently. */
export interface ChangedRequest {
  readonly id: string
  readonly facts: Facts
  readonly at: InstantLike
  /** The actions whose decision changes. */
  readonly actions: readonly string[]
  readonly before: Evaluation
  readonly after: Evaluation
}

/** What changed for the requests that one rule decided before or decides after. */
export interface RuleChanges {
  /** Requests it decided something for before. */
  readonly before: number
  /** Requests it decides something for after. */
  readonly after: number
  /** Of those before, for how many nothing of the kind is decided now. */
  readonly lost: number
  /** Of those after, for how many nothing of the kind was decided. */
  readonly gained: number
}

export interface BackTestReport {
  /** How many requests were asked. */
  readonly total: number
  /** How many of them are decided differently. */
  readonly changed: number
  /** How many one of the rule sets refuses, because their facts do not fit its vocabulary. */
  readonly refused: number
  readonly byRule: Readonly<Record<string, RuleChanges>>
  /** The first requests that change, as many as were asked for. */
  readonly examples: readonly ChangedRequest[]
}

export interface BackTestOptions {
  /** How many changed requests to keep; 10 when left out. */
  readonly examples?: number
  /** Told of every so many requests. */
  readonly onProgress?: (progress: { readonly total: number; readonly changed: number }) => void
  /** How many requests lie between two calls of `onProgress`; 10,000 when left out. */
  readonly progressEvery?: number
}

/** Decides past requests one after the other, by two rule sets. */
export interface BackTest<F extends Facts = Facts> {
  add(request: PastRequest<F>): void
  report(): BackTestReport
}

/**
 * Asks two versions of a rule set about the same past requests: how many change, by which rule, with examples. A
 * decision changes when the events of some action change in their `params` or number; another rule that asks for the
 * same is no change. Requests are read one at a time, so a history may be longer than memory.
 */
export function backTestRuleSets<F extends Facts>(
  before: RuleSet<F>,
  after: RuleSet<F>,
  requests: Iterable<PastRequest<F>>,
  options: BackTestOptions = {},
): BackTestReport {
  const test = backTest(before, after, options)
  for (const request of requests) test.add(request)
  return test.report()
}

/** A back-test that is fed by its caller, for histories that arrive over time or are shared out among workers. */
export function backTest<F extends Facts>(
  before: RuleSet<F>,
  after: RuleSet<F>,
  { examples: most = 10, onProgress, progressEvery = 10_000 }: BackTestOptions = {},
): BackTest<F> {
  const examples: ChangedRequest[] = []
  const byRule = new Map<string, { before: number; after: number; lost: number; gained: number }>()
  let total = 0
  let changed = 0
  let refused = 0

  function tallyOf(rule: string) {
    let tally = byRule.get(rule)
    if (tally === undefined) {
      tally = { before: 0, after: 0, lost: 0, gained: 0 }
      byRule.set(rule, tally)
    }
    return tally
  }

  return {
    add({ facts, at, id }) {
      total++
      const was = before.evaluate(facts, { at })
      const is = after.evaluate(facts, { at })
      const wasEvents = was.ok ? was.events : NOTHING
      const isEvents = is.ok ? is.events : NOTHING
      if (!was.ok || !is.ok) refused++
      const actions = changedActions(was, is)
      for (const event of wasEvents) {
        const tally = tallyOf(event.rule)
        tally.before++
        if (actions.length > 0 && !isEvents.some((one) => isSame(event, one))) tally.lost++
      }
      for (const event of isEvents) {
        const tally = tallyOf(event.rule)
        tally.after++
        if (actions.length > 0 && !wasEvents.some((one) => isSame(event, one))) tally.gained++
      }
      if (actions.length > 0 || was.ok !== is.ok) {
        changed++
        if (examples.length < most) {
          examples.push({ id: id ?? String(total), facts, at, actions, before: was, after: is })
        }
      }
      if (total % progressEvery === 0) onProgress?.({ total, changed })
    },
    report: () => ({
      total,
      changed,
      refused,
      byRule: Object.fromEntries([...byRule].map(([rule, tally]) => [rule, { ...tally }])),
      examples: [...examples],
    }),
  }
}

const NOTHING: readonly RuleEvent[] = []
const UNCHANGED: readonly string[] = []

/** The actions that are decided differently; the order of a `collect` counts. */
export function changedActions(before: Evaluation, after: Evaluation): readonly string[] {
  const was = before.ok ? before.events : NOTHING
  const is = after.ok ? after.events : NOTHING
  if (was.length === is.length && was.every((event, index) => isSame(event, is[index]))) {
    return UNCHANGED
  }
  const actions = new Set([...was, ...is].map(({ type }) => type))
  return [...actions].filter((action) => decisionKey(was, action) !== decisionKey(is, action))
}

/** Events of the same frozen rule, or of rules that ask for the same. */
function isSame(a: RuleEvent, b: RuleEvent | undefined): boolean {
  if (b === undefined || a.type !== b.type) return false
  return a.params === b.params || keyOf(a) === keyOf(b)
}

const keys = new WeakMap<object, string>()

/** Events are few and asked about often, so what they ask for is put into words once. */
function keyOf({ params }: RuleEvent): string {
  const known = keys.get(params)
  if (known !== undefined) return known
  const key = canonicalJson(params)
  keys.set(params, key)
  return key
}

function decisionKey(events: readonly RuleEvent[], action: string): string {
  return events
    .filter(({ type }) => type === action)
    .map(keyOf)
    .join()
}
