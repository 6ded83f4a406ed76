import type { Mark } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import { checkSlaPolicy, explained, type SlaPolicyDocument, succession } from '../src/index.ts'
import { asked, cyclesOf, lives, sla } from './desk.ts'
import { calendars, november, policyDocument, policyOf, resolved } from './report-desk.ts'

describe('a policy that has gone out of effect', () => {
  const first = policyOf([sla({ id: 'first' })], {
    effective: { to: '2026-11-02T10:00:00Z' },
    changes: { effective: 'retroactive' },
  })
  const second = policyOf([sla({ id: 'second' })], {
    version: 2,
    effective: { from: '2026-11-02T11:00:00Z' },
  })
  const followed = succession([first, second])
  const [gap, after] = [november(2, '11:30'), november(2, '12:30')]

  it('does not hold again when another comes into effect after a gap', () => {
    for (const at of [gap, after]) {
      const reading = followed.read(asked({}), at)
      expect(reading).toMatchObject({ agreement: null, states: [{ life: 'cancelled' }] })
      expect(explained(followed).read(asked({}), at).value).toEqual(reading)
    }
    expect(followed.wakeups(asked({}), gap)).toEqual([])
  })

  it('nor when another of its agreements would come to apply', () => {
    const level = sla({
      id: 'first',
      applies: { all: [{ fact: 'level', operator: 'equal', value: 'gold' }] },
    })
    const { effective, changes } = first.document
    const chosen = succession([policyOf([level], { effective, changes }), second])
    const marks = asked({}, [2, '12:15', 'triaged', { facts: { level: 'gold' } }])
    expect(chosen.read(marks, after)).toMatchObject({ agreement: null, states: [] })
  })

  it('promises nothing to requests that are done, and leaves what they were promised', () => {
    const marks = asked({}, [2, '09:30', 'message', { by: 'person:ada' }], resolved(2, '09:40'))
    expect(lives(followed, marks, after, 'firstResponse')).toEqual(['fulfilled 30'])
  })
})

it('policies that follow each other may call two kinds of agreement the same', () => {
  const first = policyOf([sla({ id: 'desk' })], { effective: { to: '2026-11-02T10:00:00Z' } })
  const second = policyOf([sla({ id: 'desk', kind: 'ola' })], {
    version: 2,
    effective: { from: '2026-11-02T10:00:00Z' },
  })
  const followed = succession([first, second])
  const kinds = (marks: readonly Mark[]) =>
    followed
      .read(marks, november(2, '13:00'))
      .states.map(({ kind, agreementKind }) => [kind, agreementKind])
  expect(kinds(asked({}))).toEqual([['sla.firstResponse', 'sla']])
  const later = asked({}).map((mark) => ({ ...mark, at: november(2, '12:00') }))
  expect(kinds(later)).toEqual([['ola.firstResponse', 'ola']])
})

