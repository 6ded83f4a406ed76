/** What the requirements ask of the life of a request, told as it comes up on a desk with the lifecycles that are shipped. */
import { createCalendar } from '@holdfast/calendar'
import { createDirectory, type Notice, type PartyRef } from '@holdfast/kernel'
import {
  createLifecycle,
  customerView,
  decide,
  evolve,
  exportTask,
  flowOf,
  isUnattended,
  type RequestCommand,
  type RequestContext,
  type RequestEvent,
  type RequestState,
  react,
  rollUp,
  SHIPPED_LIFECYCLES,
  taskMarkdown,
  taskReadiness,
} from '@holdfast/requests'
import { describe, expect, it } from 'vitest'

const day: [string, string][] = [['08:00', '18:00']]
const desk = createCalendar({
  id: 'desk',
  version: 1,
  timeZone: 'Europe/Zurich',
  hours: { mon: day, tue: day, wed: day, thu: day, fri: day },
})
const lifecycles = Object.fromEntries(
  Object.entries(SHIPPED_LIFECYCLES).map(([kind, document]) => [
    kind,
    createLifecycle(document, { calendars: { desk } }),
  ]),
)
const directory = createDirectory({
  id: 'people',
  version: 1,
  people: {
    ada: { team: 'support' },
    ben: { team: 'support', roles: ['change-manager'] },
    eve: { team: 'platform' },
    bill: { team: 'billing' },
    sal: { team: 'sales' },
  },
  teams: { support: {}, platform: {}, billing: {}, sales: {} },
})

/** An instant in Zurich in March 2027, before summer time. Monday is the first. */
const at = (time: string) => Date.parse(`2027-03-${time}:00+01:00`)

type Asked<T = RequestCommand> = T extends RequestCommand
  ? Omit<T, 'id' | 'request' | 'by'> & { readonly request?: string }
  : never

/** The desk: it carries out commands, and what these ask of other requests. Request 7 is meant where none is named. */
function office(context: RequestContext = { lifecycles, directory }) {
  const states = new Map<string, RequestState>()
  const events: RequestEvent[] = []
  const notices: Notice[] = []
  let count = 0

  function decided(time: string, command: RequestCommand) {
    const requests = Object.fromEntries(states)
    return decide(states.get(command.request) ?? null, command, { ...context, requests }, at(time))
  }

  function carryOut(time: string, command: RequestCommand): void {
    const decision = decided(time, command)
    if (!decision.ok) throw new Error(`refused: ${JSON.stringify(decision.refusal)}`)
    notices.push(...decision.notices)
    for (const event of decision.events) {
      const state = evolve(states.get(command.request) ?? null, event) as RequestState
      states.set(command.request, state)
      events.push(event)
      for (const asked of react(event, state)) carryOut(time, asked)
    }
  }

  const commandOf = (by: PartyRef, asked: Asked) =>
    ({ id: `c${count}`, request: '7', by, ...asked }) as RequestCommand

  return {
    events,
    notices,
    tell(time: string, by: PartyRef, asked: Asked): void {
      count++
      carryOut(time, commandOf(by, asked))
    },
    /** The refusal of a command, by its code and parameters. */
    refusal(time: string, by: PartyRef, asked: Asked) {
      count++
      const decision = decided(time, commandOf(by, asked))
      return decision.ok ? undefined : decision.refusal
    },
    of(request = '7'): RequestState {
      const state = states.get(request)
      if (state === undefined) throw new Error(`there is no request ${request}`)
      return state
    },
  }
}

const acme = 'customer:acme'
const ada = 'person:ada'
const timer = 'system:timer'

/** A request of a kind that Acme sends on Monday at nine. */
function asked(kind: string, parts: Partial<Asked & { type: 'submit' }> = {}) {
  const told = office()
  told.tell('01T09:00', acme, { type: 'submit', kind, priority: 'P3', ...parts })
  return told
}

