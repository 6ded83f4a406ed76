import { absencesFrom, type FeedOptions, feedOf } from '@holdfast/icalendar'
import { createSchedule, type ScheduleDocument } from '@holdfast/oncall'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'

const DOCUMENT: ScheduleDocument = {
  id: 'incidents',
  version: 3,
  timeZone: 'Europe/Zurich',
  role: 'incident',
  site: 'zurich',
  layers: [
    {
      id: 'primary',
      rotation: {
        every: 'P1W',
        anchor: '2027-03-01T09:00',
        members: ['person:ana', 'person:ben', 'person:cyn'],
      },
    },
  ],
}
const schedule = createSchedule(DOCUMENT)
const MARCH: FeedOptions = {
  from: '2027-03-01T08:00:00Z',
  to: '2027-04-05T07:00:00Z',
  at: '2027-02-20T12:00:00Z',
}

function entriesOf(text: string): ICAL.Component[] {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
}

function valuesOf(text: string, name: string): string[] {
  return entriesOf(text).map((entry) => String(entry.getFirstPropertyValue(name)))
}

describe('a feed', () => {
  const feed = feedOf(schedule, MARCH)

  test('has an entry for each shift, at its instants, also when the clocks change', () => {
    expect(valuesOf(feed, 'dtstart')).toEqual([
      '2027-03-01T08:00:00Z',
      '2027-03-08T08:00:00Z',
      '2027-03-15T08:00:00Z',
      '2027-03-22T08:00:00Z',
      '2027-03-29T07:00:00Z',
    ])
    expect(valuesOf(feed, 'dtend').slice(0, 4)).toEqual(valuesOf(feed, 'dtstart').slice(1))
  })

  test('says who is on duty for what and where, and leaves them free for other things', () => {
    expect(valuesOf(feed, 'summary')[0]).toBe('ana · incident (zurich)')
    expect(valuesOf(feed, 'location')[0]).toBe('zurich')
    expect(new Set(valuesOf(feed, 'transp'))).toEqual(new Set(['TRANSPARENT']))
  })

  test('says when it was made and of which version, as it is told', () => {
    expect(new Set(valuesOf(feed, 'dtstamp'))).toEqual(new Set(['2027-02-20T12:00:00Z']))
    expect(new Set(valuesOf(feed, 'sequence'))).toEqual(new Set(['3']))
    const told = feedOf(schedule, { ...MARCH, sequence: 8 })
    expect(new Set(valuesOf(told, 'sequence'))).toEqual(new Set(['8']))
  })

  test('of one person has their shifts only', () => {
    const own = feedOf(schedule, { ...MARCH, person: 'person:ben' })
    expect(valuesOf(own, 'dtstart')).toEqual(['2027-03-08T08:00:00Z', '2027-03-29T07:00:00Z'])
  })

  test('of nobody on duty is a calendar without entries', () => {
    expect(entriesOf(feedOf(schedule, { ...MARCH, person: 'person:zoe' }))).toEqual([])
  })

  test('has titles by whoever wants others', () => {
    const titled = feedOf(schedule, { ...MARCH, summaryOf: ({ seat }) => `Pikett, ${seat}` })
    expect(valuesOf(titled, 'summary')[0]).toBe('Pikett, primary')
  })
})

