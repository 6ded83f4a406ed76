import type { Mark } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import { createSlaPolicy, METRICS, type SlaPolicyDocument } from '../src/index.ts'
import { asked, cyclesOf, lives, sla, stateOf, tellWakeups } from './desk.ts'
import {
  answered,
  calendars,
  type Happened,
  november,
  policyDocument,
  resolved,
} from './report-desk.ts'

type Target = SlaPolicyDocument['agreements'][number]['targets'][number]

/** A policy with one target of two hours of elapsed time. */
function promise(metric: string, parts: Partial<Target> = {}, own?: SlaPolicyDocument['metrics']) {
  const clock = { counts: 'elapsedTime' as const }
  const target = { metric, within: 'PT2H', clock, ...parts }
  const document = policyDocument([sla({ targets: [target] })], own && { metrics: own })
  return createSlaPolicy(document, { calendars })
}

const noon = november(2, '12:00')

/** What becomes of a metric by noon, in minutes used of each cycle, when this happens after 09:00. */
function cycles(metric: string, ...happened: readonly Happened[]): readonly string[] {
  return lives(promise(metric), asked({}, ...happened), noon, metric)
}

const wrote = (time: string): Happened => [2, time, 'message', { by: 'customer:acme' }]
const noted = (time: string): Happened => [
  2,
  time,
  'message',
  { by: 'person:ada', audience: 'internal' },
]
const robot = (time: string): Happened => [
  2,
  time,
  'message',
  { by: 'system:mail', automatic: true },
]
const waits = (time: string, reason: string): Happened => [2, time, 'waiting', { reason }]
const resumed = (time: string): Happened => [2, time, 'resumed']
const reopened = (time: string): Happened => [2, time, 'reopened']
const cancelled = (time: string): Happened => [2, time, 'cancelled']
const assigned = (time: string, team: string): Happened => [
  2,
  time,
  'assigned',
  { facts: { assignedTo: team }, by: 'person:ada' },
]
const offer = (time: string, about: string, type: Mark['type'], to = 'team:b'): Happened => [
  2,
  time,
  type,
  { about, ...(type === 'offered' && { facts: { offeredTo: to } }) },
]

describe('firstResponse', () => {
  it('is the first public answer by a person', () => {
    expect(cycles('firstResponse', answered(2, '10:00'))).toEqual(['fulfilled 60'])
    expect(cycles('firstResponse', robot('09:01'), noted('09:30'), wrote('09:40'))).toEqual([
      'running 180',
    ])
  })

  it('is not owed any more when the request is closed or withdrawn', () => {
    expect(cycles('firstResponse', cancelled('09:30'), answered(2, '10:00'))).toEqual([
      'cancelled 30',
    ])
    expect(cycles('firstResponse', [2, '10:00', 'closed'])).toEqual(['cancelled 60'])
  })

  it('stands still while the request is resolved without an answer, and goes on when it is reopened', () => {
    expect(cycles('firstResponse', resolved(2, '10:00'))).toEqual(['paused 60'])
    expect(cycles('firstResponse', resolved(2, '10:00'), reopened('11:30'))).toEqual(['running 90'])
    expect(
      cycles('firstResponse', resolved(2, '10:00'), reopened('11:30'), answered(2, '11:40')),
    ).toEqual(['fulfilled 70'])
  })

  it('pauses for the waits that a target names', () => {
    const policy = promise('firstResponse', { pauseReasons: ['customer'] })
    const marks = asked({}, waits('09:30', 'customer'), resumed('11:00'))
    expect(lives(policy, marks, noon, 'firstResponse')).toEqual(['running 90'])
  })

  it('does not pause, and is not owed again when the request is reopened', () => {
    expect(
      cycles('firstResponse', waits('09:30', 'customer'), answered(2, '10:00'), reopened('11:00')),
    ).toEqual(['fulfilled 60'])
  })
})

describe('nextResponse', () => {
  it('counts from the oldest message of the customer that nobody answered', () => {
    expect(cycles('nextResponse', wrote('09:30'), wrote('10:00'), answered(2, '10:30'))).toEqual([
      'fulfilled 60',
    ])
  })

  it('is owed again for the next message', () => {
    const happened = [wrote('09:30'), answered(2, '10:00'), wrote('11:00')]
    expect(cycles('nextResponse', ...happened)).toEqual(['fulfilled 30', 'running 60'])
  })

  it('is not owed while nobody wrote, and no machine and no note fulfills it', () => {
    expect(cycles('nextResponse')).toEqual(['inactive 0'])
    expect(cycles('nextResponse', wrote('10:00'), robot('10:01'), noted('10:30'))).toEqual([
      'running 120',
    ])
  })
})

