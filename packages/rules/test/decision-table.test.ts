import { checkRuleSet, type RuleSetDocument } from '@holdfast/rules'
import { describe, expect, it } from 'vitest'
import { triage, vocabulary } from './desk.ts'
import { told } from './expectations.ts'

const typed = { vocabulary }

/** What is found when parts of a sound rule set are replaced, facts being those of the vocabulary. */
function found(parts: object) {
  return checkRuleSet(triage(parts as Partial<RuleSetDocument>), typed).map(told)
}

describe('a decision table', () => {
  const table = (columns: object[], ...rows: unknown[][]) =>
    found({
      tables: [
        { id: 't', action: 'assign', columns, rows: rows.map((when) => ({ when, params: {} })) },
      ],
    })

  it('has a cell for each column', () => {
    expect(table([{ fact: 'vip' }], [true, false], [])).toEqual([
      'error row-length /tables/0/rows/0/when',
      'error row-length /tables/0/rows/1/when',
    ])
  })

  it('tells what is wrong with a cell at the cell', () => {
    expect(table([{ fact: 'severity' }], ['P7'], [['P1', 'p2']], [{ notEqual: 'P9' }])).toEqual([
      'error enum-unknown /tables/0/rows/0/when/0 P1',
      'error enum-unknown /tables/0/rows/1/when/0/1 P2',
      'error enum-unknown /tables/0/rows/2/when/0/notEqual P1',
    ])
    expect(
      table([{ fact: 'users' }], [{ moreThan: 3 }], [{ lessThan: 3, textLike: '3*' }]),
    ).toEqual([
      'error operator-unknown /tables/0/rows/0/when/0/moreThan',
      'error operator-type /tables/0/rows/1/when/0/textLike',
    ])
  })

  it('tells what is wrong with a column once, also where no row asks for it', () => {
    const unknown = ['error fact-unknown /tables/0/columns/0/fact severity']
    expect(table([{ fact: 'severty' }], ['P1'], ['P2'])).toEqual(unknown)
    expect(table([{ fact: 'severty' }], ['-'])).toEqual(unknown)
    expect(table([{ fact: 'severty' }])).toEqual(unknown)
    expect(table([{ fact: 'contract', path: '$.levl' }], ['a'], ['b'])).toEqual([
      'error path-unknown /tables/0/columns/0/path level',
    ])
    expect(table([{ fact: 'contract', path: '$..a' }], ['a'], ['b'])).toEqual([
      'error path-invalid /tables/0/columns/0/path',
    ])
  })

  it('has no cell that compares with nothing', () => {
    expect(table([{ fact: 'vip' }], [{}])).toEqual(['error cell-empty /tables/0/rows/0/when/0'])
  })
})
