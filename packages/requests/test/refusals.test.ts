import { calendarPhrases } from '@holdfast/calendar'
import type { InstantLike, Reason, Refusal } from '@holdfast/kernel'
import { reasonSchema } from '@holdfast/kernel'
import { explanationFaults } from '@holdfast/kernel/testing'
import { rulesPhrases } from '@holdfast/rules'
import { describe, expect, it } from 'vitest'
import {
  decide,
  explainRefusal,
  type LifecycleDocument,
  type RequestCommand,
  type RequestContext,
  requestsPhrases,
  SHIPPED_LIFECYCLES,
} from '../src/index.ts'
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
  storyAtWork,
} from './told-story.ts'

const phrases = { ...calendarPhrases, ...rulesPhrases, ...requestsPhrases }

type Told = Parameters<Story['ask']>[1]

/** The refusal of a command; its reasons are held to have sentences. */
function refused(told: Story, at: InstantLike, command: Told): Refusal {
  return held(told.ask(at, command))
}

function held(decision: ReturnType<typeof decide>): Refusal {
  if (decision.ok) throw new Error(`not refused: ${decision.events.map(({ type }) => type)}`)
  const explained = { told: () => ({ value: null, reason: explainRefusal(decision.refusal) }) }
  const question = { method: 'told', args: [] }
  expect(explanationFaults({ told: () => null }, explained, question, phrases)).toEqual([])
  return decision.refusal
}

const codes = (reasons: readonly Reason[]) => reasons.map(({ code }) => code)

/** A lifecycle of incidents that is stricter than the shipped one. */
function stricter(parts: Partial<LifecycleDocument>): RequestContext {
  const document = { ...SHIPPED_LIFECYCLES.incident, ...parts } as LifecycleDocument
  return { ...context, lifecycles: { incident: lifecycleOf(document) } }
}

type Way = LifecycleDocument['transitions'][number]

/** An incident that two have to approve before it is worked on. */
const guarded = stricter({
  approvals: [
    { id: 'risk', by: 'role:change-manager' },
    { id: 'money', by: 'person:max' },
  ],
  transitions: SHIPPED_LIFECYCLES.incident.transitions.map(
    (way): Way =>
      way.on === 'take'
        ? {
            ...way,
            guards: [
              {
                id: 'approved',
                title: 'Everybody has approved it',
                condition: { condition: 'approved' },
                whoMay: ['role:change-manager', 'person:max'],
              },
            ],
          }
        : way,
  ),
})

const submit: Told = { type: 'submit', by: 'customer:acme', kind: 'incident' }
const refine = {
  title: 'Repair the export',
  team: 'team:platform',
  context: 'Since version 5',
  acceptanceCriteria: ['An export of 10,000 rows succeeds'],
  customerImpact: 'No invoices leave',
} as const

/** Offered by Ada to the platform team. */
function offered(): Story {
  const told = storyAtWork()
  told.tell(monday('09:20'), ada({ type: 'offer', to: 'team:platform' }))
  return told
}

/** Resolved by Ada. */
function resolved(within?: RequestContext): Story {
  const told = storyAtWork(within)
  const said = { cause: 'disk', effect: 'freed', summary: 'Exports work again.' }
  told.tell(monday('10:00'), ada({ type: 'resolve', ...said }))
  return told
}

function closed(): Story {
  const told = resolved()
  told.tell(monday('10:30'), customer({ type: 'close' }))
  return told
}

/** With a task `export` that says everything. */
function withTask(): Story {
  const told = storyAtWork()
  told.tell(monday('09:20'), ada({ type: 'addTask', task: 'export', ...refine }))
  return told
}

/** With request 8 split off. */
function withChild(): Story {
  const told = storyAtWork()
  told.tell(monday('09:20'), ada({ type: 'split', into: [{ request: '8', title: 'Invoices' }] }))
  return told
}

const at = monday('11:00')

