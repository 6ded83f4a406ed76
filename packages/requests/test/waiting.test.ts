import { describe, expect, it } from 'vitest'
import { incidentStory, type Story } from './told-story.ts'

/** An incident of priority P3 that Ada works on. */
function atWork(): Story {
  const told = incidentStory()
  told.tell('2027-03-01T09:10:00Z', { type: 'take', by: 'person:ada' })
  return told
}

const wake = { type: 'wake', by: 'system:timer' } as const

describe('A wait', () => {
  it('says what it is for, and leads back to where the work stopped', () => {
    const told = atWork()
    told.tell('2027-03-01T09:20:00Z', { type: 'move', by: 'person:ada', to: 'fixing' })
    told.tell('2027-03-01T09:30:00Z', {
      type: 'wait',
      by: 'person:ada',
      for: 'vendor',
      detail: 'Ticket 4711',
    })
    expect(told.state.category).toBe('waiting')
    expect(told.state.wait).toMatchObject({ number: 1, blocker: 'vendor', detail: 'Ticket 4711' })
    told.tell('2027-03-01T10:30:00Z', { type: 'resume', by: 'person:ada' })
    expect(told.state.state).toBe('fixing')
    expect(told.state.wait).toBeNull()
    expect(told.state.previous).toBeNull()
  })

  it('keeps its blocker whatever else happens, until it is left', () => {
    const told = atWork()
    told.tell('2027-03-01T09:30:00Z', { type: 'wait', by: 'person:ada', for: 'vendor' })
    told.tell('2027-03-01T09:40:00Z', { type: 'message', by: 'person:ada', text: 'We asked.' })
    told.tell('2027-03-01T09:50:00Z', { type: 'message', by: 'customer:acme', text: 'And?' })
    told.tell('2027-03-01T10:00:00Z', { type: 'assess', by: 'person:ada', priority: 'P1' })
    told.tell('2027-03-01T10:10:00Z', { type: 'offer', by: 'person:ada', to: 'team:platform' })
    told.tell('2027-03-01T10:20:00Z', { type: 'accept', by: 'person:eve' })
    expect(told.state.wait).toMatchObject({ blocker: 'vendor', number: 1 })
  })

  it('can change into a wait for something else, and still leads back to the work', () => {
    const told = atWork()
    told.tell('2027-03-01T09:30:00Z', { type: 'wait', by: 'person:ada', for: 'vendor' })
    told.tell('2027-03-01T10:30:00Z', { type: 'wait', by: 'person:ada', for: 'customer' })
    expect(told.state.wait).toMatchObject({ number: 2, blocker: 'customer' })
    told.tell('2027-03-01T11:30:00Z', { type: 'resume', by: 'person:ada' })
    expect(told.state.state).toBe('investigating')
  })

  it('ends by itself on its date, in the night as well, whenever somebody looks', () => {
    const told = atWork()
    const until = '2027-03-03T02:00:00Z'
    told.tell('2027-03-01T09:30:00Z', { type: 'wait', by: 'person:ada', for: 'date', until })
    expect(told.state.nextAction).toMatchObject({ at: Date.parse(until), why: 'resume' })
    told.tell('2027-03-05T09:00:00Z', wake)
    expect(told.state.category).toBe('open')
    const resumed = told.events.find(({ type }) => type === 'resumed')
    expect(resumed).toMatchObject({ at: '2027-03-03T02:00:00.000Z', by: 'system:clock' })
  })

  it('for the customer ends with what the customer writes, and not with a machine’s mail', () => {
    const told = atWork()
    told.tell('2027-03-01T09:30:00Z', { type: 'wait', by: 'person:ada', for: 'customer' })
    told.tell('2027-03-01T09:40:00Z', {
      type: 'message',
      by: 'customer:acme',
      automatic: true,
      text: 'Out of office',
    })
    expect(told.state.category).toBe('waiting')
    told.tell('2027-03-01T09:50:00Z', { type: 'message', by: 'customer:acme', text: 'Here.' })
    expect(told.state.state).toBe('investigating')
  })
})

