import { DAY_MILLIS, type Interval } from '@holdfast/kernel'

/** The same part of the day, on some days one after the other. */
export interface Daily<T> {
  /** Days from the beginning of the span, the last excluded. */
  readonly days: { readonly from: number; readonly to: number }
  /** Milliseconds of a day of UTC. */
  readonly time: { readonly from: number; readonly to: number }
  readonly what: T
}

/** A part of a day, and the text by which it is alike with others. */
interface Piece<T> {
  readonly day: number
  readonly from: number
  readonly to: number
  readonly alike: string
  readonly what: T
}

/**
 * Stretches of time cut at midnight of UTC and put together again where day after day has the same part, for the same
 * reason. Every moment of every stretch is in exactly one of them.
 */
export function dailyOf<T>(
  stretches: readonly { readonly time: Interval; readonly alike: string; readonly what: T }[],
  span: Interval,
): readonly Daily<T>[] {
  const pieces = stretches.flatMap(({ time, alike, what }) => piecesOf(time, alike, what, span))
  const open = new Map<string, { from: number; to: number; piece: Piece<T> }>()
  const found: Daily<T>[] = []
  const close = ({ from, to, piece }: { from: number; to: number; piece: Piece<T> }) =>
    found.push({
      days: { from, to },
      time: { from: piece.from, to: piece.to },
      what: piece.what,
    })
  for (const piece of pieces.toSorted((a, b) => a.day - b.day || a.from - b.from)) {
    const key = `${piece.from} ${piece.to} ${piece.alike}`
    const run = open.get(key)
    if (run?.to === piece.day) {
      run.to++
      continue
    }
    if (run !== undefined) close(run)
    open.set(key, { from: piece.day, to: piece.day + 1, piece })
  }
  for (const run of open.values()) close(run)
  return found.sort((a, b) => a.days.from - b.days.from || a.time.from - b.time.from)
}

function piecesOf<T>(
  { from, to }: Interval,
  alike: string,
  what: T,
  span: Interval,
): readonly Piece<T>[] {
  const pieces: Piece<T>[] = []
  for (let at = from; at < to; ) {
    const day = Math.floor((at - span.from) / DAY_MILLIS)
    const midnight = span.from + day * DAY_MILLIS
    const end = Math.min(to, midnight + DAY_MILLIS)
    pieces.push({ day, from: at - midnight, to: end - midnight, alike, what })
    at = end
  }
  return pieces
}
