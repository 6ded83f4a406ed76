import type { Mark } from '@holdfast/kernel'
import { expect, it } from 'vitest'
import { lifeOf, minute } from './desk.ts'

const answer: Partial<Mark> = { by: 'person:ada' }

it('a customer hears what people at the desk say in public', () => {
  const { answers } = lifeOf(
    [0, 'submitted'],
    [2, 'message', answer],
    [5, 'message', { by: 'team:support', audience: 'public' }],
    [6, 'message'],
    [20, 'resolved'],
  )
  expect(answers).toEqual({
    count: 3,
    firstAt: minute(2),
    longestSilence: { from: minute(2), to: minute(5) },
  })
})

it.each<[string, Partial<Mark>]>([
  ['a machine that says so', { ...answer, automatic: true }],
  ['a system', { by: 'system:desk' }],
  ['an internal note', { ...answer, audience: 'internal' }],
  ['the customer', { by: 'customer:acme' }],
])('%s is no answer', (_, parts) => {
  const { answers } = lifeOf([0, 'submitted'], [2, 'message', parts], [9, 'resolved', answer])
  expect(answers).toEqual({ count: 0, firstAt: null, longestSilence: null })
})

it('one answer is followed by no silence', () => {
  const { answers } = lifeOf([0, 'submitted'], [2, 'message', answer], [90, 'resolved'])
  expect(answers).toEqual({ count: 1, firstAt: minute(2), longestSilence: null })
})

it('of silences of the same length the first is the longest', () => {
  const at = (minutes: number) => [minutes, 'message', answer] as const
  const { answers } = lifeOf([0, 'submitted'], at(1), at(2), at(6), at(10), at(11))
  expect(answers.longestSilence).toEqual({ from: minute(2), to: minute(6) })
})

it('what is said after the end is heard too', () => {
  const { answers } = lifeOf(
    [0, 'submitted'],
    [2, 'message', answer],
    [3, 'resolved'],
    [9, 'message', answer],
  )
  expect(answers.longestSilence).toEqual({ from: minute(2), to: minute(9) })
})
