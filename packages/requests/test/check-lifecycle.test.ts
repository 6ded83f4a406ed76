import { isDocumentError } from '@holdfast/kernel'
import { fromYaml } from '@holdfast/kernel/source'
import { describe, expect, it } from 'vitest'
import { checkLifecycle, type LifecycleDocument } from '../src/index.ts'
import { calendars, foundIn, inShort, lifecycleOf, small, smallWith } from './lifecycle-desk.ts'

type Transitions = LifecycleDocument['transitions']

const withWays = (...more: Transitions) =>
  smallWith({ transitions: [...small.transitions, ...more] })

describe('a lifecycle in which nothing is wrong', () => {
  it('is made without a finding', () => {
    expect(foundIn(small)).toEqual([])
    expect(lifecycleOf(small)).toMatchObject({ id: 'small', version: 3, kind: 'favor' })
  })

  it('is not changed, and does not change with its document', () => {
    const document = structuredClone(small)
    const lifecycle = lifecycleOf(document)
    const before = structuredClone(lifecycle.document)
    ;(document.states as Record<string, unknown>)['open'] = { category: 'closed' }
    expect(lifecycle.document).toEqual(before)
    expect(Object.isFrozen(lifecycle.states)).toBe(true)
  })
})

describe('everything that is wrong with a lifecycle', () => {
  it('is found at once, with the line and column where it stands and what may be meant', () => {
    const text = `id: favor
version: 1
kind: favor
intake: support
initial: opne
states:
  open: { category: opn }
  waiting: { category: waiting, tellWithin: P1D }
  done: { category: resolved }
  closed: { category: closed }
conditions: { approved: { all: [] } }
transitions:
  - { on: wait, from: [open, wating], to: waiting, blockers: [custmer] }
  - { on: resume, from: waiting, to: previous, who: [dsk] }
  - { on: resolve, from: [open, waiting], to: done, guards: [{ id: a, condition: { condition: aproved } }] }
  - { on: close, from: done, to: closd }
clock: { counts: businessTime, calendar: dsk }
attention: { targets: [{ every: PT8H, warnAt: [2] }] }
news: { targets: [{ states: [waitng], every: PT16H }] }
handover: { acceptance: [{ within: P1D, escalateTo: lead }] }
closeAfter: { clock: { counts: businessDays, calendar: desk }, within: P5D }
`
    const found = checkLifecycle(fromYaml(text, { name: 'favor.yaml' }), { calendars })
    const places = found
      .toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
      .map(({ line, column, code, didYouMean }) =>
        [`${line}:${column}`, code, ...(didYouMean === undefined ? [] : [didYouMean])].join(' '),
      )
    expect(places).toEqual([
      '4:9 party-invalid',
      '5:10 state-unknown open',
      '7:21 invalid-value open',
      '8:45 period-unfit',
      '11:15 condition-reserved',
      '13:30 state-unknown waiting',
      '13:63 blocker-unknown customer',
      '14:54 who-unknown desk',
      '15:95 condition-unknown approved',
      '16:34 state-unknown closed',
      '17:42 calendar-unknown desk',
      '18:48 warning-invalid',
      '19:30 state-unknown waiting',
      '20:36 period-unfit',
      '20:53 party-invalid',
      '21:22 clock-incomplete',
    ])
  })

  it('is thrown as one error that holds every finding', () => {
    const bad = smallWith({ initial: 'opne', intake: 'support' })
    try {
      lifecycleOf(bad)
      expect.unreachable()
    } catch (error) {
      expect(isDocumentError(error) && error.findings.map(inShort)).toEqual(foundIn(bad))
    }
  })

  it.each([
    [undefined],
    [null],
    [7],
    ['text'],
    [[]],
    [{}],
    [{ states: [] }],
    [{ transitions: {} }],
  ])('is found in %j too, and never thrown by the check', (document) => {
    expect(foundIn(document).length).toBeGreaterThan(0)
  })

  it('is found in a document that contains itself', () => {
    const circle: Record<string, unknown> = { ...small }
    circle['states'] = circle
    expect(foundIn(circle).some((found) => found.startsWith('too-deep'))).toBe(true)
  })
})

