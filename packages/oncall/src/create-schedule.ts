import type { Calendar } from '@holdfast/calendar'
import {
  assertUsable,
  type Directory,
  type DocumentSource,
  deepFreeze,
  effectiveSpan,
  type Finding,
  readDocument,
  zoneOf,
} from '@holdfast/kernel'
import { changesOf } from './changes.ts'
import { changeFindings } from './check-changes.ts'
import { layerFindings } from './check-layers.ts'
import { peopleFindings } from './check-people.ts'
import { type ReadSchedule, type ScheduleDocument, scheduleSchema } from './document.ts'
import { layerOf } from './layer.ts'
import { type Schedule, type ScheduleModel, scheduleOf } from './schedule.ts'

/** What a schedule rests on. */
export interface ScheduleDeps {
  /** The calendars that layers name, by id. */
  readonly calendars?: Readonly<Record<string, Calendar>> | undefined
  /** Who there is; people are not looked for when left out. */
  readonly directory?: Directory | undefined
}

/**
 * Everything that is wrong, or most likely a mistake, in a schedule: its shape, people, zones, calendars and layers that
 * there are not, rotations without a length or anybody, spans that end before they begin, overrides in a circle. Never
 * throws.
 */
export function checkSchedule(
  documentOrSource: ScheduleDocument | DocumentSource,
  deps: ScheduleDeps = {},
): Finding[] {
  return read(documentOrSource, deps).findings
}

/**
 * The schedule of a document. What nobody covers is no error; ask for its gaps.
 * Throws a `DocumentError` that names everything `checkSchedule` finds.
 */
export function createSchedule(
  documentOrSource: ScheduleDocument | DocumentSource,
  deps: ScheduleDeps = {},
): Schedule {
  const { value, findings } = read(documentOrSource, deps)
  assertUsable('schedule', findings)
  const schedule = scheduleOf(modelOf(deepFreeze(value as ReadSchedule), deps.calendars ?? {}))
  return schedule
}

function modelOf(
  document: ReadSchedule,
  calendars: Readonly<Record<string, Calendar>>,
): ScheduleModel {
  const { id, version, timeZone, role = null, site = null } = document
  const zone = zoneOf(timeZone)
  const within = effectiveSpan(document.effective, zone)
  return {
    id,
    version,
    timeZone,
    role,
    site,
    layers: document.layers.map((layer) => layerOf(layer, timeZone, calendars, within)),
    changes: changesOf(document, zone, within),
  }
}

function read(documentOrSource: ScheduleDocument | DocumentSource, deps: ScheduleDeps) {
  const reading = readDocument(scheduleSchema, documentOrSource)
  const findings = [
    ...reading.findings,
    ...layerFindings(reading, deps.calendars ?? {}),
    ...changeFindings(reading),
    ...peopleFindings(reading, deps.directory),
  ]
  return { value: reading.value, findings }
}