describe('A command that cannot be read', () => {
  it('is refused with everything that is wrong in it, each with its place', () => {
    const wrong = { type: 'wait', id: 'c', request: '7', by: 'ada', for: '', until: 'soon' }
    const refusal = held(decide(incidentStory().state, wrong as never, context, at))
    expect(refusal.code).toBe('command-invalid')
    expect(refusal.reasons.map(({ params }) => params['pointer'])).toEqual([
      '/by',
      '/for',
      '/until',
    ])
  })

  it('says of each fault what may stand there, and what was most likely meant', () => {
    const paramsOf = (wrong: object) => {
      const command = { id: 'c', request: '7', by: 'person:ada', ...wrong }
      const refusal = held(decide(incidentStory().state, command as never, context, at))
      return refusal.reasons.map(({ params }) => params)
    }
    expect(paramsOf({ type: 'resolv' })).toMatchObject([
      { pointer: '/type', didYouMean: 'resolve' },
    ])
    expect(paramsOf({ type: 'resume', raeson: 'It is here.' })).toMatchObject([
      { pointer: '/raeson', expected: 'at, expectedSeq, reason', didYouMean: 'reason' },
    ])
    const [fault] = paramsOf({ type: 'attachTime', duration: 'half an hour' })
    expect(fault).toMatchObject({ pointer: '/duration', expected: expect.stringContaining('PT4H') })
  })

  it('is refused, and not thrown, whatever it is instead of a command', () => {
    for (const wrong of [null, 7, 'take', {}, [], { type: 'dance' }, { __proto__: null }]) {
      expect(held(decide(null, wrong as never, context, at)).code).toBe('command-invalid')
    }
  })

  it('whose facts contain themselves, or lie in themselves without end, cannot be read', () => {
    const circle: Record<string, unknown> = {}
    circle['self'] = circle
    let deep: unknown = 1
    for (let depth = 0; depth < 20_000; depth++) deep = [deep]
    for (const facts of [circle, { deep }]) {
      const submit = { type: 'submit', id: 'c1', request: '7', by: 'customer:acme', facts }
      const told = { ...submit, kind: 'incident' } as never
      expect(held(decide(null, told, context, at))).toMatchObject({
        code: 'command-invalid',
        reasons: [{ params: { pointer: '/facts' } }],
      })
    }
  })

  it('that is changed afterwards changes nothing that happened', () => {
    const facts = { seats: ['a1'] }
    const submit = { type: 'submit', id: 'c1', request: '7', by: 'customer:acme' } as const
    const decision = decide(null, { ...submit, kind: 'incident', facts }, context, at)
    facts.seats.push('a2')
    expect(decision).toMatchObject({ ok: true, events: [{ facts: { seats: ['a1'] } }] })
    const told = storyAtWork()
    const link = { relation: 'contact', to: 'customer:jane' }
    const linked = told.tell(at, ada({ type: 'link', link }))
    link.to = 'customer:joe'
    expect(linked).toMatchObject([{ link: { to: 'customer:jane' } }])
  })
})

describe('A command to the wrong request', () => {
  it('is refused before the request has come in', () => {
    const refusal = refused(story(), at, ada({ type: 'take' }))
    expect(refusal.code).toBe('request-unknown')
    expect(codes(refusal.nextSteps)).toEqual(['requests.next.submit'])
  })

  it('is refused where it is for another one', () => {
    const command: RequestCommand = { id: 'c', request: '8', type: 'take', by: 'person:ada' }
    const refusal = held(decide(incidentStory().state, command, context, at))
    expect(refusal).toMatchObject({
      code: 'request-other',
      params: { asked: '8', found: '7' },
    })
  })

  it('cannot submit it a second time', () => {
    expect(refused(incidentStory(), at, submit).code).toBe('request-exists')
  })

  it('is refused where nothing is known of its kind', () => {
    const refusal = refused(story(), at, { ...submit, kind: 'wish' })
    expect(refusal).toMatchObject({ code: 'kind-unknown', params: { kind: 'wish' } })
    expect(refusal.params['known']).toContain('incident')
    const lost: RequestContext = { lifecycles: {} }
    const command: RequestCommand = { id: 'c', request: '7', type: 'take', by: 'person:ada' }
    expect(held(decide(incidentStory().state, command, lost, at)).code).toBe('kind-unknown')
  })

  it('is refused where the lifecycle has lost the state that the request is in', () => {
    const state = { ...incidentStory().state, state: 'triage' }
    const command: RequestCommand = { id: 'c', request: '7', type: 'take', by: 'person:ada' }
    expect(held(decide(state, command, context, at))).toMatchObject({
      code: 'state-unknown',
      params: { state: 'triage', lifecycle: 'incident', version: 1 },
      nextSteps: [{ code: 'requests.next.giveLifecycle', params: { id: 'incident', version: 1 } }],
    })
  })

  it('is refused where the request has gone on since it was read', () => {
    const refusal = refused(storyAtWork(), at, ada({ type: 'move', to: 'fixing', expectedSeq: 1 }))
    expect(refusal).toMatchObject({ code: 'stale', params: { expected: 1 } })
    expect(codes(refusal.nextSteps)).toEqual(['requests.next.readAgain'])
  })
})

