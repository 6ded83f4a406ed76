import { createCalendar } from '@holdfast/calendar'
import { CASE_ELEMENTS, type Mark } from '@holdfast/kernel'
import fc from 'fast-check'
import { type CaseLife, decomposeCaseLife } from '../src/index.ts'

export const HOUR = 3_600_000

export const office = createCalendar({
  id: 'office',
  version: 1,
  timeZone: 'UTC',
  hours: { mon: [['09:00', '17:00']], tue: [['09:00', '17:00']], fri: [['09:00', '17:00']] },
})

/** What goes on for how many milliseconds: `['wait customer', 5]`, and for what reason if again. */
export type Part = readonly [activity: string, millis: number, driver?: string]

export interface LifeOptions {
  readonly openedAt?: number
  readonly facts?: Mark['facts']
  /** Left out, it ended. */
  readonly isOpen?: boolean
}

/** The life of a case whose parts follow one another. */
export function lifeOf(
  parts: readonly Part[],
  { openedAt = 0, facts = {}, isOpen = false }: LifeOptions = {},
): CaseLife {
  const about = 'request:1'
  let at = openedAt
  const marks = parts.map(([activity, millis, driver], nth): Mark => {
    const [element, party] = activity.split(' ')
    const told = { ...facts, element, ...(party && { party }), ...(driver && { driver }) }
    const type = nth === 0 ? 'submitted' : 'message'
    const mark: Mark = { id: `m${nth}`, at, type, about, facts: told as Mark['facts'] }
    at += millis
    return mark
  })
  if (!isOpen) marks.push({ id: 'resolved', at, type: 'resolved', about })
  return decomposeCaseLife(marks, { calendar: office, at })
}

const activities = fc.constantFrom(
  ...CASE_ELEMENTS.filter((element) => element !== 'wait'),
  'wait customer',
  'wait vendor',
  'wait queue',
)

const parts = fc.array(
  fc.tuple(
    activities,
    fc.integer({ min: 1, max: 100 * HOUR }),
    fc.constantFrom('recurrence', 'instructions', ''),
  ),
  { minLength: 1, maxLength: 12 },
)

/** Lives that ended. */
export const lives = fc
  .tuple(parts, fc.integer({ min: 0, max: 400 * HOUR }), fc.constantFrom('P1', 'P2', 'P3'))
  .map(([each, openedAt, priority]) => lifeOf(each, { openedAt, facts: { priority } }))

/** Changes of what may be in such lives. */
export const changes = fc.record(
  {
    element: fc.constantFrom(...CASE_ELEMENTS),
    shorterBy: fc.double({ min: 0, max: 1, noNaN: true }),
    fewerRepeats: fc.double({ min: 0, max: 1, noNaN: true }),
    driver: fc.constantFrom('recurrence', 'unknown'),
  },
  { requiredKeys: ['element'] },
)
