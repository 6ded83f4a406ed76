import { fromYaml } from '@holdfast/kernel/source'
import { renderReason } from '@holdfast/kernel/text'
import { describe, expect, it } from 'vitest'
import {
  caseLifeTally,
  checkImprovementPlan,
  createImprovementPlan,
  explained,
  type ImprovementPlanDocument,
  improvementPlanJsonSchema,
  insightPhrases,
} from '../src/index.ts'
import { HOUR, lifeOf } from './some-lives.ts'

const DAY = 24 * HOUR

/** Forty hours: ten fixing, ten investigating in two iterations, twenty waiting for the customer in two. */
const life = lifeOf(
  [
    ['investigation', 4 * HOUR],
    ['wait customer', 15 * HOUR],
    ['investigation', 6 * HOUR, 'instructions'],
    ['wait customer', 5 * HOUR],
    ['fix', 10 * HOUR],
  ],
  { openedAt: 100 * DAY },
)

function planned(more: Partial<ImprovementPlanDocument>): ImprovementPlanDocument {
  return { id: 'shorter', version: 1, levels: ['team', 'department', 'company'], ...more }
}

type Lever = NonNullable<ImprovementPlanDocument['levers']>[number]

function lever(id: string, hours: number, more: Partial<Lever> = {}): Lever {
  return { id, level: 'team', changes: [{ element: 'fix', shorterBy: hours / 10 }], ...more }
}

function placesOf(levers: readonly Lever[], more: Partial<ImprovementPlanDocument> = {}) {
  const plan = createImprovementPlan(planned({ levers: [...levers], ...more }))
  return plan.levers(life).levers.map(({ id, placement }) => [id, ...Object.values(placement)])
}

describe('levers are placed', () => {
  it('by what they would save, the greatest first', () => {
    const levers = [lever('small', 1), lever('large', 5), lever('middle', 2)]
    expect(placesOf(levers).map(([id]) => id)).toEqual(['large', 'middle', 'small'])
  })

  it('as large from a twentieth of case life on, or the share that the plan says', () => {
    const levers = [lever('enough', 2), lever('little', 1.9)]
    expect(placesOf(levers).map(([, impact]) => impact)).toEqual(['large', 'small'])
    expect(placesOf(levers, { largeFrom: 0.04 }).map(([, impact]) => impact)).toEqual([
      'large',
      'large',
    ])
  })

  it('as near on the first level, or up to the one that the plan says', () => {
    const levers = ['team', 'department', 'company'].map((level, nth) =>
      lever(level, 3 - nth, { level }),
    )
    expect(placesOf(levers).map(([, , reach]) => reach)).toEqual(['near', 'far', 'far'])
    const plan = { nearUpTo: 'department' }
    expect(placesOf(levers, plan).map(([, , reach]) => reach)).toEqual(['near', 'near', 'far'])
  })

  it('of the same impact by the nearest level, then the least complexity, then by id', () => {
    const levers = [
      lever('e', 1),
      lever('d', 1, { complexity: 2 }),
      lever('a', 1, { level: 'company', complexity: 1 }),
      lever('c', 1, { complexity: 2 }),
      lever('b', 1, { complexity: 5 }),
      lever('f', 1, { level: 'department' }),
    ]
    expect(placesOf(levers).map(([id]) => id)).toEqual(['c', 'd', 'b', 'e', 'f', 'a'])
  })

  it('each by itself and all together, because they overlap', () => {
    const plan = createImprovementPlan(planned({ levers: [lever('a', 5), lever('b', 5)] }))
    const { levers, together, apart } = plan.levers(life)
    expect(levers.map(({ impact }) => impact.saved)).toEqual([5 * HOUR, 5 * HOUR])
    expect([together.saved, apart]).toEqual([7.5 * HOUR, 10 * HOUR])
  })

  it('in a group of cases by what a case would save in the mean', () => {
    const tally = caseLifeTally()
    tally.add(life)
    tally.add(lifeOf([['fix', 20 * HOUR]]))
    const answer = tally.report()
    if (!answer.ok) throw new Error('refused')
    const plan = createImprovementPlan(
      planned({ levers: [lever('macros', 5, { title: 'Macros', complexity: 3 })] }),
    )
    const [macros] = plan.levers(answer.groups[0] as (typeof answer.groups)[number]).levers
    expect(macros).toMatchObject({
      title: 'Macros',
      level: 'team',
      complexity: 3,
      impact: { saved: 15 * HOUR, savedShare: 0.25, mean: { saved: 7.5 * HOUR } },
    })
  })

  it('where there are none, nowhere', () => {
    const plan = createImprovementPlan(planned({}))
    expect(plan.levers(life)).toMatchObject({ levers: [], together: { saved: 0 }, apart: 0 })
  })
})