describe('Work on a request', () => {
  it('is begun by one of those who own it only', () => {
    expect(refused(incidentStory(), at, eve({ type: 'take' }))).toMatchObject({
      code: 'assignee-outside',
      whoMay: ['team:support'],
      nextSteps: [{ code: 'requests.next.offer', params: { to: 'person:eve' } }],
    })
    const assign = ada({ type: 'assign', to: 'person:eve' })
    expect(refused(incidentStory(), at, assign).code).toBe('assignee-outside')
  })

  it('is not handed out by the customer', () => {
    const assign = customer({ type: 'assign', to: 'person:ada' })
    expect(refused(incidentStory(), at, assign)).toMatchObject({
      code: 'not-allowed',
      whoMay: ['team:support'],
    })
  })

  it('does not go where no way leads, and the ways there are, are named', () => {
    const refusal = refused(incidentStory(), at, ada({ type: 'move', to: 'verifying' }))
    expect(refusal).toMatchObject({
      code: 'not-possible',
      params: { on: 'move', detail: 'verifying', state: 'new' },
    })
    expect(refusal.nextSteps.map(({ params }) => params['event'])).toContain('move:investigating')
  })

  it('waits for what has to hold first, with each thing that does not, and who can bring it about', () => {
    const refusal = refused(incidentStory(guarded), at, ada({ type: 'take' }))
    expect(refusal).toMatchObject({
      code: 'guard-unmet',
      params: { state: 'new', guards: ['approved'] },
      reasons: [{ code: 'requests.guard', children: [{ code: 'rules.named' }] }],
      whoMay: ['role:change-manager', 'person:max'],
      nextSteps: [{ code: 'requests.next.meetGuard' }],
    })
  })

  it('takes time that can be told in hours and minutes, and more than none', () => {
    for (const duration of ['P1M', 'PT0S', 'PT-1H']) {
      const code = refused(storyAtWork(), at, ada({ type: 'attachTime', duration })).code
      expect(['time-unfit', 'command-invalid'], duration).toContain(code)
    }
    expect(refused(storyAtWork(), at, ada({ type: 'attachTime', duration: 'PT0S' })).code).toBe(
      'time-unfit',
    )
  })
})

describe('An approval', () => {
  it('is asked for by name', () => {
    const asked = { type: 'approve', by: 'person:ben', approval: 'rik' } as Told
    const refusal = refused(incidentStory(guarded), at, asked)
    expect(refusal).toMatchObject({ code: 'approval-unknown', params: { didYouMean: 'risk' } })
    expect(refusal.nextSteps).toHaveLength(2)
  })

  it('is given by whom it is asked of', () => {
    const refusal = refused(incidentStory(guarded), at, ada({ type: 'approve', approval: 'risk' }))
    expect(refusal).toMatchObject({ code: 'not-allowed', whoMay: ['role:change-manager'] })
  })

  it('is given once', () => {
    const told = incidentStory(guarded)
    const yes = { type: 'approve', by: 'person:ben', approval: 'risk' } as Told
    told.tell(monday('10:00'), yes)
    expect(refused(told, at, yes)).toMatchObject({
      code: 'approval-decided',
      params: { approval: 'risk', status: 'approved', by: 'person:ben' },
    })
  })
})

