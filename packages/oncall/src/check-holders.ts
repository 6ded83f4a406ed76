import type { Sound } from '@holdfast/kernel'
import type { AddFinding, Path } from './add-finding.ts'
import type { ReadTurnHolder } from './document.ts'

/** People who have a turn together with themselves. */
export function holderFindings(
  holders: readonly (Sound<ReadTurnHolder> | undefined)[] | undefined,
  path: Path,
  add: AddFinding,
): void {
  for (const [nth, holder] of (holders ?? []).entries()) {
    if (!Array.isArray(holder)) continue
    const people = holder.map((member) => (typeof member === 'string' ? member : member?.person))
    for (const [place, person] of people.entries()) {
      if (person === undefined || people.indexOf(person) === place) continue
      const message = `${person} has a turn together with themselves`
      add('person-repeated', message, [...path, nth, place], { found: person })
    }
  }
}
