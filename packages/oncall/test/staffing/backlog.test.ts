import { describe, expect, it } from 'vitest'
import { type BacklogTerms, peopleForBacklog, timeToClear } from '../../src/index.ts'
import { codesOf, faultsOf } from './reasons.ts'

const HOUR = 3_600_000

/** 24 tickets in a working day of eight hours, half an hour each: one person and a half. */
const desk: BacklogTerms = { arrivals: 24, interval: 'PT8H', handleTime: 'PT30M', backlog: 0 }
const behind: BacklogTerms = { ...desk, backlog: 80 }

describe('people for a backlog', () => {
  it('keep up where nothing waits', () => {
    expect(peopleForBacklog({ ...desk, within: 'PT8H' })).toMatchObject({
      people: 2,
      peopleToKeepUp: 2,
      work: 12 * HOUR,
    })
  })

  it('are more, the sooner it is to be cleared', () => {
    const people = (within: string) => peopleForBacklog({ ...behind, within }).people
    // 40 hours of backlog in a week of 40 hours are one person more than the one and a half.
    expect([people('PT400H'), people('PT40H'), people('PT8H')]).toEqual([2, 3, 7])
  })

  it('are fewer where each works on several at a time, and more where some are away', () => {
    const people = (terms: object) =>
      peopleForBacklog({ ...behind, within: 'PT8H', ...terms }).people
    expect(people({ concurrency: 3 })).toBe(3)
    expect(people({ shrinkage: 0.35 })).toBe(10)
    expect(people({ concurrency: 3, shrinkage: 0.35 })).toBe(4)
  })

  it('are none where there is nothing to do', () => {
    expect(peopleForBacklog({ ...desk, arrivals: 0, within: 'PT8H' }).people).toBe(0)
  })

  it('come with what they rest on', () => {
    const { reason } = peopleForBacklog({ ...behind, within: 'PT8H', shrinkage: 0.35 })
    expect(codesOf(reason)).toEqual([
      'oncall.backlogPeople',
      'oncall.offeredLoad',
      'oncall.backlogWaiting',
      'oncall.backlogPace',
    ])
    expect(faultsOf([reason])).toEqual([])
  })
})

describe('how long a backlog lasts', () => {
  it('is what is left after new work is done', () => {
    const lasts = (people: number) => {
      const answer = timeToClear({ ...behind, people })
      return answer.ok && answer.lasts / HOUR
    }
    // Two people have half a person for 40 hours of backlog.
    expect([lasts(2), lasts(4), lasts(7)]).toEqual([80, 16, expect.closeTo(7.27, 2)])
  })

  it('is no time where nothing waits, however few there are', () => {
    expect(timeToClear({ ...desk, people: 0 })).toMatchObject({ ok: true, lasts: 0 })
  })

  it('is for ever where people do not get ahead of what comes in, and that is refused', () => {
    const answer = timeToClear({ ...behind, arrivals: 32, people: 2 })
    expect(answer).toMatchObject({
      ok: false,
      refusal: {
        code: 'backlog-grows',
        params: { people: 2, load: 2 },
        nextSteps: [{ code: 'oncall.backlogMorePeople', params: { people: 3 } }],
      },
    })
    if (answer.ok) return
    expect(faultsOf([...answer.refusal.reasons, ...answer.refusal.nextSteps])).toEqual([])
  })

  it('comes with what it rests on', () => {
    const answer = timeToClear({ ...behind, people: 3 })
    expect(answer.ok && faultsOf([answer.reason])).toEqual([])
  })
})

it.each([
  [{ backlog: -1 }, 'backlog-invalid'],
  [{ backlog: 1e300 }, 'people-out-of-range'],
  [{ concurrency: 0 }, 'concurrency-invalid'],
  [{ concurrency: 1.5 }, 'concurrency-invalid'],
  [{ shrinkage: 1 }, 'shrinkage-invalid'],
  [{ within: 0 }, 'within-invalid'],
  [{ handleTime: 0 }, 'handle-time-invalid'],
])('a backlog that means nothing is refused: %j, %s', (terms, code) => {
  expect(() => peopleForBacklog({ ...behind, within: 'PT8H', ...terms })).toThrow(
    expect.objectContaining({ code }),
  )
})

it('a part of a person is refused', () => {
  expect(() => timeToClear({ ...behind, people: 1.5 })).toThrow(
    expect.objectContaining({ code: 'people-invalid' }),
  )
})