describe('states', () => {
  it('begin with an open one', () => {
    expect(foundIn(smallWith({ initial: 'waiting' }))).toContain('initial-unfit /initial')
  })

  it('are not called as the way back is', () => {
    const states = { ...small.states, previous: { category: 'open' } }
    expect(foundIn(smallWith({ states }))).toContain('state-reserved /states/previous')
  })

  it('include one to work in and one to end in', () => {
    for (const gone of ['open', 'closed']) {
      const left = Object.entries(small.states).filter(([state]) => state !== gone)
      const states = Object.fromEntries(left)
      expect(foundIn(smallWith({ states }))).toContain('category-missing /states')
    }
  })

  it('that nothing leads to are most likely a mistake', () => {
    const states = { ...small.states, forgotten: { category: 'open' } }
    const ways = [...small.transitions, { on: 'resolve', from: 'forgotten', to: 'done' }]
    expect(foundIn(smallWith({ states, transitions: ways }))).toEqual([
      'state-unreachable /states/forgotten',
    ])
  })

  it('that nothing leads out of would keep a request for ever', () => {
    const states = { ...small.states, stuck: { category: 'open' } }
    const ways = [...small.transitions, { on: 'move', from: 'open', to: 'stuck' }]
    expect(foundIn(smallWith({ states, transitions: ways }))).toEqual(['state-stuck /states/stuck'])
  })

  it('that only lead to each other would, too', () => {
    const states = { ...small.states, ping: { category: 'open' }, pong: { category: 'open' } }
    const ways: Transitions = [
      ...small.transitions,
      { on: 'move', from: ['open', 'pong'], to: 'ping' },
      { on: 'move', from: 'ping', to: 'pong' },
    ]
    expect(foundIn(smallWith({ states, transitions: ways }))).toEqual([
      'state-stuck /states/ping',
      'state-stuck /states/pong',
    ])
  })

  it('of waiting can be left for work again', () => {
    const transitions = small.transitions.filter(({ on }) => on !== 'resume')
    expect(foundIn(smallWith({ transitions }))).toEqual(['resume-missing /states/waiting'])
  })
})

describe('a trigger', () => {
  it.each([
    ['wait', 'open', 'done', 'to'],
    ['wait', 'done', 'waiting', 'from'],
    ['resolve', 'open', 'closed', 'to'],
    ['close', 'open', 'closed', 'from'],
    ['cancel', 'done', 'closed', 'from'],
    ['reopen', 'closed', 'open', 'from'],
    ['resume', 'open', 'open', 'from'],
    ['move', 'waiting', 'open', 'from'],
    ['take', 'waiting', 'open', 'from'],
    ['customerMessage', 'waiting', 'done', 'to'],
    ['tasksDone', 'open', 'done', 'to'],
    ['resume', 'open', 'previous', 'from'],
    ['customerMessage', 'open', 'previous', 'to'],
    ['resolve', 'waiting', 'previous', 'to'],
  ])('%s from %s to %s says what is not true', (on, from, to, part) => {
    const found = foundIn(withWays({ on, from, to }))
    expect(found).toContain(`trigger-unfit /transitions/4/${part}`)
  })

  it('other than a wait has no blockers', () => {
    const found = foundIn(
      withWays({ on: 'cancel', from: 'open', to: 'closed', blockers: ['team'] }),
    )
    expect(found).toEqual(['blockers-unfit /transitions/4/blockers'])
  })

  it('is never asked where an earlier one asks for nothing', () => {
    expect(foundIn(withWays({ on: 'resolve', from: 'open', to: 'done' }))).toEqual([
      'transition-never /transitions/4',
    ])
  })

  it('is asked where the earlier one is for others or has a guard', () => {
    const [wait, resume, resolve, close] = small.transitions
    const later = { on: 'resolve', from: 'open', to: 'done', who: ['customer'] }
    expect(foundIn(withWays(later))).toEqual([])
    const guards = [{ id: 'assigned', condition: { condition: 'assigned' } }]
    const transitions = [wait, resume, { ...resolve, guards }, close, { ...later, who: ['desk'] }]
    expect(foundIn(smallWith({ transitions: transitions as Transitions }))).toEqual([])
  })

  it('is for those that a lifecycle knows, or for a party', () => {
    const found = foundIn(
      withWays({ on: 'cancel', from: 'open', to: 'closed', who: ['ownr', 'team:x', 'nobody'] }),
    )
    expect(found).toEqual([
      'who-unknown /transitions/4/who/0 owner',
      'who-unknown /transitions/4/who/2',
    ])
  })
})

