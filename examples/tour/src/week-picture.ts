import { type Calendar, explained } from '@holdfast/calendar'
import {
  DAY_MILLIS,
  type Instant,
  type Interval,
  localTimeAt,
  startOfDay,
  toEpochDay,
  toLocalDate,
} from '@holdfast/kernel'
import { speaker } from '@holdfast/kernel/text'
import { caption, escapeXml } from './svg.ts'

export interface WeekPicture {
  readonly title: string
  readonly timeZone: string
  /** The first local date. */
  readonly first: string
  readonly days: number
  readonly rows: readonly {
    readonly label: string
    readonly calendar: Calendar
    readonly color: string
  }[]
  /** Drawn over the last row: the time of a calendar that was counted. */
  readonly promise: { readonly from: Instant; readonly to: Instant; readonly calendar: Calendar }
}

const [LEFT, TOP, HOUR, BAR, GAP] = [140, 64, 26, 12, 22]
const HOUR_MILLIS = 3_600_000

/** A week as SVG: a line of bars for each date, on the wall clock of a zone. */
export function weekPicture({ title, timeZone, first, days, rows, promise }: WeekPicture): string {
  const words = speaker({ timeZone })
  const start = toEpochDay(first)
  const lineHeight = rows.length * BAR + GAP
  const [width, height] = [LEFT + 24 * HOUR + 20, TOP + days * lineHeight + 40]
  const startOf = (day: number) => startOfDay(timeZone, day)
  const x = (day: number, at: Instant) => {
    const local = Math.min(localTimeAt(timeZone, at) - day * DAY_MILLIS, DAY_MILLIS)
    return LEFT + (local / HOUR_MILLIS) * HOUR
  }
  // A bar that ends at midnight ends on this date, not at the start of the next.
  const bar = (day: number, { from, to }: Interval, y: number, tall: number, style: string) => {
    const end = to === startOf(day + 1) ? LEFT + 24 * HOUR : x(day, to)
    return `<rect x="${x(day, from)}" y="${y}" width="${end - x(day, from)}" height="${tall}" ${style}/>`
  }

  const lines = Array.from({ length: days }, (_, index) => {
    const day = start + index
    const y = TOP + index * lineHeight
    const [from, to] = [startOf(day), startOf(day + 1)]
    const bars = rows.flatMap(({ calendar, color }, row) =>
      calendar
        .intervals(from, to)
        .map((open) => bar(day, open, y + row * BAR, BAR - 2, `rx="2" fill="${color}"`)),
    )
    const counted = promise.calendar
      .intervals(
        Math.max(from, Math.min(promise.from, to)),
        Math.max(from, Math.min(promise.to, to)),
      )
      .map((open) => {
        const top = y + (rows.length - 1) * BAR
        return bar(day, open, top, BAR - 2, 'rx="2" fill="none" stroke="#b03a2e" stroke-width="2"')
      })
    const notes = [
      ...new Set(rows.flatMap(({ calendar }) => holidayNames(calendar, from + 12 * HOUR_MILLIS))),
      ...(to - from === DAY_MILLIS ? [] : [`${(to - from) / HOUR_MILLIS} hours long`]),
    ]
    const note = caption(LEFT - 10, y + BAR + 22, notes.join(', '), 'end', '#a05a2c')
    const rule = `<line x1="${LEFT}" x2="${LEFT + 24 * HOUR}" y1="${y - 8}" y2="${y - 8}" stroke="#eee"/>`
    const date = caption(LEFT - 10, y + BAR + 8, words.date(toLocalDate(day)), 'end', '#333')
    return [rule, date, note, ...bars, ...counted].join('\n')
  })
  const hours = Array.from({ length: 9 }, (_, index) => {
    const at = LEFT + index * 3 * HOUR
    const line = `<line x1="${at}" x2="${at}" y1="${TOP - 8}" y2="${height - 40}" stroke="#eee"/>`
    return `${line}\n${caption(at, TOP - 14, `${String(index * 3).padStart(2, '0')}:00`, 'middle', '#777')}`
  })
  const legend = rows.map(({ label, color }, index) => {
    const at = LEFT + index * 150
    const box = `<rect x="${at}" y="${height - 26}" width="12" height="12" rx="2" fill="${color}"/>`
    return `${box}\n${caption(at + 18, height - 16, label, 'start', '#333')}`
  })
  const mark = caption(LEFT + 3 * 150, height - 16, 'framed: counted', 'start', '#b03a2e')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12">`,
    '<rect width="100%" height="100%" fill="white"/>',
    `<text x="20" y="24" font-size="15" fill="#111">${escapeXml(title)}</text>`,
    ...hours,
    ...lines,
    ...legend,
    mark,
    '</svg>',
    '',
  ].join('\n')
}

/** What closes a date, as the calendar's own explanation names it. */
function holidayNames(calendar: Calendar, at: Instant): string[] {
  const { children } = explained(calendar).isHoliday(at).reason
  return children.map(({ params }) => String(params['name'] ?? 'holiday'))
}
