import type { Mark } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import { marksOf } from '../src/index.ts'
import { refined } from './task-story.ts'
import { ada, customer, eve, incidentStory, monday, type Story, story } from './told-story.ts'

type Told = Parameters<Story['ask']>[1]

/** The marks of what a command comes to, without the numbers that every mark has. */
function marked(told: Story, time: string, command: Told): readonly object[] {
  const { length } = told.state.marks
  const events = told.tell(monday(time), command)
  const marks = told.state.marks.slice(length)
  const known = new Map(events.map((event) => [event.id, event]))
  expect(marksOf(told.events)).toEqual(told.state.marks)
  return marks.map(({ id, at, seq, ...words }: Mark) => {
    expect({ seq, at: new Date(at).toISOString() }).toEqual({
      seq: known.get(id)?.seq,
      at: known.get(id)?.at,
    })
    return words
  })
}

const about = 'request:7'

describe('The history of a request says', () => {
  it('what was known when it came in', () => {
    const told = story()
    told.tell(monday('09:00'), ada({ type: 'submit', kind: 'incident' }))
    const least = { element: 'wait', party: 'queue', kind: 'incident', assignedTo: 'team:support' }
    const [first] = told.state.marks
    expect(first).toStrictEqual({
      id: 'c1/1',
      at: Date.parse(monday('09:00')),
      seq: 1,
      type: 'submitted',
      about,
      by: 'person:ada',
      state: 'new',
      facts: least,
    })
    const more = story()
    const submit = { type: 'submit', kind: 'incident', priority: 'P2', followUpOf: '2' }
    const facts = { site: 'Basel', kind: 'printer' }
    more.tell(monday('09:00'), customer({ ...submit, customerFacts: { level: 'gold' }, facts }))
    expect(more.state.marks[0]?.facts).toStrictEqual({
      site: 'Basel',
      level: 'gold',
      ...least,
      customer: 'customer:acme',
      priority: 'P2',
      followUpOf: '2',
    })
  })

  it('who works on it, and that nothing needs to be said of who does so themselves', () => {
    const told = incidentStory()
    const entered = { type: 'resumed', about, by: 'person:ada', state: 'investigating' }
    expect(marked(told, '09:10', ada({ type: 'take' }))).toStrictEqual([
      { type: 'assigned', about, by: 'person:ada' },
      { ...entered, facts: { element: 'investigation' } },
    ])
    expect(marked(told, '09:11', ada({ type: 'assign', to: 'person:ben' }))).toStrictEqual([
      { type: 'assigned', about, by: 'person:ada', facts: { assignee: 'person:ben' } },
    ])
  })

  it('to whom it was offered, what they said, and whose it is then', () => {
    const told = incidentStory()
    const offer = ada({ type: 'offer', to: 'team:platform' })
    const offered = (n: number) => ({
      type: 'offered',
      about: `offer:7/o${n}`,
      by: 'person:ada',
      facts: { offeredTo: 'team:platform' },
    })
    expect(marked(told, '09:10', offer)).toStrictEqual([offered(1)])
    expect(marked(told, '09:11', eve({ type: 'decline', reason: 'Not ours' }))).toStrictEqual([
      { type: 'declined', about: 'offer:7/o1', by: 'person:eve' },
    ])
    expect(marked(told, '09:12', offer)).toStrictEqual([offered(2)])
    expect(marked(told, '09:13', ada({ type: 'recall' }))).toStrictEqual([
      { type: 'recalled', about: 'offer:7/o2', by: 'person:ada' },
    ])
    told.tell(monday('09:14'), offer)
    expect(marked(told, '15:30', ada({ type: 'wake' }))).toStrictEqual([
      { type: 'expired', about: 'offer:7/o3', by: 'system:clock' },
    ])
    told.tell(monday('15:31'), offer)
    expect(marked(told, '15:32', eve({ type: 'accept' }))).toStrictEqual([
      { type: 'accepted', about: 'offer:7/o4', by: 'person:eve' },
      { type: 'assigned', about, by: 'person:eve', facts: { assignedTo: 'team:platform' } },
    ])
  })

  it('who wrote, and for whom where that is not everybody', () => {
    const told = incidentStory()
    const write = (message: object) => marked(told, '09:10', ada({ type: 'message', ...message }))
    const message = { type: 'message', about, by: 'person:ada' }
    expect(write({ text: 'We look into it.' })).toStrictEqual([message])
    expect(write({ audience: 'internal' })).toStrictEqual([{ ...message, audience: 'internal' }])
    expect(write({ automatic: true })).toStrictEqual([{ ...message, automatic: true }])
  })

  it('what it waited for and until when, and that the work of before goes on', () => {
    const told = incidentStory()
    told.tell(monday('09:10'), ada({ type: 'take' }))
    const waiting = { type: 'waiting', about, by: 'person:ada', reason: 'vendor', state: 'on-hold' }
    expect(marked(told, '09:11', ada({ type: 'wait', for: 'vendor' }))).toStrictEqual([waiting])
    expect(marked(told, '09:12', ada({ type: 'resume' }))).toStrictEqual([
      { type: 'resumed', about, by: 'person:ada', state: 'investigating' },
    ])
    const until = '2027-03-02T09:00:00.000Z'
    expect(marked(told, '09:13', ada({ type: 'wait', for: 'vendor', until }))).toStrictEqual([
      { ...waiting, facts: { until } },
    ])
  })

  it('what triage found', () => {
    const told = incidentStory()
    const triaged = { type: 'triaged', about, by: 'person:ada' }
    const facts = { site: 'Basel' }
    expect(marked(told, '09:10', ada({ type: 'assess', priority: 'P1', facts }))).toStrictEqual([
      { ...triaged, facts: { priority: 'P1', site: 'Basel' } },
    ])
    expect(marked(told, '09:11', ada({ type: 'assess', need: 'Exports' }))).toStrictEqual([triaged])
  })

  it('that it was resolved, reopened, closed or called off, and whether a machine did it', () => {
    const told = incidentStory()
    const end = ada({ type: 'resolve', cause: 'a', effect: 'b', summary: 'c' })
    const message = { type: 'message', about, by: 'person:ada' }
    expect(marked(told, '09:10', end)).toStrictEqual([
      message,
      { type: 'resolved', about, by: 'person:ada', state: 'resolved' },
    ])
    const again = { type: 'message', about, by: 'customer:acme' }
    const facts = { element: 'investigation' }
    expect(marked(told, '09:11', customer({ type: 'message', text: 'Not yet' }))).toStrictEqual([
      again,
      { type: 'reopened', about, by: 'customer:acme', state: 'investigating', facts },
    ])
    told.tell(monday('09:12'), end)
    const { length } = told.state.marks
    told.tell('2027-03-15T09:00:00Z', { type: 'wake', by: 'system:timer' })
    expect(told.state.marks.slice(length)).toMatchObject([
      { type: 'closed', about, by: 'system:clock', state: 'closed', automatic: true },
    ])
    const other = incidentStory()
    expect(marked(other, '09:10', customer({ type: 'cancel', reason: 'Found it' }))).toStrictEqual([
      { type: 'cancelled', about, by: 'customer:acme', state: 'cancelled' },
    ])
  })

  it('what became of a task, and that it is done in a word among ourselves', () => {
    const told = incidentStory()
    const task = 'task:7/t1'
    const work = (type: string, more: object = {}) => ({ type, task: 't1', ...more })
    expect(marked(told, '09:10', ada(work('addTask', refined)))).toStrictEqual([])
    expect(marked(told, '09:11', ada(work('dispatchTask')))).toStrictEqual([
      { type: 'offered', about: task, by: 'person:ada', facts: { offeredTo: 'team:platform' } },
    ])
    expect(marked(told, '09:12', eve(work('declineTask', { reason: 'x' })))).toStrictEqual([
      { type: 'declined', about: task, by: 'person:eve' },
    ])
    told.tell(monday('09:13'), ada(work('dispatchTask')))
    expect(marked(told, '09:14', eve(work('acceptTask')))).toStrictEqual([
      { type: 'accepted', about: task, by: 'person:eve' },
    ])
    const done = { type: 'message', audience: 'internal' }
    expect(marked(told, '09:15', eve(work('finishTask')))).toStrictEqual([
      { ...done, about: task, by: 'person:eve', facts: { task: 'done' } },
    ])
    told.tell(monday('09:16'), ada({ ...work('addTask', refined), task: 't2' }))
    expect(
      marked(told, '09:17', ada(work('cancelTask', { task: 't2', reason: 'x' }))),
    ).toStrictEqual([{ type: 'recalled', about: 'task:7/t2', by: 'person:ada' }])
    expect(
      marked(told, '09:18', ada({ type: 'quickTask', what: 'Restart', minutes: 5 })),
    ).toStrictEqual([{ ...done, about, by: 'person:ada', facts: { quickTask: 'Restart' } }])
  })

  it('nothing of what is about the desk', () => {
    const told = incidentStory()
    const quiet = [
      { type: 'attachTime', duration: 'PT5M' },
      { type: 'link', link: { relation: 'problem', to: 'PRB-1' } },
      { type: 'unlink', link: { relation: 'problem', to: 'PRB-1' } },
      { type: 'addTask', task: 't1', title: 'Ask' },
      { type: 'changeTask', task: 't1', title: 'Ask them' },
      {
        type: 'splitTask',
        task: 't1',
        into: [
          { task: 'a', title: 'a' },
          { task: 'b', title: 'b' },
        ],
      },
      { type: 'rejoinTask', task: 't1' },
      { type: 'split', into: [{ request: '8', title: 'Invoices' }] },
      { type: 'noteChild', child: '8', status: 'resolved' },
    ]
    for (const command of quiet) expect(marked(told, '09:10', ada(command))).toStrictEqual([])
    expect(told.state.quiet).toHaveLength(quiet.length)
  })
})
