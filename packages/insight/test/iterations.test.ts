import { describe, expect, it } from 'vitest'
import { doing, given, type Happened, lifeOf, lifeWith, minute, timesIn } from './desk.ts'

describe('an iteration', () => {
  it('is a time that an element goes on without another in between', () => {
    const life = lifeOf(
      [0, 'submitted', doing('investigation')],
      [2, 'message', { state: 'Deep' }],
      [3, 'message', doing('fix')],
      [5, 'message', doing('investigation')],
      [7, 'message', doing('fix')],
      [9, 'resolved'],
    )
    expect(timesIn(life)).toEqual([
      'investigation 1',
      'investigation 1',
      'fix 1',
      'investigation 2 unknown',
      'fix 2 unknown',
    ])
    expect(life.elements).toMatchObject([
      { element: 'investigation', iterations: 2, repeats: 1, drivers: { unknown: 1 } },
      { element: 'fix', iterations: 2, repeats: 1, drivers: { unknown: 1 } },
    ])
  })

  it('of waits is counted by whom they are for', () => {
    const life = lifeOf(
      [0, 'submitted'],
      [1, 'waiting', { reason: 'customer' }],
      [2, 'waiting', { reason: 'vendor' }],
      [3, 'waiting'],
      [4, 'waiting', { reason: 'customer' }],
      [5, 'waiting'],
      [6, 'resolved'],
    )
    expect(timesIn(life)).toEqual([
      'unknown 1',
      'wait customer 1',
      'wait vendor 1',
      'wait 1',
      'wait customer 2 unknown',
      'wait 2 unknown',
    ])
  })

  it('is not what takes no time', () => {
    const life = lifeOf(
      [0, 'submitted', doing('fix')],
      [2, 'waiting', { reason: 'customer' }],
      [2, 'resumed'],
      [3, 'resolved'],
      [3, 'reopened'],
      [5, 'resolved'],
    )
    expect(timesIn(life)).toEqual(['fix 1'])
    expect(life.stretches[0]).toMatchObject({ from: minute(0), to: minute(5), mark: 'm0' })
    expect(life.undone).toHaveLength(1)
  })

  it('begins with the first mark of its instant that says so', () => {
    const life = lifeOf(
      [0, 'submitted', doing('fix')],
      [2, 'waiting', { reason: 'customer' }],
      [2, 'message'],
      [3, 'message'],
      [3, 'resumed'],
      [3, 'message'],
      [9, 'resolved'],
    )
    expect(life.stretches.map(({ mark }) => mark)).toEqual(['m0', 'm1', 'm4'])
  })

  it.each(['fix', 'documentation', 'investigation', 'verification'])(
    'of %s begins anew when somebody else has the case',
    (element) => {
      const life = lifeOf(
        [0, 'submitted', doing(element, { assignedTo: 'team:first' })],
        [2, 'assigned', given('team:second')],
        [3, 'message', doing(element, { assignedTo: 'team:second' })],
        [4, 'resolved'],
      )
      expect(timesIn(life)).toEqual([`${element} 1`, `${element} 2 handOver`])
      expect(life.elements[0]).toMatchObject({
        iterations: 2,
        repeats: 1,
        drivers: { handOver: 1 },
      })
    },
  )

  it('of the wait to be taken up begins anew too, one for others does not', () => {
    const life = lifeOf(
      [0, 'submitted', doing('wait', { party: 'queue', assignedTo: 'team:first' })],
      [2, 'assigned', given('team:second')],
      [3, 'waiting', { reason: 'customer' }],
      [4, 'assigned', given('team:third')],
      [5, 'resolved'],
    )
    expect(timesIn(life)).toEqual([
      'wait queue 1',
      'wait queue 2 handOver',
      'wait customer 1',
      'wait customer 1',
    ])
  })

  it('of what is unknown or resolved does not begin anew with another holder', () => {
    const life = lifeOf(
      [0, 'submitted', given('team:first')],
      [1, 'assigned', given('team:second')],
      [2, 'resolved'],
      [3, 'assigned', given('team:third')],
      [4, 'reopened', doing('fix')],
      [5, 'resolved'],
    )
    expect(timesIn(life)).toEqual(['unknown 1', 'unknown 1', 'resolved 1', 'resolved 1', 'fix 1'])
  })

  it('goes on when a case is given to somebody for the first time', () => {
    const life = lifeOf(
      [0, 'submitted', doing('fix')],
      [2, 'assigned', given('team:first')],
      [4, 'resolved'],
    )
    expect(timesIn(life)).toEqual(['fix 1', 'fix 1'])
  })
})

