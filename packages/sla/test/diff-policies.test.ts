import { createCalendar } from '@holdfast/calendar'
import { renderReason } from '@holdfast/kernel/text'
import { describe, expect, it } from 'vitest'
import {
  createSlaPolicy,
  diffSlaPolicies,
  SLA_DIFFERENCES,
  type SlaPolicyDocument,
  slaPhrases,
} from '../src/index.ts'
import { type AgreementDocument, gold, policyDocument, policyOf } from './report-desk.ts'

type Target = AgreementDocument['targets'][number]

const promising = (...targets: Target[]): AgreementDocument => ({ ...gold, targets })
const solving = (parts: Partial<Target>): AgreementDocument =>
  promising({ metric: 'resolution', ...parts })

const basic: AgreementDocument = {
  id: 'basic',
  kind: 'sla',
  debtor: 'team:support',
  creditor: 'customer:any',
  targets: [{ metric: 'firstResponse', within: 'PT8H' }],
}

const platform: AgreementDocument = {
  id: 'platform',
  kind: 'ola',
  supports: 'gold',
  debtor: 'team:platform',
  creditor: 'team:support',
  targets: [{ metric: 'resolution', within: 'PT4H' }],
}

/** What changes between agreements, without the reasons. */
function changesOf(
  before: AgreementDocument[],
  after: AgreementDocument[],
  parts: readonly [Partial<SlaPolicyDocument>, Partial<SlaPolicyDocument>] = [{}, {}],
) {
  const diff = diffSlaPolicies(policyOf(before, parts[0]), policyOf(after, parts[1]))
  expect(diff.equal).toBe(diff.changes.length === 0)
  expect(diff.reason.children).toHaveLength(diff.changes.length)
  return diff.changes.map(({ reason: _, ...change }) => change)
}

const resolution = { agreement: 'gold', metric: 'resolution', priority: null }