const refined = {
  title: 'Repair the export',
  team: 'team:platform',
  context: 'Since version 5, files over 1 GB break off',
  acceptanceCriteria: ['An export of 2 GB succeeds'],
  customerImpact: 'Acme cannot send invoices',
} as const
const done = { cause: 'A full disk', effect: 'More room', summary: 'Exports work again.' }

describe('a request', () => {
  it('has one front door, however many teams and products it touches (R3)', () => {
    const told = asked('incident', { customerFacts: { products: ['exports', 'invoices'] } })
    told.tell('01T09:10', ada, { type: 'take' })
    for (const [task, team] of [
      ['export', 'team:platform'],
      ['invoice', 'team:billing'],
    ] as const) {
      told.tell('01T09:20', ada, { type: 'addTask', task, ...refined, team })
      told.tell('01T09:30', ada, { type: 'dispatchTask', task })
    }
    told.tell('01T10:00', 'person:eve', { type: 'acceptTask', task: 'export' })
    told.tell('01T10:10', 'person:bill', { type: 'acceptTask', task: 'invoice' })
    expect(told.of().owner).toBe('team:support')
    expect(told.of().customerFacts.products).toEqual(['exports', 'invoices'])
    expect(told.notices.filter(({ to }) => to === acme)).toEqual([])
  })

  it('for assistance, for something new and for an interruption ends in its own way (R4)', () => {
    const summary = { type: 'resolve', summary: 'As agreed.' } as const
    expect(asked('question').refusal('01T10:00', ada, summary)).toBeUndefined()
    expect(asked('incident').refusal('01T10:00', ada, summary)?.params).toEqual({
      missing: ['cause', 'effect'],
    })
    const sold = asked('new-business').refusal('01T10:00', ada, { ...summary, effect: 'A quote' })
    expect(sold?.code).toBe('not-possible')
  })

  it('is never without a next action and somebody who has it, and who neglects it is found (R7)', () => {
    const told = asked('incident')
    const priorities = { '8': 'P1', '9': 'P4' }
    for (const [request, priority] of Object.entries(priorities)) {
      told.tell('01T09:00', acme, { type: 'submit', request, kind: 'incident', priority })
    }
    const all = ['7', '8', '9'].map((request) => told.of(request))
    expect(all.map(({ nextAction }) => nextAction)).toEqual([
      { at: at('01T17:00'), by: 'team:support', why: 'attend' },
      { at: at('01T10:00'), by: 'team:support', why: 'attend' },
      { at: at('02T15:00'), by: 'team:support', why: 'attend' },
    ])
    const neglected = all.filter((state) => isUnattended(state, at('01T17:01')))
    expect(neglected.map(({ request }) => request)).toEqual(['7', '8'])
  })

  it('ends with a summary that the customer reads (R29)', () => {
    const told = asked('incident')
    told.tell('01T09:10', ada, { type: 'take' })
    const silent = { type: 'resolve', cause: 'A full disk', effect: 'More room' } as const
    expect(told.refusal('01T11:00', ada, silent)).toMatchObject({
      code: 'resolution-incomplete',
      params: { missing: ['summary'] },
    })
    told.tell('01T11:00', ada, { type: 'resolve', ...done })
    expect(told.notices.at(-1)).toMatchObject({
      to: acme,
      reason: { params: { text: done.summary } },
    })
    expect(customerView(told.of(), lifecycles['incident'] as never, at('01T11:00'))).toMatchObject({
      summary: done.summary,
      isOver: true,
    })
  })
})

