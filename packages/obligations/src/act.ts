import type { Mark } from '@holdfast/kernel'
import type { Cycle } from './cycle.ts'
import type { History } from './history.ts'
import { cancel, type ObligationLife, passTo, reset, start, stop } from './life.ts'
import type { CompiledTerms } from './terms.ts'
import { EFFECTS, type Effect } from './triggers.ts'
import { stopWaiting, waitFor } from './waits.ts'

export interface ActOptions {
  /** Whether the marks can only begin and end waits. */
  readonly onlyWaits?: boolean
}

/** Lets the marks of some places act on a life, one after the other; those whose order nobody knows together. */
export function act(
  life: ObligationLife,
  history: History,
  from: number,
  to: number,
  { onlyWaits = false }: ActOptions = {},
): void {
  const { marks } = history
  for (let place = from; place < to; ) {
    const end = endOfGroup(marks, place, to)
    const { at, type } = marks[place] as Mark
    const effects = end - place === 1 ? life.terms.effectsOf(type) : EFFECTS
    if (effects.length > 0) {
      passTo(life, at)
      const possible = onlyWaits ? effects.filter(isWait) : effects
      actTogether({ life, terms: life.terms, history, from: place, to: end, spent: [] }, possible)
    }
    place = end
  }
}

/** Marks that have a place in their stream act alone; the others of one instant act together. */
function endOfGroup(marks: readonly Mark[], from: number, to: number): number {
  const { at, seq } = marks[from] as Mark
  let end = from + 1
  if (seq === undefined) while (end < to && marks[end]?.at === at) end++
  return end
}

function isWait(effect: Effect): boolean {
  return effect === 'pause' || effect === 'resume'
}

/** The marks of some places that act together on a life. */
interface Group {
  readonly life: ObligationLife
  readonly terms: CompiledTerms
  readonly history: History
  readonly from: number
  readonly to: number
  /** Marks that cannot fulfil what begins now: they did fulfil or begin something already. */
  readonly spent: Mark[]
}

/** One effect after the other, in their fixed order, each for all marks. */
function actTogether(group: Group, effects: readonly Effect[]): void {
  for (const effect of effects) {
    for (let place = group.from; place < group.to; place++) actWith(group, effect, place)
  }
}

function actWith(group: Group, effect: Effect, place: number): void {
  const { life, history } = group
  const mark = history.marks[place] as Mark
  switch (effect) {
    case 'stop':
      stopWith(group, place)
      return
    case 'cancel':
    case 'until':
      if (life.open !== null && meets(group, effect, place)) cancel(life, mark.at, place)
      return
    case 'reset':
      if (life.open !== null && meets(group, effect, place)) reset(life, mark, place)
      return
    case 'pause':
      if (meets(group, effect, place)) waitFor(life, mark)
      return
    case 'resume':
      // A mark that pauses does not resume: a pause goes before the end of one.
      if (meets(group, effect, place) && !meets(group, 'pause', place)) stopWaiting(life, mark)
      return
    case 'start':
      if (life.open !== null || !meets(group, effect, place) || !start(life, mark)) return
      group.spent.push(mark)
      // A stop of the same instant fulfils what begins in it, with no time used.
      for (let other = group.from; other < group.to; other++) stopWith(group, other)
  }
}

function stopWith(group: Group, place: number): void {
  const { life, history, spent } = group
  const mark = history.marks[place] as Mark
  if (life.open === null || spent.includes(mark) || !meets(group, 'stop', place)) return
  spent.push(mark)
  stop(life, mark, place, meets(group, 'until', place))
}

/** What a mark can concern: what an obligation is about, and who owes whom. */
type Concerned = Pick<ObligationLife, 'about'> & {
  readonly open: Pick<Cycle, 'debtor' | 'creditor'> | null
}

/** Whether a mark meets the condition of an effect, for what is open then. */
export function meets(
  { life, terms, history }: Pick<Group, 'terms' | 'history'> & { readonly life: Concerned },
  effect: Effect,
  place: number,
): boolean {
  const trigger = terms.triggers[effect]
  const mark = history.marks[place] as Mark
  if (trigger === undefined || !trigger.mayMeet(mark.type)) return false
  if (!concerns(mark, life.about, effect, terms)) return false
  if (effect === 'stop' && !canFulfil(mark, terms)) return false
  return trigger.meets(history, place, life.open)
}

/** Marks about the request concern everything in it, but begin only what is about the request itself. */
function concerns(
  { about }: Mark,
  own: string,
  effect: Effect,
  { perAbout }: CompiledTerms,
): boolean {
  if (!perAbout || about === own) return true
  return effect !== 'start' && about.startsWith('request:')
}

/** No machine's message keeps a promise, and a private note only where the terms say so. */
function canFulfil({ type, automatic, audience }: Mark, { document }: CompiledTerms): boolean {
  if (type !== 'message') return true
  return automatic !== true && (audience !== 'internal' || document.privateNotesFulfil === true)
}
