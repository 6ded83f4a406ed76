import { createSlaPolicy, type SlaState } from '@holdfast/sla'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  automaticBeginnings,
  beginningOf,
  type Comment,
  isPublicAnswer,
  issuesOf,
  marksOf,
} from './conversations.ts'
import { dataFile } from './data-file.ts'

const file = dataFile('helpdesk-conversations-abdellatif2025.csv.gz')

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
  readonly comments: readonly Comment[]
  readonly taken: readonly SlaState[]
  readonly human: readonly SlaState[]
}

describe.skipIf(!file.isThere)('360 conversations of a real help desk', () => {
  let issues: readonly Issue[] = []
  let automatic: ReadonlySet<string> = new Set()

  beforeAll(() => {
    const all = issuesOf(file.text())
    automatic = automaticBeginnings(all)
    const isAutomatic = (comment: Comment) => automatic.has(beginningOf(comment))
    issues = all.map((comments) => {
      const { at } = comments.at(-1) as Comment
      const read = (is: (comment: Comment) => boolean) =>
        policy.read(marksOf(comments, is), at).states
      return { comments, taken: read(() => false), human: read(isAutomatic) }
    })
  })

  const publicAnswers = ({ comments }: Issue) => comments.filter(isPublicAnswer)
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

  it('know one text that a machine writes, a policy on all issues but three', () => {
    const written = issues
      .flatMap(({ comments }) => comments)
      .filter((comment) => automatic.has(beginningOf(comment)))
    expect(automatic.size).toBe(1)
    expect(written).toHaveLength(357)
    expect(written.every(isPublicAnswer)).toBe(true)
  })

  it('are all answered within 0.153 hours, if what a machine writes is an answer', () => {
    const first = issues.map(({ taken }) => firstOf(taken))
    expect(first.every(({ life }) => life === 'fulfilled')).toBe(true)
    expect(Math.max(...first.map(({ used }) => used))).toBe(548_000)
  })

  it('have a first answer by a person, and that is what counts', () => {
    const first = issues.map(({ human }) => firstOf(human))
    const byHand = issues.map((issue) =>
      publicAnswers(issue).find((comment) => !automatic.has(beginningOf(comment))),
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
      const at = publicAnswers(issue).map((comment) => comment.at)
      return at.some((instant, nth) => nth > 0 && instant - (at[nth - 1] as number) > WEEK)
    })
    const late = issues.filter(({ taken }) => lateUpdates(taken).length > 0)
    const several = issues.filter((issue) => publicAnswers(issue).length > 1)
    expect(late).toEqual(silent)
    expect([late.length, several.length]).toEqual([175, 355])
    expect(Math.round((1000 * late.length) / several.length) / 10).toBe(49.3)
  })

  it('go on being late for every further week of a silence', () => {
    for (const { taken, comments } of issues) {
      const at = comments.filter(isPublicAnswer).map((comment) => comment.at)
      const gaps = at.slice(1).map((instant, nth) => instant - (at[nth] as number))
      const missed = gaps.filter((gap) => gap > WEEK).map((gap) => Math.ceil(gap / WEEK) - 2)
      expect(lateUpdates(taken).map((state) => state.missed)).toEqual(missed)
    }
  })

  it('have fewer silences between persons, for some begin with what a machine wrote', () => {
    const late = issues.filter(({ human }) => lateUpdates(human).length > 0)
    const alike = late.filter(({ taken }) => lateUpdates(taken).length > 0)
    expect([late.length, alike.length]).toEqual([172, 172])
  })
})