describe('Triage and time', () => {
  it('are not the customer’s: they write what they think of it', () => {
    for (const own of [
      customer({ type: 'assess', priority: 'P1' }),
      customer({ type: 'attachTime', duration: 'PT1H' }),
    ]) {
      expect(refused(storyAtWork(), at, own)).toMatchObject({
        code: 'not-allowed',
        whoMay: ['team:support', 'person:ada'],
      })
    }
  })
})

describe('Another customer', () => {
  const strange = { type: 'cancel', by: 'customer:other', reason: 'no more need' } as const

  it('has no say in a request, not even in closing it, and whose it is does', () => {
    expect(refused(storyAtWork(), at, strange)).toMatchObject({
      code: 'customer-other',
      whoMay: ['customer:acme'],
      nextSteps: [
        { code: 'requests.next.link', params: { relation: 'contact', to: 'customer:other' } },
      ],
    })
  })

  it('is heard all the same', () => {
    const message = { type: 'message', by: 'customer:other', text: 'We have it too' } as const
    expect(storyAtWork().refusalOf(at, message)).toBeUndefined()
  })

  it('has a say once somebody of ours has linked them to the request', () => {
    const told = storyAtWork()
    told.tell(at, ada({ type: 'link', link: { relation: 'contact', to: 'customer:other' } }))
    expect(told.refusalOf(at, strange)).toBeUndefined()
  })

  it('who asked in the name of a customer is linked from the beginning', () => {
    const told = story()
    const asked = { type: 'submit', by: 'customer:jane', customer: 'customer:acme' } as const
    told.tell(at, { ...asked, kind: 'incident' })
    expect(told.state.customer).toBe('customer:acme')
    expect(told.state.links).toEqual([{ relation: 'contact', to: 'customer:jane' }])
    expect(told.refusalOf(at, { type: 'message', by: 'customer:jane' })).toBeUndefined()
  })
})

describe('A note', () => {
  it('among ourselves is not written by the customer', () => {
    const note = customer({ type: 'message', audience: 'internal', text: 'psst' })
    expect(refused(storyAtWork(), at, note).code).toBe('customer-internal')
  })
})

describe('A wait', () => {
  it('is for something that is known, and what was meant is guessed', () => {
    const refusal = refused(storyAtWork(), at, ada({ type: 'wait', for: 'vendr' }))
    expect(refusal).toMatchObject({
      code: 'blocker-unknown',
      params: { didYouMean: 'vendor' },
      nextSteps: [{ code: 'requests.next.waitFor', params: { blocker: 'vendor' } }],
    })
  })

  it('for a date says which', () => {
    const refusal = refused(storyAtWork(), at, ada({ type: 'wait', for: 'date' }))
    expect(refusal).toMatchObject({
      code: 'until-missing',
      nextSteps: [{ code: 'requests.next.sayUntil' }],
    })
  })

  it('does not end before it begins', () => {
    const wait = ada({ type: 'wait', for: 'date', until: at })
    expect(refused(storyAtWork(), at, wait).code).toBe('until-past')
  })
})

