import { describe, expect, it } from 'vitest'
import type { RequestState } from '../src/index.ts'
import { type LifecycleDocument, REQUEST_CONDITIONS, requestVocabulary } from '../src/index.ts'
import { requestFacts } from '../src/lifecycle/request-facts.ts'
import { lifecycleOf, small, smallWith } from './lifecycle-desk.ts'

/** The rows of an event, as where they lead and from which state before the wait. */
function rows(document: LifecycleDocument, state: string, event: string) {
  const found = lifecycleOf(document).table.get(state)?.get(event) ?? []
  return found.map(({ to, ifPrevious }) => (ifPrevious === null ? to : `${to} if ${ifPrevious}`))
}

const two = smallWith({
  waitReasons: ['moon'],
  states: {
    ...small.states,
    working: { category: 'open' },
    parked: { category: 'waiting' },
  },
  transitions: [
    { on: 'move', from: 'open', to: 'working' },
    { on: 'wait', from: ['open', 'waiting'], to: 'waiting', blockers: ['customer'] },
    { on: 'wait', from: ['working', 'waiting'], to: 'parked' },
    { on: 'resume', from: ['waiting', 'parked'], to: 'previous' },
    { on: 'resolve', from: ['open', 'open', 'working'], to: 'done' },
    { on: 'close', from: 'done', to: 'closed' },
  ],
})

describe('the transition table', () => {
  it('has a row for each wait reason, the own ones too, where a wait names none', () => {
    const out = [...(lifecycleOf(two).table.get('working')?.keys() ?? [])]
    expect(out.filter((event) => event.startsWith('wait:'))).toEqual([
      'wait:customer',
      'wait:vendor',
      'wait:team',
      'wait:sales',
      'wait:change',
      'wait:problem',
      'wait:date',
      'wait:moon',
    ])
    expect(rows(two, 'open', 'wait:moon')).toEqual([])
  })

  it('names the state that is moved to', () => {
    expect(rows(two, 'open', 'move:working')).toEqual(['working'])
    expect(rows(two, 'open', 'move')).toEqual([])
  })

  it('leads back to every state from which the wait can have begun', () => {
    expect(rows(two, 'waiting', 'resume')).toEqual(['open if open'])
  })

  it('leads back out of one wait to where the wait before it began', () => {
    expect(rows(two, 'parked', 'resume')).toEqual(['open if open', 'working if working'])
  })

  it('tries ways in the order of the document', () => {
    expect(rows(two, 'waiting', 'wait:customer')).toEqual(['waiting', 'parked'])
  })

  it('has a state that is named twice once', () => {
    expect(rows(two, 'open', 'resolve')).toEqual(['done'])
  })

  it('has every state, also one that nothing leads out of', () => {
    const { table } = lifecycleOf(two)
    expect([...table.keys()]).toEqual(Object.keys(two.states))
    expect(table.get('closed')?.size).toBe(0)
  })

  it('leaves commands to the desk and machines, and what comes by itself to everybody', () => {
    const document = smallWith({
      transitions: [
        ...small.transitions,
        { on: 'customerMessage', from: 'waiting', to: 'previous' },
        { on: 'cancel', from: 'open', to: 'closed', who: ['owner', 'team:x'] },
      ],
    })
    const { table } = lifecycleOf(document)
    const who = (state: string, event: string) => table.get(state)?.get(event)?.[0]?.who
    expect(who('open', 'resolve')).toEqual(['desk', 'system'])
    expect(who('waiting', 'customerMessage')).toEqual(['desk', 'customer', 'system'])
    expect(who('open', 'cancel')).toEqual(['owner', 'team:x'])
  })

  it('takes states that are called as what every object has', () => {
    const document = smallWith({
      initial: 'constructor',
      states: { ...small.states, constructor: { category: 'open' } },
      transitions: [{ on: 'move', from: 'constructor', to: 'open' }, ...small.transitions],
    })
    expect(rows(document, 'constructor', 'move:open')).toEqual(['open'])
    expect(rows(document, 'toString', 'move:open')).toEqual([])
  })
})

describe('a lifecycle', () => {
  it('knows every reason to wait, each once', () => {
    const { waitReasons } = lifecycleOf(smallWith({ waitReasons: ['moon', 'customer'] }))
    expect(waitReasons.slice(-2)).toEqual(['date', 'moon'])
    expect(new Set(waitReasons).size).toBe(waitReasons.length)
  })

  it('has promises for what is owed by a time, and the usual criteria for tasks', () => {
    const { promises, readiness } = lifecycleOf(small)
    expect([promises.attention.length, promises.news.length, promises.acceptance.length]).toEqual([
      1, 1, 1,
    ])
    expect(readiness.map(({ id }) => id)).toEqual([
      'title',
      'team',
      'context',
      'acceptanceCriteria',
      'customerImpact',
    ])
  })
})

/** As much of a request as guards can ask for. */
const state = {
  kind: 'favor',
  state: 'waiting',
  category: 'waiting',
  priority: null,
  owner: 'team:support',
  assignee: null,
  wait: { blocker: 'vendor' },
  customer: 'customer:acme',
  customerFacts: { level: 'gold' },
  facts: { effortHours: 7 },
  approvals: [],
  tasks: [],
  children: [],
  bounces: 2,
  reopenings: 1,
} as unknown as RequestState

