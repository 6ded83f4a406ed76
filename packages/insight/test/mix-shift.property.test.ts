import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type MixGroup, type MixShift, mixShift } from '../src/index.ts'

const spans = fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 6 })

const KINDS = ['a', 'b', 'c', 'd', null] as const

function groupOf(kind: string | null, lives: readonly number[]): MixGroup {
  const [count, sum] = [lives.length, lives.reduce((all, life) => all + life, 0)]
  const rest = { mean: 0, min: 0, max: 0, p50: 0, p90: 0, p95: 0, p99: 0, isExact: true }
  return { key: { kind }, life: { count, sum, ...rest } }
}

/** Some of the groups, in any order. */
const side = fc
  .tuple(fc.shuffledSubarray([...KINDS], { minLength: 1 }), fc.array(spans, { minLength: 5 }))
  .map(([kinds, all]) => kinds.map((kind, nth) => groupOf(kind, all[nth] as number[])))

/** How often each case occurs after, that occurred once before. */
const times = fc.integer({ min: 1, max: 5 })

it('the parts add up to the change, by group and in all', () => {
  fc.assert(
    fc.property(side, side, (before, after) => {
      const { change, within, mix, groups, ...shift } = mixShift(before, after) as MixShift
      expect(change).toBe(shift.after.mean - shift.before.mean)
      expect(within + mix).toBe(change)
      expect(groups.reduce((sum, group) => sum + group.within, 0)).toBe(within)
      expect(groups.reduce((sum, group) => sum + group.mix, 0)).toBe(mix)
    }),
  )
})

it('the parts are those of Kitagawa, but for rounding', () => {
  fc.assert(
    fc.property(side, side, (before, after) => {
      const { within, mix, groups, standardizedMean } = mixShift(before, after) as MixShift
      const parts = groups.map(({ before: from, after: to }) => {
        const [m0, m1] = [from.mean ?? to.mean ?? 0, to.mean ?? from.mean ?? 0]
        const half = { within: (from.share + to.share) / 2, mix: (m0 + m1) / 2 }
        return [(m1 - m0) * half.within, (to.share - from.share) * half.mix, from.share * m1]
      })
      const total = (nth: number) => parts.reduce((sum, part) => sum + (part[nth] as number), 0)
      expect(Math.abs(total(0) - within)).toBeLessThan(10)
      expect(Math.abs(total(1) - mix)).toBeLessThan(10)
      expect(Math.abs(total(2) - standardizedMean)).toBeLessThan(2)
    }),
  )
})

it('where the mix stays, it changes nothing', () => {
  fc.assert(
    fc.property(side, times, fc.array(spans, { minLength: 5 }), (before, often, others) => {
      const after = before.map(({ key, life }, nth) => {
        const lives = Array.from({ length: (life?.count ?? 0) * often }, (_, each) => {
          const some = others[nth] as number[]
          return some[each % some.length] as number
        })
        return groupOf(key['kind'] ?? null, lives)
      })
      const { mix, groups, standardizedMean, ...shift } = mixShift(before, after) as MixShift
      expect(mix).toBe(0)
      expect(groups.every((group) => group.mix === 0)).toBe(true)
      expect(standardizedMean).toBe(shift.after.mean)
    }),
  )
})

it('where the means stay, nothing changes within', () => {
  fc.assert(
    fc.property(side, fc.array(times, { minLength: 5 }), (before, often) => {
      const after = before.map(({ key, life }, nth) => {
        const [count, sum] = [life?.count ?? 0, life?.sum ?? 0]
        const more = Array<number>(often[nth] ?? 1).fill(sum)
        const group = groupOf(key['kind'] ?? null, more)
        return { ...group, life: group.life && { ...group.life, count: count * more.length } }
      })
      const { within, groups, standardizedMean, ...shift } = mixShift(before, after) as MixShift
      expect(within).toBe(0)
      expect(groups.every((group) => group.within === 0)).toBe(true)
      expect(standardizedMean).toBe(shift.before.mean)
    }),
  )
})

it('the other way round, everything is the opposite', () => {
  fc.assert(
    fc.property(side, side, (before, after) => {
      const there = mixShift(before, after) as MixShift
      const back = mixShift(after, before) as MixShift
      const parts = ({ change, within, mix, groups }: MixShift, sign: 1 | -1) =>
        [{ change, within, mix }, ...groups].map((part) => [
          sign * part.within + 0,
          sign * part.mix + 0,
        ])
      expect(parts(back, -1)).toEqual(parts(there, 1))
    }),
  )
})

it('the order of groups changes nothing', () => {
  fc.assert(
    fc.property(side, side, (before, after) => {
      expect(mixShift(before.toReversed(), after.toReversed())).toEqual(mixShift(before, after))
    }),
  )
})