describe('An offer', () => {
  it('is not made by somebody else', () => {
    const offer = eve({ type: 'offer', to: 'team:platform' })
    expect(refused(storyAtWork(), at, offer)).toMatchObject({
      code: 'not-allowed',
      whoMay: ['team:support'],
    })
  })

  it('is not made of what is resolved', () => {
    const offer = ada({ type: 'offer', to: 'team:platform' })
    expect(refused(resolved(), at, offer).code).toBe('not-possible')
  })

  it('is not made while another stands', () => {
    const refusal = refused(offered(), at, ada({ type: 'offer', to: 'team:sales' }))
    expect(refusal).toMatchObject({
      code: 'offer-open',
      params: { to: 'team:platform' },
      whoMay: ['team:platform'],
      nextSteps: [{ code: 'requests.next.recall' }],
    })
  })

  it('is not made to who owns it', () => {
    const offer = ada({ type: 'offer', to: 'team:support' })
    expect(refused(storyAtWork(), at, offer).code).toBe('offer-to-owner')
  })

  it('tells Sales what the customer needs', () => {
    const refusal = refused(storyAtWork(), at, ada({ type: 'offer', to: 'team:sales' }))
    expect(refusal).toMatchObject({
      code: 'need-missing',
      nextSteps: [{ code: 'requests.next.sayNeed', params: { to: 'team:sales' } }],
    })
  })

  it('goes to somebody who could accept it, as far as the directory knows', () => {
    const offer = ada({ type: 'offer', to: 'team:plattform' })
    expect(refused(storyAtWork(), at, offer)).toMatchObject({
      code: 'receiver-unknown',
      params: { to: 'team:plattform', didYouMean: 'team:platform' },
      nextSteps: [{ code: 'requests.next.offer', params: { to: 'team:platform' } }],
    })
  })

  it('goes only where the lifecycle lets it go, or back', () => {
    const routes = [{ from: 'team:support', to: ['team:platform'] }] as const
    const handover = { ...SHIPPED_LIFECYCLES.incident.handover, routes: [...routes] as never }
    const told = storyAtWork(stricter({ handover }))
    const refusal = refused(told, at, ada({ type: 'offer', to: 'team:management' }))
    expect(refusal).toMatchObject({
      code: 'receiver-not-allowed',
      nextSteps: [{ code: 'requests.next.offer', params: { to: 'team:platform' } }],
    })
  })

  it('goes to nobody who could not answer for it', () => {
    const waits = { code: 'requests.next.waitFor', params: { blocker: 'customer' } }
    const toCustomer = ada({ type: 'offer', to: 'customer:acme' })
    expect(refused(storyAtWork(), at, toCustomer)).toMatchObject({
      code: 'receiver-not-allowed',
      nextSteps: [waits],
    })
    const toMachine = ada({ type: 'offer', to: 'system:monitor' })
    expect(refused(storyAtWork(), at, toMachine).code).toBe('receiver-not-allowed')
  })

  it('goes to the duty manager alone once three have come back', () => {
    const told = storyAtWork()
    for (const hour of ['09', '10', '11']) {
      told.tell(monday(`${hour}:20`), ada({ type: 'offer', to: 'team:platform' }))
      told.tell(monday(`${hour}:30`), eve({ type: 'decline', reason: 'not ours' }))
    }
    const refusal = refused(told, monday('12:00'), ada({ type: 'offer', to: 'team:platform' }))
    expect(refusal).toMatchObject({
      code: 'bounced-too-often',
      params: { bounces: 3, limit: 3 },
      nextSteps: [{ code: 'requests.next.offer', params: { to: 'role:duty-manager' } }],
    })
    const last = ada({ type: 'offer', to: 'role:duty-manager' })
    expect(told.refusalOf(monday('12:00'), last)).toBeUndefined()
  })

  it('is answered by whom it was made to', () => {
    const refusal = refused(offered(), at, { type: 'accept', by: 'person:sal' })
    expect(refusal).toMatchObject({ code: 'not-allowed', whoMay: ['team:platform'] })
  })

  it('that was never made has no answer', () => {
    for (const type of ['accept', 'recall'] as const) {
      expect(refused(storyAtWork(), at, ada({ type }))).toMatchObject({
        code: 'offer-none',
        whoMay: ['team:support'],
        nextSteps: [{ code: 'requests.next.offerAgain' }],
      })
    }
  })

  it('that has expired is accepted too late', () => {
    const refusal = refused(offered(), monday('15:00'), eve({ type: 'accept' }))
    expect(refusal).toMatchObject({ code: 'offer-expired', whoMay: ['team:support'] })
  })
})

