import { type Instant, isDocumentError, type Mark, type Wakeup } from '@holdfast/kernel'
import { expect } from 'vitest'
import type { SlaPolicy, SlaReading, SlaState } from '../src/index.ts'
import { type AgreementDocument, type Happened, november, request } from './report-desk.ts'

/** An agreement with every customer. */
export function sla(parts: Partial<AgreementDocument> = {}): AgreementDocument {
  return {
    id: 'basic',
    kind: 'sla',
    debtor: 'team:support',
    creditor: 'customer:any',
    targets: [{ metric: 'firstResponse', within: 'PT4H' }],
    ...parts,
  }
}

/** A request with these facts from 2 November (a Monday), 09:00, and what happens to it. */
export function asked(facts: Mark['facts'], ...happened: readonly Happened[]): readonly Mark[] {
  return [...request('7', [2, '09:00'], facts, ...happened).marks]
}

/** The cycles of a metric, in order. */
export function cyclesOf({ states }: SlaReading, metric: string): readonly SlaState[] {
  return states.filter((state) => state.metric === metric)
}

/** The last cycle of a metric. */
export function stateOf(reading: SlaReading, metric: string): SlaState {
  return cyclesOf(reading, metric).at(-1) ?? expect.fail(`nothing is promised for ${metric}`)
}

/** `fulfilled 60`: the lives of the cycles of a metric, with the minutes that they used. */
export function lives(
  policy: SlaPolicy,
  marks: readonly Mark[],
  at: Instant,
  metric: string,
): readonly string[] {
  return cyclesOf(policy.read(marks, at), metric).map(
    ({ life, used }) => `${life} ${used / 60_000}`,
  )
}

/** When the last cycle of a metric is due, as `2 10:30` in November 2026; `null` while a pause leaves it open. */
export function due(
  policy: SlaPolicy,
  marks: readonly Mark[],
  at: Instant,
  metric: string,
): string | null {
  return told(stateOf(policy.read(marks, at), metric).dueAt)
}

/** An instant of November 2026 in Zurich, as `2 10:30`. */
export function told(at: Instant | null): string | null {
  if (at === null) return null
  const minutes = Math.floor((at - november(1, '00:00')) / 60_000)
  const [days, time] = [Math.floor(minutes / 1440), minutes % 1440]
  const two = (part: number) => String(part).padStart(2, '0')
  return `${days + 1} ${two(Math.floor(time / 60))}:${two(time % 60)}`
}

/** `2 10:30 breach gold/firstResponse@P1`: each wake-up in words. */
export function tellWakeups(wakeups: readonly Wakeup[]): readonly string[] {
  return wakeups.map(({ at, purpose, source }) => `${told(at)} ${purpose} ${source}`)
}

/** The codes of everything for which a document is refused; none when it is taken. */
export function refusedFor(act: () => unknown): readonly string[] {
  try {
    act()
  } catch (error) {
    if (isDocumentError(error)) return error.findings.map(({ code }) => code)
    throw error
  }
  return []
}
