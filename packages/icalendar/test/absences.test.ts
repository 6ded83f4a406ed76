import { type AbsencesQuestion, absencesFrom } from '@holdfast/icalendar'
import { createSchedule } from '@holdfast/oncall'
import { describe, expect, test } from 'vitest'
import { calendarOf } from './calendars.ts'

const ANA = {
  person: 'person:ana',
  timeZone: 'Europe/Zurich',
  from: '2027-01-01T00:00:00Z',
  to: '2028-01-01T00:00:00Z',
} as const satisfies AbsencesQuestion

/** When somebody is away, as `from/to` in UTC without seconds. */
function spansOf(text: string, question: Partial<AbsencesQuestion> = {}): string[] {
  const { absences, unread } = absencesFrom(text, { ...ANA, ...question })
  expect(unread).toEqual([])
  return absences.map(({ from, to }) => `${from.slice(0, 16)}/${to.slice(0, 16)}`)
}

function codesOf(...events: readonly (readonly string[])[]): string[] {
  return absencesFrom(calendarOf(...events), ANA).unread.map(({ code }) => code)
}

const at = (start: string, end: string, ...more: readonly string[]) => [
  'UID:1',
  `DTSTART;TZID=Europe/Zurich:${start}`,
  `DTEND;TZID=Europe/Zurich:${end}`,
  ...more,
]
const onDays = (start: string, end: string, ...more: readonly string[]) => [
  'UID:1',
  `DTSTART;VALUE=DATE:${start}`,
  `DTEND;VALUE=DATE:${end}`,
  ...more,
]

describe('when somebody is away', () => {
  test('whole days last from midnight to midnight by their own clock, also when the clocks change', () => {
    expect(spansOf(calendarOf(onDays('20270327', '20270330')))).toEqual([
      '2027-03-26T23:00/2027-03-29T22:00',
    ])
  })

  test('a day without an end is that day', () => {
    const day = ['UID:1', 'DTSTART;VALUE=DATE:20270301']
    expect(spansOf(calendarOf(day))).toEqual(['2027-02-28T23:00/2027-03-01T23:00'])
  })

  test('times are of the zone they name, of UTC, or of whoever is asked about', () => {
    const newYork = ['UID:1', 'DTSTART;TZID=America/New_York:20270301T090000', 'DURATION:PT1H']
    const utc = ['UID:2', 'DTSTART:20270302T090000Z', 'DURATION:PT1H']
    const floating = ['UID:3', 'DTSTART:20270303T090000', 'DURATION:PT1H']
    expect(spansOf(calendarOf(newYork, utc, floating))).toEqual([
      '2027-03-01T14:00/2027-03-01T15:00',
      '2027-03-02T09:00/2027-03-02T10:00',
      '2027-03-03T08:00/2027-03-03T09:00',
    ])
  })

  test.each([
    ['Tokyo Standard Time', {}],
    ['"/mozilla.org/20050126_1/Asia/Tokyo"', {}],
    ['Our Tokyo office', { zones: { 'Our Tokyo office': 'Asia/Tokyo' } }],
  ])('the zone %s is known by what others call it', (tzid, question) => {
    const event = ['UID:1', `DTSTART;TZID=${tzid}:20270301T090000`, 'DURATION:PT1H']
    expect(spansOf(calendarOf(event), question)).toEqual(['2027-03-01T00:00/2027-03-01T01:00'])
  })

  test('a time that the clocks skip is the end of the gap, one that comes twice its first', () => {
    const skipped = at('20270328T023000', '20270328T040000')
    const repeated = ['UID:2', ...at('20271031T023000', '20271031T040000').slice(1)]
    expect(spansOf(calendarOf(skipped, repeated))).toEqual([
      '2027-03-28T01:00/2027-03-28T02:00',
      '2027-10-31T00:30/2027-10-31T03:00',
    ])
  })

  test('events that overlap the span are whole, others are left out', () => {
    const newYear = onDays('20261228', '20270104')
    const before = ['UID:2', ...onDays('20261220', '20261224').slice(1)]
    const after = ['UID:3', ...onDays('20280110', '20280112').slice(1)]
    expect(spansOf(calendarOf(newYear, before, after))).toEqual([
      '2026-12-27T23:00/2027-01-03T23:00',
    ])
  })
})

