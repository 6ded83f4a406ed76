import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../check/command.ts'
import { withClaims } from './claims.ts'
import { type Block, blocksOf, type Page } from './markdown.ts'

/** A block of a page as a file that can be compiled and run; line numbers are those of the page. */
export interface Program {
  readonly name: string
  readonly runs: boolean
  /** As the page has it, for the compiler. */
  readonly source: string
  /** With its claims held, for running. */
  readonly checked: string
}

const FOLDER = join(ROOT, 'test/.generated/docs')

/** The `ts` blocks of the pages, each a program of its own; those marked `no-run` are only compiled. */
export function programsOf(pages: readonly Page[]): Program[] {
  return pages.flatMap(blocksOf).filter(isTypeScript).map(programOf)
}

/** Writes the programs and a project to compile them by, and gives the folder. */
export function writePrograms(programs: readonly Program[]): string {
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(join(FOLDER, 'checked'), { recursive: true })
  for (const { name, source, checked } of programs) {
    writeFileSync(join(FOLDER, `${name}.ts`), source)
    writeFileSync(checkedPath(name), checked)
  }
  const compilerOptions = { types: ['node'], composite: false, declarationMap: false, noEmit: true }
  const project = { extends: '../../../tsconfig.base.json', compilerOptions, include: ['*.ts'] }
  writeFileSync(join(FOLDER, 'tsconfig.json'), JSON.stringify(project, null, 2))
  return FOLDER
}

export function checkedPath(name: string): string {
  return join(FOLDER, 'checked', `${name}.ts`)
}

function isTypeScript({ info }: Block): boolean {
  return /^ts\b/.test(info)
}

function programOf({ page, line, info, code }: Block): Program {
  // A fence stands above every block, so the first line is free.
  const placed = '\n'.repeat(line - 1) + code
  const start = `import { checkerFor } from '../../../docs/claims.ts'; const claims = checkerFor('${page}')`
  return {
    name: `${page.replaceAll('/', '-')}.${line}`,
    runs: !info.includes('no-run'),
    source: `export {}${placed}\n`,
    checked: `${start}${withClaims(placed, 'claims')}\n`,
  }
}
