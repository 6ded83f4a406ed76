import { describe, expect, it } from 'vitest'
import {
  accepted,
  answered,
  at,
  cancelled,
  hour,
  mark,
  offered,
  promise,
  read,
  resumed,
  submitted,
  waits,
} from './desk.ts'

const start = submitted('Mon 09:00')
const o1 = { about: 'offer:o1', facts: { offeredTo: 'team:platform' } }
const o2 = { about: 'offer:o2', facts: { offeredTo: 'team:data' } }

describe('acceptance that is owed for each offer', () => {
  const terms = promise({
    id: 'acceptance',
    kind: 'handover.acceptance',
    debtor: { fact: 'offeredTo' },
    creditor: 'team:support',
    per: 'about',
    start: { condition: 'offered' },
    stop: { any: [{ condition: 'accepted' }, { condition: 'declined' }] },
    cancel: { any: [{ condition: 'recalled' }, { condition: 'over' }] },
    pause: { condition: 'waiting' },
    within: 'PT30M',
  })

  it('is owed by each team that is asked, and kept by each on its own', () => {
    const marks = [
      start,
      offered('Mon 10:00', o1),
      offered('Mon 10:10', o2),
      accepted('Mon 10:20', o2),
    ]
    expect(read(terms, marks, 'Mon 11:00')).toMatchObject([
      {
        about: 'offer:o1',
        cycle: 1,
        debtor: 'team:platform',
        life: 'running',
        breachedAt: at('Mon 10:30') + 1,
      },
      { about: 'offer:o2', cycle: 1, debtor: 'team:data', life: 'fulfilled', breachedAt: null },
    ])
  })

  it('is nothing where nothing is offered', () => {
    expect(read(terms, [start], 'Mon 11:00')).toEqual([])
  })

  it('has cycles of its own', () => {
    const marks = [
      offered('Mon 10:00', o1),
      mark('recalled', 'Mon 10:10', o1),
      offered('Mon 11:00', { ...o1, id: 'again' }),
      offered('Mon 11:00', o2),
    ]
    expect(read(terms, marks, 'Mon 11:10')).toMatchObject([
      { about: 'offer:o1', cycle: 1, life: 'cancelled' },
      { about: 'offer:o1', cycle: 2, life: 'running' },
      { about: 'offer:o2', cycle: 1, life: 'running' },
    ])
  })

  it('is owed no more when the whole request is cancelled', () => {
    const marks = [
      start,
      offered('Mon 10:00', o1),
      offered('Mon 10:00', o2),
      cancelled('Mon 10:10'),
    ]
    expect(read(terms, marks, 'Mon 11:00').map(({ life }) => life)).toEqual([
      'cancelled',
      'cancelled',
    ])
  })

  it('is not paused by a wait about something else, and is by one about the request', () => {
    const offer = offered('Mon 10:00', o1)
    expect(read(terms, [offer, waits('Mon 10:10')], 'Mon 11:00')).toMatchObject([
      { life: 'running', pauses: [] },
    ])
    const whole = waits('Mon 10:10', { about: 'request:7' })
    expect(read(terms, [offer, whole], 'Mon 11:00')).toMatchObject([{ life: 'paused' }])
    const own = waits('Mon 10:10', { about: 'offer:o1' })
    expect(read(terms, [offer, offered('Mon 10:00', o2), own], 'Mon 11:00')).toMatchObject([
      { about: 'offer:o1', life: 'paused' },
      { about: 'offer:o2', life: 'running' },
    ])
  })
})

describe('news that are owed for each wait', () => {
  const terms = promise({
    id: 'news',
    kind: 'inform.customer',
    per: 'about',
    start: { condition: 'waiting' },
    stop: { condition: 'publicAnswer' },
    cancel: { condition: 'waitOver' },
    every: { period: 'PT4H', from: 'fulfillment' },
  })
  const w2 = { about: 'wait:w2', reason: 'vendor' }

  it('are given for every wait by one public message about the request', () => {
    const marks = [start, waits('Mon 10:00'), waits('Mon 11:00', w2), answered('Mon 12:00')]
    expect(read(terms, marks, 'Mon 13:00')).toMatchObject([
      { about: 'wait:w1', cycle: 1, life: 'fulfilled', used: 2 * hour },
      { about: 'wait:w1', cycle: 2, life: 'running', used: hour },
      { about: 'wait:w2', cycle: 1, life: 'fulfilled', used: hour },
      { about: 'wait:w2', cycle: 2, life: 'running', used: hour },
    ])
  })

  it('are owed no more for the wait that is over, and for the other still', () => {
    const marks = [start, waits('Mon 10:00'), waits('Mon 11:00', w2), resumed('Mon 12:00')]
    expect(read(terms, marks, 'Mon 13:00')).toMatchObject([
      { about: 'wait:w1', life: 'cancelled', cancelledAt: at('Mon 12:00') },
      { about: 'wait:w2', life: 'running' },
    ])
  })

  it('begin for the request itself only with what is about it', () => {
    const whole = waits('Mon 10:00', { about: 'request:7' })
    expect(read(terms, [start, whole], 'Mon 13:00')).toMatchObject([
      { about: 'request:7', life: 'running' },
    ])
  })

  it('do not begin again for a wait that is over when the request itself waits', () => {
    const whole = waits('Mon 13:00', { about: 'request:7' })
    const marks = [start, waits('Mon 10:00'), resumed('Mon 12:00'), whole]
    expect(read(terms, marks, 'Mon 14:00')).toMatchObject([
      { about: 'wait:w1', cycle: 1, life: 'cancelled' },
      { about: 'request:7', cycle: 1, life: 'running' },
    ])
  })
})

it('a promise for the request has one clock, whatever its marks are about', () => {
  const terms = promise({ start: { condition: 'offered' }, stop: { condition: 'accepted' } })
  const marks = [
    start,
    offered('Mon 10:00', o1),
    offered('Mon 11:00', o2),
    accepted('Mon 12:00', o2),
  ]
  expect(read(terms, marks, 'Mon 13:00')).toMatchObject([
    { about: 'request:7', cycle: 1, life: 'fulfilled', used: 2 * hour },
  ])
})