describe('an event that comes again', () => {
  test('takes place at the same local time, and as long as the first', () => {
    const fridays = at('20270319T130000', '20270319T170000', 'RRULE:FREQ=WEEKLY;COUNT=3')
    expect(spansOf(calendarOf(fridays))).toEqual([
      '2027-03-19T12:00/2027-03-19T16:00',
      '2027-03-26T12:00/2027-03-26T16:00',
      '2027-04-02T11:00/2027-04-02T15:00',
    ])
  })

  test('ends with the occurrence at the instant that it says, which is in UTC', () => {
    const rule = 'RRULE:FREQ=DAILY;UNTIL=20270703T080000Z'
    const days = at('20270701T100000', '20270701T110000', rule)
    expect(spansOf(calendarOf(days))).toHaveLength(3)
    const earlier = at('20270701T100000', '20270701T110000', rule.replace('0800', '0759'))
    expect(spansOf(calendarOf(earlier))).toHaveLength(2)
  })

  test('leaves out what it excepts, in whatever zone that is written', () => {
    const rule = 'RRULE:FREQ=DAILY;COUNT=4'
    const except = ['EXDATE:20270702T080000Z', 'EXDATE;TZID=Asia/Tokyo:20270703T170000']
    expect(spansOf(calendarOf(at('20270701T100000', '20270701T110000', rule, ...except)))).toEqual([
      '2027-07-01T08:00/2027-07-01T09:00',
      '2027-07-04T08:00/2027-07-04T09:00',
    ])
  })

  test('leaves out a date that it excepts', () => {
    const except = 'EXDATE;VALUE=DATE:20270702'
    const days = at('20270701T100000', '20270701T110000', 'RRULE:FREQ=DAILY;COUNT=3', except)
    expect(spansOf(calendarOf(days))).toHaveLength(2)
  })

  test('also takes place on the dates that it adds', () => {
    const added = 'RDATE;VALUE=DATE:20270510,20270517'
    expect(spansOf(calendarOf(onDays('20270503', '20270504', added)))).toHaveLength(3)
  })

  test('has occurrences that were moved or cancelled one by one', () => {
    const weekly = at('20270301T090000', '20270301T100000', 'RRULE:FREQ=WEEKLY;COUNT=3')
    const moved = at('20270309T090000', '20270309T120000', 'RECURRENCE-ID:20270308T080000Z')
    const cancelled = at(
      '20270315T090000',
      '20270315T100000',
      'RECURRENCE-ID;TZID=Europe/Zurich:20270315T090000',
      'STATUS:CANCELLED',
    )
    expect(spansOf(calendarOf(weekly, moved, cancelled))).toEqual([
      '2027-03-01T08:00/2027-03-01T09:00',
      '2027-03-09T08:00/2027-03-09T11:00',
    ])
  })

  test.each([
    ['FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'],
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'],
  ])('on days that do not exist (%s) takes place once', (rule) => {
    const event = at('20270101T100000', '20270101T110000', `RRULE:${rule}`)
    expect(spansOf(calendarOf(event))).toHaveLength(1)
  })
})

describe('what is no absence', () => {
  const day = onDays('20270301', '20270302')

  test('cancelled events, and free ones unless they count', () => {
    const cancelled = ['UID:2', ...day.slice(1), 'STATUS:CANCELLED']
    const free = [...day, 'TRANSP:TRANSPARENT']
    expect(spansOf(calendarOf(cancelled, free))).toEqual([])
    expect(spansOf(calendarOf(cancelled, free), { free: 'count' })).toHaveLength(1)
  })

  test('an event that a later one of the same id takes back', () => {
    const second = [...day, 'SEQUENCE:1', 'STATUS:CANCELLED']
    expect(spansOf(calendarOf(second, day))).toEqual([])
  })

  test('an event without length', () => {
    expect(spansOf(calendarOf(['UID:1', 'DTSTART:20270301T090000Z']))).toEqual([])
  })

  test('an event of nobody, where events say whose they are', () => {
    const ben = [...day, 'ATTENDEE;CN=Ben:mailto:Ben@Example.com']
    const nobody = ['UID:2', ...day.slice(1), 'SUMMARY:Office closed']
    const { absences } = absencesFrom(calendarOf(ben, nobody), {
      ...ANA,
      person: undefined,
      personOf: ({ attendees }) => (attendees[0] === 'ben@example.com' ? 'person:ben' : undefined),
    })
    expect(absences.map(({ person }) => person)).toEqual(['person:ben'])
  })
})

