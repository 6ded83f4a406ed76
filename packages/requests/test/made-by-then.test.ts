import { describe, expect, it } from 'vitest'
import { type LifecycleDocument, owed } from '../src/index.ts'
import { incident } from '../src/lifecycles/incident.ts'
import { incidentStory, lifecycleOf, monday } from './told-story.ts'

type Way = LifecycleDocument['transitions'][number]

function withWays(change: (way: Way) => Way, ...more: readonly Way[]): LifecycleDocument {
  return { ...incident, transitions: [...more, ...incident.transitions.map(change)] }
}

/** An incident under a lifecycle of its own. */
function under(document: LifecycleDocument) {
  const lifecycle = lifecycleOf(document)
  return { lifecycle, told: incidentStory({ lifecycles: { incident: lifecycle } }) }
}

const owns = (owner: string) => ({
  id: 'owns',
  condition: { all: [{ fact: 'owner', operator: 'equal', value: owner }] },
})

describe('A guard', () => {
  it('sees who took it, when taking it leads on', () => {
    const taken = { id: 'taken', condition: { condition: 'assigned' } }
    const { told } = under(
      withWays((way) => (way.on === 'take' ? { ...way, guards: [taken] } : way)),
    )
    told.tell(monday('09:10'), { type: 'take', by: 'person:ada' })
    expect(told.state.state).toBe('investigating')
  })

  it('sees who accepted it, when acceptance leads on', () => {
    const accepted: Way = {
      on: 'accepted',
      from: 'new',
      to: 'fixing',
      guards: [owns('team:platform')],
    }
    const { told } = under(withWays((way) => way, accepted))
    told.tell(monday('09:10'), { type: 'offer', by: 'person:ada', to: 'team:platform' })
    told.tell(monday('09:20'), { type: 'accept', by: 'person:eve' })
    expect(told.state.state).toBe('fixing')
  })

  it('of what follows an approval does not keep anybody from deciding', () => {
    const never = owns('team:nobody')
    const { told } = under({
      ...withWays(
        (way) => way,
        { on: 'approved', from: 'new', to: 'fixing', guards: [never] },
        { on: 'rejected', from: 'new', to: 'investigating', guards: [never] },
      ),
      approvals: [{ id: 'risk', by: 'role:change-manager' }],
    })
    told.tell(monday('09:10'), { type: 'approve', by: 'person:ben', approval: 'risk' })
    expect(told.state).toMatchObject({ state: 'new', approvals: [{ status: 'approved' }] })
    const no = { type: 'reject', by: 'person:ben', approval: 'risk', reason: 'No' } as const
    told.tell(monday('09:20'), no)
    expect(told.state).toMatchObject({ state: 'new', approvals: [{ status: 'rejected' }] })
  })
})

describe('An offer that is said to have ended before it was made', () => {
  const early = monday('09:00')

  it('ended when it was made, so that nobody is late with its answer', () => {
    for (const answer of [
      { type: 'accept', by: 'person:eve', at: early },
      { type: 'decline', by: 'person:eve', reason: 'Not ours', at: early },
      { type: 'recall', by: 'person:ada', at: early },
      { type: 'cancel', by: 'person:ada', reason: 'A test', at: early },
    ] as const) {
      const { told, lifecycle } = under(incident)
      told.tell(monday('09:10'), { type: 'offer', by: 'person:ada', to: 'team:platform' })
      told.tell(monday('09:20'), answer)
      const late = owed(told.state, lifecycle, '2027-03-09T09:00:00Z').filter(
        ({ kind, breachedAt }) => kind === 'handover.acceptance' && breachedAt !== null,
      )
      expect(late, answer.type).toEqual([])
    }
  })
})

describe('A customer who writes to what is resolved, and cannot reopen it by that', () => {
  it('is heard by somebody, also where nothing would close it', () => {
    const { closeAfter: _, ...open } = incident
    const { told } = under({
      ...open,
      transitions: incident.transitions.filter(({ on }) => on !== 'customerMessage'),
    })
    const said = { cause: 'disk', effect: 'freed', summary: 'Works again.' }
    told.tell(monday('09:10'), { type: 'resolve', by: 'person:ada', ...said })
    expect(told.state.nextAction).toBeNull()
    told.tell(monday('09:30'), { type: 'message', by: 'customer:acme', text: 'It does not' })
    expect(told.state.nextAction).toMatchObject({ by: 'team:support', why: 'attend' })
    told.tell(monday('09:40'), { type: 'message', by: 'person:ada', text: 'Reload it' })
    expect(told.state.nextAction).toBeNull()
  })
})

describe('A resolution that time could not close', () => {
  it('is the owner’s to close, not the customer’s', () => {
    const { told } = under(incident)
    const ada = { by: 'person:ada' } as const
    const note = (status: 'open' | 'closed') =>
      ({ ...ada, type: 'noteChild', child: '8', status }) as const
    told.tell(monday('09:10'), { ...ada, type: 'split', into: [{ request: '8', title: 'A part' }] })
    told.tell(monday('09:20'), note('closed'))
    const said = { cause: 'disk', effect: 'freed', summary: 'Works again.' }
    told.tell(monday('09:30'), { ...ada, type: 'resolve', ...said })
    expect(told.state.nextAction).toMatchObject({ by: 'customer:acme', why: 'close' })
    told.tell(monday('09:40'), note('open'))
    told.tell('2027-03-20T09:00:00Z', { type: 'wake', by: 'system:timer' })
    expect(told.state.nextAction).toMatchObject({ by: 'team:support', why: 'close' })
  })
})
