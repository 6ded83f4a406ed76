import { effectiveSpan, formatInstant, MAX_INSTANT, MIN_INSTANT } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'

const shown = (effective: Parameters<typeof effectiveSpan>[0], zone = 'Europe/Zurich') => {
  const { from, to } = effectiveSpan(effective, zone)
  return [formatInstant(from), formatInstant(to)]
}

describe('when a document is in effect', () => {
  it('is always, where nothing is said', () => {
    const always = { from: MIN_INSTANT, to: MAX_INSTANT + 1 }
    expect(effectiveSpan(undefined, 'UTC')).toEqual(always)
    expect(effectiveSpan({}, 'UTC')).toEqual(always)
  })

  it('begins and ends with the days of the zone', () => {
    const summer = { from: '2027-03-28', to: '2027-10-31' }
    expect(shown(summer)).toEqual(['2027-03-27T23:00:00.000Z', '2027-10-30T22:00:00.000Z'])
    expect(shown(summer, 'America/New_York')).toEqual([
      '2027-03-28T04:00:00.000Z',
      '2027-10-31T04:00:00.000Z',
    ])
  })

  it('takes instants as they are', () => {
    const morning = { from: '2027-03-01T09:00:00+01:00', to: '2027-03-01T11:00:00Z' }
    expect(shown(morning)).toEqual(['2027-03-01T08:00:00.000Z', '2027-03-01T11:00:00.000Z'])
  })
})
