import { createCalendar } from '@holdfast/calendar'
import { HOLIDAY_TYPES, type HolidaysQuestion, publicHolidays } from '@holdfast/holidays'
import { describe, expect, test } from 'vitest'

const IN_2027 = { from: '2027-01-01', to: '2028-01-01' }

function datesOf(question: HolidaysQuestion): string[] {
  return publicHolidays(question).holidays.map(({ date }) => date)
}

describe('the holidays of a place are those its people know', () => {
  test('of the canton of Zurich, with those that hang on Easter', () => {
    const { holidays, breaks } = publicHolidays({
      country: 'CH',
      state: 'ZH',
      ...IN_2027,
      languages: ['en'],
    })
    expect(holidays.map(({ date, name }) => `${date} ${name}`)).toEqual([
      "2027-01-01 New Year's Day",
      '2027-03-26 Good Friday',
      '2027-03-28 Easter Sunday',
      '2027-03-29 Easter Monday',
      '2027-05-01 Labour Day',
      '2027-05-06 Ascension Day',
      '2027-05-16 Pentecost',
      '2027-05-17 Whit Monday',
      '2027-08-01 Bundesfeiertag',
      '2027-09-19 Federal Day of Thanksgiving, Repentance and Prayer',
      '2027-12-25 Christmas Day',
      '2027-12-26 Boxing Day',
    ])
    expect(breaks).toEqual({})
  })

  test('Bavaria has some that Germany has not, and Augsburg one more', () => {
    const germany = datesOf({ country: 'DE', ...IN_2027 })
    const bavaria = datesOf({ country: 'DE', state: 'BY', ...IN_2027 })
    const augsburg = datesOf({ country: 'DE', state: 'BY', region: 'A', ...IN_2027 })
    const more = (dates: string[], than: string[]) => dates.filter((date) => !than.includes(date))
    expect(more(bavaria, germany)).toEqual(['2027-01-06', '2027-05-27', '2027-11-01'])
    expect(more(augsburg, bavaria)).toEqual(['2027-08-08', '2027-08-15'])
    expect(more(germany, bavaria)).toEqual([])
  })

  test('the United States observe weekend holidays on the Friday before or the Monday after', () => {
    const dates = datesOf({ country: 'US', ...IN_2027 })
    // June 19 and December 25 are Saturdays, July 4 a Sunday, and so is January 1, 2028 a Saturday.
    for (const date of ['2027-06-18', '2027-07-05', '2027-12-24', '2027-12-31']) {
      expect(dates).toContain(date)
    }
    expect(dates).toContain('2027-11-25')
  })

  test('Japan gives a Monday for an equinox on a Sunday, and the days of Golden Week', () => {
    const { holidays } = publicHolidays({ country: 'JP', ...IN_2027, languages: ['en'] })
    const nameOn = (date: string) => holidays.find((holiday) => holiday.date === date)?.name
    expect(nameOn('2027-03-21')).toBe('Spring Equinox Day')
    expect(nameOn('2027-03-22')).toBe('Spring Equinox Day (substitute day)')
    expect(['2027-04-29', '2027-05-03', '2027-05-04', '2027-05-05'].every(nameOn)).toBe(true)
  })

  test('those of Greece hang on the Easter of the Eastern churches', () => {
    expect(datesOf({ country: 'GR', ...IN_2027 })).toContain('2027-05-03')
  })

  test('a holiday of several days is all of its days', () => {
    const dates = datesOf({ country: 'SA', ...IN_2027 })
    expect(dates.filter((date) => date.startsWith('2027-03'))).toEqual([
      '2027-03-09',
      '2027-03-10',
      '2027-03-11',
      '2027-03-12',
    ])
  })

  test('one that begins at sunset takes its own date, not the evening before', () => {
    expect(datesOf({ country: 'IL', from: '2027-04-21', to: '2027-04-24' })).toEqual(['2027-04-22'])
  })

  test('two on one date are one entry with both names', () => {
    const { holidays } = publicHolidays({
      country: 'EG',
      from: '2027-01-25',
      to: '2027-01-26',
      languages: ['ar'],
    })
    expect(holidays).toHaveLength(1)
    expect(holidays[0]?.name.split(' / ')).toHaveLength(2)
  })
})

