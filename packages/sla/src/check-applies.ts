import type { Finding } from '@holdfast/kernel'
import { type Condition, conditionFindings } from '@holdfast/rules'
import type { PolicyReading } from './document.ts'
import type { SlaPolicyDeps } from './model.ts'

/** What is wrong with the conditions over the facts of requests. */
export function conditionsFindings(
  { sound, finding }: PolicyReading,
  { vocabulary }: SlaPolicyDeps,
): readonly Finding[] {
  const named = (sound.conditions ?? {}) as Readonly<Record<string, Condition>>
  const options = { named, vocabulary }
  const places = [
    // Wrong conditions by name are found with any condition; where there is none, with one that always holds.
    { condition: { all: [] }, path: ['named'] },
    ...(sound.agreements ?? []).flatMap((agreement, nth) => {
      const path = ['agreements', nth, 'applies']
      return agreement?.applies === undefined ? [] : [{ condition: agreement.applies, path }]
    }),
  ]
  return places.flatMap(({ condition, path }) =>
    conditionFindings(condition, options, [], (parts) => {
      const [first, ...rest] = parts.path
      const isNamed = first === 'named'
      return finding({
        ...parts,
        path: isNamed ? ['conditions', ...rest] : [...path, ...parts.path],
      })
    }),
  )
}
