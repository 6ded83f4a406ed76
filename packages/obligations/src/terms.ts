import type { Calendar } from '@holdfast/calendar'
import {
  canonicalJson,
  type Duration,
  effectiveSpan,
  type Instant,
  isParty,
  MARK_TYPES,
  type Mark,
  parseInstant,
  toMillis,
} from '@holdfast/kernel'
import type { Condition } from '@holdfast/rules'
import { businessDays, businessTime, type Clock, elapsedTime, localDates } from './clock.ts'
import type { ReadTerms } from './document.ts'
import type { History } from './history.ts'
import type { Parties, Party } from './state.ts'
import { EFFECTS, type Effect, type Trigger, triggerOf } from './triggers.ts'

/** Terms, ready to be applied to histories. */
export interface CompiledTerms {
  readonly document: ReadTerms
  /** The same for terms that say the same; a change back to it undoes a change away from it. */
  readonly fingerprint: string
  readonly perAbout: boolean
  readonly triggers: Readonly<Record<Effect, Trigger | undefined>>
  /** What marks of a type, by its number, may do at all, in order; most do nothing. */
  effectsOf(type: number): readonly Effect[]
  readonly clock: Clock
  /** The calendar of a clock that counts on one. */
  readonly calendar: Calendar | undefined
  readonly cadence: 'fulfillment' | 'grid' | undefined
  readonly until: Instant | undefined
  /** Whether a cycle may begin then: the terms are in effect, and not past their end. One that began goes on. */
  isOwedAt(at: Instant): boolean
  /** Whether a mark that meets its pause condition pauses it: a wait does only for the reasons that count. */
  pausesFor(mark: Mark): boolean
  /** Who owes whom in the cycle that a mark begins. */
  partiesOf(start: Mark, history: History): Parties
  /** How much is counted at each warning of a period with this target; in order. */
  warningsOf(target: number): readonly number[]
  readonly warns: boolean
}

/** Terms of a document in which nothing is wrong. */
export function compileTerms(
  document: ReadTerms,
  calendars: Readonly<Record<string, Calendar>>,
): CompiledTerms {
  const { conditions: named, every, pauseReasons, warnAt = [] } = document
  const conditionsOf = effectConditions(document)
  const triggers = Object.fromEntries(
    EFFECTS.map((effect) => {
      const condition = conditionsOf[effect]
      return [effect, condition && triggerOf(condition, named)]
    }),
  ) as CompiledTerms['triggers']
  const effects = MARK_TYPES.map((_, type) =>
    EFFECTS.filter((effect) => triggers[effect]?.mayMeet(type) === true),
  )
  const { from, to } = effectiveSpan(document.effective, zoneOfTerms(document, calendars))
  const until = every?.untilDate === undefined ? undefined : parseInstant(every.untilDate)
  const reasons = pauseReasons && new Set(pauseReasons)
  const warnings = warnAt.map((warning) =>
    typeof warning === 'number'
      ? (target: number) => Math.floor(target * warning)
      : (target: number) => Math.max(target - toMillis(warning), 0),
  )
  return {
    document,
    fingerprint: fingerprintOf(document, calendars),
    perAbout: document.per === 'about',
    triggers,
    effectsOf: (type) => effects[type] ?? EFFECTS,
    isOwedAt: (at) => at >= from && at < to && (until === undefined || at < until),
    clock: clockOf(document, calendars),
    calendar:
      document.clock.calendar === undefined ? undefined : calendars[document.clock.calendar],
    cadence: every?.from,
    until,
    pausesFor: ({ type, reason = '' }) =>
      reasons === undefined || type !== 'waiting' || reasons.has(reason),
    partiesOf: (start, history) => ({
      debtor: partyOf(document.debtor, start, history),
      creditor: partyOf(document.creditor, start, history),
    }),
    warningsOf: (target) => warnings.map((at) => at(target)).sort((a, b) => a - b),
    warns: warnings.length > 0,
  }
}

const FOR_PEOPLE: ReadonlySet<string> = new Set(['version', 'title', 'owner', 'reason'])

/** What terms say, whatever their version and their words for people; the same on another calendar are other terms. */
function fingerprintOf(document: ReadTerms, calendars: Readonly<Record<string, Calendar>>): string {
  const said = Object.entries(document).filter(([key]) => !FOR_PEOPLE.has(key))
  return canonicalJson([Object.fromEntries(said), calendars[document.clock.calendar ?? '']])
}

/** The zone of dates without a time: that of the clock, and UTC where time passes for everybody. */
function zoneOfTerms({ clock }: ReadTerms, calendars: Readonly<Record<string, Calendar>>): string {
  return clock.timeZone ?? calendars[clock.calendar ?? '']?.timeZone ?? 'UTC'
}

const WAITING: Condition = { condition: 'waiting' }
const WAIT_OVER: Condition = { condition: 'waitOver' }

/** The condition of each effect. Waits for the reasons that are named pause, and the end of a wait resumes. */
function effectConditions({
  cancel,
  stop,
  every,
  reset,
  pause,
  pauseReasons,
  resume,
  start,
}: ReadTerms): Partial<Record<Effect, Condition>> {
  const named = [...(pause ? [pause] : []), ...(pauseReasons ? [WAITING] : [])]
  const pausing = named.length > 1 ? { any: named } : named[0]
  const resuming = pausing === undefined ? undefined : (resume ?? WAIT_OVER)
  const until = every?.until
  return { cancel, stop, until, reset, pause: pausing, resume: resuming, start } as Partial<
    Record<Effect, Condition>
  >
}

/** How its time counts. */
export function clockOf(
  { clock, within, every }: ReadTerms,
  calendars: Readonly<Record<string, Calendar>>,
): Clock {
  const period = (within ?? every?.period) as Duration
  const calendar = calendars[clock.calendar ?? ''] as Calendar
  switch (clock.counts) {
    case 'businessTime':
      return businessTime(calendar, period)
    case 'elapsedTime':
      return elapsedTime(period)
    case 'businessDays':
      return businessDays(calendar, period, { due: clock.due ?? 'endOfDay', cutoff: clock.cutoff })
    case 'localDates':
      return localDates(clock.timeZone as string, period)
  }
}

function partyOf(party: ReadTerms['debtor'], start: Mark, history: History): Party {
  if (typeof party === 'string') return party
  const named = factOf(start, party.fact) ?? lastKnown(party.fact, start, history)
  return isParty(named) ? named : null
}

/** What the marks about the request said of a fact before a mark, the last of them. */
function lastKnown(fact: string, start: Mark, { marks, request }: History): unknown {
  const earlier = marks.slice(0, marks.indexOf(start)).filter(({ about }) => about === request)
  const said = earlier.findLast((mark) => factOf(mark, fact) !== undefined)
  return said && factOf(said, fact)
}

function factOf({ facts }: Mark, fact: string): unknown {
  return facts !== undefined && Object.hasOwn(facts, fact) ? facts[fact] : undefined
}
