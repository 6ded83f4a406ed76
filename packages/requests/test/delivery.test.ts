import { describe, expect, it } from 'vitest'
import { decide, EVENT_SCHEMA, evolve, marksOf, type RequestState, replay } from '../src/index.ts'
import { incident } from '../src/lifecycles/incident.ts'
import { context, incidentStory, lifecycleOf } from './told-story.ts'

/** The commands that came in between are what makes a second delivery dangerous. */
describe('A command that is delivered again', () => {
  it('wakes nothing a second time, however much has come due since', () => {
    const told = incidentStory()
    const wake = { id: 'timer', type: 'wake', by: 'system:timer' } as const
    expect(told.tell('2027-03-02T15:00:00Z', wake).map(({ type }) => type)).toEqual(['told'])
    told.tell('2027-03-02T15:30:00Z', { type: 'offer', by: 'person:ada', to: 'team:platform' })
    expect(told.tell('2027-03-09T09:00:00Z', wake)).toEqual([])
    const ids = told.events.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('is known also where only a newer version can read what came of it', () => {
    const { state } = incidentStory()
    const at = '2027-03-01T10:00:00.000Z'
    const newer = { id: 'c9/1', type: 'messaged', at, seq: 2, by: 'person:ada' } as const
    const after = evolve(state, { ...newer, request: '7', schema: EVENT_SCHEMA + 1 })
    const again = { id: 'c9', type: 'message', request: '7', by: 'person:ada' } as const
    expect(decide(after as RequestState, again, context, at)).toMatchObject({ events: [] })
  })
})

describe('An event that is delivered again', () => {
  it('changes nothing, the last one as little as the first', () => {
    const told = incidentStory()
    told.tell('2027-03-01T09:10:00Z', { type: 'take', by: 'person:ada' })
    told.tell('2027-03-01T09:20:00Z', { type: 'message', by: 'person:ada' })
    for (const event of told.events) expect(evolve(told.state, event)).toBe(told.state)
  })
})

describe('A wake that comes late', () => {
  it('asks guards as of when it was due, so that nothing hangs on when somebody looks', () => {
    const condition = {
      all: [{ fact: 'facts', path: '$.release', operator: 'dateWithinLast', value: 'PT48H' }],
    }
    const transitions = incident.transitions.map((way) =>
      way.on === 'resume' ? { ...way, guards: [{ id: 'released', condition }] } : way,
    )
    const lifecycle = lifecycleOf({ ...incident, transitions })
    const after = (at: string) => {
      const told = incidentStory({ lifecycles: { incident: lifecycle } })
      const facts = { release: '2027-03-03T08:00:00Z' }
      told.tell('2027-03-01T09:10:00Z', { type: 'assess', by: 'person:ada', facts })
      const until = '2027-03-04T08:00:00Z'
      told.tell('2027-03-01T09:20:00Z', { type: 'wait', by: 'person:ada', for: 'date', until })
      told.tell(at, { type: 'wake', by: 'system:timer' })
      return told.state.state
    }
    expect(after('2027-03-04T08:00:00Z')).toBe('new')
    expect(after('2027-03-12T08:00:00Z')).toBe('new')
  })
})

describe('A history', () => {
  it('has no marks of a request whose events got into the stream', () => {
    const { events } = incidentStory()
    const at = '2027-03-01T10:00:00.000Z'
    const other = { id: 'c1/1', at, seq: 2, by: 'person:ada', request: '8', schema: 1 } as const
    const mixed = [...events, { ...other, type: 'messaged', audience: 'public' } as const]
    expect(marksOf(mixed)).toEqual(replay(mixed).state?.marks)
  })
})
