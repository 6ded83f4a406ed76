import { describe, expect, it } from 'vitest'
import { type LifecycleDocument, type RequestEvent, SHIPPED_LIFECYCLES } from '../src/index.ts'
import { ada, customer, incidentStory, lifecycleOf, monday, type Story } from './told-story.ts'

type Way = LifecycleDocument['transitions'][number]

const { incident } = SHIPPED_LIFECYCLES
const later = '2027-03-31T09:00:00Z'

const wake = { type: 'wake', by: 'system:timer' } as const

const END = { cause: 'a', effect: 'b', summary: 'c' }

/** An incident under a lifecycle that differs from the shipped one. */
function under(parts: Partial<LifecycleDocument>): Story {
  const document = { ...incident, ...parts } as LifecycleDocument
  return incidentStory({ lifecycles: { incident: lifecycleOf(document) } })
}

/** The ways of an incident, those of some triggers with more to them. */
function ways(on: readonly string[], more: Partial<Way>): Partial<LifecycleDocument> {
  const changed = incident.transitions.map(
    (way): Way => (on.includes(way.on) ? { ...way, ...more } : way),
  )
  return { transitions: changed }
}

const typesOf = (events: readonly RequestEvent[]) => events.map(({ type }) => type)

const never = {
  guards: [{ id: 'never', condition: { all: [{ fact: 'kind', operator: 'equal', value: 'x' }] } }],
} as Partial<Way>

const silent = (...steps: NonNullable<LifecycleDocument['silentCustomer']>['steps']) => ({
  silentCustomer: { clock: { counts: 'elapsedTime' } as const, steps },
})

describe('What comes by itself', () => {
  it('needs nobody who may: the end of a wait, and what a customer answers', () => {
    const owners = ways(['resume', 'customerMessage'], { who: ['owner'] })
    const waiting = under(owners)
    const until = monday('12:00')
    waiting.tell(monday('09:10'), ada({ type: 'wait', for: 'vendor', until }))
    waiting.tell(monday('13:00'), wake)
    expect(waiting.state).toMatchObject({ state: 'new', wait: null })
    const answered = under(owners)
    answered.tell(monday('09:10'), ada({ type: 'wait', for: 'customer' }))
    answered.tell(monday('09:20'), customer({ type: 'message' }))
    expect(answered.state).toMatchObject({ state: 'new', wait: null })
  })

  it('waits for guards, and is told to the owner where they do not hold', () => {
    const guarded = ways(['resume', 'resolve', 'close'], never)
    const waiting = under(guarded)
    const until = monday('12:00')
    waiting.tell(monday('09:10'), ada({ type: 'wait', for: 'vendor', until }))
    expect(typesOf(waiting.tell(monday('13:00'), wake))).toEqual(['told'])
    expect(waiting.state.category).toBe('waiting')
    const unanswered = under({
      ...guarded,
      ...silent({ after: 'PT24H', do: 'resolve', message: 'x' }),
    })
    unanswered.tell(monday('09:10'), ada({ type: 'wait', for: 'customer' }))
    expect(typesOf(unanswered.tell('2027-03-02T09:10:00.001Z', wake))).toEqual(['told'])
    const resolved = under(ways(['close'], never))
    resolved.tell(monday('09:10'), ada({ type: 'resolve', ...END }))
    expect(typesOf(resolved.tell(later, wake))).toEqual(['told'])
    expect(resolved.state.state).toBe('resolved')
  })

  it('is only told where the time is not up yet: an offer stands after its warning', () => {
    const acceptance = [{ within: 'PT4H', warnAt: [0.5] }]
    const told = under({ handover: { ...incident.handover, acceptance } })
    told.tell(monday('09:00'), ada({ type: 'offer', to: 'team:platform' }))
    const words = told.tell(monday('12:00'), wake)
    expect(words).toMatchObject([
      { type: 'told', what: 'acceptance', late: false, at: '2027-03-01T11:00:00.000Z' },
    ])
    expect(told.state.offer).not.toBeNull()
  })
})