describe('ownership', () => {
  it('stays with who offers a request until somebody else accepts it, whatever else happens (R14)', () => {
    const told = asked('incident')
    told.tell('01T09:10', ada, { type: 'take' })
    const offer = { type: 'offer', to: 'team:platform' } as const
    const owners = () => told.of().owner

    told.tell('01T09:20', ada, offer)
    expect(owners()).toBe('team:support')
    told.tell('01T09:40', 'person:eve', { type: 'decline', reason: 'This is billing' })
    expect(owners()).toBe('team:support')
    told.tell('01T10:00', ada, { ...offer, to: 'team:billing' })
    told.tell('01T10:10', ada, { type: 'recall' })
    expect(owners()).toBe('team:support')
    told.tell('01T11:00', ada, offer)
    // Four business hours later nobody has answered.
    told.tell('01T15:01', timer, { type: 'wake' })
    expect(told.of().offer).toBeNull()
    expect(owners()).toBe('team:support')
    told.tell('01T16:00', ada, { ...offer, to: 'team:billing' })
    told.tell('01T16:10', 'person:bill', { type: 'accept' })
    expect(owners()).toBe('team:billing')

    const answers = told.of().marks.filter(({ about }) => about.startsWith('offer:'))
    expect(answers.map(({ type }) => type)).toEqual([
      'offered',
      'declined',
      'offered',
      'recalled',
      'offered',
      'expired',
      'offered',
      'accepted',
    ])
    expect(told.of().bounces).toBe(2)
  })

  it('of new business passes to Sales with what the customer needs, once Sales accepts (R12)', () => {
    const told = asked('new-business', { title: 'Exports as a service' })
    const offer = { type: 'offer', to: 'team:sales' } as const
    expect(told.refusal('01T09:30', ada, offer)?.code).toBe('need-missing')
    const need = 'An export each night, for 40 users'
    told.tell('01T09:30', ada, { ...offer, need })
    expect(told.notices.at(-1)).toMatchObject({ to: 'team:sales', reason: { params: { need } } })
    expect(told.of()).toMatchObject({ owner: 'team:support', state: 'recognized' })
    told.tell('01T10:30', 'person:sal', { type: 'accept' })
    expect(told.of()).toMatchObject({ owner: 'team:sales', state: 'with-sales', need })
  })

  it('of a complaint is with the first person contacted, who sees to it (R131)', () => {
    const told = office()
    told.tell('01T09:00', acme, { type: 'submit', kind: 'complaint', firstContact: ada })
    expect(told.of()).toMatchObject({ owner: ada, nextAction: { by: ada, why: 'tell' } })
    expect(told.refusal('01T09:10', 'person:ben', { type: 'take' })?.code).toBe('assignee-outside')
    const settle = { type: 'resolve', ...done } as const
    expect(told.refusal('01T09:10', ada, settle)?.code).toBe('not-possible')
    told.tell('01T09:20', ada, { type: 'take' })
    told.tell('01T11:00', ada, settle)
    expect(told.of().category).toBe('resolved')
  })
})

