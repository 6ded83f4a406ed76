import { describe, expect, it } from 'vitest'
import { at, nextStepsOf, refusalOf } from './task-story.ts'
import { context, incidentStory, type Story } from './told-story.ts'

const quick = { type: 'quickTask', by: 'person:ada', what: 'Create a user', minutes: 5 } as const

function told(affects: readonly ('team:sales' | 'team:support' | 'person:ada' | 'person:sal')[]) {
  const story = incidentStory()
  story.tell(at, { ...quick, affects })
  return whoIsTold(story)
}

function whoIsTold({ notices }: Story): readonly string[] {
  return notices.filter(({ code }) => code === 'requests.notice.quickTaskDone').map(({ to }) => to)
}

describe('a quick task', () => {
  it('is done at once, and is part of the history without the customer seeing it', () => {
    const story = incidentStory()
    story.tell(at, quick)
    expect(story.events.at(-1)).toMatchObject({
      type: 'quickTaskDone',
      what: 'Create a user',
      minutes: 5,
    })
    expect(story.events.at(-1)).not.toHaveProperty('affects')
    expect(story.state.tasks).toEqual([])
    expect(story.state.marks.at(-1)).toMatchObject({ type: 'message', audience: 'internal' })
  })

  it('tells every team whose area it touches once, and not the own one of who did it', () => {
    expect(told(['team:sales', 'team:support', 'team:sales'])).toEqual(['team:sales'])
    expect(told(['person:ada', 'person:sal'])).toEqual(['person:sal'])
    expect(told([])).toEqual([])
  })

  it('tells everybody but the actor where nobody knows who belongs to whom', () => {
    const { lifecycles } = context
    const story = incidentStory({ lifecycles })
    story.tell(at, { ...quick, affects: ['team:support', 'person:ada'] })
    expect(whoIsTold(story)).toEqual(['team:support'])
  })

  it('takes ten minutes and no more', () => {
    const story = incidentStory()
    expect(story.refusalOf(at, { ...quick, minutes: 10 })).toBeUndefined()
    const refused = refusalOf(story, { ...quick, minutes: 10.5 })
    expect(refused).toMatchObject({
      code: 'quick-task-too-long',
      params: { minutes: 10.5, limit: 10 },
    })
    expect(nextStepsOf(refused)).toEqual(['requests.next.addTask'])
  })

  it('takes as long as its lifecycle lets it', () => {
    const incident = context.lifecycles['incident']
    if (incident === undefined) return expect.fail('incidents are shipped')
    const document = { ...incident.document, quickTaskMinutes: 3 }
    const story = incidentStory({ ...context, lifecycles: { incident: { ...incident, document } } })
    expect(refusalOf(story, { ...quick, minutes: 4 })).toMatchObject({ params: { limit: 3 } })
    expect(story.refusalOf(at, { ...quick, minutes: 3 })).toBeUndefined()
  })

  it('is for either role of the desk, and not for the customer', () => {
    const story = incidentStory()
    expect(story.refusalOf(at, { ...quick, by: 'person:sal' })).toBeUndefined()
    expect(story.refusalOf(at, { ...quick, by: 'customer:acme' })).toBe('not-allowed')
  })
})
