import { describe, expect, it } from 'vitest'
import type { RequestState } from '../src/index.ts'
import { refined } from './task-story.ts'
import { ada, customer, eve, incidentStory, monday, type Story, story } from './told-story.ts'

type Told = Parameters<Story['ask']>[1]

const at = (time: string) => Date.parse(monday(time))

/** What every event changes, and what is looked at elsewhere. */
const ALWAYS: ReadonlySet<string> = new Set(['seq', 'marks', 'quiet', 'nextAction'])

const textOf = (part: unknown) => JSON.stringify(part)

/** What of a request is other than before, after a command. */
function changed(told: Story, time: string, command: Told): object {
  const before = told.state
  told.tell(monday(time), command)
  const after = told.state
  const names = Object.keys(after) as (keyof RequestState)[]
  const others = names.filter(
    (name) => !ALWAYS.has(name) && textOf(after[name]) !== textOf(before[name]),
  )
  return Object.fromEntries(others.map((name) => [name, after[name]]))
}

const INVESTIGATING = { state: 'investigating', category: 'open' }

describe('A request as it comes in', () => {
  it('has nothing that nobody told', () => {
    const told = story()
    told.tell(monday('09:00'), ada({ type: 'submit', kind: 'incident' }))
    const { marks, nextAction, ...rest } = told.state
    expect(marks).toHaveLength(1)
    expect(nextAction?.why).toBe('attend')
    expect(rest).toStrictEqual({
      request: '7',
      seq: 1,
      kind: 'incident',
      lifecycle: { id: 'incident', version: 1 },
      title: null,
      submittedAt: at('09:00'),
      state: 'new',
      category: 'open',
      previous: null,
      chapter: { place: 0, at: at('09:00') },
      customer: null,
      customerFacts: {},
      need: null,
      facts: {},
      priority: null,
      owner: 'team:support',
      assignee: null,
      offer: null,
      offers: 0,
      bounces: 0,
      formerOwners: [],
      wait: null,
      waits: 0,
      reopenings: 0,
      tasks: [],
      parent: null,
      children: [],
      followUpOf: null,
      followUps: [],
      links: [],
      approvals: [],
      resolution: null,
      timeSpent: 0,
      told: [],
      quiet: [],
      flags: [],
      unread: [],
    })
  })

  it('has all that was told', () => {
    const told = story()
    const all = {
      title: 'Exports fail',
      customerFacts: { level: 'gold' },
      need: 'Exports by Thursday',
      priority: 'P2',
      facts: { site: 'Basel' },
      links: [{ relation: 'problem', to: 'PRB-1' }],
      parent: '3',
      followUpOf: '2',
      owner: 'team:platform',
    }
    told.tell(monday('09:00'), customer({ type: 'submit', kind: 'incident', ...all }))
    expect(told.state).toMatchObject({ ...all, customer: 'customer:acme' })
  })
})

