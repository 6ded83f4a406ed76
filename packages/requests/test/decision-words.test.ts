import { describe, expect, it } from 'vitest'
import type { RequestEvent } from '../src/index.ts'
import { refined } from './task-story.ts'
import { incidentStory, type Story } from './told-story.ts'

type Told = Parameters<Story['ask']>[1]

const monday = (time: string) => `2027-03-01T${time}:00Z`

const by = (who: string) => (command: object) => ({ by: who, ...command }) as unknown as Told
const ada = by('person:ada')
const eve = by('person:eve')
const customer = by('customer:acme')
const wake = by('system:timer')({ type: 'wake' })

const END = { cause: 'a', effect: 'b', summary: 'c' }

describe('A decision says', () => {
  it('what came of the command, and how the request stands', () => {
    const told = incidentStory()
    const decision = told.ask(monday('09:10'), ada({ type: 'take', id: 'x' }))
    if (!decision.ok) throw new Error('it was refused')
    expect(decision.reason).toMatchObject({
      code: 'requests.decided',
      params: {
        request: '7',
        command: 'x',
        events: ['assigned', 'moved'],
        state: 'investigating',
        owner: 'team:support',
      },
    })
    expect(
      decision.events.map(({ id, seq, request, schema }) => [id, seq, request, schema]),
    ).toEqual([
      ['x/1', 2, '7', 1],
      ['x/2', 3, '7', 1],
    ])
  })

  it('that nothing came of what came before, or changes nothing', () => {
    const told = incidentStory()
    told.tell(monday('09:10'), ada({ type: 'take', id: 'x' }))
    const nothing = (code: string, command: string) => ({
      ok: true,
      events: [],
      notices: [],
      reason: { code, params: { request: '7', command } },
    })
    expect(told.ask(monday('09:11'), ada({ type: 'message', id: 'x' }))).toMatchObject(
      nothing('requests.repeated', 'x'),
    )
    const link = { relation: 'problem', to: 'PRB-1' }
    expect(told.ask(monday('09:11'), ada({ type: 'unlink', id: 'y', link }))).toMatchObject(
      nothing('requests.unchanged', 'y'),
    )
    expect(told.ask(monday('09:11'), { ...wake, id: 'z' })).toMatchObject(
      nothing('requests.unchanged', 'z'),
    )
  })

  it('in its last event what is to be done next, where that is other than before', () => {
    const told = incidentStory()
    const [take, move] = told.tell(monday('09:10'), ada({ type: 'take' }))
    expect(take).not.toHaveProperty('next')
    expect(move?.next).toStrictEqual({
      at: '2027-03-02T09:10:00.000Z',
      by: 'team:support',
      why: 'attend',
    })
    const [time] = told.tell(monday('09:11'), ada({ type: 'attachTime', duration: 'PT1M' }))
    expect(time).not.toHaveProperty('next')
    const [end] = told.tell(monday('09:12'), ada({ type: 'cancel', reason: 'x' }))
    expect(end?.next).toBeNull()
    expect(told.state.nextAction).toBeNull()
  })
})

describe('What can be asked of a closed request', () => {
  const closed = () => {
    const told = incidentStory()
    const add = { type: 'addTask', task: 't1', ...refined, required: false }
    told.tell(monday('09:05'), ada(add))
    told.tell(monday('09:06'), ada({ type: 'dispatchTask', task: 't1' }))
    told.tell(monday('09:10'), ada({ type: 'resolve', ...END }))
    told.tell(monday('09:15'), ada({ type: 'close' }))
    return told
  }
  const link = { relation: 'problem', to: 'PRB-1' }

  it('is what is noted about it, and what a team has of it', () => {
    const possible = [
      customer({ type: 'followUp', as: '8' }),
      ada({ type: 'link', link }),
      ada({ type: 'unlink', link }),
      ada({ type: 'attachTime', duration: 'PT1M' }),
      eve({ type: 'acceptTask', task: 't1' }),
      eve({ type: 'declineTask', task: 't1', reason: 'x' }),
      eve({ type: 'finishTask', task: 't1' }),
      ada({ type: 'cancelTask', task: 't1', reason: 'x' }),
      wake,
    ]
    for (const command of possible) {
      expect(closed().refusalOf(monday('09:20'), command)).toBeUndefined()
    }
    const note = { type: 'noteChild', child: '8', status: 'resolved' }
    expect(closed().refusalOf(monday('09:20'), ada(note))).toBe('child-unknown')
  })

  it('is nothing that would change it', () => {
    const impossible = [
      ada({ type: 'assess', priority: 'P1' }),
      ada({ type: 'take' }),
      ada({ type: 'assign', to: 'person:ben' }),
      ada({ type: 'move', to: 'fixing' }),
      customer({ type: 'message' }),
      ada({ type: 'wait', for: 'vendor' }),
      ada({ type: 'resume' }),
      ada({ type: 'resolve', ...END }),
      customer({ type: 'reopen', reason: 'x' }),
      ada({ type: 'close' }),
      ada({ type: 'cancel', reason: 'x' }),
      ada({ type: 'offer', to: 'team:platform' }),
      eve({ type: 'accept' }),
      eve({ type: 'decline', reason: 'x' }),
      ada({ type: 'recall' }),
      ada({ type: 'approve', approval: 'x' }),
      ada({ type: 'addTask', task: 't2', title: 'x' }),
      ada({ type: 'changeTask', task: 't1', title: 'x' }),
      ada({ type: 'dispatchTask', task: 't1' }),
      ada({ type: 'rejoinTask', task: 't1' }),
      ada({ type: 'quickTask', what: 'x', minutes: 1 }),
      ada({ type: 'split', into: [{ request: '8', title: 'x' }] }),
      ada({ type: 'rejoin', child: '8' }),
      ada({ type: 'mergeInto', parent: '3' }),
    ]
    for (const command of impossible) {
      expect(closed().refusalOf(monday('09:20'), command)).toBe('request-closed')
    }
  })
})

