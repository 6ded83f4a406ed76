import { createCalendar } from '@holdfast/calendar'
import { describe, expect, it } from 'vitest'
import { createObligation, historyOf, isMet, isOpen } from '../src/index.ts'
import {
  answered,
  asked,
  at,
  cancelled,
  closed,
  deps,
  hour,
  lunch,
  mark,
  minute,
  office,
  only,
  priorityChanged,
  promise,
  read,
  readOnly,
  reopened,
  resolved,
  solution,
  submitted,
  zone,
} from './desk.ts'

describe('the life of an obligation', () => {
  it('owes nothing before it begins', () => {
    expect(readOnly(promise(), [mark('triaged', 'Mon 08:00')], 'Mon 10:00')).toEqual({
      obligation: 'answer',
      kind: 'sla.firstResponse',
      about: 'request:7',
      cycle: 0,
      debtor: 'team:support',
      creditor: 'customer:acme',
      life: 'inactive',
      startedAt: null,
      target: 0,
      used: 0,
      remaining: 0,
      share: 0,
      dueAt: null,
      latestToMeet: null,
      fulfilledAt: null,
      cancelledAt: null,
      breachedAt: null,
      missed: 0,
      warnedAt: [],
      pauses: [],
      segments: [],
      consequences: [],
      problems: [],
    })
  })

  it('says nothing about a request of which nothing is known', () => {
    expect(read(promise(), [], 'Mon 10:00')).toEqual([])
    expect(read(promise(), [submitted('Tue 10:00')], 'Mon 10:00')).toEqual([])
  })

  it('uses up its target while it runs', () => {
    expect(readOnly(promise(), [submitted('Mon 10:00')], 'Mon 11:00')).toMatchObject({
      cycle: 1,
      life: 'running',
      startedAt: at('Mon 10:00'),
      target: 4 * hour,
      used: hour,
      remaining: 3 * hour,
      share: 0.25,
      dueAt: at('Mon 14:00'),
      latestToMeet: at('Mon 14:00'),
      fulfilledAt: null,
      breachedAt: null,
      segments: [{ from: at('Mon 10:00'), to: null }],
    })
  })

  it('is kept by an answer in time, and counts no further', () => {
    const state = readOnly(promise(), [submitted('Mon 10:00'), answered('Mon 12:00')], 'Fri 10:00')
    expect(state).toMatchObject({
      life: 'fulfilled',
      fulfilledAt: at('Mon 12:00'),
      breachedAt: null,
      used: 2 * hour,
      remaining: 2 * hour,
      segments: [{ from: at('Mon 10:00'), to: at('Mon 12:00') }],
    })
    expect(isMet(state)).toBe(true)
    expect(isOpen(state)).toBe(false)
  })

  it('is kept at the very last instant, and breached a millisecond later', () => {
    const marks = [submitted('Mon 10:00')]
    const due = at('Mon 14:00')
    expect(readOnly(promise(), [...marks, answered(due)], 'Tue 10:00')).toMatchObject({
      breachedAt: null,
      used: 4 * hour,
    })
    expect(readOnly(promise(), [...marks, answered(due + 1)], 'Tue 10:00')).toMatchObject({
      fulfilledAt: due + 1,
      breachedAt: due + 1,
      used: 4 * hour + 1,
    })
    expect(readOnly(promise(), marks, due).breachedAt).toBeNull()
    expect(readOnly(promise(), marks, due + 1)).toMatchObject({
      life: 'running',
      breachedAt: due + 1,
    })
  })

  it('stays breached, and late by what it used too much, when it is fulfilled late', () => {
    const state = readOnly(promise(), [submitted('Mon 10:00'), answered('Tue 10:00')], 'Fri 10:00')
    expect(state).toMatchObject({
      life: 'fulfilled',
      breachedAt: at('Mon 14:00') + 1,
      used: 8 * hour,
      remaining: -4 * hour,
      share: 2,
      missed: 0,
    })
    expect(isMet(state)).toBe(false)
  })

  it('is owed no more once it is cancelled', () => {
    const marks = [submitted('Mon 10:00'), cancelled('Mon 11:00'), resolved('Mon 12:00')]
    expect(readOnly(solution(), marks, 'Fri 10:00')).toMatchObject({
      life: 'cancelled',
      cancelledAt: at('Mon 11:00'),
      fulfilledAt: null,
      breachedAt: null,
      used: hour,
    })
  })

  it('keeps the breach of what is cancelled afterwards', () => {
    const marks = [submitted('Mon 10:00'), cancelled('Wed 10:00')]
    expect(readOnly(solution(), marks, 'Fri 10:00')).toMatchObject({
      life: 'cancelled',
      breachedAt: at('Tue 10:00') + 1,
    })
  })

  it('is not kept by an answer to nothing', () => {
    const marks = [answered('Mon 09:00'), asked('Mon 10:00')]
    const terms = promise({ start: { condition: 'customerMessage' } })
    expect(readOnly(terms, marks, 'Mon 11:00')).toMatchObject({
      life: 'running',
      fulfilledAt: null,
    })
  })

  it('does not begin again while it is open', () => {
    const terms = promise({ start: { condition: 'customerMessage' } })
    const marks = [asked('Mon 10:00'), asked('Mon 11:00'), asked('Mon 12:00')]
    expect(readOnly(terms, marks, 'Mon 13:00')).toMatchObject({
      cycle: 1,
      startedAt: at('Mon 10:00'),
      used: 3 * hour,
    })
  })

  it('begins a new cycle when the request is reopened', () => {
    const marks = [submitted('Mon 09:00'), resolved('Mon 11:00'), reopened('Tue 09:00')]
    expect(read(solution(), marks, 'Tue 12:00')).toMatchObject([
      { cycle: 1, life: 'fulfilled', used: 2 * hour },
      { cycle: 2, life: 'running', startedAt: at('Tue 09:00'), used: 3 * hour },
    ])
  })

  it('begins anew at a reset, and the old cycle is owed no more', () => {
    const terms = solution({ reset: { condition: 'priorityChanged' } })
    const marks = [submitted('Mon 09:00'), priorityChanged('Mon 12:00')]
    expect(read(terms, marks, 'Mon 13:00')).toMatchObject([
      { cycle: 1, life: 'cancelled', cancelledAt: at('Mon 12:00'), used: 3 * hour },
      { cycle: 2, life: 'running', startedAt: at('Mon 12:00'), used: hour, dueAt: at('Tue 12:00') },
    ])
  })

  it('has nothing to reset before it begins', () => {
    const terms = solution({ reset: { condition: 'priorityChanged' } })
    expect(readOnly(terms, [priorityChanged('Mon 12:00')], 'Mon 13:00').life).toBe('inactive')
  })

  it('does not look at what happens after the instant asked at', () => {
    const marks = [submitted('Mon 10:00'), answered('Mon 12:00'), closed('Mon 13:00')]
    expect(readOnly(promise(), marks, 'Mon 11:00')).toMatchObject({
      life: 'running',
      fulfilledAt: null,
    })
  })

  it('reads a history that is read already', () => {
    const marks = [submitted('Mon 10:00'), answered('Mon 12:00')]
    const obligation = createObligation(promise(), deps)
    const when = at('Tue 10:00')
    expect(obligation.read(historyOf(marks), when)).toEqual(obligation.read(marks, when))
  })

  it('takes the instant in any form, and refuses none that is one', () => {
    const obligation = createObligation(promise(), deps)
    const marks = [submitted('Mon 10:00')]
    const state = obligation.read(marks, at('Mon 11:00'))
    expect(obligation.read(marks, '2026-03-02T11:00:00+01:00')).toEqual(state)
    expect(obligation.read(marks, new Date(at('Mon 11:00')))).toEqual(state)
    expect(() => obligation.read(marks, Number.NaN)).toThrow(RangeError)
  })
})