describe('a target', () => {
  it('for any priority has to hold in every wait', () => {
    const news = (targets: LifecycleDocument['news']['targets']) =>
      foundIn(smallWith({ news: { targets } }))
    expect(news([{ priorities: ['P1'], every: 'PT1H' }])).toEqual(['news-missing /news/targets'])
    expect(news([{ blockers: ['customer'], every: 'PT1H' }])).toEqual([
      'news-missing /news/targets',
    ])
    expect(news([{ blockers: ['customer'], every: 'PT1H' }, { every: 'PT4H' }])).toEqual([])
  })

  it('has to hold in waits for the reasons of the organization, too', () => {
    const usual = ['customer', 'vendor', 'team', 'sales', 'change', 'problem', 'date']
    const news = { targets: [{ blockers: usual, every: 'PT1H' }] }
    expect(foundIn(smallWith({ news }))).toEqual([])
    const found = checkLifecycle(smallWith({ news, waitReasons: ['moon'] }), { calendars })
    expect(found.map(inShort)).toEqual(['news-missing /news/targets'])
    expect(found[0]?.witness).toEqual({ state: 'waiting', blocker: 'moon', of: 1 })
  })

  it('for any priority has to hold in every open state, and for every offer', () => {
    const attention = { targets: [{ priorities: ['P1'], every: 'PT1H' }] }
    expect(foundIn(smallWith({ attention }))).toEqual(['attention-missing /attention/targets'])
    const handover = { acceptance: [{ states: ['open'], within: 'PT1H' }] }
    expect(foundIn(smallWith({ handover }))).toEqual(['acceptance-missing /handover/acceptance'])
  })

  it('never holds after one that holds wherever it does', () => {
    const news = {
      targets: [
        { priorities: ['P1', 'P2'], every: 'PT1H' },
        { priorities: ['P2'], blockers: ['team'], every: 'PT2H' },
        { every: 'PT4H' },
        { blockers: ['customer'], every: 'PT8H' },
      ],
    }
    expect(foundIn(smallWith({ news }))).toEqual([
      'target-never /news/targets/1',
      'target-never /news/targets/3',
    ])
  })

  it('never holds in states that are not its matter', () => {
    const attention = {
      targets: [
        { blockers: ['team'], every: 'PT1H' },
        { states: ['waiting', 'done'], every: 'PT2H' },
        { every: 'PT4H' },
      ],
    }
    expect(foundIn(smallWith({ attention }))).toEqual([
      'target-never /attention/targets/0',
      'target-never /attention/targets/1',
    ])
  })

  it('names states and wait reasons that there are', () => {
    const news = {
      targets: [{ states: ['wating'], blockers: ['vendr'], every: 'PT1H' }, { every: 'PT4H' }],
    }
    expect(foundIn(smallWith({ news }))).toEqual([
      'state-unknown /news/targets/0/states/0 waiting',
      'blocker-unknown /news/targets/0/blockers/0 vendor',
    ])
  })
})

describe('a clock', () => {
  const days = { counts: 'businessDays', calendar: 'desk', due: 'endOfDay' } as const

  it('counts on a calendar that there is', () => {
    const clock = { counts: 'businessTime', calendar: 'dsk' }
    expect(foundIn(smallWith({ clock }))).toEqual(['calendar-unknown /clock/calendar desk'])
  })

  it('counts times that are made for it', () => {
    const news = { clock: days, targets: [{ every: 'PT8H' }] }
    expect(foundIn(smallWith({ news }))).toEqual(['period-unfit /news/targets/0/every'])
    const closeAfter = { within: 'P5D' }
    expect(foundIn(smallWith({ closeAfter }))).toEqual(['period-unfit /closeAfter/within'])
    expect(foundIn(smallWith({ closeAfter: { clock: days, within: 'P5D' } }))).toEqual([])
  })

  it('counts for the states of which the customer is told as for other news', () => {
    const states = { ...small.states, open: { category: 'open', tellWithin: 'P1D' } }
    expect(foundIn(smallWith({ states }))).toEqual(['period-unfit /states/open/tellWithin'])
    const news = { clock: days, targets: [{ every: 'P2D' }] }
    expect(foundIn(smallWith({ states, news }))).toEqual([])
  })

  it('is found incomplete once, however many times are counted on it', () => {
    const clock = { counts: 'businessTime' }
    expect(foundIn(smallWith({ clock }))).toEqual(['clock-incomplete /clock'])
  })

  it('warns before a time is up, and not at once', () => {
    const attention = { targets: [{ every: 'PT8H', warnAt: [0.5, 1.5, 'PT9H'] }] }
    expect(foundIn(smallWith({ attention }))).toEqual([
      'warning-invalid /attention/targets/0/warnAt/1',
      'warning-at-once /attention/targets/0/warnAt/2',
    ])
  })
})

