import { alwaysOpen } from '@holdfast/calendar'
import { isDocumentError } from '@holdfast/kernel'
import { fromYaml } from '@holdfast/kernel/source'
import { expect, test } from 'vitest'
import { checkPromises, createPromises } from '../src/promise.ts'

const calendars = { always: alwaysOpen('UTC') }

const sound = `id: promises
version: 1
calendar: always
priorities:
  1 - Critical: { within: PT4H }
  2 - High: { within: PT8H }
  3 - Moderate: { within: PT24H }
  4 - Low: { within: 144000000 }
`

const check = (text: string) =>
  checkPromises(fromYaml(text, { name: 'promises.yaml' }), calendars).map(
    ({ severity, code, line, column, didYouMean }) =>
      [severity, code, `${line}:${column}`, didYouMean]
        .filter((part) => part !== undefined)
        .join(' '),
  )

test('a sound document gives the open time of every priority', () => {
  expect(check(sound)).toEqual([])
  const { within, calendar } = createPromises(fromYaml(sound, { name: 'promises.yaml' }), calendars)
  expect(Object.values(within)).toEqual([4, 8, 24, 40].map((hours) => hours * 3_600_000))
  expect(calendar.timeZone).toBe('UTC')
})

test('a priority that is misspelled is both unknown and missing', () => {
  expect(check(sound.replace('2 - High', '2 - Hihg'))).toEqual([
    'error missing 5:3',
    'error unknown-key 6:3 2 - High',
  ])
})

test('a calendar that is not there is found, with the one that was meant', () => {
  expect(check(sound.replace('always', 'alwys'))).toEqual(['error calendar-unknown 3:11 always'])
})

test('days have no fixed length, and nothing is resolved within no time', () => {
  expect(check(sound.replace('PT4H', 'P1D'))).toEqual(['error duration-not-fixed 5:27'])
  expect(check(sound.replace('PT4H', 'PT0S'))).toEqual(['error duration-empty 5:27'])
  expect(check(sound.replace('PT4H', '-PT1H'))).toEqual(['error duration-empty 5:27'])
  expect(check(sound.replace('PT4H', '4h'))).toEqual(['error duration-invalid 5:27'])
})

test('more time for the more urgent is most likely a slip', () => {
  expect(check(sound.replace('PT4H', 'PT40H'))).toEqual(['warning promise-order 5:27'])
})

test('everything is found at once, and a broken document cannot be used', () => {
  const broken = sound.replace('always', 'alwys').replace('PT8H', 'P8D').replace('PT24H', '24h')
  expect(check(broken)).toHaveLength(3)
  try {
    createPromises(fromYaml(broken, { name: 'promises.yaml' }), calendars)
    expect.unreachable()
  } catch (error) {
    expect(isDocumentError(error) && error.findings).toHaveLength(3)
  }
})
