import { describe, expect, it } from 'vitest'
import { flowOf, silentSince } from '../src/promises/flow.ts'
import * as desk from './promise-desk.ts'

const { answer, customerWrites, monday, note, requestAfter, submitted, waits } = desk

describe('the flow of information', () => {
  it('begins with the submission, and it is our turn', () => {
    const state = requestAfter([monday('09:00'), submitted])
    const flow = { lastIn: monday('09:00'), lastOut: null, silentSince: monday('09:00') }
    expect(flowOf(state)).toEqual({ ...flow, turn: 'desk' })
  })

  it('is silent for the customer whatever we note among ourselves or a machine sends', () => {
    const state = requestAfter(
      [monday('09:00'), submitted],
      [monday('10:00'), answer],
      [monday('11:00'), note],
      [monday('12:00'), { ...answer, automatic: true }],
      [monday('13:00'), { ...answer, by: 'system:mailer' }],
    )
    expect(silentSince(state)).toBe(monday('10:00'))
    expect(flowOf(state)).toMatchObject({ lastOut: monday('10:00'), turn: null })
  })

  it('is our turn when the customer spoke last, in the order in which it happened', () => {
    const spoken = [
      [monday('09:00'), submitted],
      [monday('10:00'), answer],
      [monday('11:00'), customerWrites],
    ] as const
    expect(flowOf(requestAfter(...spoken)).turn).toBe('desk')
    expect(flowOf(requestAfter(...spoken, [monday('10:30'), answer])).turn).toBe('desk')
    expect(flowOf(requestAfter(...spoken, [monday('11:30'), answer])).turn).toBe(null)
  })

  it("is the customer's turn while the request waits for them, and nobody's once it is closed", () => {
    const state = requestAfter([monday('09:00'), submitted], [monday('10:00'), waits('customer')])
    expect(flowOf(state).turn).toBe('customer')
    const over = requestAfter([monday('09:00'), submitted], [monday('10:00'), desk.closed])
    expect(flowOf(over).turn).toBe(null)
  })
})