describe('what is done about a silent customer', () => {
  const clock = { counts: 'businessDays', calendar: 'desk', due: 'endOfDay' }
  const steps = (...given: [after: string, what: string][]) =>
    foundIn(
      smallWith({
        silentCustomer: { clock, steps: given.map(([after, what]) => ({ after, do: what })) },
      }),
    )

  it('comes in the order of time', () => {
    expect(steps(['P2D', 'remind'], ['P5D', 'resolve'])).toEqual([])
    expect(steps(['P5D', 'remind'], ['P5D', 'remind'])).toEqual([
      'step-order /silentCustomer/steps/1/after',
    ])
  })

  it('ends with what ends the wait', () => {
    expect(steps(['P2D', 'resolve'], ['P5D', 'remind'])).toEqual([
      'step-order /silentCustomer/steps/1',
    ])
  })

  it('is possible where a request waits for the customer', () => {
    expect(steps(['P2D', 'close'])).toEqual(['step-impossible /silentCustomer/steps/0/do'])
    const transitions = small.transitions.map((way) =>
      way.on === 'resolve' ? { ...way, who: ['desk'] } : way,
    )
    const silentCustomer = { clock, steps: [{ after: 'P2D', do: 'resolve' }] }
    expect(foundIn(smallWith({ transitions, silentCustomer }))).toEqual([
      'step-impossible /silentCustomer/steps/0/do',
    ])
  })

  it('closes by itself only what can be closed', () => {
    const states = { ...small.states, done2: { category: 'resolved' } }
    const transitions: Transitions = [
      ...small.transitions,
      { on: 'resolve', from: 'open', to: 'done2', who: ['customer'] },
      { on: 'close', from: 'done2', to: 'closed', who: ['desk'] },
    ]
    const closeAfter = { clock, within: 'P5D' }
    expect(foundIn(smallWith({ states, transitions, closeAfter }))).toEqual([
      'step-impossible /closeAfter',
    ])
  })
})

describe('a guard', () => {
  const guarded = (condition: unknown, parts: Partial<LifecycleDocument> = {}) =>
    foundIn({
      ...withWays({
        on: 'cancel',
        from: 'open',
        to: 'closed',
        guards: [{ id: 'guard', condition: condition as never }],
      }),
      ...parts,
    })
  const at = '/transitions/4/guards/0/condition'

  it('asks for facts that are known of requests', () => {
    const condition = { all: [{ fact: 'prioriy', operator: 'equal', value: 'P1' }] }
    expect(guarded(condition)).toEqual([`fact-unknown ${at}/all/0/fact priority`])
  })

  it('refers to conditions that there are', () => {
    expect(guarded({ condition: 'asigned' })).toEqual([
      `condition-unknown ${at}/condition assigned`,
    ])
  })

  it('gives no other meaning to a condition that every guard knows', () => {
    const conditions = { assigned: { all: [] } }
    expect(foundIn(smallWith({ conditions }))).toEqual(['condition-reserved /conditions/assigned'])
  })

  it('finds what is wrong with a condition by name once, where it stands', () => {
    const conditions = { big: { all: [{ fact: 'fact', operator: 'equal', value: 1 }] } }
    expect(guarded({ condition: 'big' }, { conditions })).toEqual([
      'fact-unknown /conditions/big/all/0/fact facts',
    ])
  })

  it('asks for approvals only where there are any', () => {
    expect(guarded({ condition: 'approved' })).toEqual([`approval-missing ${at}`])
    expect(guarded({ all: [{ not: { condition: 'rejected' } }] })).toEqual([
      `approval-missing ${at}`,
    ])
    expect(foundIn(withWays({ on: 'approved', from: 'open', to: 'open' }))).toContain(
      'approval-missing /transitions/4/on',
    )
  })

  it('asks for approvals where there are some', () => {
    const approvals = [{ id: 'boss', by: 'role:boss' }]
    expect(foundIn(smallWith({ approvals }))).toEqual(['approval-unused /approvals'])
    expect(guarded({ condition: 'approved' }, { approvals })).toEqual([])
    const conditions = { fine: { all: [{ condition: 'approved' }] } }
    expect(guarded({ condition: 'fine' }, { approvals, conditions })).toEqual([])
  })

  it('asks for each approval once', () => {
    const approvals = [
      { id: 'boss', by: 'role:boss' },
      { id: 'boss', by: 'role:other' },
    ]
    expect(guarded({ condition: 'approved' }, { approvals })).toEqual([
      'approval-repeated /approvals/1/id',
    ])
  })
})
