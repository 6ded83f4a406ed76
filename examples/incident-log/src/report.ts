import { calendarPhrases } from '@holdfast/calendar'
import type { Instant } from '@holdfast/kernel'
import { renderInstant, renderReason } from '@holdfast/kernel/text'
import { incidentPhrases, reasonOf } from './explain.ts'
import {
  byHandOvers,
  byPingPong,
  byPriority,
  MANY_HAND_OVERS,
  type Tally,
  tally,
  worst,
} from './figures.ts'
import { countProblems, isLeftOut, type Problem } from './problem.ts'
import type { Promises } from './promise.ts'
import type { Log } from './read-log.ts'
import { table } from './table.ts'
import { overBy, type Verdict } from './verdict.ts'

/** What was read, and what was wrong with it. */
export function readingText(
  log: Log,
  problems: Iterable<Problem>,
  verdicts: readonly Verdict[],
  logEnd: Instant,
  timeZone: string,
): string {
  const counts = countProblems(problems)
  const left = counts.filter(isLeftOut).reduce((sum, { count }) => sum + count, 0)
  const opened = verdicts[0]?.incident.opened ?? logEnd
  const [from, to] = [opened, logEnd].map((at) => renderInstant(at, { timeZone }))
  const lines = [
    `Read ${counted(log.rows, 'row')} about ${counted(verdicts.length, 'incident')}, from ${from} to ${to}.`,
    `The times of the log are taken as UTC and shown in ${timeZone}.`,
    left === 0 ? 'No row had to be left out.' : `${counted(left, 'row')} had to be left out.`,
  ]
  if (log.lost > 0)
    lines.push(`${counted(log.lost, 'incident')} cannot be told of, because no usable row is left.`)
  if (counts.length === 0) return lines.join('\n')
  const rows = counts.map(({ count, what, treatment, first }) => [
    number(count),
    what,
    treatment,
    `line ${first.line}: ${first.found}`,
  ])
  const columns = [
    { title: 'Rows', isNumber: true },
    { title: 'Odd' },
    { title: 'Treated' },
    { title: 'First' },
  ]
  return [...lines, '', table(columns, rows)].join('\n')
}

const FATES = [
  { title: 'Incidents', isNumber: true },
  { title: 'Met', isNumber: true },
  { title: 'Missed', isNumber: true },
  { title: 'Open', isNumber: true },
  { title: 'Unknown', isNumber: true },
  { title: 'Met of decided', isNumber: true },
]

/** How the promises fared, by priority. */
export function promisesText(verdicts: readonly Verdict[], promises: Promises): string {
  const all = tally(verdicts)
  const line = (name: string, within: string, one: Tally) => [
    name,
    within,
    ...fates(one),
    hours(one.medianUsed),
  ]
  const rows = byPriority(verdicts).map(([priority, one]) =>
    line(priority, hours(promises.within[priority]), one),
  )
  const columns = [
    { title: 'Priority' },
    { title: 'Within', isNumber: true },
    ...FATES,
    { title: 'Median used', isNumber: true },
  ]
  const resolved = verdicts.filter(({ incident }) => incident.resolved !== undefined).length
  const { unpromised } = all.outcomes
  return [
    heading(`Promises: ${promises.id}, in open hours of ${promises.calendar.id}`),
    table(columns, [...rows, line('All', '', all)]),
    'Used is open time up to the resolution. Missed includes what is unresolved and late when the log ends;',
    'open is unresolved and not late yet; unknown was closed, and the log does not say when it was resolved.',
    ...(unpromised > 0
      ? [`Without a known priority, and so without a promise: ${counted(unpromised, 'incident')}.`]
      : []),
    `From opening to resolution, nights and weekends included: median ${hours(all.medianElapsed)} over the ${number(resolved)} incidents with a time of resolution.`,
  ].join('\n')
}

/** Hand-overs between groups, and what became of the incidents. */
export function handOversText(verdicts: readonly Verdict[]): string {
  const line = (name: string, one: Tally) => [
    name,
    number(one.incidents),
    percent(verdicts.length === 0 ? undefined : one.incidents / verdicts.length),
    hours(one.medianElapsed),
    percent(one.shareMet),
  ]
  const rows = byHandOvers(verdicts).map((one, count) =>
    line(count === MANY_HAND_OVERS ? `${count} or more` : `${count}`, one),
  )
  const { back, straight } = byPingPong(verdicts)
  const columns = [
    { title: 'Hand-overs' },
    { title: 'Incidents', isNumber: true },
    { title: 'Share', isNumber: true },
    { title: 'Median to resolve', isNumber: true },
    { title: 'Met of decided', isNumber: true },
  ]
  return [
    heading('Hand-overs: how often another group took an incident over'),
    table(columns, [...rows, line('Came back', back), line('Never back', straight)]),
    'The median counts nights and weekends. "Came back": to a group that had it before.',
    'What goes along with many hand-overs is not thereby caused by them.',
  ].join('\n')
}

const WORST = 10

/** The incidents furthest over their promise. */
export function worstText(
  verdicts: readonly Verdict[],
  { calendar: { timeZone } }: Promises,
): string {
  const rows = worst(verdicts, WORST).map((verdict) => {
    const { incident, promised } = verdict
    const time = (at: Instant | undefined) =>
      at === undefined ? 'not yet' : renderInstant(at, { timeZone })
    return [
      incident.number,
      promised?.priority ?? '',
      time(incident.opened),
      time(promised?.due),
      time(incident.resolved),
      hours(overBy(verdict)),
    ]
  })
  if (rows.length === 0) return [heading('The worst'), 'No promise was missed.'].join('\n')
  const columns = [
    ...['Number', 'Priority', 'Opened', 'Due', 'Resolved'].map((title) => ({ title })),
    { title: 'Over by', isNumber: true },
  ]
  return [heading('The worst, by open hours over the promise'), table(columns, rows)].join('\n')
}

/** Why one incident was due when it was. */
export function whyText(verdict: Verdict, promises: Promises): string {
  const { timeZone } = promises.calendar
  const phrases = [calendarPhrases, incidentPhrases]
  return [
    heading(`Why ${verdict.incident.number} was due when it was`),
    renderReason(reasonOf(verdict, promises), { timeZone, phrases }),
  ].join('\n')
}

function fates({ incidents, outcomes: { met, missed, open, unknown }, shareMet }: Tally): string[] {
  return [...[incidents, met, missed, open, unknown].map(number), percent(shareMet)]
}

function heading(text: string): string {
  return `\n${text}\n`
}

function counted(count: number, noun: string): string {
  return `${number(count)} ${noun}${count === 1 ? '' : 's'}`
}

function number(count: number): string {
  return count.toLocaleString('en-US')
}

function percent(share: number | undefined): string {
  return share === undefined ? '-' : `${(share * 100).toFixed(1)} %`
}

function hours(millis: number | undefined): string {
  if (millis === undefined) return '-'
  const [minimumFractionDigits, maximumFractionDigits] = [1, 1]
  const digits = { minimumFractionDigits, maximumFractionDigits }
  return `${(millis / 3_600_000).toLocaleString('en-US', digits)} h`
}
