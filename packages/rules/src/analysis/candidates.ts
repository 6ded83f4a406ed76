/** Concrete values that stand for everything a fact may be: one at least for each way its comparisons can come out. */
import { formatInstant } from '@holdfast/kernel'
import type { FactType } from '../fact-type.ts'
import { instantOf, millisOf } from '../operators-date.ts'
import type { RefSpec } from './ref-spec.ts'

export interface Candidate {
  readonly value: unknown
  /** Whether it stands for itself alone; otherwise for all values that compare as it does. */
  readonly isExact: boolean
}

/** What the comparisons of one fact compare it with. */
export interface Landmarks {
  /** Scalars that are compared for equality or order. */
  readonly scalars: readonly unknown[]
  /** Epoch milliseconds at which a comparison of instants may change. */
  readonly instants: readonly number[]
  /** Milliseconds at which a comparison of durations may change. */
  readonly durations: readonly number[]
  readonly hasOrder: boolean
  /** Whether something else than an order is asked of it, so that a text is told from the number it looks like. */
  readonly isTold: boolean
  readonly hasLists: boolean
  /** Whether instants are counted from the instant asked at, so that a limit of the vocabulary moves against them. */
  readonly isRelative: boolean
}

/**
 * The candidates of a fact, the plainest first: what is written in conditions before what lies between. Operators that
 * do not suit one type of a union are asked of it all the same, so that texts may be instants, durations or numbers.
 */
export function candidatesOf(spec: RefSpec, landmarks: Landmarks): Candidate[] {
  const candidates = spec.types.flatMap((type) => candidatesOfType(type, landmarks))
  const locals = spec.types.some(({ kind }) => kind === 'instant') ? localTexts(landmarks) : []
  candidates.push(...locals.filter(spec.fits).map(stands))
  // Any excluded value may go; one that stands for others may not, unless those are excluded with it.
  const possible = candidates.filter(({ value, isExact }) => !isExact || spec.fits(value))
  if (spec.canBeNull) possible.push(exact(null))
  if (spec.canBeMissing) possible.push(exact(undefined))
  return possible
}

function candidatesOfType(type: FactType, landmarks: Landmarks): Candidate[] {
  switch (type.kind) {
    case 'enum':
      return type.values.map(exact)
    case 'boolean':
      return [exact(true), exact(false)]
    case 'number':
      return numbers(landmarks, type)
    case 'text':
      return [
        ...constantTexts(landmarks),
        ...others(landmarks),
        exact(''),
        ...(landmarks.instants.length > 0 ? instantTexts(landmarks) : []),
        ...(landmarks.durations.length > 0 ? durationTexts(landmarks, true) : []),
        ...(landmarks.hasOrder ? textsLikeNumbers(landmarks) : []),
      ]
    case 'instant':
      return [...constantTexts(landmarks), ...instantTexts(landmarks)]
    case 'duration':
      return [
        ...constantTexts(landmarks),
        ...durationTexts(landmarks, false),
        stands(calendarText(landmarks)),
      ]
    case 'list':
      return [stands([]), ...(landmarks.hasOrder ? listsLikeNumbers(landmarks) : [])]
    case 'object':
      return [stands({}), ...instantObjects(landmarks)]
    case 'open':
      return anything(landmarks)
  }
}

function exact(value: unknown): Candidate {
  return { value, isExact: true }
}

function stands(value: unknown): Candidate {
  return { value, isExact: false }
}

const UNBOUNDED: NumberType = { integer: false, min: -Infinity, max: Infinity }

type NumberType = Pick<FactType & { kind: 'number' }, 'integer' | 'min' | 'max'>

/** Beyond the integers that can stand for an instant or a duration. */
const HUGE = 2 ** 60

