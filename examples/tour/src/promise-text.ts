import type { Instant, Reason } from '@holdfast/kernel'
import { speaker } from '@holdfast/kernel/text'
import { isMet, isOpen, type ObligationState } from '@holdfast/obligations'

export const timeZone = 'Europe/Zurich'

const words = speaker({ timeZone })
// Apart, because versions of Intl differ in what they put between them.
const weekday = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short' })
const date = new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'short' })
const minute = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })

/** `Mon 17:00`. */
export function clock(at: Instant): string {
  return `${weekday.format(at)} ${minute.format(at)}`
}

/** `Mon, 12 Apr`. */
export function dateOf(at: Instant): string {
  return `${weekday.format(at)}, ${date.format(at)}`
}

/** A promise as a row of a table: its name, what was used, by when it is due, how it stands. */
export function promiseRow(state: ObligationState): string[] {
  const { obligation, used, target, dueAt } = state
  const due = dueAt === null ? 'open' : clock(dueAt)
  return [
    obligation,
    `${words.duration(used)} of ${words.duration(target)}`,
    `due ${due}`,
    standing(state),
  ]
}

/** Where a promise stands, in a few words. */
export function standing(state: ObligationState): string {
  const time = words.duration(Math.abs(state.remaining))
  if (state.breachedAt !== null) return `late by ${time}`
  if (isOpen(state)) return `${time} left`
  return isMet(state) ? `kept, ${time} to spare` : 'owed no more'
}

/** The rows of a table, their columns under each other. */
export function tableLines(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, nth) => Math.max(cell.length, widest[nth] ?? 0)),
    [],
  )
  return rows.map((row) =>
    row
      .map((cell, nth) => cell.padEnd(widths[nth] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

/** The reasons of the states of one promise. */
export function storiesOf(reason: Reason, obligation: string): Reason[] {
  const isIt = reason.code === 'obligations.state' && reason.params['obligation'] === obligation
  return isIt ? [reason] : reason.children.flatMap((child) => storiesOf(child, obligation))
}

/** Without the entries of the calendar, which chapter 1 tells, and without the ids of marks. */
export function brief(reason: Reason): Reason {
  const { code, children } = reason
  if (code === 'obligations.counted') return { ...reason, children: [] }
  const told = children.filter((child) => child.code !== 'obligations.mark')
  return { ...reason, children: told.map(brief) }
}
