import { calendarPhrases } from '@holdfast/calendar'
import type { Mark, Reason } from '@holdfast/kernel'
import { renderReason } from '@holdfast/kernel/text'
import { obligationsPhrases } from '@holdfast/obligations'
import { rulesPhrases } from '@holdfast/rules'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { createSlaPolicy, explained, type SlaPolicy, slaPhrases } from '../src/index.ts'
import { asked, sla } from './desk.ts'
import { calendars, GOLD_P1, gold, november, policyDocument, policyOf } from './report-desk.ts'

const noon = november(2, '12:00')

/** The parts of a reason with a code. */
function parts({ children }: Reason, code: string): readonly Reason[] {
  return children.filter((child) => child.code === code)
}

/** The same however deep they are. */
function deep(reason: Reason, code: string): readonly Reason[] {
  return [...parts(reason, code), ...reason.children.flatMap((child) => deep(child, code))]
}

function read(policy: SlaPolicy, marks: readonly Mark[], at = noon): Reason {
  return explained(policy).read(marks, at).reason
}

/** `gold: holds`: how each agreement comes out, from each change on. */
function outcomes(policy: SlaPolicy, marks: readonly Mark[], at = noon): readonly string[][] {
  return parts(read(policy, marks, at), 'sla.standing').map(({ children }) =>
    children.map(({ params }) => `${params['agreement']}: ${params['outcome']}`),
  )
}

const platform = sla({
  id: 'platform',
  kind: 'ola',
  supports: 'gold',
  debtor: 'team:platform',
  targets: [{ metric: 'resolution', within: 'PT4H' }],
})
const upgraded = asked({ ...GOLD_P1, level: 'basic' }, [
  2,
  '10:00',
  'triaged',
  { facts: { level: 'gold' } },
])

