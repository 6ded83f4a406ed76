/** What the requirements ask of duty and of the people it takes, told as they come up in a support organization. */
import {
  checkRoster,
  coverage,
  createRestRules,
  createSchedule,
  EU_WORKING_TIME,
  onCallConcept,
  personnelNeed,
  planRoster,
  type ScheduleDocument,
  slotsOf,
} from '@holdfast/oncall'
import { expect, it } from 'vitest'

const quarter = { from: '2027-01-01T00:00+01:00', to: '2027-04-01T00:00+02:00' }

/** Zurich answers for both roles around the clock; people of two teams take turns, one of them for a while. */
function rosterFor(role: string): ScheduleDocument {
  return {
    id: `zurich-${role}`,
    version: 1,
    timeZone: 'Europe/Zurich',
    role,
    site: 'Zurich',
    layers: [
      {
        id: 'primary',
        rotation: {
          every: 'P1W',
          anchor: '2027-01-04T09:00',
          members: [
            'person:ana',
            { person: 'person:ben', source: 'responsible-ops', team: 'checkout' },
            { person: 'person:cyn', source: 'seconded', team: 'search' },
          ],
        },
      },
    ],
  }
}

const [incident, triage] = [rosterFor('incident'), rosterFor('triage')]
const schedules = [createSchedule(incident), createSchedule(triage)]

it('R24, R25: every instant of a quarter has somebody for incidents and somebody for triage, over a clock change', () => {
  for (const role of ['incident', 'triage']) {
    const { isCovered, covered, holes } = coverage(schedules, { ...quarter, role })
    expect([isCovered, covered / 3_600_000, holes]).toEqual([true, 2159, []])
  }
})

it('R24: a week that nobody takes is a hole of that week, for its role alone', () => {
  const vacation = { person: 'person:ana', from: '2027-01-25T09:00', to: '2027-02-01T09:00' }
  const short = createSchedule({ ...incident, absences: [vacation] })
  const open = coverage([short, ...schedules.slice(1)], { ...quarter, role: 'incident' })
  expect(open.holes.map(({ from, to }) => (to - from) / 3_600_000)).toEqual([168])
  expect(coverage([short, ...schedules.slice(1)], { ...quarter, role: 'triage' }).holes).toEqual([])
})

it('R2, R37: a shift says whether its time is the team’s own, seconded, or of the responsible ops of another team', () => {
  const shifts = schedules[0]?.shifts('2027-01-04T09:00+01:00', '2027-01-25T09:00+01:00') ?? []
  expect(shifts.map(({ person, source, team }) => [person, source, team])).toEqual([
    ['person:ana', 'own', null],
    ['person:ben', 'responsible-ops', 'checkout'],
    ['person:cyn', 'seconded', 'search'],
  ])
})

it('R31: the on-call concept is a document with roles, the proof, rest and need', () => {
  const hours = { covered: 'PT168H', person: 'PT40H', seats: 1 }
  const need = personnelNeed({
    locations: [{ id: 'zurich' }],
    hours,
    absence: 0.2,
    maxShare: 0.5,
    load: { incidents: 7, interval: 'PT168H' },
  })
  const concept = onCallConcept({
    ...quarter,
    schedules: [incident, triage],
    timeZone: 'Europe/Zurich',
    zones: Object.fromEntries(
      ['ana', 'ben', 'cyn'].map((name) => [`person:${name}`, 'Europe/Zurich']),
    ),
    rest: [createRestRules(EU_WORKING_TIME)],
    need,
  })
  expect(concept).toMatch(/^# On-call concept$/m)
  for (const part of ['incident', 'triage', 'responsible-ops', 'checkout', '2,159 hrs']) {
    expect(concept).toContain(part)
  }
})

it('R32, R37: the people that sites need are derived, grow with the load, and count those whom others lend', () => {
  const asked = {
    locations: [{ id: 'zurich' }, { id: 'vancouver' }],
    hours: { covered: 'PT168H', person: 'PT40H', seats: 1 },
    absence: 0.2,
    maxShare: 0.25,
    load: { incidents: 14, interval: 'PT168H' },
  }
  const need = personnelNeed(asked)
  const busier = personnelNeed({ ...asked, load: { incidents: 140, interval: 'PT168H' } })
  expect(busier.people).toBeGreaterThan(need.people)
  const lent = [{ from: 'team:platform', people: 2, share: 0.5 }] as const
  const [zurich] = personnelNeed({
    ...asked,
    locations: [{ id: 'zurich', lent }, { id: 'vancouver' }],
  }).locations
  expect(zurich?.own).toBeLessThan(need.locations[0]?.own ?? 0)
  expect(need.reason.children.length).toBe(2)
})

it('R37, R146: people of several teams fill one roster, and somebody who speaks German is on every slot', () => {
  const slots = slotsOf({
    timeZone: 'UTC',
    from: '2027-03-01',
    to: '2027-03-08',
    starts: ['06:00', '18:00'],
    roles: ['triage'],
  }).map((slot) => ({ ...slot, needs: [{ language: 'de', count: 1 }] }))
  const people = [
    { person: 'person:ana', zone: 'UTC', team: 'support', languages: ['de', 'en'] },
    { person: 'person:ben', zone: 'UTC', team: 'checkout', languages: ['de'] },
    { person: 'person:cyn', zone: 'UTC', team: 'search', languages: ['en'] },
    { person: 'person:dan', zone: 'UTC', team: 'search', languages: ['de', 'en'] },
  ]
  const problem = { id: 'march', version: 1, slots, people, rules: { rest: 'PT11H' } }
  const plan = planRoster(problem)
  expect(plan.outcome).toBe('found')
  expect(checkRoster(plan.assignments, problem)).toEqual([])
  expect(new Set(plan.assignments.map(({ person }) => person))).toEqual(
    new Set(['person:ana', 'person:ben', 'person:dan']),
  )
})
