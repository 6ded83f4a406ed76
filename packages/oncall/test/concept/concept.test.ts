import { createCalendar } from '@holdfast/calendar'
import { createDirectory } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import {
  type ConceptQuestion,
  coverage,
  createRestRules,
  createSchedule,
  EU_WORKING_TIME,
  onCallConcept,
  personnelNeed,
  type ScheduleDocument,
} from '../../src/index.ts'

const zurich: ScheduleDocument = {
  id: 'zurich',
  version: 3,
  title: 'Zurich | by day',
  timeZone: 'Europe/Zurich',
  role: 'incident',
  site: 'ZRH',
  layers: [
    {
      id: 'first',
      priority: 1,
      rotation: {
        every: 'P1W',
        anchor: '2027-03-01T08:00',
        members: [
          'person:ada',
          { person: 'person:ben', source: 'seconded', team: 'platform' },
          { person: 'person:cyn', source: 'responsible-ops' },
        ],
      },
      restrictions: [{ from: '08:00', to: '20:00' }],
    },
  ],
}
const boston: ScheduleDocument = {
  id: 'boston',
  version: 1,
  timeZone: 'America/New_York',
  role: 'incident',
  layers: [
    {
      id: 'day',
      rotation: {
        every: ['P4D', 'P3D'],
        anchor: '2027-03-01T14:00',
        rosters: [{ id: 'spring', members: ['person:dan', ['person:eva', 'person:fay']] }],
      },
      restrictions: [{ from: '14:00', to: '02:00' }],
    },
  ],
}
const directory = createDirectory({
  id: 'people',
  version: 1,
  people: {
    ada: { name: 'Ada <A>', team: 'core', zone: 'Europe/Zurich' },
    ben: { zone: 'Europe/Zurich' },
    cyn: { team: 'core', zone: 'Europe/Zurich' },
    dan: { zone: 'America/New_York' },
    eva: { zone: 'America/New_York' },
    fay: {},
  },
  teams: { core: {}, platform: {} },
})
const march = { from: '2027-03-01T00:00:00Z', to: '2027-04-01T00:00:00Z', timeZone: 'UTC' }
const question: ConceptQuestion = { ...march, schedules: [zurich, boston], directory }