describe('periodicUpdate', () => {
  it('is owed again from each public answer, until the request is over', () => {
    const happened = [answered(2, '09:30'), answered(2, '10:30'), resolved(2, '11:00')]
    expect(cycles('periodicUpdate', ...happened)).toEqual(['fulfilled 60', 'cancelled 30'])
  })

  it('is not owed before the first answer', () => {
    expect(cycles('periodicUpdate', wrote('09:30'), robot('09:31'))).toEqual(['inactive 0'])
  })

  it('goes on while the request waits, and counts the periods that nobody kept', () => {
    const marks = asked({}, answered(2, '09:30'), waits('10:00', 'customer'))
    const at = november(2, '16:00')
    expect(stateOf(promise('periodicUpdate').read(marks, at), 'periodicUpdate')).toMatchObject({
      life: 'running',
      breachedAt: november(2, '11:30') + 1,
      missed: 2,
    })
  })
})

describe('pausableUpdate', () => {
  it('stands still while the request waits for the customer', () => {
    const happened = [answered(2, '09:30'), waits('10:00', 'customer'), resumed('11:30')]
    expect(cycles('pausableUpdate', ...happened)).toEqual(['running 60'])
  })

  it('goes on while it waits for anybody else', () => {
    expect(cycles('pausableUpdate', answered(2, '09:30'), waits('10:00', 'vendor'))).toEqual([
      'running 150',
    ])
  })
})

describe('requesterWait', () => {
  it('leaves out the time in which the customer was waited for', () => {
    const happened = [waits('09:30', 'customer'), resumed('10:30'), resolved(2, '11:00')]
    expect(cycles('requesterWait', ...happened)).toEqual(['fulfilled 60'])
    expect(cycles('requesterWait', waits('09:30', 'vendor'), resolved(2, '11:00'))).toEqual([
      'fulfilled 120',
    ])
  })

  it('is owed anew when the request is reopened', () => {
    expect(cycles('requesterWait', resolved(2, '10:00'), reopened('11:00'))).toEqual([
      'fulfilled 60',
      'running 60',
    ])
  })
})

describe('agentWork', () => {
  it('leaves out the time in which anybody was waited for', () => {
    const happened = [
      waits('09:30', 'vendor'),
      resumed('10:00'),
      waits('10:30', 'customer'),
      resumed('11:00'),
    ]
    expect(cycles('agentWork', ...happened, resolved(2, '11:30'))).toEqual(['fulfilled 90'])
  })

  it('can wait for less, where a target says so', () => {
    const marks = asked({}, waits('09:30', 'vendor'), resumed('10:00'), waits('11:00', 'customer'))
    const policy = promise('agentWork', { pauseReasons: ['customer'] })
    expect(lives(policy, marks, noon, 'agentWork')).toEqual(['paused 120'])
  })
})

describe('acknowledgement', () => {
  it('is given by a person who triages, assigns, accepts or answers', () => {
    const happened: readonly Happened[] = [
      [2, '10:00', 'triaged', { by: 'person:ada' }],
      assigned('10:00', 'team:a'),
      [2, '10:00', 'accepted', { by: 'person:ada' }],
      answered(2, '10:00'),
    ]
    for (const one of happened) expect(cycles('acknowledgement', one)).toEqual(['fulfilled 60'])
  })

  it('is not given by a machine', () => {
    const automatic = { automatic: true, by: 'system:router' }
    expect(cycles('acknowledgement', [2, '09:01', 'assigned', automatic], robot('09:02'))).toEqual([
      'running 180',
    ])
  })
})

describe('ownership', () => {
  const by = (...happened: readonly Happened[]) =>
    cyclesOf(promise('ownership').read(asked({}, ...happened), noon), 'ownership').map(
      ({ debtor, life, used }) => `${debtor} ${life} ${used / 60_000}`,
    )

  it('counts for the team that has the request, until another has it', () => {
    expect(by(assigned('09:30', 'team:a'), assigned('10:30', 'team:b'))).toEqual([
      'team:a fulfilled 60',
      'team:b running 90',
    ])
  })

  it('begins anew when it comes back to a team', () => {
    const there = [assigned('09:30', 'team:a'), assigned('10:00', 'team:b')]
    expect(by(...there, assigned('11:00', 'team:a'), resolved(2, '11:30'))).toEqual([
      'team:a fulfilled 30',
      'team:b fulfilled 60',
      'team:a fulfilled 30',
    ])
  })

  it('goes on when it is given to another person of the same team', () => {
    expect(by(assigned('09:30', 'team:a'), assigned('10:30', 'team:a'))).toEqual([
      'team:a running 150',
    ])
  })
})

describe('handoverAcceptance', () => {
  const of = (...happened: readonly Happened[]) =>
    cyclesOf(
      promise('handoverAcceptance').read(asked({}, ...happened), noon),
      'handoverAcceptance',
    ).map(({ about, debtor, life, used }) => `${about} ${debtor} ${life} ${used / 60_000}`)

  it('is owed by whom it is offered to, each offer on its own', () => {
    expect(
      of(
        offer('09:30', 'offer:1', 'offered'),
        offer('10:00', 'offer:2', 'offered', 'team:c'),
        offer('10:30', 'offer:1', 'accepted'),
      ),
    ).toEqual(['offer:1 team:b fulfilled 60', 'offer:2 team:c running 120'])
  })

  it('is a yes or a no', () => {
    expect(of(offer('09:30', 'offer:1', 'offered'), offer('10:00', 'offer:1', 'declined'))).toEqual(
      ['offer:1 team:b fulfilled 30'],
    )
  })

  it('is not owed any more when the offer is recalled or has expired, or the request is over', () => {
    const offered = offer('09:30', 'offer:1', 'offered')
    const expected = ['offer:1 team:b cancelled 30']
    expect(of(offered, offer('10:00', 'offer:1', 'recalled'))).toEqual(expected)
    expect(of(offered, offer('10:00', 'offer:1', 'expired'))).toEqual(expected)
    expect(of(offered, resolved(2, '10:00'))).toEqual(expected)
  })
})

