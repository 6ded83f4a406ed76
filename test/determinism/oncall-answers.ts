import {
  agentsNeeded,
  checkSchedule,
  coverage,
  createSchedule,
  explained,
  fairness,
  type ScheduleDocument,
} from '@holdfast/oncall'
import type { Answer } from './answer.ts'
import { calendarIn } from './calendar-answers.ts'
import { moments, ZONES } from './moments.ts'

const DAY = 86_400_000

/** Who is on duty in each hard zone, at its odd moments and in the weeks around them, and how much of a queue they bear. */
export function* oncallAnswers(): Generator<Answer> {
  for (const timeZone of ZONES) yield* asked(timeZone)
  for (let calls = 50; calls <= 500; calls += 150) {
    const answer = agentsNeeded({
      arrivals: calls,
      interval: 'PT1H',
      handleTime: 'PT3M',
      targetWait: 'PT20S',
      serviceLevel: 0.8,
    })
    yield [`agents for ${calls} calls`, answer]
  }
}

function scheduleIn(timeZone: string): ScheduleDocument {
  return {
    id: `duty in ${timeZone}`,
    version: 1,
    timeZone,
    layers: [
      {
        id: 'primary',
        priority: 2,
        rotation: {
          every: ['P4D', 'P3D'],
          anchor: '2011-12-30T00:30',
          members: ['person:ana', 'person:ben', 'person:cyn'],
        },
        restrictions: [{ from: '22:00', to: '02:30' }],
      },
      {
        id: 'backup',
        priority: 1,
        rotation: {
          every: 'P1M',
          anchor: '2000-01-31T02:30',
          members: ['person:dan', 'person:eva'],
        },
        calendar: timeZone,
      },
    ],
    overrides: [
      {
        id: 'cover',
        mode: 'replace',
        person: 'person:ana',
        by: 'person:eva',
        from: '2000-01-01',
        to: '2030-01-01T02:30',
      },
    ],
  }
}

function* asked(timeZone: string): Generator<Answer> {
  const document = scheduleIn(timeZone)
  const deps = { calendars: { [timeZone]: calendarIn(timeZone) } }
  const schedule = createSchedule(document, deps)
  yield [`findings, ${schedule.id}`, checkSchedule(document, {})]
  for (const at of moments(3)) {
    const span = { from: at - 3 * DAY, to: at + 4 * DAY }
    const shifts = schedule.shifts(span.from, span.to)
    const people = ['person:ana', 'person:ben', 'person:cyn', 'person:dan', 'person:eva']
    const zones = Object.fromEntries(people.map((person) => [person, timeZone]))
    yield [
      `${schedule.id} at ${at}`,
      {
        onCall: explained(schedule).onCallAt(at),
        next: schedule.next(at),
        shifts,
        coverage: coverage([schedule], span),
        fairness: fairness(shifts, { ...span, zones }),
      },
    ]
  }
}
