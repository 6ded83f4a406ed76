import { describe, expect, it } from 'vitest'
import type { SlaPolicy, SlaPolicyDocument } from '../src/index.ts'
import { asked, cyclesOf, due, lives, sla, stateOf, tellWakeups, told } from './desk.ts'
import { GOLD_P1, gold, november, policyOf, resolved } from './report-desk.ts'

type Changes = NonNullable<SlaPolicyDocument['changes']>

const targets = [
  { metric: 'firstResponse', byPriority: { P1: 'PT1H', P2: 'PT4H' } },
  { metric: 'resolution', byPriority: { P1: 'PT4H', P2: 'PT16H' }, pauseReasons: ['customer'] },
]
const byPriority = (changes?: Changes): SlaPolicy =>
  policyOf([sla({ targets })], changes && { changes })

const P2 = { priority: 'P2' }
const raised = [2, '11:00', 'priorityChanged', { facts: { priority: 'P1' } }] as const
const lowered = [2, '11:30', 'priorityChanged', { facts: P2 }] as const
const noon = november(2, '12:00')

describe('a priority that changes', () => {
  const marks = asked(P2, raised)

  it('counts from the beginning, where nothing else is said', () => {
    expect(due(byPriority(), marks, noon, 'resolution')).toBe('2 13:00')
    expect(due(byPriority({ priority: 'retroactive' }), marks, noon, 'resolution')).toBe('2 13:00')
    expect(due(byPriority(), marks, november(2, '10:59'), 'resolution')).toBe('3 17:00')
  })

  it('can be late at once, and is not any more when it is taken back', () => {
    const state = stateOf(byPriority().read(marks, noon), 'firstResponse')
    expect(told(state.breachedAt)).toBe('2 10:00')
    const back = stateOf(byPriority().read(asked(P2, raised, lowered), noon), 'firstResponse')
    expect(back).toMatchObject({ breachedAt: null, dueAt: november(2, '13:00'), priority: 'P2' })
  })

  it('begins the clock anew from the change, and the cycle stays the same', () => {
    const policy = byPriority({ priority: 'fromChange' })
    const state = stateOf(policy.read(marks, noon), 'firstResponse')
    expect(state).toMatchObject({
      obligation: 'basic/firstResponse@P1',
      cycle: 1,
      startedAt: november(2, '09:00'),
      dueAt: noon,
      used: 3_600_000,
    })
  })

  it('changes nothing where what was promised is kept', () => {
    const policy = byPriority({ priority: 'keep' })
    expect(policy.read(marks, noon)).toEqual(policy.read(asked(P2), noon))
    expect(policy.read(marks, noon).priority).toBe('P2')
  })

  it('keeps pauses, whatever becomes of the clock', () => {
    const waited = asked(
      P2,
      [2, '10:00', 'waiting', { reason: 'customer', about: 'wait:1' }],
      [2, '10:30', 'resumed', { about: 'wait:1' }],
      [2, '10:45', 'waiting', { reason: 'customer', about: 'wait:2' }],
      raised,
      [2, '11:15', 'resumed', { about: 'wait:2' }],
    )
    expect(due(byPriority(), waited, noon, 'resolution')).toBe('2 14:00')
    expect(due(byPriority({ priority: 'fromChange' }), waited, noon, 'resolution')).toBe('2 15:15')
    for (const priority of ['retroactive', 'fromChange'] as const) {
      const { pauses } = stateOf(byPriority({ priority }).read(waited, noon), 'resolution')
      expect(pauses.map(({ from, to }) => `${told(from)} ${told(to)}`)).toEqual([
        '2 10:00 2 10:30',
        '2 10:45 2 11:15',
      ])
    }
  })

  it('leaves alone what has ended', () => {
    const answered = asked(P2, [2, '10:30', 'message', { by: 'person:ada' }], raised)
    expect(lives(byPriority(), answered, noon, 'firstResponse')).toEqual(['fulfilled 90'])
    expect(stateOf(byPriority().read(answered, noon), 'firstResponse')).toMatchObject({
      priority: 'P2',
      breachedAt: null,
    })
  })

  it('ends what is not promised at the new one', () => {
    const only = policyOf([
      sla({ targets: [{ metric: 'resolution', byPriority: { P2: 'PT8H' } }] }),
    ])
    expect(lives(only, marks, noon, 'resolution')).toEqual(['cancelled 120'])
    expect(lives(only, asked(P2, raised, lowered), noon, 'resolution')).toEqual(['running 180'])
  })

  it('takes back what is promised only at one that was raised and lowered again', () => {
    const only = policyOf([
      sla({ targets: [{ metric: 'resolution', byPriority: { P1: 'PT8H' } }] }),
    ])
    expect(lives(only, asked(P2, raised), noon, 'resolution')).toEqual(['running 180'])
    expect(only.read(asked(P2, raised, lowered), noon).states).toEqual([])
    const done = asked(
      {},
      [2, '10:00', 'triaged', { facts: { priority: 'P1' } }],
      resolved(2, '11:00'),
      lowered,
    )
    expect(lives(only, done, noon, 'resolution')).toEqual(['fulfilled 120'])
  })

  it('that is first known at triage is promised from the beginning, and is no change', () => {
    const triaged = asked({}, [2, '10:00', 'triaged', { facts: P2 }], raised)
    const before = november(2, '10:30')
    for (const priority of ['retroactive', 'fromChange', 'keep'] as const) {
      const policy = byPriority({ priority })
      expect(policy.read(triaged, november(2, '09:30')).states).toEqual([])
      expect(due(policy, triaged, before, 'firstResponse')).toBe('2 13:00')
    }
    expect(due(byPriority({ priority: 'keep' }), triaged, noon, 'firstResponse')).toBe('2 13:00')
    expect(due(byPriority({ priority: 'fromChange' }), triaged, noon, 'firstResponse')).toBe(
      '2 12:00',
    )
  })

  it('changes nothing of a target that is the same at every priority', () => {
    const policy = policyOf([sla()], { changes: { priority: 'fromChange' } })
    expect(policy.read(marks, noon).states).toEqual(policy.read(asked(P2), noon).states)
  })

  it('may count around the clock where another counts business time', () => {
    const around = { within: 'PT8H', clock: { counts: 'elapsedTime' as const } }
    const target = { metric: 'resolution', byPriority: { P1: around, P2: 'PT16H' } }
    const policy = policyOf([sla({ targets: [target] })])
    const late = asked(P2, [2, '16:00', 'priorityChanged', { facts: { priority: 'P1' } }])
    const night = november(2, '20:00')
    expect(due(policy, late, night, 'resolution')).toBe('2 17:00')
    expect(lives(policy, late, night, 'resolution')).toEqual(['running 660'])
  })
})

