import { describe, expect, it } from 'vitest'
import {
  answered,
  asked,
  assigned,
  at,
  cancelled,
  hour,
  priorityChanged,
  promise,
  read,
  readOnly,
  reopened,
  resolved,
  resumed,
  solution,
  submitted,
  waits,
} from './desk.ts'

describe('marks of one instant whose order nobody knows', () => {
  it('a stop fulfills what begins in the same instant, with no time used', () => {
    const marks = [resolved('Mon 10:00'), submitted('Mon 10:00')]
    for (const order of [marks, [...marks].reverse()]) {
      expect(readOnly(solution(), order, 'Fri 10:00')).toMatchObject({
        life: 'fulfilled',
        startedAt: at('Mon 10:00'),
        fulfilledAt: at('Mon 10:00'),
        used: 0,
        breachedAt: null,
        segments: [],
      })
    }
  })

  it('one mark does not fulfill what it begins', () => {
    const terms = promise({ start: { condition: 'message' }, stop: { condition: 'message' } })
    expect(read(terms, [asked('Mon 10:00')], 'Mon 11:00')).toMatchObject([{ life: 'running' }])
  })

  it('one mark can end a cycle and begin the next', () => {
    const terms = promise({ start: { condition: 'assigned' }, stop: { condition: 'assigned' } })
    const marks = [assigned('Mon 10:00'), assigned('Mon 12:00')]
    expect(read(terms, marks, 'Mon 13:00')).toMatchObject([
      { life: 'fulfilled', used: 2 * hour },
      { life: 'running', startedAt: at('Mon 12:00') },
    ])
  })

  it('cancellation goes before fulfillment', () => {
    const marks = [submitted('Mon 10:00'), resolved('Mon 12:00'), cancelled('Mon 12:00')]
    expect(readOnly(solution(), marks, 'Mon 13:00')).toMatchObject({
      life: 'cancelled',
      fulfilledAt: null,
    })
  })

  it('fulfillment goes before a reset', () => {
    const terms = solution({ reset: { condition: 'priorityChanged' } })
    const marks = [submitted('Mon 10:00'), priorityChanged('Mon 12:00'), resolved('Mon 12:00')]
    expect(readOnly(terms, marks, 'Mon 13:00')).toMatchObject({ life: 'fulfilled' })
  })

  it('fulfillment goes before a new start, whatever they are called', () => {
    const marks = [submitted('Mon 10:00'), reopened('Mon 12:00'), resolved('Mon 12:00')]
    expect(read(solution(), marks, 'Mon 13:00')).toMatchObject([
      { life: 'fulfilled' },
      { life: 'running', startedAt: at('Mon 12:00') },
    ])
  })

  it('a reset goes before a pause: the new cycle begins paused', () => {
    const terms = solution({ reset: { condition: 'priorityChanged' } })
    const marks = [submitted('Mon 10:00'), priorityChanged('Mon 12:00'), waits('Mon 12:00')]
    expect(read(terms, marks, 'Mon 13:00')).toMatchObject([
      { life: 'cancelled', used: 2 * hour },
      { life: 'paused', used: 0 },
    ])
  })

  it('a pause goes before its end', () => {
    const marks = [submitted('Mon 10:00'), resumed('Mon 12:00'), waits('Mon 12:00')]
    expect(readOnly(solution(), marks, 'Mon 13:00')).toMatchObject({
      life: 'running',
      used: 3 * hour,
    })
  })

  it('a pause goes before a start', () => {
    const marks = [submitted('Mon 10:00'), waits('Mon 10:00')]
    for (const order of [marks, [...marks].reverse()]) {
      expect(readOnly(solution(), order, 'Mon 13:00')).toMatchObject({ life: 'paused', used: 0 })
    }
  })

  it('what fulfills in the instant in which a pause begins used all time until then', () => {
    const marks = [submitted('Mon 10:00'), waits('Mon 12:00'), resolved('Mon 12:00')]
    expect(readOnly(solution(), marks, 'Mon 13:00')).toMatchObject({
      used: 2 * hour,
      dueAt: at('Tue 10:00'),
      pauses: [],
    })
  })
})

