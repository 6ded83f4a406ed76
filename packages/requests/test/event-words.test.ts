import type { InstantLike } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import type { RequestEvent } from '../src/index.ts'
import { refined } from './task-story.ts'
import {
  ada,
  customer,
  eve,
  incidentStory,
  monday,
  type Story,
  story,
  storyAtWork,
} from './told-story.ts'

type Told = Parameters<Story['ask']>[1]

/** An event without what all events say, and without what is to be done next. */
function wordsOf(event: RequestEvent): object {
  const { id, at, seq, by, request, schema, next, ...words } = event
  expect([id, at, seq, by, request, schema, next]).toHaveLength(7)
  return words
}

/** What a command comes to, in words. */
function said(told: Story, at: InstantLike, command: Told): readonly object[] {
  return told.tell(at, command).map(wordsOf)
}

/** Ada has offered it to the platform team. */
function offered(): Story {
  const told = storyAtWork()
  told.tell(monday('09:20'), ada({ type: 'offer', to: 'team:platform' }))
  return told
}

const INVESTIGATING = { state: 'investigating', category: 'open', element: 'investigation' }
const RESOLVED = { state: 'resolved', category: 'resolved' }
const CLOSED = { state: 'closed', category: 'closed' }

describe('An event says what was said, and nothing of what was not', () => {
  it('of a submission', () => {
    const least = { type: 'submit', by: 'person:ada', kind: 'incident' } as const
    const NEW = { state: 'new', category: 'open', element: 'wait', party: 'queue' }
    const lifecycle = { id: 'incident', version: 1 }
    const owner = 'team:support'
    expect(said(story(), monday('09:00'), least)).toStrictEqual([
      { type: 'submitted', ...NEW, kind: 'incident', lifecycle, owner },
    ])
    const all = {
      title: 'Exports fail',
      customer: 'customer:acme',
      customerFacts: { level: 'gold' },
      need: 'Exports by Thursday',
      priority: 'P2',
      facts: { site: 'Basel' },
      links: [{ relation: 'problem', to: 'PRB-1' }],
      parent: '3',
      followUpOf: '2',
    } as const
    expect(
      said(story(), monday('09:00'), { ...least, ...all, owner: 'team:platform' }),
    ).toStrictEqual([
      { type: 'submitted', ...NEW, kind: 'incident', lifecycle, ...all, owner: 'team:platform' },
    ])
  })

  it('of triage', () => {
    const told = incidentStory()
    const parts = [{ priority: 'P1' }, { facts: { site: 'Basel' } }, { need: 'Exports' }, {}]
    for (const part of parts) {
      const words = said(told, monday('09:05'), ada({ type: 'assess', ...part }))
      expect(words).toStrictEqual([{ type: 'assessed', ...part }])
    }
  })

  it('of an offer and its answers', () => {
    const told = offered()
    expect(wordsOf(told.events.at(-1) as RequestEvent)).toStrictEqual({
      type: 'offered',
      offer: '7/o1',
      to: 'team:platform',
    })
    expect(said(told, monday('09:21'), ada({ type: 'recall' }))).toStrictEqual([
      { type: 'offerRecalled', offer: '7/o1' },
    ])
    const all = { need: 'Exports', context: 'Nightly', openQuestions: ['Since when?'] }
    expect(
      said(told, monday('09:22'), ada({ type: 'offer', to: 'team:platform', ...all })),
    ).toStrictEqual([{ type: 'offered', offer: '7/o2', to: 'team:platform', ...all }])
    expect(said(told, monday('09:23'), ada({ type: 'recall', reason: 'Found it' }))).toStrictEqual([
      { type: 'offerRecalled', offer: '7/o2', reason: 'Found it' },
    ])
    told.tell(monday('09:24'), ada({ type: 'offer', to: 'team:platform' }))
    expect(said(told, monday('09:25'), eve({ type: 'decline', reason: 'Not ours' }))).toStrictEqual(
      [{ type: 'offerDeclined', offer: '7/o3', reason: 'Not ours' }],
    )
    told.tell(monday('09:26'), ada({ type: 'offer', to: 'team:platform' }))
    const asked = { reason: 'Not yet', openQuestions: ['Which account?'] }
    expect(said(told, monday('09:27'), eve({ type: 'decline', ...asked }))).toStrictEqual([
      { type: 'offerDeclined', offer: '7/o4', ...asked },
    ])
  })

  it('of an acceptance: whoever accepts in person works on it, a team does not', () => {
    const passed = { type: 'ownerChanged', owner: 'team:platform' }
    const accepted = { type: 'offerAccepted', offer: '7/o1' }
    expect(said(offered(), monday('09:30'), eve({ type: 'accept' }))).toStrictEqual([
      accepted,
      { ...passed, assignee: 'person:eve' },
    ])
    const byTeam = { type: 'accept', by: 'team:platform' } as const
    expect(said(offered(), monday('09:30'), byTeam)).toStrictEqual([accepted, passed])
  })

  it('of a message', () => {
    const told = storyAtWork()
    const write = (message: object) =>
      said(told, monday('09:30'), ada({ type: 'message', ...message }))
    expect(write({})).toStrictEqual([{ type: 'messaged', audience: 'public' }])
    expect(write({ automatic: false })).toStrictEqual([{ type: 'messaged', audience: 'public' }])
    const all = { audience: 'internal', automatic: true, text: 'Seen', channel: 'mail' }
    expect(write(all)).toStrictEqual([{ type: 'messaged', ...all }])
  })

  it('of a wait, and of going on', () => {
    const told = storyAtWork()
    const ON_HOLD = { state: 'on-hold', category: 'waiting', element: 'wait' }
    const waited = { type: 'waited', ...ON_HOLD, blocker: 'vendor' }
    expect(said(told, monday('09:30'), ada({ type: 'wait', for: 'vendor' }))).toStrictEqual([
      waited,
    ])
    const back = { type: 'resumed', state: 'investigating', category: 'open' }
    expect(said(told, monday('09:31'), ada({ type: 'resume' }))).toStrictEqual([back])
    const until = '2027-03-04T09:00:00.000Z'
    const more = { for: 'vendor', until, detail: 'V-1', tell: 'We wait for the vendor.' } as const
    expect(said(told, monday('09:32'), ada({ type: 'wait', ...more }))).toStrictEqual([
      { ...waited, until, detail: 'V-1' },
      { type: 'messaged', audience: 'public', text: more.tell },
    ])
    const reason = 'They answered'
    expect(said(told, monday('09:33'), ada({ type: 'resume', reason }))).toStrictEqual([
      { ...back, reason },
    ])
  })

  it('of a customer’s answer that ends a wait, which nobody of ours has to end', () => {
    const told = storyAtWork()
    told.tell(monday('09:30'), ada({ type: 'wait', for: 'customer' }))
    const answer = { type: 'message', by: 'customer:acme', text: 'Firefox' } as const
    expect(said(told, monday('09:40'), answer)).toStrictEqual([
      { type: 'messaged', audience: 'public', text: 'Firefox' },
      { type: 'resumed', state: 'investigating', category: 'open', automatic: true },
    ])
  })

  it('of work that moves on', () => {
    const told = storyAtWork()
    const moved = { type: 'moved', state: 'fixing', category: 'open', element: 'fix' }
    expect(said(told, monday('09:30'), ada({ type: 'move', to: 'fixing' }))).toStrictEqual([moved])
    told.tell(monday('09:31'), ada({ type: 'move', to: 'investigating' }))
    const more = { to: 'fixing', reason: 'Found', tell: 'We are putting it right.' }
    expect(said(told, monday('09:32'), ada({ type: 'move', ...more }))).toStrictEqual([
      { ...moved, reason: 'Found' },
      { type: 'messaged', audience: 'public', text: more.tell },
    ])
  })

  it('of a resolution, of what undoes it, and of the end', () => {
    const told = offered()
    const all = { cause: 'Memory', effect: 'No figures', summary: 'It has more memory now.' }
    expect(said(told, monday('09:30'), ada({ type: 'resolve', ...all }))).toStrictEqual([
      { type: 'offerRecalled', offer: '7/o1', reason: 'resolved' },
      { type: 'messaged', audience: 'public', text: all.summary },
      { type: 'resolved', ...RESOLVED, ...all },
    ])
    const reason = 'It fails again'
    expect(said(told, monday('09:40'), ada({ type: 'reopen', reason }))).toStrictEqual([
      { type: 'reopened', ...INVESTIGATING, reason },
    ])
    told.tell(monday('09:50'), ada({ type: 'resolve', ...all }))
    expect(said(told, monday('09:55'), { type: 'close', by: 'customer:acme' })).toStrictEqual([
      { type: 'closed', ...CLOSED },
    ])
  })

  it('of what is called off: the offer and every open task with it', () => {
    const told = offered()
    told.tell(monday('09:25'), ada({ type: 'addTask', task: 't1', ...refined }))
    told.tell(monday('09:26'), ada({ type: 'addTask', task: 't2', ...refined }))
    told.tell(monday('09:27'), ada({ type: 'addTask', task: 't3', ...refined }))
    told.tell(monday('09:28'), ada({ type: 'dispatchTask', task: 't1' }))
    told.tell(monday('09:28'), ada({ type: 'dispatchTask', task: 't2' }))
    told.tell(monday('09:29'), eve({ type: 'acceptTask', task: 't2' }))
    told.tell(monday('09:29'), ada({ type: 'cancelTask', task: 't3', reason: 'Twice' }))
    const reason = 'Wanted no more'
    expect(said(told, monday('09:30'), ada({ type: 'cancel', reason }))).toStrictEqual([
      { type: 'offerRecalled', offer: '7/o1', reason },
      { type: 'taskCancelled', task: 't1', reason },
      { type: 'taskCancelled', task: 't2', reason },
      { type: 'cancelled', state: 'cancelled', category: 'closed', reason },
    ])
  })

  it('of a follow-up', () => {
    const told = incidentStory()
    told.tell(monday('09:30'), ada({ type: 'cancel', reason: 'Twice' }))
    const follow = (more: object) =>
      said(told, monday('09:40'), customer({ type: 'followUp', ...more }))
    expect(follow({ as: '8' })).toStrictEqual([{ type: 'followedUp', as: '8' }])
    const all = { as: '9', title: 'Once more', text: 'It fails again.' }
    expect(follow(all)).toStrictEqual([{ type: 'followedUp', ...all }])
    expect(follow({ as: '9' })).toStrictEqual([])
  })

  it('of time that was spent', () => {
    const told = storyAtWork()
    const attach = (more: object) =>
      said(told, monday('09:30'), ada({ type: 'attachTime', duration: 'PT20M', ...more }))
    expect(attach({})).toStrictEqual([{ type: 'timeAttached', millis: 1_200_000 }])
    const all = { activity: 'analysis', billable: false }
    expect(attach(all)).toStrictEqual([{ type: 'timeAttached', millis: 1_200_000, ...all }])
    expect(told.state.timeSpent).toBe(2_400_000)
  })

  it('of a task', () => {
    const told = storyAtWork()
    const add = (task: object) => said(told, monday('09:30'), ada({ type: 'addTask', ...task }))
    const links = [{ relation: 'contact', to: 'customer:acme' }]
    const all = { task: 't2', ...refined, required: false, links }
    expect(add({ task: 't1', title: 'Ask' })).toStrictEqual([
      { type: 'taskAdded', task: 't1', title: 'Ask', required: true },
    ])
    expect(add(all)).toStrictEqual([{ type: 'taskAdded', ...all }])
    const change = (more: object) =>
      said(told, monday('09:31'), ada({ type: 'changeTask', task: 't1', ...more }))
    expect(change({ title: 'Ask them' })).toStrictEqual([
      { type: 'taskChanged', task: 't1', title: 'Ask them' },
    ])
    expect(change({})).toStrictEqual([])
    expect(said(told, monday('09:32'), ada({ type: 'dispatchTask', task: 't2' }))).toStrictEqual([
      { type: 'taskDispatched', task: 't2', team: 'team:platform' },
    ])
    expect(said(told, monday('09:33'), eve({ type: 'acceptTask', task: 't2' }))).toStrictEqual([
      { type: 'taskAccepted', task: 't2' },
    ])
    expect(said(told, monday('09:34'), eve({ type: 'finishTask', task: 't2' }))).toStrictEqual([
      { type: 'taskDone', task: 't2' },
    ])
  })

  it('of a quick task, and whom it concerns', () => {
    const told = storyAtWork()
    const quick = { type: 'quickTask', what: 'Restart', minutes: 5 } as const
    const done = { type: 'quickTaskDone', what: 'Restart', minutes: 5 }
    expect(said(told, monday('09:30'), ada(quick))).toStrictEqual([done])
    const affects = ['team:platform', 'team:support', 'team:platform'] as const
    expect(said(told, monday('09:31'), ada({ ...quick, affects }))).toStrictEqual([
      { ...done, affects: ['team:platform'] },
    ])
  })
})