describe('another agreement that comes to apply', () => {
  const policy = (facts?: Changes['facts'], parts: Partial<SlaPolicyDocument> = {}) =>
    policyOf([gold, sla()], { changes: { ...(facts && { facts }) }, ...parts })
  const upgraded = [2, '11:00', 'triaged', { facts: { level: 'gold' } }] as const
  const marks = asked({ ...GOLD_P1, level: 'basic' }, upgraded)

  it('takes the place of the one before it, from the beginning', () => {
    const reading = policy().read(marks, noon)
    expect(reading.agreement).toBe('gold')
    expect(cyclesOf(reading, 'firstResponse')).toHaveLength(1)
    expect(stateOf(reading, 'firstResponse')).toMatchObject({
      agreement: 'gold',
      cycle: 1,
      dueAt: november(2, '10:00'),
      creditor: 'customer:acme',
    })
    expect(lives(policy(), marks, noon, 'resolution')).toEqual(['running 180'])
  })

  it('begins the clocks anew, and what it promises newly is owed from the change', () => {
    expect(due(policy('fromChange'), marks, noon, 'firstResponse')).toBe('2 12:00')
    expect(lives(policy('fromChange'), marks, noon, 'resolution')).toEqual(['running 60'])
  })

  it('changes nothing where the first one is kept', () => {
    const kept = policy('keep')
    expect(kept.read(marks, noon)).toEqual(kept.read(asked({ ...GOLD_P1, level: 'basic' }), noon))
  })

  it('is taken where none applied before, also where the first one is kept', () => {
    const late = policyOf([gold], { changes: { facts: 'keep' } })
    expect(late.read(marks, november(2, '10:00')).agreement).toBeNull()
    expect(late.read(marks, noon).agreement).toBe('gold')
    expect(due(late, marks, noon, 'firstResponse')).toBe('2 10:00')
  })

  it('ends what only the one before it promised', () => {
    const down = asked(GOLD_P1, [2, '11:00', 'triaged', { facts: { level: 'basic' } }])
    expect(lives(policy(), down, noon, 'resolution')).toEqual(['cancelled 120'])
    expect(lives(policy('keep'), down, noon, 'resolution')).toEqual(['running 180'])
  })

  it('leaves no trace of what only the one before it promised and nothing began', () => {
    const next = policyOf([
      sla({
        id: 'vip',
        applies: gold.applies,
        targets: [{ metric: 'nextResponse', within: 'PT1H' }],
      }),
      sla(),
    ])
    const down = asked(GOLD_P1, [2, '11:00', 'triaged', { facts: { level: 'basic' } }])
    expect(next.read(down, november(2, '10:00')).states).toMatchObject([{ life: 'inactive' }])
    expect(next.read(down, noon).states).toMatchObject([{ metric: 'firstResponse' }])
  })

  it('none at all ends everything', () => {
    const only = policyOf([gold])
    const down = asked(GOLD_P1, [2, '09:30', 'triaged', { facts: { level: 'basic' } }])
    expect(only.read(down, noon)).toMatchObject({
      agreement: null,
      states: [{ life: 'cancelled' }, { life: 'cancelled' }],
    })
    expect(only.wakeups(down, noon)).toEqual([])
  })

  it('counts by what is said of agreements when the priority changes together with it', () => {
    const both = asked({ level: 'basic', priority: 'P2' }, [
      2,
      '11:00',
      'triaged',
      { facts: { level: 'gold', priority: 'P1' } },
    ])
    const changing = (changes: Changes) => policyOf([gold, sla({ targets })], { changes })
    expect(due(changing({ priority: 'fromChange' }), both, noon, 'firstResponse')).toBe('2 10:00')
    expect(due(changing({ facts: 'fromChange' }), both, noon, 'firstResponse')).toBe('2 12:00')
  })

  it('carries on the clocks of a team that supports both', () => {
    const team = { kind: 'ola' as const, debtor: 'team:platform', creditor: 'team:support' }
    const resolution = (within: string) => [{ metric: 'resolution', within }]
    const supported = policyOf([
      gold,
      sla(),
      sla({ ...team, id: 'quick', supports: 'gold', targets: resolution('PT4H') }),
      sla({ ...team, id: 'slow', supports: 'basic', targets: resolution('PT16H') }),
    ])
    const states = supported
      .read(marks, noon)
      .states.filter(({ agreementKind }) => agreementKind === 'ola')
    expect(states).toMatchObject([{ agreement: 'quick', cycle: 1, dueAt: november(2, '13:00') }])
  })
})

