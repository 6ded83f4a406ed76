import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { RequestState } from '../src/state.ts'
import { isOpenTask, openChildren } from '../src/tasks/children.ts'
import { taskReadiness } from '../src/tasks/readiness.ts'
import { rollUp } from '../src/tasks/roll-up.ts'
import { at } from './task-story.ts'
import { context, incidentStory, lifecycles, type Story } from './told-story.ts'

type Command = Parameters<Story['tell']>[1]

const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const text = fc.constantFrom(undefined, ' ', 'Something')
const links = fc.subarray(
  ['acme', 'zeta', 'beta'].map((id) => ({ relation: 'about', to: `customer:${id}` })),
)
const said = fc.record(
  {
    team: fc.constantFrom('team:platform' as const, 'team:sales' as const),
    context: text,
    acceptanceCriteria: fc.array(fc.constantFrom(' ', 'It works'), { maxLength: 2 }),
    customerImpact: text,
    required: fc.boolean(),
    links,
  },
  { requiredKeys: [] },
)
const refined = {
  title: 'Mend it',
  team: 'team:platform',
  context: 'It fails',
  acceptanceCriteria: ['It works'],
  customerImpact: 'No month end',
} as const

function partsArbitrary(links: fc.Arbitrary<object>) {
  const part = fc
    .record({ task: ids, required: fc.option(fc.boolean(), { nil: undefined }), links })
    .map(({ links, ...rest }) => ({ ...refined, ...rest, ...links }))
  return fc.uniqueArray(part, { minLength: 2, maxLength: 3, selector: ({ task }) => task })
}

const desk = { by: 'person:ada' } as const
const team = { by: 'team:platform' } as const
const task = fc.record({ task: ids })
const command = fc.oneof(
  { arbitrary: task.map((one) => ({ type: 'addTask', ...desk, ...one, ...refined })), weight: 3 },
  fc
    .record({ task: ids, said })
    .map(({ task, said }) => ({ type: 'addTask', ...desk, task, title: 'Mend it', ...said })),
  fc
    .record({ task: ids, said })
    .map(({ task, said }) => ({ type: 'changeTask', ...desk, task, ...said })),
  { arbitrary: task.map((one) => ({ type: 'dispatchTask', ...desk, ...one })), weight: 3 },
  task.map((one) => ({ type: 'acceptTask', ...team, ...one })),
  task.map((one) => ({ type: 'declineTask', ...team, ...one, reason: 'Not ours' })),
  { arbitrary: task.map((one) => ({ type: 'finishTask', ...team, ...one })), weight: 3 },
  task.map((one) => ({ type: 'cancelTask', ...desk, ...one, reason: 'Not needed' })),
  fc
    .record({ task: ids, into: partsArbitrary(links.map((links) => ({ links }))) })
    .map((one) => ({ type: 'splitTask', ...desk, ...one })),
  task.map((one) => ({ type: 'rejoinTask', ...desk, ...one })),
) as fc.Arbitrary<Command>

/** A request whose tasks went through some of the commands; those that are refused change nothing. */
function worked(commands: readonly Command[]): Story {
  const told = incidentStory(context)
  for (const one of commands) if (told.ask(at, one).ok) told.tell(at, one)
  return told
}

const stories = fc.array(command, { maxLength: 25 }).map(worked)

it('a task can be dispatched exactly when nothing is missing of it', () => {
  const criteria = lifecycles['incident']?.readiness ?? []
  fc.assert(
    fc.property(stories, (told) => {
      for (const one of told.state.tasks) {
        if (one.status !== 'draft') continue
        const code = told.refusalOf(at, { type: 'dispatchTask', ...desk, task: one.id })
        const { ready, missing } = taskReadiness(one, criteria)
        expect(ready).toBe(missing.length === 0)
        expect(code).toBe(ready ? undefined : 'task-not-ready')
      }
    }),
  )
})

it('what a team has is ready', () => {
  const criteria = lifecycles['incident']?.readiness ?? []
  fc.assert(
    fc.property(stories, ({ state }) => {
      for (const one of state.tasks) {
        if (one.status !== 'dispatched' && one.status !== 'accepted') continue
        expect(taskReadiness(one, criteria).missing).toEqual([])
      }
    }),
  )
})

it('a request is kept from being resolved exactly by what rolls up as required and open', () => {
  fc.assert(
    fc.property(stories, (told) => {
      const open = openChildren(told.state)
      const { requiredOpen, status, tasks, children } = rollUp(told.state)
      expect(requiredOpen).toBe(open.length)
      expect(requiredOpen).toBeLessThanOrEqual(tasks.open + children.open)
      expect(status === 'open' || status === 'waiting').toBe(tasks.open + children.open > 0)
      expect(status === 'none').toBe(tasks.open + children.open + tasks.done + children.done === 0)
      const isKept = told.refusalOf(at, { type: 'resolve', ...desk, ...resolution })
      expect(isKept).toBe(open.length > 0 ? 'children-open' : undefined)
    }),
  )
})

const resolution = { cause: 'A release', effect: 'No exports', summary: 'Exports work again' }

it('a task that was split is over exactly when all of its parts are', () => {
  fc.assert(
    fc.property(stories, ({ state: { tasks } }) => {
      for (const whole of tasks) {
        const parts = tasks.filter(({ partOf }) => partOf === whole.id)
        if (parts.length === 0) continue
        const isAtWork = parts.some((part) => isOpenTask(part) || part.status === 'split')
        const isDone = parts.some(({ status }) => status === 'done')
        expect(whole.status).toBe(isAtWork ? 'split' : isDone ? 'done' : 'cancelled')
      }
    }),
  )
})

it('split, then re-join, leaves the tasks as they were, however often they are split', () => {
  const plain = partsArbitrary(fc.constant({}))
  fc.assert(
    fc.property(stories, fc.array(fc.tuple(ids, plain), { maxLength: 4 }), (told, splits) => {
      const before = told.state.tasks
      const drafts = before.filter(({ status }) => status === 'draft').map(({ id }) => id)
      for (const [task, into] of splits) {
        const split: Command = { type: 'splitTask', ...desk, task, into }
        if (told.ask(at, split).ok) told.tell(at, split)
      }
      for (const id of drafts) {
        const rejoin: Command = { type: 'rejoinTask', ...desk, task: id }
        if (statusOf(told.state, id) === 'split') told.tell(at, rejoin)
      }
      expect(told.state.tasks).toEqual(before)
    }),
  )
})

function statusOf({ tasks }: RequestState, id: string) {
  return tasks.find((one) => one.id === id)?.status
}

it('parts lose no link of their whole, and the whole none of its parts when they re-join', () => {
  fc.assert(
    fc.property(
      stories,
      ids,
      partsArbitrary(links.map((own) => ({ links: own }))),
      (told, task, into) => {
        const split: Command = { type: 'splitTask', ...desk, task, into }
        if (!told.ask(at, split).ok) return
        const linked = told.state.tasks.find(({ id }) => id === task)?.links ?? []
        told.tell(at, split)
        const parts = told.state.tasks.filter(({ partOf }) => partOf === task)
        for (const part of parts) expect(part.links.slice(0, linked.length)).toEqual(linked)
        told.tell(at, { type: 'rejoinTask', ...desk, task })
        const after = told.state.tasks.find(({ id }) => id === task)?.links ?? []
        expect(after.slice(0, linked.length)).toEqual(linked)
        const all = new Set(parts.flatMap((part) => part.links).map(({ to }) => to))
        expect(new Set(after.map(({ to }) => to))).toEqual(all)
        expect(after.length).toBe(all.size)
      },
    ),
  )
})
