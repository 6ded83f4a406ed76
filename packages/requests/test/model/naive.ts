import type { PartyRef } from '@holdfast/kernel'
import { expect } from 'vitest'
import type { LifecycleDocument, Link, RequestCommand } from '../../src/index.ts'
import { context } from './desks.ts'
import type { DurationLike } from './naive-time.ts'
import { afterBusinessDays, afterBusinessTime, read } from './naive-time.ts'
import { isForsaken, isOf } from './parties.ts'
import type { Turn } from './world.ts'

/** A time, and what came in which order at the same time. */
interface Moment {
  readonly at: number
  readonly nth: number
}

/** A state that nobody has told of. */
export const UNKNOWN = '?'

/** A request as somebody would keep it on a card: who has it, who was asked, what it waits for. */
export interface Card {
  readonly document: LifecycleDocument
  readonly customer: PartyRef | null
  owner: PartyRef
  assignee: PartyRef | null
  priority: string | null
  category: 'open' | 'waiting' | 'resolved' | 'closed'
  /** The state, as the document calls it. */
  place: string
  /** Since when it is in it. */
  since: Moment
  offer: { readonly to: PartyRef; readonly at: number; readonly expires: number | null } | null
  wait: { readonly for: string; readonly until: number | null } | null
  bounces: number
  readonly owners: Set<string>
  readonly heard: Moment[]
  /** What time would have brought about, and could not. */
  readonly used: Set<string>
  turns: number
}

const after = (a: Moment, b: Moment) => a.at > b.at || (a.at === b.at && a.nth > b.nth)

/** When something that began at an instant is too late. */
function tooLate(from: number, within: DurationLike, clock: { counts: string }): number {
  const span = read(within)
  if ('days' in span) return afterBusinessDays(from, span.days) + 1
  if (clock.counts === 'elapsedTime') return from + span.millis + 1
  return afterBusinessTime(from, span.millis) + 1
}

interface Coming {
  readonly at: number
  readonly what: 'expiry' | 'silence' | 'until' | 'closure'
}

/** What time brings about next, by an instant; of two things at once the first named. */
function coming(card: Card, now: number): Coming | undefined {
  const { document, wait, since, category, used } = card
  const { silentCustomer, closeAfter, clock } = document
  const all: Coming[] = []
  const add = (what: Coming['what'], at: number) => {
    if (at <= now && !used.has(what)) all.push({ at, what })
  }
  if (card.offer?.expires != null) add('expiry', card.offer.expires)
  const isHeard = card.heard.some((heard) => after(heard, since))
  const last = silentCustomer?.steps.at(-1)
  if (wait?.for === 'customer' && !isHeard && last !== undefined && last.do !== 'remind') {
    add('silence', tooLate(since.at, last.after, silentCustomer?.clock ?? clock))
  }
  if (wait !== null && wait.until !== null) add('until', Math.max(wait.until, since.at))
  if (category === 'resolved' && closeAfter !== undefined && !isHeard) {
    add('closure', tooLate(since.at, closeAfter.within, closeAfter.clock ?? clock))
  }
  return all.sort((a, b) => a.at - b.at)[0]
}

/** When an offer that is made now has not been answered in time; what changes later changes nothing about it. */
function expiry({ document, priority, wait, place }: Card, at: number): number | null {
  const { handover, clock } = document
  const target = handover.acceptance.find(
    ({ priorities, blockers, states }) =>
      (priorities === undefined || priorities.includes(priority ?? '')) &&
      (blockers === undefined || blockers.includes(wait?.for ?? '')) &&
      (states === undefined || states.includes(place)),
  )
  return target === undefined ? null : tooLate(at, target.within, handover.clock ?? clock)
}

/** A card to try something on. */
export function copyOf(card: Card): Card {
  const { owners, heard, used } = card
  return { ...card, owners: new Set(owners), heard: [...heard], used: new Set(used) }
}

/** A card for a request that has come in. */
export function cardOf({ command, after: state, now }: Turn): Card | null {
  if (state === null || command.type !== 'submit') return null
  const document = context.lifecycles[state.kind]?.document as LifecycleDocument
  const at = (command.at as number | undefined) ?? now
  return {
    document,
    customer: command.customer ?? (command.by.startsWith('customer:') ? command.by : null),
    owner:
      command.owner ??
      (document.firstContactOwns === true ? state.owner : (document.intake as PartyRef)),
    assignee: null,
    priority: command.priority ?? null,
    category: 'open',
    place: document.initial,
    since: { at, nth: 0 },
    offer: null,
    wait: null,
    bounces: 0,
    owners: new Set(),
    heard: [],
    used: new Set(),
    turns: 1,
  }
}

/**
 * What time has brought about on a card by an instant.
 *
 * @param places the states that it led to, as the request has them
 * @param isBlocked whether a child is open that the request needs, which no card knows of
 */
export function letTimePass(
  card: Card,
  now: number,
  places: readonly string[],
  isBlocked: boolean,
): void {
  const left = [...places]
  for (;;) {
    const next = coming(card, now)
    if (next === undefined) return
    const { at, what } = next
    card.turns += 1
    if (what === 'expiry') {
      card.offer = null
      card.bounces += 1
    } else if (what === 'until') enter(card, 'open', left.shift(), at)
    else if (isBlocked) card.used.add(what)
    else {
      const isClosing =
        what === 'closure' || card.document.silentCustomer?.steps.at(-1)?.do === 'close'
      enter(card, isClosing ? 'closed' : 'resolved', left.shift(), at)
    }
  }
}

