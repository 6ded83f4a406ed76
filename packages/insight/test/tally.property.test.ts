import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distributionCount } from '../src/distribution.ts'
import {
  type CaseLife,
  type CaseLifeGroup,
  type CaseLifeQuestion,
  caseLifeTally,
  decomposeCaseLife,
} from '../src/index.ts'
import { odd as calendar, histories, states } from './random-histories.ts'

const life = fc
  .tuple(histories, fc.boolean())
  .map(([marks, isBusiness]) =>
    decomposeCaseLife(marks, { states, ...(isBusiness ? { calendar } : {}) }),
  )
const lives = fc.array(life, { maxLength: 12 })

const by = fc.subarray(
  [
    'priority',
    'holder',
    'handOvers',
    'pingPong',
    'reopened',
    'ending',
    'period',
    'fact:targetMet',
  ] as const,
  { maxLength: 3 },
)
const question: fc.Arbitrary<CaseLifeQuestion> = fc.record({
  by,
  period: fc.constant({ each: 'day', timeZone: 'Pacific/Apia' } as const),
  silentAfter: fc.constantFrom('PT5M', 'PT168H'),
  undoneWithin: fc.constantFrom('PT5M', 'PT336H'),
  exactUpTo: fc.constantFrom(0, 3, 10, 32_768),
})

function tallyOf(lives: readonly CaseLife[], question: CaseLifeQuestion) {
  const tally = caseLifeTally(question)
  for (const life of lives) tally.add(life)
  return tally
}

function groupsOf(
  lives: readonly CaseLife[],
  question: CaseLifeQuestion,
): readonly CaseLifeGroup[] {
  const report = tallyOf(lives, question).report()
  return report.ok ? report.groups : expect.fail('refused')
}

describe('counting in parts', () => {
  it('comes to what one pass comes to, however the cases are split and whichever part comes first', () => {
    const split = fc.array(fc.nat({ max: 3 }), { minLength: 12, maxLength: 12 })
    const order = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 })
    fc.assert(
      fc.property(
        lives,
        question,
        split,
        order,
        fc.boolean(),
        (all, asked, split, order, isSent) => {
          const parts = order.map((part) =>
            tallyOf(
              all.filter((_, nth) => split[nth] === part),
              asked,
            ),
          )
          const [merged = caseLifeTally(asked), ...others] = parts
          for (const other of others) {
            const partial = other.partial()
            merged.merge(isSent ? JSON.parse(JSON.stringify(partial)) : partial)
          }
          const whole = tallyOf(all, asked)
          expect(merged.partial()).toEqual(whole.partial())
          expect(JSON.stringify(merged.partial())).toBe(JSON.stringify(whole.partial()))
          expect(merged.report()).toEqual(whole.report())
        },
      ),
    )
  })

  it('goes on where a partial count ended', () => {
    fc.assert(
      fc.property(lives, lives, question, (before, after, asked) => {
        const resumed = caseLifeTally(asked)
        resumed.merge(JSON.parse(JSON.stringify(tallyOf(before, asked).partial())))
        for (const life of after) resumed.add(life)
        expect(resumed.partial()).toEqual(tallyOf([...before, ...after], asked).partial())
      }),
    )
  })

  it('does not change what is merged', () => {
    fc.assert(
      fc.property(lives, lives, question, (one, other, asked) => {
        const [into, from] = [tallyOf(one, asked), tallyOf(other, asked)]
        const [partial, text] = [from.partial(), JSON.stringify(from.partial())]
        into.merge(partial)
        for (const life of one) into.add(life)
        expect(JSON.stringify(partial)).toBe(text)
        expect(from.partial()).toEqual(partial)
      }),
    )
  })
})

describe('groups', () => {
  it('have every case in one of them', () => {
    fc.assert(
      fc.property(lives, question, (all, asked) => {
        const groups = groupsOf(all, asked)
        const [whole] = groupsOf(all, { ...asked, by: [] })
        const counted = (of: (group: CaseLifeGroup) => number) =>
          groups.reduce((total, group) => total + of(group), 0)
        expect(counted(({ cases }) => cases)).toBe(all.length)
        expect(counted(({ ended }) => ended)).toBe(whole?.ended)
        expect(counted(({ life }) => life?.sum ?? 0)).toBe(whole?.life?.sum ?? 0)
        expect(counted(({ handOvers }) => handOvers.total)).toBe(whole?.handOvers.total)
        expect(counted(({ silent }) => silent.of)).toBe(whole?.silent.of)
        const keys = groups.map(({ key }) => JSON.stringify(key))
        expect(new Set(keys).size).toBe(keys.length)
      }),
    )
  })

  it('have elements that add up to their lives, elapsed and in business time', () => {
    fc.assert(
      fc.property(lives, question, (all, asked) => {
        for (const group of groupsOf(all, asked)) {
          const { elements, life, lifeBusiness, ended, endings } = group
          const total = (of: (element: (typeof elements)[number]) => number | null) =>
            elements.reduce((sum, element) => sum + (of(element) ?? 0), 0)
          expect(total(({ elapsed }) => elapsed)).toBe(life?.sum ?? 0)
          expect(total(({ business }) => business)).toBe(lifeBusiness?.sum ?? 0)
          if ((life?.sum ?? 0) > 0) expect(total(({ share }) => share)).toBeCloseTo(1)
          expect(Object.values(endings).reduce((sum, count) => sum + count, 0)).toBe(ended)
          for (const { repeats, drivers, iterations, cases } of elements) {
            expect(Object.values(drivers).reduce((sum, count) => sum + count, 0)).toBe(repeats)
            expect(iterations - cases).toBe(repeats)
          }
        }
      }),
    )
  })
})

describe('percentiles', () => {
  const value = fc.oneof(
    fc.nat({ max: 5 }),
    fc.nat({ max: 5000 }),
    fc.nat({ max: 10 ** 10 }),
    fc.maxSafeNat(),
  )
  const values = fc.array(value, { minLength: 1, maxLength: 60 })
  const ranks = [
    ['p50', 50],
    ['p90', 90],
    ['p95', 95],
    ['p99', 99],
  ] as const

  it('are those of a plain sort while exact, and within 0.1 % of them when not', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(0, 3, 10, 60), (values, exactUpTo) => {
        const count = distributionCount(exactUpTo)
        for (const value of values) count.add(value)
        const total = count.total() ?? expect.fail('nothing was counted')
        const sorted = [...values].sort((a, b) => a - b)
        expect(total.isExact).toBe(new Set(values).size <= exactUpTo)
        expect([total.min, total.max, total.count]).toEqual([
          sorted[0],
          sorted.at(-1),
          values.length,
        ])
        for (const [name, percent] of ranks) {
          const ranked = sorted[Math.ceil((percent * sorted.length) / 100) - 1] ?? Number.NaN
          const off = Math.abs(total[name] - ranked)
          expect(off).toBeLessThanOrEqual(total.isExact ? 0 : ranked / 1000)
        }
      }),
    )
  })
})
