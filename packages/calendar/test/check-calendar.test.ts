import { fromYaml } from '@holdfast/kernel/source'
import { describe, expect, it } from 'vitest'
import { type CalendarDocument, checkCalendar, createCalendar } from '../src/index.ts'
import { desk } from './desk.ts'

/** What is found when parts of a sound document are replaced. */
function found(parts: object) {
  return checkCalendar({ ...desk, ...parts }).map(({ severity, code, pointer, didYouMean }) =>
    [severity, code, pointer, ...(didYouMean === undefined ? [] : [didYouMean])].join(' '),
  )
}

describe('a calendar document', () => {
  it('that is sound has no findings', () => {
    expect(checkCalendar(desk)).toEqual([])
  })

  it('names its zone', () => {
    expect(found({ timeZone: 'Europe/Zürich' })).toEqual([
      'error zone-unknown /timeZone Europe/Zurich',
    ])
    expect(found({ timeZone: '+02:00' })).toEqual(['error zone-unknown /timeZone'])
    expect(found({ timeZone: '' })).toEqual(['error zone-unknown /timeZone'])
    expect(found({ timeZone: 'EST' })).toEqual(['warning zone-abbreviation /timeZone'])
    expect(found({ timeZone: 'EST5EDT' })).toEqual(['warning zone-abbreviation /timeZone'])
    expect(found({ timeZone: 'UTC' })).toEqual([])
    expect(found({ timeZone: 'Japan' })).toEqual([])
    expect(found({ timeZone: 'new york' })).toEqual([
      'error zone-unknown /timeZone America/New_York',
    ])
  })

  it('has hours that overlap nowhere, not even over midnight or the end of the week', () => {
    const hours = (parts: object) => found({ hours: parts, overrides: {} })
    expect(
      hours({
        mon: [
          ['09:00', '13:00'],
          ['12:00', '17:00'],
        ],
      }),
    ).toEqual(['error interval-overlap /hours/mon/1'])
    expect(
      hours({
        mon: [
          ['12:00', '17:00'],
          ['09:00', '13:00'],
        ],
      }),
    ).toEqual(['error interval-overlap /hours/mon/0'])
    expect(hours({ mon: [['22:00', '06:00']], tue: [['05:00', '08:00']] })).toEqual([
      'error interval-overlap /hours/tue/0',
    ])
    expect(hours({ sun: [['22:00', '06:00']], mon: [['05:00', '08:00']] })).toEqual([
      'error interval-overlap /hours/mon/0',
    ])
    expect(
      hours({
        mon: [
          ['08:00', '20:00'],
          ['09:00', '10:00'],
          ['19:00', '21:00'],
        ],
      }),
    ).toEqual(['error interval-overlap /hours/mon/1', 'error interval-overlap /hours/mon/2'])
    expect(hours({ mon: [['22:00', '06:00']], tue: [['06:00', '08:00']] })).toEqual([])
    const empty = [
      ['09:00', '09:00'],
      ['13:00', '17:00'],
    ]
    expect(hours({ mon: empty })).toEqual(['error interval-empty /hours/mon/0'])
    expect(hours({ mon: [['24:00', '06:00']], tue: [['05:00', '08:00']] })).toEqual([
      'error interval-empty /hours/mon/0/0 00:00',
    ])
    expect(
      hours({
        mon: [
          ['08:00', '12:00'],
          ['12:00', '17:00'],
        ],
      }),
    ).toEqual([])
  })

  it('has overrides that do not overlap, and breaks that may', () => {
    const nights = { '2024-06-03': [['22:00', '06:00']], '2024-06-04': [['05:00', '08:00']] }
    expect(found({ overrides: nights })).toEqual(['error interval-overlap /overrides/2024-06-04/0'])
    expect(found({ breaks: nights })).toEqual([])
  })

  it('has intervals that hold time', () => {
    const hours = (interval: string[]) => found({ hours: { wed: [interval] } })
    expect(hours(['09:00', '09:00'])).toEqual(['error interval-empty /hours/wed/0'])
    expect(hours(['00:00', '00:00'])).toEqual(['error interval-empty /hours/wed/0'])
    expect(hours(['09:00', '09:00:00'])).toEqual(['error interval-empty /hours/wed/0'])
    expect(hours(['24:00', '06:00'])).toEqual(['error interval-empty /hours/wed/0/0 00:00'])
    expect(hours(['00:00', '24:00'])).toEqual([])
    expect(hours(['22:00', '00:00'])).toEqual([])
    expect(hours(['09:00:15', '17:05:30'])).toEqual([])
  })

  it('has times of day that exist, with a suggestion where a slip is plain', () => {
    const hours = (from: unknown) => found({ hours: { wed: [[from, '23:00']] } })
    expect(hours('25:00')).toEqual(['error time-invalid /hours/wed/0/0'])
    expect(hours('08:60')).toEqual(['error time-invalid /hours/wed/0/0'])
    expect(hours('9:00')).toEqual(['error time-invalid /hours/wed/0/0 09:00'])
    expect(hours('9am')).toEqual(['error time-invalid /hours/wed/0/0 09:00'])
    expect(hours('1 pm')).toEqual(['error time-invalid /hours/wed/0/0 13:00'])
    expect(hours('8.30')).toEqual(['error time-invalid /hours/wed/0/0 08:30'])
    expect(hours(9)).toEqual(['error wrong-type /hours/wed/0/0'])
  })

  it('closes at midnight, not a moment before, and has no night of a day', () => {
    const hours = (interval: string[]) => found({ hours: { wed: [interval] } })
    expect(hours(['08:00', '23:59'])).toEqual(['warning minute-lost /hours/wed/0/1 24:00'])
    expect(hours(['08:00', '23:59:59'])).toEqual(['warning minute-lost /hours/wed/0/1 24:00'])
    expect(hours(['09:00', '05:00'])).toEqual(['warning night-long /hours/wed/0/1 17:00'])
    expect(hours(['17:00', '09:00'])).toEqual([])
  })

  it('has dates that exist and lie in the range', () => {
    expect(found({ holidays: ['2023-02-29'] })).toEqual(['error date-impossible /holidays/0'])
    expect(found({ holidays: [{ date: '2023-02-29' }] })).toEqual([
      'error date-impossible /holidays/0/date',
    ])
    expect(found({ holidays: ['0204-12-25'] })).toEqual(['error date-out-of-range /holidays/0'])
    expect(found({ overrides: { '2024-13-01': [] } })).toEqual([
      'error date-impossible /overrides/2024-13-01',
    ])
    expect(found({ breaks: { '3024-01-01': [] } })).toEqual([
      'error date-out-of-range /breaks/3024-01-01',
    ])
  })

  it('has intervals of two times', () => {
    expect(found({ hours: { mon: ['08:00', '12:00'] } })).toEqual([
      'error wrong-type /hours/mon/0',
      'error wrong-type /hours/mon/1',
    ])
    expect(found({ hours: { mon: [['08:00'], ['09:00', '10:00', '11:00']] } })).toEqual([
      'error invalid-value /hours/mon/0',
      'error invalid-value /hours/mon/1',
    ])
  })

  it('has holidays that some year can keep, each once', () => {
    expect(found({ holidays: [{ easter: 5000 }] })).toEqual([
      'error invalid-value /holidays/0/easter',
    ])
    expect(found({ holidays: [{ month: 2, day: 30 }] })).toEqual([
      'error date-impossible /holidays/0/day',
    ])
    expect(found({ holidays: [{ month: 2, day: 29 }] })).toEqual([])
    expect(found({ holidays: [{ month: 5, weekday: 'monday', nth: 1 }] })).toEqual([
      'error invalid-value /holidays/0/weekday mon',
    ])
    expect(found({ holidays: [{ month: 5, weekday: 'mon', nth: 0 }] })).toEqual([
      'error nth-zero /holidays/0/nth',
    ])
    expect(found({ holidays: [{ easter: 1, firstYear: 2025, lastYear: 2024 }] })).toEqual([
      'error years-empty /holidays/0/lastYear',
    ])
    expect(found({ holidays: ['2024-12-25', { date: '2024-12-25', name: 'Christmas' }] })).toEqual([
      'warning holiday-repeated /holidays/1',
    ])
    expect(
      found({
        holidays: [
          { easter: 1, name: 'a' },
          { easter: 1, name: 'b' },
        ],
      }),
    ).toEqual(['warning holiday-repeated /holidays/1'])
  })

  it('has no keys that nobody reads', () => {
    expect(found({ hours: { monday: [] } })).toContain('error unknown-key /hours/monday mon')
    expect(found({ timezone: 'Europe/Zurich' })).toEqual(['error unknown-key /timezone'])
    expect(found({ belongsTo: 'start-date' })).toEqual(['error invalid-value /belongsTo startDate'])
  })

  it('is open at some time', () => {
    expect(found({ hours: {}, overrides: {} })).toEqual(['warning never-open /hours'])
    expect(found({ hours: { mon: [] }, overrides: { '2024-06-03': [] } })).toEqual([
      'warning never-open /hours',
    ])
    expect(found({ hours: {} })).toEqual([])
    // One problem is told once: the hours that are wrong may be the open ones.
    expect(found({ hours: { mon: '9-17' }, overrides: {} })).toEqual([
      'error wrong-type /hours/mon',
    ])
    expect(found({ hours: { monday: [['09:00', '17:00']] }, overrides: {} })).toEqual([
      'error unknown-key /hours/monday mon',
    ])
  })

  it('of any shape at all is checked and never thrown at', () => {
    for (const junk of [
      null,
      undefined,
      7,
      'x',
      [],
      {},
      { hours: null },
      { hours: { mon: 'x' } },
      { holidays: {} },
      { hours: { mon: [null] } },
      { overrides: [1] },
    ]) {
      const findings = checkCalendar(junk as unknown as CalendarDocument)
      expect(findings.some(({ severity }) => severity === 'error')).toBe(true)
    }
  })
})

it('tells everything at once, with its place in the file', () => {
  const source = fromYaml(
    [
      'id: acme',
      'version: 1',
      'timeZone: Europe/Zurch',
      'hours:',
      '  mon: [["08:00", "25:00"], ["09:00", "9:30"]]',
      '  tue: [["08:00", "12:00"], ["11:00", "17:00"]]',
      '  freitag: [["08:00", "12:00"]]',
      'holidays: [2023-02-29, { month: 12, dya: 25 }]',
    ].join('\n'),
    { name: 'acme.yaml' },
  )
  const places = checkCalendar(source).map(({ code, line, column }) => `${line}:${column} ${code}`)
  expect(places.sort()).toEqual([
    '3:11 zone-unknown',
    '5:19 time-invalid',
    '5:39 time-invalid',
    '6:29 interval-overlap',
    '7:3 unknown-key',
    '8:12 date-impossible',
    '8:24 missing',
    '8:37 unknown-key',
  ])
  expect(() => createCalendar(source)).toThrow(expect.objectContaining({ name: 'DocumentError' }))
})
