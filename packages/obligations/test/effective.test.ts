import { describe, expect, it } from 'vitest'
import { answered, at, hour, news, promise, read, submitted } from './desk.ts'

describe('terms that are in effect for a week', () => {
  const effective = { from: '2026-03-03', to: '2026-03-10' }
  const answer = promise({ effective })

  it('begin nothing before it', () => {
    expect(read(answer, [submitted('Mon 16:59')], 'Tue 10:00')).toMatchObject([
      { life: 'inactive' },
    ])
  })

  it('begin with the first day, in the zone of their calendar', () => {
    const start = submitted('Tue 00:00')
    expect(read(answer, [start], 'Tue 10:00')).toMatchObject([{ life: 'running', used: hour }])
  })

  it('hold to the end what began while they were in effect', () => {
    const marks = [submitted('Mon+1 16:00'), answered('Tue+1 10:00')]
    expect(read(answer, marks, 'Tue+1 11:00')).toMatchObject([
      { life: 'fulfilled', fulfilledAt: at('Tue+1 10:00'), breachedAt: null },
    ])
  })

  it('begin nothing after it, and no further period', () => {
    expect(read(answer, [submitted('Tue+1 09:00')], 'Tue+1 10:00')).toMatchObject([
      { life: 'inactive' },
    ])
    const marks = [submitted('Mon+1 16:00'), answered('Tue+1 10:00')]
    const states = read(news('fulfillment', { effective }), marks, 'Tue+1 11:00')
    expect(states).toMatchObject([{ cycle: 1, life: 'fulfilled' }])
  })
})