describe('agreements with dates', () => {
  const old = sla({ id: 'old', effective: { to: '2026-11-03' } })
  const better = sla({
    id: 'new',
    effective: { from: '2026-11-03' },
    targets: [{ metric: 'firstResponse', within: 'PT9H' }],
  })
  const policy = (effective?: Changes['effective'], timeZone = 'Europe/Zurich') =>
    policyOf([old, better], { timeZone, changes: { ...(effective && { effective }) } })
  const wednesday = november(4, '10:00')
  const marks = asked({})

  it('are kept by requests that began under them, where nothing else is said', () => {
    expect(policy().read(marks, wednesday).agreement).toBe('old')
    expect(
      policy()
        .wakeups(marks, november(2, '09:00'))
        .map(({ purpose }) => purpose),
    ).toEqual(['breach'])
    const began = asked({}).map((mark) => ({ ...mark, at: november(3, '00:00') }))
    expect(policy().read(began, wednesday).agreement).toBe('new')
  })

  it('are kept, also when a request comes under another one later', () => {
    const gold2 = { ...gold, effective: { from: '2026-11-03' } }
    const dated = policyOf([gold2, { ...gold, id: 'gold-before' }, sla()])
    const upgraded = asked({ ...GOLD_P1, level: 'basic' }, [
      4,
      '09:00',
      'triaged',
      { facts: { level: 'gold' } },
    ])
    expect(dated.read(upgraded, wednesday).agreement).toBe('gold-before')
    expect(dated.read(asked(GOLD_P1), wednesday).agreement).toBe('gold-before')
  })

  it('take the place of each other on the date, from the beginning or anew, as the policy says', () => {
    expect(policy('retroactive').read(marks, wednesday).agreement).toBe('new')
    expect(due(policy('retroactive'), marks, wednesday, 'firstResponse')).toBe('3 10:00')
    expect(due(policy('fromChange'), marks, wednesday, 'firstResponse')).toBe('4 10:00')
  })

  it('wake requests on the date', () => {
    expect(tellWakeups(policy('fromChange').wakeups(marks, november(2, '09:00')))).toEqual([
      '2 13:00 breach old/firstResponse',
      '3 00:00 change acme',
    ])
  })

  it('begin with the date in the zone of the policy', () => {
    const change = (timeZone?: string) =>
      policy('retroactive', timeZone)
        .wakeups(marks, noon)
        .flatMap(({ at, purpose }) => (purpose === 'change' ? [told(at)] : []))
    expect(change('UTC')).toEqual(['3 01:00'])
    expect(change('America/New_York')).toEqual(['3 06:00'])
  })

  it('hold from the instant that they name, and not at their end', () => {
    const exact = policyOf(
      [
        sla({ id: 'old', effective: { to: '2026-11-02T10:00:00Z' } }),
        sla({ id: 'new', effective: { from: '2026-11-02T10:00:00Z' } }),
      ],
      { changes: { effective: 'retroactive' } },
    )
    expect(exact.read(marks, november(2, '11:00') - 1).agreement).toBe('old')
    expect(exact.read(marks, november(2, '11:00')).agreement).toBe('new')
  })

  it('that are over promise nothing any more, unless what was promised is kept', () => {
    const over = (effective: Changes['effective']) =>
      policyOf([old], { changes: { effective } }).read(marks, wednesday)
    expect(over('keep')).toMatchObject({ agreement: 'old', states: [{ life: 'running' }] })
    expect(over('retroactive')).toMatchObject({ agreement: null, states: [{ life: 'cancelled' }] })
  })
})

