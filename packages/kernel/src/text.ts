/**
 * The text edge: instants and reasons as people read them, in a stated zone and language. Nothing here is needed to
 * compute an answer.
 */
import { formatInstant, type Instant, type InstantLike, toInstant } from './instant.ts'
import type { Interval } from './interval.ts'
import { DAY_MILLIS, type LocalDate, toEpochDay } from './local-date.ts'
import type { Params, Reason } from './reason.ts'
import { zoneOf } from './zone.ts'

/** The sentence of one reason code. `say` puts values into words in the zone and language of the reader. */
export type Phrase = (params: Params, say: Say, reason: Reason) => string

/** The sentences of a language, by reason code. Each package exports its own; a host adds or replaces any. */
export type Phrases = Readonly<Record<string, Phrase>>

export interface Say {
  /** A parameter as an instant: `Thu, 28 Mar 2024, 16:00 CET`. */
  instant(value: unknown): string
  /** A parameter as a local date: `Fri, 29 Mar 2024`. */
  date(value: unknown): string
  /** A parameter in milliseconds: `1 hr 30 min`. */
  duration(value: unknown): string
  /** A span on the clock, the date said once when it begins and ends on the same day. */
  span(value: Interval | undefined): string
  /** Any other parameter. */
  text(value: unknown): string
}

export interface TextOptions {
  /** IANA zone that instants are shown in. */
  readonly timeZone: string
  /** BCP 47 tag; `en-GB` when left out. */
  readonly locale?: string
}

export interface ReasonTextOptions extends TextOptions {
  /** The catalogs to look codes up in; a later one wins. */
  readonly phrases: readonly Phrases[]
  /** Whether each line ends with the place in the document that it rests on; left out when not asked for. */
  readonly sources?: boolean
}

/** A reason and those under it as an indented list, one line each. A code without a phrase is printed as it is. */
export function renderReason(reason: Reason, options: ReasonTextOptions): string {
  const catalog: Phrases = Object.assign({}, ...options.phrases)
  const say = speaker(options)
  const place = ({ source }: Reason) =>
    source === undefined || options.sources !== true
      ? ''
      : ` [${source.document} ${source.pointer}]`
  const lines = (one: Reason, depth: number): string[] => [
    `${'  '.repeat(depth)}${depth === 0 ? '' : '- '}${sentence(one, catalog, say)}${place(one)}`,
    ...one.children.flatMap((child) => lines(child, depth + 1)),
  ]
  return lines(reason, 0).join('\n')
}

/** The words for values in a zone and language. Throws `RangeError` `zone-unknown`. Make it once where much is said. */
export function speaker({ timeZone: id, locale = 'en-GB' }: TextOptions): Say {
  const timeZone = zoneOf(id).id
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const day = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options)
  const date = format({ ...day, timeZone: 'UTC' })
  const localDay = format({ ...day, timeZone })
  const minute = format({ ...day, ...clock, timeZone, timeZoneName: 'short' })
  const second = format({ ...day, ...clock, second: '2-digit', timeZone, timeZoneName: 'short' })
  const time = format({ ...clock, timeZone, timeZoneName: 'short' })
  const unit = (name: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' })
  const units = { hour: unit('hour'), minute: unit('minute'), second: unit('second') }

  const instant = (at: Instant) => (at % 60_000 === 0 ? minute : second).format(at)
  return {
    instant: (value) => instant(toInstant(value as InstantLike)),
    date: (value) => date.format(toEpochDay(value as LocalDate) * DAY_MILLIS),
    duration: (value) => {
      const total = Math.abs(Number(value))
      const [hours, minutes] = [Math.floor(total / 3_600_000), Math.floor(total / 60_000) % 60]
      const seconds = (total % 60_000) / 1000
      const parts = [
        hours > 0 ? units.hour.format(hours) : '',
        minutes > 0 ? units.minute.format(minutes) : '',
        seconds > 0 || total === 0 ? units.second.format(seconds) : '',
      ]
      return `${Number(value) < 0 ? '−' : ''}${parts.filter((part) => part !== '').join(' ')}`
    },
    span: (value) => {
      if (value === undefined) return ''
      const sameDay = localDay.format(value.from) === localDay.format(value.to)
      return `${instant(value.from)} – ${sameDay ? time.format(value.to) : instant(value.to)}`
    },
    text: (value) => String(value),
  }
}

/** An instant in a zone and language; `formatInstant` gives the exact UTC text. */
export function renderInstant(at: InstantLike, options: TextOptions): string {
  return speaker(options).instant(at)
}

function sentence(reason: Reason, catalog: Phrases, say: Say): string {
  const phrase = Object.hasOwn(catalog, reason.code) ? catalog[reason.code] : undefined
  if (phrase !== undefined) return phrase(reason.params, say, reason)
  const span =
    reason.span && ` [${formatInstant(reason.span.from)}, ${formatInstant(reason.span.to)})`
  return `${reason.code} ${JSON.stringify(reason.params)}${span ?? ''}`
}
