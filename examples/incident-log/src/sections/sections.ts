import type { Counted } from '../count.ts'
import type { Documents } from '../documents.ts'
import type { Section } from '../section.ts'
import { cameBack } from './came-back.ts'
import { handOvers } from './hand-overs.ts'
import { interventions } from './interventions.ts'
import { levers } from './levers.ts'
import { promises } from './promises.ts'
import { trend } from './trend.ts'
import { whatWasRead } from './what-was-read.ts'
import { whereTheTimeWent } from './where-the-time-went.ts'
import { whoIsWaitedFor } from './who-is-waited-for.ts'
import { whySoLong } from './why-so-long.ts'

/** The report on a log, in the order in which it is read. */
export function sectionsOf(
  counted: Counted,
  documents: Documents,
  asked: boolean,
): readonly Section[] {
  const read = whatWasRead(counted, documents)
  if (counted.all.cases === 0) return [read]
  return [
    read,
    whereTheTimeWent(counted),
    whoIsWaitedFor(counted),
    handOvers(counted, documents),
    cameBack(counted),
    promises(counted, documents),
    levers(counted, documents),
    ...interventions(counted, documents.calendar.timeZone),
    trend(counted),
    whySoLong(counted, documents, asked),
  ]
}

/** What a hurried reader is told. */
export const BRIEF: ReadonlySet<string> = new Set(['read', 'time', 'hand-overs'])
