import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type CaseLife, caseLifeTally, type LifeChange, whatIf } from '../src/index.ts'
import { changes, lives } from './some-lives.ts'

const many = fc.array(changes, { maxLength: 4 })
const share = fc.double({ min: 0, max: 1, noNaN: true })

function groupOf(all: readonly CaseLife[]) {
  const tally = caseLifeTally()
  for (const life of all) tally.add(life)
  const answer = tally.report()
  if (!answer.ok) throw new Error('refused')
  return answer.groups[0] as (typeof answer.groups)[number]
}

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

it('where nothing changes, nothing is saved', () => {
  fc.assert(
    fc.property(lives, changes, (life, { element }) => {
      const idle: LifeChange = { element, shorterBy: 0, fewerRepeats: 0 }
      for (const none of [[], [idle], [idle, idle]]) {
        const { before, after, saved, business } = whatIf(life, none)
        expect([before, after, saved]).toEqual([life.elapsed, life.elapsed, 0])
        expect([business?.before, business?.saved]).toEqual([life.business, 0])
      }
    }),
  )
})

it('the parts add up to the whole, and none saves more than it has', () => {
  fc.assert(
    fc.property(fc.array(lives, { minLength: 1, maxLength: 4 }), many, (all, some) => {
      for (const subject of [all[0] as CaseLife, groupOf(all)]) {
        const answer = whatIf(subject, some)
        for (const key of ['before', 'after', 'saved'] as const) {
          expect(total(answer.elements.map((each) => each[key]))).toBe(answer[key])
          const inBusiness = answer.elements.map(({ business }) => business?.[key] ?? 0)
          expect(total(inBusiness)).toBe(answer.business?.[key])
        }
        for (const { before, after, saved } of answer.elements) {
          expect(saved).toBeGreaterThanOrEqual(0)
          expect(after).toBeGreaterThanOrEqual(0)
          expect(after + saved).toBe(before)
        }
      }
    }),
  )
})

it('more of a change never saves less', () => {
  fc.assert(
    fc.property(lives, many, changes, share, share, (life, others, change, a, b) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)]
      for (const key of ['shorterBy', 'fewerRepeats']) {
        const saved = (by: number) => whatIf(life, [{ ...change, [key]: by }, ...others]).saved
        expect(saved(more)).toBeGreaterThanOrEqual(saved(less))
      }
    }),
  )
})

it('the order of changes changes nothing', () => {
  fc.assert(
    fc.property(lives, many, (life, some) => {
      expect({ ...whatIf(life, some), unmatched: [] }).toEqual({
        ...whatIf(life, some.toReversed()),
        unmatched: [],
      })
    }),
  )
})

it('shorter elements save in a group what they save in its cases', () => {
  fc.assert(
    fc.property(fc.array(lives, { maxLength: 5 }), many, (all, some) => {
      const shorter = some.map(({ element, shorterBy = 0 }) => ({ element, shorterBy }))
      const each = all.map((life) => whatIf(life, shorter))
      const group = whatIf(groupOf(all), shorter)
      const roundings = total(each.map(({ elements }) => elements.length + 1))
      expect(Math.abs(group.saved - total(each.map(({ saved }) => saved)))).toBeLessThanOrEqual(
        roundings,
      )
    }),
  )
})
