import type { Mark } from '@holdfast/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { createSlaPolicy, type SlaPolicy } from '../src/index.ts'
import { asked, sla, stateOf, tellWakeups } from './desk.ts'
import {
  type AgreementDocument,
  calendars,
  GOLD_P1,
  gold,
  november,
  policyDocument,
  policyOf,
} from './report-desk.ts'

const noon = november(2, '12:00')
const level = (value: string) => ({ all: [{ fact: 'level', operator: 'equal', value }] })

/** An agreement between teams, on solutions. */
function ola(id: string, parts: Partial<AgreementDocument> = {}): AgreementDocument {
  return sla({
    id,
    kind: 'ola',
    debtor: `team:${id}`,
    creditor: 'team:support',
    targets: [{ metric: 'resolution', within: 'PT4H' }],
    ...parts,
  })
}

/** The agreements that hold for a request with these facts. */
function holding(policy: SlaPolicy, facts: Mark['facts'], at = noon): readonly string[] {
  return policy.read(asked(facts), at).agreements
}

describe('the agreement with the customer', () => {
  const silver = sla({ id: 'silver', applies: level('silver') })
  const policy = policyOf([gold, silver, sla()])

  it('is the first that applies', () => {
    expect(holding(policy, { level: 'gold' })).toEqual(['gold'])
    expect(holding(policy, { level: 'silver' })).toEqual(['silver'])
    expect(holding(policy, { level: 'bronze' })).toEqual(['basic'])
    expect(holding(policyOf([sla(), gold]), { level: 'gold' })).toEqual(['basic'])
  })

  it('may be none, and then nothing is promised', () => {
    const marks = asked({ level: 'bronze' })
    expect(policyOf([gold]).read(marks, noon)).toEqual({
      agreement: null,
      agreements: [],
      priority: null,
      states: [],
      problems: [],
    })
    expect(policyOf([gold]).wakeups(marks, noon)).toEqual([])
  })

  it('is none before the request begins', () => {
    expect(policy.read(asked({ level: 'gold' }), november(2, '08:59')).agreement).toBeNull()
    expect(policy.read([], noon).agreement).toBeNull()
  })

  it('names its promises by agreement, metric and priority', () => {
    const { states } = policy.read(asked(GOLD_P1), noon)
    expect(states).toMatchObject([
      {
        obligation: 'gold/firstResponse@P1',
        kind: 'sla.firstResponse',
        agreement: 'gold',
        agreementKind: 'sla',
        metric: 'firstResponse',
        priority: 'P1',
        debtor: 'team:support',
        creditor: 'customer:acme',
      },
      { obligation: 'gold/resolution', metric: 'resolution', priority: null },
    ])
  })

  it('may be chosen by conditions with a name', () => {
    const conditions = { important: { any: [level('gold'), level('platinum')] } }
    const named = policyOf([sla({ id: 'vip', applies: { condition: 'important' } })], {
      conditions,
    })
    expect(holding(named, { level: 'platinum' })).toEqual(['vip'])
    expect(holding(named, { level: 'basic' })).toEqual([])
  })
})

describe('agreements between teams and with suppliers', () => {
  const vendor = ola('vendor', { kind: 'underpinning', supports: 'platform' })
  const platform = ola('platform', { supports: ['gold'] })

  it('hold for what they support, and for what that supports in turn', () => {
    const policy = policyOf([gold, sla(), platform, vendor])
    expect(holding(policy, { level: 'gold' })).toEqual(['gold', 'platform', 'vendor'])
    expect(holding(policy, { level: 'basic' })).toEqual(['basic'])
  })

  it('hold wherever they stand in the document', () => {
    const policy = policyOf([vendor, platform, gold, sla()])
    expect(policy.read(asked(GOLD_P1), noon)).toMatchObject({
      agreement: 'gold',
      agreements: ['gold', 'platform', 'vendor'],
    })
  })

  it('hold for every request where they support nothing in particular', () => {
    const policy = policyOf([gold, ola('intake', { applies: level('basic') })])
    expect(policy.read(asked({ level: 'basic' }), noon)).toMatchObject({
      agreement: null,
      agreements: ['intake'],
      states: [{ kind: 'ola.resolution', debtor: 'team:intake', creditor: 'team:support' }],
    })
  })

  it('do not hold where their own condition does not', () => {
    const policy = policyOf([gold, ola('network', { supports: 'gold', applies: level('basic') })])
    expect(holding(policy, { level: 'gold' })).toEqual(['gold'])
  })

  it('are one for each kind and debtor: the first that applies', () => {
    const policy = policyOf([
      gold,
      ola('quick', { supports: 'gold', debtor: 'team:platform' }),
      ola('slow', { supports: 'gold', debtor: 'team:platform' }),
      ola('bought', { kind: 'underpinning', supports: 'gold', debtor: 'team:platform' }),
      ola('network', { supports: 'gold' }),
    ])
    expect(holding(policy, { level: 'gold' })).toEqual(['gold', 'quick', 'bought', 'network'])
  })

  it('have clocks of their own beside that of the customer', () => {
    const { states } = policyOf([gold, platform]).read(asked(GOLD_P1), noon)
    expect(states.map(({ obligation, target }) => `${obligation} ${target / 3_600_000}`)).toEqual([
      'gold/firstResponse@P1 1',
      'gold/resolution 8',
      'platform/resolution 4',
    ])
  })
})

