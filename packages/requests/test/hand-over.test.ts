import { describe, expect, it } from 'vitest'
import { SHIPPED_LIFECYCLES } from '../src/index.ts'
import { context, incidentStory, lifecycleOf, story } from './told-story.ts'

const { incident } = SHIPPED_LIFECYCLES

/** An incident that Ada works on, and has offered to the platform team. P3 offers stand for four business hours. */
function offered() {
  const told = incidentStory()
  told.tell('2027-03-01T09:10:00Z', { type: 'take', by: 'person:ada' })
  told.tell('2027-03-01T09:20:00Z', {
    type: 'offer',
    by: 'person:ada',
    to: 'team:platform',
    need: 'Exports by Thursday',
    context: 'Only the nightly export fails',
    openQuestions: ['Since which release?'],
  })
  return told
}

describe('Handing a request over', () => {
  it('leaves it with the offerer until somebody else has accepted it', () => {
    const told = offered()
    expect(told.state.owner).toBe('team:support')
    expect(told.state.assignee).toBe('person:ada')
    expect(told.state.offer).toMatchObject({
      id: '7/o1',
      from: 'team:support',
      to: 'team:platform',
    })
    told.tell('2027-03-01T09:40:00Z', { type: 'accept', by: 'person:eve' })
    expect(told.state.owner).toBe('team:platform')
    expect(told.state.assignee).toBe('person:eve')
    expect(told.state.offer).toBeNull()
    expect(told.state.formerOwners).toEqual(['team:support'])
    expect(told.state.bounces).toBe(0)
  })

  it('carries the need, the context and the open questions to whom it is offered', () => {
    const told = offered()
    const notice = told.notices.find(({ to }) => to === 'team:platform')
    expect(notice?.code).toBe('requests.notice.offered')
    expect(notice?.reason.params).toMatchObject({
      need: 'Exports by Thursday',
      context: 'Only the nightly export fails',
      openQuestions: ['Since which release?'],
    })
    expect(told.state.need).toBe('Exports by Thursday')
  })

  it('asks the receiver to accept before anything else that is owed later', () => {
    const told = offered()
    expect(told.state.nextAction).toEqual({
      at: Date.parse('2027-03-01T13:20:00Z'),
      by: 'team:platform',
      why: 'accept',
    })
  })

  it('stays with the offerer when it is declined, who is told why', () => {
    const told = offered()
    told.tell('2027-03-01T09:40:00Z', {
      type: 'decline',
      by: 'person:eve',
      reason: 'It is the network',
      openQuestions: ['Does ping work?'],
    })
    expect(told.state.owner).toBe('team:support')
    expect(told.state.offer).toBeNull()
    expect(told.state.bounces).toBe(1)
    expect(told.notices.at(-1)).toMatchObject({
      to: 'team:support',
      code: 'requests.notice.declined',
      reason: { params: { reason: 'It is the network', openQuestions: ['Does ping work?'] } },
    })
  })

  it('ends with the offer when it is recalled, without counting as a bounce', () => {
    const told = offered()
    told.tell('2027-03-01T09:40:00Z', { type: 'recall', by: 'person:ada', reason: 'Solved' })
    expect(told.state.owner).toBe('team:support')
    expect(told.state.offer).toBeNull()
    expect(told.state.bounces).toBe(0)
    expect(told.notices.at(-1)).toMatchObject({
      to: 'team:platform',
      code: 'requests.notice.recalled',
    })
  })

  it('expires one millisecond after the last instant at which it could have been accepted', () => {
    const told = offered()
    const latest = Date.parse('2027-03-01T13:20:00Z')
    const early = told.ask(latest, { type: 'wake', by: 'system:timer', key: 'any' })
    expect(early.ok && early.events).toEqual([])
    told.tell(latest + 1, { type: 'wake', by: 'system:timer', key: 'any' })
    expect(told.state.offer).toBeNull()
    expect(told.state.owner).toBe('team:support')
    expect(told.state.bounces).toBe(1)
    const expired = told.events.find(({ type }) => type === 'offerExpired')
    expect(expired?.at).toBe('2027-03-01T13:20:00.001Z')
  })

  it('stands as long as it was to stand when it was made, though the priority rises meanwhile', () => {
    const told = offered()
    told.tell('2027-03-01T12:00:00Z', { type: 'assess', by: 'person:ada', priority: 'P1' })
    expect(told.state.offer).not.toBeNull()
    expect(
      told.refusalOf('2027-03-01T13:20:00Z', { type: 'accept', by: 'person:eve' }),
    ).toBeUndefined()
  })

  it('can be accepted at the last instant, and not after it, woken or not', () => {
    const told = offered()
    const latest = Date.parse('2027-03-01T13:20:00Z')
    expect(told.refusalOf(latest, { type: 'accept', by: 'person:eve' })).toBeUndefined()
    expect(told.refusalOf(latest + 1, { type: 'accept', by: 'person:eve' })).toBe('offer-expired')
    expect(told.state.offer).not.toBeNull()
  })

  it('counts a return to a former owner as a bounce', () => {
    const told = offered()
    told.tell('2027-03-01T09:40:00Z', { type: 'accept', by: 'person:eve' })
    told.tell('2027-03-01T10:00:00Z', { type: 'offer', by: 'person:eve', to: 'team:support' })
    told.tell('2027-03-01T10:10:00Z', { type: 'accept', by: 'person:ben' })
    expect(told.state.owner).toBe('team:support')
    expect(told.state.bounces).toBe(1)
    expect(told.state.formerOwners).toEqual(['team:support', 'team:platform'])
  })

  it('goes only to whoever decides once it has bounced too often', () => {
    const told = offered()
    for (const minute of [30, 40, 50]) {
      told.tell(`2027-03-01T09:${minute}:00Z`, {
        type: 'decline',
        by: 'person:eve',
        reason: 'Not ours',
      })
      if (minute === 50) break
      const offer = { type: 'offer', by: 'person:ada', to: 'team:platform' } as const
      told.tell(`2027-03-01T09:${minute + 5}:00Z`, offer)
    }
    expect(told.state.bounces).toBe(3)
    const at = '2027-03-01T10:00:00Z'
    const again = told.ask(at, { type: 'offer', by: 'person:ada', to: 'team:platform' })
    expect(again).toMatchObject({
      ok: false,
      refusal: {
        code: 'bounced-too-often',
        nextSteps: [{ code: 'requests.next.offer', params: { to: 'role:duty-manager' } }],
      },
    })
    const last = { type: 'offer', by: 'person:ada', to: 'role:duty-manager' } as const
    told.tell(at, last)
    told.tell('2027-03-01T10:10:00Z', { type: 'accept', by: 'person:max' })
    // Who decides where it belongs can send it there.
    told.tell('2027-03-01T10:20:00Z', { type: 'offer', by: 'person:max', to: 'team:platform' })
    told.tell('2027-03-01T10:30:00Z', { type: 'accept', by: 'person:eve' })
    const away = { type: 'offer', by: 'person:eve', to: 'team:support' } as const
    expect(told.refusalOf('2027-03-01T10:40:00Z', away)).toBe('bounced-too-often')
  })

  it('follows the routes of the lifecycle, and always leads back', () => {
    const routes = [{ from: 'team:support', to: ['team:platform'] }]
    const narrow = lifecycleOf({ ...incident, handover: { ...incident.handover, routes } })
    const told = story({ ...context, lifecycles: { incident: narrow } })
    told.tell('2027-03-01T09:00:00Z', { type: 'submit', by: 'customer:acme', kind: 'incident' })
    told.tell('2027-03-01T09:10:00Z', { type: 'take', by: 'person:ada' })
    const sales = { type: 'offer', by: 'person:ada', to: 'team:sales', need: 'More seats' } as const
    expect(told.refusalOf('2027-03-01T09:20:00Z', sales)).toBe('receiver-not-allowed')
    told.tell('2027-03-01T09:20:00Z', { type: 'offer', by: 'person:ada', to: 'team:platform' })
    told.tell('2027-03-01T09:30:00Z', { type: 'accept', by: 'person:eve' })
    // Nothing is said of where the platform team may send it.
    expect(told.refusalOf('2027-03-01T09:40:00Z', { ...sales, by: 'person:eve' })).toBeUndefined()
    const back = { type: 'offer', by: 'person:eve', to: 'team:support' } as const
    expect(told.refusalOf('2027-03-01T09:40:00Z', back)).toBeUndefined()
  })

  it('tells Sales the need that is known of the customer, and is refused without one', () => {
    const told = incidentStory()
    told.tell('2027-03-01T09:10:00Z', { type: 'take', by: 'person:ada' })
    const offer = { type: 'offer', by: 'person:ada', to: 'team:sales' } as const
    expect(told.refusalOf('2027-03-01T09:20:00Z', offer)).toBe('need-missing')
    told.tell('2027-03-01T09:20:00Z', {
      type: 'assess',
      by: 'person:ada',
      need: 'Two hundred more seats',
    })
    const [event] = told.tell('2027-03-01T09:30:00Z', offer)
    expect(event).toMatchObject({ type: 'offered', need: 'Two hundred more seats' })
    expect(told.state.owner).toBe('team:support')
  })

  it('is for those who own it to begin, and for those who are asked to answer', () => {
    const told = offered()
    const stranger = told.ask('2027-03-01T09:40:00Z', { type: 'accept', by: 'person:sal' })
    expect(stranger).toMatchObject({
      ok: false,
      refusal: { code: 'not-allowed', whoMay: ['team:platform'] },
    })
    const other = incidentStory()
    const offer = { type: 'offer', by: 'person:sal', to: 'team:platform' } as const
    expect(other.ask('2027-03-01T09:40:00Z', offer)).toMatchObject({
      ok: false,
      refusal: { code: 'not-allowed', whoMay: ['team:support'] },
    })
  })

  it('makes a person the owner when it is offered to that person, who alone can accept', () => {
    const told = incidentStory()
    told.tell('2027-03-01T09:10:00Z', { type: 'offer', by: 'person:ada', to: 'person:eve' })
    expect(told.refusalOf('2027-03-01T09:20:00Z', { type: 'accept', by: 'person:finn' })).toBe(
      'not-allowed',
    )
    told.tell('2027-03-01T09:20:00Z', { type: 'accept', by: 'person:eve' })
    expect(told.state.owner).toBe('person:eve')
  })

  it('does not doubt a membership that no directory knows', () => {
    const told = incidentStory({ lifecycles: context.lifecycles })
    told.tell('2027-03-01T09:10:00Z', { type: 'offer', by: 'person:zoe', to: 'team:platform' })
    told.tell('2027-03-01T09:20:00Z', { type: 'accept', by: 'person:yan' })
    expect(told.state.owner).toBe('team:platform')
  })

  it('takes an offer back when the request is resolved by its owner', () => {
    const told = offered()
    told.tell('2027-03-01T09:40:00Z', {
      type: 'resolve',
      by: 'person:ada',
      cause: 'A full disk',
      effect: 'No exports',
      summary: 'The disk has room again.',
    })
    expect(told.state.offer).toBeNull()
    expect(told.events.map(({ type }) => type)).toContain('offerRecalled')
    expect(told.refusalOf('2027-03-01T09:50:00Z', { type: 'accept', by: 'person:eve' })).toBe(
      'offer-none',
    )
  })

  it('lets at most one offer stand at a time', () => {
    const told = offered()
    const second = { type: 'offer', by: 'person:ada', to: 'team:sales', need: 'Seats' } as const
    expect(told.ask('2027-03-01T09:40:00Z', second)).toMatchObject({
      ok: false,
      refusal: {
        code: 'offer-open',
        whoMay: ['team:platform'],
        nextSteps: [{ code: 'requests.next.recall' }],
      },
    })
  })

  it('cannot be offered to who owns it', () => {
    const told = incidentStory()
    const offer = { type: 'offer', by: 'person:ada', to: 'team:support' } as const
    expect(told.refusalOf('2027-03-01T09:10:00Z', offer)).toBe('offer-to-owner')
  })
})