/** The cells of the tables of a chapter, without their heads. */
function tablesOf(text: string, title: string): string[][][] {
  const chapter = text.split(/^## /m).find((one) => one.startsWith(`${title}\n`)) ?? ''
  const blocks = chapter.split('\n\n').filter((block) => block.startsWith('|'))
  return blocks.map((block) =>
    block
      .trim()
      .split('\n')
      .slice(2)
      .map((row) =>
        row
          .split(/(?<!\\)\|/)
          .slice(1, -1)
          .map((cell) => cell.trim()),
      ),
  )
}
const titles = (text: string) => [...text.matchAll(/^## (.*)$/gm)].map((match) => match[1])

describe('the on-call concept', () => {
  const text = onCallConcept(question)

  it('has a chapter for each thing that is known', () => {
    expect(titles(text)).toEqual([
      'Roles',
      'Rotations',
      'Hand-off times',
      'Coverage',
      'Where people come from',
      'Who has how much',
    ])
    const all = onCallConcept({
      ...question,
      rest: [createRestRules(EU_WORKING_TIME)],
      need: personnelNeed({
        locations: [{ id: 'zurich' }, { id: 'boston' }],
        hours: { seats: 1 },
        absence: 0.2,
        maxShare: 0.25,
        load: { incidents: 10, interval: 'PT168H' },
      }),
      plan: [{ person: 'person:ada', from: march.from, to: march.to, role: 'incident' }],
    })
    expect(titles(all).slice(6)).toEqual(['Rest and working time', 'Staffing need', 'Shift plan'])
    expect(all).not.toMatch(/undefined|null|NaN|oncall\.|\[object/)
  })

  it('says who answers for which role', () => {
    expect(tablesOf(text, 'Roles')).toEqual([
      [
        ['incident', 'zurich', 'ZRH', 'Europe/Zurich', 'Ada &lt;A>, ben, cyn'],
        ['incident', 'boston', '', 'America/New_York', 'dan, eva, fay'],
      ],
    ])
  })

  it('tells rotations as the documents lay them down', () => {
    const chapter = text.split('## Rotations')[1]?.split('\n## ')[0] ?? ''
    expect(chapter.split('\n').filter((line) => line !== '')).toEqual([
      '### Zurich \\| by day (version 3)',
      '**first** (priority 1)',
      '- turns of 1 week, handed over on Monday at 08:00 by the clock of Europe/Zurich',
      '- every day from 08:00 to 20:00',
      '- in turn: Ada &lt;A>, ben, cyn',
      '### boston (version 1)',
      '**day** (priority 0)',
      '- turns of 4 days, then 3 days, handed over at 14:00, counted from 2027-03-01 by the clock of America/New_York',
      '- every day from 14:00 to 02:00',
      '- in turn, roster spring: dan, eva with fay',
    ])
  })

  it('lists every hole that coverage finds, and no other', () => {
    const { holes } = coverage([createSchedule(zurich), createSchedule(boston)], {
      ...march,
      role: 'incident',
    })
    const [proof, listed] = tablesOf(text, 'Coverage')
    expect(holes.length).toBeGreaterThan(0)
    expect(proof).toMatchObject([['incident', {}, '744 hrs', String(holes.length), {}]])
    expect(listed).toHaveLength(holes.length)
  })

  it('says that there are no holes where there are none', () => {
    const always = { ...zurich, layers: zurich.layers.map(({ restrictions: _, ...rest }) => rest) }
    const [proof, listed] = tablesOf(
      onCallConcept({ ...question, schedules: [always] }),
      'Coverage',
    )
    expect(proof?.map((row) => [row[1], row[2], row[3]])).toEqual([['744 hrs', '744 hrs', '0']])
    expect(listed).toBeUndefined()
  })

  it('tells hand-offs by each clock, for each stretch between its changes', () => {
    const [rows = []] = tablesOf(text, 'Hand-off times')
    expect(rows.map(([, , schedule, begins, ends]) => [schedule, begins, ends])).toEqual([
      ['zurich', '08:00', '20:00'],
      // Two o’clock is skipped in the night of the change: the watch ends at the end of the gap.
      ['boston', '14:00', '02:00, 03:00'],
      ['zurich', '08:00', '20:00'],
      ['boston', '14:00', '02:00'],
      ['zurich', '08:00', '20:00'],
      ['boston', '14:00', '02:00'],
    ])
  })

  it('tells who comes at which hour also where somebody is there at every hour', () => {
    const always = { ...zurich, layers: zurich.layers.map(({ restrictions: _, ...rest }) => rest) }
    const [rows = []] = tablesOf(
      onCallConcept({ ...question, schedules: [always] }),
      'Hand-off times',
    )
    expect(rows.map((row) => row.slice(3, 5))).toEqual([
      ['08:00', ''],
      ['08:00', ''],
    ])
  })

  it('says where people come from, and whose they are', () => {
    expect(tablesOf(text, 'Where people come from')).toEqual([
      [
        ['Ada &lt;A>', 'own', 'core'],
        ['ben', 'seconded', 'platform'],
        ['cyn', 'responsible-ops', 'core'],
        ['dan', 'own', ''],
        ['eva', 'own', ''],
        ['fay', 'own', ''],
      ],
    ])
  })

  it('says who has how much, and whose zone nobody knows', () => {
    const [rows = []] = tablesOf(text, 'Who has how much')
    expect(rows.map(([person, zone]) => [person, zone])).toEqual([
      ['Ada &lt;A>', 'Europe/Zurich'],
      ['ben', 'Europe/Zurich'],
      ['cyn', 'Europe/Zurich'],
      ['dan', 'America/New_York'],
      ['eva', 'America/New_York'],
    ])
    expect(text).toContain('- fay: time zone unknown')
  })
})

it('the holidays of a place are told as such', () => {
  const holidays = createCalendar({
    id: 'zh',
    version: 1,
    timeZone: 'Europe/Zurich',
    hours: {},
    holidays: ['2027-03-26'],
  })
  const text = onCallConcept({ ...question, holidays: { 'Europe/Zurich': holidays } })
  const [rows = []] = tablesOf(text, 'Who has how much')
  expect(rows.map((row) => [row[0], row[7]])).toContainEqual(['Ada &lt;A>', '12 hrs'])
})

it('rest that is missing is listed with its rule and time', () => {
  const long = {
    ...zurich,
    layers: zurich.layers.map((layer) => ({
      ...layer,
      restrictions: [{ from: '08:00', to: '22:00' }],
    })),
  }
  const text = onCallConcept({
    ...question,
    schedules: [long],
    rest: [createRestRules(EU_WORKING_TIME)],
  })
  const [rows = []] = tablesOf(text, 'Rest and working time')
  expect(new Set(rows.map((row) => row[1]))).toEqual(new Set(['daily-rest', 'weekly-rest']))
})

it('a role that must be covered and has no schedule is one hole', () => {
  const text = onCallConcept({ ...question, roles: ['triage'] })
  const [proof, listed] = tablesOf(text, 'Coverage')
  expect(proof?.[0]?.slice(0, 4)).toEqual(['triage', '0 secs', '744 hrs', '1'])
  expect(listed).toHaveLength(1)
})

it('the same question gives the same text, whatever the order of keys', () => {
  const turned = Object.fromEntries(Object.entries(question).toReversed()) as typeof question
  expect(onCallConcept(turned)).toBe(onCallConcept(question))
})

it('a schedule that cannot be used is refused with what was found in it', () => {
  const broken = { ...zurich, timeZone: 'Zurich' }
  expect(() => onCallConcept({ ...question, schedules: [broken] })).toThrow(
    expect.objectContaining({ name: 'DocumentError' }),
  )
})