function numbers(landmarks: Landmarks, type: NumberType): Candidate[] {
  const { scalars, instants, durations, isRelative } = landmarks
  const isTimed = instants.length + durations.length > 0
  const limits = isRelative ? [] : [type.min, type.max].filter(Number.isFinite)
  const constants = scalars.filter(
    (value): value is number => typeof value === 'number' && !Number.isNaN(value),
  )
  const points = sorted([...constants, ...instants, ...durations, ...limits])
  const { min, max } = isRelative ? UNBOUNDED : type
  const within = points.filter((point) => point >= min && point <= max)
  const gaps = gapsOf(within, type.integer, isTimed).filter((gap) => gap >= min && gap <= max)
  // A limit that no comparison names is a number like others, and the strangest of them.
  const isNamed = (point: number) => !limits.includes(point) || constants.includes(point)
  const huge = isTimed && !type.integer ? [HUGE, -HUGE] : []
  const extremes = huge.filter((value) => value >= min && value <= max)
  const named = within.filter(isNamed)
  const unnamed = within.filter((point) => !isNamed(point))
  // Those counted from the instant asked at stand for those of other instants.
  return [
    ...named.map(isRelative ? stands : exact),
    ...[...gaps, ...unnamed, ...extremes].map(stands),
  ]
}

/** A number in every gap between points, below and above them; a fraction too where whole numbers mean more. */
function gapsOf(all: readonly number[], integer: boolean, isTimed: boolean): number[] {
  // Nothing lies beyond an infinite limit, and what lies on this side of it is beyond the last finite point.
  const points = all.filter(Number.isFinite)
  if (points.length === 0) return integer || !isTimed ? [1] : [1, 1.5]
  const first = points[0] as number
  const last = points[points.length - 1] as number
  const gaps = [
    above(last),
    ...points.slice(1).map((point, i) => between(points[i] as number, point)),
  ]
  gaps.push(below(first))
  const found = gaps.filter((gap) => gap !== undefined && (!integer || Number.isInteger(gap)))
  if (integer || !isTimed) return found as number[]
  const fractions = points.map((point) => point + 0.5).filter((one) => !points.includes(one))
  return [...(found as number[]), ...fractions, first - 0.5]
}

function above(point: number): number {
  const next = Math.floor(point) + 1
  return next > point ? next : point * (point > 0 ? 2 : 0.5)
}

function below(point: number): number {
  const next = Math.ceil(point) - 1
  return next < point ? next : point * (point > 0 ? 0.5 : 2)
}

function between(a: number, b: number): number | undefined {
  const whole = Math.floor(a) + 1
  if (whole > a && whole < b) return whole
  const middle = a + (b - a) / 2
  return middle > a && middle < b ? middle : undefined
}

function sorted(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b)
}

function constantTexts({ scalars }: Landmarks): Candidate[] {
  return textsOf(scalars).map(exact)
}

function textsOf(scalars: readonly unknown[]): string[] {
  return [...new Set(scalars.filter((value) => typeof value === 'string'))]
}

/** Texts of the kinds that schemas ask for most, so that one of them fits where the first does not. */
const TEXTS = [
  'other',
  'someone@example.com',
  'https://example.com/',
  '6f1ac5a4-6d1e-4a0b-9c7e-0d4b6c1f2a30',
  '2026-03-01',
  'other text of some length, as a description has it',
]

/** A text that none of the landmarks is. */
function others({ scalars }: Landmarks): Candidate[] {
  return TEXTS.map((text) => stands(unlike(text, new Set(textsOf(scalars)))))
}

function unlike(text: string, taken: ReadonlySet<string>): string {
  let other = text
  for (let count = 2; taken.has(other); count++) other = `${text}${count}`
  return other
}

/** Whole milliseconds at points and around them; text holds whole ones only. */
function millis(points: readonly number[]): number[] {
  return sorted(points.flatMap((point) => [point - 1, point, point + 1]))
}

/** The years that four digits can write. */
const FIRST_TEXT = -62_167_219_200_000
const LAST_TEXT = 253_402_300_799_999

