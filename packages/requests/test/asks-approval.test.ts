import { describe, expect, it } from 'vitest'
import { checkLifecycle, SHIPPED_LIFECYCLES } from '../src/index.ts'
import { context, desk, lifecycleOf, type Story, story } from './told-story.ts'

const { change } = SHIPPED_LIFECYCLES
const at = (time: string) => `2027-03-01T${time}:00Z`
const asked = ({ notices }: Story) =>
  notices.flatMap(({ code, to }) => (code === 'requests.notice.approvalAsked' ? [to] : []))

/** A change of Acme that Ada has assessed. */
function assessed(within = context): Story {
  const told = story(within)
  told.tell(at('09:00'), { type: 'submit', by: 'customer:acme', kind: 'change' })
  told.tell(at('09:10'), { type: 'take', by: 'person:ada' })
  return told
}

const propose = { type: 'move', by: 'person:ada', to: 'awaiting-approval' } as const
const agree = { type: 'approve', by: 'person:ben', approval: 'internal' } as const

describe('A state that asks for approval', () => {
  it('asks whoever has to approve when it is entered, and not before', () => {
    const told = assessed()
    expect(asked(told)).toEqual([])
    told.tell(at('10:00'), propose)
    expect(asked(told)).toEqual(['role:change-manager', 'customer:acme'])
  })

  it('asks anew after a refusal, and an approval of what was proposed before holds no more', () => {
    const told = assessed()
    told.tell(at('10:00'), propose)
    told.tell(at('10:10'), agree)
    const refuse = { type: 'reject', by: 'customer:acme', approval: 'customer' } as const
    told.tell(at('10:20'), { ...refuse, reason: 'Not during the fair' })
    expect(told.state.state).toBe('assessing')
    told.tell(at('11:00'), propose)
    expect(told.state.approvals.map(({ status }) => status)).toEqual(['open', 'open'])
    expect(asked(told)).toHaveLength(4)
    told.tell(at('11:10'), agree)
    told.tell(at('11:20'), { type: 'approve', by: 'customer:acme', approval: 'customer' })
    expect(told.state.state).toBe('scheduled')
  })

  it('does not ask again when a wait in it is over', () => {
    const told = assessed()
    told.tell(at('10:00'), propose)
    told.tell(at('10:10'), agree)
    told.tell(at('10:20'), { type: 'wait', by: 'person:ada', for: 'vendor' })
    told.tell(at('10:30'), { type: 'resume', by: 'person:ada' })
    expect(told.state.approvals.map(({ status }) => status)).toEqual(['approved', 'open'])
    expect(asked(told)).toHaveLength(2)
  })

  it('where there is none, is the submission', () => {
    const states = { ...change.states, 'awaiting-approval': { category: 'open' } }
    const plain = lifecycleOf({ ...change, states })
    const told = assessed({ ...context, lifecycles: { change: plain } })
    expect(asked(told)).toEqual(['role:change-manager', 'customer:acme'])
  })

  it('asks nobody where nothing has to be approved, which is found', () => {
    const { incident } = SHIPPED_LIFECYCLES
    const fixing = { category: 'open', asksApproval: true }
    const states = { ...incident.states, fixing }
    const found = checkLifecycle({ ...incident, states }, { calendars: { desk } })
    expect(found.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'approval-missing /states/fixing/asksApproval',
    ])
  })
})
