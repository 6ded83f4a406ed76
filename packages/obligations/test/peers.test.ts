/** Faults that users of other products reported, each as a history and what should have come of it. */
import { createCalendar } from '@holdfast/calendar'
import { describe, expect, it } from 'vitest'
import { createObligation, isMet } from '../src/index.ts'
import {
  answered,
  asked,
  assigned,
  at,
  deps,
  hour,
  mark,
  minute,
  news,
  office,
  only,
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
  wakeups,
  zone,
} from './desk.ts'

const start = submitted('Mon 09:00')

/** An answer within four business hours to the oldest message that has none. */
const nextAnswer = promise({ id: 'next', start: { condition: 'customerMessage' } })

describe('pauses', () => {
  it('glpi#6902, glpi#15605: a pause survives a change of priority', () => {
    const marks = [start, waits('Mon 10:00'), resumed('Mon 14:00'), priorityChanged('Mon 15:00')]
    const urgent = createObligation(solution({ within: 'PT4H' }), deps)
    for (const onChange of ['retroactive', 'fromChange'] as const) {
      const versions = [{ from: at('Mon 15:00'), terms: urgent, onChange }]
      expect(readOnly(solution(), marks, 'Mon 15:00', { versions })).toMatchObject({
        pauses: [{ from: at('Mon 10:00'), to: at('Mon 14:00') }],
        used: onChange === 'retroactive' ? 2 * hour : 0,
        breachedAt: null,
      })
    }
  })

  it('ServiceNow, retroactive pause: a higher priority does not breach at once what waited', () => {
    const marks = [start, waits('Mon 10:00'), resumed('Wed 10:00'), priorityChanged('Wed 10:30')]
    const urgent = createObligation(solution({ within: 'PT2H' }), deps)
    const versions = [{ from: at('Wed 10:30'), terms: urgent, onChange: 'retroactive' as const }]
    expect(readOnly(solution(), marks, 'Wed 10:30', { versions })).toMatchObject({
      used: 1.5 * hour,
      dueAt: at('Wed 11:00'),
      breachedAt: null,
    })
  })

  it('glpi#24481: nothing breaches while pending', () => {
    const marks = [start, waits('Mon 16:00')]
    for (const when of ['Mon 17:00', 'Tue 09:01', 'Fri+2 12:00']) {
      expect(readOnly(solution(), marks, when)).toMatchObject({ life: 'paused', breachedAt: null })
    }
    expect(wakeups(solution({ warnAt: [0.9] }), marks, 'Mon 16:30')).toEqual([])
  })

  it('frappe/helpdesk PR#2449, #1675: a pause is counted in business time', () => {
    // Seventeen hours on the wall, of which two were business time.
    const marks = [start, waits('Mon 16:00'), resumed('Tue 10:00')]
    expect(readOnly(solution(), marks, 'Tue 10:00')).toMatchObject({
      used: 7 * hour,
      dueAt: at('Tue 11:00'),
    })
  })

  it('frappe/erpnext PR#47029, PR#47884: a hold over the weekend takes nothing from Monday', () => {
    const marks = [submitted('Fri 15:00'), waits('Fri 16:00'), resumed('Sun 12:00')]
    expect(readOnly(solution(), marks, 'Mon+1 10:00')).toMatchObject({
      used: 2 * hour,
      dueAt: at('Mon+1 16:00'),
    })
  })

  it('osTicket#3034, #6524: a state of the request pauses', () => {
    const terms = promise({
      stop: { condition: 'resolved' },
      pause: { all: [{ fact: 'state', operator: 'in', value: ['pending', 'on hold'] }] },
      resume: {
        all: [{ fact: 'state', operator: 'notIn', value: ['pending', 'on hold'] }],
      },
    })
    const marks = [
      submitted('Mon 09:00', { state: 'open' }),
      mark('message', 'Mon 10:00', { state: 'pending' }),
      mark('message', 'Mon 12:00', { state: 'on hold', id: 'm2' }),
      mark('message', 'Mon 14:00', { state: 'open', id: 'm3' }),
    ]
    expect(readOnly(terms, marks, 'Mon 13:00').life).toBe('paused')
    expect(readOnly(terms, marks, 'Mon 15:00')).toMatchObject({ used: 2 * hour, life: 'running' })
  })

  it('Zammad: two pauses that begin in the same minute of a day do not overwrite each other', () => {
    const ten = at('Mon 10:00')
    const marks = [
      start,
      waits(ten),
      resumed(ten + 20_000),
      waits(ten + 30_000),
      resumed(ten + 50_000),
    ]
    const state = readOnly(solution(), marks, 'Mon 11:00')
    expect(state.used).toBe(2 * hour - 40_000)
    expect(state.pauses).toHaveLength(2)
    expect(state.dueAt).toBe(at('Tue 09:00') + 40_000)
  })

  it('Zammad: a pause is not cut to whole minutes', () => {
    const marks = [start, waits(at('Mon 10:00') + 1), resumed(at('Mon 10:01') - 1)]
    expect(readOnly(solution(), marks, 'Mon 11:00').used).toBe(2 * hour - minute + 2)
  })

  it('GLPI: a pause through a change of clocks is as long as it was', () => {
    // Three hours on the wall in the night of the 29th of March 2026, and two hours of time.
    const marks = [
      submitted('2026-03-28 23:00'),
      waits('2026-03-29 01:00'),
      resumed('2026-03-29 04:00'),
    ]
    expect(readOnly(solution({ elapsed: 'PT8H' }), marks, '2026-03-29 05:00')).toMatchObject({
      used: 3 * hour,
      dueAt: at('2026-03-29 10:00'),
    })
  })
})

