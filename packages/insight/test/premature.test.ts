import type { Mark } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import { type CaseLife, decomposeCaseLife, prematureResolutions } from '../src/index.ts'

const DAY = 86_400_000

/** A case opened on one day and resolved on another. */
function life(
  id: string,
  opened: number,
  resolved: number | undefined,
  facts: Mark['facts'] = {},
  more: readonly (readonly [Mark['type'], number])[] = [],
): CaseLife {
  const about = `request:${id}`
  const moments = [...(resolved === undefined ? [] : [['resolved', resolved] as const]), ...more]
  return decomposeCaseLife([
    { id: 'opened', at: opened * DAY, type: 'submitted', about, facts },
    ...moments.map(([type, day]): Mark => ({ id: `${type}${day}`, at: day * DAY, type, about })),
  ])
}

const signs = (found: ReturnType<typeof prematureResolutions>) =>
  found.map(({ about, sign, next, shownAt }) => [about, sign, next, shownAt / DAY])

describe('a resolution was premature', () => {
  it('when the case is reopened within two weeks, each time', () => {
    const reopened = life('1', 0, 1, {}, [
      ['reopened', 15],
      ['resolved', 16],
      ['reopened', 31],
      ['resolved', 32],
      ['reopened', 33],
    ])
    expect(signs(prematureResolutions([reopened]))).toEqual([
      ['request:1', 'reopened', null, 15],
      ['request:1', 'reopened', null, 33],
    ])
    expect(signs(prematureResolutions([reopened], { within: 'PT360H' }))).toHaveLength(3)
  })

  it('when a later case says that it follows up on it', () => {
    const cases = [
      life('2', 3, 4, { followUpOf: 'request:1' }),
      life('1', 0, 2),
      life('3', 30, 31, { followUpOf: 'request:1' }),
      life('4', 1, 5, { followUpOf: 'request:1' }),
      life('5', 3, 5, { followUpOf: 'request:unknown' }),
    ]
    expect(signs(prematureResolutions(cases))).toEqual([['request:1', 'followUp', 'request:2', 3]])
  })

  it('also when that case is named as its log names it', () => {
    const cases = [life('1', 0, 2), life('2', 3, 4, { followUpOf: '1' }), life('undefined', 1, 2)]
    expect(signs(prematureResolutions(cases))).toEqual([['request:1', 'followUp', 'request:2', 3]])
    const numbered = [life('1', 0, 2), life('2', 3, 4, { followUpOf: 1 })]
    expect(prematureResolutions(numbered)).toHaveLength(1)
  })

  it('perhaps when the same matter comes up again, and then the last of its cases', () => {
    const ada = { customer: 'customer:ada', category: 'mail' }
    const cases = [
      life('1', 0, 1, ada),
      life('2', 2, 3, ada),
      life('3', 9, undefined, ada),
      life('4', 9, 10, { ...ada, category: 'print' }),
      life('5', 9, 10, { category: 'mail' }),
    ]
    expect(prematureResolutions(cases)).toEqual([])
    const matter = ['customer', 'category']
    expect(signs(prematureResolutions(cases, { matter }))).toEqual([
      ['request:1', 'sameMatter', 'request:2', 2],
      ['request:2', 'sameMatter', 'request:3', 9],
    ])
  })

  it('by the stronger sign, when there are two', () => {
    const cases = [
      life('1', 0, 1, { category: 'mail' }),
      life('2', 0, 2, { category: 'mail' }),
      life('3', 3, 4, { category: 'mail', followUpOf: 'request:1' }),
      life('4', 40, 41, { category: 'mail', followUpOf: 'request:1' }),
    ]
    expect(signs(prematureResolutions(cases, { matter: ['category'] }))).toEqual([
      ['request:1', 'followUp', 'request:3', 3],
    ])
  })

  it('and never by the case itself', () => {
    const atOnce = life('1', 5, 5, { category: 'mail' })
    expect(prematureResolutions([atOnce], { matter: ['category'] })).toEqual([])
    const cases = [life('0', 0, 5, { category: 'mail' }), atOnce]
    expect(signs(prematureResolutions(cases, { matter: ['category'] }))).toEqual([
      ['request:0', 'sameMatter', 'request:1', 5],
    ])
  })

  it('whatever the order of the cases', () => {
    const mail = { category: 'mail' }
    const cases = [life('1', 0, 1, mail), life('2', 2, 3, mail), life('3', 2, 9, mail)]
    const options = { matter: ['category'] }
    expect(prematureResolutions(cases.toReversed(), options)).toEqual(
      prematureResolutions(cases, options),
    )
  })
})
