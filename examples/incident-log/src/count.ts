import type { LoggedCase, LogReport } from '@holdfast/event-log'
import {
  type CaseLife,
  type CaseLifeGroup,
  type CaseLifeTally,
  caseLifeTally,
  decomposeCaseLife,
  type InterventionReport,
} from '@holdfast/insight'
import type { Instant, Mark } from '@holdfast/kernel'
import { type CaseGroup, casesBy, groupsOf, isRecorded } from './case-groups.ts'
import { followUpCount } from './count-follow-ups.ts'
import { type PromiseCount, promiseCount } from './count-promises.ts'
import type { Documents } from './documents.ts'

/** One case of which the whole history is kept. */
export interface KeptCase {
  readonly id: string
  readonly life: CaseLife
  readonly marks: readonly Mark[]
}

/** Everything that was counted of a log. */
export interface Counted {
  readonly report: LogReport
  /** The first opening, and the last mark. */
  readonly from: Instant
  readonly to: Instant
  readonly all: CaseLifeGroup
  /** Those that ended when the log says that they were resolved; `null` when it never does. */
  readonly recorded: CaseLifeGroup | null
  readonly byHandOvers: readonly CaseGroup[]
  /** Who says how often a case was handed over: the log, or the changes of its holder. */
  readonly handOversBy: 'reassignments' | 'handOvers'
  readonly byPingPong: readonly CaseGroup[]
  readonly trend: { readonly each: 'week' | 'month'; readonly groups: readonly CaseLifeGroup[] }
  readonly promises: PromiseCount
  /** Cases followed up soon after their end; `null` where the log does not say what follows up on what. */
  readonly followedUp: number | null
  readonly interventions: readonly InterventionReport[]
  /** The one that was asked for, else the longest that has ended; none in an empty log. */
  readonly told: KeptCase | undefined
  /** The names of all cases, when one was asked for and is not there. */
  readonly others: readonly string[]
}

/** Beyond so many different values, what is shown beside the main figures is within 0.1 %; it keeps memory small. */
const FEW_VALUES = 2048

/** Up to this span the trend is by week. */
const SHORT = 26 * 7 * 86_400_000

/**
 * Counts the cases of a log as they come. Of cases that have ended nothing is kept but figures, except of the longest;
 * those still open are judged when it is known when the log ends.
 */
export async function countLog(
  log: AsyncIterable<LoggedCase> & { report(): LogReport },
  { mapping, calendar, policy, plan }: Documents,
  asked: string | undefined,
): Promise<Counted> {
  const handOversBy =
    mapping.document.counts?.reassignments === undefined ? 'handOvers' : 'reassignments'
  // What the log records as resolved and what was only seen to be so are not measured alike.
  const apart =
    mapping.document.stamps?.resolved === undefined ? ([] as const) : (['ending'] as const)
  const { timeZone } = calendar
  const tallies = {
    all: caseLifeTally(),
    byEnding: caseLifeTally({ by: 'ending' }),
    byHandOvers: caseLifeTally({ by: [handOversBy, ...apart] }),
    byPingPong: caseLifeTally({ by: ['pingPong', ...apart] }),
    byMonth: caseLifeTally({
      by: 'period',
      period: { each: 'month', timeZone },
      exactUpTo: FEW_VALUES,
    }),
  }
  let byWeek: CaseLifeTally | undefined = caseLifeTally({
    by: 'period',
    period: { each: 'week', timeZone },
    exactUpTo: FEW_VALUES,
  })
  const promises = promiseCount(policy)
  const interventions = plan.interventions({ by: 'priority', exactUpTo: FEW_VALUES })
  const followUps = followUpCount(mapping)
  const open: LoggedCase[] = []
  const others: string[] = []
  let told: KeptCase | undefined
  let [from, to] = [Number.POSITIVE_INFINITY, 0]

  const take = ({ id, marks }: LoggedCase, life: CaseLife, at: Instant) => {
    for (const tally of Object.values(tallies)) tally.add(life)
    byWeek?.add(life)
    interventions.add(life)
    followUps?.add(life)
    promises.add(marks, at, handOversOf(life, handOversBy))
    if (asked === undefined ? isLonger(life, told) : id === asked) told = { id, life, marks }
  }
  for await (const one of log) {
    const life = decomposeCaseLife(one.marks, { calendar })
    const last = (one.marks.at(-1) as Mark).at
    from = Math.min(from, life.openedAt)
    to = Math.max(to, last)
    if (to - from > SHORT) byWeek = undefined
    if (asked !== undefined && told === undefined) others.push(one.id)
    if (life.ending === null) open.push(one)
    else take(one, life, last)
  }
  for (const one of open) take(one, decomposeCaseLife(one.marks, { calendar, at: to }), to)

  const compared = interventions.report(to > 0 ? { from, to } : {})
  return {
    report: log.report(),
    from,
    to,
    all: groupsOf(tallies.all)[0] as CaseLifeGroup,
    recorded: groupsOf(tallies.byEnding).find(isRecorded) ?? null,
    byHandOvers: casesBy(handOversBy, groupsOf(tallies.byHandOvers)),
    handOversBy,
    byPingPong: casesBy('pingPong', groupsOf(tallies.byPingPong)),
    trend:
      byWeek === undefined
        ? { each: 'month', groups: groupsOf(tallies.byMonth) }
        : { each: 'week', groups: groupsOf(byWeek) },
    promises,
    followedUp: followUps?.cases() ?? null,
    interventions: compared.ok ? compared.interventions : [],
    told,
    others,
  }
}

/** As insight groups by them. */
function handOversOf({ facts, handOvers }: CaseLife, by: Counted['handOversBy']): string {
  const count = by === 'handOvers' ? handOvers.length : facts['reassignments']
  if (typeof count !== 'number') return 'null'
  return count < 4 ? String(count) : '4 or more'
}

/** **Ties**: the one that comes first in the log. */
function isLonger({ elapsed, ending }: CaseLife, told: KeptCase | undefined): boolean {
  return ending !== null && (told === undefined || elapsed > told.life.elapsed)
}
