import type { InstantLike, Param } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import { type LifecycleDocument, type RequestContext, SHIPPED_LIFECYCLES } from '../src/index.ts'
import { refined } from './task-story.ts'
import {
  ada,
  context,
  customer,
  eve,
  incidentStory,
  lifecycleOf,
  monday,
  type Story,
  story,
} from './told-story.ts'

type Told = Parameters<Story['ask']>[1]

type Words = Readonly<Record<string, Param>>

/** A refusal in words: its code and what it is about; who may, and what to do instead, where it says so. */
function refused(told: Story, at: InstantLike, command: Told): object {
  const decision = told.ask(at, command)
  if (decision.ok) throw new Error('it was not refused')
  const { code, params, whoMay, nextSteps } = decision.refusal
  const steps = nextSteps.map((step): [string, Words] => {
    return [step.code.replace('requests.next.', ''), step.params]
  })
  return {
    code,
    params,
    ...(whoMay !== undefined && { whoMay }),
    ...(steps.length > 0 && { next: steps }),
  }
}

const { incident } = SHIPPED_LIFECYCLES

/** Incidents under a hand-over of their own. */
function handingOver(handover: Partial<LifecycleDocument['handover']>): RequestContext {
  const document = { ...incident, handover: { ...incident.handover, ...handover } }
  return { ...context, lifecycles: { incident: lifecycleOf(document) } }
}

const offer = ada({ type: 'offer', to: 'team:platform' })

describe('An offer that is refused says', () => {
  it('who owns it, to anybody else', () => {
    const theirs = (on: string) => {
      return { code: 'not-allowed', params: { by: 'person:eve', on }, whoMay: ['team:support'] }
    }
    const told = incidentStory()
    const elsewhere = eve({ type: 'offer', to: 'team:sales' })
    expect(refused(told, monday('09:10'), elsewhere)).toEqual(theirs('offer'))
    told.tell(monday('09:10'), offer)
    expect(refused(told, monday('09:20'), eve({ type: 'recall' }))).toEqual(theirs('recall'))
  })

  it('that what is resolved has to be reopened first', () => {
    const told = incidentStory()
    const end = { type: 'resolve', cause: 'Memory', effect: 'None', summary: 'Done.' }
    told.tell(monday('09:10'), ada(end))
    expect(refused(told, monday('09:20'), offer)).toEqual({
      code: 'not-possible',
      params: { on: 'offer', detail: null, state: 'resolved' },
      next: [['step', { event: 'reopen', to: null }]],
    })
  })

  it('whose answer is waited for, and that the offer can be recalled', () => {
    const told = incidentStory()
    told.tell(monday('09:10'), offer)
    expect(refused(told, monday('09:20'), ada({ type: 'offer', to: 'team:sales' }))).toEqual({
      code: 'offer-open',
      params: { offer: '7/o1', to: 'team:platform' },
      whoMay: ['team:platform'],
      next: [['recall', { offer: '7/o1' }]],
    })
    const answers = { accept: {}, decline: { reason: 'Not ours.' } }
    for (const [on, said] of Object.entries(answers)) {
      expect(refused(told, monday('09:20'), ada({ type: on, ...said }))).toEqual({
        code: 'not-allowed',
        params: { by: 'person:ada', on },
        whoMay: ['team:platform'],
      })
    }
  })

  it('that it has this owner already, and that a customer is waited for instead', () => {
    const told = incidentStory()
    expect(refused(told, monday('09:10'), ada({ type: 'offer', to: 'team:support' }))).toEqual({
      code: 'offer-to-owner',
      params: { to: 'team:support' },
    })
    const params = { from: 'team:support', receivers: [] }
    expect(refused(told, monday('09:10'), ada({ type: 'offer', to: 'customer:acme' }))).toEqual({
      code: 'receiver-not-allowed',
      params: { ...params, to: 'customer:acme' },
      next: [['waitFor', { blocker: 'customer' }]],
    })
    expect(refused(told, monday('09:10'), ada({ type: 'offer', to: 'system:chat' }))).toEqual({
      code: 'receiver-not-allowed',
      params: { ...params, to: 'system:chat' },
    })
  })

  it('to whom it may be offered', () => {
    const routes = [{ from: 'team:support', to: ['team:sales', 'team:management'] }]
    const told = incidentStory(handingOver({ routes }))
    expect(refused(told, monday('09:10'), offer)).toEqual({
      code: 'receiver-not-allowed',
      params: { to: 'team:platform', from: 'team:support', receivers: routes[0]?.to },
      next: [
        ['offer', { to: 'team:sales' }],
        ['offer', { to: 'team:management' }],
      ],
    })
  })

  it('who decides from now on, once it has come back too often', () => {
    const told = incidentStory(handingOver({ bounces: { limit: 1, to: 'role:duty-manager' } }))
    told.tell(monday('09:10'), offer)
    told.tell(monday('09:11'), eve({ type: 'decline', reason: 'Not ours' }))
    expect(refused(told, monday('09:12'), offer)).toEqual({
      code: 'bounced-too-often',
      params: { bounces: 1, limit: 1, to: 'team:platform' },
      next: [['offer', { to: 'role:duty-manager' }]],
    })
    expect(told.refusalOf(monday('09:12'), ada({ type: 'offer', to: 'role:duty-manager' }))).toBe(
      undefined,
    )
  })

  it('for whom the need of the customer is to be said', () => {
    expect(
      refused(incidentStory(), monday('09:10'), ada({ type: 'offer', to: 'team:sales' })),
    ).toEqual({
      code: 'need-missing',
      params: { to: 'team:sales' },
      next: [['sayNeed', { to: 'team:sales' }]],
    })
  })

  it('that there is none to answer, or that it has expired, and who may offer again', () => {
    const told = incidentStory()
    const none = {
      params: { owner: 'team:support' },
      whoMay: ['team:support'],
      next: [['offerAgain', {}]],
    }
    expect(refused(told, monday('09:10'), eve({ type: 'accept' }))).toEqual({
      code: 'offer-none',
      ...none,
    })
    expect(refused(told, monday('09:10'), ada({ type: 'recall' }))).toEqual({
      code: 'offer-none',
      ...none,
    })
    told.tell(monday('09:10'), offer)
    expect(refused(told, monday('15:30'), eve({ type: 'accept' }))).toEqual({
      code: 'offer-expired',
      ...none,
    })
  })
})