describe('business time', () => {
  it('counts nothing at night, on weekends and on holidays', () => {
    // Thursday 16:00; Friday the 13th is a holiday.
    expect(readOnly(promise(), [submitted('Thu+1 16:00')], 'Mon+2 10:00')).toMatchObject({
      used: 2 * hour,
      dueAt: at('Mon+2 12:00'),
    })
  })

  it('begins to count at the next opening what is submitted at night', () => {
    expect(readOnly(promise(), [submitted('Mon 22:00')], 'Tue 10:00')).toMatchObject({
      startedAt: at('Mon 22:00'),
      used: hour,
      dueAt: at('Tue 13:00'),
    })
  })

  it('is due at closing time and can be kept until the next opening', () => {
    const marks = [submitted('Mon 13:00')]
    const state = readOnly(promise(), marks, 'Mon 20:00')
    expect(state).toMatchObject({
      dueAt: at('Mon 17:00'),
      latestToMeet: at('Tue 09:00'),
      breachedAt: null,
      remaining: 0,
    })
    const late = at('Tue 09:00')
    expect(isMet(readOnly(promise(), [...marks, answered(late)], 'Fri 10:00'))).toBe(true)
    expect(isMet(readOnly(promise(), [...marks, answered(late + 1)], 'Fri 10:00'))).toBe(false)
    expect(readOnly(promise(), marks, late + 1).breachedAt).toBe(late + 1)
  })

  it('can be kept through the weekend when it is due as the week ends', () => {
    expect(readOnly(promise(), [submitted('Fri 13:00')], 'Sat 10:00')).toMatchObject({
      dueAt: at('Fri 17:00'),
      latestToMeet: at('Mon+1 09:00'),
    })
  })

  it('does not count the lunch break', () => {
    const terms = promise({ clock: { counts: 'businessTime', calendar: 'lunch' } })
    expect(readOnly(terms, [submitted('Mon 10:00')], 'Mon 12:30')).toMatchObject({
      used: 2 * hour,
      dueAt: at('Mon 15:00'),
    })
    expect(readOnly(terms, [submitted('Mon 08:00')], 'Mon 12:30')).toMatchObject({
      used: 3 * hour,
      dueAt: at('Mon 14:00'),
    })
    expect(
      readOnly({ ...terms, within: 'PT3H' }, [submitted('Mon 08:00')], 'Mon 12:30'),
    ).toMatchObject({ dueAt: at('Mon 12:00'), latestToMeet: at('Mon 13:00') })
    expect(lunch.isOpen(at('Mon 12:30'))).toBe(false)
  })

  it('keeps to the wall clock of its calendar when clocks change', () => {
    // Summer time begins on Sunday the 29th of March 2026.
    expect(readOnly(promise(), [submitted('2026-03-27 15:00')], '2026-03-30 10:00')).toMatchObject({
      used: 3 * hour,
      dueAt: at('2026-03-30 11:00'),
    })
  })

  it('never falls due, and says so, when its calendar never opens again', () => {
    const terms = promise({ clock: { counts: 'businessTime', calendar: 'past' } })
    const state = readOnly(terms, [submitted('Mon 10:00')], 'Tue 10:00')
    expect(state).toMatchObject({ life: 'running', used: 0, dueAt: null, latestToMeet: null })
    expect(state.problems).toMatchObject([{ code: 'never-due' }])
  })
})

