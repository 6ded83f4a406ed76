import {
  checkLifecycle,
  createLifecycle,
  decide,
  evolve,
  marksOf,
  nextActionOf,
  type RequestCommand,
  type RequestEvent,
  type RequestState,
  replay,
  SHIPPED_LIFECYCLES,
  wakeups,
} from '@holdfast/requests'
import type { Answer } from './answer.ts'
import { calendarIn } from './calendar-answers.ts'
import { moments, ZONES } from './moments.ts'

/** Incidents in each hard zone, and all other shipped lifecycles in one: what is decided, what becomes of it, what is due. */
export function* requestsAnswers(): Generator<Answer> {
  for (const timeZone of ZONES) yield* asked('incident', timeZone)
  for (const kind of Object.keys(SHIPPED_LIFECYCLES)) yield* asked(kind, 'Pacific/Chatham')
  const broken = { ...incident, initial: 'nwe', intake: 'nobody' }
  yield ['findings in a lifecycle', checkLifecycle(broken, { calendars: {} })]
}

const { incident } = SHIPPED_LIFECYCLES

const HOUR = 3_600_000

/** What is asked for, in hours after the submission. What a lifecycle does not know is refused, and that is an answer, too. */
const ASKED: readonly (readonly [number, Readonly<Record<string, unknown>>])[] = [
  [1, { type: 'take', by: 'person:ada' }],
  [2, { type: 'message', by: 'person:ada' }],
  [5, { type: 'wait', by: 'person:ada', for: 'customer', tell: 'Which browser?' }],
  [90, { type: 'message', by: 'customer:acme' }],
  [91, { type: 'assess', by: 'person:ada', priority: 'P1' }],
  [91, { type: 'offer', by: 'person:ada', to: 'team:platform', need: 'exports' }],
  [91.25, { type: 'accept', by: 'person:eve' }],
  [99, { type: 'offer', by: 'person:ada', to: 'team:platform' }],
  [100, { type: 'accept', by: 'person:eve' }],
  [101, { type: 'addTask', by: 'person:eve', task: 't1', title: 'More memory' }],
  [102, { type: 'wait', by: 'person:eve', for: 'date', until: '2012-01-02T00:00:00Z' }],
  [110, { type: 'resume', by: 'person:eve' }],
  [111, { type: 'cancelTask', by: 'person:eve', task: 't1', reason: 'not needed' }],
  [120, { type: 'resolve', by: 'person:eve', cause: 'memory', effect: 'none', summary: 'Done.' }],
  [2000, { type: 'wake', by: 'system:clock' }],
]

function* asked(kind: string, timeZone: string): Generator<Answer> {
  const desk = calendarIn(timeZone)
  const document = SHIPPED_LIFECYCLES[kind as keyof typeof SHIPPED_LIFECYCLES]
  const lifecycle = createLifecycle(document, { calendars: { desk } })
  const context = { lifecycles: { [kind]: lifecycle } }
  for (const submitted of moments(1)) {
    let state: RequestState | null = null
    const events: RequestEvent[] = []
    const about = `${kind} in ${timeZone}, ${submitted}`
    const told = [
      [0, { type: 'submit', by: 'customer:acme', kind, priority: 'P3' }] as const,
      ...ASKED,
    ]
    for (const [nth, [hours, command]] of told.entries()) {
      const at = submitted + hours * HOUR
      const given = { id: `c${nth}`, request: '7', ...command } as RequestCommand
      const decision = decide(state, given, context, at)
      yield [`${about}: ${nth}`, decision]
      if (!decision.ok) continue
      for (const event of decision.events) state = evolve(state, event)
      events.push(...decision.events)
      if (state === null) continue
      const next = nextActionOf(state, lifecycle, at)
      yield [`${about}: after ${nth}`, { next, wakeups: wakeups(state, lifecycle, at) }]
    }
    yield [`${about}: in the end`, { marks: marksOf(events), ...replay(events) }]
  }
}
