import { expect, test } from 'vitest'
import { type CsvRow, csvRows } from '../src/csv-rows.ts'

async function rowsOf(...chunks: string[]): Promise<CsvRow[]> {
  const rows: CsvRow[] = []
  for await (const batch of csvRows(chunks)) rows.push(...batch)
  return rows
}

const fieldsOf = async (...chunks: string[]) =>
  (await rowsOf(...chunks)).map(({ fields }) => fields)

test('the rows are the same wherever the text is cut into chunks', async () => {
  const text = '\uFEFFa,b\r\n"x, y","1\n2"\n\n"say ""hi""",é\r\n3,4'
  const whole = await rowsOf(text)
  expect(whole.map(({ fields }) => fields)).toEqual([
    ['a', 'b'],
    ['x, y', '1\n2'],
    ['say "hi"', 'é'],
    ['3', '4'],
  ])
  for (let at = 1; at < text.length; at++) {
    expect(await rowsOf(text.slice(0, at), text.slice(at))).toEqual(whole)
  }
  expect(await rowsOf(...text.split(''))).toEqual(whole)
})

test('a row knows the line it begins on, after blank lines and quoted line breaks too', async () => {
  const rows = await rowsOf('a,b\n"1\n2\n3",x\n\nc,d\n')
  expect(rows.map(({ line, lines }) => [line, lines])).toEqual([
    [1, 1],
    [2, 3],
    [6, 1],
  ])
})

test('a quote that is never closed costs its own line and not the rest of the log', async () => {
  const rows = await rowsOf('a,b\n"1,2\n3,4\n5,6')
  expect(rows.map(({ line, fields, isUnclosed }) => [line, fields, isUnclosed])).toEqual([
    [1, ['a', 'b'], false],
    [2, [], true],
    [3, ['3', '4'], false],
    [4, ['5', '6'], false],
  ])
})

test('nor does it hold up a long log', async () => {
  const line = `${'x'.repeat(998)},y\n`
  const rows = await rowsOf('"open,\n', ...Array.from({ length: 3000 }, () => line))
  expect(rows).toHaveLength(3001)
  expect(rows.filter(({ isUnclosed }) => isUnclosed)).toHaveLength(1)
})

test('an empty text has no rows', async () => {
  expect(await fieldsOf()).toEqual([])
  expect(await fieldsOf('', '\n', '\r\n')).toEqual([])
})