describe('the difference of two policies', () => {
  it('is none where they say the same in other words', () => {
    const other: AgreementDocument = {
      ...gold,
      title: 'Gold customers',
      applies: { not: { any: [{ fact: 'level', operator: 'notEqual', value: 'gold' }] } },
      calendar: 'office',
      targets: [
        {
          metric: 'firstResponse',
          byPriority: { P2: 'PT240M', P1: { within: 'PT60M' } },
          clock: { counts: 'businessTime' },
        },
        { metric: 'resolution', within: 28_800_000, pauseReasons: ['customer'], warnAt: [] },
      ],
    }
    expect(changesOf([gold], [other], [{}, { id: 'new', version: 2 }])).toEqual([])
  })

  it('names targets by metric and priority', () => {
    const before = promising({ metric: 'firstResponse', byPriority: { P1: 'PT4H', P2: 'PT8H' } })
    const after = promising({ metric: 'firstResponse', byPriority: { P1: 'PT2H', P2: 'PT8H' } })
    expect(changesOf([before], [after])).toEqual([
      {
        what: 'length',
        agreement: 'gold',
        metric: 'firstResponse',
        priority: 'P1',
        before: 'PT4H',
        after: 'PT2H',
      },
    ])
  })

  it('finds what a target promises at some priorities only', () => {
    const same = solving({ within: 'PT8H' })
    const some = solving({ byPriority: { P1: 'PT4H' } })
    expect(changesOf([same], [some])).toMatchObject([
      { what: 'length', priority: 'P1', before: 'PT8H', after: 'PT4H' },
      { what: 'targetRemoved', priority: 'P2', before: 'PT8H', after: null },
      { what: 'withoutPriority', metric: 'resolution', before: 'PT8H', after: null },
    ])
    expect(changesOf([some], [same])).toMatchObject([
      { what: 'length' },
      { what: 'targetAdded', priority: 'P2', before: null, after: 'PT8H' },
      { what: 'withoutPriority', before: null, after: 'PT8H' },
    ])
  })

  it('finds every part of a target', () => {
    const change = (parts: Partial<Target>, other: Partial<Target> = {}) =>
      changesOf([solving({ within: 'PT8H', ...other })], [solving({ within: 'PT8H', ...parts })])
    expect(change({ clock: { counts: 'elapsedTime' } })).toMatchObject([
      {
        ...resolution,
        what: 'clock',
        before: { counts: 'businessTime', calendar: 'office' },
        after: { counts: 'elapsedTime' },
      },
    ])
    expect(change({ pauseReasons: ['vendor'] })).toMatchObject([
      { what: 'pauses', before: null, after: ['vendor'] },
    ])
    expect(change({ warnAt: [0.5] })).toMatchObject([
      { what: 'warnings', before: [], after: [0.5] },
    ])
    expect(change({ consequences: [{ on: 'breach', kind: 'escalate' }] })).toMatchObject([
      { what: 'consequences', before: [], after: [{ on: 'breach', kind: 'escalate' }] },
    ])
    expect(change({ debtor: 'team:data' })).toMatchObject([
      { what: 'debtor', before: 'team:support', after: 'team:data' },
    ])
    expect(change({ creditor: 'customer:acme' })).toMatchObject([
      { what: 'creditor', before: { fact: 'customer' }, after: 'customer:acme' },
    ])
    const both = { pauseReasons: ['customer', 'vendor'] }
    expect(change(both, { pauseReasons: ['vendor', 'customer'] })).toEqual([])
  })

  it('finds a clock that changes by another default calendar, and a calendar that counts otherwise', () => {
    const agreement = solving({ within: 'PT8H' })
    expect(changesOf([agreement], [agreement], [{}, { calendar: 'daily' }])).toMatchObject([
      { what: 'clock', after: { calendar: 'daily' } },
    ])

    const closing = (time: string) =>
      createCalendar({
        id: 'office',
        version: 1,
        timeZone: 'Europe/Zurich',
        hours: { mon: [['09:00', time]], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
      })
    const [a, b, c] = ['17:00', '18:00', '17:00'].map((time) =>
      createSlaPolicy(policyDocument([agreement]), { calendars: { office: closing(time) } }),
    ) as [ReturnType<typeof policyOf>, ReturnType<typeof policyOf>, ReturnType<typeof policyOf>]
    expect(diffSlaPolicies(a, c).equal).toBe(true)
    expect(diffSlaPolicies(a, b).changes).toMatchObject([{ what: 'calendar', after: 'office' }])
    const week = { from: '2026-11-02T00:00:00Z', to: '2026-11-09T00:00:00Z' }
    const { changes } = diffSlaPolicies(a, b, { calendars: week })
    expect(changes[0]?.reason.children).toMatchObject([{ code: 'calendar.diff' }])
    const tuesday = { from: '2026-11-03T00:00:00Z', to: '2026-11-04T00:00:00Z' }
    expect(diffSlaPolicies(a, b, { calendars: tuesday }).equal).toBe(true)
  })

  it('shows by a request who comes under another agreement', () => {
    const silver = { all: [{ fact: 'level', operator: 'in', value: ['gold', 'silver'] }] }
    const wider = { ...gold, applies: silver } as AgreementDocument
    expect(changesOf([gold, basic], [wider, basic])).toMatchObject([
      {
        what: 'choice',
        before: ['basic'],
        after: ['gold'],
        witness: { facts: { level: 'silver' } },
      },
    ])
  })

  it('does not call policies equal where it could not settle whether they are', () => {
    const written = { any: [{ fact: 'level', operator: 'equal', value: 'gold' }] }
    const other = policyOf([{ ...gold, applies: written }])
    expect(diffSlaPolicies(policyOf([gold]), other).equal).toBe(true)
    const { equal, changes } = diffSlaPolicies(policyOf([gold]), other, { budget: 0 })
    expect(equal).toBe(false)
    expect(changes.map(({ what }) => what)).toContain('choiceUnsettled')
  })

  it('finds agreements that come, go and move', () => {
    expect(changesOf([gold], [gold, platform])).toMatchObject([
      { what: 'agreementAdded', agreement: 'platform' },
      { what: 'choice', before: [], after: ['platform'] },
    ])
    expect(changesOf([gold, platform], [gold])).toMatchObject([
      { what: 'agreementRemoved', agreement: 'platform' },
      { what: 'choice', before: ['platform'], after: [] },
    ])
    const moved = changesOf([gold, platform], [platform, gold])
    expect(moved).toMatchObject([
      { what: 'reordered', before: ['gold', 'platform'], after: ['platform', 'gold'] },
    ])
  })

  it('finds what an agreement is, what rests on it and what it credits', () => {
    const supplier: AgreementDocument = { ...platform, kind: 'underpinning', supports: [] }
    expect(changesOf([gold, platform], [gold, supplier])).toMatchObject([
      { what: 'agreementKind', agreement: 'platform', before: 'ola', after: 'underpinning' },
      { what: 'supports', before: ['gold'], after: [] },
    ])
    const credits = [{ metric: 'resolution', currency: 'CHF', perBreach: 100 }]
    expect(changesOf([gold], [{ ...gold, credits }])).toMatchObject([
      { what: 'credits', agreement: 'gold', before: [], after: credits },
    ])
  })

  it('finds what metrics of its own measure, and what changes do to clocks', () => {
    const own = solving({ within: 'PT8H' })
    const metric = (stop: string) => ({
      metrics: { solved: { start: { condition: 'submitted' }, stop: { condition: stop } } },
    })
    const target = promising({ metric: 'solved', within: 'PT8H' })
    expect(changesOf([target], [target], [metric('resolved'), metric('closed')])).toMatchObject([
      { what: 'measure', metric: 'solved' },
    ])
    expect(
      changesOf(
        [own],
        [own],
        [
          { changes: { priority: 'retroactive', effective: 'keep' } },
          { changes: { facts: 'fromChange' }, timeZone: 'Europe/Zurich', priorities: ['P1'] },
        ],
      ),
    ).toMatchObject([
      { what: 'priorities', before: ['P1', 'P2'], after: ['P1'] },
      { what: 'timeZone', before: 'UTC', after: 'Europe/Zurich' },
      { what: 'onFacts', before: 'retroactive', after: 'fromChange' },
    ])
  })

  it('is in words for everything in which policies can differ', () => {
    for (const what of SLA_DIFFERENCES) {
      expect(slaPhrases).toHaveProperty([`sla.diff${what.charAt(0).toUpperCase()}${what.slice(1)}`])
    }
    const after = { ...solving({ within: 'PT4H', clock: { counts: 'elapsedTime' } }) }
    const { reason } = diffSlaPolicies(
      policyOf([solving({ within: 'PT8H' }), basic]),
      policyOf([{ ...after, applies: { all: [] } }, platform]),
    )
    const text = renderReason(reason, { timeZone: 'UTC', phrases: [slaPhrases] })
    expect(text).not.toMatch(/sla\.|undefined|\[object|null/)
  })
})
