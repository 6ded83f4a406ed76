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
  const { marks, types } = history
  const { terms } = life
  const group: Group = { life, terms, history, from, to, spent: [] }
  for (let place = from; place < to; place = group.to) {
    group.from = place
    group.to = endOfGroup(marks, place, to)
    const effects = group.to - place === 1 ? terms.effectsOf(types[place] as number) : EFFECTS
    if (effects.length === 0) continue
    passTo(life, (marks[place] as Mark).at)
    if (group.spent.length > 0) group.spent = []
    for (const effect of effects) if (!onlyWaits || isWait(effect)) actWith(group, effect)
  }
}

/** Marks that have a place in their stream act alone; the others of one instant act together. */
export function endOfGroup(marks: readonly Mark[], from: number, to: number): number {
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
  from: number
  to: number
  /** Marks that cannot fulfill what begins now: they did fulfill or begin something already. */
  spent: Mark[]
}

/** One effect of all marks that act together. What cannot come of it is not asked for. */
function actWith(group: Group, effect: Effect): void {
  const { life, history, from, to } = group
  if (effect === 'resume' ? life.waits.size === 0 : NEEDS_OPEN[effect] === (life.open === null)) {
    return
  }
  for (let place = from; place < to; place++) {
    if (effect === 'stop') stopWith(group, place)
    else if (meets(group, effect, place)) take(group, effect, history.marks[place] as Mark, place)
  }
}

/** Whether an effect is on a cycle that is open, or on none; waits do not care. */
const NEEDS_OPEN: Readonly<Record<Effect, boolean | undefined>> = {
  cancel: true,
  stop: true,
  until: true,
  reset: true,
  pause: undefined,
  resume: undefined,
  start: false,
}

function take(group: Group, effect: Effect, mark: Mark, place: number): void {
  const { life, history, from, to } = group
  switch (effect) {
    case 'cancel':
    case 'until':
      cancel(life, mark.at, place)
      return
    case 'reset':
      reset(life, mark, place, history)
      return
    case 'pause':
      waitFor(life, mark)
      return
    case 'resume':
      // A mark that pauses does not resume: a pause goes before the end of one.
      if (!meets(group, 'pause', place)) stopWaiting(life, mark)
      return
    case 'start':
      if (!start(life, mark, history) || to - from === 1) return
      group.spent.push(mark)
      // A stop of the same instant fulfills what begins in it, with no time used.
      for (let other = from; other < to; other++) stopWith(group, other)
      return
    default:
  }
}

function stopWith(group: Group, place: number): void {
  const { life, history, spent } = group
  const mark = history.marks[place] as Mark
  if (life.open === null || spent.includes(mark) || !meets(group, 'stop', place)) return
  if (group.to - group.from > 1) spent.push(mark)
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
  if (trigger === undefined) return false
  const mark = history.marks[place] as Mark
  if (terms.perAbout && !concerns(mark, life.about, effect)) return false
  if (effect === 'stop' && mark.type === 'message' && !canFulfill(mark, terms)) return false
  return trigger.meets(history, place, life.open)
}

/** Marks about the request concern everything in it, but begin only what is about the request itself. */
function concerns({ about }: Mark, own: string, effect: Effect): boolean {
  return about === own || (effect !== 'start' && about.startsWith('request:'))
}

/** No machine's message keeps a promise, and a private note only where the terms say so. */
function canFulfill({ automatic, audience }: Mark, { document }: CompiledTerms): boolean {
  return automatic !== true && (audience !== 'internal' || document.privateNotesFulfill === true)
}
