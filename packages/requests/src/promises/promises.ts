import type { Calendar } from '@holdfast/calendar'
import { createObligation, type Obligation } from '@holdfast/obligations'
import type { LifecyclePromises } from '../lifecycle/lifecycle.ts'
import type { ReadLifecycle } from '../lifecycle/lifecycle-document.ts'
import { type PromiseName, termsOfPromises } from './promise-terms.ts'

/**
 * The promises of a lifecycle as obligations, the one clock there is. Throws a `DocumentError` where a time does not
 * fit its clock, or a clock names a calendar that is not given; `checkLifecycle` finds that before.
 */
export function compilePromises(
  document: ReadLifecycle,
  calendars: Readonly<Record<string, Calendar>>,
): LifecyclePromises {
  const made = termsOfPromises(document).map((one) => ({
    ...one,
    obligation: createObligation(one.terms, { calendars }),
  }))
  const of = (name: PromiseName): readonly Obligation[] =>
    made.filter(({ promise }) => promise === name).map(({ obligation }) => obligation)
  const [closure = null] = of('closure')
  return Object.freeze<LifecyclePromises>({
    attention: of('attention'),
    news: of('news'),
    tell: new Map(
      made.flatMap(({ state, obligation }) => (state === null ? [] : [[state, obligation]])),
    ),
    acceptance: of('acceptance'),
    silence: of('silence'),
    closure,
  })
}
