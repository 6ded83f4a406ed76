import type { InstantLike, Notice } from '@holdfast/kernel'
import { noticeSchema } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import { type LifecycleDocument, requestsPhrases, SHIPPED_LIFECYCLES } from '../src/index.ts'
import {
  context,
  incidentStory,
  lifecycleOf,
  monday,
  type Story,
  story,
  storyAtWork,
} from './told-story.ts'

const { incident } = SHIPPED_LIFECYCLES

/** `team:platform offered`: who is told what by a command; every notice is held to its shape and its sentence. */
function told(story: Story, at: InstantLike, command: Parameters<Story['tell']>[1]): string[] {
  const known = story.notices.length
  story.tell(at, command)
  return story.notices.slice(known).map(inWords)
}

function inWords(notice: Notice): string {
  expect(noticeSchema.safeParse(notice).success).toBe(true)
  expect(notice.reason.code).toBe(notice.code)
  expect(requestsPhrases).toHaveProperty([notice.code])
  const { to, code, reason } = notice
  const { promise } = reason.params
  return `${to} ${code.replace('requests.notice.', '')}${promise === undefined ? '' : ` ${promise}`}`
}

const task = {
  title: 'Repair the export',
  team: 'team:platform',
  context: 'Since version 5',
  acceptanceCriteria: ['An export of 10,000 rows succeeds'],
  customerImpact: 'No invoices leave',
} as const

describe('Who is told', () => {
  it('of a new request is its owner, who is not told of what they do themselves', () => {
    const story = incidentStory()
    expect(story.notices.map(inWords)).toEqual(['team:support submitted'])
    expect(told(story, monday('09:10'), { type: 'take', by: 'person:ada' })).toEqual([])
    const assign = { type: 'assign', by: 'person:ada', to: 'person:ben' } as const
    expect(told(story, monday('09:20'), assign)).toEqual(['person:ben assigned'])
  })

  it('of an offer is whom it is made to, and of the answer whoever made it', () => {
    const story = storyAtWork()
    const offer = { type: 'offer', by: 'person:ada', to: 'team:platform' } as const
    expect(told(story, monday('09:20'), offer)).toEqual(['team:platform offered'])
    const decline = { type: 'decline', by: 'person:eve', reason: 'not ours' } as const
    expect(told(story, monday('09:30'), decline)).toEqual(['team:support declined'])
    story.tell(monday('09:40'), offer)
    const recall = { type: 'recall', by: 'person:ada' } as const
    expect(told(story, monday('09:50'), recall)).toEqual(['team:platform recalled'])
    story.tell(monday('10:00'), offer)
    const accept = { type: 'accept', by: 'person:eve' } as const
    expect(told(story, monday('10:10'), accept)).toEqual(['team:support accepted'])
  })

  it('of an offer that expired are both sides, each once', () => {
    const story = storyAtWork()
    story.tell(monday('09:20'), { type: 'offer', by: 'person:ada', to: 'team:platform' })
    const wake = { type: 'wake', by: 'system:timer' } as const
    const found = told(story, monday('15:00'), wake)
    expect(found.sort()).toEqual(['team:platform breach acceptance', 'team:support expired'])
  })

  it('of a message is the other side, and of a note among ourselves nobody', () => {
    const story = storyAtWork()
    const message = { type: 'message', text: 'Hello' } as const
    const ours = told(story, monday('09:20'), { ...message, by: 'person:ada' })
    expect(ours).toEqual(['customer:acme message'])
    const theirs = told(story, monday('09:30'), { ...message, by: 'customer:acme' })
    expect(theirs).toEqual(['person:ada customerWrote'])
    const note = { ...message, by: 'person:ada', audience: 'internal' } as const
    expect(told(story, monday('09:40'), note)).toEqual([])
  })

  it('of a task is its team, and of what becomes of it the owner', () => {
    const story = storyAtWork()
    story.tell(monday('09:20'), { type: 'addTask', by: 'person:ada', task: 'a', ...task })
    const dispatch = { type: 'dispatchTask', by: 'person:ada', task: 'a' } as const
    expect(told(story, monday('09:30'), dispatch)).toEqual(['team:platform taskDispatched'])
    expect(story.notices.at(-1)?.reason.params['title']).toBe('Repair the export')
    const decline = { type: 'declineTask', by: 'person:eve', task: 'a', reason: 'unclear' } as const
    expect(told(story, monday('09:40'), decline)).toEqual(['team:support taskDeclined'])
    story.tell(monday('09:50'), dispatch)
    const finish = { type: 'finishTask', by: 'person:eve', task: 'a' } as const
    expect(told(story, monday('10:00'), finish)).toEqual(['team:support taskDone'])
  })

  it('of a task that is called off is the team that has it, and nobody while it is a draft', () => {
    const story = storyAtWork()
    for (const id of ['a', 'b']) {
      story.tell(monday('09:20'), { type: 'addTask', by: 'person:ada', task: id, ...task })
    }
    story.tell(monday('09:30'), { type: 'dispatchTask', by: 'person:ada', task: 'a' })
    const cancel = { type: 'cancel', by: 'customer:acme', reason: 'found it' } as const
    const found = told(story, monday('09:40'), cancel)
    expect(found).toEqual(['team:platform taskCancelled', 'person:ada cancelled'])
  })

  it('of a quick task is whoever’s area it touches (R133)', () => {
    const quick = { type: 'quickTask', by: 'person:ada', what: 'Price set', minutes: 5 } as const
    const affects = ['team:sales'] as const
    expect(told(storyAtWork(), monday('09:20'), { ...quick, affects })).toEqual([
      'team:sales quickTaskDone',
    ])
    expect(told(storyAtWork(), monday('09:20'), quick)).toEqual([])
  })

  it('of an approval is whoever gives it, and of a no the owner', () => {
    const document: LifecycleDocument = {
      ...incident,
      approvals: [{ id: 'risk', by: 'role:change-manager' }],
      transitions: [...incident.transitions, { on: 'approved', from: 'new', to: 'investigating' }],
    }
    const lifecycles = { incident: lifecycleOf(document) }
    const story = incidentStory({ ...context, lifecycles })
    expect(story.notices.map(inWords)).toContain('role:change-manager approvalAsked')
    const no = { type: 'reject', by: 'person:ben', approval: 'risk', reason: 'too late' } as const
    expect(told(story, monday('09:20'), no)).toEqual(['team:support approvalRejected'])
  })

  it('of an approval is also the customer who asked for the change, and has agreed to nothing yet', () => {
    const change = story()
    change.tell(monday('09:00'), { type: 'submit', by: 'customer:acme', kind: 'change' })
    change.tell(monday('09:10'), { type: 'take', by: 'person:ada' })
    const propose = { type: 'move', by: 'person:ada', to: 'awaiting-approval' } as const
    expect(told(change, monday('10:00'), propose)).toEqual([
      'role:change-manager approvalAsked',
      'customer:acme approvalAsked',
    ])
  })

  it('of a request that is reopened is whoever worked on it', () => {
    const story = storyAtWork()
    const said = { cause: 'disk', effect: 'freed', summary: 'Exports work again.' }
    const resolve = { type: 'resolve', by: 'person:ada', ...said } as const
    expect(told(story, monday('10:00'), resolve)).toEqual(['customer:acme message'])
    const reopen = { type: 'reopen', by: 'customer:acme', reason: 'not for me' } as const
    expect(told(story, monday('11:00'), reopen)).toEqual(['person:ada reopened'])
  })

  it('of how a request that was split off stands is the owner', () => {
    const story = storyAtWork()
    const into = [{ request: '8', title: 'Invoices' }]
    story.tell(monday('09:20'), { type: 'split', by: 'person:ada', into })
    const note = { type: 'noteChild', by: 'person:eve', child: '8', status: 'resolved' } as const
    expect(told(story, monday('10:00'), note)).toEqual(['team:support childChanged'])
  })
})

