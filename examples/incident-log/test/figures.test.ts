import { expect, test } from 'vitest'
import { byHandOvers, byPingPong, median, tally, worst } from '../src/figures.ts'
import type { Verdict } from '../src/verdict.ts'

/** A missed incident that was promised 10 and used so much. */
function missed(number: string, used: number, opened = 0, groups: string[] = []): Verdict {
  const incident = { number, opened, resolved: opened + used, isClosed: true, groups }
  const promised = { priority: '2 - High', within: 10, due: 10, latest: 10 } as const
  return { incident: { ...incident, priority: '2 - High' }, outcome: 'missed', promised, used }
}

function met(number: string, used: number, groups: string[] = []): Verdict {
  return { ...missed(number, used, 0, groups), outcome: 'met' }
}

test('the median is the middle one, or halfway between the two in the middle', () => {
  expect(median([])).toBeUndefined()
  expect(median([7])).toBe(7)
  expect(median([10, 9, 2])).toBe(9)
  expect(median([10, 100, 9, 2])).toBe(9.5)
})

test('the worst is the one furthest over; of equals the one opened first, then by number', () => {
  const verdicts = [missed('C', 30, 5), missed('B', 30, 5), missed('A', 30, 9), missed('D', 40, 9)]
  const order = worst([met('E', 9), ...verdicts], 10).map(({ incident }) => incident.number)
  expect(order).toEqual(['D', 'B', 'C', 'A'])
  expect(worst(verdicts, 2)).toHaveLength(2)
})

test('the share met leaves out what is not decided', () => {
  const open: Verdict = { ...missed('C', 1), outcome: 'open' }
  const { incidents, outcomes, shareMet } = tally([met('A', 1), missed('B', 20), open])
  expect([incidents, outcomes.open, shareMet]).toEqual([3, 1, 0.5])
  expect(tally([open]).shareMet).toBeUndefined()
})

test('four hand-overs and more are one line, and every incident is in one line', () => {
  const verdicts = [[], ['a'], ['a', 'b'], 'abcde'.split(''), 'abcdefg'.split('')].map(
    (groups, index) => met(`INC${index}`, 1, groups),
  )
  expect(byHandOvers(verdicts).map(({ incidents }) => incidents)).toEqual([2, 1, 0, 0, 2])
  const { back, straight } = byPingPong([...verdicts, met('back', 1, ['a', 'b', 'a'])])
  expect([back.incidents, straight.incidents]).toEqual([1, 5])
})