describe('A silent customer', () => {
  const waiting = (parts: Partial<LifecycleDocument>) => {
    const told = under(parts)
    told.tell(monday('09:10'), ada({ type: 'wait', for: 'customer' }))
    return told
  }
  const nextDay = '2027-03-02T09:10:00.001Z'

  it('is reminded also where the lifecycle has no words for it', () => {
    const told = waiting(silent({ after: 'PT24H', do: 'remind' }))
    const [, reminder] = told.tell(nextDay, wake)
    expect(reminder).toMatchObject({ type: 'messaged', automatic: true, audience: 'public' })
    expect(reminder).not.toHaveProperty('text')
  })

  it('finds the request resolved or closed without a word, where there is none', () => {
    const resolved = waiting(silent({ after: 'PT24H', do: 'resolve' }))
    expect(typesOf(resolved.tell(nextDay, wake))).toEqual(['told', 'resolved'])
    const shut: Way = { on: 'close', from: 'awaiting-customer', to: 'closed' }
    const closed = waiting({
      transitions: [...incident.transitions, shut],
      ...silent({ after: 'PT24H', do: 'close', message: 'We close this.' }),
    })
    const events = closed.tell(nextDay, wake)
    expect(typesOf(events)).toEqual(['told', 'messaged', 'closed'])
    expect(events[2]).toMatchObject({ state: 'closed', category: 'closed', automatic: true })
    expect(closed.state.resolution).toBeNull()
  })

  it('ends the offer that stood, and says why', () => {
    const handover = { ...incident.handover, acceptance: [{ within: 'PT400H' }] }
    const told = waiting({ handover, ...silent({ after: 'PT24H', do: 'resolve' }) })
    told.tell(monday('09:20'), ada({ type: 'offer', to: 'team:platform' }))
    const events = told.tell(nextDay, wake)
    expect(typesOf(events)).toEqual(['told', 'offerRecalled', 'resolved'])
    expect(events[1]).toMatchObject({ offer: '7/o1', reason: 'unanswered', by: 'system:clock' })
  })

  it('who answered late is not late for what began after', () => {
    const told = waiting({})
    const [, back] = told.tell(monday('09:30'), customer({ type: 'message', at: monday('09:05') }))
    expect(back).toMatchObject({ type: 'resumed', at: '2027-03-01T09:10:00.000Z' })
  })
})

describe('A way', () => {
  it('is not open to everybody, and who may is named once', () => {
    const told = incidentStory()
    const decision = told.ask(monday('09:10'), customer({ type: 'move', to: 'investigating' }))
    expect(decision).toMatchObject({
      ok: false,
      refusal: {
        code: 'not-allowed',
        params: { by: 'customer:acme', on: 'move' },
        whoMay: ['team:support'],
      },
    })
  })

  it('waits for each of its guards; what does not hold is named once, with who can bring it about', () => {
    const guard = (id: string, value: string, whoMay?: readonly ['role:change-manager']) => ({
      id,
      title: `It is ${value}`,
      condition: { all: [{ fact: 'kind', operator: 'equal', value }] },
      ...(whoMay !== undefined && { whoMay: [...whoMay] }),
    })
    const guards = [guard('right', 'incident'), guard('wrong', 'x', ['role:change-manager'])]
    const told = under(ways(['take'], { guards }))
    const decision = told.ask(monday('09:10'), ada({ type: 'take' }))
    if (decision.ok) throw new Error('it was not refused')
    const { code, params, reasons, whoMay, nextSteps } = decision.refusal
    const wrong = { guard: 'wrong', title: 'It is x' }
    expect([code, params, whoMay]).toEqual([
      'guard-unmet',
      { state: 'new', guards: ['wrong'] },
      ['role:change-manager'],
    ])
    expect(reasons.map((reason) => [reason.code, reason.params])).toEqual([
      ['requests.guard', wrong],
    ])
    expect(reasons[0]?.children).toHaveLength(1)
    expect(nextSteps.map((step) => [step.code, step.params])).toEqual([
      ['requests.next.meetGuard', wrong],
    ])
    const nobody = under(ways(['take'], { guards: [guard('wrong', 'x')] }))
    const refused = nobody.ask(monday('09:10'), ada({ type: 'take' }))
    expect(refused.ok ? undefined : refused.refusal).not.toHaveProperty('whoMay')
  })

  it('back to a state that the customer has to be told of is to be told again', () => {
    const investigating = { ...incident.states['investigating'], tellWithin: 'PT4H' }
    const states = { ...incident.states, investigating } as LifecycleDocument['states']
    const told = under({ states })
    told.tell(monday('09:10'), ada({ type: 'take' }))
    told.tell(monday('09:20'), ada({ type: 'wait', for: 'vendor' }))
    expect(told.tell(monday('09:30'), ada({ type: 'resume' }))[0]).toMatchObject({
      type: 'resumed',
      state: 'investigating',
      tells: true,
    })
    const plain = incidentStory()
    plain.tell(monday('09:10'), ada({ type: 'take' }))
    plain.tell(monday('09:20'), ada({ type: 'wait', for: 'vendor' }))
    expect(plain.tell(monday('09:30'), ada({ type: 'resume' }))[0]).not.toHaveProperty('tells')
  })
})
