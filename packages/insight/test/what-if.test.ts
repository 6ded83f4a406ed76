import { describe, expect, it } from 'vitest'
import { caseLifeTally, type LifeChange, whatIf } from '../src/index.ts'
import { HOUR, lifeOf } from './some-lives.ts'

/** Ten hours of investigation in four iterations, and six of waiting in three. */
const case1 = lifeOf([
  ['investigation', 4 * HOUR],
  ['wait customer', HOUR],
  ['investigation', 3 * HOUR, 'recurrence'],
  ['wait vendor', 3 * HOUR],
  ['investigation', 2 * HOUR, 'recurrence'],
  ['wait customer', 2 * HOUR],
  ['investigation', HOUR, 'instructions'],
])

const case2 = lifeOf([
  ['investigation', 2 * HOUR],
  ['fix', 2 * HOUR],
])

function groupOf(...lives: (typeof case1)[]) {
  const tally = caseLifeTally()
  for (const life of lives) tally.add(life)
  const answer = tally.report()
  if (!answer.ok) throw new Error('refused')
  return answer.groups[0] as (typeof answer.groups)[number]
}

/** The hours that are saved in all, by investigation and by waits. */
function hoursSaved(...changes: LifeChange[]) {
  const { saved, elements } = whatIf(case1, changes)
  const of = (name: string) =>
    elements
      .filter(({ element }) => element === name)
      .reduce((sum, element) => sum + element.saved, 0)
  return [saved, of('investigation'), of('wait')].map((millis) => millis / HOUR)
}

describe('the life of a case would be shorter', () => {
  it('by a share of the time of an element that takes less', () => {
    expect(hoursSaved({ element: 'investigation', shorterBy: 0.5 })).toEqual([5, 5, 0])
  })

  it('by the mean duration of each repeat there is no more', () => {
    expect(hoursSaved({ element: 'investigation', fewerRepeats: 1 })).toEqual([7.5, 7.5, 0])
    expect(hoursSaved({ element: 'investigation', fewerRepeats: 0.4 })).toEqual([3, 3, 0])
  })

  it('by the repeats of one driver only', () => {
    const fewer = { element: 'investigation', fewerRepeats: 1 } as const
    expect(hoursSaved({ ...fewer, driver: 'recurrence' })).toEqual([5, 5, 0])
    expect(hoursSaved({ ...fewer, driver: 'instructions' })).toEqual([2.5, 2.5, 0])
  })

  it('by less of what the repeats leave', () => {
    const change = { element: 'investigation', fewerRepeats: 1, shorterBy: 0.5 } as const
    expect(hoursSaved(change)).toEqual([8.75, 8.75, 0])
  })

  it('by changes that compound, each of what the others leave', () => {
    const half = { element: 'investigation', shorterBy: 0.5 } as const
    expect(hoursSaved(half, half)).toEqual([7.5, 7.5, 0])
    const fewer = { element: 'investigation', fewerRepeats: 0.5 } as const
    const recurrence = { ...fewer, driver: 'recurrence' } as const
    expect(hoursSaved(fewer, recurrence)).toEqual([5, 5, 0])
  })

  it('by every wait, or by those for one party', () => {
    expect(hoursSaved({ element: 'wait', shorterBy: 0.5 })).toEqual([3, 0, 3])
    expect(hoursSaved({ element: 'wait', party: 'vendor', shorterBy: 1 })).toEqual([3, 0, 3])
    expect(hoursSaved({ element: 'wait', party: 'customer', fewerRepeats: 1 })).toEqual([
      1.5, 0, 1.5,
    ])
  })
})

