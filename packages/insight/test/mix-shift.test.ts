import { describe, expect, it } from 'vitest'
import { caseLifeTally, type MixGroup, type MixShift, mixShift } from '../src/index.ts'
import { HOUR, lifeOf } from './some-lives.ts'

/** The lives of cases of each kind, in hours. */
function groupsOf(kinds: Readonly<Record<string, readonly number[]>>): readonly MixGroup[] {
  const tally = caseLifeTally({ by: 'fact:kind' })
  for (const [kind, hours] of Object.entries(kinds)) {
    for (const each of hours) tally.add(lifeOf([['fix', each * HOUR]], { facts: { kind } }))
  }
  const answer = tally.report()
  if (!answer.ok) throw new Error('refused')
  return answer.groups
}

const cases = (count: number, hours: number) => Array<number>(count).fill(hours)

/** Change, within, mix and standardized mean, in hours. */
function hoursOf(shift: MixShift | null) {
  if (shift === null) return null
  const { change, within, mix, standardizedMean } = shift
  return [change, within, mix, standardizedMean].map((millis) => millis / HOUR)
}

describe('the mean case life', () => {
  it('can go up though every group got better, because the easy cases are gone', () => {
    const before = groupsOf({ clear: cases(80, 2), unclear: cases(20, 50) })
    const after = groupsOf({ clear: cases(20, 1), unclear: cases(80, 40) })
    const shift = mixShift(before, after)
    expect(hoursOf(shift)).toEqual([32.2 - 11.6, -5.5, 26.1, 8.8])
    expect(shift?.groups.map(({ within }) => within < 0)).toEqual([true, true])
  })

  it('changes within the groups alone while the mix stays', () => {
    const before = groupsOf({ clear: cases(3, 2), unclear: cases(1, 10) })
    const after = groupsOf({ clear: cases(6, 4), unclear: cases(2, 10) })
    expect(hoursOf(mixShift(before, after))).toEqual([1.5, 1.5, 0, 5.5])
  })

  it('changes by the mix alone while every group takes as long as before', () => {
    const before = groupsOf({ clear: [1, 3], unclear: [10, 10] })
    const after = groupsOf({ clear: [2], unclear: [9, 10, 11] })
    expect(hoursOf(mixShift(before, after))).toEqual([2, 0, 2, 6])
  })

  it('takes a group that is new, or gone, for a change of the mix', () => {
    const before = groupsOf({ clear: [2, 2], gone: [8, 8] })
    const after = groupsOf({ clear: [2, 2, 2], new: [12] })
    const shift = mixShift(before, after)
    expect(hoursOf(shift)).toEqual([-0.5, 0, -0.5, 5])
    expect(shift?.groups).toEqual([
      {
        key: { 'fact:kind': 'clear' },
        before: { ended: 2, share: 0.5, mean: 2 * HOUR },
        after: { ended: 3, share: 0.75, mean: 2 * HOUR },
        within: 0,
        mix: 0.5 * HOUR,
      },
      {
        key: { 'fact:kind': 'gone' },
        before: { ended: 2, share: 0.5, mean: 8 * HOUR },
        after: { ended: 0, share: 0, mean: null },
        within: 0,
        mix: -4 * HOUR,
      },
      {
        key: { 'fact:kind': 'new' },
        before: { ended: 0, share: 0, mean: null },
        after: { ended: 1, share: 0.25, mean: 12 * HOUR },
        within: 0,
        mix: 3 * HOUR,
      },
    ])
    expect([shift?.before, shift?.after]).toEqual([
      { ended: 4, mean: 5 * HOUR },
      { ended: 4, mean: 4.5 * HOUR },
    ])
  })

  it('is not known where nothing has ended', () => {
    const some = groupsOf({ clear: [2] })
    const open: MixGroup = { key: { 'fact:kind': 'open' }, life: null }
    expect([mixShift(some, []), mixShift([], some), mixShift([open], some)]).toEqual([
      null,
      null,
      null,
    ])
    expect(hoursOf(mixShift([...some, open], [open, ...some]))).toEqual([0, 0, 0, 2])
  })
})

describe('parts in whole milliseconds', () => {
  const sideOf = (...groups: [kind: string, count: number, sum: number][]) =>
    groups.map(([kind, count, sum]): MixGroup => {
      const each = Math.round(sum / count)
      const rest = { mean: each, min: 0, max: sum, p50: 0, p90: 0, p95: 0, p99: 0, isExact: true }
      return { key: { kind }, life: { count, sum, ...rest } }
    })

  it('leave what rounding takes to the largest of them', () => {
    // Exactly: the mean goes from 1/3 to 5/3; within a by 4/9, within b by 8/9.
    const before = sideOf(['a', 1, 0], ['b', 2, 1])
    const after = sideOf(['a', 2, 1], ['b', 1, 4])
    const shift = mixShift(before, after)
    expect(shift).toMatchObject({ before: { mean: 0 }, after: { mean: 2 }, change: 2 })
    expect(shift?.groups.map(({ within, mix }) => [within, mix])).toEqual([
      [0, 0],
      [3, -1],
    ])
  })

  it('leave a part that is zero at zero', () => {
    const before = sideOf(['a', 3, 1], ['b', 3, 1])
    const after = sideOf(['a', 3, 2], ['b', 3, 2])
    expect(mixShift(before, after)).toMatchObject({ change: 1, within: 1, mix: 0 })
  })
})

it('groups are told in order of their keys, whatever the order of what they are grouped by', () => {
  const life = groupsOf({ any: [1] })[0]?.life ?? null
  const groups: MixGroup[] = [
    { key: { priority: 'P2', holder: 'a' }, life },
    { key: { priority: 'P1', holder: null }, life },
    { key: { priority: 'P1', holder: 'b' }, life },
    { key: { priority: 'P1', holder: 'a' }, life },
  ]
  const turned = groups.map(({ key }) => ({
    key: Object.fromEntries(Object.entries(key).reverse()),
    life,
  }))
  const shift = mixShift(groups, turned)
  expect(shift?.groups.map(({ key }) => [key['holder'], key['priority']])).toEqual([
    ['a', 'P1'],
    ['a', 'P2'],
    ['b', 'P1'],
    [null, 'P1'],
  ])
})

describe('groups are compared', () => {
  const [group] = groupsOf({ clear: [2] }) as [MixGroup]

  it('only with those of the same grouping', () => {
    const other = { ...group, key: { priority: 'P1' } }
    expect(() => mixShift([group], [other])).toThrow(
      expect.objectContaining({ code: 'grouping-differs' }),
    )
  })

  it('each once', () => {
    expect(() => mixShift([group], [group, group])).toThrow(
      expect.objectContaining({ code: 'group-repeated' }),
    )
  })
})