describe('a policy with dates', () => {
  const dated = (effective: object, changes: Changes = {}) =>
    policyOf([sla()], { effective, changes, timeZone: 'Europe/Zurich' })
  const marks = asked({})
  const wednesday = november(4, '10:00')

  it('promises nothing to requests from before it, unless it changes what is open', () => {
    const from = { from: '2026-11-03' }
    expect(dated(from).read(marks, wednesday).agreement).toBeNull()
    const changing = dated(from, { effective: 'retroactive' })
    expect(changing.read(marks, noon)).toMatchObject({ agreement: null, states: [] })
    expect(changing.read(marks, wednesday)).toMatchObject({ agreement: 'basic' })
    expect(due(changing, marks, wednesday, 'firstResponse')).toBe('2 13:00')
    const anew = dated(from, { effective: 'fromChange' })
    expect(due(anew, marks, wednesday, 'firstResponse')).toBe('3 13:00')
  })

  it('that is over is kept by what began under it, and promises nothing to what begins later', () => {
    const to = { to: '2026-11-03' }
    expect(dated(to).read(marks, wednesday).agreement).toBe('basic')
    const later = asked({}).map((mark) => ({ ...mark, at: november(3, '09:00') }))
    expect(dated(to).read(later, wednesday)).toMatchObject({ agreement: null, states: [] })
    expect(dated(to, { effective: 'retroactive' }).read(marks, wednesday)).toMatchObject({
      agreement: null,
      states: [{ life: 'cancelled', cancelledAt: november(3, '00:00') }],
    })
  })

  it('wakes requests that are not resolved, and only before the date', () => {
    const policy = dated({ to: '2026-11-03' }, { effective: 'retroactive' })
    const purposes = (at: number) => policy.wakeups(marks, at).map(({ purpose }) => purpose)
    expect(purposes(november(2, '14:00'))).toEqual(['change'])
    expect(purposes(november(3, '00:00'))).toEqual([])
  })

  it('and requests that are over do not mind', () => {
    const policy = dated({ to: '2026-11-03' }, { effective: 'retroactive' })
    const over = asked({}, [2, '09:30', 'message', { by: 'person:ada' }], resolved(2, '10:00'))
    expect(policy.read(over, wednesday).states).toEqual(policy.read(over, noon).states)
  })
})
