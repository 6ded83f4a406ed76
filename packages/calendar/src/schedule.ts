import {
  DAY_MILLIS,
  difference,
  type EpochDay,
  type Instant,
  type IntervalSet,
  intervalSet,
  localDayAt,
  setBuilder,
  toEpochDay,
  toLocalDate,
  WEEKDAYS,
  weekdayIndex,
  type Zone,
  zoneOf,
} from '@holdfast/kernel'
import type { CalendarDocument } from './document.ts'
import { type Holiday, holidayFinder } from './holidays.ts'
import { timeOfWindow, type Window, windowsOf } from './windows.ts'

/** What holds on a date: its override, or else its holiday, or else the hours of its weekday. */
export interface DayPlan {
  readonly because: 'override' | 'holiday' | 'hours'
  readonly windows: readonly Window[]
  readonly pointer: string
}

/** A calendar document made ready for questions about dates. */
export interface Schedule {
  readonly zone: Zone
  planOf(day: EpochDay): DayPlan
  /** The weekly hours that a holiday or an override of a date takes, if it has one. */
  replaceableOn(day: EpochDay): readonly Window[]
  holidayOn(day: EpochDay): Holiday | undefined
  breaksOn(day: EpochDay): readonly Window[]
  /** All breaks of the document. */
  breaks(): IntervalSet
  /** The parts that hold of the windows that begin on a date, in order: what a holiday or an override takes is cut off. */
  piecesOf(day: EpochDay): readonly Window[]
  /** The open time inside `[from, to)`. */
  openTime(from: Instant, to: Instant): IntervalSet
}

/** Compiles a valid document. */
export function scheduleOf(document: CalendarDocument): Schedule {
  const zone = zoneOf(document.timeZone)
  const holidayOn = holidayFinder(document.holidays ?? [])
  const overrides = datedWindows(document.overrides, '/overrides')
  const breakWindows = datedWindows(document.breaks, '/breaks')
  const byStartDate = document.belongsTo === 'startDate'
  const weekly = WEEKDAYS.map(
    (weekday): DayPlan => ({
      because: 'hours',
      windows: windowsOf(document.hours[weekday], `/hours/${weekday}`),
      pointer: `/hours/${weekday}`,
    }),
  )
  let allBreaks: IntervalSet | undefined

  function planOf(day: EpochDay): DayPlan {
    const override = overrides.get(day)
    if (override !== undefined) {
      const pointer = `/overrides/${toLocalDate(day)}`
      return { because: 'override', windows: override, pointer }
    }
    const holiday = holidayOn(day)
    if (holiday === undefined) return weekly[weekdayIndex(day)] as DayPlan
    return { because: 'holiday', windows: [], pointer: holiday.pointer }
  }

  function weeklyOn(day: EpochDay): readonly Window[] {
    return (weekly[weekdayIndex(day)] as DayPlan).windows
  }

  function replaceableOn(day: EpochDay): readonly Window[] {
    if (planOf(day).because === 'hours') return []
    if (byStartDate) return weeklyOn(day)
    const night = weeklyOn(day - 1).map((window) => ({
      ...window,
      start: Math.max(window.start - DAY_MILLIS, 0),
      end: Math.max(window.end - DAY_MILLIS, 0),
    }))
    return [...night, ...weeklyOn(day).map(untilMidnight)]
  }

  function piecesOf(day: EpochDay): readonly Window[] {
    const { because, windows } = planOf(day)
    const hours = weeklyOn(day)
    const last = hours[hours.length - 1]
    const runsOver = last !== undefined && last.end > DAY_MILLIS
    if (byStartDate || !runsOver) return windows
    // Weekly hours count on each local date whose plan they are, whatever the date on which the shift began.
    const today = because === 'hours'
    const tomorrow = planOf(day + 1).because === 'hours'
    if (today && tomorrow) return windows
    const cut = today ? hours.map(untilMidnight) : windows
    return tomorrow ? [...cut, { ...last, start: DAY_MILLIS }] : cut
  }

  function breaks(): IntervalSet {
    allBreaks ??= intervalSet(
      [...breakWindows].flatMap(([day, windows]) =>
        windows.map((window) => timeOfWindow(zone, day, window)),
      ),
    )
    return allBreaks
  }

  return {
    zone,
    planOf,
    replaceableOn,
    holidayOn,
    breaksOn: (day) => breakWindows.get(day) ?? [],
    breaks,
    piecesOf,
    openTime(from, to) {
      const open = setBuilder()
      const lastDay = localDayAt(zone, to)
      // The day before may run past midnight into the span.
      for (let day = localDayAt(zone, from) - 1; day <= lastDay; day++) {
        for (const window of piecesOf(day)) {
          const time = timeOfWindow(zone, day, window)
          open.add(Math.max(time.from, from), Math.min(time.to, to))
        }
      }
      return breakWindows.size === 0 ? open.build() : difference(open.build(), breaks())
    },
  }
}

function untilMidnight(window: Window): Window {
  return { ...window, end: Math.min(window.end, DAY_MILLIS) }
}

function datedWindows(
  dates: CalendarDocument['overrides'],
  pointer: string,
): ReadonlyMap<EpochDay, readonly Window[]> {
  return new Map(
    Object.entries(dates ?? {}).map(([date, list]) => [
      toEpochDay(date),
      windowsOf(list, `${pointer}/${date}`),
    ]),
  )
}
