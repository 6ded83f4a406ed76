import type { Finding } from '@holdfast/kernel'
import { fromJson, fromYaml } from '@holdfast/kernel/source'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { checkSlaPolicy, createSlaPolicy, type SlaPolicyDocument } from '../src/index.ts'
import { refusedFor, sla } from './desk.ts'
import { type AgreementDocument, calendars, gold, policyDocument } from './report-desk.ts'

/** A policy whose text every check has something to say about. */
const BAD = `id: acme
version: 1
format: holdfast/sla@2
timeZone: Europe/Zurch
calendar: ofice
priorities: [P1, P2]
changes: { priority: retroactve }
conditions:
  big: { all: [{ fact: seats, operator: greatrThan, value: 100 }] }
metrics:
  firstResponse: { start: { condition: submitted }, stop: { condition: publicAnswer } }
  news: { start: { condition: submited }, stop: { condition: message }, cadence: { from: grid } }
agreements:
  - id: gold
    kind: sla
    applies: { all: [{ fact: level, operator: eqal, value: gold }, { condition: bigg }] }
    supports: platform
    debtor: support
    creditor: { fact: customer }
    targets:
      - { metric: firstRespons, within: PT1H }
      - metric: resolution
        pauseReasons: [custmer]
        byPriority:
          P9: PT0S
          P1: P1D
          P2: { within: PT8H, clock: { counts: elapsedTime, calendar: office } }
      - { metric: resolution, within: PT8H, warnAt: [1.5] }
      - { metric: acknowledgement }
      - { metric: ownership, within: PT1H, byPriority: { P1: PT1H } }
      - { metric: periodicUpdate, within: soon, consequences: [{ on: breech, kind: notify }] }
    credits:
      - { metric: agentWork, currency: CHF, perBreach: 100 }
      - { metric: resolution, currency: Franken }
  - id: gold
    kind: ola
    supports: golden
    debtor: team:platform
    creditor: team:support
    calendar: offce
    targets: [{ metric: resolution, within: PT4H, chain: [gold/resolution, [vendor/resolutio]] }]
  - id: platform
    kind: ola
    supports: [vendor]
    debtor: team:platform
    creditor: team:support
    targets: [{ metric: resolution, within: P2D, clock: { counts: businessDays } }]
  - id: vendor
    kind: underpinning
    supports: platform
    debtor: vendor:x
    creditor: team:support
    target: []
    targets: [{ metric: resolution, within: PT4H, chain: [vendor/resolution] }]
  - { id: other, kind: slo, debtor: "team:a", creditor: "team:b", targets: [] }
`

const byPlace = (a: Finding, b: Finding) =>
  (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)

describe('everything that is wrong with a policy', () => {
  it('is found at once, with the line and column where it stands and what may be meant', () => {
    const findings = checkSlaPolicy(fromYaml(BAD, { name: 'acme.yaml' }), { calendars })
    const places = findings
      .toSorted(byPlace)
      .map(({ code, line, column, didYouMean }) =>
        [`${line}:${column}`, code, ...(didYouMean === undefined ? [] : [didYouMean])].join(' '),
      )
    expect(new Set(findings.map(({ document }) => document))).toEqual(new Set(['acme.yaml']))
    expect(places).toEqual([
      '3:9 invalid-value holdfast/sla@1',
      '4:11 zone-unknown Europe/Zurich',
      '5:11 calendar-unknown office',
      '7:22 invalid-value retroactive',
      '9:41 operator-unknown greaterThan',
      '11:3 metric-reserved',
      '12:31 condition-unknown submitted',
      '12:82 end-missing',
      '16:47 operator-unknown equal',
      '16:81 condition-unknown big',
      '17:15 supports-unfit',
      '18:13 party-invalid',
      '21:19 metric-unknown firstResponse',
      '23:24 pause-reason-unknown customer',
      '25:11 priority-unknown P1',
      '25:15 target-not-positive',
      '26:15 period-unfit',
      '27:71 clock-part-unused',
      '28:19 metric-repeated',
      '28:54 warning-invalid',
      '29:9 deadline-missing',
      '30:56 deadline-twice',
      '31:43 duration-invalid',
      '31:70 invalid-value breach',
      '33:19 metric-unknown',
      '34:9 credit-unclear',
      '34:41 invalid-value',
      '35:9 agreement-repeated',
      '37:15 agreement-unknown gold',
      '40:15 calendar-unknown office',
      '41:59 chain-circle',
      '41:77 target-unknown vendor/resolution',
      '44:15 supports-circle',
      '47:57 clock-incomplete',
      '51:13 party-invalid',
      '53:5 unknown-key',
      '54:59 chain-circle',
      '55:24 invalid-value sla',
      '55:76 invalid-value',
    ])
  })

  it('is thrown at once where somebody makes a policy of it', () => {
    const source = fromYaml(BAD, { name: 'acme.yaml' })
    const found = checkSlaPolicy(source, { calendars }).map(({ code }) => code)
    expect(refusedFor(() => createSlaPolicy(source, { calendars }))).toEqual(found)
  })

  it('is found in text that is no policy at all', () => {
    for (const text of ['[]', 'acme', '{', 'null', '{ agreements: [null, 5, { targets: [7] }] }']) {
      const findings = checkSlaPolicy(fromYaml(text, { name: 'bad.yaml' }), { calendars })
      expect(findings.some(({ severity }) => severity === 'error')).toBe(true)
    }
    const [cut] = checkSlaPolicy(fromJson('{ "id": ', { name: 'bad.json' }), { calendars })
    expect(cut?.code).toBe('json-syntax')
  })
})

