import {
  type Interval,
  MAX_INSTANT,
  MIN_INSTANT,
  type PartyRef,
  readDocument,
} from '@holdfast/kernel'
import { type Say, speaker } from '@holdfast/kernel/text'
import { createSchedule } from '../create-schedule.ts'
import { type ReadSchedule, scheduleSchema } from '../document.ts'
import { own } from '../fairness/homes.ts'
import type { Schedule } from '../schedule.ts'
import type { Shift } from '../shift.ts'
import { timeOf } from '../span.ts'
import type { ConceptQuestion } from './question.ts'

/** What the chapters of a concept are made of. */
export interface Material {
  readonly question: ConceptQuestion
  readonly span: Interval
  readonly say: Say
  readonly plans: readonly { readonly document: ReadSchedule; readonly schedule: Schedule }[]
  /** The roles to prove coverage of; `null` is for schedules without one. */
  readonly roles: readonly (string | null)[]
  /** All shifts of the period, and of five weeks around it, for rest does not end with it. */
  readonly around: readonly Shift[]
  /** How somebody is called. */
  nameOf(person: string): string
}

const MARGIN = 35 * 86_400_000

/** Throws a `DocumentError` for a schedule that cannot be used, and what `timeOf` and `speaker` throw. */
export function materialOf(question: ConceptQuestion): Material {
  const { directory, calendars, timeZone, locale } = question
  const span = timeOf(question)
  const plans = question.schedules.map((source) => ({
    schedule: createSchedule(source, { directory, calendars }),
    document: readDocument(scheduleSchema, source).value as ReadSchedule,
  }))
  const found = [...new Set(plans.map(({ schedule }) => schedule.role))]
  const people = directory?.people ?? {}
  const ends = [
    Math.max(MIN_INSTANT, span.from - MARGIN),
    Math.min(MAX_INSTANT, span.to + MARGIN),
  ] as const
  return {
    question,
    span,
    say: speaker({ timeZone, ...(locale !== undefined && { locale }) }),
    plans,
    roles: question.roles ?? found.sort((a, b) => (String(a) < String(b) ? -1 : 1)),
    around: plans.flatMap(({ schedule }) => schedule.shifts(...ends)),
    nameOf: (person) => own(people, person.slice(person.indexOf(':') + 1))?.name ?? bare(person),
  }
}

function bare(person: string): string {
  return person.startsWith('person:') ? person.slice('person:'.length) : person
}

/** The shifts of the period itself. */
export function shiftsWithin({ around, span }: Material): readonly Shift[] {
  return around.filter(({ from, to }) => from < span.to && to > span.from)
}

/** Everybody who answers in the period, by person. */
export function peopleOf(shifts: readonly Shift[]): readonly PartyRef[] {
  return [...new Set(shifts.filter((one) => !one.isShadow).map(({ person }) => person))].sort()
}
