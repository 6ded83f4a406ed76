import { createCalendar } from '@holdfast/calendar'
import { decomposeCaseLife } from '@holdfast/insight'
import {
  createDirectory,
  type Instant,
  type Notice,
  type Refusal,
  toInstant,
} from '@holdfast/kernel'
import { renderReason, speaker } from '@holdfast/kernel/text'
import {
  createLifecycle,
  customerView,
  explainRefusal,
  type RequestEvent,
  requestsPhrases,
  SHIPPED_LIFECYCLES,
} from '@holdfast/requests'
import { documentNamed } from '../documents.ts'
import { type Kept, keep, type Told } from '../kept-request.ts'
import { clock, dateOf, tableLines, timeZone } from '../promise-text.ts'
import type { Chapter, Teller } from '../story.ts'

const words = speaker({ timeZone })
const phrases = [requestsPhrases]

/** A request that one team declines and another takes, whose customer falls silent: whose it is, and what is next. */
export const requestLife: Chapter = { title: 'What happens to a request?', tell }

function tell({ say }: Teller): void {
  const desk = createCalendar(documentNamed('desk-hours.yaml'))
  const directory = createDirectory(documentNamed('network-team.yaml'))
  const incident = createLifecycle(SHIPPED_LIFECYCLES.incident, { calendars: { desk } })
  const request = keep('2718', incident, { lifecycles: { incident }, directory })
  const on = (time: string) => toInstant(`2027-04-${time}:00+02:00`)

  say(
    'A request goes from hand to hand. At every instant exactly one party is accountable for it, and',
  )
  say('something is due next:')
  sayTold(say, request, [
    request.tell(on('12T09:00'), {
      type: 'submit',
      by: 'customer:acme',
      kind: 'incident',
      title: 'Every export stops after a minute',
      priority: 'P3',
    }),
    request.tell(on('12T09:10'), { type: 'take', by: 'person:ada' }),
    request.tell(on('12T09:40'), {
      type: 'offer',
      by: 'person:ada',
      to: 'team:platform',
      need: 'the report for the auditors, by Friday',
      openQuestions: ['Is it the export, or the line?'],
    }),
  ])
  say('It is offered, and still Support’s. Somebody else cannot take it:')
  const asked = request.tell(on('12T09:45'), { type: 'accept', by: 'person:nia' })
  if (isRefusal(asked)) for (const line of linesOf(asked)) say(`  ${line}`)
  say()

  sayTold(say, request, [
    request.tell(on('12T09:55'), {
      type: 'decline',
      by: 'person:ben',
      reason: 'exports run to their end; the line to Acme drops',
    }),
    request.tell(on('12T10:05'), {
      type: 'offer',
      by: 'person:ada',
      to: 'team:network',
      context: 'Platform ruled the export out',
    }),
    request.tell(on('12T10:20'), { type: 'accept', by: 'person:nia' }),
    request.tell(on('12T11:00'), {
      type: 'wait',
      by: 'person:nia',
      for: 'customer',
      tell: 'Please send us the log of your proxy.',
    }),
  ])
  say(
    'Now it waits for Acme, and Acme says nothing. The host wakes the request whenever it asks for it:',
  )
  sayTold(say, request, request.passTo(on('15T09:00')))
  const { label, waitsForYou, nextNewsBy } = customerView(request.state, incident, on('15T09:00'))
  const news = nextNewsBy === null ? 'nothing is promised' : `news by ${momentOf(nextNewsBy)}`
  say(`What Acme sees: «${label}»${waitsForYou ? ', it is your turn' : ''}; ${news}.`)
  say()

  say('Acme answers, and the request goes on where it stopped:')
  sayTold(say, request, [
    request.tell(on('15T09:30'), {
      type: 'message',
      by: 'customer:acme',
      text: 'Here is the log.',
    }),
  ])
  say('Resolving it needs what the lifecycle asks for, all of it named at once:')
  const early = request.tell(on('15T11:00'), { type: 'resolve', by: 'person:nia' })
  if (isRefusal(early)) for (const line of linesOf(early)) say(`  ${line}`)
  sayTold(say, request, [
    request.tell(on('15T11:05'), {
      type: 'resolve',
      by: 'person:nia',
      cause: 'the proxy closes every connection after 60 seconds',
      effect: 'exports longer than a minute break off',
      summary: 'Your proxy closed the line. We have shown your team where to raise the limit.',
    }),
    ...request.passTo(on('30T00:00')),
  ])
  const { marks } = request.state
  const { elements, closeLag, handOvers } = decomposeCaseLife(marks, { calendar: desk })
  say('Its history is what every other package reads. Where the time went, by insight:')
  const rows = elements.map(({ element, party, elapsed, iterations }) => [
    party === null ? element : `${element} for ${party}`,
    words.duration(elapsed),
    iterations === 1 ? 'once' : `${iterations} times`,
  ])
  for (const line of tableLines(rows)) say(`  ${line}`)
  const lag = closeLag === null ? '' : `, and ${wholeMinutes(closeLag.elapsed)} until it was closed`
  say(`  ${handOvers.length} hand-over${lag}`)
}

function wholeMinutes(length: number): string {
  return words.duration(length - (length % 60_000))
}

/** `Mon, 12 Apr 09:00`. */
function momentOf(at: Instant): string {
  return `${dateOf(at)} ${clock(at).slice(-5)}`
}

function isRefusal(answer: Told | Refusal): answer is Refusal {
  return 'code' in answer
}

function linesOf(refused: Refusal): readonly string[] {
  return renderReason(explainRefusal(refused), { timeZone, phrases }).split('\n')
}

/** What happened, who was told, and what is due next. */
function sayTold(say: Teller['say'], { state }: Kept, told: readonly (Told | Refusal)[]): void {
  for (const one of told) {
    if (isRefusal(one)) throw new Error(linesOf(one).join('\n'))
    for (const event of one.events) {
      const text = textOf(event)
      if (text !== undefined) say(`  ${momentOf(toInstant(event.at))}  ${text}`)
    }
    for (const notice of one.notices) say(`                     ${noticeText(notice)}`)
  }
  const { owner, nextAction } = state
  const next =
    nextAction === null
      ? 'nothing is left to do'
      : `next: ${nextAction.by} is to ${nextAction.why} by ${momentOf(nextAction.at)}`
  say(`  → accountable: ${owner}; ${next}`)
  say()
}

function noticeText({ to, reason }: Notice): string {
  return `to ${to}: ${renderReason(reason, { timeZone, phrases })}`
}

/** What an event is in a few words; what notices or other events tell is not told twice. */
function textOf(event: RequestEvent): string | undefined {
  const { by } = event
  switch (event.type) {
    case 'submitted':
      return `${by} asks: ${event.title}`
    case 'offered':
      return `${by} offers it to ${event.to}`
    case 'offerDeclined':
      return `${by} declines: ${event.reason}`
    case 'offerAccepted':
      return `${by} accepts`
    case 'waited':
      return `it waits for the ${event.blocker}`
    case 'messaged':
      return event.automatic === true ? 'a reminder' : `${by} writes`
    case 'assigned':
      return `${by} takes it`
    case 'resumed':
      return 'it goes on'
    case 'resolved':
    case 'closed':
      return `${event.type}${event.automatic === true ? ', because nobody objected' : ` by ${by}`}`
    default:
      return undefined
  }
}
