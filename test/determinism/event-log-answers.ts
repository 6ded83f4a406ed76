import { createLogMapping, type LogMappingDocument, readLog } from '@holdfast/event-log'
import type { Answer } from './answer.ts'
import { moments, ZONES } from './moments.ts'

const MONTHS =
  'January February March April May June July August September October November December'
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'

/** How an hour of the wall clock is written, by the format that reads it: by names, by halves of the day, by two digits. */
const WRITTEN: Readonly<Record<string, (wall: Date) => string>> = {
  iso: (wall) => wall.toISOString().slice(0, 19).replace('T', ' '),
  'cccc, d LLLL yyyy HH:mm': (wall) => {
    const [day, month] = [DAYS.split(' ')[wall.getUTCDay()], MONTHS.split(' ')[wall.getUTCMonth()]]
    const clock = wall.toISOString().slice(11, 16)
    return `${day}, ${wall.getUTCDate()} ${month} ${wall.getUTCFullYear()} ${clock}`
  },
  'MMM d yyyy h:mm a': (wall) => {
    const month = MONTHS.split(' ')[wall.getUTCMonth()]?.slice(0, 3)
    const hour = wall.getUTCHours()
    const half = `${hour % 12 || 12}:${wall.toISOString().slice(14, 16)} ${hour < 12 ? 'AM' : 'PM'}`
    return `${month} ${wall.getUTCDate()} ${wall.getUTCFullYear()} ${half}`
  },
  'dd.MM.yy HH:mm:ss': (wall) => {
    const [year, month, day] = wall.toISOString().slice(2, 10).split('-')
    return `${day}.${month}.${year} ${wall.toISOString().slice(11, 19)}`
  },
}

const STATES = ['new', 'doing', 'waiting', 'doing', 'done', 'doing', 'done'] as const

/** Logs written in local times of each hard zone, in formats that name months and days: their marks, and how reading went. */
export async function eventLogAnswers(): Promise<readonly Answer[]> {
  const answers: Answer[] = []
  for (const timeZone of ZONES) {
    for (const [format, write] of Object.entries(WRITTEN)) {
      const log = readLog([logOf(write)], createLogMapping(mappingIn(timeZone, format)))
      const cases = []
      for await (const each of log) cases.push(each)
      answers.push([`log in ${timeZone}, ${format}`, { cases, report: log.report() }])
    }
  }
  return answers
}

function mappingIn(timeZone: string, format: string): LogMappingDocument {
  return {
    id: timeZone,
    version: 1,
    input: { kind: 'csv', delimiter: ';' },
    case: 'id',
    time: { format, timeZone },
    rows: [{ time: 'at', state: 'state', priority: 'priority', assignee: 'who' }],
    states: {
      new: { element: 'wait', party: 'queue' },
      doing: { element: 'investigation' },
      waiting: { element: 'wait', party: 'customer' },
      done: 'resolved',
    },
  }
}

/** Dates on which one or the other of the zones changes its clocks in the first hours, or leaves the whole date out. */
const NIGHTS = [
  '2011-12-29',
  '2011-12-30',
  '2016-10-30',
  '2018-02-18',
  '2018-11-04',
  '2019-03-10',
  '2019-03-31',
  '2019-04-07',
  '2019-09-08',
  '2019-10-06',
]

/** Rows 27 minutes apart, from midnight of such dates and from other instants. */
function logOf(write: (wall: Date) => string): string {
  const begun = [...NIGHTS.map((date) => Date.parse(`${date}T00:00Z`)), ...moments(5)]
  const rows = begun.flatMap((from, id) =>
    STATES.map((state, nth) => {
      const at = write(new Date(from + nth * 27 * 60_000))
      return `${id};${at};${state};P${(id + (nth >> 2)) % 4};person ${nth % 3}`
    }),
  )
  return ['id;at;state;priority;who', ...rows, 'x;gestern;done;P1;', ''].join('\n')
}