describe('one mark that meets several conditions', () => {
  it('does what comes first, also where it has a place in the stream', () => {
    const terms = solution({
      stop: { condition: 'over' },
      cancel: { condition: 'cancelled' },
    })
    const marks = [submitted('Mon 10:00', { seq: 1 }), cancelled('Mon 12:00', { seq: 2 })]
    expect(readOnly(terms, marks, 'Mon 13:00').life).toBe('cancelled')
  })

  it('resets what is open and does not start it twice', () => {
    const terms = solution({
      start: { any: [{ condition: 'submitted' }, { condition: 'priorityChanged' }] },
      reset: { condition: 'priorityChanged' },
    })
    const marks = [submitted('Mon 10:00'), priorityChanged('Mon 12:00')]
    expect(read(terms, marks, 'Mon 13:00').map(({ life }) => life)).toEqual([
      'cancelled',
      'running',
    ])
  })
})

describe('marks of one instant that have a place in their stream', () => {
  it('act in that order: a stop before the start fulfills nothing', () => {
    const marks = [submitted('Mon 10:00', { seq: 2 }), resolved('Mon 10:00', { seq: 1 })]
    expect(readOnly(solution(), marks, 'Mon 12:00')).toMatchObject({ life: 'running' })
  })

  it('act in that order: a stop after the start fulfills it', () => {
    const marks = [submitted('Mon 10:00', { seq: 1 }), resolved('Mon 10:00', { seq: 2 })]
    expect(readOnly(solution(), marks, 'Mon 12:00')).toMatchObject({ life: 'fulfilled', used: 0 })
  })

  it('act in that order: resolved, then cancelled, was resolved', () => {
    const marks = [
      submitted('Mon 10:00', { seq: 1 }),
      resolved('Mon 12:00', { seq: 2 }),
      cancelled('Mon 12:00', { seq: 3 }),
    ]
    expect(readOnly(solution(), marks, 'Mon 13:00').life).toBe('fulfilled')
  })

  it('act in that order: a wait that begins as another ends goes on', () => {
    const marks = [
      submitted('Mon 09:00', { seq: 1 }),
      waits('Mon 10:00', { seq: 2 }),
      resumed('Mon 12:00', { seq: 3 }),
      waits('Mon 12:00', { seq: 4, id: 'again' }),
    ]
    expect(readOnly(solution(), marks, 'Mon 14:00')).toMatchObject({
      life: 'paused',
      used: hour,
      pauses: [{ to: at('Mon 12:00') }, { from: at('Mon 12:00'), to: null }],
    })
  })

  it('act before those that have none', () => {
    const marks = [submitted('Mon 10:00'), resolved('Mon 10:00', { seq: 9 })]
    expect(readOnly(solution(), marks, 'Mon 12:00').life).toBe('running')
  })
})

it('two answers in one instant are one more than is needed', () => {
  const marks = [
    submitted('Mon 10:00'),
    answered('Mon 12:00'),
    answered('Mon 12:00', { id: 'second' }),
  ]
  expect(readOnly(promise(), marks, 'Mon 13:00')).toMatchObject({ cycle: 1, used: 2 * hour })
})

describe('two marks of one instant that could begin it', () => {
  const terms = promise({ start: { condition: 'assigned' }, debtor: { fact: 'to' } })
  const to = (team: string) => assigned('Mon 10:00', { id: team, facts: { to: `team:${team}` } })

  it('begin it once, and the first by its id names who owes it', () => {
    for (const marks of [
      [to('a'), to('b')],
      [to('b'), to('a')],
    ]) {
      expect(readOnly(terms, marks, 'Mon 11:00')).toMatchObject({
        cycle: 1,
        debtor: 'team:a',
        life: 'running',
      })
    }
  })
})

it('two resolutions and a reopening in one instant leave nothing open', () => {
  const marks = [
    submitted('Mon 09:00'),
    resolved('Mon 12:00'),
    resolved('Mon 12:00', { id: 'once more' }),
    reopened('Mon 12:00'),
  ]
  expect(read(solution(), marks, 'Mon 15:00')).toMatchObject([
    { cycle: 1, life: 'fulfilled', used: 3 * hour },
    { cycle: 2, life: 'fulfilled', startedAt: at('Mon 12:00'), used: 0 },
  ])
})
