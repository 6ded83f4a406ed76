import type { Instant } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import { type Due, nextDue } from '../src/promises/due.ts'
import type { RequestState } from '../src/state.ts'
import * as desk from './promise-desk.ts'

const { answer, bug, customerWrites, monday, offered, on, requestAfter } = desk
const { staged, submitted, urgent, waits } = desk

const first = (state: RequestState, upTo: Instant, after = 0) => nextDue(state, bug, after, upTo)

/** Everything that comes due by an instant, as somebody learns it who notes each as told. */
function all(state: RequestState, upTo: Instant): readonly Due[] {
  const found: Due[] = []
  for (let told = state.told; ; told = [...told, found.at(-1)?.key ?? '']) {
    const due = nextDue({ ...state, told }, bug, 0, upTo)
    if (due === null) return found
    found.push(due)
  }
}

describe('what time brings about', () => {
  const state = requestAfter([monday('09:00'), urgent])

  it('is a warning, then a breach in the first millisecond that is too late', () => {
    expect(first(state, monday('09:30') - 1)).toBe(null)
    expect(first(state, monday('09:30'))).toMatchObject({
      key: '7|1|attention|request:7|1|warn|1',
      at: monday('09:30'),
      promise: 'attention',
      purpose: 'warn',
      index: 0,
      to: ['team:support'],
    })
    expect(first(state, monday('10:00'), monday('09:30'))).toBe(null)
    expect(first(state, monday('10:00') + 1, monday('09:30'))).toMatchObject({
      key: '7|1|attention|request:7|1|breach|1',
      at: monday('10:00') + 1,
      to: ['team:support', 'role:duty-manager'],
      state: { breachedAt: monday('10:00') + 1, latestToMeet: monday('10:00') },
    })
  })

  it('comes with the instant at which it was due, however late somebody looks', () => {
    const dues = all(state, on(20, '12:00'))
    expect(dues.map(({ purpose, at }) => [purpose, at])).toEqual([
      ['warn', monday('09:30')],
      ['breach', monday('10:00') + 1],
    ])
  })

  it('is nothing again that was told, also under another priority', () => {
    const told = ['7|1|attention|request:7|1|warn|1', '7|1|attention|request:7|1|breach|1']
    expect(first({ ...state, told }, on(2, '12:00'))).toBe(null)
    expect(first({ ...state, told, priority: 'P3' }, on(2, '12:00'))).toBe(null)
  })

  it('is told once to one who owes it and hears of breaches', () => {
    const own = requestAfter([monday('09:00'), { ...urgent, owner: 'role:duty-manager' }])
    expect(first(own, monday('12:00'), monday('09:30'))?.to).toEqual(['role:duty-manager'])
  })

  it('is the end of a wait with a date, on that date', () => {
    const waiting = requestAfter(
      [monday('09:00'), submitted],
      [monday('10:00'), waits('date', monday('15:00'))],
    )
    expect(first(waiting, monday('15:00') - 1)).toBe(null)
    expect(first(waiting, monday('15:00'))).toEqual({
      key: '7|wait|1|until',
      at: monday('15:00'),
      promise: 'wait',
      purpose: 'resume',
      index: 0,
      to: ['team:support'],
      state: null,
    })
  })

  it('ends a wait at once whose date was over when it began', () => {
    const waiting = requestAfter(
      [monday('09:00'), submitted],
      [monday('10:00'), waits('date', monday('08:00'))],
    )
    expect(first(waiting, monday('12:00'))?.at).toBe(monday('10:00'))
  })

  it('is an offer that nobody answered, told to its receiver', () => {
    const open = requestAfter([monday('09:00'), submitted], [monday('10:00'), offered])
    expect(all(open, monday('13:00')).map(({ key, to }) => [key, to])).toEqual([
      ['7|0|acceptance|offer:7/o1|1|warn|1', ['team:platform']],
      ['7|0|acceptance|offer:7/o1|1|breach|1', ['team:platform']],
    ])
  })

  it('is each step about a customer who does not answer, and none once they have', () => {
    const waiting = requestAfter([monday('09:00'), submitted], [monday('10:00'), waits('customer')])
    const steps = all(waiting, on(9, '08:00')).filter(({ promise }) => promise === 'silence')
    expect(steps.map(({ index, at, to }) => [index, at, to])).toEqual([
      [0, on(3, '17:00') + 1, ['customer:acme']],
      [1, on(8, '17:00') + 1, ['customer:acme']],
    ])
    const answered = requestAfter(
      [monday('09:00'), submitted],
      [monday('10:00'), waits('customer')],
      [monday('11:00'), customerWrites],
    )
    expect(all(answered, on(9, '08:00')).some(({ promise }) => promise === 'silence')).toBe(false)
  })

  it('is a state that the customer was not told of, told once across states', () => {
    const state = requestAfter(
      [monday('09:00'), submitted],
      [monday('10:00'), staged],
      [monday('16:00'), waits('vendor')],
    )
    const key = '7|2|tell|request:7|1|breach|1'
    expect(first(state, monday('16:00'))).toMatchObject({ key, at: monday('14:00') + 1 })
  })

  it('is nothing of what was answered in time, and nothing once it is closed', () => {
    const answered = requestAfter([monday('09:00'), urgent], [monday('09:20'), answer])
    expect(first(answered, monday('09:49'))).toBe(null)
    const over = requestAfter([monday('09:00'), urgent], [monday('09:20'), desk.closed])
    expect(first(over, on(20, '12:00'))).toBe(null)
  })

  it('comes by time, then by key', () => {
    const state = requestAfter(
      [monday('08:00'), urgent],
      [monday('08:00'), { ...offered, offer: '7/o1' }],
    )
    const at = all(state, monday('12:00'))
    expect(at.map(({ promise, purpose }) => `${promise} ${purpose}`)).toEqual([
      'acceptance breach',
      'attention warn',
      'attention breach',
    ])
  })
})
