import { describe, expect, it } from 'vitest'
import { incidentStory } from './told-story.ts'

describe('Handing a request over', () => {
  it('leaves it with the offerer until somebody else has accepted it', () => {
    const told = incidentStory()
    told.tell('2027-03-01T09:10:00Z', { type: 'take', by: 'person:ada' })
    told.tell('2027-03-01T09:20:00Z', { type: 'offer', by: 'person:ada', to: 'team:platform' })
    expect(told.state.owner).toBe('team:support')
    expect(told.state.offer?.to).toBe('team:platform')
    told.tell('2027-03-01T09:40:00Z', { type: 'accept', by: 'person:eve' })
    expect(told.state.owner).toBe('team:platform')
    expect(told.state.assignee).toBe('person:eve')
    expect(told.state.offer).toBeNull()
    expect(told.state.nextAction).not.toBeNull()
  })
})