describe('tasks', () => {
  it('go to a team when they are clear, and what is missing is named (R5)', () => {
    const told = asked('incident')
    const { title, team, context } = refined
    told.tell('01T09:20', ada, { type: 'addTask', task: 'export', title, team, context })
    const dispatch = { type: 'dispatchTask', task: 'export' } as const
    const missing = ['acceptanceCriteria', 'customerImpact']
    expect(told.refusal('01T09:30', ada, dispatch)?.params['missing']).toEqual(missing)
    const [task] = told.of().tasks
    const criteria = lifecycles['incident']?.readiness ?? []
    expect(taskReadiness(task as never, criteria).missing.map(({ id }) => id)).toEqual(missing)
    const { acceptanceCriteria, customerImpact } = refined
    const more = { acceptanceCriteria, customerImpact }
    told.tell('01T09:40', ada, { type: 'changeTask', task: 'export', ...more })
    told.tell('01T09:50', ada, dispatch)
    expect(told.notices.at(-1)?.to).toBe('team:platform')
  })

  it('are refined from a request, so that the team need not ask the customer again (R15)', () => {
    const told = asked('incident', { need: 'Invoices by Friday' })
    told.tell('01T09:20', ada, { type: 'addTask', task: 'export', ...refined })
    const exported = exportTask(told.of(), 'export')
    expect(exported).toMatchObject({
      ...refined,
      customer: { party: acme },
      request: { id: '7', need: 'Invoices by Friday', owner: 'team:support' },
    })
  })

  it('leave as data and as text for the tracker of a team (R28)', () => {
    const told = asked('incident')
    told.tell('01T09:20', ada, { type: 'addTask', task: 'export', ...refined })
    const exported = exportTask(told.of(), 'export')
    expect(JSON.parse(JSON.stringify(exported))).toEqual(exported)
    expect(taskMarkdown(exported)).toContain(refined.acceptanceCriteria[0])
  })

  it('hold a request open, roll up into it, and come together again (R16)', () => {
    const links = [
      { relation: 'contact', to: 'person:zoe' },
      { relation: 'site', to: 'zurich' },
    ]
    const told = asked('incident', { links })
    told.tell('01T09:10', ada, { type: 'take' })
    told.tell('01T09:20', ada, { type: 'addTask', task: 'export', ...refined })
    told.tell('01T09:30', ada, {
      type: 'split',
      into: [{ request: '8', title: 'Invoices', links: links.slice(1) }],
    })
    expect(told.of().links).toEqual(links.slice(0, 1))
    const resolve = { type: 'resolve', ...done } as const
    expect(told.refusal('01T10:00', ada, resolve)?.params['children']).toEqual([
      'task:7/export',
      'request:8',
    ])
    told.tell('01T10:00', ada, { type: 'dispatchTask', task: 'export' })
    expect(rollUp(told.of())).toMatchObject({ status: 'waiting', requiredOpen: 2 })
    told.tell('01T11:00', 'person:eve', { type: 'finishTask', task: 'export' })
    told.tell('01T11:10', ada, { type: 'rejoin', child: '8' })
    expect(told.of().links).toEqual(links)
    expect(told.of('8').category).toBe('closed')
    told.tell('01T11:20', ada, resolve)
    expect(told.of().category).toBe('resolved')
  })

  it('of five to ten minutes are done at once, and whoever they touch hears of it (R133)', () => {
    const told = asked('service-request')
    const quick = { type: 'quickTask', what: 'A price was set', affects: ['team:sales'] } as const
    told.tell('01T09:20', ada, { ...quick, minutes: 7 })
    expect(told.notices.at(-1)).toMatchObject({
      to: 'team:sales',
      code: 'requests.notice.quickTaskDone',
    })
    expect(told.refusal('01T09:30', ada, { ...quick, minutes: 25 })?.params).toMatchObject({
      limit: 10,
    })
  })
})

describe('a customer who waits', () => {
  it('hears from a person as often as what is waited for and the priority ask, in business hours (R19)', () => {
    const due = (priority: string, blocker: string) => {
      const told = asked('incident', { priority })
      told.tell('01T10:00', ada, { type: 'wait', for: blocker })
      const { nextAction } = told.of()
      expect(nextAction).toMatchObject({ why: 'inform', by: 'team:support' })
      return nextAction?.at
    }
    expect(due('P1', 'vendor')).toBe(at('01T11:00'))
    expect(due('P3', 'vendor')).toBe(at('02T16:00'))
    expect(due('P4', 'team')).toBe(at('03T14:00'))
    // Machines inform nobody, and a promise that is met begins anew.
    const told = asked('incident', { priority: 'P1' })
    told.tell('01T10:00', ada, { type: 'wait', for: 'vendor' })
    told.tell('01T10:20', 'system:mailer', { type: 'message', automatic: true })
    expect(told.of().nextAction?.at).toBe(at('01T11:00'))
    told.tell('01T10:40', ada, { type: 'message', text: 'The vendor is on it' })
    expect(told.of().nextAction?.at).toBe(at('01T11:40'))
  })

  it('can see whose turn it is to speak, and so can we (R125)', () => {
    const told = asked('incident')
    const turns = () => flowOf(told.of()).turn
    expect(turns()).toBe('desk')
    told.tell('01T09:10', ada, { type: 'take' })
    told.tell('01T09:20', ada, { type: 'message', text: 'Looking into it' })
    expect(turns()).toBeNull()
    told.tell('01T10:00', ada, { type: 'wait', for: 'customer', tell: 'Which file?' })
    expect(turns()).toBe('customer')
    told.tell('01T11:00', acme, { type: 'message', text: 'invoices.csv' })
    expect(flowOf(told.of())).toEqual({
      turn: 'desk',
      lastIn: at('01T11:00'),
      lastOut: at('01T10:00'),
      silentSince: at('01T10:00'),
    })
  })

  it('of a bug hears of every step that it takes: in progress, staging, canary, backlog, blocked (R165)', () => {
    const told = asked('bug')
    const owed = () => told.of().nextAction
    const steps: [string, Asked][] = [
      ['01T09:10', { type: 'take' }],
      ['01T10:10', { type: 'move', to: 'staging' }],
      ['01T11:10', { type: 'move', to: 'canary' }],
      ['01T12:10', { type: 'wait', for: 'backlog' }],
      ['01T13:10', { type: 'wait', for: 'vendor' }],
    ]
    const states: string[] = []
    for (const [time, step] of steps) {
      told.tell(time, ada, step)
      states.push(told.of().state)
      expect(owed(), told.of().state).toMatchObject({ why: 'tell', by: 'team:support' })
      told.tell(time.replace(/10$/, '20'), ada, { type: 'message', text: 'So far' })
      expect(owed()?.why).not.toBe('tell')
    }
    expect(states).toEqual(['in-progress', 'staging', 'canary', 'backlog', 'blocked'])
  })
})

