import {
  createRuleSet,
  decisionRecord,
  diffRuleSets,
  explained,
  type RuleSet,
  type RuleSetDocument,
  runTests,
} from '@holdfast/rules'
import type { Answer } from './answer.ts'
import { moments, ZONES } from './moments.ts'

/** Decisions with dates in each hard zone, with their reasons; what the analysis finds; what an edit changes. */
export function* rulesAnswers(): Generator<Answer> {
  for (const timeZone of ZONES) yield* asked(createRuleSet(triage(timeZone, 100)))
  const [before, after] = [100, 200].map((users) => createRuleSet(triage('UTC', users)))
  if (before === undefined || after === undefined) return
  const year = { from: '2027-01-01T00:00:00Z', to: '2028-01-01T00:00:00Z' }
  yield ['findings', before.check(year)]
  yield ['difference', diffRuleSets(before, after)]
  yield ['tests', runTests(before, { at: year.from })]
}

/** Rules that come into effect on local dates, and ask for texts, dates and lists. */
function triage(timeZone: string, users: number): RuleSetDocument {
  const many = { fact: 'users', operator: 'greaterThan', value: users }
  return {
    id: `triage in ${timeZone}`,
    version: 1,
    timeZone,
    actions: { assign: { hitPolicy: 'first' }, notify: { hitPolicy: 'collect' } },
    conditions: {
      outage: { any: [{ fact: 'subject', operator: 'textContainsAny', value: ['ISTANBUL', 'ß'] }] },
    },
    rules: [
      {
        id: 'old',
        effective: { from: '2011-12-30', to: '2020-10-04' },
        conditions: { all: [{ fact: 'openedAt', operator: 'dateOlderThan', value: 'PT12H' }] },
        event: { type: 'notify' },
        tests: [{ facts: { openedAt: 0 }, at: '2015-01-01T00:00:00Z' }],
      },
      {
        id: 'large',
        conditions: { all: [many, { not: { condition: 'outage' } }] },
        event: { type: 'assign', params: { team: 'a' } },
      },
      {
        id: 'tagged',
        conditions: { any: [{ fact: 'tags', operator: 'contains', value: 'x' }, many] },
        event: { type: 'assign', params: { team: 'b' } },
      },
    ],
  }
}

function* asked(ruleSet: RuleSet): Generator<Answer> {
  for (const at of moments(6)) {
    const facts = {
      subject: at % 2 === 0 ? 'istanbul' : 'STRASSE',
      openedAt: at - 40_000_000 - (at % 7) * 1_000_000,
      users: at % 211,
      tags: at % 3 === 0 ? ['x'] : [],
    }
    const { value, reason } = explained(ruleSet).evaluate(facts, { at })
    yield [
      `${ruleSet.id}, ${at}`,
      { record: decisionRecord(ruleSet, facts, value, { at }), reason },
    ]
  }
  const facts = { subject: 'quiet', users: 3, tags: [], openedAt: 0 }
  yield [`${ruleSet.id}, why not`, ruleSet.whyNot('tagged', facts, { at: 0 })]
}
