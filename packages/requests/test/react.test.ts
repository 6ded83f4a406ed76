import { describe, expect, it } from 'vitest'
import {
  decide,
  evolve,
  needs,
  type RequestCommand,
  type RequestEvent,
  type RequestState,
  react,
} from '../src/index.ts'
import { context, monday } from './told-story.ts'

/** A desk that carries out commands, and whatever they ask of other requests, as a host does. */
function desk() {
  const states = new Map<string, RequestState>()
  const events: RequestEvent[] = []
  let count = 0

  function carryOut(command: RequestCommand, at: string): readonly RequestEvent[] {
    const requests = Object.fromEntries(states)
    const decision = decide(
      states.get(command.request) ?? null,
      command,
      { ...context, requests },
      at,
    )
    if (!decision.ok) throw new Error(`refused: ${JSON.stringify(decision.refusal)}`)
    for (const event of decision.events) {
      const state = evolve(states.get(command.request) ?? null, event) as RequestState
      states.set(command.request, state)
      events.push(event)
      for (const asked of react(event, state)) carryOut(asked, at)
    }
    return decision.events
  }

  return {
    events,
    tell(at: string, command: object): readonly RequestEvent[] {
      count++
      return carryOut({ id: `c${count}`, ...command } as RequestCommand, at)
    },
    carryOut,
    of(request: string): RequestState {
      const state = states.get(request)
      if (state === undefined) throw new Error(`there is no request ${request}`)
      return state
    },
  }
}

const links = [
  { relation: 'contact', to: 'person:zoe' },
  { relation: 'product', to: 'exports' },
]
const [contact, product] = links as [(typeof links)[0], (typeof links)[0]]
const byAda = { by: 'person:ada' } as const
const submitted = { type: 'submit', by: 'customer:acme', kind: 'incident' } as const
const said = { cause: 'disk', effect: 'freed', summary: 'Works again.' }

/** Request 7 of Acme, from which 8 was split off with the link to the product. */
function splitDesk() {
  const told = desk()
  told.tell(monday('09:00'), {
    type: 'submit',
    request: '7',
    by: 'customer:acme',
    kind: 'incident',
    priority: 'P3',
    need: 'Invoices by Friday',
    customerFacts: { level: 'gold' },
    links,
  })
  const into = [{ request: '8', title: 'Exports', links: [product] }]
  told.tell(monday('09:20'), { type: 'split', request: '7', ...byAda, into })
  return told
}

describe('A request that is split off', () => {
  it('comes in by itself, with what is known of the customer, and knows where it comes from', () => {
    const told = splitDesk()
    expect(told.of('8')).toMatchObject({
      kind: 'incident',
      title: 'Exports',
      parent: '7',
      owner: 'team:support',
      customer: 'customer:acme',
      customerFacts: { level: 'gold' },
      priority: 'P3',
      need: 'Invoices by Friday',
      links: [product],
      submittedAt: Date.parse(monday('09:20')),
    })
    expect(told.of('7').links).toEqual([contact])
  })

  it('tells its parent how it stands, until the parent can be resolved', () => {
    const told = splitDesk()
    const status = () => told.of('7').children.map((child) => child.status)
    expect(status()).toEqual(['open'])
    told.tell(monday('10:00'), { type: 'resolve', request: '8', ...byAda, ...said })
    expect(status()).toEqual(['resolved'])
    told.tell(monday('10:10'), { type: 'reopen', request: '8', ...byAda, reason: 'not for all' })
    expect(status()).toEqual(['open'])
    told.tell(monday('10:20'), { type: 'cancel', request: '8', ...byAda, reason: 'same thing' })
    expect(status()).toEqual(['cancelled'])
    told.tell(monday('10:30'), { type: 'resolve', request: '7', ...byAda, ...said })
    expect(told.of('7').category).toBe('resolved')
  })

  it('ends when it re-joins, and its links are where they were', () => {
    const told = splitDesk()
    told.tell(monday('10:00'), { type: 'rejoin', request: '7', ...byAda, child: '8' })
    expect(told.of('7').links).toEqual(links)
    expect(told.of('8').category).toBe('closed')
    expect(told.of('7').children).toMatchObject([{ request: '8', status: 'rejoined' }])
  })
})

describe('A follow-up', () => {
  it('comes in as a request of its own that knows what it follows', () => {
    const told = desk()
    const submit = { type: 'submit', request: '7', by: 'customer:acme', kind: 'incident', links }
    told.tell(monday('09:00'), submit)
    told.tell(monday('09:10'), { type: 'take', request: '7', ...byAda })
    told.tell(monday('09:20'), { type: 'resolve', request: '7', ...byAda, ...said })
    told.tell(monday('09:30'), { type: 'close', request: '7', by: 'customer:acme' })
    const again = { type: 'followUp', request: '7', by: 'customer:acme', as: '9', title: 'Again' }
    told.tell(monday('10:00'), again)
    expect(told.of('7')).toMatchObject({ category: 'closed', followUps: ['9'] })
    expect(told.of('9')).toMatchObject({
      followUpOf: '7',
      title: 'Again',
      customer: 'customer:acme',
      category: 'open',
      links,
    })
  })

  it('begins with what the customer wrote, so that nobody has to write it again', () => {
    const told = desk()
    told.tell(monday('09:00'), { ...submitted, request: '7' })
    told.tell(monday('09:10'), { type: 'cancel', request: '7', by: 'customer:acme', reason: 'x' })
    const text = 'It is back.'
    told.tell(monday('10:00'), {
      type: 'followUp',
      request: '7',
      by: 'customer:acme',
      as: '9',
      text,
    })
    expect(told.events.at(-1)).toMatchObject({ request: '9', type: 'messaged', text })
    expect(told.of('9').marks.map(({ type }) => type)).toEqual(['submitted', 'message'])
  })
})