describe('what counts as an answer', () => {
  it('zammad#3140: a second message of the customer does not restart the clock', () => {
    const marks = [asked('Mon 09:00'), asked('Mon 12:00'), asked('Mon 12:30')]
    expect(readOnly(nextAnswer, marks, 'Mon 12:45')).toMatchObject({
      startedAt: at('Mon 09:00'),
      dueAt: at('Mon 13:00'),
    })
  })

  it('zammad#1322: activity that is no answer leaves the customer unanswered', () => {
    const marks = [
      asked('Mon 09:00'),
      answered('Mon 10:00', { audience: 'internal' }),
      assigned('Mon 11:00'),
      priorityChanged('Mon 12:00'),
    ]
    expect(readOnly(nextAnswer, marks, 'Mon 12:45')).toMatchObject({
      life: 'running',
      dueAt: at('Mon 13:00'),
    })
  })

  it('zammad#1322: who has an answer is owed no other until they write again', () => {
    const marks = [asked('Mon 09:00'), answered('Mon 10:00'), asked('Tue 09:00')]
    expect(readOnly(nextAnswer, marks, 'Mon 16:00').life).toBe('fulfilled')
    expect(read(nextAnswer, marks, 'Tue 10:00')[1]).toMatchObject({
      startedAt: at('Tue 09:00'),
      dueAt: at('Tue 13:00'),
    })
  })

  it("Plain, Kustomer: a robot's acknowledgement is no first answer", () => {
    const robot = answered('Mon 09:00', { automatic: true, by: 'system:mailer' })
    const marks = [start, robot, answered('Mon 15:00')]
    expect(readOnly(promise(), marks, 'Mon 16:00')).toMatchObject({
      fulfilledAt: at('Mon 15:00'),
      breachedAt: at('Mon 13:00') + 1,
    })
  })
})

