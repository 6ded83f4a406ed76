import {
  assertUsable,
  contains,
  type DocumentSource,
  deepFreeze,
  localDayAt,
} from '@holdfast/kernel'
import { type Calendar, calendarOf } from './calendar.ts'
import { readCalendar } from './check-calendar.ts'
import type { CalendarDocument } from './document.ts'
import { scheduleOf } from './schedule.ts'

/**
 * The calendar of a document, or of a document source. Throws a `DocumentError` that names everything `checkCalendar`
 * finds. The document is not changed, and later changes to it change nothing here.
 */
export function createCalendar(documentOrSource: CalendarDocument | DocumentSource): Calendar {
  const { value, findings } = readCalendar(documentOrSource)
  assertUsable('calendar', findings)
  const document = deepFreeze(value as CalendarDocument)
  const schedule = scheduleOf(document)
  return calendarOf({
    id: document.id,
    timeZone: document.timeZone,
    definition: { kind: 'document', document },
    openTime: schedule.openTime,
    isHoliday: (at) => schedule.holidayOn(localDayAt(schedule.zone, at)) !== undefined,
    isBreak: (at) => contains(schedule.breaks(), at),
  })
}
