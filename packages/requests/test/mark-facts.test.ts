import { describe, expect, it } from 'vitest'
import { incidentStory, story } from './told-story.ts'

describe('What an organization knows of a request', () => {
  it('is in its history from submission and from triage on, for all who choose promises by it', () => {
    const told = story()
    told.tell('2027-03-01T09:00:00Z', {
      type: 'submit',
      by: 'customer:acme',
      kind: 'incident',
      facts: { module: 'exports' },
    })
    told.tell('2027-03-01T09:10:00Z', {
      type: 'assess',
      by: 'person:ada',
      priority: 'P1',
      facts: { module: 'billing', outage: true },
    })
    const [submitted, triaged] = told.state.marks
    expect(submitted?.facts).toMatchObject({ module: 'exports' })
    expect(triaged?.facts).toEqual({ module: 'billing', outage: true, priority: 'P1' })
  })

  it('cannot say what only the history says: who has it, what goes on, what was told', () => {
    const facts = { tells: true, begins: 'news', element: 'fix', assignee: 'person:eve', kind: 'x' }
    const told = story()
    told.tell('2027-03-01T09:00:00Z', { type: 'submit', by: 'customer:acme', kind: 'bug', facts })
    told.tell('2027-03-01T09:05:00Z', { type: 'assess', by: 'person:ada', facts })
    const said = told.state.marks.map((mark) => mark.facts)
    expect(said[0]).toMatchObject({ kind: 'bug', element: 'wait' })
    expect(said[0]).not.toHaveProperty('tells')
    expect(said[0]).not.toHaveProperty('assignee')
    expect(said[1]).toEqual({})
    expect(told.state.facts).toEqual(facts)
  })

  it('does not hide that the customer has to be told of a state', () => {
    const told = story()
    const facts = { tells: true }
    told.tell('2027-03-01T09:00:00Z', { type: 'submit', by: 'customer:acme', kind: 'bug', facts })
    told.tell('2027-03-01T09:05:00Z', { type: 'wait', by: 'person:ada', for: 'vendor' })
    expect(told.state.nextAction).toMatchObject({ why: 'tell' })
  })

  it('is left alone by triage that finds nothing new', () => {
    const told = incidentStory()
    told.tell('2027-03-01T09:05:00Z', { type: 'assess', by: 'person:ada', need: 'Exports by noon' })
    expect(told.state.marks.at(-1)).not.toHaveProperty('facts')
  })
})
