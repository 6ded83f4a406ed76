import { DateTime } from 'luxon'
import { expect, expectTypeOf, test } from 'vitest'
import type * as z from 'zod'
import {
  createDirectory,
  type Decision,
  type DirectoryDocument,
  type Explained,
  type Explaining,
  type Instant,
  type InstantLike,
  type MarkType,
  openEnum,
  type PartyRef,
  type partyRefSchema,
  type ReasonsOf,
  type Refusal,
  readDocument,
  type Sound,
  type WaitReason,
} from '../src/index.ts'
import sample from './directory.sample.json' with { type: 'json' }

test('an instant may be given as a number, a text, a Date, a luxon or a Temporal value', () => {
  expectTypeOf<number>().toExtend<InstantLike>()
  expectTypeOf<string>().toExtend<InstantLike>()
  expectTypeOf<Date>().toExtend<InstantLike>()
  expectTypeOf<DateTime>().toExtend<InstantLike>()
  expectTypeOf<{ readonly epochMilliseconds: number }>().toExtend<InstantLike>()
  expectTypeOf<bigint>().not.toExtend<InstantLike>()
  expectTypeOf<undefined>().not.toExtend<InstantLike>()
  expectTypeOf<{ year: number }>().not.toExtend<InstantLike>()
  expectTypeOf<Instant>().toExtend<number>()
})

interface Counter {
  readonly name: string
  isOpen(hour: number): boolean
  nextOpen(hour: number, patient?: boolean): number | null
}

test('an explaining form has every method, with a reason beside its answer, and no property', () => {
  expectTypeOf<keyof Explaining<Counter>>().toEqualTypeOf<'isOpen' | 'nextOpen'>()
  expectTypeOf<Explaining<Counter>['isOpen']>().toEqualTypeOf<
    (hour: number) => Explained<boolean>
  >()
  expectTypeOf<Explaining<Counter>['nextOpen']>().toEqualTypeOf<
    (hour: number, patient?: boolean) => Explained<number | null>
  >()
})

test('a reason is owed for every method, from its answer and its arguments', () => {
  expectTypeOf<keyof ReasonsOf<Counter>>().toEqualTypeOf<'isOpen' | 'nextOpen'>()
  expectTypeOf<ReasonsOf<Counter>['isOpen']>().parameters.toEqualTypeOf<[boolean, number]>()
})

test('an imported JSON module is a document as it stands', () => {
  expectTypeOf(sample.format).toEqualTypeOf<string>()
  expectTypeOf<typeof sample>().toExtend<DirectoryDocument>()
  expect(createDirectory(sample).members('team:platform')).toEqual(['ada', 'ben'])
})

test('a closed set of texts takes any text by type, names its own, and checks at run time', () => {
  const priority = openEnum(['low', 'high'])
  expectTypeOf<string>().toExtend<z.input<typeof priority>>()
  expectTypeOf<z.output<typeof priority>>().toEqualTypeOf<'low' | 'high'>()
  const given: string = 'medium'
  expect(priority.safeParse(given).success).toBe(false)
  expect(priority.safeParse('low').success).toBe(true)
})

test('a party is a text on the way in and a reference on the way out', () => {
  expectTypeOf<z.input<typeof partyRefSchema>>().toEqualTypeOf<string>()
  expectTypeOf<z.output<typeof partyRefSchema>>().toEqualTypeOf<PartyRef>()
  expectTypeOf<'team:platform'>().toExtend<PartyRef>()
  expectTypeOf<'platform'>().not.toExtend<PartyRef>()
})

test('what can happen is fixed, what can be waited for is not', () => {
  expectTypeOf<string>().not.toExtend<MarkType>()
  expectTypeOf<string>().toExtend<WaitReason>()
})

test('a decision is either events or a refusal', () => {
  type Answer = Decision<{ type: 'closed' }>
  expectTypeOf<Extract<Answer, { ok: true }>['events']>().toEqualTypeOf<
    readonly { type: 'closed' }[]
  >()
  expectTypeOf<Extract<Answer, { ok: false }>['refusal']>().toEqualTypeOf<Refusal>()
})

test('of the sound part of a document nothing is certain to be there', () => {
  type Part = Sound<{ id: string; days: { date: string }[] }>
  expectTypeOf<Part['id']>().toEqualTypeOf<string | undefined>()
  expectTypeOf<NonNullable<Part['days']>[number]>().toEqualTypeOf<
    { readonly date?: string | undefined } | undefined
  >()
  expectTypeOf(readDocument<z.ZodType<{ id: string }>>).returns.toHaveProperty('sound')
})

test('a luxon value is taken by what it can do, not by its class', () => {
  expectTypeOf(DateTime.utc()).toHaveProperty('toMillis')
})
