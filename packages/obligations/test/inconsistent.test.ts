import type { Mark } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import { createObligation } from '../src/index.ts'
import {
  answered,
  at,
  deps,
  hour,
  mark,
  promise,
  readOnly,
  resolved,
  resumed,
  solution,
  submitted,
  waits,
  wakeups,
} from './desk.ts'

const start = submitted('Mon 09:00')

function problemsOf(marks: readonly unknown[]): readonly unknown[] {
  const states = createObligation(promise(), deps).read(marks as Mark[], at('Mon 12:00'))
  return states.flatMap(({ problems }) => problems.map(({ code, marks: ids }) => [code, ids]))
}

describe('a history with marks that cannot be', () => {
  it('names those without a possible time, and counts the others', () => {
    for (const when of [Number.NaN, Number.POSITIVE_INFINITY, -1, 1.5, 5e15]) {
      const lost = { ...answered('Mon 10:00'), id: 'lost', at: when }
      expect(problemsOf([start, lost])).toEqual([['inconsistent-history', ['lost']]])
      expect(readOnly(promise(), [start, lost], 'Mon 12:00')).toMatchObject({
        life: 'running',
        used: 3 * hour,
      })
    }
  })

  it('names those that are no marks at all', () => {
    const parts = [null, undefined, 7, 'mark', [], {}, { id: 'x', at: 0 }]
    expect(problemsOf([start, ...parts])).toEqual([
      ['inconsistent-history', ['?', '?', '?', '?', '?', '?', 'x']],
    ])
  })

  it('leaves out those of which a part is of another kind', () => {
    const wrong = [
      { ...answered('Mon 10:00'), id: 'by', by: 7 },
      { ...answered('Mon 10:00'), id: 'facts', facts: 'many' },
      { ...answered('Mon 10:00'), id: 'seq', seq: Number.NaN },
    ]
    expect(problemsOf([start, ...wrong])).toEqual([
      ['inconsistent-history', ['by', 'facts', 'seq']],
    ])
  })

  it('does not count for more when a mark comes twice', () => {
    const marks = [start, waits('Mon 10:00'), resumed('Mon 11:00')]
    const twice = [...marks, ...marks.map((each) => ({ ...each }))]
    expect(readOnly(solution(), twice, 'Mon 12:00')).toEqual(
      readOnly(solution(), marks, 'Mon 12:00'),
    )
  })

  it('reads facts that are no plain data as they are', () => {
    const circle: Record<string, unknown> = {}
    circle['self'] = circle
    const odd = { ...answered('Mon 10:00'), facts: circle } as unknown as Mark
    const marks = [start, odd, { ...odd, type: 'closed' as const }]
    expect(readOnly(promise(), marks, 'Mon 12:00').used).toBeLessThanOrEqual(3 * hour)
  })
})

describe('a history whose marks contradict each other', () => {
  it('says which happened before the request was submitted, and counts them as they stand', () => {
    const early = answered('Mon 08:00')
    expect(problemsOf([start, early])).toEqual([['inconsistent-history', [early.id]]])
    expect(readOnly(promise(), [early, start], 'Mon 12:00')).toMatchObject({
      life: 'running',
      used: 3 * hour,
    })
  })

  it('says which are about another request', () => {
    const other = answered('Mon 10:00', { about: 'request:8' })
    expect(problemsOf([start, other])).toEqual([['inconsistent-history', [other.id]]])
  })

  it('lets nothing end that did not begin', () => {
    const marks = [resolved('Mon 08:00'), resumed('Mon 08:30'), mark('closed', 'Mon 08:45')]
    expect(readOnly(solution(), marks, 'Mon 12:00')).toMatchObject({
      life: 'inactive',
      problems: [],
    })
  })

  it('wakes for the right one of two waits with the same id', () => {
    const until = (when: string) => ({ id: 'w', facts: { until: at(when) } })
    const marks = [
      start,
      waits('Mon 10:00', until('Mon 11:00')),
      waits('Mon 12:00', until('Mon 13:00')),
    ]
    expect(wakeups(solution(), marks, 'Mon 10:30')).toEqual([['resume', at('Mon 11:00')]])
    expect(wakeups(solution(), marks, 'Mon 12:30')).toEqual([['resume', at('Mon 13:00')]])
  })

  it('ends a wait once, however often it is said to be over', () => {
    const marks = [
      start,
      waits('Mon 10:00'),
      resumed('Mon 11:00'),
      resumed('Mon 11:30'),
      resumed('Mon 11:30', { id: 'once more' }),
    ]
    expect(readOnly(solution(), marks, 'Mon 12:00')).toMatchObject({
      used: 2 * hour,
      pauses: [{ to: at('Mon 11:00') }],
    })
  })
})

it('a history in order has no problems', () => {
  expect(problemsOf([start, answered('Mon 10:00')])).toEqual([])
})