/** What is found in a policy of these agreements. */
function found(
  agreements: readonly AgreementDocument[],
  parts: Partial<SlaPolicyDocument> = {},
  deps: { waitReasons?: string[] } = {},
): readonly string[] {
  const document = policyDocument([...agreements], parts)
  return checkSlaPolicy(document, { calendars, ...deps }).map(
    ({ severity, code, pointer }) => `${severity} ${code} ${pointer}`,
  )
}

type Targets = AgreementDocument['targets']
const targets = (...list: Targets) => [sla({ targets: list })]

describe('a policy', () => {
  it('that is sound has no findings', () => {
    expect(found([gold, sla()])).toEqual([])
  })

  it('promises something at some priority', () => {
    expect(found(targets({ metric: 'resolution', byPriority: {} }))).toEqual([
      'error deadline-missing /agreements/0/targets/0',
    ])
  })

  it('names any priority where it does not say which there are', () => {
    const target = { metric: 'resolution', byPriority: { urgent: 'PT4H' } }
    expect(found(targets(target))).toEqual([
      'error priority-unknown /agreements/0/targets/0/byPriority/urgent',
    ])
    const { priorities: _, ...document } = policyDocument(targets(target))
    expect(checkSlaPolicy(document, { calendars })).toEqual([])
  })

  it('needs a calendar only where its clocks need one', () => {
    const none = { calendar: undefined } as never
    expect(found([sla()], none)).toEqual(['error clock-incomplete /agreements/0/targets/0'])
    expect(found([sla({ calendar: 'office' })], none)).toEqual([])
    const clock = { counts: 'elapsedTime' } as const
    expect(found(targets({ metric: 'resolution', within: 'PT4H', clock }), none)).toEqual([])
  })

  it('says once what is wrong with a metric of its own, used or not', () => {
    const own = { start: { condition: 'submitted' }, stop: { condition: 'resolvd' } }
    const expected = ['error condition-unknown /metrics/own/stop/condition']
    expect(found([sla()], { metrics: { own } })).toEqual(expected)
    expect(
      found(targets({ metric: 'own', byPriority: { P1: 'PT1H', P2: 'PT4H' } }), {
        metrics: { own },
      }),
    ).toEqual(expected)
  })

  it('tells what is wrong with the parts of its own metrics where they stand', () => {
    const own = {
      start: { condition: 'submitted' },
      stop: { all: [{ fact: 'tpye', operator: 'equal', value: 'message' }] },
      pauseReasons: ['custmer'],
      conditions: { over: { condition: 'closed' } },
      cadence: { from: 'grid', untilDate: 'soon' },
      debtor: 'support',
    } as never
    expect([...found([sla()], { metrics: { own } })].sort()).toEqual([
      'error condition-reserved /metrics/own/conditions/over',
      'error fact-unknown /metrics/own/stop/all/0/fact',
      'error instant-invalid /metrics/own/cadence/untilDate',
      'error party-invalid /metrics/own/debtor',
      'error pause-reason-unknown /metrics/own/pauseReasons/0',
    ])
  })

  it('knows the wait reasons of the organization', () => {
    const list = targets({ metric: 'resolution', within: 'PT8H', pauseReasons: ['shipping'] })
    expect(found(list)).toEqual([
      'error pause-reason-unknown /agreements/0/targets/0/pauseReasons/0',
    ])
    expect(found(list, {}, { waitReasons: ['shipping'] })).toEqual([])
  })

  it('says which of several priorities warns wrongly', () => {
    const byPriority = { P1: 'PT1H', P2: { within: 'PT4H', warnAt: [0] } }
    expect(found(targets({ metric: 'resolution', byPriority, warnAt: ['PT1H'] }))).toEqual([
      'warning warning-at-once /agreements/0/targets/0/warnAt/0',
      'error warning-invalid /agreements/0/targets/0/byPriority/P2/warnAt/0',
    ])
  })

  it('says from when to when it and its agreements hold in dates that there are', () => {
    const effective = { from: '2026-02-30', to: '2026-01-01' }
    expect(found([sla({ effective: { from: '2026-02-01', to: '2026-01-01' } })])).toEqual([
      'error effective-empty /agreements/0/effective',
    ])
    expect(found([sla()], { effective })).toEqual(['error date-impossible /effective/from'])
  })

  it('credits for each breach, or by the share met, not both', () => {
    const tiers = [{ below: 0.9, amount: 100 }]
    const credit = (parts: object) =>
      found([sla({ credits: [{ metric: 'firstResponse', currency: 'CHF', ...parts }] })])
    expect(credit({ tiers, perBreach: 5 })).toEqual([
      'error credit-unclear /agreements/0/credits/0',
    ])
    expect(credit({ tiers })).toEqual([])
    expect(credit({ perBreach: 5 })).toEqual([])
  })

  it('has circles of any length between agreements found once', () => {
    const ola = (id: string, supports: string) => sla({ id, kind: 'ola', supports })
    expect(found([ola('a', 'b'), ola('b', 'c'), ola('c', 'a'), ola('d', 'a')])).toEqual([
      'error supports-circle /agreements/0/supports',
    ])
    expect(found([ola('a', 'a')])).toEqual(['error supports-circle /agreements/0/supports'])
  })
})