describe('A time that cannot be', () => {
  /** An incident that is worked on since ten past nine. */
  const taken = () => {
    const told = incidentStory()
    told.tell(monday('09:10'), ada({ type: 'take' }))
    return told
  }
  const flagsOf = (told: Story, command: object) =>
    told.tell(monday('09:20'), ada(command)).map(({ flag }) => flag)

  it('is flagged on everything that enters a state before the one it leaves', () => {
    const at = monday('09:09')
    const entering: readonly object[] = [
      { type: 'move', to: 'fixing' },
      { type: 'wait', for: 'vendor' },
      { type: 'cancel', reason: 'x' },
    ]
    for (const command of entering) {
      expect(flagsOf(taken(), { ...command, at })).toEqual(['before-state'])
    }
    expect(flagsOf(taken(), { type: 'resolve', ...END, at })).toEqual([undefined, 'before-state'])
    const waiting = taken()
    waiting.tell(monday('09:15'), ada({ type: 'wait', for: 'vendor' }))
    expect(flagsOf(waiting, { type: 'resume', at })).toEqual(['before-state'])
    const over = taken()
    over.tell(monday('09:15'), ada({ type: 'resolve', ...END }))
    expect(flagsOf(over, { type: 'reopen', reason: 'x', at })).toEqual(['before-state'])
    over.tell(monday('09:20'), ada({ type: 'resolve', ...END }))
    expect(flagsOf(over, { type: 'close', at })).toEqual(['before-state'])
  })

  it('is not flagged on what was said meanwhile, nor at the very instants', () => {
    expect(flagsOf(taken(), { type: 'message', at: monday('09:05') })).toEqual([undefined])
    expect(flagsOf(taken(), { type: 'message', at: monday('09:00') })).toEqual([undefined])
    expect(flagsOf(taken(), { type: 'move', to: 'fixing', at: monday('09:10') })).toEqual([
      undefined,
    ])
    expect(flagsOf(taken(), { type: 'message', at: monday('09:20') })).toEqual([undefined])
    expect(flagsOf(taken(), { type: 'message', at: '2027-03-01T08:59:59.999Z' })).toEqual([
      'before-submission',
    ])
    expect(flagsOf(taken(), { type: 'message', at: '2027-03-01T09:20:00.001Z' })).toEqual([
      'in-future',
    ])
  })
})

describe('What time brings about says', () => {
  /** What happened when somebody looked, in words. */
  const woken = (told: Story, at: string) =>
    told.tell(at, wake).map(({ id, seq, request, schema, next, ...words }: RequestEvent) => {
      expect([id, seq, request, schema, next]).toHaveLength(5)
      return words
    })
  const clock = { by: 'system:clock' }

  it('that an offer has expired, when it did', () => {
    const told = incidentStory()
    told.tell(monday('09:10'), ada({ type: 'offer', to: 'team:platform' }))
    const at = '2027-03-01T13:10:00.001Z'
    expect(woken(told, monday('15:00'))).toMatchObject([
      { type: 'offerExpired', offer: '7/o1', at, ...clock },
      { type: 'told', what: 'acceptance', late: true, at, ...clock },
    ])
  })

  it('that a wait is over, on its date', () => {
    const told = incidentStory()
    const until = '2027-03-01T12:00:00.000Z'
    told.tell(monday('09:10'), ada({ type: 'wait', for: 'vendor', until }))
    expect(woken(told, monday('13:00'))).toStrictEqual([
      { type: 'told', key: '7|wait|1|until', what: 'wait', late: false, at: until, ...clock },
      { type: 'resumed', state: 'new', category: 'open', automatic: true, at: until, ...clock },
    ])
  })

  it('of a silent customer what they were told, and that the request was resolved without them', () => {
    const told = incidentStory()
    told.tell(monday('09:10'), ada({ type: 'wait', for: 'customer' }))
    told.tell(monday('09:11'), ada({ type: 'offer', to: 'team:platform' }))
    told.tell('2027-03-01T09:12:00Z', eve({ type: 'decline', reason: 'x' }))
    const words = woken(told, '2027-03-17T09:00:00Z')
    const kept = words.filter(({ type }) => type !== 'told')
    const message = { type: 'messaged', audience: 'public', automatic: true, ...clock }
    expect(kept).toMatchObject([
      { ...message, text: 'We need your answer to go on.' },
      { ...message, text: 'Without your answer we regard this as settled in five business days.' },
      { ...message, text: 'We regard this as settled. Answer, and we go on where we stopped.' },
      { type: 'resolved', state: 'resolved', automatic: true, ...clock },
    ])
    expect(told.state.resolution).toMatchObject({ automatic: true, cause: null, summary: null })
  })

  it('that a request to whose resolution nobody objected is closed', () => {
    const told = incidentStory()
    told.tell(monday('09:10'), ada({ type: 'resolve', ...END }))
    expect(woken(told, '2027-03-15T09:00:00Z')).toMatchObject([
      { type: 'told', what: 'closure', late: true, ...clock },
      { type: 'closed', state: 'closed', category: 'closed', automatic: true, ...clock },
    ])
  })
})