describe('the id of an entry', () => {
  test('is the same whichever span is asked for', () => {
    const whole = valuesOf(feedOf(schedule, MARCH), 'uid')
    const inside = { ...MARCH, from: '2027-03-10T12:00:00Z', to: '2027-03-12T12:00:00Z' }
    expect(valuesOf(feedOf(schedule, inside), 'uid')).toEqual([whole[1]])
    expect(new Set(whole).size).toBe(5)
  })

  test('stays when somebody else takes over the whole shift', () => {
    const swapped = createSchedule({
      ...DOCUMENT,
      overrides: [
        {
          id: 'wedding',
          mode: 'replace',
          person: 'person:ben',
          by: 'person:cyn',
          from: '2027-03-08T09:00',
          to: '2027-03-15T09:00',
        },
      ],
    })
    const [before, after] = [feedOf(schedule, MARCH), feedOf(swapped, MARCH)]
    expect(valuesOf(after, 'uid')).toEqual(valuesOf(before, 'uid'))
    expect(valuesOf(after, 'summary')[1]).toBe('cyn · incident (zurich)')
  })

  test('is one of its own for each of several on duty, shadows too', () => {
    const many = createSchedule({
      ...DOCUMENT,
      layers: [
        {
          id: 'pair',
          rotation: {
            every: 'P1W',
            anchor: '2027-03-01T09:00',
            members: [['person:ana', 'person:ben']],
          },
        },
      ],
      overrides: [
        {
          id: 'more',
          mode: 'add',
          person: 'person:cyn',
          from: '2027-03-01T09:00',
          to: '2027-03-08T09:00',
        },
      ],
      shadows: [
        { id: 's1', person: 'person:dan', from: '2027-03-01T09:00', to: '2027-03-08T09:00' },
        { id: 's2', person: 'person:eva', from: '2027-03-01T09:00', to: '2027-03-08T09:00' },
      ],
    })
    const uids = valuesOf(feedOf(many, { ...MARCH, to: '2027-03-08T08:00:00Z' }), 'uid')
    expect(uids.length).toBeGreaterThanOrEqual(5)
    expect(new Set(uids).size).toBe(uids.length)
  })

  test('is told apart from those of other organizations by their host name', () => {
    const [uid] = valuesOf(feedOf(schedule, { ...MARCH, domain: 'support.example.com' }), 'uid')
    expect(uid).toMatch(/@support\.example\.com$/)
  })
})

describe('the text', () => {
  const lines = feedOf(schedule, {
    ...MARCH,
    name: 'Zürich; nights, and days',
    summaryOf: () => '在线 ☎️ Zürich, '.repeat(20),
  })

  test('has no line of more than 75 bytes, and ends each as the standard wants', () => {
    expect(lines.endsWith('END:VCALENDAR\r\n')).toBe(true)
    const longest = lines.split('\r\n').map((line) => new TextEncoder().encode(line).length)
    expect(Math.max(...longest)).toBe(75)
    expect(lines.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  test('gives titles back as they were', () => {
    expect(valuesOf(lines, 'summary')[0]).toBe('在线 ☎️ Zürich, '.repeat(20))
  })

  test('escapes the name of the calendar', () => {
    expect(lines).toContain('X-WR-CALNAME:Zürich\\; nights\\, and days\r\n')
  })

  test('is the same for the same question', () => {
    expect(feedOf(schedule, MARCH)).toBe(feedOf(schedule, MARCH))
  })
})

describe('what is refused', () => {
  test.each([
    ['no time at all', { to: MARCH.from }, 'interval-empty'],
    ['a zone that is none', { timeZone: 'Zurich' }, 'zone-unknown'],
  ])('%s', (_, options, code) => {
    expect(() => feedOf(schedule, { ...MARCH, ...options })).toThrow(
      expect.objectContaining({ name: 'RangeError', code }),
    )
  })
})

test('a feed read back has the same instants', () => {
  const text = feedOf(schedule, MARCH)
  const { absences, unread } = absencesFrom(text, {
    ...MARCH,
    timeZone: 'Pacific/Auckland',
    free: 'count',
    personOf: ({ summary }) => `person:${summary.slice(0, 3)}`,
  })
  expect(unread).toEqual([])
  const shifts = schedule.shifts(MARCH.from, MARCH.to)
  expect(
    absences.map(({ person, from, to }) => [person, Date.parse(from), Date.parse(to)]),
  ).toEqual(shifts.map(({ person, from, to }) => [person, from, to]))
})
