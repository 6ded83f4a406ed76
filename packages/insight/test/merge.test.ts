import { describe, expect, it } from 'vitest'
import { caseLifeTally, interventionTally } from '../src/index.ts'
import { easy, hard } from './counted-lives.ts'

const tallies = {
  lives: () => caseLifeTally({ by: 'priority' }),
  interventions: () => interventionTally([{ id: 'forms', at: easy.openedAt }], { by: 'priority' }),
}

/** How merging a partial count ends in which one place, such as `groups/0/key`, holds another value. */
function merging(kind: keyof typeof tallies, path: string, value: unknown): string {
  const tally = tallies[kind]()
  for (const life of [hard, easy]) tally.add(life)
  const before = JSON.stringify(tally.partial())
  const partial = changed(JSON.parse(before), path.split('/'), value) as never
  try {
    tally.merge(partial)
    return 'merged'
  } catch (error) {
    const isUnchanged = JSON.stringify(tally.partial()) === before
    return `${(error as { readonly code?: string }).code}${isUnchanged ? '' : ', half merged'}`
  }
}

function changed(whole: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined || key === '') return value === undefined ? whole : value
  const copy = (Array.isArray(whole) ? [...whole] : { ...(whole as object) }) as Record<
    string,
    unknown
  >
  copy[key] = rest.length === 0 ? value : changed(copy[key], rest, value)
  return copy
}

const SUMS = 'groups/0/figures/sums'
const LIFE = 'groups/0/figures/distributions/life'

describe('a partial count from elsewhere', () => {
  it('is merged as it was counted', () => {
    expect(merging('lives', '', undefined)).toBe('merged')
    expect(merging('interventions', '', undefined)).toBe('merged')
  })

  it.each([
    ['nothing', '', null],
    ['no groups', 'groups', undefined],
    ['no list of groups', 'groups', {}],
    ['a group of nothing', 'groups/2', null],
    ['a key of another length', 'groups/0/key', []],
    ['a key that is no text', 'groups/0/key', [{}]],
    ['a key that is a person', 'groups/0/key', ['person:ada']],
    ['a group twice', 'groups/1/key', ['P1']],
    ['no figures', 'groups/1/figures', undefined],
    ['a sum below zero', `${SUMS}/cases`, '-5'],
    ['a sum that is a number', `${SUMS}/cases`, 5],
    ['an element that has no name', `${SUMS}/elapsed {`, '5'],
    ['an element of a person', `${SUMS}/elapsed ["wait","person:ada"]`, '5'],
    ['a broken group after a sound one', 'groups/1/figures/sums/cases', 'x'],
    ['no values', `${LIFE}/values`, []],
    ['a value that is none', `${LIFE}/values`, [5]],
    ['a value below zero', `${LIFE}/values`, [[-5, 1]]],
    ['a value that is a text', `${LIFE}/values`, [['5', 1]]],
    ['half a case', `${LIFE}/values`, [[5, 0.5]]],
    ['a value of no cases', `${LIFE}/values`, [[5, 0]]],
    ['more than a value and a count', `${LIFE}/values`, [[5, 1, 1]]],
    ['another sum than its values', `${LIFE}/sum`, '7'],
    ['no least value', `${LIFE}/min`, null],
    ['a value beyond the greatest', `${LIFE}/max`, 1],
    ['a value below the least', `${LIFE}/min`, 1e12],
    ['nothing that says whether it is exact', `${LIFE}/isExact`, 1],
  ])('is refused whole where it has %s', (_, path, value) => {
    expect(merging('lives', path, value)).toBe('partial-invalid')
  })

  it.each([
    ['sides', null],
    ['sides/0', null],
    ['sides/0/before', null],
    ['sides/0/after', 'x'],
    ['sides/0/after/element', null],
    ['sides/0/after/whole', null],
    ['sides/0/after/groups/groups', null],
  ])('is refused whole by interventions where %s is %s', (path, value) => {
    expect(merging('interventions', path, value)).toBe('partial-invalid')
  })

  it('is of the same question on each side', () => {
    expect(merging('interventions', 'sides', [])).toBe('partial-differs')
    expect(merging('interventions', 'sides/0/after/whole/question', 'x')).toBe('partial-differs')
    expect(merging('lives', 'format', undefined)).toBe('partial-differs')
  })
})
