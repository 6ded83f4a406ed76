import { describe, expect, it } from 'vitest'
import {
  answered,
  at,
  hour,
  mark,
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

const start = submitted('Mon 09:00')

describe('a wait', () => {
  it('stops the clock, and leaves open when it is due', () => {
    expect(readOnly(solution(), [start, waits('Mon 11:00')], 'Mon 15:00')).toMatchObject({
      life: 'paused',
      used: 2 * hour,
      dueAt: null,
      latestToMeet: null,
      pauses: [
        {
          from: at('Mon 11:00'),
          to: null,
          about: 'wait:w1',
          mark: 'waiting wait:w1 Mon 11:00',
          reason: 'customer',
          by: null,
        },
      ],
      segments: [{ from: at('Mon 09:00'), to: at('Mon 11:00') }],
    })
  })

  it('moves the deadline by the business time in it, and not by the time on the wall', () => {
    const marks = [start, waits('Mon 16:00'), resumed('Tue 10:00')]
    expect(readOnly(solution(), marks, 'Tue 11:00')).toMatchObject({
      life: 'running',
      used: 8 * hour,
      dueAt: at('Tue 11:00'),
    })
    const overnight = [start, waits('Mon 17:00'), resumed('Tue 09:00')]
    expect(readOnly(solution(), overnight, 'Tue 11:00').dueAt).toBe(at('Mon 17:00'))
  })

  it('stops elapsed time as long as it lasts', () => {
    const marks = [start, waits('Mon 11:00'), resumed('Tue 11:00')]
    expect(readOnly(solution({ elapsed: 'PT8H' }), marks, 'Tue 12:00')).toMatchObject({
      used: 3 * hour,
      dueAt: at('Tue 17:00'),
    })
  })

  it('says who waits for what', () => {
    const marks = [start, waits('Mon 11:00', { by: 'person:ada' })]
    expect(readOnly(solution(), marks, 'Mon 15:00').pauses).toMatchObject([
      { reason: 'customer', by: 'person:ada' },
    ])
  })

  it('lasts until the last of several is over', () => {
    const marks = [
      start,
      waits('Mon 10:00'),
      waits('Mon 11:00', { about: 'wait:w2' }),
      resumed('Mon 12:00'),
      resumed('Mon 14:00', { about: 'wait:w2' }),
    ]
    expect(readOnly(solution(), marks, 'Mon 13:00')).toMatchObject({ life: 'paused', used: hour })
    expect(readOnly(solution(), marks, 'Mon 15:00')).toMatchObject({
      life: 'running',
      used: 2 * hour,
      pauses: [
        { about: 'wait:w1', from: at('Mon 10:00'), to: at('Mon 12:00') },
        { about: 'wait:w2', from: at('Mon 11:00'), to: at('Mon 14:00') },
      ],
    })
  })

  it('takes the place of the one about the same before it, without a moment in between', () => {
    const again = waits('Mon 12:00', { reason: 'vendor' })
    const terms = solution({ pauseReasons: ['customer', 'vendor'] })
    const marks = [start, waits('Mon 10:00'), again, resumed('Mon 13:00')]
    expect(readOnly(terms, marks, 'Mon 14:00')).toMatchObject({
      used: 2 * hour,
      pauses: [
        { reason: 'customer', from: at('Mon 10:00'), to: at('Mon 12:00') },
        { reason: 'vendor', from: at('Mon 12:00'), to: at('Mon 13:00') },
      ],
      segments: [
        { from: at('Mon 09:00'), to: at('Mon 10:00') },
        { from: at('Mon 13:00'), to: null },
      ],
    })
  })

  it('for a reason that does not pause leaves the clock running, and ends the one before it', () => {
    const team = waits('Mon 10:00', { reason: 'team' })
    expect(readOnly(solution(), [start, team], 'Mon 12:00')).toMatchObject({
      life: 'running',
      pauses: [],
    })
    const marks = [start, waits('Mon 10:00'), waits('Mon 11:00', { reason: 'team' })]
    expect(readOnly(solution(), marks, 'Mon 12:00')).toMatchObject({
      life: 'running',
      used: 2 * hour,
      pauses: [{ from: at('Mon 10:00'), to: at('Mon 11:00') }],
    })
  })

  it('without a reason pauses only what pauses for every one', () => {
    const silent = without(waits('Mon 10:00'), 'reason')
    expect(readOnly(solution(), [start, silent], 'Mon 12:00').life).toBe('running')
    const every = without(solution({ pause: { condition: 'waiting' } }), 'pauseReasons')
    expect(readOnly(every, [start, silent], 'Mon 12:00').life).toBe('paused')
  })

  it('ends on its date, also when nobody says so', () => {
    const until = '2026-03-02T12:00:00Z' // 13:00 in Zurich
    const marks = [start, waits('Mon 11:00', { facts: { until } })]
    expect(readOnly(solution(), marks, 'Mon 12:30')).toMatchObject({ life: 'paused', dueAt: null })
    expect(readOnly(solution(), marks, 'Mon 14:00')).toMatchObject({
      life: 'running',
      used: 3 * hour,
      dueAt: at('Tue 11:00'),
      pauses: [{ from: at('Mon 11:00'), to: at('Mon 13:00') }],
    })
  })

  it('takes its date in milliseconds too, and none before it begins', () => {
    const waitingUntil = (until: unknown) =>
      readOnly(
        solution(),
        [start, waits('Mon 11:00', { facts: { until: until as number } })],
        'Mon 14:00',
      )
    expect(waitingUntil(at('Mon 13:00')).used).toBe(3 * hour)
    for (const none of [at('Mon 10:00'), at('Mon 11:00'), 'tomorrow', null, Number.NaN, {}]) {
      expect(waitingUntil(none)).toMatchObject({ life: 'paused', used: 2 * hour })
    }
  })

  it('ends when the request is resolved, reopened, closed or cancelled', () => {
    const terms = promise({
      id: 'work',
      stop: { condition: 'publicAnswer' },
      pauseReasons: ['customer'],
    })
    for (const type of ['resolved', 'reopened', 'closed', 'cancelled'] as const) {
      const marks = [start, waits('Mon 10:00'), mark(type, 'Mon 12:00')]
      expect(readOnly(terms, marks, 'Mon 13:00')).toMatchObject({ life: 'running', used: 2 * hour })
    }
  })

  it('that the end of the request ended does not pause what begins when it is reopened', () => {
    const marks = [start, waits('Mon 10:00'), resolved('Mon 12:00'), reopened('Tue 09:00')]
    expect(read(solution(), marks, 'Tue 10:00')).toMatchObject([
      { life: 'fulfilled', used: hour, pauses: [{ to: at('Mon 12:00') }] },
      { life: 'running', used: hour, pauses: [] },
    ])
  })

  it('ends with a word about the request, whatever it was about', () => {
    const marks = [
      start,
      waits('Mon 10:00'),
      waits('Mon 10:30', { about: 'wait:w2' }),
      resumed('Mon 12:00', { about: 'request:7' }),
    ]
    expect(readOnly(solution(), marks, 'Mon 13:00')).toMatchObject({ life: 'running' })
  })

  it('about something else ends with a word about that only', () => {
    const marks = [start, waits('Mon 10:00'), resumed('Mon 12:00', { about: 'wait:w2' })]
    expect(readOnly(solution(), marks, 'Mon 13:00').life).toBe('paused')
  })

  it('that was going on already pauses from the start', () => {
    const marks = [waits('Mon 08:00'), submitted('Mon 09:00'), resumed('Mon 11:00')]
    expect(readOnly(solution(), marks, 'Mon 10:00')).toMatchObject({
      life: 'paused',
      used: 0,
      pauses: [{ from: at('Mon 09:00'), to: null }],
      segments: [],
    })
    expect(readOnly(solution(), marks, 'Mon 12:00')).toMatchObject({
      used: hour,
      dueAt: at('Tue 11:00'),
    })
  })

  it('that ends in the instant in which it began is no pause', () => {
    const marks = [start, waits('Mon 10:00', { seq: 1 }), resumed('Mon 10:00', { seq: 2 })]
    expect(readOnly(solution(), marks, 'Mon 12:00')).toMatchObject({
      life: 'running',
      used: 3 * hour,
      pauses: [],
      dueAt: at('Mon 17:00'),
    })
  })

  it('still open when it is fulfilled ends with it', () => {
    const marks = [start, waits('Mon 10:00'), resolved('Mon 12:00')]
    expect(readOnly(solution(), marks, 'Fri 12:00')).toMatchObject({
      life: 'fulfilled',
      used: hour,
      dueAt: null,
      pauses: [{ from: at('Mon 10:00'), to: at('Mon 12:00') }],
    })
  })
})

describe('a wait at the deadline', () => {
  it('that begins as the target is used up does not move when it is due, and keeps it from breach', () => {
    const terms = solution({ within: 'PT2H' })
    const marks = [start, waits('Mon 11:00')]
    expect(readOnly(terms, marks, 'Wed 11:00')).toMatchObject({
      life: 'paused',
      dueAt: at('Mon 11:00'),
      latestToMeet: null,
      breachedAt: null,
      used: 2 * hour,
    })
    const over = [...marks, resumed('Tue 10:00')]
    expect(readOnly(terms, over, 'Tue 11:00')).toMatchObject({
      dueAt: at('Mon 11:00'),
      latestToMeet: at('Tue 10:00'),
      breachedAt: at('Tue 10:00') + 1,
    })
  })

  it('that begins after the deadline does not take back a breach', () => {
    const terms = solution({ within: 'PT2H' })
    const marks = [start, waits('Mon 12:00')]
    expect(readOnly(terms, marks, 'Tue 11:00')).toMatchObject({
      life: 'paused',
      dueAt: at('Mon 11:00'),
      breachedAt: at('Mon 11:00') + 1,
      used: 3 * hour,
    })
  })

  it('that begins at night after a deadline at closing time gives grace until the clock runs again', () => {
    const marks = [start, waits('Mon 20:00'), resumed('Wed 10:00')]
    expect(readOnly(solution(), marks, 'Tue 12:00')).toMatchObject({
      dueAt: at('Mon 17:00'),
      latestToMeet: null,
      breachedAt: null,
    })
    expect(readOnly(solution(), marks, 'Wed 12:00')).toMatchObject({
      dueAt: at('Mon 17:00'),
      latestToMeet: at('Wed 10:00'),
    })
  })
})

describe('a pause by other conditions', () => {
  const terms = promise({
    stop: { condition: 'resolved' },
    within: 'PT8H',
    pause: { all: [{ fact: 'state', operator: 'equal', value: 'pending' }] },
    resume: { all: [{ fact: 'state', operator: 'notEqual', value: 'pending' }] },
  })

  it('can be a state of the request', () => {
    const marks = [
      start,
      mark('message', 'Mon 10:00', { state: 'pending' }),
      mark('message', 'Mon 11:00', { state: 'pending', id: 'again' }),
      mark('message', 'Mon 12:00', { state: 'open', id: 'back' }),
    ]
    expect(readOnly(terms, marks, 'Mon 14:00')).toMatchObject({
      life: 'running',
      used: 3 * hour,
      dueAt: at('Tue 11:00'),
    })
  })

  it('pauses from the start what begins in that state', () => {
    const marks = [submitted('Mon 09:00', { state: 'pending' })]
    expect(readOnly(terms, marks, 'Mon 14:00')).toMatchObject({ life: 'paused', used: 0 })
  })

  it('a mark that would pause and resume pauses', () => {
    const both = promise({
      stop: { condition: 'resolved' },
      pause: { condition: 'waiting' },
      resume: { any: [{ condition: 'resumed' }, { condition: 'waiting' }] },
    })
    expect(readOnly(both, [start, waits('Mon 10:00')], 'Mon 12:00').life).toBe('paused')
  })
})

describe('pauses on clocks of days', () => {
  const endOfDay = solution({
    within: 'P1D',
    clock: { counts: 'businessDays', calendar: 'office', due: 'endOfDay' },
  })

  it('move the deadline to the end of the day on which the time paused is made up', () => {
    const marks = [start, waits('Mon 10:00'), resumed('Mon 12:00')]
    // Due on Tuesday at 17:00, and two hours that were paused lead into Wednesday.
    expect(readOnly(endOfDay, marks, 'Mon 13:00').dueAt).toBe(at('Wed 17:00'))
  })

  it('move it not at all where no time counts', () => {
    const marks = [start, waits('Mon 18:00'), resumed('Mon 22:00')]
    expect(readOnly(endOfDay, marks, 'Tue 10:00').dueAt).toBe(at('Tue 17:00'))
  })

  it('move a date by as long as they last', () => {
    const month = solution({
      within: 'P1M',
      clock: { counts: 'localDates', timeZone: 'Europe/Zurich' },
    })
    const marks = [start, waits('Mon 10:00'), resumed('Tue 10:00')]
    expect(readOnly(month, marks, 'Wed 10:00').dueAt).toBe(at('2026-04-03 09:00'))
  })

  it('leave the deadline open as long as they last', () => {
    expect(readOnly(endOfDay, [start, waits('Mon 10:00')], 'Fri 10:00')).toMatchObject({
      dueAt: null,
      latestToMeet: null,
      breachedAt: null,
    })
  })
})

it('a promise that names no pause does not pause', () => {
  const marks = [start, waits('Mon 10:00'), answered('Mon 12:00')]
  expect(readOnly(promise(), marks, 'Mon 13:00')).toMatchObject({ used: 3 * hour, pauses: [] })
})

function without<T extends object, K extends keyof T>(whole: T, part: K): Omit<T, K> {
  const rest = { ...whole }
  delete rest[part]
  return rest
}
