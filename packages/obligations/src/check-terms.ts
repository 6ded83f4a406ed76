import type { Calendar } from '@holdfast/calendar'
import {
  type DocumentReading,
  type DocumentSource,
  didYouMean,
  type Finding,
  type FindingParts,
  frozenCopy,
  isTimeZone,
  isUnreadable,
  parseDuration,
  quote,
  readSafely,
  suggestTimeZone,
  WAIT_REASONS,
} from '@holdfast/kernel'
import { conditionFindings } from '@holdfast/rules'
import { type ReadTerms, type Terms, termsReadingSchema } from './document.ts'
import { MARK_CONDITIONS, markVocabulary } from './mark-facts.ts'
import { namedFor } from './named-conditions.ts'

export interface CheckDeps {
  readonly calendars: Readonly<Record<string, Calendar>>
  readonly waitReasons?: readonly string[] | undefined
}

type Reading = DocumentReading<ReadTerms>

/** Terms, when nothing is wrong with them, and everything that was found. */
export function readTerms(
  termsOrSource: Terms | DocumentSource,
  deps: CheckDeps,
): { readonly value: ReadTerms | undefined; readonly findings: readonly Finding[] } {
  const reading = readSafely(termsReadingSchema, termsOrSource)
  if (isUnreadable(reading)) return { value: undefined, findings: reading.findings }
  const { sound, finding } = reading
  const parts = [
    ...deadlineFindings(reading),
    ...periodFindings(sound),
    ...clockFindings(reading, deps),
    ...reasonFindings(reading, deps),
    ...warningFindings(reading),
  ]
  const findings = [...reading.findings, ...parts.map(finding), ...conditionsFindings(reading)]
  const isSound = findings.every(({ severity }) => severity !== 'error')
  const value = isSound && reading.value ? frozenCopy(reading.value) : undefined
  return { value, findings }
}

/** What stands in the terms, right or wrong. */
function isGiven({ sound, findings }: Reading, key: keyof ReadTerms): boolean {
  return (
    sound[key] !== undefined ||
    findings.some(({ pointer }) => pointer === `/${key}` || pointer.startsWith(`/${key}/`))
  )
}

function deadlineFindings(reading: Reading): FindingParts[] {
  const { every } = reading.sound
  const [isOnce, isOften] = [isGiven(reading, 'within'), isGiven(reading, 'every')]
  if (!isOnce && !isOften) {
    const message = 'nothing says by when it is owed'
    return [{ code: 'deadline-missing', message, path: [], expected: '`within` or `every`' }]
  }
  if (isOnce && isOften) {
    const message = 'it is owed once within a time, or every so often, not both'
    const expected = '`within` or `every`'
    return [{ code: 'deadline-twice', message, path: ['every'], expected }]
  }
  const ends = every?.until ?? every?.untilDate ?? reading.sound.cancel
  if (every === undefined || ends !== undefined || isWrongUnder(reading, '/every/until')) return []
  const message = 'nothing says when this cadence ends'
  const expected = '`until` or `untilDate` in it, or `cancel` beside it'
  return [{ code: 'end-missing', message, path: ['every'], expected }]
}

function isWrongUnder({ findings }: Reading, pointer: string): boolean {
  return findings.some((found) => found.pointer.startsWith(pointer))
}

/** What a duration must be made of, by how time counts. */
const PERIODS = {
  businessTime: 'hours, minutes and seconds (PT4H)',
  elapsedTime: 'hours, minutes and seconds (PT4H)',
  businessDays: 'days (P2D)',
  localDates: 'months, weeks or days (P2M)',
} as const

function periodFindings({ within, every, clock }: Reading['sound']): FindingParts[] {
  const periods = [
    { period: within, path: ['within'] },
    { period: every?.period, path: ['every', 'period'] },
  ]
  return periods.flatMap(({ period, path }) => {
    if (period === undefined) return []
    const parts =
      typeof period === 'number' ? { months: 0, days: 0, millis: period } : parseDuration(period)
    if (parts === undefined) return []
    const { months, days, millis } = parts
    const at = { path, found: period }
    if (months + days + millis <= 0) {
      const message = `${quote(period)} is no time to keep a promise in`
      return [{ code: 'target-not-positive', message, ...at, expected: 'more than nothing' }]
    }
    const counts = clock?.counts
    if (counts === undefined) return []
    const isTime = counts === 'businessTime' || counts === 'elapsedTime'
    const isFitting = isTime
      ? months === 0 && days === 0
      : millis === 0 && (counts === 'localDates' || months === 0)
    if (isFitting) return []
    const message = `${quote(period)} cannot be counted in ${counts}`
    return [{ code: 'period-unfit', message, ...at, expected: PERIODS[counts] }]
  })
}

/** The parts of a clock, and for which kinds of it they mean something. */
const CLOCK_PARTS = {
  calendar: ['businessTime', 'businessDays'],
  due: ['businessDays'],
  cutoff: ['businessDays'],
  timeZone: ['localDates'],
} as const

