import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { pnpm } from '../check/command.ts'
import { lookAt, rowsOf } from './charts.ts'
import { CHROMIUM, FLAGS } from './chromium.ts'

const here = existsSync(CHROMIUM)
if (!here) console.log(`No browser at ${CHROMIUM}: no report is looked at.`)

/** The pages that examples write, and what each has at least. */
const REPORTS = [
  { example: 'incident-log', args: [], file: 'report.html', charts: 6, rows: 50 },
  { example: 'follow-the-sun', args: [], file: 'duty.html', charts: 9, rows: 40 },
  {
    example: 'follow-the-sun',
    args: ['--variant', 'one-clock'],
    file: 'duty.html',
    charts: 9,
    rows: 35,
  },
]

describe.runIf(here).each(REPORTS)(
  'the page of $example $args, in a browser, from a file',
  ({ example, args, file, charts, rows: least }) => {
    let browser: Browser | undefined
    let page: Page
    let printed = ''
    const complaints: string[] = []
    const asked: string[] = []

    beforeAll(async () => {
      const folder = join(inject('scratch'), [example, ...args].join('-'))
      const filter = `@holdfast/example-${example}`
      printed = await pnpm('--filter', filter, 'start', ...args, '--out', folder)
      browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
      page = await browser.newPage({ viewport: { width: 1100, height: 900 } })
      page.on('console', (message) => complaints.push(message.text()))
      page.on('request', (request) => asked.push(request.url()))
      await page.goto(pathToFileURL(join(folder, file)).href)
    })
    afterAll(() => browser?.close())

    test('asks for nothing but itself, and nothing is complained of', () => {
      expect(asked).toEqual([expect.stringMatching(`^file:.*${file}$`)])
      expect(complaints).toEqual([])
    })

    test.each([1100, 700])('%i pixels wide, every label can be read', async (width) => {
      await page.setViewportSize({ width, height: 900 })
      const { labels, faults } = await lookAt(page)
      expect(labels.length).toBeGreaterThanOrEqual(charts)
      expect(Math.min(...labels)).toBeGreaterThan(4)
      expect(faults).toEqual([])
    })

    test('every row of its tables is printed', async () => {
      const rows = await rowsOf(page)
      const lines = new Set(printed.split('\n').map((line) => line.trim().split(/ {2,}/).join('|')))
      expect(rows.length).toBeGreaterThanOrEqual(least)
      expect(rows.filter((row) => !lines.has(row.join('|')))).toEqual([])
    })

    test.each([
      ['smaller', 'figure svg text { font-size: 9px !important }', /is too small/],
      ['wider', 'figure svg text { letter-spacing: 9px }', / is over /],
      ['elsewhere', 'figure svg text { transform: translate(-30px, 0) }', /is cut off/],
    ])('drawn %s, labels that cannot be read would be found', async (_, css, fault) => {
      const style = await page.addStyleTag({ content: css })
      const { faults } = await lookAt(page)
      await style.evaluate('(element) => element.remove()')
      expect(faults.join('\n')).toMatch(fault)
    })
  },
)