describe('elapsed time', () => {
  it('counts nights and weekends', () => {
    const state = readOnly(promise({ elapsed: 'PT24H' }), [submitted('Fri 22:00')], 'Sat 10:00')
    expect(state).toMatchObject({ used: 12 * hour, dueAt: at('Sat 22:00'), share: 0.5 })
    expect(state.latestToMeet).toBe(state.dueAt)
  })

  it('is physical time through a night with a clock change', () => {
    const marks = [submitted('2026-03-28 22:00')]
    expect(readOnly(promise({ elapsed: 'PT24H' }), marks, '2026-03-29 08:00')).toMatchObject({
      used: 9 * hour,
      dueAt: at('2026-03-29 23:00'),
    })
  })
})

describe('business days', () => {
  const days = (within: string, due: 'endOfDay' | 'sameTime', cutoff?: string) =>
    promise({
      within,
      clock: {
        counts: 'businessDays',
        calendar: 'office',
        due,
        ...(cutoff !== undefined && { cutoff }),
      },
    })

  it('are due at the end of the last one', () => {
    expect(readOnly(days('P2D', 'endOfDay'), [submitted('Mon 10:00')], 'Mon 11:00')).toMatchObject({
      dueAt: at('Wed 17:00'),
      latestToMeet: at('Wed 17:00'),
      target: 23 * hour,
      used: hour,
    })
  })

  it('skip the weekend and the holiday', () => {
    const terms = days('P2D', 'endOfDay')
    expect(readOnly(terms, [submitted('Thu+1 10:00')], 'Thu+1 11:00').dueAt).toBe(at('Tue+2 17:00'))
  })

  it('are counted from the next one after the cut-off', () => {
    const terms = days('P1D', 'endOfDay', '16:00')
    expect(readOnly(terms, [submitted('Mon 15:59')], 'Mon 16:30').dueAt).toBe(at('Tue 17:00'))
    expect(readOnly(terms, [submitted('Mon 16:00')], 'Mon 16:30').dueAt).toBe(at('Wed 17:00'))
  })

  it('are due at the same time of day where the terms say so', () => {
    const terms = days('P2D', 'sameTime')
    expect(readOnly(terms, [submitted('Mon 10:30')], 'Mon 11:00')).toMatchObject({
      dueAt: at('Wed 10:30'),
      target: 16 * hour,
    })
    expect(readOnly(terms, [submitted('Fri 10:30')], 'Fri 11:00').dueAt).toBe(at('Tue+1 10:30'))
    expect(readOnly(terms, [submitted('Mon 20:00')], 'Mon 21:00').dueAt).toBe(at('Thu 09:00'))
  })

  it('give no grace until the next opening: a day is promised, and not its hours', () => {
    const marks = [submitted('Mon 10:00')]
    const due = at('Tue 17:00')
    expect(readOnly(days('P1D', 'endOfDay'), marks, due + 1).breachedAt).toBe(due + 1)
    const late = [...marks, answered('Tue 18:00')]
    expect(isMet(readOnly(days('P1D', 'endOfDay'), late, 'Fri 10:00'))).toBe(false)
  })

  it('may have no time that counts in them, and no share of it is used then', () => {
    const night = createCalendar({
      id: 'night',
      version: 1,
      timeZone: zone,
      hours: { mon: [['22:00', '06:00']], wed: [['22:00', '06:00']] },
    })
    const terms = promise({
      within: 'P1D',
      clock: { counts: 'businessDays', calendar: 'night', due: 'sameTime' },
    })
    // Tuesday's open time ends at 06:00, and Wednesday's begins at 22:00.
    const obligation = createObligation(terms, { calendars: { night } })
    const state = only(obligation.read([submitted('Tue 06:00')], at('Wed 23:00')))
    expect(state).toMatchObject({ dueAt: at('Wed 22:00'), target: 0, used: hour, share: 0 })
    expect(state.breachedAt).toBe(at('Wed 22:00') + 1)
  })
})

