import { type Calendar, type CalendarDocument, createCalendar } from '@holdfast/calendar'
import { type Mark, type MarkType, resolveLocal, toEpochDay, toLocalDate } from '@holdfast/kernel'
import type { Condition } from '@holdfast/rules'
import fc from 'fast-check'
import { createObligation, type Obligation, type Terms } from '../src/index.ts'
import type { EFFECTS } from '../src/triggers.ts'

export const MINUTE = 60_000
const DAY = 1440

/** Dates on which clocks change, in zones that do it differently. */
const CHANGES = [
  ['Europe/Zurich', '2024-03-31'],
  ['Europe/Zurich', '2024-10-27'],
  ['America/New_York', '2024-03-10'],
  ['America/New_York', '2024-11-03'],
  ['Australia/Lord_Howe', '2024-04-07'],
  ['Australia/Lord_Howe', '2024-10-06'],
] as const

type Hours = CalendarDocument['hours']

const WORK: [string, string][] = [['09:00', '17:00']]
const SPLIT: [string, string][] = [
  ['08:00', '12:00'],
  ['13:00', '17:30'],
]
const NIGHT: [string, string][] = [['22:00', '06:00']]
const CLOCK: [string, string][] = [['00:00', '24:00']]

const HOURS: readonly Hours[] = [
  { mon: WORK, tue: WORK, wed: WORK, thu: WORK, fri: WORK },
  { mon: SPLIT, tue: SPLIT, wed: SPLIT, thu: SPLIT, fri: [['08:00', '12:00']] },
  { mon: NIGHT, wed: NIGHT, fri: NIGHT, sat: NIGHT, sun: [['22:00', '03:00']] },
  { mon: CLOCK, tue: CLOCK, wed: CLOCK, thu: CLOCK, fri: CLOCK, sat: CLOCK, sun: CLOCK },
  { sat: [['00:00', '24:00']], sun: [['01:30', '04:00']], mon: WORK },
]

export interface Place {
  readonly timeZone: string
  readonly calendar: Calendar
  /** Local midnight six days before the clocks change. */
  readonly from: number
}

/** A calendar near a change of clocks, with a holiday now and then. */
const places: fc.Arbitrary<Place> = fc
  .record({
    change: fc.constantFrom(...CHANGES),
    hours: fc.constantFrom(...HOURS),
    holidays: fc.uniqueArray(fc.integer({ min: -5, max: 8 }), { maxLength: 2 }),
  })
  .map(({ change: [timeZone, date], hours, holidays }) => {
    const day = toEpochDay(date)
    const calendar = createCalendar({
      id: 'place',
      version: 1,
      timeZone,
      hours,
      holidays: holidays.map((days) => toLocalDate(day + days)),
    })
    return { timeZone, calendar, from: resolveLocal(timeZone, `${toLocalDate(day - 6)}T00:00`) }
  })

/** Minutes after the submission: most of them soon, and on the half hour, so that things coincide. */
const minutes = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 2 * 48 }).map((half) => half * 30) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 9 * 48 }).map((half) => half * 30) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 9 * DAY }) },
)

/** Minutes after the submission at which something is asked. */
const asking = fc.oneof(
  { weight: 3, arbitrary: minutes },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 40 * DAY }) },
)

const TYPES = [
  'submitted',
  'message',
  'waiting',
  'resumed',
  'resolved',
  'reopened',
  'cancelled',
  'priorityChanged',
  'assigned',
] as const satisfies readonly MarkType[]

const marked = fc.record({
  minute: minutes,
  type: fc.oneof(
    fc.constantFrom(...TYPES),
    fc.constantFrom('waiting' as const, 'waiting' as const, 'resumed' as const, 'message' as const),
  ),
  about: fc.constantFrom('wait:w1', 'wait:w2', 'request:7', 'offer:o1', 'offer:o2'),
  by: fc.constantFrom('customer:acme', 'person:ada', undefined),
  audience: fc.constantFrom('public' as const, 'internal' as const, undefined),
  automatic: fc.oneof(
    { weight: 4, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.boolean() },
  ),
  reason: fc.constantFrom('customer', 'vendor', undefined),
  until: fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, minutes),
})

interface HistoryOptions {
  /** Whether waits may be about the same thing as others; each is about its own when not. */
  readonly replaces?: boolean
}

type Story = (place: Place) => readonly Mark[]

