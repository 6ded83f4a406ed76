import { type Instant, type Interval, zoneOf } from '@holdfast/kernel'
import {
  type Coverage,
  coverage,
  type Fairness,
  fairness,
  type Schedule,
  type Shift,
} from '@holdfast/oncall'
import type { Documents } from './documents.ts'
import { naming, type People } from './people.ts'
import type { Question } from './question.ts'

/** Everything the report tells, worked out once: what is printed and what is drawn come from here. */
export interface Picture {
  readonly variant: string
  readonly span: Interval
  readonly at: Instant
  readonly people: People
  readonly roles: readonly RolePicture[]
  readonly sites: readonly SitePicture[]
}

/** Who answers for one thing. */
export interface RolePicture {
  readonly role: string
  readonly schedules: readonly SchedulePicture[]
  readonly coverage: Coverage
  /** The same, with the hand-offs of every site by the clock of UTC. */
  readonly inUtc: Coverage
}

export interface SchedulePicture {
  readonly schedule: Schedule
  readonly site: string
  /** Those who answer, in order. */
  readonly shifts: readonly Shift[]
}

/** Where people share the hours of one place; nobody elsewhere can take them. */
export interface SitePicture {
  readonly site: string
  readonly timeZone: string
  readonly fairness: Fairness
}

export function pictureOf(documents: Documents, { span, at }: Question): Picture {
  const { variant, schedules, directory } = documents
  const all = schedules.map((schedule): SchedulePicture => {
    const shifts = schedule.shifts(span.from, span.to).filter(({ isShadow }) => !isShadow)
    return { schedule, site: siteOf(schedule), shifts }
  })
  const eastFirst = inOrderOfTheDay(all, span.from)
  const roles = [...new Set(schedules.map(({ role }) => role ?? 'duty'))].sort()
  const sites = [...new Set(eastFirst.map(({ site }) => site))]
  return {
    variant,
    span,
    at,
    people: naming(directory, sites),
    roles: roles.map((role) => {
      const its = eastFirst.filter(({ schedule }) => (schedule.role ?? 'duty') === role)
      const asked = its.map(({ schedule }) => schedule)
      const zones = Object.fromEntries(asked.map(({ id }) => [id, 'UTC']))
      return {
        role,
        schedules: its,
        coverage: coverage(asked, span),
        inUtc: coverage(asked, { ...span, zones }),
      }
    }),
    sites: sites.map((site) =>
      sitePicture(
        site,
        eastFirst.filter((one) => one.site === site),
        documents,
        span,
      ),
    ),
  }
}

function siteOf({ site, id }: Schedule): string {
  return site ?? id
}

/** As the sun comes: the site whose clock is furthest ahead first. **Ties**: by name. */
function inOrderOfTheDay(all: readonly SchedulePicture[], at: Instant): readonly SchedulePicture[] {
  const ahead = ({ schedule: { timeZone } }: SchedulePicture) => zoneOf(timeZone).offsetAt(at)
  return all.toSorted((a, b) => ahead(b) - ahead(a) || (a.schedule.id < b.schedule.id ? -1 : 1))
}

function sitePicture(
  site: string,
  schedules: readonly SchedulePicture[],
  { directory, holidays }: Documents,
  span: Interval,
): SitePicture {
  const absences = schedules.flatMap(({ schedule: { model } }) =>
    model.changes.flatMap((change) => (change.kind === 'absence' ? [change] : [])),
  )
  const shifts = schedules.flatMap((one) => one.shifts)
  return {
    site,
    timeZone: (schedules[0] as SchedulePicture).schedule.timeZone,
    fairness: fairness(shifts, { ...span, directory, calendars: holidays, absences }),
  }
}