describe('local dates', () => {
  const within = (period: string) =>
    promise({ within: period, clock: { counts: 'localDates', timeZone: zone } })

  it('count months on the calendar, to the end of a shorter one', () => {
    const marks = [submitted('2026-01-31 10:00')]
    expect(readOnly(within('P1M'), marks, '2026-02-01 10:00')).toMatchObject({
      dueAt: at('2026-02-28 10:00'),
      latestToMeet: at('2026-02-28 10:00'),
      target: 28 * 24 * hour,
      used: 24 * hour,
    })
    expect(readOnly(within('P2M'), marks, '2026-02-01 10:00').dueAt).toBe(at('2026-03-31 10:00'))
  })

  it('keep the time of day when clocks change in between', () => {
    const state = readOnly(within('P1W'), [submitted('2026-03-25 10:00')], '2026-03-26 10:00')
    expect(state.dueAt).toBe(at('2026-04-01 10:00'))
    expect(state.target).toBe((7 * 24 - 1) * hour)
  })
})

describe('who owes whom', () => {
  it('is read from the mark that begins it', () => {
    const terms = promise({
      debtor: { fact: 'assignedTo' },
      creditor: { fact: 'customer' },
      start: { condition: 'assigned' },
    })
    const facts = { assignedTo: 'team:platform', customer: 'customer:acme' }
    expect(readOnly(terms, [mark('assigned', 'Mon 10:00', { facts })], 'Mon 11:00')).toMatchObject({
      debtor: 'team:platform',
      creditor: 'customer:acme',
      problems: [],
    })
  })

  it('is open, and said to be, when that mark does not name a party', () => {
    const terms = promise({ debtor: { fact: 'assignedTo' } })
    for (const facts of [{}, { assignedTo: 'nobody' }, { assignedTo: 7 }]) {
      const state = readOnly(terms, [submitted('Mon 10:00', { facts })], 'Mon 11:00')
      expect(state).toMatchObject({ debtor: null, life: 'running', used: hour })
      expect(state.problems).toMatchObject([{ code: 'party-missing' }])
    }
  })

  it('can be asked for by conditions: who is assigned elsewhere has let go', () => {
    const terms = promise({
      debtor: { fact: 'assignedTo' },
      start: { condition: 'assigned' },
      stop: {
        all: [
          { condition: 'assigned' },
          {
            fact: 'facts',
            path: '$.assignedTo',
            operator: 'notEqual',
            value: { fact: 'debtor' },
          },
        ],
      },
    })
    const to = (team: string, when: string) =>
      mark('assigned', when, { facts: { assignedTo: `team:${team}` } })
    const marks = [to('platform', 'Mon 10:00'), to('platform', 'Mon 11:00')]
    expect(readOnly(terms, marks, 'Mon 12:00')).toMatchObject({
      debtor: 'team:platform',
      life: 'running',
      used: 2 * hour,
    })
    expect(read(terms, [...marks, to('sales', 'Mon 12:00')], 'Mon 13:00')).toMatchObject([
      { debtor: 'team:platform', life: 'fulfilled', fulfilledAt: at('Mon 12:00') },
      { debtor: 'team:sales', life: 'running', startedAt: at('Mon 12:00') },
    ])
  })
})

