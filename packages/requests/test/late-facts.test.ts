import { compareMarks } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import {
  EVENT_SCHEMA,
  evolve,
  marksOf,
  type RequestState,
  replay,
  type StoredEvent,
  type Upcaster,
  upcast,
} from '../src/index.ts'
import { monday, storyAtWork } from './told-story.ts'

/** The events of a short life, as a store gives them back. */
function stored(): readonly StoredEvent[] {
  const told = storyAtWork()
  told.tell(monday('09:20'), { type: 'message', by: 'person:ada', text: 'Looking into it' })
  told.tell(monday('10:00'), { type: 'wait', by: 'person:ada', for: 'vendor' })
  return told.events
}

/** An event of another time at the end of a stream. */
function strange(seq: number, parts: Partial<StoredEvent> = {}): StoredEvent {
  const at = '2027-03-01T11:00:00.000Z'
  const header = { id: 'old/1', at, seq, by: 'person:ada', request: '7', schema: 1 } as const
  return { ...header, type: 'escalated', ...parts }
}

const codes = (events: Iterable<StoredEvent>) =>
  replay(events).problems.map(({ code, seq }) => `${seq} ${code}`)

describe('A fact that is told late', () => {
  it('counts when it was, and changes nobody’s ownership', () => {
    const told = storyAtWork()
    told.tell(monday('10:00'), { type: 'offer', by: 'person:ada', to: 'team:platform' })
    told.tell(monday('10:30'), { type: 'accept', by: 'person:eve' })
    const call = { type: 'message', by: 'person:ada', channel: 'phone' } as const
    told.tell(monday('11:00'), { ...call, at: monday('09:40') })
    expect(told.state).toMatchObject({ owner: 'team:platform', flags: [] })
    const inOrder = [...told.state.marks].sort(compareMarks).map(({ type }) => type)
    expect(inOrder.indexOf('message')).toBeLessThan(inOrder.indexOf('offered'))
    expect(told.state.marks.at(-1)?.type).toBe('message')
  })

  it('counts as the news that was owed', () => {
    const told = storyAtWork()
    told.tell(monday('09:20'), { type: 'wait', by: 'person:ada', for: 'vendor' })
    const owed = told.state.nextAction
    const at = monday('13:00')
    told.tell(monday('15:00'), { type: 'message', by: 'person:ada', at })
    expect(told.state.nextAction).toEqual({
      ...owed,
      at: (owed?.at ?? 0) + Date.parse(at) - Date.parse(monday('09:20')),
    })
  })
})

describe('A time that cannot be', () => {
  it('before the request came in is kept as it came, and flagged', () => {
    const told = storyAtWork()
    const at = '2027-02-28T12:00:00Z'
    const [event] = told.tell(monday('10:00'), { type: 'message', by: 'person:ada', at })
    expect(event).toMatchObject({ at: '2027-02-28T12:00:00.000Z', flag: 'before-submission' })
    expect(told.state.flags).toEqual([{ event: event?.id, code: 'before-submission' }])
    expect(told.state.marks.at(-1)?.at).toBe(Date.parse(at))
  })

  it('after it was told is kept as it came, and flagged', () => {
    const told = storyAtWork()
    told.tell(monday('10:00'), { type: 'message', by: 'person:ada', at: monday('18:00') })
    expect(told.state.flags).toMatchObject([{ code: 'in-future' }])
  })

  it('of a change before the state that it changes is kept as it came, and flagged', () => {
    const told = storyAtWork()
    const at = monday('09:05')
    told.tell(monday('10:00'), { type: 'wait', by: 'person:ada', for: 'vendor', at })
    expect(told.state.flags).toMatchObject([{ code: 'before-state' }])
    expect(told.state.wait).toMatchObject({ blocker: 'vendor', since: Date.parse(at) })
  })

  it('of an event that nobody can read is kept too', () => {
    const told = storyAtWork()
    const seq = told.state.seq + 1
    const message = { ...strange(seq), type: 'messaged', at: 'noon', audience: 'public' }
    const state = evolve(told.state, message) as RequestState
    expect(state.seq).toBe(seq)
    expect(state.marks.at(-1)).toMatchObject({ type: 'message', at: 0 })
  })
})

