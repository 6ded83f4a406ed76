import type { Instant } from '@holdfast/kernel'
import {
  allBreached,
  type Cycle,
  countedBefore,
  countedUntil,
  type End,
  endOfPeriods,
  latestFor,
  periodsBreached,
} from './cycle.ts'
import type { History } from './history.ts'
import { hasBegun } from './life.ts'
import type { Consequence, Life, ObligationState, Problem, Segment } from './state.ts'
import type { CompiledTerms } from './terms.ts'
import { warnedBy } from './warnings.ts'

/** How a cycle stands at an instant. */
export function judge(cycle: Cycle, history: History, at: Instant): ObligationState {
  const { terms, number, periodsBefore, end, debtor, creditor } = cycle
  const { document, clock } = terms
  const begun = hasBegun(cycle, at)
  const before = countedBefore(cycle)
  const target = clock.budget(cycle.countsFrom, periodsBefore + 1) - before
  const used = begun ? countedUntil(cycle, at) - before : 0
  const dueAt = endOfPeriods(cycle, periodsBefore + 1)
  const latestToMeet = latestFor(cycle, dueAt)
  const breached = begun ? periodsBreached(cycle, at, latestToMeet) : 0
  const breachedAt = cycle.earlierBreach ?? (breached > 0 ? (latestToMeet as Instant) + 1 : null)
  const warnedAt = begun ? warnedBy(cycle, at) : NONE
  return {
    obligation: document.id,
    kind: document.kind,
    about: cycle.about,
    cycle: number,
    debtor,
    creditor,
    life: lifeAt(cycle, begun),
    startedAt: periodsBefore === 0 ? cycle.startedAt : endOfPeriods(cycle, periodsBefore),
    target,
    used,
    remaining: target - used,
    share: target > 0 ? used / target : 0,
    dueAt,
    latestToMeet,
    fulfilledAt: end?.how === 'fulfilled' ? end.at : null,
    cancelledAt: end?.how === 'cancelled' ? end.at : null,
    breachedAt,
    missed: Math.max(allBreached(cycle, breached) - 1, 0),
    warnedAt,
    pauses: untilEnd(cycle.pauses, end),
    segments: untilEnd(cycle.segments, end),
    consequences: consequencesOf(terms, warnedAt, breachedAt),
    problems: problemsOf(cycle, dueAt, history),
  }
}

/** An obligation that no mark has started yet. */
export function notStarted(terms: CompiledTerms, about: string, history: History): ObligationState {
  const { id: obligation, kind, debtor, creditor } = terms.document
  return {
    obligation,
    kind,
    about,
    cycle: 0,
    debtor: typeof debtor === 'string' ? debtor : null,
    creditor: typeof creditor === 'string' ? creditor : null,
    life: 'inactive',
    startedAt: null,
    target: 0,
    used: 0,
    remaining: 0,
    share: 0,
    dueAt: null,
    latestToMeet: null,
    fulfilledAt: null,
    cancelledAt: null,
    breachedAt: null,
    missed: 0,
    warnedAt: NONE,
    pauses: NONE,
    segments: NONE,
    consequences: NONE,
    problems: history.problems,
  }
}

const NONE: readonly never[] = Object.freeze([])

/** The stretches of a cycle that has ended end with it. */
function untilEnd<T extends Segment>(stretches: readonly T[], end: End | null): readonly T[] {
  if (end === null || stretches.length === 0) return stretches
  const ended: T[] = []
  for (const stretch of stretches) {
    if (stretch.from >= end.at) continue
    ended.push(stretch.to === null ? { ...stretch, to: end.at } : stretch)
  }
  return ended
}

function lifeAt({ end, segments }: Cycle, begun: boolean): Life {
  if (end !== null) return end.how
  if (!begun) return 'inactive'
  const last = segments[segments.length - 1]
  return last !== undefined && last.to === null ? 'running' : 'paused'
}

function consequencesOf(
  { document: { consequences = [] } }: CompiledTerms,
  warnedAt: readonly Instant[],
  breachedAt: Instant | null,
): readonly Consequence[] {
  if (consequences.length === 0) return NONE
  return consequences.flatMap(({ on, kind, to = null, params = {} }) => {
    const instants = on === 'warning' ? warnedAt : breachedAt === null ? [] : [breachedAt]
    return instants.map((at) => ({ on, at, kind, to, params }))
  })
}

function problemsOf(
  cycle: Cycle,
  dueAt: Instant | null,
  { problems }: History,
): readonly Problem[] {
  const { debtor, creditor, mark, terms, countsFrom, periodsBefore } = cycle
  const isComplete = debtor !== null && creditor !== null
  const isDue = dueAt !== null || terms.clock.endOf(countsFrom, periodsBefore + 1) !== null
  if (isComplete && isDue) return problems
  const found = [...problems]
  if (!isComplete) {
    const missing = debtor === null ? 'debtor' : 'creditor'
    const message = `the mark that begins it does not name its ${missing}`
    found.push({ code: 'party-missing', marks: [mark.id], message })
  }
  if (!isDue) {
    const message = 'its calendar has too little open time before 2101 for it to fall due'
    found.push({ code: 'never-due', marks: [mark.id], message })
  }
  return found
}
