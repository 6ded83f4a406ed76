import type { Instant } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import { isUnattended, nextActionOf } from '../src/promises/next-action.ts'
import type { RequestState } from '../src/state.ts'
import * as desk from './promise-desk.ts'

const { bug, document, lifecycleOf, monday, on, requestAfter } = desk
const { answer, customerWrites, note, offered, resolved, staged, submitted, urgent, waits } = desk

const next = (state: RequestState, at: Instant) => nextActionOf(state, bug, at)

describe('what is to be done next', () => {
  it('is to attend to what came in, by its owner', () => {
    const state = requestAfter([monday('09:00'), submitted])
    const action = { at: monday('17:00'), by: 'team:support', why: 'attend' }
    expect(next(state, monday('09:00'))).toEqual({ ...action, at: on(2, '08:00') })
  })

  it('counts anew from whatever a person of ours does, also in private', () => {
    const state = requestAfter([monday('09:00'), submitted], [monday('11:00'), note])
    expect(next(state, monday('11:00'))?.at).toBe(on(2, '10:00'))
  })

  it('does not count anew from what a customer or a machine does', () => {
    const state = requestAfter(
      [monday('09:00'), urgent],
      [monday('09:10'), customerWrites],
      [monday('09:20'), { ...answer, automatic: true }],
      [monday('09:30'), desk.priority('P1', 'system:monitor')],
    )
    expect(next(state, monday('09:30'))?.at).toBe(monday('10:00'))
  })

  it('is due by the new priority from the beginning of the open cycle', () => {
    const state = requestAfter(
      [monday('09:00'), submitted],
      [monday('09:40'), desk.priority('P1', 'system:monitor')],
    )
    expect(next(state, monday('09:40'))?.at).toBe(monday('10:00'))
  })

  it('is for the receiver of an offer to accept, while the offerer stays accountable', () => {
    const state = requestAfter([monday('09:00'), submitted], [monday('10:00'), offered])
    expect(next(state, monday('10:00'))).toEqual({
      at: monday('12:00'),
      by: 'team:platform',
      why: 'accept',
    })
    expect(state.owner).toBe('team:support')
  })

  it('is to inform the customer while it waits, which only a person in public does', () => {
    const waiting = [
      [monday('09:00'), submitted],
      [monday('10:00'), waits('vendor')],
    ] as const
    const state = requestAfter(...waiting, [monday('11:00'), note])
    const action = { at: on(2, '17:00'), by: 'team:support', why: 'inform' }
    expect(next(state, monday('11:00'))).toEqual({ ...action, at: on(3, '08:00') })
    const told = requestAfter(...waiting, [monday('12:00'), answer])
    expect(next(told, monday('12:00'))?.at).toBe(on(3, '10:00'))
  })

  it('is to tell the customer of a state, also after it was left', () => {
    const state = requestAfter(
      [monday('09:00'), submitted],
      [monday('10:00'), staged],
      [monday('11:00'), waits('vendor')],
    )
    expect(next(state, monday('11:00'))).toMatchObject({ at: monday('14:00'), why: 'tell' })
    const later = requestAfter(
      [monday('09:00'), submitted],
      [monday('10:00'), staged],
      [monday('11:00'), { ...staged }],
    )
    expect(next(later, monday('11:00'))).toMatchObject({ at: monday('14:00'), why: 'tell' })
  })

  it('is nothing to be told any more once a person told it', () => {
    const state = requestAfter(
      [monday('09:00'), submitted],
      [monday('10:00'), staged],
      [monday('11:00'), answer],
    )
    expect(next(state, monday('11:00'))?.why).toBe('attend')
  })

  it('is for a customer who is waited for to answer, until the next step about their silence', () => {
    const state = requestAfter([monday('09:00'), submitted], [monday('10:00'), waits('customer')])
    expect(next(state, monday('10:00'))).toEqual({
      at: on(3, '17:00'),
      by: 'customer:acme',
      why: 'answer',
    })
    const told = ['7|2|silence-1|request:7|1|breach|1']
    const reminded = { ...state, told }
    expect(next(reminded, on(4, '09:00'))).toMatchObject({ at: on(8, '17:00'), why: 'answer' })
  })

  it('is for the owner where nobody knows the customer', () => {
    const { customer: _, ...unknown } = submitted
    const state = requestAfter([monday('09:00'), unknown], [monday('10:00'), waits('customer')])
    expect(next(state, monday('10:00'))).toMatchObject({ by: 'team:support', why: 'answer' })
  })

  it('is to go on when a wait with a date ends', () => {
    const state = requestAfter(
      [monday('09:00'), submitted],
      [monday('10:00'), waits('date', monday('15:00'))],
    )
    expect(next(state, monday('10:00'))).toEqual({
      at: monday('15:00'),
      by: 'team:support',
      why: 'resume',
    })
  })

  it('is to close what is resolved, unless the customer objects', () => {
    const state = requestAfter([monday('09:00'), submitted], [monday('10:00'), resolved])
    expect(next(state, monday('10:00'))).toEqual({
      at: on(8, '17:00'),
      by: 'customer:acme',
      why: 'close',
    })
  })

  it('is to attend to what a customer says about a resolution', () => {
    const state = requestAfter(
      [monday('09:00'), submitted],
      [monday('10:00'), resolved],
      [monday('11:00'), customerWrites],
    )
    const action = { at: monday('11:00'), by: 'team:support', why: 'attend' }
    expect(next(state, monday('12:00'))).toEqual(action)
  })

  it('is nothing once it is closed, or resolved for good', () => {
    const over = requestAfter([monday('09:00'), submitted], [monday('10:00'), desk.closed])
    expect(next(over, monday('10:00'))).toBe(null)
    const { closeAfter: _, ...open } = document
    const state = requestAfter([monday('09:00'), submitted], [monday('10:00'), resolved])
    expect(nextActionOf(state, lifecycleOf(open), monday('10:00'))).toBe(null)
  })

  it('is due since it began where no clock says by when', () => {
    const silent = { ...document, attention: { targets: [{ priorities: ['P9'], every: 'PT1H' }] } }
    const state = requestAfter([monday('09:00'), submitted], [monday('10:00'), note])
    expect(nextActionOf(state, lifecycleOf(silent), monday('12:00'))).toEqual({
      at: monday('10:00'),
      by: 'team:support',
      why: 'attend',
    })
  })

  it('is what comes first by its kind where two are due at once', () => {
    const both = { ...document, handover: { acceptance: [{ within: 'PT8H' }] } }
    const state = requestAfter([monday('08:00'), submitted], [monday('08:00'), offered])
    expect(nextActionOf(state, lifecycleOf(both), monday('08:00'))?.why).toBe('accept')
  })
})

