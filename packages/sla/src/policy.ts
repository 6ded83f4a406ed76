import {
  compareWakeups,
  type Instant,
  type InstantLike,
  type Mark,
  MIN_INSTANT,
  toInstant,
  type Wakeup,
} from '@holdfast/kernel'
import {
  type History,
  historyOf,
  type ObligationState,
  readVersions,
  type TermsVersion,
  wakeupsOfVersions,
} from '@holdfast/obligations'
import type { ReadAgreement, ReadPolicy } from './document.ts'
import { modelInEffect, type PolicyModel, type Promised, promiseAt } from './model.ts'
import { type Standing, standingsOf } from './standing.ts'

/** One promise of an agreement to a request, as it stands. */
export interface SlaState extends ObligationState {
  readonly agreement: string
  readonly agreementKind: ReadAgreement['kind']
  readonly metric: string
  /** The priority that the target is for; `null` where it is the same at every priority. */
  readonly priority: string | null
}

/** What cannot be right in what is known of a request. Nothing of it stops the rest from being computed. */
export interface SlaProblem {
  /** `facts-invalid`: they do not fit the vocabulary, so no agreement is chosen. `priority-unknown`: the policy has none. */
  readonly code: 'facts-invalid' | 'priority-unknown'
  readonly found: string | null
}

/** What is promised to a request, and how it stands. */
export interface SlaReading {
  /** The agreement with the customer; `null` when none applies. */
  readonly agreement: string | null
  /** That one, and those between teams and with suppliers that it rests on. */
  readonly agreements: readonly string[]
  readonly priority: string | null
  readonly states: readonly SlaState[]
  readonly problems: readonly SlaProblem[]
}

/**
 * What was promised, to whom and by when. Immutable; every answer is a pure function of the history of one request and
 * the instant asked at. Histories never throw; an instant throws as in `toInstant`.
 */
export interface SlaPolicy {
  readonly id: string
  readonly version: string | number
  /** Which agreements hold for a request at an instant, and every clock of theirs. */
  read(history: Iterable<Mark> | History, at: InstantLike): SlaReading
  /** When a clock next warns, breaches, recurs, resumes or has other terms, in order of time. */
  wakeups(history: Iterable<Mark> | History, at: InstantLike): readonly Wakeup[]
  /** What it was made from. */
  readonly document: ReadPolicy
  /** The policies it is made of, taken apart, in order of coming into effect. */
  readonly models: readonly PolicyModel[]
}

/** The policy of models, in order of coming into effect; its name is that of the last. */
export function policyOf(models: readonly PolicyModel[]): SlaPolicy {
  const { document } = models[models.length - 1] as PolicyModel
  const promises = new Map(
    models.flatMap(({ agreements }) =>
      agreements.flatMap((agreement) =>
        agreement.promises.map((promise) => [placeOf(promise), promise] as const),
      ),
    ),
  )

  return Object.freeze<SlaPolicy>({
    id: document.id,
    version: document.version,
    document,
    models,
    read(marks, like) {
      const at = toInstant(like)
      const history = historyOf(marks, at)
      const standings = standingsOf(models, history, at)
      const states = slotsOf(standings).flatMap((slot) =>
        readVersions(slot.versions, history, at)
          .filter((state) => isShown(state, slot))
          .map((state) => asSlaState(state, promises.get(placeIn(slot, state)) as Promised)),
      )
      return readingOf(standings[standings.length - 1], states)
    },
    wakeups(marks, like) {
      const at = toInstant(like)
      const history = historyOf(marks, at)
      const own = slotsOf(standingsOf(models, history, at)).flatMap(({ versions }) =>
        wakeupsOfVersions(versions, history, at),
      )
      return [...own, ...renewalsAfter(models, at)].sort(compareWakeups)
    },
  })
}

/** A promise that goes on through changes of agreement and priority. */
export interface Slot {
  readonly slot: string
  readonly versions: readonly TermsVersion[]
}

/** The promises made over time, each with the terms that held from instant to instant. */
export function slotsOf(standings: readonly Standing[]): readonly Slot[] {
  const slots = new Map<string, TermsVersion[]>()
  for (const standing of standings) {
    const promised = promisesAt(standing)
    for (const slot of promised.keys()) if (!slots.has(slot)) slots.set(slot, [])
    for (const [slot, versions] of slots) {
      const terms = promised.get(slot)?.obligation ?? null
      const before = versions[versions.length - 1]
      if ((before?.terms ?? null) === terms) continue
      // What is promised from the beginning takes the place of nothing.
      const from = before === undefined && standing.isBeginning ? MIN_INSTANT : standing.from
      versions.push({ from, terms, onChange: standing.onChange })
    }
  }
  return [...slots].map(([slot, versions]) => ({ slot, versions }))
}

/** Whether a state is one of a promise: nothing is left of what is promised no more and no mark has begun. */
export function isShown({ cycle }: ObligationState, { versions }: Slot): boolean {
  return cycle > 0 || versions[versions.length - 1]?.terms !== null
}

function promisesAt({ agreements, priority }: Standing): ReadonlyMap<string, Promised> {
  const found = new Map<string, Promised>()
  for (const agreement of agreements) {
    for (const { metric } of agreement.document.targets) {
      const promise = promiseAt(agreement, metric, priority)
      if (promise !== undefined) found.set(promise.slot, promise)
    }
  }
  return found
}

/** What tells a promise from others: policies that follow each other may use one name for two. */
function placeOf({ slot, obligation: { id: obligation } }: Promised): string {
  return placeIn({ slot }, { obligation })
}

function placeIn(
  { slot }: Pick<Slot, 'slot'>,
  { obligation }: Pick<ObligationState, 'obligation'>,
): string {
  return JSON.stringify([slot, obligation])
}

function asSlaState(
  state: ObligationState,
  { agreement, kind, metric, priority }: Promised,
): SlaState {
  return { ...state, agreement, agreementKind: kind, metric, priority }
}

function readingOf(standing: Standing | undefined, states: readonly SlaState[]): SlaReading {
  const agreements = standing?.agreements ?? []
  const sla = agreements.find(({ document }) => document.kind === 'sla')
  const priority = standing?.priority ?? null
  const problems: SlaProblem[] = []
  if (standing?.isRefused === true) problems.push({ code: 'facts-invalid', found: null })
  const known = standing?.model.document.priorities
  if (priority !== null && known?.includes(priority) === false) {
    problems.push({ code: 'priority-unknown', found: priority })
  }
  return {
    agreement: sla?.document.id ?? null,
    agreements: agreements.map(({ document }) => document.id),
    priority,
    states,
    problems,
  }
}

/** Agreements and policies that come into effect or go out of it later may change what is promised. */
function renewalsAfter(models: readonly PolicyModel[], at: Instant): Wakeup[] {
  const renews = ({ document }: PolicyModel) => (document.changes?.effective ?? 'keep') !== 'keep'
  const edges = new Set(models.flatMap((model) => model.edges))
  return [...edges].flatMap((edge) => {
    if (edge <= at) return []
    // After the last policy, each request asks the one that it began under.
    const next = modelInEffect(models, edge) ?? models.findLast(renews)
    if (next === undefined || !renews(next)) return []
    const { id } = next.document
    return [{ key: `${id}|change|${edge}`, at: edge, source: id, purpose: 'change' }]
  })
}
