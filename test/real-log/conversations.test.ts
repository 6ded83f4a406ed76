import type { LogMappingDocument } from '@holdfast/event-log'
import { type CaseLifeGroup, caseLifeTally, decomposeCaseLife } from '@holdfast/insight'
import type { Instant, Mark } from '@holdfast/kernel'
import { createSlaPolicy, type SlaState } from '@holdfast/sla'
import { beforeAll, describe, expect, it } from 'vitest'
import { CONVERSATIONS, conversationLog } from './conversations.ts'
import { casesOf } from './incident-log.ts'

const HOUR = 3_600_000
const WEEK = 168 * HOUR

const elapsed = { counts: 'elapsedTime' } as const

const policy = createSlaPolicy(
  {
    id: 'conversations',
    version: 1,
    agreements: [
      {
        id: 'all',
        kind: 'sla',
        debtor: 'team:desk',
        creditor: 'role:reporters',
        targets: [
          { metric: 'firstResponse', within: 'PT1H', clock: elapsed },
          { metric: 'periodicUpdate', within: 'PT168H', clock: elapsed },
        ],
      },
    ],
  },
  { calendars: {} },
)

/** How an issue stands at its last comment, when every message counts as a person's, and when machines' do not. */
interface Issue {
  readonly comments: readonly Mark[]
  readonly taken: readonly SlaState[]
  readonly human: readonly SlaState[]
}

/** Whether somebody who did not report the issue wrote it for all to read. */
const isPublicAnswer = ({ by, audience }: Mark) =>
  audience === 'public' && by?.startsWith('customer:') === false

describe.skipIf(!conversationLog.isThere)('360 conversations of a real help desk', () => {
  let issues: readonly Issue[] = []
  let lives: Readonly<Record<'asPeople' | 'human', CaseLifeGroup>>

  beforeAll(async () => {
    const [asPeople, human] = await Promise.all([
      historiesOf(CONVERSATIONS.asPeople),
      historiesOf(CONVERSATIONS.human),
    ])
    issues = human.map((marks, nth) => {
      const { at } = marks.at(-1) as Mark
      return {
        comments: marks.filter(({ type }) => type === 'message'),
        taken: policy.read(asPeople[nth] ?? [], at).states,
        human: policy.read(marks, at).states,
      }
    })
    lives = { asPeople: livesOf(asPeople), human: livesOf(human) }
  })

  const answersTo = ({ comments }: Issue): readonly Instant[] =>
    comments.filter(isPublicAnswer).map(({ at }) => at)
  const firstOf = (states: readonly SlaState[]) =>
    states.find(({ metric }) => metric === 'firstResponse') as SlaState
  const lateUpdates = (states: readonly SlaState[]) =>
    states.filter(
      ({ metric, life, breachedAt }) =>
        metric === 'periodicUpdate' && life === 'fulfilled' && breachedAt !== null,
    )

  it('hold 7,286 comments', () => {
    expect(issues).toHaveLength(360)
    expect(issues.flatMap(({ comments }) => comments)).toHaveLength(7286)
  })

  it('hold a policy that a machine writes for all to read, on all issues but three', () => {
    const isWritten = ({ automatic }: Mark) => automatic === true
    const written = issues.filter(({ comments }) => comments.some(isWritten))
    expect(written).toHaveLength(357)
    const all = written.flatMap(({ comments }) => comments.filter(isWritten))
    expect(all).toHaveLength(357)
    expect(all.every(isPublicAnswer)).toBe(true)
  })

  it('are all answered within 0.153 hours, if what a machine writes is an answer', () => {
    const first = issues.map(({ taken }) => firstOf(taken))
    expect(first.every(({ life }) => life === 'fulfilled')).toBe(true)
    expect(Math.max(...first.map(({ used }) => used))).toBe(548_000)
  })

  it('have a first answer by a person, and that is what counts', () => {
    const first = issues.map(({ human }) => firstOf(human))
    const byHand = issues.map(({ comments }) =>
      comments.find((comment) => isPublicAnswer(comment) && comment.automatic === false),
    )
    expect(first.map(({ fulfilledAt }) => fulfilledAt)).toEqual(
      byHand.map((one) => one?.at ?? null),
    )
    const answered = first.filter(({ life }) => life === 'fulfilled')
    const late = answered.filter(({ breachedAt }) => breachedAt !== null)
    const used = answered.map((state) => state.used).toSorted((a, b) => a - b)
    const median = Math.round((used[used.length >> 1] as number) / 60_000)
    const p90 = Math.round((used[Math.floor(used.length * 0.9)] as number) / 60_000)
    expect([answered.length, late.length]).toEqual([355, 39])
    expect([median, p90]).toEqual([2, 87])
  })

  it('have, in 175 of the 355 with two public answers or more, a silence of over a week: 49.3 %', () => {
    const silent = issues.filter((issue) => {
      const at = answersTo(issue)
      return at.some((instant, nth) => nth > 0 && instant - (at[nth - 1] as number) > WEEK)
    })
    const late = issues.filter(({ taken }) => lateUpdates(taken).length > 0)
    const several = issues.filter((issue) => answersTo(issue).length > 1)
    expect(late).toEqual(silent)
    expect([late.length, several.length]).toEqual([175, 355])
    expect(Math.round((1000 * late.length) / several.length) / 10).toBe(49.3)
  })

  it('go on being late for every further week of a silence', () => {
    for (const issue of issues) {
      const at = answersTo(issue)
      const gaps = at.slice(1).map((instant, nth) => instant - (at[nth] as number))
      const missed = gaps.filter((gap) => gap > WEEK).map((gap) => Math.ceil(gap / WEEK) - 2)
      expect(lateUpdates(issue.taken).map((state) => state.missed)).toEqual(missed)
    }
  })

  it('have fewer silences between persons, for some begin with what a machine wrote', () => {
    const late = issues.filter(({ human }) => lateUpdates(human).length > 0)
    const alike = late.filter(({ taken }) => lateUpdates(taken).length > 0)
    expect([late.length, alike.length]).toEqual([172, 172])
  })

  it('are silent for over a week in the lives of as many issues: 175 of 355, and 172 of 335 between persons', () => {
    expect([lives.asPeople.silent, lives.human.silent]).toEqual([
      { cases: 175, of: 355 },
      { cases: 172, of: 335 },
    ])
  })

  it('go 1.0 days from one public answer to the next in the median, and 11.9 at the 90th percentile', () => {
    const gaps = issues
      .flatMap((issue) => {
        const at = answersTo(issue)
        return at.slice(1).map((instant, nth) => instant - (at[nth] as number))
      })
      .toSorted((a, b) => a - b)
    const days = (percent: number) =>
      Math.round((gaps[Math.ceil((percent * gaps.length) / 100) - 1] as number) / (2.4 * HOUR)) / 10
    expect([days(50), days(90)]).toEqual([1, 11.9])
  })
})

async function historiesOf(mapping: LogMappingDocument): Promise<readonly (readonly Mark[])[]> {
  const { cases } = await casesOf(conversationLog.path, mapping)
  return cases.map(({ marks }) => marks)
}

function livesOf(histories: readonly (readonly Mark[])[]): CaseLifeGroup {
  const tally = caseLifeTally({ silentAfter: WEEK })
  for (const marks of histories) tally.add(decomposeCaseLife(marks))
  const answer = tally.report()
  return (answer.ok ? answer.groups[0] : undefined) as CaseLifeGroup
}
