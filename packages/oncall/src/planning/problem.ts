import {
  assertUsable,
  type DocumentSource,
  type Instant,
  type Interval,
  MAX_INSTANT,
  type PartyRef,
  parseInstant,
  parseLocalTime,
  toMillis,
  type Zone,
  zoneOf,
} from '@holdfast/kernel'
import { readRosterProblem } from './check-problem.ts'
import type { RosterProblemDocument, RosterProblemReading } from './document.ts'
import { compareText } from './order.ts'

/** What somebody has: a skill or a language. */
export interface Ability {
  readonly kind: 'skill' | 'language'
  readonly name: string
}

export interface Need extends Ability {
  readonly count: number
}

export interface Slot extends Interval {
  readonly id: string
  readonly role: string
  readonly site: string | null
  readonly seats: number
  readonly asks: readonly Ability[]
  readonly needs: readonly Need[]
}

export interface Wish extends Interval {
  readonly kind: 'off' | 'on'
  readonly weight: number
}

export interface RosterPerson {
  readonly id: PartyRef
  readonly zone: Zone
  readonly site: string | null
  readonly team: string | null
  readonly source: 'own' | 'seconded' | 'responsible-ops'
  readonly has: ReadonlySet<string>
  readonly share: number
  readonly absences: readonly Interval[]
  readonly wishes: readonly Wish[]
  readonly homeHours: DailySpan | null
  readonly history: readonly Interval[]
}

/** Milliseconds since local midnight; where `to` is not after `from`, it is on the next date. */
export interface DailySpan {
  readonly from: number
  readonly to: number
}

export interface Rules {
  readonly rest: number
  readonly maxShifts: readonly { readonly shifts: number; readonly days: number }[]
  readonly weeklyBlock: number
  /** Milliseconds on duty, or `null`. */
  readonly maxDuty: number | null
  readonly presence: readonly (Need & { readonly roles: readonly string[] | null })[]
}

export type Weights = Readonly<Record<keyof typeof WEIGHTS, number>>

/** A problem made ready: instants, defaults filled in, and an order that the input's does not show in. */
export interface Problem {
  readonly slots: readonly Slot[]
  readonly people: readonly RosterPerson[]
  readonly rules: Rules
  readonly weights: Weights
  readonly night: DailySpan & { readonly least: number }
  /** From the first start to the last end. */
  readonly period: Interval
}

const WEIGHTS = { shifts: 20, hours: 0, nights: 30, weekends: 30, roles: 20, wishes: 10, home: 40 }

/** The problem of a document. Throws a `DocumentError` that names everything `checkRosterProblem` finds. */
export function problemOf(given: RosterProblemDocument | DocumentSource): Problem {
  const { value, findings } = readRosterProblem(given)
  assertUsable('roster problem', findings)
  const document = value as RosterProblemReading
  const slots = document.slots.map(slotOf).sort(compareSlots)
  const people = document.people.map(personOf).sort((a, b) => compareText(a.id, b.id))
  const period = {
    from: slots.reduce((least, { from }) => Math.min(least, from), MAX_INSTANT),
    to: slots.reduce((most, { to }) => Math.max(most, to), 0),
  }
  const { from, to, least = 'PT3H' } = document.night ?? { from: '23:00', to: '06:00' }
  return {
    slots,
    people,
    rules: rulesOf(document.rules ?? {}, period),
    weights: { ...WEIGHTS, ...definedOf(document.weights ?? {}) },
    night: { ...dailySpan({ from, to }), least: toMillis(least) },
    period,
  }
}

/** What a person must have for an ability. */
export const keyOf = ({ kind, name }: Ability): string => `${kind}:${name}`

/** The order of slots everywhere: by start, end, role, then id. */
function compareSlots(a: Slot, b: Slot): number {
  return a.from - b.from || a.to - b.to || compareText(a.role, b.role) || compareText(a.id, b.id)
}

function slotOf(slot: RosterProblemReading['slots'][number]): Slot {
  return {
    id: slot.id,
    ...spanOf(slot),
    role: slot.role,
    site: slot.site ?? null,
    seats: slot.seats ?? 1,
    asks: [
      ...(slot.skills ?? []).map((name) => ({ kind: 'skill', name }) as const),
      ...(slot.languages ?? []).map((name) => ({ kind: 'language', name }) as const),
    ],
    needs: (slot.needs ?? []).map(needOf),
  }
}

function personOf(person: RosterProblemReading['people'][number]): RosterPerson {
  const { homeHours } = person
  return {
    id: person.person,
    zone: zoneOf(person.zone),
    site: person.site ?? null,
    team: person.team ?? null,
    source: person.source ?? 'own',
    has: new Set([
      ...(person.skills ?? []).map((name) => keyOf({ kind: 'skill', name })),
      ...(person.languages ?? []).map((name) => keyOf({ kind: 'language', name })),
    ]),
    share: person.share ?? 100,
    absences: (person.absences ?? []).map(spanOf).sort(compareSpans),
    wishes: (person.wishes ?? [])
      .map((wish) => ({ kind: wish.kind, weight: wish.weight ?? 1, ...spanOf(wish) }))
      .sort((a, b) => compareSpans(a, b) || compareText(a.kind, b.kind) || a.weight - b.weight),
    homeHours: homeHours === undefined ? null : dailySpan(homeHours),
    history: (person.history ?? []).map(spanOf).sort(compareSpans),
  }
}

function rulesOf(rules: NonNullable<RosterProblemReading['rules']>, period: Interval): Rules {
  const { rest = 0, weeklyBlock = 0, maxShifts = [], maxShare, presence = [] } = rules
  const length = period.to - period.from
  return {
    rest: toMillis(rest),
    maxShifts: maxShifts.map(({ shifts, days }) => ({ shifts, days })),
    weeklyBlock: toMillis(weeklyBlock),
    maxDuty: maxShare === undefined ? null : Math.floor((length * maxShare) / 100),
    presence: presence.map((one) => ({ ...needOf(one), roles: one.roles ?? null })),
  }
}

function needOf(need: {
  skill?: string | undefined
  language?: string | undefined
  count?: number | undefined
}): Need {
  const kind = need.skill === undefined ? 'language' : 'skill'
  return { kind, name: (need.skill ?? need.language) as string, count: need.count ?? 1 }
}

const compareSpans = (a: Interval, b: Interval) => a.from - b.from || a.to - b.to

function spanOf({ from, to }: { from: number | string; to: number | string }): Interval {
  return { from: momentOf(from), to: momentOf(to) }
}

/** The instant of a moment in a document whose shape is right. */
export function momentOf(moment: number | string): Instant {
  return typeof moment === 'number' ? moment : (parseInstant(moment) as Instant)
}

function dailySpan({ from, to }: { from: string; to: string }): DailySpan {
  return { from: parseLocalTime(from) as number, to: parseLocalTime(to) as number }
}

function definedOf(given: Record<string, number | undefined>): Record<string, number> {
  const entries = Object.entries(given).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as Record<string, number>
}