describe('what is known of a request', () => {
  const policy = policyOf([gold, sla()])

  it('is what its marks said last, each of every fact', () => {
    const marks = asked(
      { level: 'basic', customer: 'customer:acme' },
      [2, '09:10', 'triaged', { facts: { level: 'gold' } }],
      [2, '09:20', 'priorityChanged', { facts: { priority: 'P2' } }],
    )
    expect(policy.read(marks, november(2, '09:05')).agreement).toBe('basic')
    const reading = policy.read(marks, noon)
    expect(reading).toMatchObject({ agreement: 'gold', priority: 'P2' })
    expect(stateOf(reading, 'firstResponse')).toMatchObject({ creditor: 'customer:acme' })
  })

  it('is not what is said of its tasks, offers and waits', () => {
    const task = { about: 'task:7/1', facts: { level: 'gold', priority: 'P1' } }
    const marks = asked({ level: 'basic' }, [2, '09:10', 'assigned', task])
    expect(policy.read(marks, noon)).toMatchObject({ agreement: 'basic', priority: null })
  })

  it('may be more than the vocabulary knows', () => {
    const vocabulary = z.object({ level: z.enum(['gold', 'basic']) })
    const strict = createSlaPolicy(policyDocument([gold]), { calendars, vocabulary })
    expect(strict.read(asked({ ...GOLD_P1, mood: 'angry' }), noon)).toMatchObject({
      agreement: 'gold',
      problems: [],
    })
  })

  it('that does not fit the vocabulary chooses no agreement, and says so', () => {
    const vocabulary = z.object({ level: z.enum(['gold', 'basic']) })
    const strict = createSlaPolicy(policyDocument([gold, sla()]), { calendars, vocabulary })
    const none = { agreement: null, agreements: [], states: [] }
    const problems = [{ code: 'facts-invalid', found: null }]
    expect(strict.read(asked({ level: 'golden' }), noon)).toEqual({
      ...none,
      priority: null,
      problems,
    })
    const later = asked({ level: 5 }, [2, '09:10', 'triaged', { facts: { level: 'gold' } }])
    expect(strict.read(later, noon)).toMatchObject({ agreement: 'gold', problems: [] })
  })

  it('with a priority that there is not leaves what is promised at every priority', () => {
    const reading = policy.read(asked({ level: 'gold', priority: 'urgent' }), noon)
    expect(reading.problems).toEqual([{ code: 'priority-unknown', found: 'urgent' }])
    expect(reading.states.map(({ obligation }) => obligation)).toEqual(['gold/resolution'])
    const { priorities: _, ...document } = policyDocument([gold])
    const open = createSlaPolicy(document, { calendars })
    expect(open.read(asked({ level: 'gold', priority: 'urgent' }), noon).problems).toEqual([])
  })

  it('with a priority that is a number has that of its text', () => {
    const byPriority = { 1: 'PT1H', 2: 'PT4H' }
    const numbered = createSlaPolicy(
      policyDocument([sla({ targets: [{ metric: 'firstResponse', byPriority }] })], {
        priorities: ['1', '2'],
      }),
      { calendars },
    )
    const reading = numbered.read(asked({ priority: 2 }), noon)
    expect(reading).toMatchObject({ priority: '2', problems: [] })
    expect(reading.states).toMatchObject([{ obligation: 'basic/firstResponse@2' }])
  })

  it('with a priority that is neither text nor number has none', () => {
    for (const priority of [null, true, ['P1'], { name: 'P1' }]) {
      const reading = policy.read(asked({ level: 'gold', priority }), noon)
      expect(reading).toMatchObject({ priority: null, problems: [] })
    }
  })
})