describe('what fulfills', () => {
  const marks = [submitted('Mon 10:00')]

  it('is no automatic message', () => {
    const robot = answered('Mon 10:01', { automatic: true, by: 'system:mail' })
    expect(readOnly(promise(), [...marks, robot], 'Mon 11:00').life).toBe('running')
    const any = promise({ stop: { condition: 'message' } })
    expect(readOnly(any, [...marks, robot], 'Mon 11:00').life).toBe('running')
  })

  it('is no private note, unless the terms say so', () => {
    const note = answered('Mon 10:30', { audience: 'internal' })
    const any = promise({ stop: { condition: 'message' } })
    expect(readOnly(any, [...marks, note], 'Mon 11:00').life).toBe('running')
    const notes = promise({ stop: { condition: 'message' }, privateNotesFulfill: true })
    expect(readOnly(notes, [...marks, note], 'Mon 11:00')).toMatchObject({
      fulfilledAt: at('Mon 10:30'),
    })
    const robot = answered('Mon 10:30', { audience: 'internal', automatic: true })
    expect(readOnly(notes, [...marks, robot], 'Mon 11:00').life).toBe('running')
  })

  it('is not what the customer writes', () => {
    expect(readOnly(promise(), [...marks, asked('Mon 10:30')], 'Mon 11:00').life).toBe('running')
  })

  it('is a message that does not say who can read it', () => {
    const said = answered('Mon 10:30')
    expect(said.audience).toBeUndefined()
    expect(readOnly(promise(), [...marks, said], 'Mon 11:00').life).toBe('fulfilled')
  })

  it('may be done by a machine when it is no message', () => {
    const done = resolved('Mon 10:30', { automatic: true })
    expect(readOnly(solution(), [...marks, done], 'Mon 11:00').life).toBe('fulfilled')
  })
})

