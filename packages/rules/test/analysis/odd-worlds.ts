/** Vocabularies of many kinds by chance, and requests at their edges. */
import * as z from 'zod'
import { type Dice, pick } from '../random-rules.ts'

export const FROM = Date.parse('2027-01-01T00:00:00Z')
export const MIDDLE = Date.parse('2027-07-01T00:00:00Z')
export const TO = Date.parse('2028-01-01T00:00:00Z')
export const INSTANTS: readonly number[] = [FROM, MIDDLE, TO - 1]

/** What a condition may ask of a fact, as far as it changes which operators fit. */
export type Trait = 'text' | 'number' | 'instant' | 'duration' | 'scalar' | 'open'

/** A kind of fact: a scalar with what it may be, a list, or an object. */
export interface Kind {
  readonly schema: z.ZodType
  readonly trait: Trait
  readonly items?: Kind
  readonly fields?: Readonly<Record<string, Kind>>
}

/** Facts, their kinds, and the vocabulary of them all. */
export interface World {
  readonly kinds: Readonly<Record<string, Kind>>
  readonly vocabulary: z.ZodObject
}

const scalar = (trait: Trait, schema: z.ZodType): Kind => ({ schema, trait })

const SCALARS: readonly (() => Kind)[] = [
  () => scalar('text', z.enum(['ab', 'AB', 'abc', 'P1'])),
  () => scalar('text', z.enum(['PT1H', 'PT60M', '5', '05'])),
  () => scalar('scalar', z.literal([1, '1', true, 'ab'])),
  () => scalar('scalar', z.literal([null, 'ab', 2])),
  () => scalar('number', z.literal([1, 2, 5])),
  () => scalar('scalar', z.boolean()),
  () => scalar('number', z.int()),
  () => scalar('number', z.int().min(0).max(3)),
  () => scalar('number', z.int().multipleOf(3)),
  () => scalar('number', z.int().gt(0).lt(3)),
  () => scalar('number', z.int().min(FROM)),
  () => scalar('number', z.int32()),
  () => scalar('number', z.number()),
  () => scalar('number', z.number().min(-1).max(2.5)),
  () => scalar('number', z.number().gt(0).lt(1)),
  () => scalar('number', z.number().multipleOf(0.5).positive()),
  () =>
    scalar(
      'number',
      z.int().refine((one) => one % 2 === 0),
    ),
  () => scalar('text', z.string()),
  () => scalar('text', z.string()),
  () => scalar('text', z.string().min(2)),
  () => scalar('text', z.string().max(3)),
  () => scalar('text', z.string().startsWith('ab')),
  () => scalar('text', z.string().regex(/^[a-z]*$/)),
  () => scalar('text', z.string().trim().toLowerCase()),
  () => scalar('text', z.string().transform(Number)),
  () => scalar('instant', z.iso.datetime({ offset: true })),
  () => scalar('instant', z.iso.datetime()),
  () => scalar('instant', z.iso.datetime({ local: true, offset: true })),
  () => scalar('duration', z.iso.duration()),
  () => scalar('open', z.any()),
  () => scalar('open', z.union([z.string(), z.null()])),
  () => scalar('open', z.union([z.string(), z.number()])),
  () => scalar('open', z.union([z.enum(['ab', '5']), z.int(), z.boolean()])),
  () => scalar('open', z.union([z.array(z.number()), z.literal('none')])),
  () => scalar('open', z.coerce.number()),
  () => scalar('open', z.coerce.string()),
  () => scalar('open', z.string().catch('ab')),
  () => scalar('open', z.string().and(z.enum(['ab', '5']))),
  () => scalar('open', z.tuple([z.int()])),
]

const listOf = (items: Kind, schema = z.array(items.schema)): Kind => ({
  schema,
  trait: 'open',
  items,
})
const objectOf = (fields: Readonly<Record<string, Kind>>): Kind => ({
  schema: z.object(
    Object.fromEntries(Object.entries(fields).map(([k, { schema }]) => [k, schema])),
  ),
  trait: 'open',
  fields,
})

