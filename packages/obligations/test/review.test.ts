import type { Mark } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import { createObligation, explained } from '../src/index.ts'
import { at, deps, mark, only, read, solution, submitted } from './desk.ts'

describe('what comes after the instant asked at', () => {
  const anything = solution({
    start: { any: [{ condition: 'offered' }, { condition: 'submitted' }] },
  })
  const told = (marks: readonly Mark[]) => only(read(anything, marks, 'Mon 10:00'))
  const offered = mark('offered', 'Mon 09:00', { about: 'offer:o1' })

  it('makes nothing that happened before it inconsistent', () => {
    const later = [offered, submitted('Mon 11:00')]
    expect(told(later)).toEqual(told([offered]))
    expect(told(later).problems).toEqual([])
    expect(only(read(anything, later, 'Mon 11:00')).problems).toMatchObject([
      { code: 'inconsistent-history', marks: [offered.id] },
    ])
  })

  it('does not say what request it is about', () => {
    const { about } = told([offered, submitted('Mon 11:00')])
    expect(about).toBe('offer:o1')
    const others = [submitted('Mon 09:00'), submitted('Mon 11:00', { about: 'request:8' })]
    expect(told(others)).toEqual(told(others.slice(0, 1)))
  })

  it('is not explained either', () => {
    const telling = explained(createObligation(anything, deps))
    const later = [offered, submitted('Mon 11:00')]
    expect(telling.read(later, at('Mon 10:00'))).toEqual(telling.read([offered], at('Mon 10:00')))
  })
})

it('several versions from one instant wake once, as the one that holds', () => {
  const obligation = createObligation(solution(), deps)
  const from = at('Tue 09:00')
  const versions = [
    { from, terms: null, onChange: 'retroactive' },
    { from, terms: obligation, onChange: 'fromChange' },
    { from, terms: obligation, onChange: 'retroactive' },
  ] as const
  const found = obligation.wakeups([submitted('Mon 09:00')], at('Mon 10:00'), { versions })
  expect(found.filter(({ purpose }) => purpose === 'change')).toMatchObject([
    { at: from, source: 'solution' },
  ])
})
