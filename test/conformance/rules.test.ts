import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Condition, compileCondition } from '@holdfast/rules'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../check/command.ts'
import { DEVIATIONS, deviationsIn, exampleOf } from './rule-deviations.ts'
import { comparisonsOf, explainedComparisons } from './rule-trees.ts'
import { AT, differenceOf, EXECUTORS, groupsOf, vectors } from './rules.ts'

const asked = new Set<string>()
const told = new Set<string>()

describe.each(Object.entries(EXECUTORS).map(([name, executor]) => ({ name, ...executor })))(
  '$name answers as json-rules-engine 7.3.1',
  ({ answers, kinds }) => {
    it.each(groupsOf(kinds))('%s', async (_, members) => {
      const failures: unknown[] = []
      for (const vector of members) {
        asked.add(vector.id)
        const answer = await answers(vector)
        const deviations = deviationsIn(vector)
        for (const { name } of deviations) told.add(name)
        const difference =
          deviations.length === 0
            ? differenceOf(vector, answer)
            : !deviations.some(({ code }) => answer.refused?.includes(code)) && {
                deviations: deviations.map(({ name }) => name),
                answer,
              }
        if (difference !== undefined && difference !== false) {
          failures.push({ id: vector.id, difference })
        }
      }
      expect(failures).toEqual([])
    })
  },
)

it('leaves no vector out', () => {
  expect(asked.size).toBe(vectors.length)
  expect(vectors.length).toBeGreaterThan(400)
})

describe('what the stock engine takes is refused by name', () => {
  it.each(DEVIATIONS)('$name: $code', async (deviation) => {
    const example = exampleOf(deviation)
    expect(deviationsIn(example)).toEqual([deviation])
    const { answers } = EXECUTORS['a compiled rule set'] as (typeof EXECUTORS)[string]
    expect([...new Set((await answers(example)).refused)]).toEqual([deviation.code])
  })

  it('and stands in the README, each with its code', () => {
    const readme = readFileSync(join(ROOT, 'packages/rules/README.md'), 'utf8')
    const section = readme.split('## Deviations from the stock engine\n')[1]?.split('\n## ')[0]
    const rows = section?.split('\n').filter((line) => line.startsWith('| ')) ?? []
    expect(rows.slice(2)).toEqual(
      DEVIATIONS.map(({ name, reason, code }) => `| ${name} | ${reason} | \`${code}\` |`),
    )
  })
})

describe('a reason has every comparison of the stock engine with its results', () => {
  const trees = vectors.flatMap((vector) =>
    deviationsIn(vector).length > 0
      ? []
      : (vector.expect.trees ?? []).map((tree) => ({ vector, tree })),
  )

  it.each(trees)('$vector.id, $tree.name', ({ vector, tree }) => {
    const { rules = [], named = {}, facts } = vector
    const rule = rules.find(({ name }) => name === tree.name)
    const condition = compileCondition(rule?.conditions as Condition, {
      named: named as Record<string, Condition>,
    })
    const reason = condition.explain(facts, { at: AT })
    expect(explainedComparisons(reason, tree.conditions)).toEqual(comparisonsOf(tree.conditions))
  })
})
