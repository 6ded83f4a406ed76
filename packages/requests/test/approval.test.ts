import { describe, expect, it } from 'vitest'
import { checkLifecycle, type LifecycleDocument, SHIPPED_LIFECYCLES } from '../src/index.ts'
import { desk, monday, type Story, story } from './told-story.ts'

const byAda = { by: 'person:ada' } as const

/** A change that Ada has put up for approval. */
function change(by: 'customer:acme' | 'person:ada' = 'customer:acme'): Story {
  const told = story()
  told.tell(monday('09:00'), { type: 'submit', by, kind: 'change' })
  told.tell(monday('09:10'), { ...byAda, type: 'take' })
  told.tell(monday('09:20'), { ...byAda, type: 'move', to: 'awaiting-approval' })
  return told
}

const statuses = ({ state }: Story) => state.approvals.map(({ status }) => status)

describe('An approval', () => {
  it('moves the request on when it is the last that was missing', () => {
    const told = change()
    const yes = { type: 'approve', by: 'person:ben', approval: 'internal' } as const
    told.tell(monday('10:00'), yes)
    expect(told.state.state).toBe('awaiting-approval')
    told.tell(monday('10:10'), { ...yes, by: 'customer:acme', approval: 'customer' })
    expect(told.state.state).toBe('scheduled')
    expect(told.state.approvals).toMatchObject([
      { status: 'approved', decidedBy: 'person:ben' },
      { status: 'approved', decidedBy: 'customer:acme' },
    ])
  })

  it('that is refused sends the request back, and can be given later', () => {
    const told = change()
    const asked = { by: 'person:ben', approval: 'internal' } as const
    told.tell(monday('10:00'), { ...asked, type: 'reject', reason: 'On a Friday?' })
    expect(told.state.state).toBe('assessing')
    expect(statuses(told)).toEqual(['rejected', 'open'])
    told.tell(monday('11:00'), { ...asked, type: 'approve' })
    expect(statuses(told)).toEqual(['approved', 'open'])
  })

  it('by the customer is asked of the customer of the request', () => {
    const told = change()
    expect(told.state.approvals.map(({ by }) => by)).toEqual([
      'role:change-manager',
      'customer:acme',
    ])
    const other = { type: 'approve', by: 'customer:other', approval: 'customer' } as const
    expect(told.refusalOf(monday('10:00'), other)).toBe('customer-other')
    const early = told.ask(monday('10:00'), { ...byAda, type: 'move', to: 'scheduled' })
    expect(early).toMatchObject({ refusal: { whoMay: ['role:change-manager', 'customer:acme'] } })
  })

  it('by the customer is asked of the owner where nobody knows the customer', () => {
    const told = change('person:ada')
    expect(told.state.approvals.map(({ by }) => by)).toEqual([
      'role:change-manager',
      'team:support',
    ])
    const early = told.ask(monday('10:00'), { ...byAda, type: 'move', to: 'scheduled' })
    expect(early).toMatchObject({ refusal: { whoMay: ['role:change-manager'] } })
  })

  it('by nobody who could be asked is found in the lifecycle', () => {
    const approvals = [{ id: 'internal', by: 'boss' }]
    const document: LifecycleDocument = { ...SHIPPED_LIFECYCLES.change, approvals }
    const found = checkLifecycle(document, { calendars: { desk } })
    expect(found).toMatchObject([{ code: 'party-invalid', pointer: '/approvals/0/by' }])
  })
})