function instantTexts(landmarks: Landmarks): Candidate[] {
  const taken = new Set(textsOf(landmarks.scalars))
  const written = textsOf(landmarks.scalars).map(instantOf)
  const points = [...landmarks.instants, ...written.filter((one) => one !== undefined)]
  return millis(points.length > 0 ? points : [SOME_INSTANT])
    .filter((at) => at >= FIRST_TEXT && at <= LAST_TEXT)
    .flatMap((at) => {
      const text = formatInstant(at)
      const forms = [text, text.replace('.000Z', 'Z'), text.replace('Z', '+00:00')]
      const form = forms.find((one) => !taken.has(one))
      return form === undefined ? [] : [stands(form)]
    })
}

/** Times without an offset, which are no instants; a vocabulary may allow them. */
function localTexts({ scalars }: Landmarks): string[] {
  const texts = Array.from(
    { length: scalars.length + 1 },
    (_, nth) => `${2026 + nth}-03-01T09:00:00`,
  )
  const local = texts.find((text) => !scalars.includes(text))
  return local === undefined ? [] : [local]
}

/** A duration whose length the calendar tells, unlike every one that is named. */
function calendarText({ scalars }: Landmarks): string {
  let months = 1
  while (scalars.includes(`P${months}M`)) months++
  return `P${months}M`
}

/** 2026-03-01T09:00:00Z, where any instant will do. */
const SOME_INSTANT = 1_772_355_600_000

function durationTexts(landmarks: Landmarks, negative: boolean): Candidate[] {
  const taken = new Set(textsOf(landmarks.scalars))
  const written = textsOf(landmarks.scalars).map(millisOf)
  const points = [...landmarks.durations, ...written.filter((one) => one !== undefined)]
  // Where nothing is negative, nothing lies beside a negative limit, and 0 stands for what lies above it.
  if (!negative && points.some((point) => point < 0)) points.push(0)
  return millis(points.length > 0 ? points : [3_600_000])
    .filter((span) => negative || span >= 0)
    .flatMap((span) => {
      const seconds = `T${(Math.abs(span) / 1000).toFixed(3).replace(/\.?0+$/, '')}S`
      const sign = span < 0 ? '-' : ''
      const forms = [`${sign}P${seconds}`, `${sign}PT0H${seconds.slice(1)}`]
      const form = forms.find((one) => !taken.has(one))
      return form === undefined ? [] : [stands(form)]
    })
}

/** Everything that plain data may hold, and that the stock operators tell apart. */
function anything(landmarks: Landmarks): Candidate[] {
  const { instants, durations, hasOrder, isTold, hasLists } = landmarks
  return [
    ...constantTexts(landmarks),
    ...numbers(landmarks, UNBOUNDED),
    ...others(landmarks).slice(0, 1),
    exact(true),
    exact(false),
    stands([]),
    stands({}),
    exact(''),
    ...(instants.length > 0 ? instantTexts(landmarks) : []),
    ...instantObjects(landmarks),
    ...(durations.length > 0 ? durationTexts(landmarks, true) : []),
    ...(hasOrder && isTold ? textsLikeNumbers(landmarks) : []),
    ...(hasOrder && hasLists ? listsLikeNumbers(landmarks) : []),
  ]
}

function instantObjects({ instants }: Landmarks): Candidate[] {
  return millis(instants)
    .filter((at) => at >= 0)
    .map((at) => stands({ epochMilliseconds: at }))
}

/** The stock engine compares by order whatever begins like a number: texts, and lists of one number. */
function textsLikeNumbers(landmarks: Landmarks): Candidate[] {
  const taken = new Set(textsOf(landmarks.scalars))
  return numbers(landmarks, UNBOUNDED).map(({ value }) =>
    stands(unlikeNumber(` ${String(value)}`, taken)),
  )
}

function listsLikeNumbers(landmarks: Landmarks): Candidate[] {
  return numbers(landmarks, UNBOUNDED).map(({ value }) => stands([value]))
}

function unlikeNumber(text: string, taken: ReadonlySet<string>): string {
  let other = text
  while (taken.has(other)) other = ` ${other}`
  return other
}
