import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Terminal } from './terminal.ts'

/** A program that writes a page into the folder it is given as `--out`. */
export interface Program {
  run(args: readonly string[], terminal: Terminal): Promise<number>
  /** The file of its page. */
  readonly page: string
}

/** What a program said, and its exit code. */
export interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

export interface Started extends Said {
  /** The page; empty when none was written. */
  readonly page: string
}

/** A folder that the caller takes away. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'holdfast-example-'))
}

/** What a program does, with a folder of its own for the page; where that went differs, and is left out. */
export async function startedWith(program: Program, args: readonly string[]): Promise<Started> {
  const folder = newFolder()
  try {
    const { code, out, err } = await ranWith(program, [...args, '--out', folder])
    const file = join(folder, program.page)
    const page = existsSync(file) ? readFileSync(file, 'utf8') : ''
    return { code, out: out.replace(/^The page with the \w+: .*$/m, ''), err, page }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** As `startedWith`, with exactly these arguments. */
export async function ranWith({ run }: Program, args: readonly string[]): Promise<Said> {
  const said = { out: '', err: '' }
  const code = await run(args, {
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
  })
  return { code, ...said }
}