describe('the reason', () => {
  test('is the title of the event, unless that is private', () => {
    const open = onDays('20270301', '20270302', 'SUMMARY:Vacation\\, at last')
    const secret = ['UID:2', ...onDays('20270303', '20270304', 'SUMMARY:Hospital').slice(1)]
    const { absences } = absencesFrom(calendarOf(open, [...secret, 'CLASS:PRIVATE']), ANA)
    expect(absences.map(({ reason }) => reason)).toEqual(['Vacation, at last', undefined])
  })
})

test('a schedule takes absences as they are', () => {
  const { absences } = absencesFrom(calendarOf(onDays('20270303', '20270304')), ANA)
  const rotation = {
    every: 'P1W',
    anchor: '2027-03-01T09:00',
    members: ['person:ana', 'person:ben'],
  }
  const layers = [{ id: 'desk', rotation }]
  const schedule = createSchedule({
    id: 'triage',
    version: 1,
    timeZone: 'Europe/Zurich',
    layers,
    absences,
  })
  expect(schedule.gaps('2027-03-01T08:00:00Z', '2027-03-08T08:00:00Z')).toEqual([
    { from: Date.parse('2027-03-02T23:00:00Z'), to: Date.parse('2027-03-03T23:00:00Z') },
  ])
})

describe('an event that cannot be read is listed, and the others are read', () => {
  test.each([
    ['a line that is none', ['UID:1', 'DTSTART'], 'event-malformed'],
    ['no beginning', ['UID:1'], 'start-missing'],
    ['a date that does not exist', ['UID:1', 'DTSTART;VALUE=DATE:20270231'], 'time-unreadable'],
    ['a year without clocks', ['UID:1', 'DTSTART:16010101T000000Z'], 'time-out-of-range'],
    ['a zone that nobody knows', ['UID:1', 'DTSTART;TZID=Desk:20270301T090000'], 'zone-unknown'],
    ['an end before its beginning', onDays('20270302', '20270301'), 'end-before-start'],
    [
      'every second',
      at('20270301T090000', '20270301T100000', 'RRULE:FREQ=SECONDLY'),
      'rule-unsupported',
    ],
    ['by hours', onDays('20270301', '20270302', 'RRULE:FREQ=DAILY;BYHOUR=9'), 'rule-unsupported'],
    ['a rule that is none', onDays('20270301', '20270302', 'RRULE:FREQ=OFTEN'), 'event-malformed'],
    [
      'a change of all that come later',
      onDays('20270301', '20270302', 'RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20270301'),
      'range-unsupported',
    ],
  ])('%s', (_, event, code) => {
    const good = ['UID:2', 'DTSTART;VALUE=DATE:20270601']
    const { absences, unread } = absencesFrom(calendarOf(event, good), ANA)
    expect(unread.map((each) => each.code)).toEqual([code])
    expect(unread[0]).toMatchObject({ uid: '1', line: 4 })
    expect(absences).toHaveLength(1)
  })

  test('a text that breaks off', () => {
    const text = calendarOf(onDays('20270301', '20270302'), onDays('20270401', '20270402'))
    const { absences, unread } = absencesFrom(text.slice(0, text.lastIndexOf('DTEND')), ANA)
    expect(absences).toHaveLength(1)
    expect(unread.map(({ code }) => code)).toEqual(['event-unclosed'])
  })

  test('none is wrong with a sound one', () => {
    expect(codesOf(onDays('20270301', '20270302'))).toEqual([])
  })
})

describe('what is refused', () => {
  test('a text that is no calendar', () => {
    expect(() => absencesFrom('<html>', ANA)).toThrow(
      expect.objectContaining({ name: 'TypeError', code: 'not-a-calendar' }),
    )
  })

  test.each([
    ['nobody', { person: undefined }, 'person-missing'],
    ['a zone that is none', { timeZone: 'Zurich' }, 'zone-unknown'],
    ['no time at all', { to: ANA.from }, 'interval-empty'],
  ])('%s', (_, question, code) => {
    expect(() => absencesFrom(calendarOf(), { ...ANA, ...question })).toThrow(
      expect.objectContaining({ name: 'RangeError', code }),
    )
  })
})
