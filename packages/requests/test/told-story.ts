import { createCalendar } from '@holdfast/calendar'
import {
  createDirectory,
  type Decision,
  type InstantLike,
  type Notice,
  type PartyRef,
} from '@holdfast/kernel'
import type { CommandType } from '../src/commands/command-document.ts'
import {
  type CommandOf,
  createLifecycle,
  decide,
  evolve,
  type Lifecycle,
  type LifecycleDocument,
  type RequestContext,
  type RequestEvent,
  type RequestState,
  SHIPPED_LIFECYCLES,
} from '../src/index.ts'

/** Monday to Friday, 08:00 to 16:00 UTC: business hours that are easy to count. */
export const desk = createCalendar({
  id: 'desk',
  version: 1,
  timeZone: 'UTC',
  hours: {
    mon: [['08:00', '16:00']],
    tue: [['08:00', '16:00']],
    wed: [['08:00', '16:00']],
    thu: [['08:00', '16:00']],
    fri: [['08:00', '16:00']],
  },
})

export const directory = createDirectory({
  id: 'people',
  version: 1,
  people: {
    ada: { team: 'support' },
    ben: { team: 'support', roles: ['change-manager'] },
    eve: { team: 'platform' },
    finn: { team: 'platform' },
    sal: { team: 'sales' },
    max: { team: 'management', roles: ['duty-manager'] },
  },
  teams: { support: {}, platform: {}, sales: {}, management: {} },
})

/** A lifecycle whose clocks count on the desk's calendar. */
export function lifecycleOf(document: LifecycleDocument): Lifecycle {
  return createLifecycle(document, { calendars: { desk } })
}

/** The lifecycles that are shipped, by kind. */
export const lifecycles: Readonly<Record<string, Lifecycle>> = Object.fromEntries(
  Object.entries(SHIPPED_LIFECYCLES).map(([kind, document]) => [kind, lifecycleOf(document)]),
)

export const context: RequestContext = { lifecycles, directory }

type Told<T extends CommandType> = T extends CommandType
  ? Omit<CommandOf<T>, 'id' | 'request'> & { readonly id?: string }
  : never

/** A request that is told command by command, at instants on 1 March 2027 (a Monday) and after. */
export interface Story {
  readonly state: RequestState
  readonly events: readonly RequestEvent[]
  readonly notices: readonly Notice[]
  /** Gives a command and carries it out; fails the test where it is refused. */
  tell(at: InstantLike, command: Told<CommandType>): readonly RequestEvent[]
  /** Gives a command and says what comes of it, without carrying it out. */
  ask(at: InstantLike, command: Told<CommandType>): Decision<RequestEvent>
  /** The code of the refusal of a command; `undefined` where it is not refused. */
  refusalOf(at: InstantLike, command: Told<CommandType>): string | undefined
}

/** A story that has not begun. */
export function story(within: RequestContext = context, request = '7'): Story {
  let state: RequestState | null = null
  let count = 0
  const events: RequestEvent[] = []
  const notices: Notice[] = []
  const decided = (at: InstantLike, told: Told<CommandType>) =>
    decide(state, { id: `c${count + 1}`, request, ...told }, within, at)
  return {
    get state() {
      if (state === null) throw new Error('the story has not begun')
      return state
    },
    events,
    notices,
    ask: decided,
    tell(at, told) {
      const decision = decided(at, told)
      if (!decision.ok) throw new Error(`refused: ${JSON.stringify(decision.refusal)}`)
      count++
      for (const event of decision.events) state = evolve(state, event)
      events.push(...decision.events)
      notices.push(...decision.notices)
      return decision.events
    },
    refusalOf(at, told) {
      const decision = decided(at, told)
      return decision.ok ? undefined : decision.refusal.code
    },
  }
}

/** An incident of customer Acme that came in on Monday at nine. */
export function incidentStory(within: RequestContext = context): Story {
  const told = story(within)
  told.tell('2027-03-01T09:00:00Z', {
    type: 'submit',
    by: 'customer:acme',
    kind: 'incident',
    title: 'Exports fail',
    priority: 'P3',
  })
  return told
}

/** An incident that Ada works on. */
export function storyAtWork(within: RequestContext = context): Story {
  const told = incidentStory(within)
  told.tell(monday('09:10'), ada({ type: 'take' }))
  return told
}

/** A minute of Monday, 1 March 2027. */
export function monday(time: string): string {
  return `2027-03-01T${time}:00Z`
}

/** Commands of somebody. Their types are not checked, so that tests can put them together; a wrong one is refused. */
function by(who: PartyRef): (command: object) => Told<CommandType> {
  return (command) => ({ by: who, ...command }) as unknown as Told<CommandType>
}

/** What Ada of the support team says. */
export const ada = by('person:ada')
/** What Eve of the platform team says. */
export const eve = by('person:eve')
/** What the customer says whose incident it is. */
export const customer = by('customer:acme')
