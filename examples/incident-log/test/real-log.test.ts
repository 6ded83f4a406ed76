import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { printedTable } from '@holdfast/example-report/tested-text'
import { expect, test } from 'vitest'
import { started } from './program.ts'

const { HOLDFAST_DATA } = process.env
const folder =
  HOLDFAST_DATA === undefined
    ? new URL('../../../../shared/data/', import.meta.url)
    : pathToFileURL(`${HOLDFAST_DATA}/`)
const path = fileURLToPath(new URL('incident-event-log-uci498.csv.gz', folder))

const isThere = existsSync(path)
// Reporters keep the reason of a skipped test to themselves.
if (!isThere) console.info(`skipped: no incident log at ${path}; see the README of this example`)

test.skipIf(!isThere)(
  'the log of an IT company says what was measured of it elsewhere',
  async () => {
    const { code, out } = await started(path)
    expect(code).toBe(0)
    const said = [
      /^Rows +141,712$/m,
      /^Cases +24,918$/m,
      /^Opened to first resolution +13\.9 h /m,
      /^Opened to resolution as the log records it +22\.1 h /m,
      /^Resolved to closed +47\.0 % /m,
      /^Handed over, as the log counts it +45\.6 % +11,369 of /m,
      /^Another group took over +38\.4 % .* at most 25 times in one$/m,
      /^Ping-pong +10\.5 % +2,628 of /m,
      /^Reopened +1\.1 % .* at most 8 times in one$/m,
    ]
    for (const line of said) expect(out).toMatch(line)
    const rows = (title: string) => printedTable(out, title)
    expect(rows('By state, before resolution')).toEqual([
      ['Active', '34.5 %'],
      ['Awaiting User Info', '30.0 %'],
      ['New', '26.4 %'],
      ['Awaiting Vendor', '6.6 %'],
      ['Awaiting Problem', '2.3 %'],
      ['Awaiting Evidence', '0.3 %'],
    ])
    const handOvers = rows('As the log counts them')
    expect(handOvers.map(([times, , , median, , met]) => [times, median, met])).toEqual([
      ['0', '0.7 h', '77.1 %'],
      ['1', '42.0 h', '57.1 %'],
      ['2', '103 h', '39.9 %'],
      ['3', '146 h', '32.9 %'],
      ['4 or more', '239 h', '19.0 %'],
    ])
    const pingPong = rows('By ping-pong')
    expect(pingPong.map(([is, , , median, , met]) => [is, median, met])).toEqual([
      ['no', '8.2 h', '65.9 %'],
      ['yes', '190 h', '29.0 %'],
    ])
    expect(rows('Rows that are wrong')).toEqual([
      ['5', 'an unknown state', 'kept without it', 'line 115643: "-100"'],
    ])
    const odd = rows('Cases that are odd')
    expect(odd.map(([count, what]) => [count, what])).toEqual([
      ['1,556', 'ended without a recorded resolution'],
      ['5', 'updated before it was opened'],
      ['1', 'rows not in order of time'],
    ])
    expect(odd.slice(1).map(([, , which]) => which)).toEqual([
      'INC0000130, INC0000131, INC0000134, INC0000135, INC0000164',
      'INC0000137',
    ])
  },
  120_000,
)