/** A history of whole minutes that begins with its submission: with places in the stream, without, or both. */
function stories({ replaces = true }: HistoryOptions = {}): fc.Arbitrary<Story> {
  return fc
    .record({
      first: fc.integer({ min: 0, max: 7 * 48 }).map((half) => half * 30),
      marks: fc.array(marked, { maxLength: 14, size: '+1' }),
      seqs: fc.constantFrom('all', 'none', 'some'),
    })
    .map(
      ({ first, marks, seqs }): Story =>
        ({ from }) => {
          const all = [
            { ...SUBMITTED, minute: first },
            ...marks.map((mark) => ({ ...mark, minute: mark.minute + first })),
          ].sort((a, b) => a.minute - b.minute)
          return all.map(({ minute, until, ...rest }, nth): Mark => {
            const isWait = rest.type === 'waiting'
            const about =
              isWait || rest.type === 'resumed'
                ? isWait && !replaces
                  ? `wait:own${nth}`
                  : rest.about
                : rest.type === 'assigned'
                  ? rest.about
                  : 'request:7'
            const hasSeq = seqs === 'all' || (seqs === 'some' && nth % 3 !== 0)
            const facts =
              isWait && until !== undefined
                ? { facts: { until: from + (first + until) * MINUTE } }
                : {}
            return known({
              ...rest,
              ...facts,
              id: `m${nth}`,
              at: from + minute * MINUTE,
              seq: hasSeq ? nth : undefined,
              about,
            })
          })
        },
    )
}

const SUBMITTED = {
  type: 'submitted' as const,
  about: 'request:7',
  by: 'customer:acme',
  audience: undefined,
  automatic: undefined,
  reason: undefined,
  until: undefined,
}

/** A mark without the parts that are `undefined`. */
function known(parts: Record<string, unknown>): Mark {
  return Object.fromEntries(
    Object.entries(parts).filter(([, value]) => value !== undefined),
  ) as unknown as Mark
}

type Effects = Readonly<Partial<Record<(typeof EFFECTS)[number], readonly MarkType[]>>>

/** Which types of mark have which effects; a type may have several. */
export interface Plan {
  readonly effects: Effects
  readonly minutes: number
  readonly cadence: 'once' | 'fulfillment' | 'grid'
  readonly counts: 'businessTime' | 'elapsedTime'
  readonly pauseReasons: readonly string[] | undefined
  readonly untilMinute: number | undefined
  readonly privateNotesFulfill: boolean
}

const few = (types: readonly MarkType[]) => fc.subarray([...types], { maxLength: 2 })

const plainEffects = fc.constantFrom<Effects>(
  { start: ['submitted', 'reopened'], stop: ['resolved'], cancel: ['cancelled'] },
  { start: ['submitted'], stop: ['message'], until: ['resolved', 'cancelled'] },
  { start: ['submitted', 'reopened'], stop: ['message'], until: ['resolved'] },
  { start: ['submitted', 'priorityChanged'], stop: ['assigned'], reset: ['priorityChanged'] },
  { start: ['message'], stop: ['resolved', 'reopened'], reset: ['assigned'] },
)

/** Any type can have any effect, several at once. */
const oddEffects: fc.Arbitrary<Effects> = fc.record({
  start: fc.oneof(
    fc.subarray([...TYPES], { maxLength: 2 }).map((types) => ['submitted' as const, ...types]),
    fc.subarray([...TYPES], { minLength: 1, maxLength: 3 }),
  ),
  stop: fc.subarray([...TYPES], { minLength: 1, maxLength: 2 }),
  cancel: few(TYPES),
  reset: few(TYPES),
  until: few(TYPES),
  pause: fc.constantFrom<MarkType[]>([], ['waiting'], ['waiting', 'assigned']),
  resume: fc.constantFrom<MarkType[]>([], ['resumed'], ['resumed', 'message']),
})

const plans: fc.Arbitrary<Plan> = fc.record({
  effects: fc.oneof(plainEffects, oddEffects),
  minutes: fc.constantFrom(30, 60, 90, 240, 480, 960),
  cadence: fc.constantFrom('once', 'fulfillment', 'grid'),
  counts: fc.constantFrom('businessTime', 'elapsedTime'),
  pauseReasons: fc.constantFrom(['customer'], ['customer', 'vendor'], undefined),
  untilMinute: fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    fc.integer({ min: 48, max: 16 * 48 }).map((half) => half * 30),
  ),
  privateNotesFulfill: fc.boolean(),
})

function typeIn(types: readonly MarkType[]): Condition {
  return { all: [{ fact: 'type', operator: 'in', value: types }] }
}