describe('Work that is refused says', () => {
  it('whom to offer it to, instead of giving it to somebody outside', () => {
    const outside = (party: string) => ({
      code: 'assignee-outside',
      params: { party, owner: 'team:support' },
      whoMay: ['team:support'],
      next: [['offer', { to: party }]],
    })
    const told = incidentStory()
    expect(refused(told, monday('09:10'), eve({ type: 'take' }))).toEqual(outside('person:eve'))
    expect(refused(told, monday('09:10'), ada({ type: 'assign', to: 'person:eve' }))).toEqual(
      outside('person:eve'),
    )
    for (const party of ['system:desk', 'customer:acme'] as const) {
      expect(refused(told, monday('09:10'), { type: 'take', by: party })).toEqual({
        code: 'assignee-outside',
        params: { party, owner: 'team:support' },
        whoMay: ['team:support'],
      })
    }
  })

  it('whose it is, to the customer', () => {
    const theirs = (on: string) => ({
      code: 'not-allowed',
      params: { by: 'customer:acme', on },
      whoMay: ['team:support'],
    })
    const told = incidentStory()
    const asks = [
      { type: 'assign', to: 'person:ada' },
      { type: 'assess', priority: 'P1' },
      { type: 'attachTime', duration: 'PT1H' },
      { type: 'link', link: { relation: 'problem', to: 'PRB-1' } },
      { type: 'unlink', link: { relation: 'problem', to: 'PRB-1' } },
      { type: 'addTask', task: 't1', title: 'Hurry' },
      { type: 'quickTask', what: 'Hurry', minutes: 5 },
      { type: 'split', into: [{ request: '8', title: 'Hurry' }] },
      { type: 'rejoin', child: '8' },
    ]
    for (const ask of asks) {
      expect(refused(told, monday('09:10'), customer(ask))).toEqual(theirs(ask.type))
    }
    const note = { type: 'message', audience: 'internal' }
    expect(refused(told, monday('09:10'), customer(note))).toEqual({
      code: 'customer-internal',
      params: { by: 'customer:acme' },
      whoMay: ['team:support'],
    })
  })

  it('which ways there are, where there is no such way', () => {
    const told = incidentStory()
    const decision = told.ask(monday('09:10'), ada({ type: 'resume' }))
    if (decision.ok) throw new Error('it was not refused')
    const { code, params, nextSteps } = decision.refusal
    expect([code, params]).toEqual(['not-possible', { on: 'resume', detail: null, state: 'new' }])
    expect(nextSteps.map((step) => step.params)).toContainEqual({
      event: 'take',
      to: 'investigating',
    })
    expect(refused(told, monday('09:10'), ada({ type: 'move', to: 'nowhere' }))).toMatchObject({
      params: { on: 'move', detail: 'nowhere', state: 'new' },
    })
  })

  it('which state a wait goes back to, among the ways that there are', () => {
    const told = incidentStory()
    told.tell(monday('09:10'), ada({ type: 'take' }))
    told.tell(monday('09:20'), ada({ type: 'wait', for: 'customer' }))
    const decision = told.ask(monday('09:30'), ada({ type: 'move', to: 'fixing' }))
    if (decision.ok) throw new Error('it was not refused')
    const ways = decision.refusal.nextSteps.map(({ params: { event, to } }) => `${event}: ${to}`)
    expect(ways).toContain('resume: investigating')
    expect(ways).toContain('customerMessage: investigating')
  })

  it('what can be waited for, when, and that the time has to come yet', () => {
    const told = incidentStory()
    expect(refused(told, monday('09:10'), ada({ type: 'wait', for: 'custmer' }))).toMatchObject({
      code: 'blocker-unknown',
      params: { blocker: 'custmer', didYouMean: 'customer' },
      next: [['waitFor', { blocker: 'customer' }]],
    })
    const unknown = refused(told, monday('09:10'), ada({ type: 'wait', for: 'rain' }))
    expect(unknown).toMatchObject({ params: { didYouMean: null } })
    expect((unknown as { next: unknown[] }).next.slice(0, 2)).toEqual([
      ['waitFor', { blocker: 'customer' }],
      ['waitFor', { blocker: 'vendor' }],
    ])
    expect(refused(told, monday('09:10'), ada({ type: 'wait', for: 'date' }))).toEqual({
      code: 'until-missing',
      params: { blocker: 'date' },
      next: [['sayUntil', {}]],
    })
    const until = monday('09:10')
    const at = Date.parse(until)
    expect(refused(told, until, ada({ type: 'wait', for: 'vendor', until }))).toEqual({
      code: 'until-past',
      params: { until: at, at },
    })
  })

  it('what is still to be said, and what is still to be done', () => {
    const told = incidentStory()
    expect(refused(told, monday('09:10'), ada({ type: 'resolve', effect: 'None' }))).toEqual({
      code: 'resolution-incomplete',
      params: { missing: ['cause', 'summary'] },
      next: [
        ['say', { part: 'cause' }],
        ['say', { part: 'summary' }],
      ],
    })
    told.tell(monday('09:10'), ada({ type: 'addTask', task: 't1', ...refined }))
    const all = { cause: 'Memory', effect: 'None', summary: 'Done.' }
    expect(refused(told, monday('09:20'), ada({ type: 'resolve', ...all }))).toEqual({
      code: 'children-open',
      params: { children: ['task:7/t1'] },
      next: [['finishChild', { child: 'task:7/t1' }]],
    })
  })

  it('that a follow-up is for what is closed, and a message for what is not', () => {
    const told = incidentStory()
    expect(refused(told, monday('09:10'), customer({ type: 'followUp', as: '8' }))).toEqual({
      code: 'still-open',
      params: { state: 'new' },
      next: [['message', {}]],
    })
    told.tell(monday('09:10'), ada({ type: 'cancel', reason: 'Twice' }))
    expect(refused(told, monday('09:20'), ada({ type: 'take' }))).toEqual({
      code: 'request-closed',
      params: { state: 'cancelled', on: 'take' },
      next: [['followUp', {}]],
    })
    expect(refused(told, monday('09:20'), customer({ type: 'followUp', as: '7' }))).toEqual({
      code: 'request-exists',
      params: { request: '7' },
      next: [['nameAnew', { taken: '7' }]],
    })
  })

  it('how time is not told', () => {
    expect(
      refused(incidentStory(), monday('09:10'), ada({ type: 'attachTime', duration: 'P1D' })),
    ).toEqual({ code: 'time-unfit', params: { duration: 'P1D' } })
  })
})

