import { describe, expect, it } from 'vitest'
import { badOf, story } from './reading.ts'

/** The instants at which cases are submitted whose only row is at each of the times; what is bad instead. */
async function instants(
  format: string | string[],
  timeZone: string | undefined,
  ...times: string[]
) {
  const log = [['case;at', ...times.map((time, nth) => `${nth};${time}`)].join('\n')]
  const parts = {
    input: { kind: 'csv', delimiter: ';' },
    time: { format, ...(timeZone !== undefined && { timeZone }) },
    rows: [{ time: 'at', by: 'case' }],
  }
  const told = (await story(log, parts)).map((line) => line.replace(' submitted', ''))
  return [...told, ...(await badOf(log, parts))]
}

describe('a time', () => {
  it('is read as the mapping writes it, in the zone that it names', async () => {
    const format = 'd/M/yyyy HH:mm'
    expect(await instants(format, 'UTC', '29/2/2016 01:16')).toEqual(['2016-02-29T01:16'])
    expect(await instants(format, 'Europe/Zurich', '29/2/2016 01:16')).toEqual(['2016-02-29T00:16'])
    expect(await instants('MMM d, yyyy h:mm a', 'UTC', '"Feb 29, 2016 1:16 PM"')).toEqual([
      '2016-02-29T13:16',
    ])
  })

  it('is read by the first of several ways in which it may be written', async () => {
    const formats = ['d/M/yyyy HH:mm:ss', 'd/M/yyyy HH:mm', 'iso']
    const times = ['1/3/2027 09:00:30', '1/3/2027 09:00', '2027-03-01T09:00:00Z', 'soon']
    expect(await instants(formats, 'UTC', ...times)).toEqual([
      '09:00',
      '09:00',
      '09:00',
      'time-unreadable 1, lost 1',
    ])
    const noZone = ['yyyy-MM-dd HH:mm ZZ', 'iso']
    expect(
      await instants(noZone, undefined, '2027-03-01T09:00', '2027-03-01 09:00 +01:00'),
    ).toEqual(['08:00', 'time-zone-missing 1, lost 1'])
  })

  it('that a clock change repeats is its first occurrence, one that it skips the end of the gap', async () => {
    const times = ['2024-11-03 01:30', '2024-03-10 02:30']
    expect(await instants('yyyy-MM-dd HH:mm', 'America/New_York', ...times)).toEqual([
      '2024-11-03T05:30',
      '2024-03-10T07:00',
    ])
  })

  it('may carry its offset, and then needs no zone', async () => {
    const times = ['2024-06-01 10:00 +0200', '2024-06-01 10:00 -0130']
    expect(await instants('yyyy-MM-dd HH:mm ZZZ', undefined, ...times)).toEqual([
      '2024-06-01T08:00',
      '2024-06-01T11:30',
    ])
  })

  it('may be seconds or milliseconds since 1970; what is finer is cut off', async () => {
    expect(await instants('epochSeconds', undefined, '1717228800', '1717228859.9996')).toEqual([
      '2024-06-01T08:00',
      '2024-06-01T08:00',
    ])
    expect(await instants('epochMillis', undefined, '1717228800000.7', '-5', 'x')).toEqual([
      '2024-06-01T08:00',
      'time-unreadable 2, lost 2',
    ])
  })

  it('as of ISO 8601 carries its offset, or is in the zone that the mapping names', async () => {
    const times = [
      '2024-06-01T10:00:00.123456+0200',
      '2024-06-01T10:00Z',
      '2024-06-01 10:00:00',
      '20240601T100000+02',
      '2024-06-01',
    ]
    expect(await instants('iso', undefined, ...times)).toEqual([
      '2024-06-01T08:00',
      '2024-06-01T10:00',
      '2024-06-01T08:00',
      'time-zone-missing 2, lost 2',
    ])
    expect(await instants('iso', 'Europe/Zurich', ...times)).toEqual([
      '2024-06-01T08:00',
      '2024-06-01T10:00',
      '2024-06-01T08:00',
      '2024-06-01T08:00',
      '2024-05-31T22:00',
    ])
  })

  it('that there is not is bad, and so is one outside 1970 to 2099', async () => {
    const times = ['2023-02-29 10:00', '2023-02-28 25:00', 'soon', '']
    expect(await instants('yyyy-MM-dd HH:mm', 'UTC', ...times)).toEqual([
      'time-unreadable 3, lost 3',
      'time-missing 1, lost 1',
    ])
    const far = ['1969-12-31 23:59', '2100-01-01 00:00', '9999-01-01 00:00', '2099-12-31 23:59']
    expect(await instants('yyyy-MM-dd HH:mm', 'UTC', ...far)).toEqual([
      '2099-12-31T23:59',
      'time-out-of-range 3, lost 3',
    ])
  })

  it('is read in English, wherever it is read', async () => {
    expect(await instants('d MMMM yyyy', 'UTC', '1 mars 2024', '1 March 2024')).toEqual([
      '2024-03-01T00:00',
      'time-unreadable 1, lost 1',
    ])
  })

  it('of one column may be written otherwise than the rest', async () => {
    const log = ['case,at,opened\n1,1717228800,1/6/2024 09:00']
    const parts = {
      time: { format: 'd/M/yyyy HH:mm', timeZone: 'Europe/Zurich' },
      stamps: { opened: 'opened' },
      rows: [{ time: { column: 'at', format: 'epochSeconds' }, type: 'accepted' }],
    }
    expect(await story(log, parts)).toEqual([
      '2024-06-01T07:00 submitted',
      '2024-06-01T08:00 accepted',
    ])
  })

  it('may stand in two columns', async () => {
    const log = ['case,day,time\n1,2027-03-01,09:00\n2,2027-03-01,']
    const parts = { rows: [{ time: ['day', 'time'], by: 'case' }] }
    expect(await story(log, parts)).toEqual(['09:00 submitted'])
  })
})