describe('An event that this version does not know', () => {
  it('takes its place, changes nothing else, and is reported', () => {
    const told = storyAtWork()
    const { state } = told
    const event = strange(state.seq + 1)
    const unread = [{ event: 'old/1', type: 'escalated', schema: 1 }]
    expect(evolve(state, event)).toEqual({ ...state, seq: event.seq, unread })
    expect(codes([...told.events, event])).toEqual([`${event.seq} unread`])
    expect(marksOf([...told.events, event])).toEqual(marksOf(told.events))
  })

  it('of a newer schema is not read as if it were an old one', () => {
    const told = storyAtWork()
    const newer = { ...strange(told.state.seq + 1), type: 'closed', schema: EVENT_SCHEMA + 1 }
    const state = evolve(told.state, newer)
    expect(state).toMatchObject({ category: 'open', unread: [{ type: 'closed', schema: 2 }] })
  })

  it('is one that is called like ours and lacks what ours say, too', () => {
    const told = storyAtWork()
    const seq = told.state.seq + 1
    const event = { ...strange(seq), type: 'assessed', facts: null }
    const stream = [...told.events, event]
    expect(codes(stream)).toEqual([`${seq} unread`])
    expect(marksOf(stream)).toEqual(told.state.marks)
    const submitted = { ...strange(1), type: 'submitted', approvals: 'all' }
    expect(evolve(null, submitted)).toBeNull()
    expect(codes([submitted])).toEqual(['1 unread'])
    expect(marksOf([submitted])).toEqual([])
  })

  it('is a second submission, too: a request comes in once', () => {
    const told = storyAtWork()
    const seq = told.state.seq + 1
    const [first] = told.events
    const again: StoredEvent = Object.assign(strange(seq), first, { id: 'again/1', seq })
    expect(codes([...told.events, again])).toEqual([`${seq} unread`])
    expect(marksOf([...told.events, again])).toEqual(told.state.marks)
  })

  it('leaves the request able to go on', () => {
    const told = storyAtWork()
    const event = strange(told.state.seq + 1)
    const later = { ...strange(event.seq + 1), id: 'new/1', type: 'messaged', audience: 'public' }
    const state = evolve(evolve(told.state, event), later)
    expect(state?.marks.at(-1)).toMatchObject({ id: 'new/1', type: 'message' })
  })
})

describe('A stream', () => {
  it('gives the same request in whatever order and however often its events come', () => {
    const events = stored()
    const once = replay(events)
    expect(once.problems).toEqual([])
    const mixed = replay([...events].reverse().concat(events))
    expect(mixed.state).toEqual(once.state)
    expect(new Set(mixed.problems.map(({ code }) => code))).toEqual(new Set(['repeated']))
    expect(marksOf([...events].reverse())).toEqual(once.state?.marks)
  })

  it('with a hole in it, or with events of another request, is reported', () => {
    const events = stored()
    const [first, second, ...rest] = events as [StoredEvent, StoredEvent, ...StoredEvent[]]
    expect(codes([first, ...rest])).toEqual(['3 gap'])
    expect(codes([second])).toEqual(['2 gap', '2 before-submission'])
    expect(codes([...events, strange(events.length + 1, { request: '8' })])).toEqual([
      `${events.length + 1} other-request`,
    ])
    expect(replay([])).toEqual({ state: null, problems: [] })
  })
})

describe('An event of an old schema', () => {
  /** Schema 0 called messages notes, and had `public` for the audience. */
  const notes: Upcaster = {
    type: 'noted',
    schema: 0,
    to(event) {
      const { public: isPublic, ...header } = event as StoredEvent & { public: boolean }
      const audience = isPublic ? 'public' : 'internal'
      return { ...header, type: 'messaged', schema: 1, audience }
    },
  }
  const older: Upcaster = {
    type: 'note',
    schema: -1,
    to: (event) => Object.assign({ ...event, type: 'noted', schema: 0 }, { public: true }),
  }
  const note = (seq: number) => ({ ...strange(seq, { type: 'noted', schema: 0 }), public: false })

  it('is made a new one by its upcaster', () => {
    const { events, state } = storyAtWork()
    const stream = [...events, note(state.seq + 1)]
    const options = { upcasters: [notes] }
    expect(replay(stream).problems).toMatchObject([{ code: 'unread' }])
    const read = replay(stream, options)
    expect(read.problems).toEqual([])
    expect(read.state?.marks.at(-1)).toMatchObject({ type: 'message', audience: 'internal' })
    expect(marksOf(stream, options)).toEqual(read.state?.marks)
  })

  it('is left alone by upcasters of other types and of other schemas', () => {
    const others: readonly Upcaster[] = [
      { ...notes, type: 'filed', to: () => strange(1, { type: 'wrong', schema: 9 }) },
      { ...notes, schema: 5, to: () => strange(1, { type: 'wrong', schema: 9 }) },
    ]
    expect(upcast(note(3), [...others, notes])).toMatchObject({ type: 'messaged', schema: 1 })
  })

  it('goes through one upcaster after the other until it is new', () => {
    const oldest = strange(3, { type: 'note', schema: -1 })
    expect(upcast(oldest, [notes, older])).toMatchObject({
      type: 'messaged',
      schema: 1,
      audience: 'public',
    })
  })

  it('stays as it is where no upcaster is for it', () => {
    const [event] = stored()
    expect(upcast(event as StoredEvent, [notes])).toBe(event)
  })

  it('is not turned over for ever by an upcaster that leads nowhere', () => {
    const stuck: Upcaster = { type: 'noted', schema: 0, to: (event) => event }
    expect(() => upcast(note(3), [stuck])).toThrow(
      expect.objectContaining({ name: 'TypeError', code: 'upcaster-stuck' }),
    )
  })
})