describe('a late fact', () => {
  it('counts when it happened, for as long as the state lasts', () => {
    const state = requestAfter(
      [monday('09:00'), urgent],
      [monday('09:50'), customerWrites],
      [monday('09:30'), note],
    )
    expect(next(state, monday('10:00'))?.at).toBe(monday('10:30'))
  })

  it('from before the state changes nothing of what is owed now', () => {
    const state = requestAfter(
      [monday('09:00'), urgent],
      [monday('10:00'), waits('vendor')],
      [monday('09:30'), answer],
    )
    expect(next(state, monday('10:00'))?.at).toBe(monday('12:00'))
  })
})

describe('a request', () => {
  it('is unattended one millisecond after its next action was due', () => {
    const at = monday('12:00')
    const nextAction = { at, by: 'team:support', why: 'attend' } as const
    expect(isUnattended({ category: 'open', nextAction }, at)).toBe(false)
    expect(isUnattended({ category: 'open', nextAction }, at + 1)).toBe(true)
  })

  it('is unattended when it is open and nobody knows what comes next', () => {
    const nobody = { nextAction: null }
    expect(isUnattended({ category: 'waiting', ...nobody }, 0)).toBe(true)
    expect(isUnattended({ category: 'closed', ...nobody }, 0)).toBe(false)
  })
})
