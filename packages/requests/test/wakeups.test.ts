import { describe, expect, it } from 'vitest'
import { wakeups } from '../src/promises/wakeups.ts'
import * as desk from './promise-desk.ts'

const { bug, monday, offered, on, requestAfter, submitted, urgent, waits } = desk

describe('a request wants to be looked at again', () => {
  it('for the next warning and the breach of what is owed, in order of time', () => {
    const state = requestAfter([monday('09:00'), urgent], [monday('09:05'), offered])
    const found = wakeups(state, bug, monday('09:05'))
    expect(found.map(({ at, source, purpose }) => [at, source, purpose])).toEqual([
      [monday('09:20') + 1, 'acceptance', 'breach'],
      [monday('09:35'), 'attention', 'warn'],
      [monday('10:05') + 1, 'attention', 'breach'],
    ])
  })

  it('for the end of a wait with a date', () => {
    const state = requestAfter(
      [monday('09:00'), submitted],
      [monday('10:00'), waits('date', monday('15:00'))],
    )
    const [next] = wakeups(state, bug, monday('10:00'))
    const wait = { key: '7|wait|1|until', at: monday('15:00'), source: 'wait', purpose: 'resume' }
    expect(next).toEqual(wait)
  })

  it('at once for what came due while nobody looked, until it is told', () => {
    const state = requestAfter([monday('09:00'), urgent])
    const missed = wakeups(state, bug, on(3, '12:00'))
    expect(missed.map(({ at }) => at)).toEqual([monday('09:30'), monday('10:00') + 1])
    const told = missed.map(({ key }) => key)
    expect(wakeups({ ...state, told }, bug, on(3, '12:00'))).toEqual([])
  })

  it('once for a promise that goes on being late', () => {
    const state = requestAfter([monday('09:00'), urgent])
    const late = wakeups(state, bug, monday('10:30')).filter(({ purpose }) => purpose === 'breach')
    expect(late.map(({ key }) => key)).toEqual(['7|1|attention|request:7|1|breach|1'])
  })

  it('never, once it is closed', () => {
    const state = requestAfter([monday('09:00'), urgent], [monday('09:20'), desk.closed])
    expect(wakeups(state, bug, monday('09:20'))).toEqual([])
  })
})
