import { clockChangesOf } from '../clock-changes.ts'
import type { Picture } from '../picture.ts'
import type { Section } from '../section.ts'
import { covered } from './covered.ts'
import { departures } from './departures.ts'
import { fairShares } from './fair-shares.ts'
import { finalSchedule } from './final-schedule.ts'
import { gaps } from './gaps.ts'
import { handOffs } from './hand-offs.ts'
import { onDuty } from './on-duty.ts'

/** The report, in the order in which it is read. */
export function sectionsOf(picture: Picture): readonly Section[] {
  const changes = clockChangesOf(picture)
  return [
    covered(picture, changes),
    gaps(picture),
    handOffs(picture, changes),
    finalSchedule(picture, changes),
    departures(picture),
    onDuty(picture),
    fairShares(picture),
  ]
}
