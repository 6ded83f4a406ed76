import { clip, type Interval, intervalSet } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import { intervalTable } from '../src/interval-table.ts'

const year = (number: number) => Date.UTC(number, 0, 1)

/** A table, and the years that it asked for. */
function watched(open: readonly Interval[]) {
  const asked: string[] = []
  const set = intervalSet(open)
  const table = intervalTable((from, to) => {
    asked.push(`${new Date(from).getUTCFullYear()}-${new Date(to).getUTCFullYear()}`)
    return clip(set, from, to)
  })
  return { table, asked }
}

describe('a table compiles', () => {
  it('the year of a question, once', () => {
    const { table, asked } = watched([])
    table.isOpen(year(2024))
    table.isOpen(year(2025) - 1)
    expect(asked).toEqual(['2024-2025'])
  })

  it('the years between two questions, at once', () => {
    const { table, asked } = watched([])
    table.openBefore(year(2024))
    table.openBefore(year(2029))
    table.openBefore(year(2020))
    expect(asked).toEqual(['2024-2025', '2025-2030', '2020-2024'])
  })

  it('about as much again for a search that goes on, so that few steps reach far', () => {
    const { table, asked } = watched([])
    table.nextOpen(year(2024))
    expect(asked).toEqual([
      '2024-2025',
      '2025-2027',
      '2027-2030',
      '2030-2037',
      '2037-2051',
      '2051-2078',
      '2078-2101',
    ])
    const { table: back, asked: before } = watched([])
    back.previousOpen(year(2024))
    expect(before).toEqual([
      '2024-2025',
      '2022-2024',
      '2019-2022',
      '2012-2019',
      '1998-2012',
      '1971-1998',
      '1970-1971',
    ])
  })

  it('no further than the answer', () => {
    const opening = { from: year(2024) + 1, to: year(2024) + 2 }
    const { table, asked } = watched([opening])
    expect(table.nextOpen(year(2024))).toBe(opening.from)
    expect(table.nextClose(year(2024))).toBe(opening.to)
    expect(table.previousClose(year(2025) - 1)).toBe(opening.to)
    expect(table.earliestWith(table.openBefore(year(2024)) + 1)).toBe(opening.to)
    expect(table.latestWith(table.openBefore(year(2025) - 1) - 1)).toBe(opening.from)
    expect(asked).toEqual(['2024-2025'])
  })
})

describe('a question about the very start of the next year', () => {
  it('belongs to that year', () => {
    const { table, asked } = watched([{ from: year(2025), to: year(2025) + 1 }])
    expect(table.isOpen(year(2024))).toBe(false)
    expect(table.isOpen(year(2025))).toBe(true)
    expect(asked).toEqual(['2024-2025', '2025-2026'])
  })
})

it('looks for the close before an instant, not at it, however short the pause', () => {
  const noon = Date.UTC(2024, 5, 3, 12)
  const { table } = watched([
    { from: noon - 9, to: noon - 5 },
    { from: noon - 3, to: noon },
    { from: noon + 1, to: noon + 2 },
  ])
  expect(table.previousClose(noon)).toBe(noon - 5)
  expect(table.previousClose(noon + 1)).toBe(noon)
})
