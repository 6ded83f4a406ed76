import { expect, expectTypeOf, it } from 'vitest'
import {
  type Calendar,
  calendarJsonSchema,
  createCalendar,
  type ExplainedCalendar,
} from '../src/index.ts'
import acme from './acme.json' with { type: 'json' }

it('takes an imported JSON module as it is', () => {
  expect(createCalendar(acme).isOpen('2024-12-24T15:00:00Z')).toBe(true)
})

it('does not take what is no calendar', () => {
  // @ts-expect-error hours are missing
  expect(() => createCalendar({ id: 'x', version: 1, timeZone: 'UTC' })).toThrow()
  // @ts-expect-error a weekday is a list of intervals
  expect(() => createCalendar({ ...acme, hours: { mon: '09:00' } })).toThrow()
})

it('explains each of its answers', () => {
  expectTypeOf<ReturnType<ExplainedCalendar['add']>['value']>().toEqualTypeOf<
    ReturnType<Calendar['add']>
  >()
  expectTypeOf<keyof ExplainedCalendar>().toEqualTypeOf<
    Exclude<keyof Calendar, 'id' | 'timeZone' | 'definition'>
  >()
})

it('has a JSON Schema for editors', () => {
  expect(calendarJsonSchema()).toMatchObject({
    type: 'object',
    required: ['id', 'version', 'timeZone', 'hours'],
    additionalProperties: false,
  })
})
