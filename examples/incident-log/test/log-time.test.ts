import { formatInstant } from '@holdfast/kernel'
import { expect, test } from 'vitest'
import { formatLogTime, parseLogTime } from '../src/log-time.ts'

test('times are read as UTC, day before month', () => {
  const read = (text: string) => formatInstant(parseLogTime(text) as number)
  expect(read('29/2/2016 01:16')).toBe('2016-02-29T01:16:00.000Z')
  expect(read('05/12/2016 00:00')).toBe('2016-12-05T00:00:00.000Z')
  expect(read('1/1/1970 9:59')).toBe('1970-01-01T09:59:00.000Z')
})

test.each([
  ['no text', ['', '?', 'yesterday']],
  ['no such day', ['31/2/2016 10:00', '29/2/2015 10:00', '0/1/2016 10:00']],
  ['no such month', ['1/13/2016 10:00', '1/0/2016 10:00']],
  ['no such time of day', ['1/1/2016 24:00', '1/1/2016 10:60']],
  ['too little', ['1/1/2016', '1/1/2016 10:0', '1/1/16 10:00']],
  ['too much', ['1/1/2016 10:00:00', '001/1/2016 10:00', '1/1/20160 10:00', ' 1/1/2016 10:00']],
  ['other signs', ['1-1-2016 10:00', '1/1/2016  10:00', '-1/1/2016 10:00', '1/1/2016T10:00']],
  ['out of range', ['1/1/1969 10:00', '1/1/2100 10:00']],
])('what is no time of the log is not read: %s', (_, texts) => {
  for (const text of texts) expect(parseLogTime(text), text).toBeUndefined()
})

test('a time is written as it is read', () => {
  for (const text of ['29/2/2016 01:16', '31/12/2099 23:59', '1/1/1970 00:00']) {
    expect(formatLogTime(parseLogTime(text) as number)).toBe(text)
  }
})