describe('What an event asks of others', () => {
  it('is heard of each child, also where their commands have the same ids', () => {
    const told = desk()
    told.tell(monday('09:00'), { ...submitted, request: '7' })
    const into = [
      { request: '8', title: 'One' },
      { request: '9', title: 'Other' },
    ]
    told.tell(monday('09:10'), { type: 'split', request: '7', ...byAda, into })
    for (const request of ['8', '9']) {
      const done = { type: 'resolve', request, id: 'done', ...byAda, ...said }
      told.carryOut(done as RequestCommand, monday('10:00'))
    }
    expect(told.of('7').children.map(({ status }) => status)).toEqual(['resolved', 'resolved'])
  })

  it('changes nothing when the event is delivered again', () => {
    const told = splitDesk()
    told.tell(monday('10:00'), { type: 'resolve', request: '8', ...byAda, ...said })
    const delivered = told.events.slice()
    for (const event of delivered) {
      for (const command of react(event, told.of(event.request))) {
        expect(told.carryOut(command, monday('11:00')), command.id).toEqual([])
      }
    }
  })

  it('does not let a parent be over for old news of a child that comes late', () => {
    const told = splitDesk()
    told.tell(monday('10:00'), { type: 'resolve', request: '8', ...byAda, ...said })
    const old = told.events.findLast(({ request }) => request === '8') as RequestEvent
    const [news] = react(old, told.of('8'))
    told.tell(monday('10:30'), { type: 'reopen', request: '8', ...byAda, reason: 'Not yet' })
    // As if it had got lost on the way, and were sent anew.
    told.carryOut({ ...news, id: 'late' } as RequestCommand, monday('11:00'))
    expect(told.of('7').children).toMatchObject([{ request: '8', status: 'open' }])
  })

  it('is believed where the child that was loaded is older', () => {
    const told = splitDesk()
    const before = told.of('8')
    const parent = told.of('7')
    told.tell(monday('10:00'), { type: 'resolve', request: '8', ...byAda, ...said })
    const event = told.events.findLast(({ request }) => request === '8') as RequestEvent
    const [news] = react(event, told.of('8'))
    const within = { ...context, requests: { '8': before } }
    expect(decide(parent, news as RequestCommand, within, monday('10:01'))).toMatchObject({
      events: [{ type: 'childChanged', status: 'resolved' }],
    })
  })

  it('is dated as the event is, and by whom it was', () => {
    const told = splitDesk()
    const event = told.events.find(({ type }) => type === 'split') as RequestEvent
    expect(react(event, told.of('7'))).toMatchObject([
      { type: 'submit', request: '8', by: 'person:ada', at: event.at, id: `7|${event.id}>8` },
    ])
  })

  it('is nothing for what is about the request alone', () => {
    const told = splitDesk()
    const [first] = told.events
    expect(react(first as RequestEvent, told.of('7'))).toEqual([])
  })
})

describe('What a decision needs', () => {
  const ask = (command: object) => needs({ id: 'c', request: '7', ...byAda, ...command } as never)
  const own = { load: 'request', id: '7' }

  it('is the request itself, and the lifecycle of one that comes in', () => {
    expect(ask({ type: 'take' })).toEqual([own])
    expect(ask({ type: 'submit', kind: 'bug' })).toEqual([own, { load: 'lifecycle', kind: 'bug' }])
  })

  it('is the request that re-joins, and any that has the name of one to be split off', () => {
    const other = { load: 'request', id: '8' }
    expect(ask({ type: 'rejoin', child: '8' })).toEqual([own, other])
    const into = [{ request: '8', title: 'Invoices' }]
    expect(ask({ type: 'split', into })).toEqual([own, other])
    const kind = { load: 'lifecycle', kind: 'bug' }
    const ofKind = { type: 'split', into: [{ request: '8', title: 'Invoices', kind: 'bug' }] }
    expect(ask(ofKind)).toEqual([own, other, kind])
  })

  it('is any request that has the name of one to follow it', () => {
    expect(ask({ type: 'followUp', as: '8' })).toEqual([own, { load: 'request', id: '8' }])
  })

  it('is the child that something is told of', () => {
    const told = { type: 'noteChild', child: '8', status: 'resolved' }
    expect(ask(told)).toEqual([own, { load: 'request', id: '8' }])
  })

  it('is enough to refuse to split off what is there already', () => {
    const told = splitDesk()
    const command = { id: 'c', request: '7', ...byAda, type: 'split' } as const
    const into = [{ request: '9', title: 'Invoices' }]
    told.tell(monday('10:00'), { ...submitted, request: '9' })
    const requests = { '9': told.of('9') }
    const within = { ...context, requests }
    const decision = decide(told.of('7'), { ...command, into }, within, monday('11:00'))
    expect(decision).toMatchObject({ ok: false, refusal: { code: 'child-exists' } })
  })
})
