import type { Instant } from '@holdfast/kernel'
import fc from 'fast-check'
import type { Told } from './promise-desk.ts'
import * as desk from './promise-desk.ts'

type Happened = readonly [at: Instant, event: Told]

const MINUTE = 60_000

/** What can come next; `category` is the one it is in. */
type Pick = { readonly what: number; readonly gap: number; readonly late: number }

const picks = fc.record({
  what: fc.nat({ max: 999 }),
  /** Minutes since the last, often none and sometimes days. */
  gap: fc.oneof(fc.constant(0), fc.nat({ max: 90 }), fc.nat({ max: 4 * 24 * 60 })),
  /** Minutes by which it is told too late. */
  late: fc.nat({ max: 120 }),
})

const ANYTIME: readonly Told[] = [
  desk.answer,
  desk.answer,
  desk.note,
  desk.customerWrites,
  { ...desk.answer, automatic: true },
  { ...desk.note, by: 'system:monitor' },
  desk.priority('P1'),
  desk.priority('P3'),
  desk.priority('P1', 'system:monitor'),
  desk.priority('P2', 'system:monitor'),
  desk.owner('team:platform'),
  desk.owner('team:support'),
  { ...desk.owner('team:data'), by: 'system:routing' },
]

interface Turn {
  readonly category: string
  readonly offer: string | null
  readonly offers: number
}

function eventsFrom({ category, offer, offers }: Turn, now: Instant): readonly Told[] {
  const offering: readonly Told[] =
    offer === null
      ? [{ ...desk.offered, offer: `7/o${offers + 1}` }]
      : [
          { type: 'offerAccepted', offer },
          { type: 'offerDeclined', offer, reason: 'not ours' },
          { type: 'offerRecalled', offer },
        ]
  if (category === 'resolved') return [...ANYTIME, { ...desk.resumed, type: 'reopened' }]
  const waits = [
    desk.waits('customer'),
    desk.waits('vendor'),
    desk.waits('date', now + 600 * MINUTE),
  ]
  const moves = category === 'waiting' ? [desk.resumed] : [desk.staged, desk.staged]
  return [...ANYTIME, ...offering, ...offering, ...waits, ...moves, desk.resolved]
}

function after(turn: Turn, event: Told): Turn {
  if ('category' in event) {
    const isOver = event.category === 'resolved' || event.category === 'closed'
    return { ...turn, category: event.category, offer: isOver ? null : turn.offer }
  }
  if (event.type === 'offered') return { ...turn, offer: event.offer, offers: turn.offers + 1 }
  const isAnswer = 'offer' in event
  return isAnswer ? { ...turn, offer: null } : turn
}

function lifeOf(picked: readonly Pick[], mayBeLate: boolean): readonly Happened[] {
  const life: Happened[] = [[desk.monday('09:00'), desk.submitted]]
  let turn: Turn = { category: 'open', offer: null, offers: 0 }
  let now = desk.monday('09:00')
  for (const { what, gap, late } of picked) {
    now += gap * MINUTE
    const choices = eventsFrom(turn, now)
    const event = choices[what % choices.length] as Told
    const isLate = mayBeLate && event.type === 'messaged' && what % 3 === 0
    life.push([isLate ? Math.max(now - late * MINUTE, desk.monday('09:00')) : now, event])
    turn = after(turn, event)
  }
  return life
}

/** Lives of a request in which everything is told when it happens. */
export const promptLives = fc.array(picks, { maxLength: 24 }).map((all) => lifeOf(all, false))

/** Lives of a request in which some messages are told late. */
export const lives = fc.array(picks, { maxLength: 24 }).map((all) => lifeOf(all, true))

/** When the last thing of a life happened. */
export function endOf(life: readonly Happened[]): Instant {
  return Math.max(...life.map(([at]) => at))
}

/** Some time after the last thing that happened: none, minutes or weeks. */
export const waitsAfter = fc
  .oneof(fc.constant(0), fc.nat({ max: 300 }), fc.nat({ max: 30 * 24 * 60 }))
  .map((minutes) => minutes * MINUTE)