describe('What time brings about', () => {
  it('is told to whoever owes it, and a breach of the worst to the duty manager too', () => {
    const story = storyAtWork()
    story.tell(monday('09:20'), { type: 'assess', by: 'person:ada', priority: 'P1' })
    const wake = { type: 'wake', by: 'system:timer' } as const
    expect(told(story, monday('10:10'), wake)).toEqual(['team:support warn attention'])
    const late = told(story, monday('10:30'), wake)
    expect(late).toEqual(['team:support breach attention', 'role:duty-manager breach attention'])
  })

  it('is told of the date of a wait', () => {
    const story = storyAtWork()
    const until = monday('12:00')
    story.tell(monday('10:00'), { type: 'wait', by: 'person:ada', for: 'date', until })
    const found = told(story, monday('13:00'), { type: 'wake', by: 'system:timer' })
    expect(found).toEqual(['team:support resume wait'])
  })

  it('reminds a silent customer once and tells the owner, also where the reminder has no words', () => {
    const steps = [{ after: 'P2D', do: 'remind' as const }]
    const silentCustomer = { ...incident.silentCustomer, steps } as typeof incident.silentCustomer
    const wordless = lifecycleOf({ ...incident, silentCustomer })
    for (const within of [context, { ...context, lifecycles: { incident: wordless } }]) {
      const story = incidentStory(within)
      story.tell(monday('09:10'), { type: 'take', by: 'person:ada' })
      story.tell(monday('10:00'), { type: 'wait', by: 'person:ada', for: 'customer' })
      const found = told(story, '2027-03-04T12:00:00Z', { type: 'wake', by: 'system:timer' })
      expect(found).toEqual(['team:support breach silence', 'customer:acme message'])
    }
  })

  it('is told once, however often somebody looks', () => {
    const story = storyAtWork()
    story.tell(monday('10:00'), { type: 'wait', by: 'person:ada', for: 'customer' })
    for (const day of ['04', '04', '09', '17', '18', '30']) {
      story.tell(`2027-03-${day}T12:00:00Z`, { type: 'wake', by: 'system:timer' })
    }
    const keys = story.notices.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(story.state.category).toBe('closed')
  })
})
