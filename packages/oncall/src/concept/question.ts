import type { Calendar } from '@holdfast/calendar'
import type { Directory, DocumentSource, InstantLike } from '@holdfast/kernel'
import type { ScheduleDocument } from '../document.ts'
import type { DutySpan } from '../fairness/duty-span.ts'
import type { TimeKindRules } from '../fairness/time-kinds.ts'
import type { RestRules } from '../rest/document.ts'
import type { RestQuestion } from '../rest/violation.ts'
import type { PersonnelNeed } from '../staffing/personnel-question.ts'

/** What an on-call concept is made of. What is left out has no chapter. */
export interface ConceptQuestion
  extends TimeKindRules,
    Pick<RestQuestion, 'worked' | 'absences' | 'incidents'> {
  /** The schedules, as `createSchedule` takes them. */
  readonly schedules: readonly (ScheduleDocument | DocumentSource)[]
  /** The period that is told: its coverage, shifts and rest. */
  readonly from: InstantLike
  readonly to: InstantLike
  /** IANA zone that instants are shown in. */
  readonly timeZone: string
  /** BCP 47 tag for dates and times; `en-GB` when left out. The sentences are English. */
  readonly locale?: string | undefined
  /** The heading; `On-call concept` when left out. */
  readonly title?: string | undefined
  /** The roles to prove coverage of; those that the schedules have when left out. */
  readonly roles?: readonly string[] | undefined
  /** Names, teams and zones of people. */
  readonly directory?: Directory | undefined
  /** Zones of people, by person; before the directory's. */
  readonly zones?: Readonly<Record<string, string>> | undefined
  /** The calendars that layers name, by id. */
  readonly calendars?: Readonly<Record<string, Calendar>> | undefined
  /** Public holidays, by person or zone. */
  readonly holidays?: Readonly<Record<string, Calendar>> | undefined
  readonly rest?: readonly RestRules[] | undefined
  readonly need?: PersonnelNeed | undefined
  /** Shifts that are planned, such as `assignments` of `planRoster`. */
  readonly plan?: readonly DutySpan[] | undefined
}
