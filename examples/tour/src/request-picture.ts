import type { Calendar } from '@holdfast/calendar'
import type { Instant } from '@holdfast/kernel'
import { speaker } from '@holdfast/kernel/text'
import type { SlaPolicy, SlaState } from '@holdfast/sla'
import { type OpenTimeAxis, openTimeAxis } from './open-time-axis.ts'
import { clock, dateOf, standing, timeZone } from './promise-text.ts'
import { COLORS, type Deadline, deadlineLines, lane } from './request-lanes.ts'
import type { Told } from './slow-exports.ts'
import { box, caption, escapeXml } from './svg.ts'

export interface RequestPicture {
  readonly title: string
  readonly policy: SlaPolicy
  readonly told: readonly Told[]
  readonly now: Instant
  /** The metric whose deadline is followed through its moves. */
  readonly followed: string
  /** Whose open time the axis shows, and from when to when. */
  readonly calendar: Calendar
  readonly from: Instant
  readonly to: Instant
}

const [LEFT, TOP, DOT, LINE] = [310, 176, 9, 20]

/** The life of a request as SVG: what happened, what each clock counted, and how a deadline moved. */
export function requestPicture(picture: RequestPicture): string {
  const { title, policy, calendar, from, to, now, told, followed } = picture
  const axis = openTimeAxis(calendar, from, to, LEFT)
  const { states } = policy.read(marksOf(told), now)

  const lanes: string[] = []
  let y = TOP
  let party: string | undefined
  for (const own of byMetric(states)) {
    const between = `${own[0]?.debtor} owes ${own[0]?.creditor}`
    if (between !== party) {
      lanes.push(caption(20, y - 4, between, 'start', COLORS.moved))
      y += 20
    }
    party = between
    const line = lane(own, axis, y, { now, policy, standing: own.map(standing).join('; ') })
    lanes.push(...line.svg)
    y += line.height
    if (own[0]?.metric !== followed) continue
    const moves = deadlineLines(deadlinesOf(picture), axis, y - 4)
    lanes.push(...moves.svg)
    y += moves.height
  }
  const [bottom, rows] = [y - 8, Math.ceil(told.length / 2)]
  const [width, height] = [axis.right + 24, bottom + 90 + rows * LINE]
  const story = told.map(({ mark, text }, nth) => {
    const left = 20 + Math.floor(nth / rows) * Math.round(width / 2)
    const base = bottom + 90 + (nth % rows) * LINE
    const line = caption(left + 28, base, `${clock(mark.at)}  ${text}`, 'start', COLORS.text)
    return dot(left + DOT, base - 4, nth) + line
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="12">`,
    `<title>${escapeXml(title)}</title>`,
    '<rect width="100%" height="100%" fill="white"/>',
    `<text x="20" y="28" font-size="17" fill="#111">${escapeXml(title)}</text>`,
    ...backdrop(axis, bottom),
    ...happenings(told, axis, bottom),
    ...lanes,
    `<line x1="${axis.x(now)}" x2="${axis.x(now)}" y1="${TOP - 24}" y2="${bottom}" stroke="#111" stroke-dasharray="5 3"/>`,
    caption(axis.x(now), bottom + 16, `now: ${clock(now)}`, 'middle', COLORS.text),
    ...legend(bottom + 48),
    ...story,
    '</svg>',
    '',
  ].join('\n')
}

function marksOf(told: readonly Told[]) {
  return told.map(({ mark }) => mark)
}

/** The states of each promise, in the order in which promises are first named. */
function byMetric(states: readonly SlaState[]): SlaState[][] {
  const found = new Map<string, SlaState[]>()
  for (const state of states) {
    const key = `${state.agreement}/${state.metric}`
    found.set(key, [...(found.get(key) ?? []), state])
  }
  return [...found.values()]
}

/** Every deadline that the followed promise had: the history is read after each thing that happened. */
function deadlinesOf({ policy, told, followed }: RequestPicture): Deadline[] {
  const words = speaker({ timeZone })
  const found: Deadline[] = []
  for (const { mark } of told) {
    const { states } = policy.read(marksOf(told), mark.at)
    const {
      dueAt = null,
      target,
      priority,
    } = states.find(({ metric }) => metric === followed) ?? {}
    if (dueAt === null || found.at(-1)?.dueAt === dueAt) continue
    const text = `due ${clock(dueAt)}: ${words.duration(target)} at ${priority}`
    found.push({ since: mark.at, dueAt, text })
  }
  return found
}

/** Open time, with its dates and hours. */
function backdrop(axis: OpenTimeAxis, bottom: number): string[] {
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone, hour: 'numeric', hourCycle: 'h23' })
  let shown = ''
  return axis.open.flatMap(({ from, to }) => {
    const [left, day] = [axis.x(from), dateOf(from)]
    const isNew = day !== shown
    shown = day
    const hours: string[] = []
    for (let at = from; at <= to; at += 3_600_000) {
      const x = axis.x(at)
      const isEven = Number(hour.format(at)) % 2 === 0
      if (isEven) hours.push(caption(x, 70, hour.format(at), 'middle', COLORS.faint))
      hours.push(
        `<line x1="${x}" x2="${x}" y1="76" y2="${bottom}" stroke="white" stroke-width="${isEven ? 2 : 1}"/>`,
      )
    }
    return [
      box(left, 76, axis.x(to) - left, bottom - 76, `fill="${COLORS.open}"`),
      ...hours,
      ...(isNew ? [caption(left, 52, day, 'start', COLORS.text)] : []),
    ]
  })
}

/** Numbered dots, one under the other where there is no room beside. */
function happenings(told: readonly Told[], axis: OpenTimeAxis, bottom: number): string[] {
  const lastAt: number[] = []
  return told.flatMap(({ mark }, nth) => {
    const x = axis.x(mark.at)
    let row = lastAt.findIndex((last) => x - last > 2 * DOT + 2)
    if (row === -1) row = lastAt.length
    lastAt[row] = x
    const y = 90 + row * (2 * DOT + 2)
    const line = `<line x1="${x}" x2="${x}" y1="${y}" y2="${bottom}" stroke="#c3cad3" stroke-dasharray="1 3"/>`
    return [line, dot(x, y, nth)]
  })
}

function dot(x: number, y: number, nth: number): string {
  return `<circle cx="${x}" cy="${y}" r="${DOT}" fill="${COLORS.text}"/>${caption(x, y + 4, String(nth + 1), 'middle', 'white')}`
}

function legend(y: number): string[] {
  const entries = [
    ['counted', COLORS.counted],
    ['waits for the customer', COLORS.waits],
    ['late', COLORS.late],
    ['the desk is open', COLORS.open],
  ] as const
  let x = 20
  const boxes = entries.map(([text, color]) => {
    const left = x
    x += 44 + text.length * 7
    return (
      box(left, y - 11, 14, 14, `fill="${color}"`) +
      caption(left + 20, y, text, 'start', COLORS.text)
    )
  })
  const rest =
    'flag: due then; line: a deadline, from when it was known; bold stroke: kept. Nights and the weekend are narrow.'
  return [...boxes, caption(x, y, rest, 'start', COLORS.text)]
}