it('what was done is compared with what was before it', () => {
  const plan = createImprovementPlan(
    planned({
      levers: [lever('macros', 5)],
      interventions: [
        {
          id: 'began',
          at: '1970-04-01T00:00:00Z',
          window: 'PT480H',
          element: 'fix',
          lever: 'macros',
        },
        { id: 'later', at: '1971-04-01T00:00:00Z' },
      ],
    }),
  )
  const tally = plan.interventions({ fewCases: 1 })
  tally.add(life)
  expect(tally.report()).toMatchObject({
    ok: true,
    interventions: [
      { id: 'began', lever: 'macros', before: { cases: 0 }, after: { cases: 1, ended: 1 } },
      { id: 'later', lever: null, before: { cases: 0 }, after: { cases: 0 } },
    ],
  })
  const nothing = createImprovementPlan(planned({})).interventions().report()
  expect(nothing).toEqual({ ok: true, interventions: [] })
})

describe('a lever is explained', () => {
  const plan = createImprovementPlan(
    planned({
      levers: [
        lever('macros', 5),
        {
          id: 'forms',
          title: 'Better forms',
          level: 'department',
          complexity: 2,
          reason: 'Half of the questions are asked again',
          changes: [
            { element: 'wait', fewerRepeats: 0.5 },
            { element: 'investigation', fewerRepeats: 1, driver: 'instructions', shorterBy: 0.1 },
            { element: 'wait', party: 'vendor', shorterBy: 1 },
            { element: 'investigation', fewerRepeats: 1, driver: 'handOver' },
          ],
        },
      ],
    }),
  )
  const { value, reason } = explained(plan).levers(life)

  it('by each change: how long its element takes, how often, and what is assumed', () => {
    expect(value).toEqual(plan.levers(life))
    expect(reason.children.map(({ params }) => params['lever'])).toEqual(['forms', 'macros'])
    const [forms] = reason.children
    expect(forms?.params).toMatchObject({ saved: 10.5 * HOUR, impact: 'large', reach: 'far' })
    expect(forms?.children.map(({ code, params }) => [code, params])).toEqual([
      [
        'insight.leverChange',
        {
          element: 'wait',
          party: null,
          driver: null,
          elapsed: 20 * HOUR,
          iterations: 2,
          repeats: 1,
          meant: 1,
          shorterBy: null,
          fewerRepeats: 0.5,
        },
      ],
      [
        'insight.leverChange',
        {
          element: 'investigation',
          party: null,
          driver: 'instructions',
          elapsed: 10 * HOUR,
          iterations: 2,
          repeats: 1,
          meant: 1,
          shorterBy: 0.1,
          fewerRepeats: 1,
        },
      ],
      ['insight.leverChangeUnmatched', { element: 'wait', party: 'vendor', driver: null }],
      [
        'insight.leverChangeUnmatched',
        { element: 'investigation', party: null, driver: 'handOver' },
      ],
    ])
  })

  it('by the place in the plan that each reason rests on', () => {
    const sources = reason.children.map(({ source, children }) => [
      source,
      ...children.map((child) => child.source?.pointer),
    ])
    expect(sources).toEqual([
      [
        { document: 'shorter', version: 1, pointer: '/levers/1' },
        '/levers/1/changes/0',
        '/levers/1/changes/1',
        '/levers/1/changes/2',
        '/levers/1/changes/3',
      ],
      [{ document: 'shorter', version: 1, pointer: '/levers/0' }, '/levers/0/changes/0'],
    ])
    expect(reason.source?.pointer).toBe('')
  })

  it('in words', () => {
    const text = renderReason(reason, { timeZone: 'UTC', phrases: [insightPhrases] })
    expect(text.split('\n')).toHaveLength(8)
    expect(text).not.toMatch(/undefined|null|insight\./)
  })
})