function scalarKind(dice: Dice): Kind {
  return wrapped(dice, pick(dice, SCALARS)())
}

function kindOf(dice: Dice): Kind {
  const chance = dice()
  if (chance < 0.62) return scalarKind(dice)
  if (chance < 0.82) {
    const items = scalarKind(dice)
    const list = z.array(items.schema)
    const schema = pick(dice, [list, list, list, list.min(1), list.max(1), list.nonempty().max(2)])
    return wrapped(dice, listOf(items, schema))
  }
  const fields = dice() < 0.5 ? ['n'] : ['n', 'm']
  const one = objectOf(Object.fromEntries(fields.map((key) => [key, scalarKind(dice)])))
  if (chance < 0.9) return wrapped(dice, listOf(one))
  return wrapped(dice, dice() < 0.25 ? objectOf({ n: wrapped(dice, one) }) : one)
}

function wrapped(dice: Dice, kind: Kind): Kind {
  const chance = dice()
  const { schema } = kind
  if (chance < 0.12) return { ...kind, schema: schema.optional() }
  if (chance < 0.22) return { ...kind, schema: schema.nullable() }
  if (chance < 0.3) return { ...kind, schema: schema.nullish() }
  if (chance < 0.33) return { ...kind, schema: schema.nullable().default(null) }
  if (chance < 0.35) return { ...kind, schema: schema.optional().nonoptional() }
  if (chance < 0.37) return { ...kind, schema: schema.readonly() }
  if (chance < 0.39) return { ...kind, schema: z.exactOptional(schema) }
  if (chance < 0.41) return { ...kind, schema: schema.optional().nullable() }
  return kind
}

export function worldOf(dice: Dice): World {
  const names = pick(dice, [['a'], ['a', 'b'], ['a', 'b'], ['a', 'b', 'c']])
  const kinds = Object.fromEntries(names.map((name) => [name, kindOf(dice)]))
  const shape = Object.fromEntries(names.map((name) => [name, (kinds[name] as Kind).schema]))
  const make = pick(dice, [z.object, z.object, z.object, z.strictObject, z.looseObject])
  const vocabulary = make(shape) as z.ZodObject
  const isNarrowed = dice() < 0.06
  return {
    kinds,
    vocabulary: isNarrowed ? vocabulary.refine(({ a, b }) => a !== b) : vocabulary,
  }
}

const text = (at: number) => new Date(at).toISOString()
const withOffset = (at: number) => text(at + 7_200_000).replace('Z', '+02:00')
const HOUR = 3_600_000
const TIMES = INSTANTS.flatMap((at) => [at, at - 1, at + 1, at - 24 * HOUR, at - 24 * HOUR - 1])

const EDGE_ROWS: readonly (readonly unknown[])[] = [
  [0, -0, 1, 2, 2.5, 3, 5, 6, -1, 0.5, 1e-7, 1e21, Infinity, -Infinity, Number.NaN],
  [true, false, '', ' ', 'ab', 'AB', 'Abc', 'abcd', 'cdab', 'ab cd', 'x', 'none', 'p1'],
  ['5', ' 5', '05', '5abc', '1', 'Infinity', '-1', '0x10', 'ß', 'SS', 'İ', 'ab*', 'a\nb'],
  ['PT1H', 'PT60M', 'PT90M', 'PT1H30M', 'P1D', 'PT24H', 'P1M', 'P1Y', 'PT0S', '-PT1H', 'P1W'],
  ['PT30M', 'PT0.001S', HOUR, HOUR + 1, 90 * 60_000],
  [...TIMES, ...TIMES.map(text), ...TIMES.map(withOffset), '2027-07-01T00:00:00'],
  ['2027-07-01', '1900-01-01T00:00:00Z', '2100-01-01T00:00:00Z'],
  [[], [5], ['5'], [1], {}, { n: 1 }, { epochMilliseconds: MIDDLE }, [[5]], new Date(MIDDLE)],
]
const EDGES = EDGE_ROWS.flat()

