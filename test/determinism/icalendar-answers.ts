import { absencesFrom, feedOf } from '@holdfast/icalendar'
import { createSchedule } from '@holdfast/oncall'
import type { Answer } from './answer.ts'
import { ZONES } from './moments.ts'

/** Local times of a whole year in each hard zone, written as a calendar and read from one. */
export function icalendarAnswers(): readonly Answer[] {
  const span = { from: '2020-12-01T00:00:00Z', to: '2021-12-01T00:00:00Z' }
  return ZONES.flatMap((timeZone): Answer[] => {
    const members = ['person:ana', 'person:ben', 'person:cyn']
    const rotation = { every: 'P1W', anchor: '2021-01-04T02:30', members }
    const layers = [{ id: 'night', rotation }]
    const schedule = createSchedule({ id: 'night', version: 1, timeZone, layers })
    const feed = feedOf(schedule, { ...span, at: span.from })
    const person = 'person:ana'
    const read = absencesFrom(AWAY, { ...span, person, timeZone, zones: { Theirs: timeZone } })
    return [
      [`feed in ${timeZone}`, feed],
      [`absences in ${timeZone}`, read],
    ]
  })
}

const AWAY = `BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
DTSTART;TZID=Theirs:20210103T023000
DTEND;TZID=Theirs:20210103T053000
RRULE:FREQ=WEEKLY;UNTIL=20211101T000000Z
EXDATE:20210110T023000Z
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART;VALUE=DATE:20210328
RRULE:FREQ=MONTHLY;BYDAY=-1SU
END:VEVENT
END:VCALENDAR
`
