import {
  type Explaining,
  explainWith,
  type Instant,
  type Mark,
  type Param,
  type Reason,
  reason,
  toInstant,
  type Wakeup,
} from '@holdfast/kernel'
import { explainedVersions, type History, historyOf } from '@holdfast/obligations'
import { explained as explainedRules } from '@holdfast/rules'
import { knownFacts } from './choice.ts'
import type { Agreement, PolicyModel, Promised } from './model.ts'
import { isShown, type SlaPolicy, type SlaReading, slotsOf } from './policy.ts'
import { placesIn } from './policy-places.ts'
import { type Standing, standingsOf } from './standing.ts'

/** The questions of a policy, each with its reason. */
export type ExplainedSlaPolicy = Explaining<Pick<SlaPolicy, 'read' | 'wakeups'>>

/**
 * The explaining form of a policy. Its answers are those of the policy itself. The reason of `read` says from when on
 * which agreement held and why none before it, then how every promise of it stands and came to stand so. That of `wakeups`
 * has one reason under it for each, in their order.
 */
export function explained({ models, read, wakeups }: SlaPolicy): ExplainedSlaPolicy {
  const telling = explainWith<Pick<SlaPolicy, 'read' | 'wakeups'>>(
    { read, wakeups },
    {
      read: (reading, marks, at) => readingStory(models, reading, historyOf(marks), toInstant(at)),
      wakeups: (found, marks, at) => wakeupsStory(models, found, historyOf(marks), toInstant(at)),
    },
  )
  // A history that can be gone through only once is gone through here.
  const once = (marks: Iterable<Mark> | History) => historyOf(marks)
  return Object.freeze<ExplainedSlaPolicy>({
    read: (marks, at) => telling.read(once(marks), at),
    wakeups: (marks, at) => telling.wakeups(once(marks), at),
  })
}

function readingStory(
  models: readonly PolicyModel[],
  { agreement, agreements, priority, problems }: SlaReading,
  history: History,
  at: Instant,
): Reason {
  const standings = standingsOf(models, history, at)
  const children = [
    ...standings.map(standingStory),
    ...problems.map(({ code, found }) => reason('sla.problem', { problem: code, found })),
    ...slotsOf(standings).flatMap((slot) => {
      const { value, reason: story } = explainedVersions(slot.versions).read(history, at)
      if (!value.some((state) => isShown(state, slot))) return []
      const { agreement: by, metric } = promiseOf(standings, value.at(-1)?.obligation)
      const cycles = value.filter(({ cycle }) => cycle > 0).length
      const told = { agreement: by, metric, cycles }
      return [reason('sla.promise', told, { children: story.children })]
    }),
  ]
  const params = { at, agreement, agreements: [...agreements], priority }
  return placesIn(models)(reason('sla.read', params, { children }))
}

function promiseOf(
  standings: readonly Standing[],
  id: string | undefined,
): { readonly agreement: string; readonly metric: string } {
  const promises = standings.flatMap(({ agreements }) => agreements.flatMap((one) => one.promises))
  return promises.find(({ obligation }) => obligation.id === id) as Promised
}

/** Which agreements hold from an instant on, and for each other one why it does not. */
function standingStory(standing: Standing, nth: number): Reason {
  const { from, model, facts, asOf, priority, onChange, agreements, isOver } = standing
  const { value, reason: story } = explainedRules(model.choice).evaluate(knownFacts(model, facts), {
    at: asOf,
  })
  const told = value.ok ? story.children.flatMap(({ children }) => children) : story.children
  const holding = new Set(agreements.map(({ document }) => document.id))
  const byId = new Map(told.map((child) => [child.params['rule'], child]))
  const children = value.ok
    ? model.agreements.flatMap((agreement) => {
        const { id } = agreement.document
        const rule = byId.get(id)
        if (rule === undefined) return []
        const unmatched = UNMATCHED.find((outcome) => outcome === rule.params['outcome'])
        const outranked = isOver ? 'notInEffect' : outrankedAs(agreement, holding)
        const outcome = holding.has(id) ? 'holds' : (unmatched ?? outranked)
        return [agreementStory(rule, id, model, outcome)]
      })
    : told
  const params: Record<string, Param> = {
    from,
    policy: model.document.id,
    version: model.document.version,
    agreements: [...holding],
    priority,
    // What holds from the beginning changes nothing.
    onChange: nth === 0 ? null : onChange,
  }
  return reason('sla.standing', params, { children })
}

/** How a rule that does not match comes out. */
const UNMATCHED = ['fails', 'notInEffect'] as const

/** Why an agreement that applies does not hold. */
function outrankedAs({ document, supports }: Agreement, holding: ReadonlySet<string>): string {
  const needsNone = document.kind === 'sla' || supports.length === 0
  return needsNone || supports.some((id) => holding.has(id)) ? 'later' : 'unsupporting'
}

function agreementStory(
  { params, children }: Reason,
  agreement: string,
  { document }: PolicyModel,
  outcome: string,
): Reason {
  const nth = document.agreements.findIndex(({ id }) => id === agreement)
  const { id, version } = document
  const source = { document: id, version, pointer: `/agreements/${nth}` }
  const told = { agreement, title: params['title'] ?? null, outcome }
  return reason('sla.agreement', told, { source, children })
}

function wakeupsStory(
  models: readonly PolicyModel[],
  found: readonly Wakeup[],
  history: History,
  at: Instant,
): Reason {
  const slots = slotsOf(standingsOf(models, history, at))
  const told = new Map<string, Reason | undefined>()
  for (const { versions } of slots) {
    const { value, reason: story } = explainedVersions(versions).wakeups(history, at)
    for (const [nth, { key }] of value.entries()) told.set(key, story.children[nth])
  }
  const children = found.map(
    ({ key, at: when, source }) =>
      told.get(key) ?? reason('sla.renewal', { at: when, policy: source }),
  )
  return placesIn(models)(reason('sla.wakeups', { at, count: found.length }, { children }))
}
