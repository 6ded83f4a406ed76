import { createCalendar } from '@holdfast/calendar'
import { createDirectory } from '@holdfast/kernel'
import { createLifecycle, type RequestContext, SHIPPED_LIFECYCLES } from '@holdfast/requests'

const hours: [string, string][] = [['08:00', '17:00']]

const desk = createCalendar({
  id: 'desk',
  version: 1,
  timeZone: 'Europe/Zurich',
  hours: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours },
})

/** Six teams of twenty people each. */
const TEAMS = ['support', 'platform', 'database', 'network', 'sales', 'management']

const directory = createDirectory({
  id: 'people',
  version: 1,
  people: Object.fromEntries(
    TEAMS.flatMap((team) =>
      Array.from({ length: 20 }, (_, nth) => [`${team}-${nth}`, { team }] as const),
    ),
  ),
  teams: Object.fromEntries(TEAMS.map((team) => [team, {}])),
})

export const incident = createLifecycle(SHIPPED_LIFECYCLES['incident'], { calendars: { desk } })

export const context: RequestContext = { lifecycles: { incident }, directory }
