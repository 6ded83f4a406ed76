import {
  DAY_MILLIS,
  difference,
  type Instant,
  type InstantLike,
  type Interval,
  intervalSet,
  intervalsOf,
  MAX_INSTANT,
  toInstant,
} from '@holdfast/kernel'
import type { Change } from './changes.ts'
import { dutiesIn, type Moment, momentsOf, type TimedDuty } from './final-schedule.ts'
import type { Layer } from './layer.ts'
import type { Duty, Shift } from './shift.ts'
import { timeOf } from './span.ts'

/** Who comes on duty next. */
export interface NextDuty {
  /** When who is on duty changes next. */
  readonly at: Instant
  /** Who is on duty from then on. */
  readonly duties: readonly Duty[]
}

/** Several on duty at once, where one would do. */
export interface Overlap extends Interval {
  readonly people: readonly string[]
}

/** Who is on duty when. Every answer is a function of the document and the time asked about. */
export interface Schedule {
  /** What it is made of; explanations look into it. */
  readonly model: ScheduleModel
  readonly id: string
  readonly version: string | number
  readonly timeZone: string
  readonly role: string | null
  readonly site: string | null
  /** Who is on duty at an instant, shadows included; it belongs to who comes. In order of seats. */
  onCallAt(at: InstantLike): readonly Duty[]
  /** The next change of who is on duty; `null` when there is none within ten years. */
  next(at: InstantLike): NextDuty | null
  /** The final schedule in `[from, to)`, cut off at both ends; in order of their start, then of their seats. */
  shifts(from: InstantLike, to: InstantLike): readonly Shift[]
  /** When nobody is on duty; shadows do not count. */
  gaps(from: InstantLike, to: InstantLike): readonly Interval[]
  /** When several people are on duty; shadows do not count. */
  overlaps(from: InstantLike, to: InstantLike): readonly Overlap[]
}

/** What a schedule is made of; for explanations. */
export interface ScheduleModel {
  readonly id: string
  readonly version: string | number
  readonly timeZone: string
  readonly role: string | null
  readonly site: string | null
  readonly layers: readonly Layer[]
  readonly changes: readonly Change[]
}

/** What was worked out for `onCallAt` is kept by stretches of so much time. */
const STRETCH = 28 * DAY_MILLIS
/** Stretches kept before all are given up. */
const KEPT = 128
/** How far `next` looks: ten years. */
const HORIZON = 3653 * DAY_MILLIS

export function scheduleOf(model: ScheduleModel): Schedule {
  const { id, version, timeZone, role, site, layers, changes } = model
  const stretches = new Map<number, readonly Moment[]>()

  const momentsIn = (from: Instant, to: Instant) => momentsOf(layers, changes, from, to)
  const stretchOf = (at: Instant): readonly Moment[] => {
    const nth = Math.floor(at / STRETCH)
    const known = stretches.get(nth)
    if (known !== undefined) return known
    const moments = [...momentsIn(nth * STRETCH, (nth + 1) * STRETCH)]
    if (stretches.size >= KEPT) stretches.clear()
    stretches.set(nth, moments)
    return moments
  }
  const dutiesAt = (at: Instant): readonly Duty[] =>
    momentAt(stretchOf(at), at)?.standing.duties ?? NOBODY

  const duties = ({ from, to }: Interval): readonly TimedDuty[] => dutiesIn(momentsIn(from, to))
  const responsible = (span: Interval) => duties(span).filter(({ duty }) => !duty.isShadow)

  return Object.freeze<Schedule>({
    model,
    id,
    version,
    timeZone,
    role,
    site,
    onCallAt: (at) => dutiesAt(toInstant(at)),
    next(like) {
      const at = toInstant(like)
      const present = namesOf(dutiesAt(at))
      for (let start = at; start < Math.min(at + HORIZON, MAX_INSTANT); ) {
        for (const { from, standing } of stretchOf(start)) {
          if (from > at && namesOf(standing.duties) !== present) {
            return { at: from, duties: standing.duties }
          }
        }
        start = (Math.floor(start / STRETCH) + 1) * STRETCH
      }
      return null
    },
    shifts: (from, to) => duties(timeOf({ from, to })).map((timed) => shiftOf(timed, model)),
    gaps(from, to) {
      const span = timeOf({ from, to })
      return intervalsOf(difference(intervalSet([span]), intervalSet(responsible(span))))
    },
    overlaps(from, to) {
      const found: { from: Instant; to: Instant; people: readonly string[] }[] = []
      const span = timeOf({ from, to })
      for (const moment of momentsIn(span.from, span.to)) {
        const people = peopleIn(moment.standing.duties)
        if (people.length < 2) continue
        const last = found.at(-1)
        const goesOn = last?.to === moment.from && last.people.join() === people.join()
        if (goesOn) last.to = moment.to
        else found.push({ from: moment.from, to: moment.to, people })
      }
      return found
    },
  })
}

const NOBODY: readonly Duty[] = Object.freeze([])

function momentAt(moments: readonly Moment[], at: Instant): Moment | undefined {
  let [low, high] = [0, moments.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((moments[middle] as Moment).to <= at) low = middle + 1
    else high = middle
  }
  const found = moments[low]
  return found !== undefined && found.from <= at ? found : undefined
}

/** Field by field: a spread costs more than everything else about a shift. */
function shiftOf({ from, to, duty }: TimedDuty, { id, role, site }: ScheduleModel): Shift {
  const { person, seat, layer, turn, roster, changes, source, team, isShadow } = duty
  return {
    schedule: id,
    role,
    site,
    from,
    to,
    person,
    seat,
    layer,
    turn,
    roster,
    changes,
    source,
    team,
    isShadow,
  }
}

function peopleIn(duties: readonly Duty[]): readonly string[] {
  const people = new Set(duties.filter(({ isShadow }) => !isShadow).map(({ person }) => person))
  return [...people].toSorted()
}

function namesOf(duties: readonly Duty[]): string {
  return duties
    .map(({ person, isShadow }) => `${person} ${isShadow}`)
    .sort()
    .join()
}