describe('A resolution', () => {
  it('says the cause, the effect and a summary where its kind asks for them', () => {
    const refusal = refused(storyAtWork(), at, ada({ type: 'resolve', cause: 'disk' }))
    expect(refusal).toMatchObject({
      code: 'resolution-incomplete',
      params: { missing: ['effect', 'summary'] },
    })
    expect(codes(refusal.nextSteps)).toEqual(['requests.next.say', 'requests.next.say'])
  })

  it('waits for required tasks and for what was split off', () => {
    const said = { cause: 'disk', effect: 'freed', summary: 'Exports work again.' }
    for (const [told, child] of [
      [withTask(), 'task:7/export'],
      [withChild(), 'request:8'],
    ] as const) {
      expect(refused(told, at, ada({ type: 'resolve', ...said }))).toMatchObject({
        code: 'children-open',
        params: { children: [child] },
        nextSteps: [{ code: 'requests.next.finishChild', params: { child } }],
      })
    }
  })

  it('stands: nothing that it would have to wait for is added under it', () => {
    const refusal = refused(resolved(), at, ada({ type: 'addTask', task: 'x', title: 'More' }))
    expect(refusal).toMatchObject({
      code: 'request-resolved',
      nextSteps: [{ code: 'requests.next.step', params: { event: 'reopen' } }],
    })
  })

  it('that was closed is not changed any more, but followed up', () => {
    const refusal = refused(closed(), at, ada({ type: 'take' }))
    expect(refusal.code).toBe('request-closed')
    expect(codes(refusal.nextSteps)).toEqual(['requests.next.followUp'])
  })

  it('that is not closed is not followed up', () => {
    const refusal = refused(resolved(), at, customer({ type: 'followUp', as: '9' }))
    expect(refusal).toMatchObject({
      code: 'still-open',
      nextSteps: [{ code: 'requests.next.message' }],
    })
  })

  it('by a request that is there already is refused, or what was written would be lost', () => {
    const told = resolved()
    told.tell(monday('10:30'), customer({ type: 'close' }))
    expect(refused(told, monday('11:00'), customer({ type: 'followUp', as: '7' }))).toMatchObject({
      code: 'request-exists',
      nextSteps: [{ code: 'requests.next.nameAnew', params: { taken: '7' } }],
    })
    const within = { ...context, requests: { '9': told.state } }
    const again: RequestCommand = {
      id: 'f',
      request: '7',
      type: 'followUp',
      by: 'customer:acme',
      as: '9',
    }
    expect(held(decide(told.state, again, within, monday('11:00'))).code).toBe('request-exists')
  })
})

describe('A task', () => {
  it('that nobody wrote down cannot be dispatched', () => {
    const refusal = refused(withTask(), at, ada({ type: 'dispatchTask', task: 'deploy' }))
    expect(refusal).toMatchObject({ code: 'task-unknown', params: { known: ['export'] } })
  })

  it('has a name of its own', () => {
    const again = ada({ type: 'addTask', task: 'export', title: 'Twice' })
    expect(refused(withTask(), at, again)).toMatchObject({
      code: 'task-exists',
      nextSteps: [{ code: 'requests.next.nameAnew' }],
    })
  })

  it('goes out when it says what the team needs to know, and each thing that is missing is named', () => {
    const told = storyAtWork()
    told.tell(
      monday('09:20'),
      ada({ type: 'addTask', task: 'x', title: 'X', team: 'team:platform' }),
    )
    const refusal = refused(told, at, ada({ type: 'dispatchTask', task: 'x' }))
    expect(refusal).toMatchObject({
      code: 'task-not-ready',
      params: { missing: ['context', 'acceptanceCriteria', 'customerImpact'] },
    })
    expect(codes(refusal.nextSteps)).toEqual(Array(3).fill('requests.next.refineTask'))
  })

  it('is accepted after it was dispatched, and not before', () => {
    const refusal = refused(withTask(), at, eve({ type: 'acceptTask', task: 'export' }))
    expect(refusal).toMatchObject({ code: 'task-status', params: { status: 'draft' } })
    expect(codes(refusal.nextSteps)).toContain('requests.next.dispatchTask')
  })

  it('is not whole again once a part of it is done', () => {
    const told = withTask()
    const into = [
      { task: 'a', ...refine },
      { task: 'b', ...refine },
    ]
    told.tell(monday('09:30'), ada({ type: 'splitTask', task: 'export', into }))
    told.tell(monday('09:40'), ada({ type: 'dispatchTask', task: 'a' }))
    told.tell(monday('09:50'), eve({ type: 'finishTask', task: 'a' }))
    const refusal = refused(told, at, ada({ type: 'rejoinTask', task: 'export' }))
    expect(refusal).toMatchObject({
      code: 'task-parts-done',
      params: { done: ['a'] },
      nextSteps: [{ code: 'requests.next.cancelTask', params: { task: 'b' } }],
    })
  })

  it('of half an hour is no quick one', () => {
    const long = ada({ type: 'quickTask', what: 'Create a user', minutes: 30 })
    expect(refused(storyAtWork(), at, long)).toMatchObject({
      code: 'quick-task-too-long',
      params: { minutes: 30, limit: 10 },
      nextSteps: [{ code: 'requests.next.addTask' }],
    })
  })

  it('is not the customer’s to write down', () => {
    const own = customer({ type: 'addTask', task: 'x', title: 'Hurry' })
    expect(refused(storyAtWork(), at, own).code).toBe('not-allowed')
  })
})

