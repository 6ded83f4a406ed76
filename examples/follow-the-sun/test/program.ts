import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Arguments, readArguments } from '../src/arguments.ts'
import { readDocuments } from '../src/documents.ts'
import { type Picture, pictureOf } from '../src/picture.ts'
import { questionOf } from '../src/question.ts'
import { run } from '../src/run.ts'

export interface Started {
  readonly code: number
  readonly out: string
  readonly err: string
  /** The page; empty when none was written. */
  readonly page: string
}

/** A folder that the caller takes away. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'follow-the-sun-'))
}

/** What the program does, with a folder of its own for the page. */
export async function started(...args: string[]): Promise<Started> {
  const folder = newFolder()
  try {
    const { code, out, err } = await ran([...args, '--out', folder])
    const file = join(folder, 'duty.html')
    const page = existsSync(file) ? readFileSync(file, 'utf8') : ''
    // Where the page went differs from run to run.
    return { code, out: out.replace(/^The page with the pictures: .*$/m, ''), err, page }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** As `started`, with exactly these arguments. */
export async function ran(args: readonly string[]): Promise<Omit<Started, 'page'>> {
  const said = { out: '', err: '' }
  const code = await run(args, {
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
  })
  return { code, ...said }
}

/** What the program would tell. */
export async function pictured(...args: string[]): Promise<Picture> {
  const asked = readArguments(args) as Arguments
  return pictureOf(await readDocuments(asked, { err: () => undefined }), questionOf(asked))
}

/** The lines of a table of the report, by its title, as cells. */
export function printedTable(out: string, title: string): string[][] {
  const [, table = ''] = out.split(`${title}:\n`)
  const [block = ''] = table.split('\n\n')
  return block
    .split('\n')
    .slice(2)
    .map((line) => line.trim().split(/ {2,}/))
}