const level = (value: string) => ({ all: [{ fact: 'level', operator: 'equal', value }] })
const of = (id: string) => sla({ id, applies: level(id) })

describe('an agreement that no request can come under', () => {
  it('is found behind one that always applies, with a request that shows it', () => {
    const [finding] = checkSlaPolicy(policyDocument([sla(), of('gold')]), { calendars })
    expect(finding).toMatchObject({
      severity: 'error',
      code: 'agreement-unreachable',
      pointer: '/agreements/1',
      witness: { facts: { level: 'gold' } },
    })
  })

  it('is found where its condition contradicts itself', () => {
    const applies = { all: [level('gold'), level('silver')] }
    expect(found([sla({ applies }), of('gold')])).toEqual([
      'error agreement-unreachable /agreements/0',
    ])
  })

  it('is found behind those that together leave nothing, where the vocabulary knows all there is', () => {
    const vocabulary = z.object({ level: z.enum(['gold', 'silver']) })
    const document = policyDocument([of('gold'), of('silver'), sla()])
    expect(checkSlaPolicy(document, { calendars })).toEqual([])
    const findings = checkSlaPolicy(document, { calendars, vocabulary })
    expect(findings.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'agreement-unreachable /agreements/2',
    ])
  })

  it('is not found where the one before it is over when it begins', () => {
    const before = sla({ id: 'old', effective: { to: '2026-02-01' } })
    expect(found([before, sla({ effective: { from: '2026-02-01' } })])).toEqual([])
    const still = sla({ id: 'old', effective: { to: '2026-02-02' } })
    expect(found([still, sla({ effective: { from: '2026-02-01', to: '2026-02-02' } })])).toEqual([
      'error agreement-unreachable /agreements/1',
    ])
  })

  it('is found behind one of the same team that supports the same', () => {
    const ola = (id: string, parts: Partial<AgreementDocument> = {}) =>
      sla({ id, kind: 'ola', supports: ['gold', 'basic'], debtor: 'team:platform', ...parts })
    const unreachable = ['error agreement-unreachable /agreements/3']
    const of = (...olas: AgreementDocument[]) => found([gold, sla(), ...olas])
    expect(of(ola('a'), ola('b', { supports: ['basic', 'gold'] }))).toEqual(unreachable)
    expect(of(ola('a'), ola('b', { applies: level('gold') }))).toEqual(unreachable)
    expect(of(ola('a', { applies: level('gold') }), ola('b'))).toEqual([])
    expect(of(ola('a', { supports: 'gold' }), ola('b'))).toEqual([])
    expect(of(ola('a'), ola('b', { debtor: 'team:network' }))).toEqual([])
    expect(of(ola('a'), ola('b', { kind: 'underpinning' }))).toEqual([])
  })

  it('is a question of who asks the checker: a policy is made without a proof', () => {
    const document = policyDocument([sla(), of('gold')])
    expect(refusedFor(() => createSlaPolicy(document, { calendars }))).toEqual([])
  })

  it('is not meant where a part of a condition only says again what another says', () => {
    const more = (value: number) => ({ fact: 'seats', operator: 'greaterThan', value })
    expect(found([sla({ applies: { all: [more(5), more(3)] } })])).toEqual([
      'warning condition-redundant /agreements/0/applies/all/1',
    ])
  })
})