describe('a what-if', () => {
  it('tells the whole and every part, before and after', () => {
    const { before, after, savedShare, elements, mean } = whatIf(case1, [
      { element: 'wait', party: 'vendor', shorterBy: 1 },
    ])
    expect([before, after, savedShare, mean]).toEqual([16 * HOUR, 13 * HOUR, 3 / 16, null])
    expect(elements.map(({ party, before: from, after: to }) => [party, from, to])).toEqual([
      [null, 10 * HOUR, 10 * HOUR],
      ['customer', 3 * HOUR, 3 * HOUR],
      ['vendor', 3 * HOUR, 0],
    ])
    expect(before).toBe(case1.elapsed)
  })

  it('counts business time beside elapsed time, where it is known', () => {
    // The first of January 1970 was a Thursday, which is closed; from 09:00 on Friday it is open.
    const friday = lifeOf([['fix', 4 * HOUR]], { openedAt: 31 * HOUR })
    expect(whatIf(friday, [{ element: 'fix', shorterBy: 0.25 }])).toMatchObject({
      before: 4 * HOUR,
      saved: HOUR,
      business: { before: 2 * HOUR, after: 1.5 * HOUR, saved: 0.5 * HOUR, savedShare: 0.25 },
      elements: [{ business: { saved: 0.5 * HOUR } }],
    })
    const unknown = { ...friday, elements: friday.elements.map((e) => ({ ...e, business: null })) }
    expect(whatIf(unknown, [])).toMatchObject({ business: null, elements: [{ business: null }] })
  })

  it('tells the mean of the cases of a group', () => {
    const open = lifeOf([['fix', HOUR]], { isOpen: true })
    const group = groupOf(case1, case2, open)
    const { before, after, mean } = whatIf(group, [{ element: 'investigation', shorterBy: 0.5 }])
    expect([before, after]).toEqual([20 * HOUR, 14 * HOUR])
    expect(mean).toEqual({ before: 10 * HOUR, after: 7 * HOUR, saved: 3 * HOUR })
  })

  it('keeps the first iteration of every case of a group', () => {
    const { saved } = whatIf(groupOf(case1, case2), [{ element: 'investigation', fewerRepeats: 1 }])
    // Five iterations took twelve hours; three of them are repeats.
    expect(saved).toBe((12 * HOUR * 3) / 5)
  })

  it('of no cases saves nothing', () => {
    const nothing = { before: 0, after: 0, saved: 0, savedShare: 0 }
    const change = { element: 'fix', shorterBy: 1 } as const
    expect(whatIf(groupOf(), [change])).toEqual({
      ...nothing,
      business: null,
      elements: [],
      mean: null,
      unmatched: [change],
    })
  })

  it('names the changes that are about nothing there is', () => {
    const about = (change: LifeChange) => whatIf(case1, [change]).unmatched.length === 0
    expect(about({ element: 'documentation', shorterBy: 0.5 })).toBe(false)
    expect(about({ element: 'wait', party: 'sales', shorterBy: 0.5 })).toBe(false)
    expect(about({ element: 'investigation', fewerRepeats: 1, driver: 'reopened' })).toBe(false)
    expect(about({ element: 'investigation', fewerRepeats: 1, driver: 'toString' })).toBe(false)
    expect(about({ element: 'wait', party: 'vendor', fewerRepeats: 1 })).toBe(false)
    expect(about({ element: 'wait', party: 'vendor', fewerRepeats: 1, shorterBy: 0.1 })).toBe(true)
    expect(about({ element: 'wait', fewerRepeats: 1 })).toBe(true)
    expect(about({ element: 'investigation', fewerRepeats: 0, driver: 'recurrence' })).toBe(true)
    expect(about({ element: 'investigation' })).toBe(false)
  })

  it('takes shares from 0 to 1 and no others', () => {
    for (const share of [-0.1, 1.1, Number.NaN, '0.5']) {
      for (const key of ['shorterBy', 'fewerRepeats']) {
        const ask = () => whatIf(case1, [{ element: 'resolved', [key]: share }])
        expect(ask).toThrow(expect.objectContaining({ code: 'share-invalid' }))
      }
    }
  })
})
