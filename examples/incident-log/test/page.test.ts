import { expect, test } from 'vitest'
import { drawn } from '../src/charts/draw.ts'
import { asPage } from '../src/render/html.ts'
import { storyList } from '../src/render/story.ts'
import { asText } from '../src/render/text.ts'
import { number, type Section, text } from '../src/section.ts'
import { started } from './program.ts'

const { out, page: html } = await started()

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

test('the page says every figure and every cell that is printed, and no other', () => {
  const cells = [...textsOf(html, 'td'), ...textsOf(html, 'dd')].filter((cell) => cell !== '')
  const printed = out.replaceAll(/\s+/g, ' ')
  expect(cells.length).toBeGreaterThan(300)
  expect(cells.filter((cell) => !printed.includes(cell))).toEqual([])

  const rows = textsOf(html, 'tr').map((row) => row.split('\n').filter((cell) => cell !== ''))
  const lines = out.split('\n').map((line) => line.trim().split(/ {2,}/).join('|'))
  const missing = rows.filter((row) => !lines.includes(row.join('|')))
  expect(missing).toEqual([])
})

test('what the charts say in numbers, the tables say too', () => {
  const said = new Set([...textsOf(html, 'td'), ...textsOf(html, 'dd')])
  const labels = textsOf(html, 'svg')
    .join('\n')
    .replaceAll('90 % within', '')
    .match(/[\d.,]+ (?:h|%)/g)
  expect(labels?.length).toBeGreaterThan(25)
  expect(labels?.filter((label) => !said.has(label))).toEqual([])
})

test('the page needs nothing but itself', () => {
  expect(html).not.toMatch(/<script|<link|<img|<iframe|\bsrc=|@import|url\((?!#)/)
  const addresses = html.match(/https?:[^"\s<]+/g) ?? []
  expect(addresses.filter((address) => !address.startsWith('http://www.w3.org/'))).toEqual([])
  expect(html).toContain("default-src 'none'")
})

test('every chart has a title for those who cannot see it', () => {
  const charts = html.match(/<svg[^>]*>(?:<title>[^<]+<\/title>)?/g) ?? []
  expect(charts.length).toBe(6)
  for (const chart of charts) expect(chart).toMatch(/role="img"><title>[^<]+<\/title>$/)
})

const hostile = '<b onload="x">&'
const section: Section = {
  id: 'odd',
  title: hostile,
  intro: hostile,
  figures: [{ label: hostile, value: '1', note: hostile }],
  tables: [{ title: hostile, columns: [text(hostile), number('n')], rows: [[hostile, '2']] }],
  stories: [`${hostile}\n  - ${hostile}`],
  notes: [hostile],
}

test('what a log calls things is shown and never run', () => {
  const shown = asPage({ title: hostile, subtitle: hostile }, [section])
  expect(shown).not.toContain('<b ')
  expect(shown.match(/&lt;b onload=&quot;x&quot;&gt;&amp;/g)?.length).toBeGreaterThan(8)
  expect(asText([section])).toContain(hostile)
  const columns = [{ name: hostile, value: 1, label: hostile }]
  const svg = drawn({ kind: 'columns', title: hostile, axis: hostile, columns })
  expect(svg).not.toContain('<b ')
})

test('a story is a list in lists, each line under the one it is a reason for', () => {
  expect(storyList('a\n  - b\n    - c\n  - d').replaceAll('\n', '')).toBe(
    '<div class="story"><p>a</p><ul><li>b<ul><li>c</li></ul></li><li>d</li></ul></div>',
  )
  expect(storyList('a')).toBe('<div class="story"><p>a</p></div>')
})
