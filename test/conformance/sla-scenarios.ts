import { type CalendarDocument, createCalendar } from '@holdfast/calendar'
import { formatInstant, type Instant, type Mark, toInstant } from '@holdfast/kernel'
import { createSlaPolicy, type SlaPolicy, type SlaState } from '@holdfast/sla'
import { marksOf, type Told } from './sla-marks.ts'
import { metricOf, policyDocument, type Targets } from './sla-policy.ts'
import data from './sla-scenarios.json' with { type: 'json' }

type Answer = string | number | null

export interface Scenario extends Told {
  readonly id: string
  readonly source: { readonly spec: string }
  readonly calendar: string
  readonly targets?: Targets
  readonly query?: { readonly op: string; readonly from: string; readonly to: string } | null
  readonly expect: Readonly<Record<string, Answer>>
  /** Where the source cuts the edges of pauses to whole minutes. */
  readonly toleranceSeconds?: number
}

type NeutralCalendar = Pick<CalendarDocument, 'timeZone' | 'hours' | 'holidays'>

const file = data as unknown as {
  calendars: Record<string, NeutralCalendar>
  scenarios: Scenario[]
}

export const { calendars, scenarios } = file

/** What the library answers to what a scenario expects; within its tolerance, the expected value itself. */
export function answers(scenario: Scenario): Record<string, Answer> {
  const { calendar: id, targets = {}, toleranceSeconds = 0 } = scenario
  const calendar = createCalendar({ id, version: 1, ...(calendars[id] as NeutralCalendar) })
  const policy = createSlaPolicy(policyDocument(id, targets), { calendars: { [id]: calendar } })
  const marks = marksOf(scenario)
  const { states } = policy.read(marks, (marks.at(-1) as Mark).at)
  const asked = { scenario, policy, marks, targets, states }
  const told = Object.entries(scenario.expect).map(([name, expected]) => {
    const found = answer(name, asked)
    const isNear = found.some((one) => isWithin(one, expected, toleranceSeconds * 1000))
    return [name, isNear ? expected : shown(found[0] as Found)]
  })
  return Object.fromEntries(told)
}

interface Asked {
  readonly scenario: Scenario
  readonly policy: SlaPolicy
  readonly marks: readonly Mark[]
  readonly targets: Targets
  readonly states: readonly SlaState[]
}

/** An answer before it is rounded: an instant, an amount of business time, or none. */
type Found = { readonly at: Instant } | { readonly millis: number } | null

/**
 * The answer to a question by name; of a deadline that falls on the closing time both instants that no open time lies
 * between: the close, and the next opening.
 */
function answer(name: string, asked: Asked): readonly Found[] {
  const [, clock, what] = /^(next|firstResponse|update|solution)([A-Z]\w+)$/.exec(name) ?? []
  if (name === 'minutes') return [workedBetween(asked)]
  if (clock === 'next' && what === 'DueAt') return dueOf(nextDue(asked.states))
  const cycles = asked.states.filter(({ metric }) => metric === metricOf(clock as string))
  switch (what) {
    case 'DueAt':
      return dueOf(nextDue(cycles))
    case 'Minutes':
      return [longest(cycles)]
    case 'Margin': {
      const used = longest(cycles)
      const target = asked.targets[clock as keyof Targets] ?? 0
      return [used && { millis: (target - wholeMinutes(used.millis)) * MINUTE }]
    }
    default:
      throw new Error(`no such question: ${name}`)
  }
}

/** The running clock that is due first. */
function nextDue(states: readonly SlaState[]): SlaState | undefined {
  return states
    .filter(({ life, metric }) => life === 'running' && metric !== metricOf('worked'))
    .toSorted((a, b) => (a.dueAt as Instant) - (b.dueAt as Instant))[0]
}

function dueOf(state: SlaState | undefined): readonly Found[] {
  if (state === undefined) return [null]
  return [{ at: state.dueAt as Instant }, { at: state.latestToMeet as Instant }]
}

/** What the longest of the cycles that were fulfilled used. */
function longest(cycles: readonly SlaState[]): { readonly millis: number } | null {
  const used = cycles.filter(({ life }) => life === 'fulfilled').map((cycle) => cycle.used)
  return used.length === 0 ? null : { millis: Math.max(...used) }
}

/** The counted time of the request between two instants: what is used at the one, less what is used at the other. */
function workedBetween({ scenario, policy, marks }: Asked): Found {
  const { query } = scenario
  if (query?.op !== 'minutes') throw new Error(`no such question: ${query?.op}`)
  const usedAt = (at: string) =>
    policy.read(marks, at).states.find(({ metric }) => metric === metricOf('worked'))?.used ?? 0
  return { millis: usedAt(query.to) - usedAt(query.from) }
}

const MINUTE = 60_000

/** The scenarios cut to whole minutes. */
const wholeMinutes = (millis: number) => Math.floor(millis / MINUTE)

function shown(found: Found): Answer {
  if (found === null) return null
  return 'at' in found ? formatInstant(found.at) : wholeMinutes(found.millis)
}

function isWithin(found: Found, expected: Answer, tolerance: number): boolean {
  if (found === null || expected === null) return found === expected
  if ('at' in found) {
    return typeof expected === 'string' && Math.abs(found.at - toInstant(expected)) <= tolerance
  }
  if (wholeMinutes(found.millis) === expected) return true
  return Math.abs(found.millis - Number(expected) * MINUTE) <= tolerance
}
