import { expect, test } from 'vitest'
import { drawn } from '../src/charts/draw.ts'
import { asPage } from '../src/render/html.ts'
import { asText } from '../src/render/text.ts'
import { number, type Section, text } from '../src/section.ts'
import { started } from './program.ts'

const own = await started()
const repaired = await started('--variant', 'one-clock')

/** The texts of elements, as a reader sees them. */
function textsOf(within: string, tag: string): string[] {
  const found = within.matchAll(new RegExp(`<${tag}\\b[^>]*>([\\s\\S]*?)</${tag}>`, 'g'))
  return [...found].map(([, inner = '']) =>
    inner
      .replaceAll(/<title>.*?<\/title>/g, '')
      .replaceAll(/<[^>]+>/g, '\n')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
      .trim(),
  )
}

test.each([own, repaired])('the page says what is printed, and nothing else', ({ out, page }) => {
  const cells = [...textsOf(page, 'td'), ...textsOf(page, 'dd')].filter((cell) => cell !== '')
  const printed = out.replaceAll(/\s+/g, ' ')
  expect(cells.length).toBeGreaterThan(150)
  expect(cells.filter((cell) => !printed.includes(cell))).toEqual([])

  const rows = textsOf(page, 'tr').map((row) => row.split('\n').filter((cell) => cell !== ''))
  const lines = out.split('\n').map((line) => line.trim().split(/ {2,}/).join('|'))
  expect(rows.filter((row) => !lines.includes(row.join('|')))).toEqual([])
})

test.each([own, repaired])('what the charts say in hours, the tables say too', ({ page }) => {
  const said = new Set(textsOf(page, 'td').flatMap((cell) => cell.match(/[+−]?[\d.,]+ h/g) ?? []))
  const labels = textsOf(page, 'svg')
    .join('\n')
    .replaceAll(/(?:forward|back) 1 h/g, '')
    .match(/[+−]?[\d.,]+ h/g)
  expect(labels?.length).toBeGreaterThan(50)
  expect(labels?.filter((label) => !said.has(label))).toEqual([])
})

test('the page needs nothing but itself', () => {
  expect(own.page).not.toMatch(/<script|<link|<img|<iframe|\bsrc=|@import|url\((?!#)/)
  const addresses = own.page.match(/https?:[^"\s<]+/g) ?? []
  expect(addresses.filter((address) => !address.startsWith('http://www.w3.org/'))).toEqual([])
  expect(own.page).toContain("default-src 'none'")
})

test('every chart has a title for those who cannot see it', () => {
  const charts = own.page.match(/<svg[^>]*>(?:<title>[^<]+<\/title>)?/g) ?? []
  expect(charts.length).toBe(9)
  for (const chart of charts) expect(chart).toMatch(/role="img"><title>[^<]+<\/title>$/)
})

const hostile = '<b onload="x">&'
const section: Section = {
  id: 'odd',
  title: hostile,
  intro: hostile,
  figures: [{ label: hostile, value: '1', note: hostile }],
  charts: [
    { title: hostile, note: hostile, key: [{ color: '#b3122b', text: hostile }], drawings: [] },
  ],
  tables: [{ title: hostile, columns: [text(hostile), number('n')], rows: [[hostile, '2']] }],
  stories: [`${hostile}\n  - ${hostile}`],
  notes: [hostile],
}

test('what documents call things is shown and never run', () => {
  const shown = asPage({ title: hostile, subtitle: hostile }, [section])
  expect(shown).not.toContain('<b ')
  expect(shown.match(/&lt;b onload=&quot;x&quot;&gt;&amp;/g)?.length).toBeGreaterThan(11)
  expect(asText([section])).toContain(hostile)
  const part = { amount: 1, label: hostile, about: hostile, color: '#ffffff' }
  const groups = [
    { name: hostile, bars: [{ name: hostile, share: 1, label: hostile, parts: [part] }] },
  ]
  expect(drawn({ kind: 'stackedBars', title: hostile, groups })).not.toContain('<b ')
})
