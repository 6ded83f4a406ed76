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

const { out, page } = await started()

test('the page says every figure and every cell that is printed, and no other', () => {
  expect(cellsOf(page).length).toBeGreaterThan(300)
  expect(unprinted(page, out)).toEqual([])
})

test('what the charts say in numbers, the tables say too', () => {
  const said = new Set(cellsOf(page))
  const labels = textsOf(page, 'svg')
    .join('\n')
    .replaceAll('90 % within', '')
    .match(/[\d.,]+ (?:h|%)/g)
  expect(labels?.length).toBeGreaterThan(25)
  expect(labels?.filter((label) => !said.has(label))).toEqual([])
})

test('the page needs nothing but itself', () => {
  expect(askedElsewhere(page)).toEqual([])
  expect(page).toContain("default-src 'none'")
})

test('every drawing has a title for those who cannot see it', () => {
  expect(drawingTitles(page)).toEqual(Array.from({ length: 6 }, () => expect.any(String)))
})

test('what a log calls things is shown and never run', () => {
  const hostile = '<b onload="x">&'
  const columns = [{ name: hostile, value: 1, label: hostile }]
  const drawing = { kind: 'columns', title: hostile, axis: hostile, columns } as const
  expect(drawn(drawing)).not.toContain('<b ')
  const chart = { title: hostile, drawings: [drawing, drawing] }
  const shown = pageOf({ title: '', subtitle: '' }, [{ id: 'odd', title: '', charts: [chart] }])
  expect(shown).not.toContain('<b ')
  expect(shown.match(/(?:figcaption|h3)>&lt;b onload=&quot;x&quot;&gt;&amp;</g)?.length).toBe(3)
})