describe('A request that is split off', () => {
  const into = (request: string, links?: readonly { relation: string; to: string }[]) =>
    ada({ type: 'split', into: [{ request, title: 'Part', ...(links && { links }) }] })

  it('is of a kind that there is, or nobody would ever finish it', () => {
    const odd = ada({ type: 'split', into: [{ request: '8', title: 'Part', kind: 'toString' }] })
    expect(refused(storyAtWork(), at, odd)).toMatchObject({
      code: 'kind-unknown',
      params: { kind: 'toString' },
    })
  })

  it('is not the request itself', () => {
    expect(refused(storyAtWork(), at, into('7')).code).toBe('split-of-itself')
  })

  it('is not there already', () => {
    expect(refused(withChild(), at, into('8'))).toMatchObject({
      code: 'child-exists',
      params: { child: '8' },
    })
  })

  it('takes no link that the request does not have', () => {
    const link = { relation: 'contact', to: 'person:zoe' }
    expect(refused(storyAtWork(), at, into('8', [link]))).toMatchObject({
      code: 'link-unknown',
      nextSteps: [{ code: 'requests.next.link', params: link }],
    })
  })

  it('re-joins when it was split off from here', () => {
    expect(refused(withChild(), at, ada({ type: 'rejoin', child: '9' }))).toMatchObject({
      code: 'child-unknown',
      params: { child: '9', known: ['8'] },
    })
  })

  it('re-joins when one can look at it', () => {
    expect(refused(withChild(), at, ada({ type: 'rejoin', child: '8' }))).toMatchObject({
      code: 'request-not-loaded',
      nextSteps: [{ code: 'requests.next.loadRequest', params: { request: '8' } }],
    })
  })

  it('does not re-join after it is over', () => {
    const told = withChild()
    told.tell(monday('10:00'), ada({ type: 'noteChild', child: '8', status: 'closed' }))
    expect(refused(told, at, ada({ type: 'rejoin', child: '8' }))).toMatchObject({
      code: 'child-over',
      params: { child: '8', status: 'closed' },
    })
  })

  it('is merged into the request that it came from, and no other', () => {
    expect(refused(storyAtWork(), at, ada({ type: 'mergeInto', parent: '6' }))).toMatchObject({
      code: 'parent-other',
      params: { asked: '6', found: null },
    })
  })
})

describe('A refusal', () => {
  it('leaves no trace, not even of what time had brought about by then', () => {
    const told = offered()
    const before = JSON.stringify(told.state)
    const decision = told.ask(monday('15:00'), eve({ type: 'accept' }))
    expect(Object.keys(decision)).toEqual(['ok', 'refusal'])
    expect(JSON.stringify(told.state)).toBe(before)
  })

  it('is told as why, who may, and what to do instead', () => {
    const refusal = refused(storyAtWork(), at, ada({ type: 'offer', to: 'team:sales' }))
    const reason = explainRefusal(refusal)
    expect(reasonSchema.safeParse(reason).success).toBe(true)
    expect(reason.code).toBe('requests.refusal.need-missing')
    expect(codes(reason.children)).toEqual(['requests.next.sayNeed'])
    const other = explainRefusal(
      refused(storyAtWork(), at, eve({ type: 'offer', to: 'team:platform' })),
    )
    expect(codes(other.children)).toEqual(['requests.whoMay'])
  })
})