describe('a part of a day off is a break and not a holiday', () => {
  test('Icelanders work until one o’clock on Christmas Eve', () => {
    const { holidays, breaks } = publicHolidays({
      country: 'IS',
      from: '2027-12-24',
      to: '2027-12-26',
    })
    expect(breaks).toEqual({ '2027-12-24': [['13:00', '24:00']] })
    expect(holidays.map(({ date }) => date)).toEqual(['2027-12-25'])
  })

  test('Zurich’s is known where optional holidays are asked for', () => {
    const september = { country: 'CH', state: 'ZH', from: '2027-09-13', to: '2027-09-14' }
    expect(publicHolidays(september)).toEqual({ holidays: [], breaks: {} })
    expect(publicHolidays({ ...september, types: ['public', 'optional'] }).breaks).toEqual({
      '2027-09-13': [['13:00', '24:00']],
    })
  })

  test('a morning off ends when it ends', () => {
    const { breaks } = publicHolidays({
      country: 'BR',
      from: '2027-02-10',
      to: '2027-02-11',
      types: ['optional'],
    })
    expect(breaks).toEqual({ '2027-02-10': [['00:00', '14:00']] })
  })
})

describe('the dates asked for', () => {
  test('begin with the first and end before the last', () => {
    const christmas = { country: 'DE', from: '2027-12-25', to: '2027-12-26' }
    expect(datesOf(christmas)).toEqual(['2027-12-25'])
    expect(datesOf({ ...christmas, to: '2027-12-25' })).toEqual([])
  })

  test('a New Year’s Day that is observed in the year before is found in both', () => {
    expect(datesOf({ country: 'US', from: '2027-12-31', to: '2028-01-03' })).toEqual([
      '2027-12-31',
      '2028-01-01',
    ])
  })
})

describe('a calendar takes them as they are', () => {
  const hours = { mon: [['08:00', '17:00']], thu: [['08:00', '17:00']], fri: [['08:00', '17:00']] }

  test('a desk is closed on them', () => {
    const desk = createCalendar({
      id: 'desk',
      version: 1,
      timeZone: 'Europe/Zurich',
      hours,
      ...publicHolidays({ country: 'CH', state: 'ZH', ...IN_2027 }),
    })
    expect(desk.isOpen('2027-05-06T10:00:00+02:00')).toBe(false)
    expect(desk.isOpen('2027-05-13T10:00:00+02:00')).toBe(true)
  })

  test('a desk is closed for the part of a day that is off', () => {
    const desk = createCalendar({
      id: 'desk',
      version: 1,
      timeZone: 'Atlantic/Reykjavik',
      hours,
      ...publicHolidays({ country: 'IS', ...IN_2027 }),
    })
    expect(desk.nextClose('2027-12-24T09:00:00Z')).toBe(Date.parse('2027-12-24T13:00:00Z'))
  })
})

describe('what is not known is refused', () => {
  const asked = (question: Partial<HolidaysQuestion>) => () =>
    publicHolidays({ country: 'CH', ...IN_2027, ...question })

  test.each([
    ['ch', 'CH'],
    ['UK', 'GB'],
    ['Switzerland', 'CH'],
    ['Germny', 'DE'],
    ['Österreich', 'AT'],
  ])('%s is no country, and %s was meant', (country, didYouMean) => {
    expect(asked({ country })).toThrow(
      expect.objectContaining({ name: 'RangeError', code: 'country-unknown', didYouMean }),
    )
  })

  test.each(['XX', '', 'constructor'])('%j is no country, and nothing is guessed', (country) => {
    expect(asked({ country })).toThrow(expect.objectContaining({ code: 'country-unknown' }))
    expect(asked({ country })).not.toThrow(
      expect.objectContaining({ didYouMean: expect.any(String) }),
    )
  })

  test('states and regions are those of their country and state', () => {
    expect(asked({ state: 'zh' })).toThrow(
      expect.objectContaining({ code: 'state-unknown', didYouMean: 'ZH' }),
    )
    expect(asked({ state: 'BY' })).toThrow(expect.objectContaining({ code: 'state-unknown' }))
    expect(asked({ state: 'ZH', region: 'A' })).toThrow(
      expect.objectContaining({ code: 'region-unknown' }),
    )
    expect(asked({ region: 'A' })).toThrow(expect.objectContaining({ code: 'region-unknown' }))
  })

  test('a name finds the state that it is part of', () => {
    expect(asked({ state: 'Zürich' })).toThrow(expect.objectContaining({ didYouMean: 'ZH' }))
  })

  test('kinds of holidays are those of the data', () => {
    expect(HOLIDAY_TYPES).toContain('public')
    expect(asked({ types: ['sundays' as 'public'] })).toThrow(
      expect.objectContaining({ code: 'type-unknown' }),
    )
  })

  test.each([
    ['a date that does not exist', { from: '2027-02-29' }, 'date-impossible'],
    ['an end before the beginning', { from: '2028-01-02' }, 'span-reversed'],
    ['dates before 1970', { from: '1969-12-31' }, 'date-out-of-range'],
    ['dates of which not all tables are there', { to: '2077-01-02' }, 'date-out-of-range'],
  ])('%s', (_, question, code) => {
    expect(asked(question)).toThrow(expect.objectContaining({ name: 'RangeError', code }))
  })
})
