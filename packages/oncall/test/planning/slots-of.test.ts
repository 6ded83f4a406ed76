import { toInstant } from '@holdfast/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SlotPattern, slotsOf } from '../../src/index.ts'

const pattern: SlotPattern = {
  timeZone: 'Europe/Zurich',
  from: '2024-03-30',
  to: '2024-04-01',
  starts: ['00:00', '08:00', '16:00'],
  roles: ['primary'],
}
const hours = (slots: ReturnType<typeof slotsOf>) =>
  slots.map(({ from, to }) => (toInstant(to) - toInstant(from)) / 3_600_000)

describe('slots of a pattern', () => {
  it('are an hour shorter in the night the clocks go forward', () => {
    expect(hours(slotsOf(pattern))).toEqual([8, 8, 8, 7, 8, 8])
    expect(slotsOf(pattern)[3]).toEqual({
      id: 'primary/2024-03-31T00:00',
      from: '2024-03-30T23:00:00.000Z',
      to: '2024-03-31T06:00:00.000Z',
      role: 'primary',
    })
  })

  it('are an hour longer in the night they go back', () => {
    expect(hours(slotsOf({ ...pattern, from: '2024-10-27', to: '2024-10-28' }))).toEqual([9, 8, 8])
  })

  it('that lie in the skipped hour are left out', () => {
    const starts = ['02:00', '02:30', '08:00']
    const found = slotsOf({ ...pattern, from: '2024-03-31', starts })
    expect(found.map(({ id }) => id)).toEqual(
      ['primary/2024-03-31T08:00', 'primary/2024-03-31T02:30'].toReversed(),
    )
  })

  it('carry the site of their start and what their role asks for', () => {
    const starts = [{ at: '09:00', site: 'zurich' }]
    const roles = [{ role: 'triage', seats: 2, languages: ['de'] }]
    const [first] = slotsOf({ ...pattern, starts, roles })
    expect(first).toMatchObject({ role: 'triage', seats: 2, languages: ['de'], site: 'zurich' })
  })

  it('refuse a pattern that makes no sense', () => {
    const code = (change: Partial<SlotPattern>) => {
      try {
        return slotsOf({ ...pattern, ...change })
      } catch (error) {
        return (error as { code?: string }).code
      }
    }
    expect(code({ to: '2024-03-30' })).toBe('interval-empty')
    expect(code({ starts: ['24:00'] })).toBe('start-invalid')
    expect(code({ starts: ['8'] })).toBe('start-invalid')
    expect(code({ starts: ['08:00', '08:00'] })).toBe('start-repeated')
    expect(code({ starts: [] })).toBe('start-repeated')
    expect(code({ timeZone: 'Mars/Olympus' })).toBe('zone-unknown')
  })
})

it('slots tile the time between two dates in every zone', () => {
  const zones = ['UTC', 'Europe/Zurich', 'America/Santiago', 'Australia/Lord_Howe', 'Africa/Cairo']
  const asked = fc.record({
    timeZone: fc.constantFrom(...zones),
    day: fc.integer({ min: 0, max: 365 }),
    starts: fc.uniqueArray(fc.integer({ min: 0, max: 47 }), { minLength: 1, maxLength: 6 }),
  })
  fc.assert(
    fc.property(asked, ({ timeZone, day, starts }) => {
      const date = (nth: number) => new Date(Date.UTC(2024, 0, 1 + nth)).toISOString().slice(0, 10)
      const times = starts.map(
        (half) => `${String(half >> 1).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`,
      )
      const found = slotsOf({
        ...pattern,
        timeZone,
        from: date(day),
        to: date(day + 3),
        starts: times,
      })
      for (const [nth, { from, to }] of found.entries()) {
        expect(from < to).toBe(true)
        if (nth > 0) expect(found[nth - 1]?.to).toBe(from)
      }
    }),
  )
})