/** The terms of a plan. */
function termsOf(plan: Plan, { from }: Place): Terms {
  const { effects, cadence, counts, pauseReasons, untilMinute } = plan
  const period = `PT${plan.minutes}M`
  const { until, start = [], stop = [], ...rest } = effects
  const conditions = Object.fromEntries(
    Object.entries(rest)
      .filter(([, types]) => types.length > 0)
      .map(([effect, types]) => [effect, typeIn(types)]),
  )
  const untilDate =
    untilMinute === undefined ? END_OF_ALL : new Date(from + untilMinute * MINUTE).toISOString()
  return {
    id: 'plan',
    version: 1,
    kind: 'some.promise',
    debtor: 'team:support',
    creditor: 'customer:acme',
    start: typeIn(start),
    stop: typeIn(stop),
    ...conditions,
    ...(pauseReasons && { pauseReasons: [...pauseReasons] }),
    privateNotesFulfill: plan.privateNotesFulfill,
    clock: counts === 'businessTime' ? { counts, calendar: 'place' } : { counts },
    ...(cadence === 'once'
      ? { within: period }
      : {
          every: {
            period,
            from: cadence,
            untilDate,
            ...(until && until.length > 0 && { until: typeIn(until) }),
          },
        }),
    warnAt: [0.5, 'PT10M'],
  }
}

const END_OF_ALL = '2030-01-01T00:00:00Z'

/** Clocks that count days, beside those that count time. */
const clocks: fc.Arbitrary<(place: Place) => Pick<Terms, 'clock' | 'within'>> = fc
  .record({
    kind: fc.constantFrom('businessTime', 'elapsedTime', 'endOfDay', 'sameTime', 'localDates'),
    minutes: fc.constantFrom(30, 60, 240, 480, 960),
    days: fc.integer({ min: 1, max: 3 }),
    cutoff: fc.constantFrom('12:00', '16:00', undefined),
    unit: fc.constantFrom('D', 'W', 'M'),
  })
  .map(({ kind, minutes: length, days, cutoff, unit }) => ({ timeZone }) => {
    switch (kind) {
      case 'businessTime':
        return { clock: { counts: kind, calendar: 'place' }, within: `PT${length}M` }
      case 'elapsedTime':
        return { clock: { counts: kind }, within: `PT${length}M` }
      case 'localDates':
        return { clock: { counts: kind, timeZone }, within: `P${days}${unit}` }
      default: {
        const isCut = kind === 'endOfDay' && cutoff !== undefined
        return {
          clock: {
            counts: 'businessDays' as const,
            calendar: 'place',
            due: kind,
            ...(isCut && { cutoff }),
          },
          within: `P${days}D`,
        }
      }
    }
  })

/** Terms of a plan on any clock. */
const anyTerms: fc.Arbitrary<Planned> = fc
  .record({ plan: plans, clock: clocks })
  .map(({ plan, clock }) => ({
    plan,
    make(place) {
      const terms = termsOf(plan, place)
      const { clock: counted, within } = clock(place)
      const period = within as string
      return terms.every === undefined
        ? { ...terms, clock: counted, within: period }
        : { ...terms, clock: counted, every: { ...terms.every, period } }
    },
  }))

/** Something to ask: terms, a history and an instant, near a change of clocks. */
export interface Case {
  readonly place: Place
  readonly plan: Plan
  readonly terms: Terms
  readonly obligation: Obligation
  readonly marks: readonly Mark[]
  readonly at: number
}

/** Cases whose clock counts time. */
export function timeCases(options?: HistoryOptions): fc.Arbitrary<Case> {
  return casesWith(
    plans.map((plan) => ({ plan, make: (place: Place) => termsOf(plan, place) })),
    options,
  )
}

/** Cases on any clock. */
export function cases(options?: HistoryOptions): fc.Arbitrary<Case> {
  return casesWith(anyTerms, options)
}

interface Planned {
  readonly plan: Plan
  make(place: Place): Terms
}

function casesWith(terms: fc.Arbitrary<Planned>, options?: HistoryOptions): fc.Arbitrary<Case> {
  return fc
    .record({ place: places, planned: terms, story: stories(options), when: asking })
    .map(({ place, planned, story, when }) => {
      const document = planned.make(place)
      const marks = story(place)
      const at = (marks[0] as Mark).at + when * MINUTE
      return {
        place,
        plan: planned.plan,
        terms: document,
        obligation: createObligation(document, { calendars: { place: place.calendar } }),
        marks,
        at,
        [fc.toStringMethod]: () => told(place, document, marks, at),
      }
    })
}

/** What a person needs to try a case again. */
function told({ calendar }: Place, terms: Terms, marks: readonly Mark[], at: number): string {
  const asText = (_: string, value: unknown) =>
    typeof value === 'number' && value > 1e11 ? new Date(value).toISOString() : value
  const { definition } = calendar
  return [definition, terms, ...marks, at].map((part) => JSON.stringify(part, asText)).join('\n')
}