describe('An event changes of a request', () => {
  it('what triage found, each part by itself', () => {
    const told = incidentStory()
    const assess = (parts: object) => changed(told, '09:10', ada({ type: 'assess', ...parts }))
    expect(assess({ priority: 'P1' })).toStrictEqual({ priority: 'P1' })
    expect(assess({ need: 'Exports' })).toStrictEqual({ need: 'Exports' })
    expect(assess({ facts: { site: 'Basel' } })).toStrictEqual({ facts: { site: 'Basel' } })
    expect(assess({ facts: { floor: 2 } })).toStrictEqual({ facts: { site: 'Basel', floor: 2 } })
    expect(assess({})).toStrictEqual({})
  })

  it('who works on it, and where that leads', () => {
    const told = incidentStory()
    expect(changed(told, '09:10', ada({ type: 'take' }))).toStrictEqual({
      assignee: 'person:ada',
      state: 'investigating',
      chapter: { place: 2, at: at('09:10') },
    })
    expect(changed(told, '09:11', ada({ type: 'message' }))).toStrictEqual({})
    expect(changed(told, '09:12', ada({ type: 'assign', to: 'person:ben' }))).toStrictEqual({
      assignee: 'person:ben',
    })
  })

  it('the offer that stands, and the owner only once it is accepted', () => {
    const told = incidentStory()
    const offer = { type: 'offer', to: 'team:platform' }
    const made = { state: 'new', priority: 'P3', blocker: null }
    const parties = { from: 'team:support', to: 'team:platform' }
    const open = { id: '7/o1', ...parties, at: at('09:10'), made }
    expect(changed(told, '09:10', ada(offer))).toStrictEqual({
      offer: { ...open, need: null, context: null, openQuestions: [] },
      offers: 1,
    })
    expect(changed(told, '09:11', ada({ type: 'recall' }))).toStrictEqual({ offer: null })
    const all = { need: 'Exports', context: 'Nightly', openQuestions: ['Since when?'] }
    expect(changed(told, '09:12', ada({ ...offer, ...all }))).toStrictEqual({
      offer: { ...open, id: '7/o2', at: at('09:12'), ...all },
      offers: 2,
      need: 'Exports',
    })
    expect(changed(told, '09:13', eve({ type: 'decline', reason: 'Not ours' }))).toStrictEqual({
      offer: null,
      bounces: 1,
    })
    told.tell(monday('09:14'), ada(offer))
    expect(changed(told, '09:15', eve({ type: 'accept' }))).toStrictEqual({
      owner: 'team:platform',
      assignee: 'person:eve',
      offer: null,
      formerOwners: ['team:support'],
    })
  })

  it('the former owners, each once, and counts who comes back', () => {
    const told = incidentStory()
    const to = (team: string) => ({ type: 'offer', to: team })
    const pass = (from: (command: object) => Told, team: string) => {
      told.tell(monday('09:10'), from(to(team)))
      return changed(told, '09:11', { type: 'accept', by: team } as Told)
    }
    expect(pass(ada, 'team:platform')).toStrictEqual({
      owner: 'team:platform',
      offer: null,
      formerOwners: ['team:support'],
    })
    expect(pass(eve, 'team:support')).toStrictEqual({
      owner: 'team:support',
      offer: null,
      formerOwners: ['team:support', 'team:platform'],
      bounces: 1,
    })
    expect(pass(ada, 'team:platform')).toStrictEqual({
      owner: 'team:platform',
      offer: null,
      bounces: 2,
    })
  })

  it('what it waits for, and the way back, until it is left', () => {
    const told = incidentStory()
    told.tell(monday('09:10'), ada({ type: 'take' }))
    expect(changed(told, '09:11', ada({ type: 'wait', for: 'customer' }))).toStrictEqual({
      category: 'waiting',
      state: 'awaiting-customer',
      previous: 'investigating',
      chapter: { place: 3, at: at('09:11') },
      wait: { number: 1, blocker: 'customer', since: at('09:11'), until: null, detail: null },
      waits: 1,
    })
    const until = monday('15:00')
    const more = { for: 'vendor', until, detail: 'V-1' }
    expect(changed(told, '09:12', ada({ type: 'wait', ...more }))).toStrictEqual({
      state: 'on-hold',
      chapter: { place: 4, at: at('09:12') },
      wait: {
        number: 2,
        blocker: 'vendor',
        since: at('09:12'),
        until: at('15:00'),
        detail: 'V-1',
      },
      waits: 2,
    })
    expect(changed(told, '09:13', ada({ type: 'resume' }))).toStrictEqual({
      ...INVESTIGATING,
      previous: null,
      chapter: { place: 5, at: at('09:13') },
      wait: null,
    })
  })

  it('the resolution, which a reopening takes away and counts', () => {
    const told = incidentStory()
    told.tell(monday('09:05'), ada({ type: 'wait', for: 'customer' }))
    const all = { cause: 'a', effect: 'b', summary: 'c' }
    expect(changed(told, '09:10', ada({ type: 'resolve', ...all }))).toMatchObject({
      state: 'resolved',
      category: 'resolved',
      wait: null,
      previous: null,
      resolution: { at: at('09:10'), ...all, automatic: false },
    })
    expect(changed(told, '09:11', ada({ type: 'reopen', reason: 'x' }))).toMatchObject({
      ...INVESTIGATING,
      resolution: null,
      reopenings: 1,
    })
  })

  it('the end: nothing is waited for or offered any more', () => {
    for (const type of ['cancel', 'resolve']) {
      const told = incidentStory()
      told.tell(monday('09:05'), ada({ type: 'wait', for: 'vendor' }))
      told.tell(monday('09:06'), ada({ type: 'offer', to: 'team:platform' }))
      const all = { cause: 'a', effect: 'b', summary: 'c' }
      const command = type === 'cancel' ? { type, reason: 'x' } : { type, ...all }
      expect(changed(told, '09:10', ada(command))).toMatchObject({
        offer: null,
        wait: null,
        previous: null,
      })
    }
  })

  it('the time spent, the links, and what followed', () => {
    const told = incidentStory()
    const spend = ada({ type: 'attachTime', duration: 'PT20M' })
    expect(changed(told, '09:10', spend)).toStrictEqual({ timeSpent: 1_200_000 })
    expect(changed(told, '09:11', spend)).toStrictEqual({ timeSpent: 2_400_000 })
    const problem = { relation: 'problem', to: 'PRB-1' }
    const other = { relation: 'contact', to: 'customer:beta' }
    expect(changed(told, '09:12', ada({ type: 'link', link: problem }))).toMatchObject({
      links: [problem],
    })
    expect(changed(told, '09:13', ada({ type: 'link', link: other }))).toMatchObject({
      links: [problem, other],
    })
    expect(changed(told, '09:14', ada({ type: 'unlink', link: problem }))).toMatchObject({
      links: [other],
    })
    told.tell(monday('09:15'), ada({ type: 'cancel', reason: 'x' }))
    told.tell(monday('09:16'), customer({ type: 'followUp', as: '8' }))
    expect(changed(told, '09:17', customer({ type: 'followUp', as: '9' }))).toStrictEqual({
      followUps: ['8', '9'],
    })
  })

  it('one task, as it was said, and no other', () => {
    const told = incidentStory()
    const work = (type: string, more: object = {}) => ({ type, task: 't2', ...more })
    told.tell(monday('09:10'), ada({ type: 'addTask', task: 't1', title: 'Ask' }))
    const [first] = told.state.tasks
    expect(first).toStrictEqual({
      id: 't1',
      status: 'draft',
      title: 'Ask',
      team: null,
      context: null,
      acceptanceCriteria: [],
      customerImpact: null,
      required: true,
      links: [],
      partOf: null,
      result: null,
    })
    const links = [{ relation: 'contact', to: 'customer:acme' }]
    const second = { ...first, id: 't2', ...refined, required: false, links }
    const tasks = (more: object) => ({ tasks: [first, { ...second, ...more }] })
    const add = work('addTask', { ...refined, required: false, links })
    expect(changed(told, '09:11', ada(add))).toMatchObject(tasks({}))
    expect(changed(told, '09:12', ada(work('changeTask', { title: 'New' })))).toMatchObject(
      tasks({ title: 'New' }),
    )
    told.tell(monday('09:12'), ada(work('changeTask', { title: refined.title })))
    const status = (is: string, more: object = {}) => tasks({ status: is, ...more })
    expect(changed(told, '09:13', ada(work('dispatchTask')))).toEqual(status('dispatched'))
    expect(changed(told, '09:14', eve(work('declineTask', { reason: 'x' })))).toEqual(
      status('draft'),
    )
    told.tell(monday('09:15'), ada(work('dispatchTask')))
    expect(changed(told, '09:16', eve(work('acceptTask')))).toEqual(status('accepted'))
    const result = 'Eight gigabytes'
    expect(changed(told, '09:17', eve(work('finishTask', { result })))).toEqual(
      status('done', { result }),
    )
    expect(changed(told, '09:18', ada({ type: 'cancelTask', task: 't1', reason: 'x' }))).toEqual({
      tasks: [
        { ...first, status: 'cancelled' },
        { ...second, status: 'done', result },
      ],
    })
  })

  it('the requests that were split off, each by itself', () => {
    const told = incidentStory()
    const into = [
      { request: '8', title: 'Invoices' },
      { request: '9', title: 'Orders', required: false },
    ]
    const open = { status: 'open' }
    expect(changed(told, '09:10', ada({ type: 'split', into }))).toEqual({
      children: [
        { request: '8', required: true, ...open },
        { request: '9', required: false, ...open },
      ],
    })
    const note = { type: 'noteChild', child: '9', status: 'resolved' }
    expect(changed(told, '09:11', ada(note))).toMatchObject({
      children: [
        { request: '8', status: 'open' },
        { request: '9', status: 'resolved' },
      ],
    })
  })
})
