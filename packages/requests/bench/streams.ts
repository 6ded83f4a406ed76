import type { Instant } from '@holdfast/kernel'
import {
  decide,
  evolve,
  type RequestCommand,
  type RequestEvent,
  type RequestState,
} from '@holdfast/requests'
import { context } from './office.ts'

const MINUTE = 60_000

/** A request and what led to it. */
export interface Told {
  readonly events: readonly RequestEvent[]
  readonly state: RequestState
  /** When it was told of last. */
  readonly at: Instant
}

export interface TellOptions {
  /** How many events at least. */
  readonly events: number
  /** Whether it comes to its end. */
  readonly isEnded?: boolean
  /** How much of it is messages; half when left out. */
  readonly messages?: number
  /** How often a task is given and done; one in twenty when left out. */
  readonly tasks?: number
  /** What commands are called; short names when left out. */
  readonly idOf?: ((count: number, random: () => number) => string) | undefined
}

type Asked = Readonly<Record<string, unknown>>

const PLATFORM = 'person:platform-3'

/** What people do to a request, messages more often than the rest. */
const SAYINGS: readonly Asked[] = [
  { type: 'message', by: 'person:support-1', text: 'We are looking into it.' },
  { type: 'message', by: 'person:support-1', audience: 'internal', text: 'Seen before in May.' },
  { type: 'message', by: 'customer:acme', text: 'It happens every night at two.' },
  { type: 'message', by: 'system:desk', automatic: true, text: 'We have received your message.' },
]

const DOINGS: readonly Asked[] = [
  { type: 'assess', by: 'person:support-1', priority: 'P2' },
  { type: 'assess', by: 'person:support-1', priority: 'P3' },
  { type: 'take', by: 'person:support-1' },
  { type: 'take', by: PLATFORM },
  { type: 'move', by: 'person:support-1', to: 'fixing' },
  { type: 'move', by: 'person:support-1', to: 'verifying' },
  { type: 'move', by: 'person:support-1', to: 'investigating' },
  { type: 'wait', by: 'person:support-1', for: 'customer', tell: 'Which browser is it?' },
  { type: 'wait', by: 'person:support-1', for: 'vendor', detail: 'V-4711' },
  { type: 'resume', by: 'person:support-1' },
  { type: 'offer', by: 'person:support-1', to: 'team:platform', need: 'Exports by tonight' },
  { type: 'offer', by: PLATFORM, to: 'team:support' },
  { type: 'accept', by: PLATFORM },
  { type: 'accept', by: 'person:support-2' },
  { type: 'decline', by: PLATFORM, reason: 'Not ours: the queue is empty.' },
  { type: 'attachTime', by: 'person:support-1', duration: 'PT20M' },
]

const task = (n: number, by: string): readonly Asked[] => [
  {
    type: 'addTask',
    by,
    task: `t${n}`,
    title: 'Give the export more memory',
    team: 'team:database',
    context: 'The export of Acme runs out of memory at two.',
    acceptanceCriteria: ['The export of Acme ends before four.'],
    customerImpact: 'Acme has no figures in the morning.',
    required: true,
    links: [{ relation: 'contact', to: 'customer:acme' }],
  },
  { type: 'dispatchTask', by, task: `t${n}` },
  { type: 'acceptTask', by: 'person:database-4', task: `t${n}` },
  { type: 'finishTask', by: 'person:database-4', task: `t${n}`, result: 'Eight gigabytes' },
]

const END: readonly Asked[] = [
  { type: 'recall', by: PLATFORM },
  { type: 'recall', by: 'person:support-1' },
  {
    type: 'resolve',
    by: 'person:support-1',
    cause: 'The export ran out of memory.',
    effect: 'No figures in the morning.',
    summary: 'The export has more memory now.',
  },
  { type: 'close', by: 'customer:acme' },
]

/** Numbers from 0 to 1 that are the same for the same seed. Source: mulberry32. */
export function randomOf(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d_2b_79_f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A request told at random, the same for the same seed: what would be refused was not done. */
export function tell(seed: number, options: TellOptions): Told {
  const { events: count, isEnded = false, messages = 0.5, tasks: often = 0.05, idOf } = options
  const random = randomOf(seed)
  const request = `R-${1000 + seed}`
  const events: RequestEvent[] = []
  let state: RequestState | null = null
  let at = Date.UTC(2027, 2, 1, 8) + (seed % 97) * 113 * MINUTE
  let asked = 0
  const ask = (command: Asked) => {
    at += Math.ceil(random() * 20) * MINUTE
    asked++
    const id = idOf === undefined ? `c${asked}` : idOf(asked, random)
    const decision = decide(state, { id, request, ...command } as RequestCommand, context, at)
    if (!decision.ok) return
    events.push(...decision.events)
    for (const event of decision.events) state = evolve(state, event)
  }
  ask({
    type: 'submit',
    by: 'customer:acme',
    kind: 'incident',
    title: 'Exports fail',
    priority: 'P3',
  })
  ask({ type: 'take', by: 'person:support-1' })
  let tasks = 0
  while (events.length < count - (isEnded ? 3 : 0)) {
    if (random() < often) for (const step of task(++tasks, 'person:support-1')) ask(step)
    else ask(pick(random() < messages ? SAYINGS : DOINGS, random))
  }
  if (isEnded) for (const command of END) ask(command)
  if (state === null) throw new Error('nothing was told')
  return { events, state, at }
}

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T
}
