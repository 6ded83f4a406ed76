import { expect, test } from 'vitest'
import { suggestTimeZone } from '../src/index.ts'

test.each([
  ['Europe/Zurch', 'Europe/Zurich'],
  ['Zurich', 'Europe/Zurich'],
  ['new york', 'America/New_York'],
  ['europe/zürich', 'Europe/Zurich'],
  ['Middle-earth/Bree', undefined],
])('for the zone %j the suggestion is %j', (found, expected) => {
  expect(suggestTimeZone(found)).toBe(expected)
})