describe('warnings and consequences', () => {
  const terms = promise({
    warnAt: [0.75, 'PT2H'],
    consequences: [
      { on: 'breach', kind: 'escalate', to: 'role:manager', params: { level: 2 } },
      { on: 'warning', kind: 'notify' },
    ],
  })
  const marks = [submitted('Mon 15:00')]

  it('come on the clock of the obligation: at a share, and before the end', () => {
    expect(readOnly(terms, marks, 'Mon 16:59').warnedAt).toEqual([])
    // Two of four hours are used at closing time.
    expect(readOnly(terms, marks, 'Mon 17:00').warnedAt).toEqual([at('Mon 17:00')])
    expect(readOnly(terms, marks, 'Tue 10:00').warnedAt).toEqual([at('Mon 17:00'), at('Tue 10:00')])
  })

  it('follow when they are due', () => {
    expect(readOnly(terms, marks, 'Tue 12:00').consequences).toEqual([
      {
        on: 'breach',
        at: at('Tue 11:00') + 1,
        kind: 'escalate',
        to: 'role:manager',
        params: { level: 2 },
      },
      { on: 'warning', at: at('Mon 17:00'), kind: 'notify', to: null, params: {} },
      { on: 'warning', at: at('Tue 10:00'), kind: 'notify', to: null, params: {} },
    ])
  })

  it('do not come after it is fulfilled', () => {
    const state = readOnly(terms, [...marks, answered('Mon 16:00')], 'Fri 10:00')
    expect(state.warnedAt).toEqual([])
    expect(state.consequences).toEqual([])
  })
})

describe('terms', () => {
  it('hold only what they say, whatever becomes of the document', () => {
    const document = { ...promise(), within: 'PT4H' }
    const obligation = createObligation(document, deps)
    document.within = 'PT1H'
    expect(only(obligation.read([submitted('Mon 10:00')], at('Mon 11:00'))).target).toBe(4 * hour)
    expect(obligation.id).toBe('answer')
    expect(obligation.kind).toBe('sla.firstResponse')
    expect(Object.isFrozen(obligation.terms)).toBe(true)
  })

  it('may name conditions of their own', () => {
    const terms = promise({
      conditions: {
        urgent: {
          all: [{ fact: 'facts', path: '$.priority', operator: 'equal', value: 'P1' }],
        },
      },
      start: { all: [{ condition: 'submitted' }, { condition: 'urgent' }] },
    })
    const urgent = submitted('Mon 10:00', { facts: { priority: 'P1' } })
    expect(readOnly(terms, [urgent], 'Mon 11:00').life).toBe('running')
    expect(readOnly(terms, [submitted('Mon 10:00')], 'Mon 11:00').life).toBe('inactive')
  })

  it('count in whole milliseconds', () => {
    const state = readOnly(
      promise({ within: 'PT1M' }),
      [submitted(at('Mon 16:59') + 30_001)],
      'Mon 17:00',
    )
    expect(state.used).toBe(29_999)
    expect(state.dueAt).toBe(at('Tue 09:00') + minute - 29_999)
    expect(office.isOpen(at('Mon 17:00'))).toBe(false)
  })
})