function clockFindings({ sound: { clock }, findings }: Reading, deps: CheckDeps): FindingParts[] {
  const found: FindingParts[] = []
  const counts = clock?.counts
  if (clock === undefined) return found
  for (const [part, kinds] of Object.entries(CLOCK_PARTS)) {
    if (counts === undefined) break
    const value = clock[part as keyof typeof CLOCK_PARTS]
    const isWanted = (kinds as readonly string[]).includes(counts)
    const isWrong = findings.some(({ pointer }) => pointer === `/clock/${part}`)
    if (value === undefined && isWanted && part !== 'cutoff' && !isWrong) {
      const message = `to count ${counts}, a clock needs \`${part}\``
      found.push({ code: 'clock-incomplete', message, path: ['clock'], expected: `\`${part}\`` })
    }
    if (value !== undefined && !isWanted) {
      const message = `\`${part}\` means nothing to a clock that counts ${counts}`
      found.push({ code: 'clock-part-unused', message, path: ['clock', part], found: value })
    }
  }
  const { calendar, timeZone, due, cutoff } = clock
  if (calendar !== undefined && !Object.hasOwn(deps.calendars, calendar)) {
    const near = didYouMean(calendar, Object.keys(deps.calendars))
    const message = `there is no calendar ${quote(calendar)}`
    const path = ['clock', 'calendar']
    found.push({ code: 'calendar-unknown', message, path, found: calendar, ...hint(near) })
  }
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    const message = `${quote(timeZone)} is not an IANA time zone`
    const path = ['clock', 'timeZone']
    const near = suggestTimeZone(timeZone)
    found.push({ code: 'zone-unknown', message, path, found: timeZone, ...hint(near) })
  }
  if (cutoff !== undefined && due === 'sameTime') {
    const message = 'a cut-off means nothing where it is due at the same time of day'
    found.push({ code: 'clock-part-unused', message, path: ['clock', 'cutoff'], found: cutoff })
  }
  return found
}

function hint(near: string | undefined): { didYouMean?: string } {
  return near === undefined ? {} : { didYouMean: near }
}

function reasonFindings({ sound }: Reading, { waitReasons = [] }: CheckDeps): FindingParts[] {
  const known: readonly string[] = [...WAIT_REASONS, ...waitReasons]
  return (sound.pauseReasons ?? []).flatMap((reason, nth) => {
    if (reason === undefined || known.includes(reason)) return []
    const message = `there is no wait reason ${quote(reason)}`
    const path = ['pauseReasons', nth]
    const near = didYouMean(reason, known)
    const expected = `one of ${known.join(', ')}`
    return [{ code: 'pause-reason-unknown', message, path, found: reason, expected, ...hint(near) }]
  })
}

function warningFindings({ sound }: Reading): FindingParts[] {
  const { warnAt = [], within, every, consequences = [] } = sound
  const period = within ?? every?.period
  const target = typeof period === 'string' ? parseDuration(period)?.millis : period
  const found = warnAt.flatMap((warning, nth): FindingParts[] => {
    if (warning === undefined) return []
    const path = ['warnAt', nth]
    if (typeof warning === 'number') {
      if (warning > 0 && warning < 1) return []
      const message = `${warning} is no share of the target`
      const expected = 'more than 0 and less than 1'
      return [{ code: 'warning-invalid', message, path, found: warning, expected }]
    }
    const before = parseDuration(warning)
    if (before === undefined || before.months !== 0 || before.days !== 0 || before.millis <= 0) {
      const message = `${quote(warning)} is no time before a deadline`
      const expected = 'hours, minutes and seconds such as PT30M'
      return [{ code: 'warning-invalid', message, path, found: warning, expected }]
    }
    if (target === undefined || target === 0 || before.millis < target) return []
    const message = `it would warn ${quote(warning)} before the end of ${quote(period)}: at once`
    return [{ code: 'warning-at-once', severity: 'warning', message, path, found: warning }]
  })
  if (warnAt.length === 0) {
    for (const [nth, consequence] of consequences.entries()) {
      if (consequence?.on !== 'warning') continue
      const message = 'it follows from a warning, and nothing warns'
      const path = ['consequences', nth, 'on']
      found.push({ code: 'warning-missing', severity: 'warning', message, path })
    }
  }
  return found
}

const EFFECT_KEYS = ['start', 'stop', 'pause', 'resume', 'cancel', 'reset'] as const

function conditionsFindings(reading: Reading): readonly Finding[] {
  const { sound, finding } = reading
  const own = (sound.conditions ?? {}) as Readonly<Record<string, never>>
  const taken = Object.keys(own).filter((name) => Object.hasOwn(MARK_CONDITIONS, name))
  const places = [
    ...EFFECT_KEYS.map((key) => ({ condition: sound[key], path: [key] })),
    { condition: sound.every?.until, path: ['every', 'until'] },
  ]
  const found = places.flatMap(({ condition, path }) => {
    if (condition === undefined) return []
    const options = { named: namedFor(condition, own), vocabulary: markVocabulary }
    return conditionFindings(condition, options, path, finding)
  })
  const resume = sound.resume !== undefined && sound.pause === undefined
  return [
    ...taken.map((name) =>
      finding({
        code: 'condition-reserved',
        message: `${quote(name)} is the name of a condition that every obligation knows`,
        path: ['conditions', name],
        part: 'key',
      }),
    ),
    ...withoutEchoes(found),
    ...(resume && sound.pauseReasons === undefined
      ? [
          finding({
            code: 'resume-without-pause',
            severity: 'warning',
            message: 'it says what resumes its clock, and nothing pauses it',
            path: ['resume'],
          }),
        ]
      : []),
  ]
}

/** A named condition that is wrong is found once, not once for each condition that could refer to it. */
function withoutEchoes(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>()
  return findings.flatMap((found) => {
    const pointer = found.pointer.replace(/^\/(?:\w+|every\/until)\/named\//, '/conditions/')
    const key = `${found.code} ${pointer}`
    if (pointer === found.pointer) return [found]
    if (seen.has(key)) return []
    seen.add(key)
    return [{ ...found, pointer }]
  })
}