describe('what guards can ask for', () => {
  it('fits the vocabulary that they are checked against', () => {
    const known = requestFacts(state, { cause: 'x', summary: 'y' }, 'person:ada')
    expect(requestVocabulary.strict().safeParse(known).error).toBeUndefined()
    const more = { ...state, priority: 'P1', assignee: 'person:ada' as const }
    const said = { blocker: 'date', cause: 'a', effect: 'b', summary: 'c', reason: 'd' }
    const all = requestFacts(more, said, 'customer:acme')
    expect(requestVocabulary.strict().safeParse(all).error).toBeUndefined()
  })

  it('is what the request waits for, or is to wait for', () => {
    expect(requestFacts(state, {}, 'person:ada')['blocker']).toBe('vendor')
    expect(requestFacts(state, { blocker: 'date' }, 'person:ada')['blocker']).toBe('date')
  })

  it('does not have what is not known', () => {
    const known = requestFacts(state, {}, 'person:ada')
    expect('priority' in known || 'assignee' in known || 'contract' in known).toBe(false)
  })

  it('says on which side somebody is', () => {
    const sides = (['customer:acme', 'person:ada'] as const).map((by) => {
      const { byKind, customerSide } = requestFacts(state, {}, by)
      return [byKind, customerSide]
    })
    expect(sides).toEqual([
      ['customer', true],
      ['person', false],
    ])
  })

  it('says that all is approved only when every approval was given', () => {
    const asked = (...statuses: string[]) => {
      const approvals = statuses.map((status, nth) => ({ id: `${nth}`, by: 'role:x', status }))
      const known = requestFacts({ ...state, approvals } as never, {}, 'person:ada')
      return [known['approved'], known['rejected']]
    }
    expect(asked('approved', 'open')).toEqual([false, false])
    expect(asked('approved', 'approved')).toEqual([true, false])
    expect(asked('approved', 'rejected')).toEqual([false, true])
  })
})

describe('a condition that every guard knows', () => {
  /** Whether a guard that refers to it holds. */
  function holds(name: string, parts: object, said = {}): boolean {
    const guards = [{ id: name, title: 'Why', condition: { condition: name } }]
    const transitions = small.transitions.map((way) =>
      way.on === 'resolve' ? { ...way, guards } : way,
    )
    const approvals = [{ id: 'boss', by: 'role:boss' }]
    const { table } = lifecycleOf(
      smallWith({ transitions, ...(/approved|rejected/.test(name) && { approvals }) }),
    )
    const guard = table.get('open')?.get('resolve')?.[0]?.guards[0]
    const facts = requestFacts({ ...state, ...parts }, said, 'person:ada')
    expect(guard?.explain(facts, 0).params['holds']).toBe(guard?.test(facts, 0))
    return guard?.test(facts, 0) === true
  }

  const approval = (status: string) => ({ approvals: [{ id: 'boss', by: 'role:boss', status }] })
  const task = (required: boolean) => ({ tasks: [{ id: 't', status: 'draft', required }] })

  it.each([
    ['approved', approval('approved'), approval('open')],
    ['rejected', approval('rejected'), approval('approved')],
    ['assigned', { assignee: 'person:ada' }, {}],
    ['waitingForCustomer', { wait: { blocker: 'customer' } }, {}],
    ['withoutOpenChildren', task(false), task(true)],
    ['hasProjectManager', { facts: { projectManager: 'person:bo' } }, { facts: {} }],
  ])('is %s', (name, met, unmet) => {
    expect([holds(name, met), holds(name, unmet)]).toEqual([true, false])
  })

  it.each(['cause', 'effect', 'summary'])('is %sGiven', (part) => {
    const name = `${part}Given`
    expect([holds(name, {}, { [part]: 'x' }), holds(name, {}, {})]).toEqual([true, false])
  })

  it('is told by its name in every list of them', () => {
    expect(Object.keys(REQUEST_CONDITIONS).toSorted()).toEqual(
      [
        'approved',
        'assigned',
        'causeGiven',
        'effectGiven',
        'hasProjectManager',
        'rejected',
        'summaryGiven',
        'waitingForCustomer',
        'withoutOpenChildren',
      ].toSorted(),
    )
  })
})

describe('a guard', () => {
  it('that compares what cannot be compared does not hold, and does not throw', () => {
    const condition = {
      all: [{ fact: 'kind', operator: 'in', value: { fact: 'facts', path: '$.kinds' } }],
    }
    const guards = [{ id: 'kinds', condition, whoMay: ['role:boss'] }]
    const transitions = small.transitions.map((way) =>
      way.on === 'resolve' ? { ...way, guards } : way,
    )
    const row = lifecycleOf(smallWith({ transitions })).table.get('open')?.get('resolve')?.[0]
    const guard = row?.guards[0]
    expect([guard?.id, guard?.title, guard?.whoMay]).toEqual(['kinds', null, ['role:boss']])
    const asked = (kinds: unknown) => guard?.test({ kind: 'favor', facts: { kinds } }, 0)
    expect([asked(['favor']), asked([]), asked(7), asked(undefined)]).toEqual([
      true,
      false,
      false,
      false,
    ])
  })
})