describe('agreements with several teams', () => {
  const team = (name: string, within: string) =>
    sla({
      id: name,
      kind: 'ola',
      debtor: `team:${name}`,
      creditor: 'team:support',
      targets: [
        { metric: 'ownership', within },
        { metric: 'handoverAcceptance', within: 'PT30M' },
      ],
    })
  const teams = policyOf([team('network', 'PT4H'), team('database', 'PT2H')])
  const told = (marks: readonly Mark[], metric: string) =>
    cyclesOf(teams.read(marks, november(2, '14:00')), metric)
      .filter(({ cycle }) => cycle > 0)
      .map(({ agreement, debtor, about, life }) => `${agreement} ${debtor} ${about} ${life}`)

  it('count what is offered to each team under its own, and a person under each', () => {
    const offered = (id: string, offeredTo: string) =>
      [2, '10:00', 'offered', { about: `offer:${id}`, facts: { offeredTo } }] as const
    const marks = asked(
      {},
      offered('o1', 'team:network'),
      offered('o2', 'team:database'),
      offered('o3', 'team:storage'),
      offered('o4', 'person:ada'),
      [2, '10:10', 'accepted', { about: 'offer:o2' }],
    )
    expect(told(marks, 'handoverAcceptance')).toEqual([
      'network team:network offer:o1 running',
      'network person:ada offer:o4 running',
      'database team:database offer:o2 fulfilled',
      'database person:ada offer:o4 running',
    ])
  })

  it('count what is offered to a supplier under its contract alone', () => {
    const supplied = policyOf([
      team('network', 'PT4H'),
      { ...team('carrier', 'PT4H'), kind: 'underpinning', debtor: 'system:carrier' },
      sla({ targets: [{ metric: 'handoverAcceptance', within: 'PT1H', debtor: 'team:network' }] }),
    ])
    const offered = (offeredTo: string) =>
      [2, '10:00', 'offered', { about: `offer:${offeredTo}`, facts: { offeredTo } }] as const
    const marks = asked({}, offered('team:network'), offered('system:carrier'))
    const begun = cyclesOf(supplied.read(marks, november(2, '10:10')), 'handoverAcceptance')
    expect(begun.map(({ agreement, debtor }) => `${agreement} ${debtor}`)).toEqual([
      'basic team:network',
      'network team:network',
      'carrier system:carrier',
    ])
  })

  it('count how long each team has a request, anew when it comes back', () => {
    const assigned = (time: string, assignedTo: string) =>
      [2, time, 'assigned', { facts: { assignedTo } }] as const
    const marks = asked(
      {},
      assigned('10:00', 'team:network'),
      assigned('11:00', 'team:database'),
      assigned('12:00', 'team:network'),
    )
    expect(told(marks, 'ownership')).toEqual([
      'network team:network request:7 fulfilled',
      'network team:network request:7 running',
      'database team:database request:7 fulfilled',
    ])
  })
})

describe('the check of a policy', () => {
  it('tells which priority is none, and not that those of the targets are unknown', () => {
    const document = policyDocument([
      sla({ targets: [{ metric: 'resolution', byPriority: { 1: 'PT1H', 2: 'PT4H' } }] }),
    ])
    for (const wrong of [1, null, '', {}]) {
      const given = { ...document, priorities: [wrong, '2'] } as SlaPolicyDocument
      const findings = checkSlaPolicy(given, { calendars })
      expect(findings.map(({ pointer }) => pointer)).toEqual(['/priorities/0'])
    }
  })

  it('refuses names of metrics that could be those of others', () => {
    const metric = { start: { condition: 'submitted' }, stop: { condition: 'resolved' } } as const
    const document = policyDocument([sla()], {
      metrics: { 'resolution@P1': metric, 'gold/fix': metric, 'fix.it': metric },
    })
    const findings = checkSlaPolicy(document, { calendars })
    expect(findings.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'metric-unclear /metrics/resolution@P1',
      'metric-unclear /metrics/gold~1fix',
    ])
  })

  it('finds what is wrong in a metric or target that lacks something else', () => {
    const document = policyDocument(
      [
        sla({
          calendar: 'lunch',
          targets: [
            {
              metric: 'resolutoin',
              within: 'PT0S',
              pauseReasons: ['custmer'],
              clock: { counts: 'businessTime', calendar: 'office' },
            },
          ],
        }),
      ],
      {
        calendar: 'ofice',
        metrics: {
          'a~b': {
            start: { condition: 'submited' },
            conditions: { 'c~d': { all: [{ fact: 'type', operator: 'is', value: 'x' }] } },
            cadence: { from: 'hourly' },
            pauseReasons: ['custmer'],
          },
        } as unknown as NonNullable<SlaPolicyDocument['metrics']>,
      },
    )
    const findings = checkSlaPolicy(document, { calendars })
    expect(findings.map(({ code, pointer }) => `${code} ${pointer}`).sort()).toEqual([
      'calendar-unknown /agreements/0/calendar',
      'calendar-unknown /calendar',
      'condition-unknown /metrics/a~0b/start/condition',
      'end-missing /metrics/a~0b/cadence',
      'invalid-value /metrics/a~0b/cadence/from',
      'metric-unknown /agreements/0/targets/0/metric',
      'missing /metrics/a~0b/stop',
      'operator-unknown /metrics/a~0b/conditions/c~0d/all/0/operator',
      'pause-reason-unknown /agreements/0/targets/0/pauseReasons/0',
      'pause-reason-unknown /metrics/a~0b/pauseReasons/0',
      'target-not-positive /agreements/0/targets/0/within',
    ])
  })
})
