import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { NODE, run, toolPath } from '../check/command.ts'
import { deadLinks, pages } from './markdown.ts'
import { checkedPath, programsOf, writePrograms } from './programs.ts'

const all = pages()
const programs = programsOf(all)
const folder = writePrograms(programs)

test('every block of TypeScript compiles', async () => {
  const { code, stdout } = await run(NODE, [
    toolPath('@typescript/native', 'bin/tsc'),
    '-p',
    folder,
  ])
  expect(code, stdout).toBe(0)
})

describe('every block of TypeScript runs, and what it claims is so', () => {
  const running = programs.filter(({ runs }) => runs).map(({ name }) => name)

  test.each(running)('%s', async (name) => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => {})
    onTestFinished(() => log.mockRestore())
    await import(/* @vite-ignore */ checkedPath(name))
  })
})

test('every link leads to a file and a heading that are there', () => {
  expect(all.flatMap((page) => deadLinks(page, all))).toEqual([])
})