describe('a plan is checked', () => {
  const source = (text: string) => fromYaml(text, { name: 'plan.yaml' })
  const problems = (text: string) =>
    checkImprovementPlan(source(text)).map(({ code, pointer, line }) => [code, pointer, line])

  it('as a whole: everything that is wrong is found at once, with its place', () => {
    const text = `
id: shorter
version: 1
levels: [team, department, team]
nearUpTo: departement
largeFrom: 2
levers:
  - id: forms
    level: company
    changes:
      - { element: fix, party: customer, shorterBy: 0.5 }
      - { element: wait, driver: handOver, shorterBy: 0.5 }
      - { element: wait, party: vendor }
      - { element: wait, shorterBy: 0, fewerRepeats: 0 }
      - { element: wait, shorterBy: 1.5 }
      - { element: thinking, party: customer, shorterBy: 0.5 }
  - id: forms
    level: team
    complexity: 6
    changes: []
interventions:
  - { id: a, at: 2026-03-01T09:00:00Z, window: P90D, lever: form }
  - { id: a, at: 2026-03-01, window: PT0S, party: vendor }
  - { id: b, at: 2026-03-01T09:00:00Z, window: -1, element: fix, party: vendor }
`
    expect(problems(text).toSorted((a, b) => Number(a[2]) - Number(b[2]))).toEqual([
      ['level-repeated', '/levels/2', 4],
      ['level-unknown', '/nearUpTo', 5],
      ['invalid-value', '/largeFrom', 6],
      ['level-unknown', '/levers/0/level', 9],
      ['party-unfit', '/levers/0/changes/0/party', 11],
      ['driver-unfit', '/levers/0/changes/1/driver', 12],
      ['change-empty', '/levers/0/changes/2', 13],
      ['change-empty', '/levers/0/changes/3', 14],
      ['invalid-value', '/levers/0/changes/4/shorterBy', 15],
      ['invalid-value', '/levers/0/changes/5/element', 16],
      ['lever-repeated', '/levers/1/id', 17],
      ['invalid-value', '/levers/1/complexity', 19],
      ['invalid-value', '/levers/1/changes', 20],
      ['duration-not-fixed', '/interventions/0/window', 22],
      ['lever-unknown', '/interventions/0/lever', 22],
      ['instant-invalid', '/interventions/1/at', 23],
      ['intervention-repeated', '/interventions/1/id', 23],
      ['window-invalid', '/interventions/1/window', 23],
      ['party-unfit', '/interventions/2/party', 24],
      ['window-invalid', '/interventions/2/window', 24],
    ])
    expect(() => createImprovementPlan(source(text))).toThrow(
      expect.objectContaining({ name: 'DocumentError' }),
    )
  })

  it('and what is right is not complained about', () => {
    const text = `
id: shorter
version: 1
format: holdfast/improvement-plan@1
levels: [team, department]
levers:
  - { id: forms, level: department, changes: [{ element: wait, party: customer, fewerRepeats: 1, driver: handOver }] }
interventions:
  - { id: new, at: 2026-03-01T09:00:00+01:00, window: 3600000, element: wait, party: customer, lever: forms }
`
    expect(problems(text)).toEqual([])
  })

  it('names what was most likely meant', () => {
    const [finding] = checkImprovementPlan(planned({ nearUpTo: 'departement' }))
    expect(finding?.didYouMean).toBe('department')
  })

  it('and what has no levels has no unknown ones', () => {
    const { levels: _, ...rest } = planned({ nearUpTo: 'team', levers: [lever('a', 1)] })
    const codes = checkImprovementPlan(rest as ImprovementPlanDocument).map(({ code }) => code)
    expect(codes).toEqual(['missing'])
    expect(checkImprovementPlan(5 as unknown as ImprovementPlanDocument)).toHaveLength(1)
  })

  it('for names of people, of which there are none in a plan', () => {
    const found = checkImprovementPlan(
      planned({
        levels: ['team', 'person:ada'],
        levers: [
          {
            id: 'person:bob',
            title: 'person:bob',
            level: 'person:ada',
            changes: [
              { element: 'wait', party: 'person:eve', fewerRepeats: 1, driver: 'person:eve' },
            ],
          },
        ],
        interventions: [
          {
            id: 'person:bob',
            title: 'person:bob',
            at: '2026-03-01T09:00:00Z',
            element: 'wait',
            party: 'person:eve',
          },
        ],
      }),
    )
    expect(found.map(({ code, pointer }) => [code, pointer])).toEqual(
      [
        '/levels/1',
        '/levers/0/id',
        '/levers/0/title',
        '/levers/0/changes/0/party',
        '/levers/0/changes/0/driver',
        '/interventions/0/id',
        '/interventions/0/title',
        '/interventions/0/party',
      ].map((pointer) => ['ranking-people', pointer]),
    )
  })
})

describe('a plan', () => {
  it('is not changed by what happens to its document', () => {
    const document = planned({ levers: [lever('macros', 5)] })
    const plan = createImprovementPlan(document)
    Object.assign(document.levers?.[0]?.changes[0] ?? {}, { shorterBy: 1 })
    expect(plan.levers(life).together.saved).toBe(5 * HOUR)
    expect(plan.id).toBe('shorter')
    expect(Object.isFrozen(plan.document)).toBe(true)
  })

  it('has a JSON Schema for editors', () => {
    expect(improvementPlanJsonSchema()).toMatchObject({
      type: 'object',
      required: ['id', 'version', 'levels'],
      additionalProperties: false,
    })
  })
})
