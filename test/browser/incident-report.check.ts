import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { pnpm } from '../check/command.ts'
import { CHROMIUM, FLAGS } from './chromium.ts'
import { faultsOf, type Label } from './labels.ts'

const here = existsSync(CHROMIUM)
if (!here) console.log(`No browser at ${CHROMIUM}: the report is not looked at.`)

/** Run in the page: where every text of every chart stands, on the screen, and the chart that it stands in. */
const LABELS = `[...document.querySelectorAll('figure svg')].map((svg) => {
  const edge = ({ left, right, top, bottom }) => ({ left, right, top, bottom })
  const lines = [...svg.querySelectorAll('text')].flatMap((text) => {
    const parts = text.querySelectorAll('tspan')
    return parts.length > 0 ? [...parts] : [text]
  })
  return {
    chart: edge(svg.getBoundingClientRect()),
    labels: lines.map((line) => ({
      text: line.textContent,
      size: Number.parseFloat(getComputedStyle(line).fontSize),
      scale: line.getScreenCTM().a,
      ...edge(line.getBoundingClientRect()),
    })).filter(({ text }) => text.trim() !== ''),
  }
})`

/** Run in the page: the cells of its tables, row by row. */
const ROWS = `[...document.querySelectorAll('tr')].map((row) =>
  [...row.children].map((cell) => cell.textContent).filter((text) => text !== ''))`

interface Chart {
  readonly chart: Omit<Label, 'text' | 'size' | 'scale'>
  readonly labels: readonly Label[]
}

describe.runIf(here)('the report on an incident log, in a browser, from a file', () => {
  let browser: Browser | undefined
  let page: Page | undefined
  let printed = ''
  const complaints: string[] = []
  const asked: string[] = []

  beforeAll(async () => {
    const folder = join(inject('scratch'), 'incident-report')
    printed = await pnpm('--filter', '@holdfast/example-incident-log', 'start', '--out', folder)
    browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
    page = await browser.newPage({ viewport: { width: 1100, height: 900 } })
    page.on('console', (message) => complaints.push(message.text()))
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(pathToFileURL(join(folder, 'report.html')).href)
  })
  afterAll(() => browser?.close())

  test('asks for nothing but itself, and nothing is complained of', () => {
    expect(asked).toEqual([expect.stringMatching(/^file:.*report\.html$/)])
    expect(complaints).toEqual([])
  })

  test.each([1100, 700])('%i pixels wide, every label can be read', async (width) => {
    await page?.setViewportSize({ width, height: 900 })
    const charts = (await page?.evaluate(LABELS)) as readonly Chart[]
    expect(charts.length).toBeGreaterThan(5)
    for (const { chart, labels } of charts) {
      expect(labels.length).toBeGreaterThan(4)
      expect(faultsOf(labels, chart)).toEqual([])
    }
  })

  test('every row of its tables is printed', async () => {
    const rows = (await page?.evaluate(ROWS)) as readonly (readonly string[])[]
    const lines = new Set(printed.split('\n').map((line) => line.trim().split(/ {2,}/).join('|')))
    expect(rows.length).toBeGreaterThan(50)
    expect(rows.filter((row) => !lines.has(row.join('|')))).toEqual([])
  })
})