describe('the reason of a reading', () => {
  it('says which agreement held from when on, and why no other', () => {
    const old = sla({ id: 'old', effective: { to: '2020-01-01' } })
    const policy = policyOf([old, gold, sla(), sla({ id: 'last' }), platform])
    expect(outcomes(policy, upgraded)).toEqual([
      ['old: notInEffect', 'gold: fails', 'basic: holds', 'last: later', 'platform: unsupporting'],
      ['old: notInEffect', 'gold: holds', 'basic: later', 'last: later', 'platform: holds'],
    ])
    const standings = parts(read(policy, upgraded), 'sla.standing')
    expect(standings.map(({ params }) => [params['from'], params['onChange']])).toEqual([
      [november(2, '09:00'), null],
      [november(2, '10:00'), 'retroactive'],
    ])
  })

  it('points to the condition of an agreement where the policy has it', () => {
    const [first] = parts(read(policyOf([gold, sla()]), upgraded), 'sla.standing')
    const [fails] = first?.children ?? []
    const source = { document: 'acme', version: 1 }
    expect(fails?.source).toEqual({ ...source, pointer: '/agreements/0' })
    expect(fails?.children[0]?.children[0]).toMatchObject({
      code: 'rules.compared',
      source: { ...source, pointer: '/agreements/0/applies/all/0' },
    })
  })

  it('says that an agreement that was kept holds by what chose it', () => {
    const policy = policyOf([gold, sla({ id: 'other', applies: gold.applies }), sla()], {
      changes: { facts: 'keep' },
    })
    const down = asked({ level: 'gold', priority: 'P1' }, [
      2,
      '10:00',
      'priorityChanged',
      { facts: { level: 'basic', priority: 'P2' } },
    ])
    const told = ['gold: holds', 'other: later', 'basic: later']
    expect(outcomes(policy, down)).toEqual([told, told])
  })

  it('says that nothing is in effect any more', () => {
    const over = policyOf([sla()], {
      effective: { to: '2026-11-03' },
      changes: { effective: 'retroactive' },
    })
    expect(outcomes(over, asked({}), november(4, '09:00'))).toEqual([
      ['basic: holds'],
      ['basic: notInEffect'],
    ])
  })

  it('tells how each promise came to stand as it does, in the order of the states', () => {
    const policy = policyOf([gold, platform])
    const { value, reason } = explained(policy).read(asked(GOLD_P1), noon)
    const promises = parts(reason, 'sla.promise')
    expect(promises.map(({ params }) => [params['metric'], params['cycles']])).toEqual([
      ['firstResponse', 1],
      ['resolution', 1],
      ['resolution', 1],
    ])
    const states = promises.flatMap((promise) => parts(promise, 'obligations.state'))
    expect(states.map(({ params }) => params['obligation'])).toEqual(
      value.states.map(({ obligation }) => obligation),
    )
  })

  it('points to the target in the policy, not to the terms that it comes to', () => {
    const reason = read(policyOf([gold, platform]), asked(GOLD_P1))
    const pointers = deep(reason, 'obligations.terms').map(({ source }) => source?.pointer)
    expect(pointers).toEqual([
      '/agreements/0/targets/0/byPriority/P1',
      '/agreements/0/targets/1/within',
      '/agreements/1/targets/0/within',
    ])
    const documents = new Set(
      deep(reason, 'obligations.started').map((one) => one.source?.document),
    )
    expect([...documents]).toEqual(['acme'])
  })

  it('tells of a promise that nothing has begun', () => {
    const policy = policyOf([sla({ targets: [{ metric: 'nextResponse', within: 'PT1H' }] })])
    const [promise] = parts(read(policy, asked({})), 'sla.promise')
    expect(promise).toMatchObject({ params: { metric: 'nextResponse', cycles: 0 } })
    expect(promise?.children[0]?.code).toBe('obligations.inactive')
  })

  it('tells what cannot be right in what is known', () => {
    const vocabulary = z.object({ level: z.enum(['gold']) })
    const strict = createSlaPolicy(policyDocument([gold]), { calendars, vocabulary })
    const problems = parts(read(strict, asked({ level: 5 })), 'sla.problem')
    expect(problems.map(({ params }) => params['problem'])).toEqual(['facts-invalid'])
    const [unknown] = parts(read(policyOf([sla()]), asked({ priority: 'P7' })), 'sla.problem')
    expect(unknown?.params).toEqual({ problem: 'priority-unknown', found: 'P7' })
  })

  it('says where the deadline came from when another agreement takes the place of the first', () => {
    const [promise] = parts(read(policyOf([gold, sla()]), upgraded), 'sla.promise')
    const [moved] = parts(promise?.children[0] as Reason, 'obligations.moved')
    expect(moved?.params).toMatchObject({
      from: november(2, '13:00'),
      to: november(2, '10:00'),
    })
  })
})

describe('the reason of wake-ups', () => {
  it('tells each of them, also those for agreements that come into effect', () => {
    const next = sla({ id: 'next', effective: { from: '2026-11-03' } })
    const policy = policyOf([next, sla()], { changes: { effective: 'retroactive' } })
    const { reason } = explained(policy).wakeups(asked({}), noon)
    expect(reason.children.map(({ code }) => code)).toEqual(['obligations.wakeup', 'sla.renewal'])
  })
})

it('reads as text in which nothing is left to guess', () => {
  const phrases = [slaPhrases, obligationsPhrases, calendarPhrases, rulesPhrases]
  const lines = renderReason(read(policyOf([gold, sla()]), upgraded), {
    timeZone: 'Europe/Zurich',
    phrases,
  }).split('\n')
  expect(lines.slice(0, 6)).toEqual([
    'at Mon, 2 Nov 2026, 12:00 CET: agreement gold, priority P1',
    '  - from Mon, 2 Nov 2026, 09:00 CET: basic of acme version 1, at priority P1',
    '    - gold does not apply',
    '      - 0 of 1 hold, all must: no',
    '        - level is "gold": no, it is "basic"',
    '    - basic applies and holds',
  ])
})