describe('While a request waits, news', () => {
  /** Waiting for a vendor at P3: news every sixteen business hours, two days of the desk. */
  function waiting(): Story {
    const told = atWork()
    told.tell('2027-03-01T10:00:00Z', { type: 'wait', by: 'person:ada', for: 'vendor' })
    return told
  }

  it('is owed by whoever is accountable, in business time', () => {
    expect(waiting().state.nextAction).toEqual({
      at: Date.parse('2027-03-03T10:00:00Z'),
      by: 'team:support',
      why: 'inform',
    })
  })

  it('is told by a person in public only: neither notes nor machines nor the customer tell any', () => {
    const told = waiting()
    const { nextAction } = told.state
    told.tell('2027-03-02T09:00:00Z', { type: 'message', by: 'person:ada', audience: 'internal' })
    told.tell('2027-03-02T09:10:00Z', { type: 'message', by: 'system:mail', automatic: true })
    told.tell('2027-03-02T09:20:00Z', { type: 'message', by: 'customer:acme' })
    expect(told.state.nextAction).toEqual(nextAction)
    told.tell('2027-03-02T10:00:00Z', { type: 'message', by: 'person:ada' })
    expect(told.state.nextAction?.at).toBe(Date.parse('2027-03-04T10:00:00Z'))
  })

  it('is owed sooner from the beginning of the wait when the priority rises', () => {
    const told = waiting()
    told.tell('2027-03-01T10:30:00Z', { type: 'assess', by: 'person:ada', priority: 'P1' })
    expect(told.state.nextAction?.at).toBe(Date.parse('2027-03-01T11:00:00Z'))
  })

  it('that does not come is told of once: to who owes it, and to whom the lifecycle names', () => {
    const told = waiting()
    told.tell('2027-03-01T10:30:00Z', { type: 'assess', by: 'person:ada', priority: 'P1' })
    for (const minute of ['01', '10', '20']) told.tell(`2027-03-01T11:${minute}:00Z`, wake)
    const late = told.notices.filter(({ code }) => code === 'requests.notice.breach')
    expect(late.map(({ to }) => to)).toEqual(['team:support', 'role:duty-manager'])
    expect(told.state.wait).not.toBeNull()
  })
})

describe('A silent customer', () => {
  /** Waiting for the customer: reminders after two and five business days, an end after ten. */
  function silent(): Story {
    const told = atWork()
    told.tell('2027-03-01T10:00:00Z', { type: 'wait', by: 'person:ada', for: 'customer' })
    return told
  }

  const kinds = (told: Story) =>
    told.events.flatMap(({ type, at, by }) =>
      by === 'system:clock' && type !== 'told' ? [`${type} ${at.slice(0, 10)}`] : [],
    )

  it('is reminded, then the request is resolved and closed, each in business days', () => {
    const told = silent()
    told.tell('2027-04-30T00:00:00Z', wake)
    expect(kinds(told)).toEqual([
      'messaged 2027-03-03',
      'messaged 2027-03-08',
      'messaged 2027-03-15',
      'resolved 2027-03-15',
      // It was resolved after hours, so the first of its five days is the 16th's next.
      'closed 2027-03-23',
    ])
    expect(told.state.category).toBe('closed')
    expect(told.state.resolution?.automatic).toBe(true)
  })

  it('is told the same whether somebody looks every hour or once in the end', () => {
    const often = silent()
    const once = silent()
    for (let hour = 0; hour < 24 * 40; hour++) {
      often.tell(Date.parse('2027-03-01T10:00:00Z') + hour * 3_600_000, wake)
    }
    once.tell('2027-04-30T00:00:00Z', wake)
    expect(kinds(once)).toEqual(kinds(often))
    const keys = often.notices.map(({ key }) => key.replace(/^c\d+/, 'c'))
    expect(new Set(often.notices.map(({ key }) => key)).size).toBe(keys.length)
  })

  it('who answers goes on with the work, and is not reminded any more', () => {
    const told = silent()
    told.tell('2027-03-04T09:00:00Z', { type: 'message', by: 'customer:acme' })
    told.tell('2027-03-04T09:30:00Z', { type: 'wait', by: 'person:ada', for: 'customer' })
    told.tell('2027-03-08T15:59:00Z', wake)
    expect(kinds(told)).toEqual(['messaged 2027-03-03'])
    told.tell('2027-03-09T09:00:00Z', wake)
    expect(kinds(told)).toEqual(['messaged 2027-03-03', 'messaged 2027-03-08'])
  })

  it('whose request has an open task is not taken for settled', () => {
    const told = silent()
    told.tell('2027-03-01T11:00:00Z', {
      type: 'addTask',
      by: 'person:ada',
      task: 't1',
      title: 'Look at the line',
    })
    told.tell('2027-03-20T00:00:00Z', wake)
    expect(told.state.category).toBe('waiting')
    expect(told.state.wait?.blocker).toBe('customer')
  })

  it('who answers after the resolution has it reopened, and after the close is sent a follow-up', () => {
    const told = silent()
    told.tell('2027-03-17T09:00:00Z', { type: 'message', by: 'customer:acme' })
    expect(told.state.state).toBe('investigating')
    expect(told.state.reopenings).toBe(1)
    const late = silent()
    expect(
      late.ask('2027-04-30T09:00:00Z', { type: 'message', by: 'customer:acme' }),
    ).toMatchObject({
      ok: false,
      refusal: { code: 'request-closed', nextSteps: [{ code: 'requests.next.followUp' }] },
    })
  })
})