/** A value that a condition names, and those beside it. */
function neighbours(constant: unknown): unknown[] {
  if (Array.isArray(constant)) return [constant, ...constant.flatMap(neighbours)]
  if (typeof constant === 'number') {
    const near = [constant - 1, constant + 1, constant - 0.5, constant + 0.5]
    return [constant, ...near, String(constant), `${constant}x`]
  }
  if (typeof constant !== 'string') return [constant]
  const plain = constant.replaceAll('*', '')
  const near = [constant.toUpperCase(), constant.toLowerCase(), `${plain}x`, `x${plain}`]
  const at = Date.parse(constant)
  if (Number.isNaN(at)) return [constant, plain, ...near, `${plain}${plain}`, plain.slice(1)]
  return [constant, at, at - 1, at + 1, text(at - 1), text(at + 1), withOffset(at)]
}

/** Some values of a kind, each accepted, missing and null among them where they may be. */
export function valuesOf(dice: Dice, kind: Kind, constants: readonly unknown[], most: number) {
  const known = (kind.schema._zod.values as ReadonlySet<unknown> | undefined) ?? []
  const near = shuffled(dice, [...constants.flatMap(neighbours), ...known])
  const edges = shuffled(dice, [...composed(dice, kind, constants), ...EDGES])
  const mixed = near.flatMap((value, index) => [value, ...edges.slice(2 * index, 2 * index + 2)])
  const found = new Map<string, unknown>()
  for (const value of [undefined, null, ...mixed, ...edges]) {
    if (found.size >= most) break
    const key = keyOf(value)
    if (!found.has(key) && accepts(kind.schema, value)) found.set(key, value)
  }
  return [...found.values()]
}

/** Lists and objects put together of values of their parts. */
function composed(dice: Dice, { items, fields }: Kind, constants: readonly unknown[]): unknown[] {
  if (items !== undefined) {
    const values = valuesOf(dice, items, constants, 10)
    const pairs = values.map((value) => [value, pick(dice, values)])
    return values.length === 0 ? [[]] : [[], ...values.map((value) => [value]), ...pairs]
  }
  if (fields === undefined) return []
  const pools = Object.entries(fields).map(
    ([key, kind]) => [key, valuesOf(dice, kind, constants, 12)] as const,
  )
  return Array.from({ length: 16 }, () =>
    Object.fromEntries(
      pools
        .map(([key, values]) => [key, pick(dice, values)] as const)
        .filter(([, value]) => value !== undefined),
    ),
  )
}

function accepts(schema: z.ZodType, value: unknown): boolean {
  if (value !== undefined) return schema.safeParse(value, { jitless: true }).success
  return z.object({ it: schema }).safeParse({}, { jitless: true }).success
}

/** Tells also what JSON does not. */
function keyOf(value: unknown): string {
  return JSON.stringify({ value }, (_, one: unknown) =>
    typeof one === 'number' ? `number ${Object.is(one, -0) ? '-0' : one}` : one,
  )
}

export function shuffled<T>(dice: Dice, values: readonly T[]): T[] {
  return values
    .map((value) => ({ value, order: dice() }))
    .sort((a, b) => a.order - b.order)
    .map(({ value }) => value)
}

/** Requests that the vocabulary accepts, of every value of each fact with every one of the others, or many of them. */
export function requestsOf(dice: Dice, world: World, constants: ReadonlyMap<string, unknown[]>) {
  const names = Object.keys(world.kinds)
  const most = [60, 16, 7][names.length - 1] as number
  let requests: Record<string, unknown>[] = [{}]
  for (const name of names) {
    const values = valuesOf(dice, world.kinds[name] as Kind, constants.get(name) ?? [], most)
    requests = requests.flatMap((one) =>
      values.map((value) => (value === undefined ? one : { ...one, [name]: value })),
    )
  }
  return requests.filter((one) => world.vocabulary.safeParse(one, { jitless: true }).success)
}
