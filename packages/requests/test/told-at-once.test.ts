import { describe, expect, it } from 'vitest'
import { incident } from '../src/lifecycles/incident.ts'
import { incidentStory, lifecycleOf, monday, story } from './told-story.ts'

describe('What the customer is told of a state in the same breath', () => {
  it('is not owed any more, whether work moves on or stands still', () => {
    const told = story()
    told.tell(monday('09:00'), { type: 'submit', by: 'customer:acme', kind: 'bug' })
    const tell = 'The vendor has it.'
    told.tell(monday('09:10'), { type: 'wait', by: 'person:ada', for: 'vendor', tell })
    expect(told.state.nextAction).toMatchObject({ why: 'inform' })
    told.tell(monday('09:20'), { type: 'resume', by: 'person:ada' })
    expect(told.state.nextAction).toMatchObject({ why: 'attend' })
  })

  it('is not owed after a closing summary', () => {
    const { states } = incident
    const resolved = { category: 'resolved', tellWithin: 'PT2H' } as const
    const lifecycle = lifecycleOf({ ...incident, states: { ...states, resolved } })
    const said = { cause: 'disk', effect: 'freed', summary: 'Works again.' }
    const after = (by: 'person:ada' | 'system:monitor') => {
      const told = incidentStory({ lifecycles: { incident: lifecycle } })
      told.tell(monday('09:10'), { type: 'resolve', by, ...said })
      return told.state.nextAction?.why
    }
    expect(after('person:ada')).toBe('close')
    expect(after('system:monitor')).toBe('tell')
  })
})