describe('A command that does not fit its request says', () => {
  it('which request it found, and how far it has gone on', () => {
    const told = incidentStory()
    const elsewhere = ada({ type: 'take', request: '8' })
    expect(refused(told, monday('09:10'), elsewhere)).toEqual({
      code: 'request-other',
      params: { asked: '8', found: '7' },
    })
    expect(refused(told, monday('09:10'), ada({ type: 'take', expectedSeq: 4 }))).toEqual({
      code: 'stale',
      params: { expected: 4, found: 1 },
      next: [['readAgain', {}]],
    })
    expect(refused(told, monday('09:10'), customer({ type: 'submit', kind: 'incident' }))).toEqual({
      code: 'request-exists',
      params: { request: '7' },
    })
    expect(told.refusalOf(monday('09:10'), ada({ type: 'take', expectedSeq: 1 }))).toBeUndefined()
  })

  it('that nothing has come in yet, or nothing of such a kind', () => {
    expect(refused(story(), monday('09:10'), ada({ type: 'take' }))).toEqual({
      code: 'request-unknown',
      params: { request: '7' },
      next: [['submit', {}]],
    })
    const only = { lifecycles: { incident: lifecycleOf(incident) } }
    const submit = customer({ type: 'submit', kind: 'toString' })
    expect(refused(story(only), monday('09:10'), submit)).toMatchObject({
      code: 'kind-unknown',
      params: { kind: 'toString', known: ['incident'] },
    })
  })

  it('whose request it is, to another customer, and that somebody can link them to it', () => {
    const told = incidentStory()
    expect(
      refused(told, monday('09:10'), { type: 'cancel', by: 'customer:other', reason: 'x' }),
    ).toEqual({
      code: 'customer-other',
      params: { by: 'customer:other', customer: 'customer:acme' },
      whoMay: ['customer:acme'],
      next: [['link', { relation: 'contact', to: 'customer:other' }]],
    })
  })
})

