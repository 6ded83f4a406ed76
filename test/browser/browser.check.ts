import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { ROOT } from '../check/command.ts'
import { answers } from '../determinism/answers.ts'
import { installed } from '../packaging/artifacts.ts'
import { bundleWith } from '../packaging/bundle.ts'
import { CHROMIUM, FLAGS } from './chromium.ts'
import { serve } from './site.ts'

const here = existsSync(CHROMIUM)
if (!here) console.log(`No browser at ${CHROMIUM}: the browser checks are skipped.`)

describe.runIf(here)("in a browser, under `default-src 'self'`", () => {
  let browser: Browser | undefined
  afterAll(() => browser?.close())

  async function open(program: string) {
    browser ??= await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
    const path = join(ROOT, 'test/browser', program)
    const site = await serve(await bundleWith(await installed(), path, 'browser'))
    const page = await browser.newPage()
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.goto(site.address)
    await page.waitForFunction("document.title === 'asked'")
    const text = await page.textContent('pre')
    await page.close()
    site.close()
    return { answers: JSON.parse(text ?? '[]') as unknown[], complaints }
  }

  const expected: unknown = JSON.parse(JSON.stringify([...answers()]))

  test('every answer is the one that Node gives, and nothing is complained of', async () => {
    const asked = await open('quiet-page.ts')
    expect(asked.complaints).toEqual([])
    expect(asked.answers.length).toBeGreaterThan(1000)
    expect(asked.answers).toEqual(expected)
  })

  test('a host that does not set `jitless` gets the same answers and one complaint', async () => {
    const asked = await open('page.ts')
    expect(asked.complaints).toEqual([expect.stringContaining("'default-src'")])
    expect(asked.answers).toEqual(expected)
  })
})