describe('kinds of requests', () => {
  it('changes are made when those affected at the customer and inside have approved (R127)', () => {
    const told = asked('change')
    told.tell('01T09:10', ada, { type: 'take' })
    told.tell('01T09:20', ada, { type: 'move', to: 'awaiting-approval' })
    told.tell('01T10:00', 'person:ben', { type: 'approve', approval: 'internal' })
    const begin = { type: 'move', to: 'scheduled' } as const
    expect(told.refusal('01T10:10', ada, begin)?.code).toBe('guard-unmet')
    expect(told.refusal('01T10:10', ada, { type: 'approve', approval: 'customer' })).toMatchObject({
      code: 'not-allowed',
      whoMay: [acme],
    })
    told.tell('01T11:00', acme, { type: 'approve', approval: 'customer' })
    expect(told.of().state).toBe('scheduled')
  })

  it('projects of more than 40 hours need a project manager (R128)', () => {
    const run = { type: 'move', to: 'running' } as const
    const project = (facts: Readonly<Record<string, number | string>>) => {
      const told = asked('small-project')
      told.tell('01T09:10', ada, { type: 'take' })
      told.tell('01T09:20', ada, { type: 'assess', facts })
      return told.refusal('01T09:30', ada, run)
    }
    expect(project({ effortHours: 40 })).toBeUndefined()
    expect(project({ effortHours: 41 })).toMatchObject({
      code: 'guard-unmet',
      params: { guards: ['led'] },
      whoMay: ['role:project-office'],
    })
    expect(project({ effortHours: 41, projectManager: 'person:ben' })).toBeUndefined()
  })

  it('service recovery takes a clear cause and then a remedy that was agreed (R205)', () => {
    const told = asked('service-recovery', { owner: 'team:support' })
    told.tell('01T09:10', ada, { type: 'take' })
    const agree = { type: 'move', to: 'agreeing-remedy' } as const
    expect(told.refusal('01T10:00', ada, agree)?.params['guards']).toEqual(['cause-clear'])
    told.tell('01T10:00', ada, { type: 'assess', facts: { cause: 'A backup was never tested' } })
    told.tell('01T10:10', ada, agree)
    const remedy = { type: 'move', to: 'remedying' } as const
    expect(told.refusal('01T11:00', ada, remedy)?.params['guards']).toEqual(['remedy-agreed'])
    const facts = { remedy: 'A month free', remedyAgreed: true }
    told.tell('01T11:00', ada, { type: 'assess', facts })
    told.tell('01T11:10', ada, remedy)
    told.tell('01T12:00', ada, { type: 'resolve', ...done })
    expect(told.of().state).toBe('recovered')
  })
})
