import { expect, test } from 'vitest'
import { reason, reasonSchema } from '../src/index.ts'

test('a reason has no parameters and no children unless they are given', () => {
  expect(reason('calendar.open')).toEqual({ code: 'calendar.open', params: {}, children: [] })
})

test('a reason says where it is laid down and of what time it speaks', () => {
  const full = reason(
    'calendar.holiday',
    { name: 'Easter Monday', hours: [8, 17], moved: null, inner: { deep: true } },
    {
      source: { document: 'acme', version: 3, pointer: '/holidays/0' },
      span: { from: 0, to: 86_400_000 },
      children: [reason('calendar.zone', { zone: 'Europe/Zurich' })],
    },
  )
  expect(reasonSchema.parse(full)).toEqual(full)
  expect(JSON.parse(JSON.stringify(full))).toEqual(full)
})

test.each([
  ['no code', { code: '', params: {}, children: [] }],
  ['a parameter that is a date', { code: 'a', params: { at: new Date(0) }, children: [] }],
  ['a parameter that is a function', { code: 'a', params: { at: () => 0 }, children: [] }],
  ['a parameter that is undefined', { code: 'a', params: { at: undefined }, children: [] }],
  [
    'a source without a pointer',
    { code: 'a', params: {}, source: { document: 'x' }, children: [] },
  ],
  ['a source that is undefined', { code: 'a', params: {}, source: undefined, children: [] }],
  ['a child that is a text', { code: 'a', params: {}, children: ['b'] }],
])('what has %s is no reason', (_, data) => {
  expect(reasonSchema.safeParse(data).success).toBe(false)
})
