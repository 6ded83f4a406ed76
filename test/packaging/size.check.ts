import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { installed } from './artifacts.ts'
import { libraries } from './library.ts'
import budgets from './size-budgets.json' with { type: 'json' }

const entries = libraries()
  .filter(({ isCore }) => isCore)
  .flatMap((library) => library.entries)

describe('an entry with all it exports and imports, bundled for the browser', () => {
  test.each(entries)('%s keeps within its budget', async (entry) => {
    const size = await sizeOf(entry)
    const budget = (budgets as Record<string, Size>)[entry]
    console.log(`${entry}: ${told(size)} of ${budget === undefined ? 'no budget' : told(budget)}`)
    expect(budget, `${entry} needs a budget in test/packaging/size-budgets.json`).toBeDefined()
    expect(size.min).toBeLessThanOrEqual(budget?.min ?? 0)
    expect(size.gzip).toBeLessThanOrEqual(budget?.gzip ?? 0)
  })

  test('there are no budgets for entries that are gone', () => {
    expect(Object.keys(budgets).filter((entry) => !entries.includes(entry))).toEqual([])
  })
})

/** Bytes, minified and then compressed. */
interface Size {
  readonly min: number
  readonly gzip: number
}

/** The platform `browser` makes a module of Node a failed build. */
async function sizeOf(entry: string): Promise<Size> {
  const { outputFiles } = await build({
    stdin: { contents: `export * from '${entry}'`, resolveDir: await installed() },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
  })
  const bytes = outputFiles[0]?.contents ?? new Uint8Array()
  return { min: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length }
}

function told({ min, gzip }: Size): string {
  return `${min} bytes minified, ${gzip} gzipped`
}
