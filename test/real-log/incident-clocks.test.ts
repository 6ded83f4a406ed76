import type { Instant, Mark } from '@holdfast/kernel'
import type { SlaState } from '@holdfast/sla'
import { beforeAll, describe, expect, it } from 'vitest'
import { incidentPolicy, office } from './incident-clocks.ts'
import { incidentLog, observedIncidents } from './incident-log.ts'
import { type IncidentRow, incidentsOf } from './incident-rows.ts'
import { stretchesOf, timeIn, WAITS } from './incident-times.ts'

/** After the last update of the log. */
const END: Instant = Date.UTC(2017, 1, 19)

const isDone = (state: string) => state === 'Resolved' || state === 'Closed'
const isAtWork = (state: string) => !isDone(state) && !Object.hasOwn(WAITS, state)

const hasBegun = ({ cycle }: SlaState) => cycle > 0

interface Incident {
  readonly rows: readonly IncidentRow[]
  readonly marks: readonly Mark[]
  readonly states: readonly SlaState[]
  /** By metric, those that began. */
  readonly cycles: ReadonlyMap<string, readonly SlaState[]>
}

describe.skipIf(!incidentLog.isThere)('the clocks of 24,918 incidents of a real log', () => {
  let incidents: readonly Incident[] = []

  beforeAll(async () => {
    const rowsOf = incidentsOf(incidentLog.text())
    incidents = (await observedIncidents()).map(({ id, marks }) => {
      const { states } = incidentPolicy.read(marks, END)
      return { rows: rowsOf.get(id) ?? [], marks, states, cycles: cyclesByMetric(states) }
    })
  }, 60_000)

  const cyclesOf = ({ cycles }: Incident, metric: string) => cycles.get(metric) ?? []
  const usedBy = (incident: Incident, metric: string) =>
    cyclesOf(incident, metric).reduce((sum, { used }) => sum + used, 0)
  const count = (holds: (incident: Incident) => boolean) => incidents.filter(holds).length
  const all = (metric: string) => incidents.flatMap((incident) => cyclesOf(incident, metric))

  it('use, in elapsed time, what an incident was in the states that count', () => {
    const wrong = incidents.filter((incident) => {
      const stretches = stretchesOf(incident.rows)
      return (
        usedBy(incident, 'work') !== timeIn(stretches, isAtWork) ||
        usedBy(incident, 'age') !== timeIn(stretches, (state) => !isDone(state))
      )
    })
    expect(wrong.map(({ rows }) => rows[0]?.number)).toEqual([])
  })

  it('use, in office hours, what was open of it', () => {
    const countsForRequester = (state: string) => !isDone(state) && WAITS[state] !== 'customer'
    const wrong = incidents.filter((incident) => {
      const stretches = stretchesOf(incident.rows)
      const open = (isMeant: (state: string) => boolean) =>
        timeIn(stretches, isMeant, office.between)
      return (
        usedBy(incident, 'agentWork') !== open(isAtWork) ||
        usedBy(incident, 'requesterWait') !== open(countsForRequester) ||
        usedBy(incident, 'resolution') !== open((state) => !isDone(state))
      )
    })
    expect(wrong.map(({ rows }) => rows[0]?.number)).toEqual([])
  })

  it('count or stand still at every moment of a cycle, and never both', () => {
    const untiled = incidents.flatMap(({ states }) => states.filter((state) => !isTiled(state)))
    expect(untiled).toEqual([])
  })

  it('make up, with what was waited and what was closed, the whole life of an incident', () => {
    const wrong = incidents.filter((incident) => {
      const cycles = cyclesOf(incident, 'work')
      const waited = cycles
        .flatMap(({ pauses }) => pauses)
        .reduce((sum, { from, to }) => sum + ((to as Instant) - from), 0)
      const stretches = stretchesOf(incident.rows)
      const life = timeIn(stretches, () => true)
      return usedBy(incident, 'work') + waited + timeIn(stretches, isDone) !== life
    })
    expect(wrong).toEqual([])
  })

  it('are late exactly when more than the target is used', () => {
    const isLate = ({ breachedAt }: SlaState) => breachedAt !== null
    const wrong = incidents.flatMap(({ states }) =>
      states.filter((state) => hasBegun(state) && isLate(state) !== state.used > state.target),
    )
    expect(wrong).toEqual([])
  })

  it('say that five histories begin before their submission, and nothing of the others', () => {
    const inconsistent = incidents.filter(({ states }) => states.some((s) => s.problems.length > 0))
    expect(inconsistent.map(({ rows }) => rows[0]?.number)).toEqual([
      'INC0000130',
      'INC0000131',
      'INC0000134',
      'INC0000135',
      'INC0000164',
    ])
    const problems = inconsistent.flatMap(({ states }) => states.flatMap((s) => s.problems))
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['inconsistent-history']))
    expect(
      inconsistent.every(({ marks, states }) => states[0]?.problems[0]?.marks[0] !== marks[0]?.id),
    )
  })

  it('begin anew with each of the reopenings', () => {
    const reopened = incidents.flatMap(({ marks }) =>
      marks.filter(({ type }) => type === 'reopened'),
    )
    expect(reopened).toHaveLength(332)
    for (const metric of ['resolution', 'requesterWait', 'agentWork', 'age', 'work']) {
      expect(all(metric)).toHaveLength(incidents.length + reopened.length)
    }
    expect(count((incident) => cyclesOf(incident, 'work').length > 1)).toBe(276)
    expect(Math.max(...all('work').map(({ cycle }) => cycle))).toBe(9)
  })

  it('are fulfilled with no time used where an incident is done in the minute it was opened', () => {
    const atOnce = count((incident) => {
      const [first] = cyclesOf(incident, 'age')
      return first?.fulfilledAt === first?.startedAt && first?.used === 0 && first.share === 0
    })
    expect(atOnce).toBe(1591)
    expect(share(atOnce)).toBe(6.4)
  })

  it('of acknowledgement end when somebody is given an incident, or resolves it right away', () => {
    const ended = all('acknowledgement')
    const inTime = ended.filter(({ life, breachedAt }) => life === 'fulfilled' && !breachedAt)
    const unheard = ended.filter(({ life }) => life === 'cancelled')
    expect([ended.length, inTime.length, unheard.length]).toEqual([24_918, 24_294, 1])
  })

  it('of ownership tell who had it: more than one group, and back to one that had it before', () => {
    const owners = incidents.map((incident) => {
      const debtors = cyclesOf(incident, 'ownership').map(({ debtor }) => debtor)
      return debtors.filter((debtor, nth) => debtor !== debtors[nth - 1])
    })
    const several = owners.filter((each) => new Set(each).size > 1).length
    const pingPong = owners.filter((each) => new Set(each).size < each.length).length
    expect([several, pingPong]).toEqual([9575, 2628])
    expect([share(several), share(pingPong)]).toEqual([38.4, 10.5])
  })

  it('tell where the time before the resolution went', () => {
    const waits = all('work').flatMap(({ pauses }) => pauses)
    const waited = (reason: string) =>
      waits
        .filter((pause) => pause.reason === reason)
        .reduce((sum, { from, to }) => sum + ((to as Instant) - from), 0)
    const total = all('age').reduce((sum, { used }) => sum + used, 0)
    const work = all('work').reduce((sum, { used }) => sum + used, 0)
    const parts = [work, waited('customer'), waited('vendor'), waited('problem')]
    expect(parts.map((part) => Math.round((1000 * part) / total) / 10)).toEqual([
      60.9, 30.3, 6.6, 2.3,
    ])
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total)
  })

  it('wake nobody for the past, and never after all is done', () => {
    const some = incidents.filter((_, nth) => nth % 5 === 0)
    for (const { marks } of some) {
      const at = (marks[marks.length >> 1] as Mark).at
      const next = incidentPolicy.wakeups(marks, at)
      if (next.some((wakeup) => wakeup.at <= at))
        expect.fail(`${marks[0]?.about} wakes in the past`)
    }
    const rest = some.flatMap(({ marks }) => incidentPolicy.wakeups(marks, END))
    expect(rest).toEqual([])
  })

  it('do not depend on the order in which marks come', () => {
    for (const { marks, states } of incidents.filter((_, nth) => nth % 50 === 0)) {
      expect(incidentPolicy.read(marks.toReversed(), END).states).toEqual(states)
    }
  })

  const share = (part: number) => Math.round((1000 * part) / incidents.length) / 10
})

function cyclesByMetric(states: readonly SlaState[]): ReadonlyMap<string, readonly SlaState[]> {
  const cycles = new Map<string, SlaState[]>()
  for (const state of states.filter(hasBegun)) {
    const known = cycles.get(state.metric)
    if (known === undefined) cycles.set(state.metric, [state])
    else known.push(state)
  }
  return cycles
}

/** Whether the segments and pauses of a cycle follow each other from its start to its end. */
function isTiled({ startedAt, fulfilledAt, cancelledAt, segments, pauses }: SlaState): boolean {
  const stretches = [...segments, ...pauses].toSorted((a, b) => a.from - b.from)
  let at = startedAt
  for (const { from, to } of stretches) {
    if (from !== at) return false
    at = to
  }
  return at === (fulfilledAt ?? cancelledAt)
}
