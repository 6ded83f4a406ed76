import {
  DAY_MILLIS,
  type Instant,
  parseInstant,
  parseLocalDateTime,
  parseLocalTime,
  resolveLocal,
  WEEKDAYS,
  weekdayIndex,
} from '@holdfast/kernel'
import type { ScheduleDocument } from '@holdfast/oncall'

interface Piece {
  readonly from: Instant
  readonly to: Instant
  readonly person: string
  readonly priority: number
}

const LENGTHS: Readonly<Record<string, number>> = { P1W: 7, P1D: 1, PT12H: 0.5 }

/**
 * The final schedule as somebody would write it for this document alone: expand every layer, sort the edges, keep a list
 * of what is active, and give the time to the highest. It says who and nothing else: no turn, no roster, no reason.
 */
export function sweep(document: ScheduleDocument, from: Instant, to: Instant) {
  const pieces = document.layers.flatMap((layer) => piecesOf(layer, document.timeZone, from, to))
  const covers = (document.overrides ?? []).map(({ person, by, ...span }) => ({
    person,
    by: by as string,
    from: parseInstant(span.from) as Instant,
    to: parseInstant(span.to) as Instant,
  }))
  const edges = [...pieces, ...covers].flatMap((one) => [one.from, one.to])
  const sorted = [...new Set([from, to, ...edges])]
    .filter((edge) => edge >= from && edge <= to)
    .sort((a, b) => a - b)
  pieces.sort((a, b) => a.from - b.from)
  const done: { from: Instant; to: Instant; readonly person: string }[] = []
  let active: Piece[] = []
  let next = 0
  for (const [nth, edge] of sorted.entries()) {
    const until = sorted[nth + 1]
    if (until === undefined) break
    active = active.filter((piece) => piece.to > edge)
    for (; next < pieces.length && (pieces[next] as Piece).from <= edge; next++) {
      if ((pieces[next] as Piece).to > edge) active.push(pieces[next] as Piece)
    }
    const highest = Math.max(...active.map(({ priority }) => priority))
    const now = covers.filter((cover) => cover.from <= edge && edge < cover.to)
    for (const { person, priority } of active) {
      if (priority !== highest) continue
      let present = person
      for (let cover = now.findLast((one) => one.person === present); cover !== undefined; ) {
        present = cover.by
        cover = now.findLast((one) => one.person === present)
      }
      const last = done.findLast((one) => one.person === present)
      if (last?.to === edge) last.to = until
      else done.push({ from: edge, to: until, person: present })
    }
  }
  return done
}

function piecesOf(
  { rotation, restrictions, priority = 0 }: ScheduleDocument['layers'][number],
  timeZone: string,
  from: Instant,
  to: Instant,
): Piece[] {
  const zone = rotation.timeZone ?? timeZone
  const anchor = parseLocalDateTime(rotation.anchor) as number
  const length = (LENGTHS[String(rotation.every)] as number) * DAY_MILLIS
  const members = (rotation.members ?? []).map(String)
  const windows = windowsOf(restrictions, zone, anchor, to)
  const pieces: Piece[] = []
  let used = 0
  let window = 0
  for (let local = anchor; ; local += length) {
    const [begin, end] = [resolveLocal(zone, local), resolveLocal(zone, local + length)]
    if (begin >= to) return pieces
    while (window < windows.length && (windows[window]?.[1] as number) <= begin) window++
    const person = members[used % members.length] as string
    let isUsed = false
    for (let at = window; at < windows.length && (windows[at]?.[0] as number) < end; at++) {
      isUsed = true
      const [opens, closes] = windows[at] as [number, number]
      const piece = { from: Math.max(begin, opens, from), to: Math.min(end, closes, to) }
      if (piece.from < piece.to) pieces.push({ ...piece, person, priority })
    }
    if (isUsed) used++
  }
}

function windowsOf(
  restrictions: ScheduleDocument['layers'][number]['restrictions'],
  zone: string,
  anchor: number,
  to: Instant,
): [Instant, Instant][] {
  const [restriction] = restrictions ?? []
  if (restriction === undefined) return [[Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]]
  const [start, end] = [restriction.from, restriction.to].map(
    (text) => parseLocalTime(text) as number,
  )
  const windows: [Instant, Instant][] = []
  for (let day = Math.floor(anchor / DAY_MILLIS) - 1; day * DAY_MILLIS < to + DAY_MILLIS; day++) {
    const { days } = restriction
    if (days !== undefined && !days.includes(WEEKDAYS[weekdayIndex(day)] as 'mon')) continue
    const last = (end as number) <= (start as number) ? day + 1 : day
    const opens = resolveLocal(zone, day * DAY_MILLIS + (start as number))
    windows.push([opens, resolveLocal(zone, last * DAY_MILLIS + (end as number))])
  }
  return windows
}
