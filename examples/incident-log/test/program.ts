import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
  return mkdtempSync(join(tmpdir(), 'incident-log-'))
}

/** What the program does, with a clock that moves a second at every look, and a folder of its own for the page. */
export async function started(...args: string[]): Promise<Started> {
  const folder = newFolder()
  try {
    const { code, out, err } = await ran([...args, '--out', folder])
    const file = join(folder, 'report.html')
    const page = existsSync(file) ? readFileSync(file, 'utf8') : ''
    // Where the page went differs from run to run.
    return { code, out: out.replace(/^The page with the charts: .*$/m, ''), err, page }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** As `started`, with exactly these arguments. */
export async function ran(args: readonly string[]): Promise<Omit<Started, 'page'>> {
  const said = { out: '', err: '' }
  let seconds = 0
  const code = await run(args, {
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
    isInteractive: false,
    now: () => 1000 * seconds++,
  })
  return { code, ...said }
}

/** The lines of a table of the report, by its title, as cells. */
export function printedTable(out: string, title: string): string[][] {
  const [, table = ''] = out.split(`${title}:\n`)
  const [block = ''] = table.split('\n\n')
  return block.split('\n').map((line) => line.trim().split(/ {2,}/))
}