describe('A task that is refused says', () => {
  const tasked = () => {
    const told = incidentStory()
    told.tell(monday('09:10'), ada({ type: 'addTask', task: 't1', ...refined }))
    return told
  }
  const work = (type: string) => {
    const isReasoned = type === 'declineTask' || type === 'cancelTask'
    return { type, task: 't1', ...(isReasoned && { reason: 'x' }) }
  }

  it('which tasks there are', () => {
    const told = tasked()
    expect(refused(told, monday('09:20'), ada({ type: 'dispatchTask', task: 't2' }))).toEqual({
      code: 'task-unknown',
      params: { task: 't2', known: ['t1'] },
      next: [['addTask', { task: 't2' }]],
    })
    expect(
      refused(told, monday('09:20'), ada({ type: 'addTask', task: 't1', title: 'x' })),
    ).toEqual({
      code: 'task-exists',
      params: { task: 't1' },
      next: [['nameAnew', { taken: 't1' }]],
    })
  })

  it('what can be done with it as it stands', () => {
    const told = tasked()
    const status = (is: string, on: string, ...steps: readonly string[]) => ({
      code: 'task-status',
      params: { task: 't1', status: is, on },
      next: steps.map((step) => [step, { task: 't1' }]),
    })
    const draft = ['changeTask', 'dispatchTask', 'splitTask', 'cancelTask']
    expect(refused(told, monday('09:20'), eve({ type: 'acceptTask', task: 't1' }))).toEqual(
      status('draft', 'acceptTask', ...draft),
    )
    expect(refused(told, monday('09:20'), ada({ type: 'rejoinTask', task: 't1' }))).toEqual(
      status('draft', 'rejoinTask', ...draft),
    )
    told.tell(monday('09:20'), ada({ type: 'dispatchTask', task: 't1' }))
    const dispatched = ['acceptTask', 'declineTask', 'finishTask', 'changeTask', 'cancelTask']
    expect(refused(told, monday('09:21'), ada({ type: 'dispatchTask', task: 't1' }))).toEqual(
      status('dispatched', 'dispatchTask', ...dispatched),
    )
    const another = ada({ type: 'changeTask', task: 't1', team: 'team:sales' })
    expect(refused(told, monday('09:21'), another)).toEqual(
      status('dispatched', 'changeTask', 'declineTask', 'cancelTask'),
    )
    told.tell(monday('09:22'), eve({ type: 'acceptTask', task: 't1' }))
    const accepted = ['finishTask', 'declineTask', 'changeTask', 'cancelTask']
    expect(refused(told, monday('09:23'), eve({ type: 'acceptTask', task: 't1' }))).toEqual(
      status('accepted', 'acceptTask', ...accepted),
    )
    told.tell(monday('09:24'), eve({ type: 'finishTask', task: 't1' }))
    for (const on of ['finishTask', 'declineTask']) {
      expect(refused(told, monday('09:25'), eve(work(on)))).toEqual(status('done', on, 'addTask'))
    }
  })

  it('which team has it', () => {
    const told = tasked()
    told.tell(monday('09:20'), ada({ type: 'dispatchTask', task: 't1' }))
    for (const on of ['acceptTask', 'declineTask', 'finishTask']) {
      expect(refused(told, monday('09:21'), ada(work(on)))).toEqual({
        code: 'not-allowed',
        params: { by: 'person:ada', on },
        whoMay: ['team:platform'],
      })
    }
    expect(refused(told, monday('09:21'), customer(work('cancelTask')))).toEqual({
      code: 'not-allowed',
      params: { by: 'customer:acme', on: 'cancelTask' },
      whoMay: ['team:support'],
    })
  })

  it('what the team would have to ask for', () => {
    const told = incidentStory()
    const { context: _, ...unsaid } = refined
    told.tell(monday('09:10'), ada({ type: 'addTask', task: 't1', ...unsaid }))
    const missing = { criterion: 'context', title: 'What the team has to know' }
    expect(refused(told, monday('09:20'), ada({ type: 'dispatchTask', task: 't1' }))).toEqual({
      code: 'task-not-ready',
      params: { task: 't1', team: 'team:platform', missing: ['context'] },
      next: [['refineTask', { task: 't1', ...missing }]],
    })
  })

  it('that a quick task of half an hour is a task', () => {
    const long = { type: 'quickTask', what: 'Rebuild', minutes: 11 }
    expect(refused(incidentStory(), monday('09:10'), ada(long))).toEqual({
      code: 'quick-task-too-long',
      params: { what: 'Rebuild', minutes: 11, limit: 10 },
      next: [['addTask', { title: 'Rebuild' }]],
    })
    expect(incidentStory().refusalOf(monday('09:10'), ada({ ...long, minutes: 10 }))).toBe(
      undefined,
    )
  })

  it('that nothing is opened under a resolution', () => {
    const told = incidentStory()
    told.tell(monday('09:10'), ada({ type: 'resolve', cause: 'a', effect: 'b', summary: 'c' }))
    const closed = {
      code: 'request-resolved',
      params: { state: 'resolved' },
      next: [['step', { event: 'reopen', to: null }]],
    }
    const add = { type: 'addTask', task: 't1', title: 'Look again' }
    expect(refused(told, monday('09:20'), ada(add))).toEqual(closed)
    const into = [{ request: '8', title: 'Look again' }]
    expect(refused(told, monday('09:20'), ada({ type: 'split', into }))).toEqual(closed)
    expect(told.refusalOf(monday('09:20'), ada({ ...add, required: false }))).toBe(undefined)
  })
})
