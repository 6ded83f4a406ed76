import { createDirectory } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import { decide, type RequestCommand, type RequestContext } from '../src/index.ts'
import { context, incidentStory, lifecycles, story } from './told-story.ts'

const at = '2027-03-01T09:30:00Z'

/** Ada has left. */
const later: RequestContext = {
  lifecycles,
  directory: createDirectory({
    id: 'people',
    version: 2,
    people: { ben: { team: 'support' }, eve: { team: 'platform' } },
    teams: { support: {}, platform: {} },
  }),
}

/** An incident that Ada alone answers for. */
function adas() {
  const told = story()
  told.tell('2027-03-01T09:00:00Z', {
    type: 'submit',
    by: 'customer:acme',
    kind: 'incident',
    owner: 'person:ada',
  })
  return told.state
}

const offer = (by: 'person:ben' | 'person:eve') =>
  ({ id: 'o', request: '7', type: 'offer', by, to: 'team:platform' }) as const

describe('A request whose owner has left', () => {
  it('is offered on by the intake, so that it does not lie there for ever', () => {
    expect(decide(adas(), offer('person:ben'), later, at).ok).toBe(true)
  })

  it('is not taken away by anybody else', () => {
    expect(decide(adas(), offer('person:eve'), later, at)).toMatchObject({
      ok: false,
      refusal: { code: 'not-allowed', whoMay: ['team:support'] },
    })
  })

  it('is not given away by the intake while the owner is there', () => {
    expect(decide(adas(), offer('person:ben'), context, at)).toMatchObject({
      ok: false,
      refusal: { code: 'not-allowed', whoMay: ['person:ada'] },
    })
  })
})

describe('Who can be accountable', () => {
  it('is no customer and no machine, whatever a host asks for', () => {
    for (const owner of ['customer:acme', 'system:chat'] as const) {
      const submit = { id: 's', request: '8', type: 'submit', by: owner, kind: 'incident' } as const
      const asked: RequestCommand = { ...submit, owner }
      expect(decide(null, asked, context, at)).toMatchObject({
        ok: false,
        refusal: { code: 'command-invalid', reasons: [{ params: { pointer: '/owner' } }] },
      })
    }
  })

  it('is the intake where a machine was the first contact', () => {
    const told = story()
    told.tell(at, {
      type: 'submit',
      by: 'customer:acme',
      kind: 'complaint',
      firstContact: 'system:chat',
    })
    expect(told.state.owner).toBe(lifecycles['complaint']?.document.intake)
    expect(incidentStory().state.owner).toBe('team:support')
  })
})