describe('the driver of a repetition', () => {
  it('is what the marks state that it begins with, the last of several', () => {
    const life = lifeOf(
      [0, 'submitted', doing('investigation')],
      [2, 'waiting', { reason: 'customer', facts: { driver: 'not this' } }],
      [4, 'resumed', { facts: { driver: 'recurrence' } }],
      [4, 'message', { facts: { driver: 'new data' } }],
      [4, 'message'],
      [6, 'resolved'],
    )
    expect(timesIn(life)).toEqual([
      'investigation 1',
      'wait customer 1',
      'investigation 2 new data',
    ])
  })

  it('is not what was stated at another instant', () => {
    const life = lifeOf(
      [0, 'submitted', doing('investigation')],
      [2, 'waiting', { reason: 'customer' }],
      [3, 'message', { facts: { driver: 'recurrence' } }],
      [4, 'resumed'],
      [5, 'message', { facts: { driver: 'recurrence' } }],
      [6, 'resolved'],
    )
    expect(timesIn(life).at(-1)).toBe('investigation 2 unknown')
  })

  it('is the reopening, unless a cause is stated at the same instant', () => {
    const work: Happened = [0, 'submitted', doing('fix')]
    const driverOf = (...parts: readonly Happened[]) => timesIn(lifeOf(work, ...parts)).at(-1)
    expect(driverOf([1, 'resolved'], [2, 'reopened'], [3, 'resolved'])).toBe('fix 2 reopened')
    const stated = { facts: { driver: 'recurrence' } }
    expect(driverOf([1, 'resolved'], [2, 'reopened', stated], [3, 'resolved'])).toBe(
      'fix 2 recurrence',
    )
    expect(
      driverOf([1, 'resolved'], [2, 'message', stated], [2, 'reopened'], [3, 'resolved']),
    ).toBe('fix 2 recurrence')
  })

  it('is not a reopening of what was open', () => {
    const life = lifeOf(
      [0, 'submitted', doing('fix')],
      [1, 'waiting', { reason: 'customer' }],
      [2, 'reopened'],
      [3, 'resolved'],
    )
    expect(timesIn(life)).toEqual(['fix 1', 'wait customer 1', 'fix 2 unknown'])
  })

  it('is the hand-over where another had it the time before', () => {
    const life = lifeOf(
      [0, 'submitted', doing('fix', { assignedTo: 'team:first' })],
      [1, 'waiting', { reason: 'customer' }],
      [2, 'assigned', given('team:second')],
      [3, 'resumed'],
      [4, 'waiting', { reason: 'customer' }],
      [5, 'resumed'],
      [6, 'assigned', { facts: { assignedTo: 'team:first', driver: 'escalation' } }],
      [7, 'resolved'],
    )
    expect(timesIn(life)).toEqual([
      'fix 1',
      'wait customer 1',
      'wait customer 1',
      'fix 2 handOver',
      'wait customer 2 unknown',
      'fix 3 unknown',
      'fix 4 escalation',
    ])
    expect(life.elements[0]?.drivers).toEqual({ escalation: 1, handOver: 1, unknown: 1 })
    expect(Object.keys(life.elements[0]?.drivers ?? {})).toEqual([
      'escalation',
      'handOver',
      'unknown',
    ])
  })

  it('is unknown after a wait that ended by its date, whatever was stated before', () => {
    const wait = { reason: 'date', facts: { until: minute(5), driver: 'recurrence' } }
    const life = lifeWith({ at: minute(9) }, [0, 'submitted', doing('fix')], [2, 'waiting', wait])
    expect(timesIn(life)).toEqual(['fix 1', 'wait date 1', 'fix 2 unknown'])
  })

  it('is what is stated at the date by which a wait ended', () => {
    const life = lifeOf(
      [0, 'submitted', doing('fix')],
      [2, 'waiting', { reason: 'date', facts: { until: minute(5) } }],
      [5, 'message', { facts: { driver: 'recurrence' } }],
      [9, 'resolved'],
    )
    expect(timesIn(life)).toEqual(['fix 1', 'wait date 1', 'fix 2 recurrence'])
  })

  it('of a first time is none', () => {
    const life = lifeOf([0, 'submitted', doing('fix', { driver: 'habit' })], [2, 'resolved'])
    expect(timesIn(life)).toEqual(['fix 1'])
    expect(life.elements[0]).toMatchObject({ iterations: 1, repeats: 0, drivers: {} })
  })
})
