import { toEpochDay, toLocalDate } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import { easterSunday, orthodoxEasterSunday } from '../src/easter.ts'
import { holidayFinder } from '../src/holidays.ts'
import { createCalendar, type HolidayEntry } from '../src/index.ts'

function holidaysOf(entries: HolidayEntry[], ...years: number[]): string[] {
  const hours = { mon: [['00:00', '24:00']] }
  const calendar = createCalendar({
    id: 'x',
    version: 1,
    timeZone: 'Etc/UTC',
    hours,
    holidays: entries,
  })
  return years.flatMap((year) => {
    const dates: string[] = []
    const last = toEpochDay(`${year}-12-31`)
    for (let day = toEpochDay(`${year}-01-01`); day <= last; day++) {
      if (calendar.isHoliday(`${toLocalDate(day)}T12:00:00Z`)) dates.push(toLocalDate(day))
    }
    return dates
  })
}

describe('Easter', () => {
  it('falls where the churches of the West keep it', () => {
    const known = [
      '1970-03-29',
      '1981-04-19',
      '2000-04-23',
      '2008-03-23',
      '2011-04-24',
      '2024-03-31',
      '2025-04-20',
      '2038-04-25',
      '2049-04-18',
      '2076-04-19',
      '2100-03-28',
    ]
    expect(known.map((date) => toLocalDate(easterSunday(Number(date.slice(0, 4)))))).toEqual(known)
  })

  it('falls where the churches of the East keep it', () => {
    const known = [
      '1970-04-26',
      '2000-04-30',
      '2008-04-27',
      '2010-04-04',
      '2016-05-01',
      '2021-05-02',
      '2024-05-05',
      '2025-04-20',
      '2027-05-02',
      '2100-05-02',
    ]
    expect(
      known.map((date) => toLocalDate(orthodoxEasterSunday(Number(date.slice(0, 4))))),
    ).toEqual(known)
  })

  it('is a Sunday from March 22 to April 25 in every year', () => {
    for (let year = 1970; year <= 2100; year++) {
      const date = toLocalDate(easterSunday(year))
      expect(date.slice(5) >= '03-22' && date.slice(5) <= '04-25').toBe(true)
      expect(new Date(`${date}T00:00Z`).getUTCDay()).toBe(0)
      expect(new Date(`${toLocalDate(orthodoxEasterSunday(year))}T00:00Z`).getUTCDay()).toBe(0)
    }
  })

  it('carries the holidays around it', () => {
    expect(holidaysOf([{ easter: -2 }, { easter: 39 }, { orthodoxEaster: 1 }], 2024)).toEqual([
      '2024-03-29',
      '2024-05-06',
      '2024-05-09',
    ])
  })
})

describe('holidays that recur', () => {
  it('come on their date, on February 29 only in leap years', () => {
    expect(
      holidaysOf(
        [
          { month: 8, day: 1 },
          { month: 2, day: 29 },
        ],
        2023,
        2024,
      ),
    ).toEqual(['2023-08-01', '2024-02-29', '2024-08-01'])
  })

  it('come on the n-th weekday of a month, from its start or its end', () => {
    const thanksgiving = { month: 11, weekday: 'thu', nth: 4 }
    const memorialDay = { month: 5, weekday: 'mon', nth: -1 }
    const fifthFriday = { month: 3, weekday: 'fri', nth: 5 }
    expect(holidaysOf([thanksgiving, memorialDay, fifthFriday], 2023, 2024)).toEqual([
      '2023-03-31',
      '2023-05-29',
      '2023-11-23',
      '2024-03-29',
      '2024-05-27',
      '2024-11-28',
    ])
    expect(holidaysOf([{ month: 2, weekday: 'mon', nth: -5 }], 2024)).toEqual([])
    expect(holidaysOf([{ month: 2, weekday: 'thu', nth: -5 }], 2024)).toEqual(['2024-02-01'])
  })

  it('come only in their years', () => {
    const juneteenth = { month: 6, day: 19, firstYear: 2021, lastYear: 2023 }
    expect(holidaysOf([juneteenth], 2020, 2021, 2023, 2024)).toEqual(['2021-06-19', '2023-06-19'])
  })
})

describe('holidays observed on another day', () => {
  it('move to the nearest weekday, over the end of the year too', () => {
    const newYear = { month: 1, day: 1, observed: 'nearestWeekday' }
    expect(holidaysOf([newYear], 2021, 2022, 2023)).toEqual([
      '2021-01-01',
      '2021-12-31',
      '2023-01-02',
    ])
  })

  it('move to the next weekday that is free, as the substitute days of the United Kingdom', () => {
    const christmas = [
      { month: 12, day: 25, observed: 'nextWeekday' },
      { month: 12, day: 26, observed: 'nextWeekday' },
    ]
    expect(holidaysOf(christmas, 2020, 2021, 2022)).toEqual([
      '2020-12-25',
      '2020-12-28',
      '2021-12-27',
      '2021-12-28',
      '2022-12-26',
      '2022-12-27',
    ])
  })

  it('move past substitutes of the year before, and past single dates', () => {
    const silvester = { month: 12, day: 31, observed: 'nextWeekday' }
    const newYear = { month: 1, day: 1, observed: 'nextWeekday' }
    expect(holidaysOf([silvester, newYear], 2023)).toEqual(['2023-01-02', '2023-01-03'])
    const christmas = { month: 12, day: 25, observed: 'nextWeekday' }
    expect(holidaysOf(['2027-12-27', christmas], 2027)).toEqual(['2027-12-27', '2027-12-28'])
  })

  it('move only from Sunday where the rule says so, and may keep the day itself', () => {
    const day = { month: 5, day: 5, observed: 'mondayIfSunday', alsoOnTheDay: true }
    expect(holidaysOf([day], 2018, 2019)).toEqual(['2018-05-05', '2019-05-05', '2019-05-06'])
  })
})

it('of two rules for one date, the earlier in the document gives the name', () => {
  const boxingDay = { month: 12, day: 26, name: 'Boxing Day' }
  const christmas = { month: 12, day: 25, observed: 'mondayIfSunday', name: 'Christmas Day' }
  const nameOf = (entries: HolidayEntry[]) => holidayFinder(entries)(toEpochDay('2022-12-26'))?.name
  expect(nameOf([boxingDay, christmas])).toBe('Boxing Day')
  expect(nameOf([christmas, boxingDay])).toBe('Christmas Day')
  expect(nameOf([christmas, { date: '2022-12-26', name: 'Bridge day' }])).toBe('Bridge day')
})