describe('polls', () => {
  it('chatwoot: an answer that came late between two polls was late', () => {
    const terms = promise({ elapsed: 'PT1H' })
    const marks = [start, answered('Mon 10:02')]
    expect(readOnly(terms, marks, 'Mon 09:59').breachedAt).toBeNull()
    const state = readOnly(terms, marks, 'Mon 10:05')
    expect(state).toMatchObject({ life: 'fulfilled', breachedAt: at('Mon 10:00') + 1 })
    expect(isMet(state)).toBe(false)
  })

  it('chatwoot: a resolution is judged though nobody looked before the request was resolved', () => {
    const marks = [start, resolved('Wed 09:00'), mark('closed', 'Wed 09:01')]
    expect(readOnly(solution(), marks, 'Fri 09:00').breachedAt).toBe(at('Tue 09:00') + 1)
  })

  it('zendesk: a change of policy reaches a request at its date, and not at its next event', () => {
    const stricter = createObligation(promise({ within: 'PT2H' }), deps)
    const versions = [{ from: at('Mon 10:00'), terms: stricter, onChange: 'retroactive' as const }]
    expect(readOnly(promise(), [start], 'Mon 10:00', { versions }).dueAt).toBe(at('Mon 11:00'))
    expect(wakeups(promise(), [start], 'Mon 09:30', { versions })[0]).toEqual([
      'change',
      at('Mon 10:00'),
    ])
  })
})

describe('the right clock', () => {
  it('zammad#5624, zammad#5177: the terms of the new group hold after a change of group', () => {
    const platform = createObligation(solution({ debtor: 'team:platform', within: 'PT16H' }), deps)
    const versions = [{ from: at('Mon 12:00'), terms: platform, onChange: 'retroactive' as const }]
    const marks = [start, assigned('Mon 12:00')]
    expect(readOnly(solution(), marks, 'Mon 13:00', { versions })).toMatchObject({
      debtor: 'team:platform',
      target: 16 * hour,
      used: 4 * hour,
    })
  })

  it('glpi#1911, frappe/helpdesk#1895: a tier has a clock of its own, from its assignment', () => {
    const tier = promise({
      id: 'tier',
      debtor: { fact: 'assignedTo' },
      start: { condition: 'assigned' },
      stop: { any: [{ condition: 'assigned' }, { condition: 'resolved' }] },
    })
    const to = (team: string, when: string) =>
      assigned(when, { facts: { assignedTo: `team:${team}` } })
    const marks = [start, to('first', 'Mon 10:00'), to('second', 'Mon 15:00')]
    expect(read(tier, marks, 'Mon 16:00')).toMatchObject([
      {
        debtor: 'team:first',
        startedAt: at('Mon 10:00'),
        used: 5 * hour,
        breachedAt: at('Mon 14:00') + 1,
      },
      { debtor: 'team:second', startedAt: at('Mon 15:00'), used: hour, breachedAt: null },
    ])
  })

  it("zammad#3928: every clock's deadline is known, and not only the nearest", () => {
    const marks = [start, answered('Mon 10:00')]
    const due = [promise(), solution(), news('fulfillment')].map((terms) =>
      read(terms, marks, 'Mon 11:00').map(({ life, dueAt }) => [life, dueAt]),
    )
    expect(due).toEqual([
      [['fulfilled', at('Mon 13:00')]],
      [['running', at('Mon 17:00')]],
      [
        ['fulfilled', at('Mon 13:00')],
        ['running', at('Mon 14:00')],
      ],
    ])
  })

  it('zendesk: other hours of the calendar are other terms, though the words are the same', () => {
    const longer = createCalendar({
      id: 'office',
      version: 2,
      timeZone: zone,
      hours: { mon: [['09:00', '12:00']], tue: [['09:00', '17:00']] },
    })
    const terms = createObligation(promise(), { calendars: { office: longer } })
    const versions = [{ from: at('Mon 10:00'), terms, onChange: 'retroactive' as const }]
    expect(readOnly(promise(), [start], 'Mon 10:00', { versions }).dueAt).toBe(at('Tue 10:00'))
  })

  it('Jira: a request that is reopened has a cycle of its own, and the first stays as it was', () => {
    const marks = [start, resolved('Mon 12:00'), reopened('Fri 09:00'), resolved('Fri 10:00')]
    expect(read(solution(), marks, 'Mon+1 09:00')).toMatchObject([
      { cycle: 1, used: 3 * hour, breachedAt: null },
      { cycle: 2, used: hour, breachedAt: null },
    ])
  })
})