describe('the facts that a policy asks for', () => {
  const vocabulary = z.object({ level: z.enum(['gold', 'silver']) })

  it('are those of the vocabulary, with values that it knows', () => {
    const applies = (fact: string, value: string) =>
      checkSlaPolicy(
        policyDocument([sla({ applies: { all: [{ fact, operator: 'equal', value }] } })]),
        { calendars, vocabulary },
      ).map(({ code, pointer, didYouMean }) => `${code} ${pointer} ${didYouMean}`)
    expect(applies('levl', 'gold')).toEqual(['fact-unknown /agreements/0/applies/all/0/fact level'])
    expect(applies('level', 'golden')).toEqual([
      'enum-unknown /agreements/0/applies/all/0/value gold',
    ])
  })

  it('are looked at in named conditions once', () => {
    const conditions = { big: { all: [{ fact: 'seats', operator: 'greaterThan', value: 100 }] } }
    const big = sla({ applies: { condition: 'big' } })
    const findings = checkSlaPolicy(
      policyDocument([big, sla({ ...big, id: 'b' })], { conditions }),
      {
        calendars,
        vocabulary,
      },
    )
    expect(findings.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'fact-unknown /conditions/big/all/0/fact',
    ])
  })
})

it('a policy that was taken does not change when what it was made from does', () => {
  const document = policyDocument([{ ...gold, targets: [...gold.targets] }])
  const policy = createSlaPolicy(document, { calendars })
  document.agreements.length = 0
  expect(policy.document.agreements.map(({ id }) => id)).toEqual(['gold'])
  expect(Object.isFrozen(policy.document.agreements)).toBe(true)
})

it('a policy that cannot be looked at is found unreadable', () => {
  const throwing = Object.defineProperty(policyDocument([sla()]), 'agreements', {
    enumerable: true,
    get: () => {
      throw new Error('not today')
    },
  })
  expect(checkSlaPolicy(throwing, { calendars }).map(({ code }) => code)).toEqual(['unreadable'])
})

it('a condition on a number that no JSON holds is found to hold of nothing', () => {
  const applies = { all: [{ fact: 'seats', operator: 'equal', value: 10n }] }
  const policy = policyDocument([sla({ applies, id: 'big' }), sla()])
  const found = checkSlaPolicy(policy, { calendars })
  expect(found.map(({ code }) => code)).toEqual(['agreement-unreachable'])
})