function enter(
  card: Card,
  category: Card['category'],
  place: string | undefined,
  at: number,
  wait: Card['wait'] = null,
): void {
  card.category = category
  card.place = place ?? UNKNOWN
  card.wait = wait
  card.since = { at, nth: card.turns }
  card.used.clear()
  if (category === 'resolved' || category === 'closed') card.offer = null
}

/** Whether a command can be carried out, as far as the card tells: `undefined` where it does not. */
export function mayBe(
  card: Card,
  command: RequestCommand,
  links: readonly Link[],
): boolean | undefined {
  const { by, type } = command
  const isLinked = card.customer === by || links.some(({ to }) => to === by)
  if (type === 'wake') return true
  const isForAnybody = type === 'message' || type === 'noteChild' || type === 'mergeInto'
  if (by.startsWith('customer:') && card.customer !== null && !isLinked && !isForAnybody)
    return false
  const { owner, assignee, offer, category } = card
  const isIntake = isForsaken(owner) && isOf(by, card.document.intake)
  const isTheirs = isOf(by, owner) || (assignee !== null && isOf(by, assignee)) || isIntake
  switch (command.type) {
    case 'offer': {
      if (!isTheirs || offer !== null || command.to === owner) return false
      if (category !== 'open' && category !== 'waiting') return false
      if (/^(customer|system):/.test(command.to)) return false
      const { bounces } = card.document.handover
      const isDecided = bounces !== undefined && owner === bounces.to
      if (bounces !== undefined && card.bounces >= bounces.limit && !isDecided)
        return command.to === bounces.to
      return undefined
    }
    case 'accept':
    case 'decline':
      return category !== 'closed' && offer !== null && isOf(by, offer.to)
    case 'recall':
      return offer !== null && isTheirs
    case 'resume':
      return category === 'waiting' ? undefined : false
    case 'reopen':
      return category === 'resolved' ? undefined : false
    case 'wait':
    case 'resolve':
    case 'cancel':
      return category === 'open' || category === 'waiting' ? undefined : false
    case 'take':
      return category !== 'closed' && isOf(by, owner) && /^(person|team|role):/.test(by)
        ? undefined
        : false
    case 'message':
      return (
        category !== 'closed' && !(by.startsWith('customer:') && command.audience === 'internal')
      )
    default:
      return undefined
  }
}

/** What a command that was carried out does to a card, in a request whose state is known afterwards. */
export function carryOut(card: Card, command: RequestCommand, now: number, place: string): void {
  const at = command.at === undefined ? now : instantOf(command.at)
  card.turns += 1
  const goOn = (on: string, when = at) => goingOn(card, on, place, when)
  switch (command.type) {
    case 'offer':
      card.offer = { to: command.to, at, expires: expiry(card, at) }
      return
    case 'accept': {
      const { to, at: since } = card.offer ?? { to: card.owner, at }
      if (card.owners.has(to)) card.bounces += 1
      card.owners.add(card.owner)
      card.owner = to
      card.assignee = command.by.startsWith('person:') ? command.by : null
      card.offer = null
      goOn('accepted', Math.max(at, since))
      return
    }
    case 'decline':
      card.offer = null
      card.bounces += 1
      return
    case 'recall':
      card.offer = null
      return
    case 'take':
      card.assignee = command.by
      goOn('take')
      return
    case 'assign':
      card.assignee = command.to
      goOn('assign')
      return
    case 'assess':
      card.priority = command.priority ?? card.priority
      goOn('assess')
      return
    case 'wait': {
      const until = command.until === undefined ? null : instantOf(command.until)
      enter(card, 'waiting', place, at, { for: command.for, until })
      return
    }
    case 'move':
    case 'resume':
    case 'reopen':
      enter(card, 'open', place, at)
      return
    case 'resolve':
      enter(card, 'resolved', place, at)
      return
    case 'close':
    case 'cancel':
    case 'mergeInto':
      enter(card, 'closed', place, at)
      return
    case 'message':
      if (!command.by.startsWith('customer:') || command.automatic === true) return
      card.heard.push({ at, nth: card.turns })
      card.turns += 1
      goOn('customerMessage', Math.max(at, card.since.at))
      return
    default:
  }
}

/** What goes on by itself, where the document knows a way. */
export function goingOn(card: Card, on: string, place: string, at: number): void {
  const isWay = card.document.transitions.some(
    (one) =>
      one.on === on &&
      [one.from].flat().includes(card.place) &&
      (one.guards?.[0]?.id !== 'waits-for-team' || card.wait?.for === 'team'),
  )
  if (isWay) enter(card, 'open', place, at)
}

export function instantOf(like: unknown): number {
  return typeof like === 'string' ? Date.parse(like) : (like as number)
}

/** That the request is as its card says. */
export function compare(card: Card, { after: state }: Turn): void {
  expect({
    owner: state?.owner,
    assignee: state?.assignee,
    category: state?.category,
    offeredTo: state?.offer?.to ?? null,
    waitsFor: state?.wait?.blocker ?? null,
    bounces: state?.bounces,
  }).toEqual({
    owner: card.owner,
    assignee: card.assignee,
    category: card.category,
    offeredTo: card.offer?.to ?? null,
    waitsFor: card.wait?.for ?? null,
    bounces: card.bounces,
  })
}