describe('warnings', () => {
  const terms = promise({ warnAt: ['PT2H'] })

  it('glpi PR#22678, PR#15357: come hours before the deadline in business time', () => {
    // Due on Tuesday at 10:00; two business hours before are on Monday.
    expect(wakeups(terms, [submitted('Mon 14:00')], 'Mon 14:30')[0]).toEqual([
      'warn',
      at('Mon 16:00'),
    ])
  })

  it('glpi#14492, zammad#4432: do not come at midnight', () => {
    for (const when of ['Fri 15:30', 'Fri 20:00', 'Sat 12:00', 'Thu+1 15:30']) {
      const instant = wakeups(terms, [submitted(when)], when)[0]?.[1] as number
      expect(office.isOpen(instant)).toBe(true)
    }
  })

  it('glpi#15429: move with the deadline when it waits', () => {
    const marks = [start, waits('Mon 10:00'), resumed('Mon 12:00')]
    const paused = solution({ warnAt: ['PT2H'] })
    expect(wakeups(paused, [start], 'Mon 09:30')[0]).toEqual(['warn', at('Mon 15:00')])
    expect(wakeups(paused, marks, 'Mon 12:30')[0]).toEqual(['warn', at('Mon 17:00')])
  })

  it('chatwoot#6889, zammad#2532: can have consequences at several levels', () => {
    const levels = promise({
      warnAt: [0.5],
      consequences: [
        { on: 'warning', kind: 'notify', to: 'role:lead' },
        { on: 'breach', kind: 'notify', to: 'role:lead' },
        { on: 'breach', kind: 'notify', to: 'role:manager' },
      ],
    })
    expect(readOnly(levels, [start], 'Mon 12:00').consequences).toHaveLength(1)
    expect(readOnly(levels, [start], 'Mon 14:00').consequences.map(({ to }) => to)).toEqual([
      'role:lead',
      'role:lead',
      'role:manager',
    ])
  })
})

describe('deadlines', () => {
  it('osTicket#1168, #2131, freescout#3756: only business hours count', () => {
    expect(readOnly(promise(), [submitted('Fri 16:00')], 'Sun 12:00')).toMatchObject({
      used: hour,
      breachedAt: null,
      dueAt: at('Mon+1 12:00'),
    })
  })

  it('frappe/helpdesk#2561: say until when an answer keeps the promise', () => {
    const { dueAt, latestToMeet } = readOnly(promise(), [submitted('Fri 13:00')], 'Fri 14:00')
    expect([dueAt, latestToMeet]).toEqual([at('Fri 17:00'), at('Mon+1 09:00')])
  })

  it('biz: a budget of seconds does not jump to the next day a moment before closing', () => {
    const terms = promise({ within: 'PT0.4S' })
    const marks = [submitted(at('Mon 17:00') - 500)]
    expect(readOnly(terms, marks, 'Mon 17:00').dueAt).toBe(at('Mon 17:00') - 100)
  })

  it('moment-business-time, dayjs-business-time: a calendar that never opens does not hang', () => {
    const never = promise({ clock: { counts: 'businessTime', calendar: 'past' } })
    expect(readOnly(never, [start], 'Fri 09:00')).toMatchObject({ dueAt: null, breachedAt: null })
    const grid = news('grid', { clock: { counts: 'businessTime', calendar: 'past' } })
    expect(readOnly(grid, [start], 'Fri 09:00')).toMatchObject({ dueAt: null, missed: 0 })
  })

  it('fivetran/dbt_zendesk#92: what fell due in a holiday did not', () => {
    // Friday the 13th of March is a holiday.
    const state = only(
      createObligation(promise(), deps).read([submitted('Thu+1 16:30')], at('Sun+1 12:00')),
    )
    expect(state).toMatchObject({ used: hour / 2, breachedAt: null, dueAt: at('Mon+2 12:30') })
  })
})