describe('a target', () => {
  const target = {
    metric: 'firstResponse',
    byPriority: {
      P1: { within: 'PT30M', clock: { counts: 'elapsedTime' as const }, warnAt: [0.5] },
      P2: 'PT4H',
    },
    warnAt: ['PT1H'],
  }
  const policy = policyOf([sla({ targets: [target] })])
  const friday = (priority: string) => [
    { ...(asked({ priority })[0] as Mark), at: november(6, '16:45') },
  ]
  const at = november(6, '16:50')

  it('has at each priority the clock and the warnings that it says there', () => {
    expect(tellWakeups(policy.wakeups(friday('P1'), at))).toEqual([
      '6 17:00 warn basic/firstResponse@P1',
      '6 17:15 breach basic/firstResponse@P1',
    ])
  })

  it('has its own clock and warnings where a priority says nothing else', () => {
    expect(tellWakeups(policy.wakeups(friday('P2'), at))).toEqual([
      '9 11:45 warn basic/firstResponse@P2',
      '9 12:45 breach basic/firstResponse@P2',
    ])
  })

  it('counts on its own calendar, or on that of its agreement, or on that of the policy', () => {
    const on = (clock?: object, calendar?: string) => {
      const parts = { ...(clock && { clock: { counts: 'businessTime' as const, ...clock } }) }
      const targets = [{ metric: 'resolution', within: 'PT1H', ...parts }]
      const one = policyOf([sla({ targets, ...(calendar && { calendar }) })])
      return stateOf(one.read(friday('P1'), at), 'resolution').dueAt
    }
    expect(on()).toBe(november(9, '09:45'))
    expect(on({}, 'early')).toBe(november(9, '07:00'))
    expect(on({ calendar: 'daily' }, 'early')).toBe(november(6, '17:45'))
  })

  it('may have parties and consequences of its own', () => {
    const own = policyOf([
      sla({
        targets: [
          {
            metric: 'firstResponse',
            within: 'PT1H',
            debtor: { fact: 'owner' },
            creditor: 'team:sales',
            consequences: [{ on: 'breach', kind: 'escalate', to: 'role:duty-manager' }],
          },
        ],
      }),
    ])
    const reading = own.read(asked({ owner: 'team:dach' }), noon)
    expect(stateOf(reading, 'firstResponse')).toMatchObject({
      debtor: 'team:dach',
      creditor: 'team:sales',
      consequences: [{ on: 'breach', kind: 'escalate', to: 'role:duty-manager', params: {} }],
    })
  })

  it('counts business days where it promises days', () => {
    const clock = { counts: 'businessDays' as const, due: 'endOfDay' as const, cutoff: '16:00' }
    const days = policyOf([sla({ targets: [{ metric: 'resolution', within: 'P1D', clock }] })])
    const read = days.read(friday('P1'), at)
    expect(stateOf(read, 'resolution').dueAt).toBe(november(10, '17:00'))
  })
})

describe('a history that cannot be', () => {
  const lists = { all: [{ fact: 'tags', operator: 'contains', value: 'vip' }] }
  const policy = policyOf([gold, sla({ id: 'vip', applies: lists }), sla()])

  it('gives its problem with every state, and the rest is computed', () => {
    const marks = [...asked(GOLD_P1), { id: 'x', at: Number.NaN } as never]
    const { agreement, states } = policy.read(marks, noon)
    expect(agreement).toBe('gold')
    for (const { problems } of states) {
      expect(problems).toMatchObject([{ code: 'inconsistent-history', marks: ['x'] }])
    }
  })

  it('says nothing where a list is asked for and something else is there', () => {
    for (const tags of [5, {}, null, true]) expect(holding(policy, { tags })).toEqual(['basic'])
  })

  it('never throws', () => {
    const part = fc.oneof(
      fc.constantFrom('gold', 'P1', 'vip', '', '__proto__', null, undefined, true),
      fc.constantFrom(-1, 5, 1e300, Number.NaN, november(2, '09:00')),
      fc.constantFrom<unknown>([], ['vip'], {}, { priority: 'P1' }, { level: { deep: [] } }),
    )
    const record = fc.dictionary(fc.constantFrom('level', 'priority', 'tags', '__proto__'), part)
    const mark = fc.record(
      {
        id: fc.oneof(fc.constantFrom('1', '2'), part),
        at: fc.oneof(fc.constantFrom(november(2, '09:00'), november(2, '10:00')), part),
        seq: part,
        type: fc.oneof(fc.constantFrom('submitted', 'waiting', 'resolved', 'nothing'), part),
        about: fc.oneof(fc.constantFrom('request:7', 'request:8', 'offer:1'), part),
        by: part,
        facts: fc.oneof(record, part),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(mark, part), { maxLength: 6 }), (marks) => {
        const history = marks as Mark[]
        expect(policy.read(history, noon).agreements.length).toBeLessThanOrEqual(1)
        expect(policy.wakeups(history, noon)).toEqual(policy.wakeups([...history].reverse(), noon))
      }),
    )
  })

  it('is read once, even where it can be gone through only once', () => {
    const once = (function* () {
      yield* asked(GOLD_P1)
    })()
    expect(policy.read(once, noon)).toEqual(policy.read(asked(GOLD_P1), noon))
  })
})
