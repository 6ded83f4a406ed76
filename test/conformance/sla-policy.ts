import type { SlaPolicyDocument } from '@holdfast/sla'

/** In business minutes; none where it is left out, nothing or zero. */
export interface Targets {
  readonly firstResponse?: number | null
  readonly update?: number | null
  readonly solution?: number | null
}

const named = (condition: string) => ({ condition })

/** Paused and stopped time never counts, for any clock; what is closed may be reopened, and its clocks go on. */
const pauses = {
  pause: { any: [named('waiting'), named('closed')] },
  resume: { any: [named('resumed'), named('reopened')] },
}

/** The clocks of the scenarios as metrics. `worked` runs as long as the request does; nothing fulfills it. */
const metrics = {
  firstResponse: {
    start: named('submitted'),
    stop: { all: [{ fact: 'facts', path: '$.firstResponse', operator: 'equal', value: true }] },
  },
  update: { start: named('customerMessage'), stop: named('publicAnswer') },
  solution: { start: named('submitted'), stop: named('resolved') },
  worked: { start: named('submitted'), stop: named('cancelled') },
}

/** What the metric of a clock is called; the usual names are taken. */
export const metricOf = (clock: string): string => `${clock} clock`

/** The policy of a scenario. */
export function policyDocument(calendar: string, targets: Targets): SlaPolicyDocument {
  const promised = Object.entries({ ...targets, worked: 1 }).flatMap(([clock, minutes]) =>
    minutes ? [{ metric: metricOf(clock), within: minutes * 60_000 }] : [],
  )
  const agreement = {
    id: 'one',
    kind: 'sla' as const,
    debtor: 'team:support' as const,
    creditor: 'customer:one' as const,
    targets: promised,
  }
  return {
    id: 'scenario',
    version: 1,
    calendar,
    metrics: Object.fromEntries(
      Object.entries(metrics).map(([name, metric]) => [metricOf(name), { ...metric, ...pauses }]),
    ),
    agreements: [agreement],
  }
}
