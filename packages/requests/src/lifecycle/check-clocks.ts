import { type FindingParts, parseDuration, quote } from '@holdfast/kernel'
import { checkObligation, type Terms } from '@holdfast/obligations'
import type { LifecycleDeps } from './lifecycle.ts'
import type { LifecycleReading } from './lifecycle-document.ts'

type Sound = LifecycleReading['sound']
type Clock = Sound['clock']
type Path = readonly PropertyKey[]

/** A time that is owed, where it stands, and the clock that it is counted on. */
interface Time {
  readonly path: Path
  /** What the document calls the time. */
  readonly key: 'within' | 'every' | 'after' | 'tellWithin'
  readonly time: string | number | undefined
  readonly warnAt?: Terms['warnAt']
  readonly clock: Clock
  readonly clockAt: Path
}

/** Whoever it is: who owes what to whom is not what is asked here. */
const SOMEBODY = { debtor: 'team:debtor', creditor: 'team:creditor' } as const

/** What is wrong with the times of a lifecycle, and with the clocks that they are counted on. */
export function clockFindings(reading: LifecycleReading, deps: LifecycleDeps): FindingParts[] {
  const times = timesOf(reading.sound)
  return withoutRepeats([
    ...times.flatMap((time) => termsFindings(time, reading, deps)),
    ...orderFindings(reading.sound),
  ])
}

function timesOf(sound: Sound): readonly Time[] {
  const { clock, attention, news, handover, silentCustomer, closeAfter, states = {} } = sound
  const on = (own: Clock, section: string) =>
    own === undefined ? { clock, clockAt: ['clock'] } : { clock: own, clockAt: [section, 'clock'] }
  const often = [
    { section: 'attention', of: attention },
    { section: 'news', of: news },
  ]
  return [
    ...often.flatMap(({ section, of }) =>
      (of?.targets ?? []).map((target, nth): Time => {
        const path = [section, 'targets', nth]
        const { every: time, warnAt } = target ?? {}
        return { path, key: 'every', time, warnAt: sureOf(warnAt), ...on(of?.clock, section) }
      }),
    ),
    ...(handover?.acceptance ?? []).map((target, nth): Time => {
      const path = ['handover', 'acceptance', nth]
      const { within: time, warnAt } = target ?? {}
      const clocks = on(handover?.clock, 'handover')
      return { path, key: 'within', time, warnAt: sureOf(warnAt), ...clocks }
    }),
    ...(silentCustomer?.steps ?? []).map((step, nth): Time => {
      const path = ['silentCustomer', 'steps', nth]
      return {
        path,
        key: 'after',
        time: step?.after,
        ...on(silentCustomer?.clock, 'silentCustomer'),
      }
    }),
    {
      path: ['closeAfter'],
      key: 'within',
      time: closeAfter?.within,
      ...on(closeAfter?.clock, 'closeAfter'),
    },
    ...Object.entries(states).map(([state, definition]): Time => {
      const path = ['states', state]
      return { path, key: 'tellWithin', time: definition?.tellWithin, ...on(news?.clock, 'news') }
    }),
  ]
}

/** Warnings whose shape is right; a wrong one was found, and stands in for none. */
function sureOf(
  warnAt: readonly (string | number | undefined)[] | undefined,
): (string | number)[] | undefined {
  return warnAt?.every((one) => one !== undefined) === true ? [...warnAt] : undefined
}

function termsFindings(
  { path, key, time, warnAt, clock, clockAt }: Time,
  { findings }: LifecycleReading,
  { calendars }: LifecycleDeps,
): FindingParts[] {
  // A time or a clock that is not there, or not one, was found by its shape.
  if (time === undefined || clock === undefined) return []
  const terms = {
    id: 'time',
    version: 1,
    kind: 'time',
    ...SOMEBODY,
    start: { condition: 'submitted' },
    stop: { condition: 'resolved' },
    within: time,
    clock,
    ...(warnAt !== undefined && { warnAt }),
  } as Terms
  return checkObligation(terms, { calendars }).flatMap((found) => {
    const [part, ...inner] = found.pointer.split('/').slice(1)
    const place =
      part === 'clock'
        ? [...clockAt, ...inner]
        : part === 'within'
          ? [...path, key]
          : part === 'warnAt'
            ? [...path, 'warnAt', ...inner.map(Number)]
            : undefined
    if (place === undefined) return []
    const pointer = `/${place.join('/')}`
    // A part of the clock that is wrong by its shape was left out, and is missed here.
    const isEcho = findings.some((shape) => `${shape.pointer}/`.startsWith(`${pointer}/`))
    return isEcho ? [] : [{ ...found, path: place }]
  })
}

/** One clock is used for many times, and is wrong once. */
function withoutRepeats(parts: readonly FindingParts[]): FindingParts[] {
  const seen = new Set<string>()
  return parts.filter(({ code, path, message }) => {
    const key = JSON.stringify([code, path, message])
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}

/** Steps come in the order of time, and nothing comes after what ends the wait. */
function orderFindings({ silentCustomer }: Sound): FindingParts[] {
  const steps = silentCustomer?.steps ?? []
  const end = steps.findIndex((step) => step?.do === 'resolve' || step?.do === 'close')
  return steps.flatMap((step, nth): FindingParts[] => {
    const path = ['silentCustomer', 'steps', nth]
    if (end !== -1 && nth > end) {
      const message = `step ${end} ends the wait, so this one never comes`
      return [{ code: 'step-order', message, path }]
    }
    const [before, time] = [lengthOf(steps[nth - 1]?.after), lengthOf(step?.after)]
    if (before === undefined || time === undefined || before < time) return []
    const message = `${quote(step?.after)} is not after ${quote(steps[nth - 1]?.after)}`
    const at = { path: [...path, 'after'], found: step?.after }
    return [{ code: 'step-order', message, ...at, expected: 'a longer time than the step before' }]
  })
}

const DAY = 86_400_000

/** How long, in milliseconds of days that all pass; good for comparing what is counted on one clock. */
function lengthOf(time: string | number | undefined): number | undefined {
  const parts = typeof time === 'string' ? parseDuration(time) : undefined
  if (parts === undefined) return typeof time === 'number' ? time : undefined
  return parts.months * 30 * DAY + parts.days * DAY + parts.millis
}
