import type { Mark } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import { explained, type SlaPolicy, type SlaPolicyDocument, succession } from '../src/index.ts'
import { asked, due, sla, stateOf, tellWakeups } from './desk.ts'
import { november, policyOf } from './report-desk.ts'

const timeZone = 'Europe/Zurich'
const CHANGE = november(3, '00:00')
const monday = november(2, '10:00')
const tuesday = november(3, '10:00')

type Effective = NonNullable<NonNullable<SlaPolicyDocument['changes']>['effective']>

const first = (within = 'PT4H', parts: Partial<SlaPolicyDocument> = {}): SlaPolicy =>
  policyOf([sla({ targets: [{ metric: 'firstResponse', within }] })], { timeZone, ...parts })

const second = (effective?: Effective, parts: Partial<SlaPolicyDocument> = {}): SlaPolicy =>
  first('PT12H', {
    version: 2,
    effective: { from: '2026-11-03' },
    changes: { ...(effective && { effective }) },
    ...parts,
  })

/** A request that is submitted then. */
const from = (at: number): readonly Mark[] => asked({}).map((mark) => ({ ...mark, at }))

describe('a policy that comes after another', () => {
  it('holds for what begins while it is in effect, and the one before it for the rest', () => {
    const both = succession([first(), second()])
    expect(due(both, from(CHANGE - 1), tuesday, 'firstResponse')).toBe('3 13:00')
    expect(due(both, from(CHANGE), tuesday, 'firstResponse')).toBe('4 13:00')
    expect(due(both, from(monday), tuesday, 'firstResponse')).toBe('2 14:00')
  })

  it('takes over what is open where it says so, and no sooner', () => {
    const both = succession([first(), second('retroactive')])
    expect(due(both, from(monday), CHANGE - 1, 'firstResponse')).toBe('2 14:00')
    expect(due(both, from(monday), CHANGE, 'firstResponse')).toBe('3 14:00')
    const anew = succession([first(), second('fromChange')])
    expect(due(anew, from(monday), tuesday, 'firstResponse')).toBe('4 13:00')
  })

  it('is asked what becomes of requests from before it, and not the one that it follows', () => {
    const kept = succession([first('PT4H', { changes: { effective: 'retroactive' } }), second()])
    expect(due(kept, from(monday), tuesday, 'firstResponse')).toBe('2 14:00')
    expect(kept.wakeups(from(monday), november(2, '15:00'))).toEqual([])
  })

  it('wakes requests once when it comes into effect, also where the other ends then', () => {
    const changes = { effective: 'retroactive' as const }
    const before = first('PT12H', { effective: { to: '2026-11-03' }, changes })
    const both = succession([before, second('retroactive', { id: 'acme' })])
    expect(tellWakeups(both.wakeups(from(monday), monday))).toEqual([
      '3 00:00 change acme',
      '3 14:00 breach basic/firstResponse',
    ])
  })

  it('gives way to the one before it when it is over, where that one says so', () => {
    const changes = { effective: 'retroactive' as const }
    const effective = { from: '2026-11-03', to: '2026-11-04' }
    const both = succession([first('PT4H', { changes }), second('retroactive', { effective })])
    const wednesday = november(4, '10:00')
    expect(due(both, from(monday), tuesday, 'firstResponse')).toBe('3 14:00')
    expect(due(both, from(monday), wednesday, 'firstResponse')).toBe('2 14:00')
    expect(tellWakeups(both.wakeups(from(monday), november(3, '15:00')))).toEqual([
      '4 00:00 change acme',
    ])
  })

  it('may be given in any order', () => {
    const [a, b] = [first(), second('retroactive')]
    const marks = from(monday)
    expect(succession([b, a]).read(marks, tuesday)).toEqual(succession([a, b]).read(marks, tuesday))
  })

  it('gives the whole its name', () => {
    const both = succession([first(), second()])
    expect([both.id, both.version, both.models.length]).toEqual(['acme', 2, 2])
    expect(both.document).toBe(both.models[1]?.document)
  })

  it('is told in the reason, with its version', () => {
    const { reason } = explained(succession([first(), second('retroactive')])).read(
      from(monday),
      tuesday,
    )
    const versions = reason.children
      .filter(({ code }) => code === 'sla.standing')
      .map(({ params }) => params['version'])
    expect(versions).toEqual([1, 2])
  })

  it('may leave a gap, in which nothing is promised to what begins', () => {
    const early = first('PT4H', { effective: { to: '2026-11-02' } })
    const both = succession([early, second()])
    expect(both.read(from(monday), tuesday)).toMatchObject({ agreement: null, states: [] })
    expect(both.read(from(CHANGE), tuesday).agreement).toBe('basic')
  })

  it('does not touch what has ended', () => {
    const both = succession([first(), second('retroactive')])
    const marks = [
      ...from(monday),
      ...asked({}, [2, '11:00', 'message', { by: 'person:ada' }]).slice(1),
    ]
    expect(stateOf(both.read(marks, tuesday), 'firstResponse')).toMatchObject({
      life: 'fulfilled',
      target: 4 * 3_600_000,
    })
  })

  it('may be followed by a third', () => {
    const third = first('PT1H', { version: 3, effective: { from: '2026-11-05' } })
    const all = succession([succession([first(), second()]), third])
    expect(all.version).toBe(3)
    expect(due(all, from(november(5, '09:00')), november(5, '09:30'), 'firstResponse')).toBe(
      '5 10:00',
    )
    expect(due(all, from(tuesday), november(5, '09:30'), 'firstResponse')).toBe('4 14:00')
  })
})
