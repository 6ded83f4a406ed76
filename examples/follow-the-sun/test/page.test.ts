import {
  askedElsewhere,
  cellsOf,
  drawingTitles,
  textsOf,
  unprinted,
} from '@holdfast/example-report/tested-page'
import { expect, test } from 'vitest'
import { drawn } from '../src/charts/draw.ts'
import { pageOf } from '../src/page.ts'
import { started } from './program.ts'

const own = await started()
const repaired = await started('--variant', 'one-clock')

test.each([own, repaired])('the page says what is printed, and nothing else', ({ out, page }) => {
  expect(cellsOf(page).length).toBeGreaterThan(150)
  expect(unprinted(page, out)).toEqual([])
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
  expect(askedElsewhere(own.page)).toEqual([])
  expect(own.page).toContain("default-src 'none'")
})

test('every drawing has a title for those who cannot see it', () => {
  expect(drawingTitles(own.page)).toEqual(Array.from({ length: 9 }, () => expect.any(String)))
})

test('what documents call things is shown and never run', () => {
  const hostile = '<b onload="x">&'
  const part = { amount: 1, label: hostile, about: hostile, color: '#ffffff' }
  const bars = [{ name: hostile, share: 1, label: hostile, parts: [part] }]
  const groups = [{ name: hostile, bars }]
  const drawing = { kind: 'stackedBars', title: hostile, groups } as const
  expect(drawn(drawing)).not.toContain('<b ')
  const key = [{ color: '#b3122b', text: hostile }]
  const chart = { title: hostile, note: hostile, key, drawings: [drawing] }
  const shown = pageOf({ title: '', subtitle: '' }, [{ id: 'odd', title: '', charts: [chart] }])
  expect(shown).not.toContain('<b ')
  expect(shown.match(/&lt;b onload=&quot;x&quot;&gt;&amp;<\/(?:figcaption|p|li)/g)?.length).toBe(3)
})
