import { expect, test } from 'vitest'
import { blocksOf, deadLinks } from './markdown.ts'
import { programsOf } from './programs.ts'

const page = (text: string) => ({ path: 'docs/page.md', text })

test('a block is known by what stands behind its fence, and by its line', () => {
  const text = '# Title\n\n```ts no-run\none()\ntwo()\n```\n\n```sh\nls\n```\n'
  expect(blocksOf(page(text))).toEqual([
    { page: 'docs/page.md', line: 4, info: 'ts no-run', code: 'one()\ntwo()' },
    { page: 'docs/page.md', line: 9, info: 'sh', code: 'ls' },
  ])
})

test('a program has the line numbers of its page', () => {
  const text = '# Title\n\n```ts\none() // => 1\n```\n```tsx\n```\n```ts no-run\ntwo()\n```\n'
  const [first, second, ...rest] = programsOf([page(text)])
  expect(first?.source.split('\n')[3]).toBe('one() // => 1')
  expect(first?.checked.split('\n')[3]).toBe(`claims.gives((one()), "1", 4) // => 1`)
  expect([first?.runs, second?.runs]).toEqual([true, false])
  expect(rest).toEqual([])
})

test('links to files and headings that are not there are found', () => {
  const links = ['../README.md', 'gone.md', '#a-heading-twice', '#gone', 'https://example.org']
  const text = ['# A heading, *twice*', ...links.map((link) => `[text](${link})`)].join('\n')
  expect(deadLinks(page(text), [])).toEqual(['docs/page.md:3: gone.md', 'docs/page.md:5: #gone'])
})

test('links inside code are none', () => {
  expect(deadLinks(page('`[text](gone.md)`\n```md\n[text](gone.md)\n```'), [])).toEqual([])
})
