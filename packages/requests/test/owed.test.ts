import { createLedger } from '@holdfast/obligations'
import { describe, expect, it } from 'vitest'
import { explainedOwed, owed } from '../src/promises/owed.ts'
import * as desk from './promise-desk.ts'

const { answer, bug, customerWrites, monday, note, offered, on, requestAfter } = desk
const { resolved, resumed, staged, submitted, urgent, waits } = desk

const told = (state: ReturnType<typeof requestAfter>, at = on(2, '12:00')) =>
  owed(state, bug, at).map(({ obligation, cycle, life }) => `${obligation} ${cycle} ${life}`)

describe('what was and is owed', () => {
  it('is one cycle after the other through the states of a request, counted through', () => {
    const state = requestAfter(
      [monday('09:00'), submitted],
      [monday('10:00'), note],
      [monday('11:00'), waits('customer')],
      [monday('12:00'), answer],
      [monday('13:00'), customerWrites],
      [monday('13:00'), resumed],
    )
    expect(told(state)).toEqual([
      'attention 1 fulfilled',
      'attention 2 cancelled',
      'news 1 fulfilled',
      'silence-1 1 fulfilled',
      'silence-2 1 fulfilled',
      'news 2 cancelled',
      'attention 3 running',
    ])
  })

  it('is for whoever owned the request when it was decided', () => {
    const state = requestAfter(
      [monday('09:00'), urgent],
      [monday('09:30'), desk.owner('team:platform')],
      [monday('10:00'), { ...desk.owner('team:data'), by: 'system:routing' }],
      [monday('11:00'), { ...desk.owner('team:sales'), by: 'system:routing' }],
    )
    const parties = owed(state, bug, monday('12:00')).map(({ debtor, breachedAt }) => [
      debtor,
      breachedAt,
    ])
    expect(parties).toEqual([
      ['team:support', null],
      // Late at 10:30, when the data team had it; who has it later does not owe the delay.
      ['team:data', monday('10:30') + 1],
    ])
  })

  it('is on the terms of the priority at its end, from the beginning of the cycle', () => {
    const state = requestAfter(
      [monday('09:00'), submitted],
      [monday('11:00'), desk.priority('P1', 'system:monitor')],
      [monday('11:30'), note],
    )
    const [first, second] = owed(state, bug, monday('12:00'))
    expect(first).toMatchObject({ target: 3_600_000, breachedAt: monday('10:00') + 1 })
    expect(second).toMatchObject({ target: 3_600_000, breachedAt: null })
  })

  it('is kept by raising the priority, which does not make the time before it late', () => {
    const state = requestAfter([monday('09:00'), submitted], [monday('14:00'), desk.priority('P1')])
    expect(owed(state, bug, monday('14:00'))[0]).toMatchObject({
      life: 'fulfilled',
      breachedAt: null,
    })
  })

  it('of an offer is kept by an answer, and ends without one when it is taken back', () => {
    const before = [
      [monday('09:00'), submitted],
      [monday('09:00'), offered],
    ] as const
    const offer = (type: 'offerAccepted' | 'offerRecalled' | 'offerExpired') =>
      owed(requestAfter(...before, [monday('09:30'), { type, offer: '7/o1' }]), bug, on(2, '12:00'))
        .filter(({ kind }) => kind === 'handover.acceptance')
        .map(({ life, debtor, creditor, about }) => [life, debtor, creditor, about])
    const parties = ['team:platform', 'team:support', 'offer:7/o1']
    expect(offer('offerAccepted')).toEqual([['fulfilled', ...parties]])
    expect(offer('offerRecalled')).toEqual([['cancelled', ...parties]])
    expect(offer('offerExpired')).toEqual([['cancelled', ...parties]])
  })

  it('of a state to be told goes on in the next one, and is begun once', () => {
    const state = requestAfter(
      [monday('09:00'), submitted],
      [monday('10:00'), staged],
      [monday('11:00'), resumed],
      [monday('12:00'), staged],
      [monday('15:00'), answer],
    )
    const tells = owed(state, bug, on(2, '12:00')).filter(({ obligation }) => obligation === 'tell')
    expect(
      tells.map(({ startedAt, breachedAt, fulfilledAt }) => [startedAt, breachedAt, fulfilledAt]),
    ).toEqual([[monday('10:00'), monday('14:00') + 1, monday('15:00')]])
  })

  it('by a customer is over when they object to a resolution', () => {
    const state = requestAfter(
      [monday('09:00'), submitted],
      [monday('10:00'), resolved],
      [monday('11:00'), customerWrites],
    )
    expect(told(state)).toContain('closure 1 cancelled')
  })

  it('is what it was at an instant, whatever happened later', () => {
    const early = requestAfter([monday('09:00'), submitted])
    const late = requestAfter(
      [monday('09:00'), submitted],
      [monday('09:40'), { ...desk.owner('team:data'), by: 'system:routing' }],
      [monday('09:50'), desk.priority('P1', 'system:monitor')],
      [monday('10:00'), waits('vendor')],
      [monday('11:00'), resolved],
    )
    expect(owed(late, bug, monday('09:30'))).toEqual(owed(early, bug, monday('09:30')))
  })

  it('ends without a trace in a state that a backdated end leaves no time', () => {
    const state = requestAfter(
      [monday('09:00'), submitted],
      [monday('11:00'), waits('vendor')],
      [monday('10:00'), resumed],
    )
    expect(told(state)).toEqual(['attention 1 cancelled', 'attention 2 running'])
  })

  it('makes a ledger of many requests', () => {
    const state = requestAfter([monday('09:00'), urgent])
    const ledger = createLedger(owed(state, bug, monday('12:00')))
    expect(ledger.open({ debtor: 'team:support', breachedOnly: true })).toHaveLength(1)
  })

  it('can say why, one reason for each promise', () => {
    const state = requestAfter(
      [monday('09:00'), submitted],
      [monday('10:00'), note],
      [monday('11:00'), waits('vendor')],
    )
    const { value, reason } = explainedOwed(state, bug, monday('12:00'))
    expect(value).toEqual(owed(state, bug, monday('12:00')))
    expect(reason.code).toBe('requests.owed')
    expect(reason.children.map(({ params }) => params['cycle'])).toEqual([1, 2, 1])
  })
})
