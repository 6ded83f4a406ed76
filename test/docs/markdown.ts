import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { ROOT } from '../check/command.ts'

/** A Markdown file of the repository; the path is from the root. */
export interface Page {
  readonly path: string
  readonly text: string
}

/** A fenced block of code. */
export interface Block {
  readonly page: string
  /** The line of the first line of code, from 1. */
  readonly line: number
  /** What stands behind the fence: `ts`, `ts no-run`. */
  readonly info: string
  readonly code: string
}

/** Every Markdown file of the repository, change logs excepted. */
export function pages(): Page[] {
  const found: Page[] = []
  function walk(folder: string): void {
    for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
      const path = posix.join(folder, entry.name)
      if (/^(node_modules|dist|CHANGELOG\.md|\..+)$/.test(entry.name)) continue
      if (entry.isDirectory()) walk(path)
      else if (path.endsWith('.md'))
        found.push({ path, text: readFileSync(join(ROOT, path), 'utf8') })
    }
  }
  walk('.')
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** The fenced blocks of a page, in order. */
export function blocksOf({ path, text }: Page): Block[] {
  const blocks: Block[] = []
  let open: { line: number; info: string; lines: string[] } | undefined
  for (const [index, line] of text.split('\n').entries()) {
    const fence = /^```(.*)$/.exec(line)
    if (fence === null) open?.lines.push(line)
    else if (open === undefined)
      open = { line: index + 2, info: (fence[1] ?? '').trim(), lines: [] }
    else {
      blocks.push({ page: path, line: open.line, info: open.info, code: open.lines.join('\n') })
      open = undefined
    }
  }
  return blocks
}

/** Links to files and headings that are not there, each as `page:line: link`. */
export function deadLinks(page: Page, all: readonly Page[]): string[] {
  return linksOf(page)
    .filter(({ target }) => !/^[a-z]+:/.test(target) && !leadsSomewhere(page, target, all))
    .map(({ target, line }) => `${page.path}:${line}: ${target}`)
}

function linksOf({ text }: Page): { target: string; line: number }[] {
  let inCode = false
  return text.split('\n').flatMap((content, index) => {
    if (content.startsWith('```')) inCode = !inCode
    if (inCode) return []
    const links = content.replace(/`[^`]*`/g, '').matchAll(/\]\(([^)\s]+)[^)]*\)/g)
    return [...links].map(([, target = '']) => ({ target, line: index + 1 }))
  })
}

function leadsSomewhere(page: Page, target: string, all: readonly Page[]): boolean {
  const [file = '', heading] = target.split('#')
  const path = file === '' ? page.path : posix.join(dirname(page.path), file)
  if (path !== page.path && !existsSync(join(ROOT, path))) return false
  if (heading === undefined) return true
  const text = path === page.path ? page.text : all.find((other) => other.path === path)?.text
  return text !== undefined && headingsOf(text).includes(heading)
}

/** The anchors that code hosts make of headings. */
function headingsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) => {
    const kept = title.toLowerCase().replace(/[^\p{L}\p{N}\s_-]/gu, '')
    return kept.trim().replace(/\s/g, '-')
  })
}