describe('resolution', () => {
  it('counts all time from submission', () => {
    const happened = [waits('09:30', 'customer'), resumed('10:30'), resolved(2, '11:00')]
    expect(cycles('resolution', ...happened)).toEqual(['fulfilled 120'])
  })

  it('pauses for the reasons that a target names, until they are over', () => {
    const policy = promise('resolution', { pauseReasons: ['customer', 'vendor'] })
    const marks = asked({}, waits('09:30', 'vendor'), resumed('10:30'), waits('11:00', 'team'))
    expect(lives(policy, marks, noon, 'resolution')).toEqual(['running 120'])
  })

  it('is owed anew when the request is reopened, and not when it is withdrawn', () => {
    expect(cycles('resolution', resolved(2, '10:00'), reopened('11:00'))).toEqual([
      'fulfilled 60',
      'running 60',
    ])
    expect(cycles('resolution', cancelled('10:00'))).toEqual(['cancelled 60'])
  })

  it('is fulfilled by closing, and once', () => {
    expect(cycles('resolution', [2, '10:00', 'closed'])).toEqual(['fulfilled 60'])
    expect(cycles('resolution', resolved(2, '10:00'), [2, '11:00', 'closed'])).toEqual([
      'fulfilled 60',
    ])
  })
})

describe('a metric of its own', () => {
  it('is data like the others', () => {
    const own = {
      workaround: {
        start: { condition: 'triaged' },
        stop: { all: [{ fact: 'state', operator: 'equal', value: 'workedAround' }] },
        cancel: { condition: 'over' },
        pauseReasons: ['customer'],
      },
    }
    const marks = asked({}, [2, '09:30', 'triaged'], waits('10:00', 'customer'), resumed('10:30'), [
      2,
      '11:00',
      'message',
      { state: 'workedAround', by: 'person:ada' },
    ])
    const policy = promise('workaround', {}, own)
    expect(lives(policy, marks, noon, 'workaround')).toEqual(['fulfilled 60'])
  })

  it('may be owed again and again, and about each thing on its own', () => {
    const own = {
      taskNews: {
        per: 'about' as const,
        start: { condition: 'assigned' },
        stop: { condition: 'publicAnswer' },
        cadence: { from: 'grid' as const, until: { condition: 'over' } },
      },
    }
    const task = (time: string, about: string, type: Mark['type']): Happened => [
      2,
      time,
      type,
      { about, by: 'person:ada' },
    ]
    const marks = asked(
      {},
      task('09:00', 'task:1', 'assigned'),
      task('09:30', 'task:2', 'assigned'),
    )
    const policy = promise('taskNews', {}, own)
    const answeredOne = [...marks, ...asked({}, task('10:00', 'task:1', 'message')).slice(1)]
    const states = cyclesOf(policy.read(answeredOne, november(2, '10:30')), 'taskNews')
    expect(states.map(({ about, life }) => `${about} ${life}`)).toEqual([
      'task:1 fulfilled',
      'task:1 inactive',
      'task:2 running',
    ])
    expect(tellWakeups(policy.wakeups(answeredOne, november(2, '10:30')))).toEqual([
      '2 11:00 recur basic/taskNews',
      '2 11:30 breach basic/taskNews',
      '2 13:00 breach basic/taskNews',
    ])
  })

  it('may let a private note fulfill it', () => {
    const { start, stop: _ } = METRICS.firstResponse
    const own = {
      looked: { start, stop: { condition: 'message' }, privateNotesFulfill: true },
      answered: { start, stop: { condition: 'message' } },
    }
    const marks = asked({}, noted('10:00'))
    expect(lives(promise('looked', {}, own), marks, noon, 'looked')).toEqual(['fulfilled 60'])
    expect(lives(promise('answered', {}, own), marks, noon, 'answered')).toEqual(['running 180'])
  })

  it('may have a debtor of its own', () => {
    const own = { owned: { ...METRICS.ownership, debtor: { fact: 'desk' } } } as never
    const marks = asked({ desk: 'team:dach' }, assigned('09:30', 'team:a'))
    expect(stateOf(promise('owned', {}, own).read(marks, noon), 'owned').debtor).toBe('team:dach')
  })
})

it('the usual metrics cannot be changed by those who use them', () => {
  expect(Object.isFrozen(METRICS)).toBe(true)
  expect(Object.keys(METRICS)).toHaveLength(10)
})
