import { expect, test } from 'vitest'
import { asPage } from '../src/render-page.ts'
import { asText } from '../src/render-text.ts'
import { number, type Section, text } from '../src/section.ts'
import { storyList } from '../src/story.ts'
import { askedElsewhere, unprinted } from '../src/tested-page.ts'

const hostile = '<b onload="x">&'
const section: Section<string> = {
  id: 'odd',
  title: hostile,
  intro: hostile,
  figures: [{ label: hostile, value: '1', note: hostile, isBad: true }],
  charts: ['a chart, ', 'and another'],
  tables: [{ title: hostile, columns: [text(hostile), number('n')], rows: [[hostile, '2']] }],
  stories: [`${hostile}\n  - ${hostile}`],
  notes: [hostile],
}
const look = {
  style: { screen: '', print: '' },
  chart: (chart: string) => `<figure>${chart}</figure>`,
}
const page = asPage({ title: hostile, subtitle: hostile }, [section], look)

test('what others call things is shown and never run', () => {
  expect(page).not.toContain('<b ')
  expect(page.match(/&lt;b onload=&quot;x&quot;&gt;&amp;/g)?.length).toBe(15)
  expect(asText([section])).toContain(hostile)
})

test('a page says what is printed and needs nothing but itself', () => {
  expect(unprinted(page, asText([section]))).toEqual([])
  expect(unprinted(page, asText([{ ...section, tables: [] }]))).toContainEqual([hostile, '2'])
  expect(askedElsewhere(page)).toEqual([])
  expect(page).toContain("default-src 'none'")
})

test('a chart stands where its report draws it, and is not printed', () => {
  expect(page).toContain('<figure>a chart, </figure>\n<figure>and another</figure>')
  expect(asText([section])).not.toContain('a chart')
})

test('a story is a list in lists, each line under the one it is a reason for', () => {
  expect(storyList('a\n  - b\n    - c\n  - d').replaceAll('\n', '')).toBe(
    '<div class="story"><p>a</p><ul><li>b<ul><li>c</li></ul></li><li>d</li></ul></div>',
  )
  expect(storyList('a')).toBe('<div class="story"><p>a</p></div>')
})
