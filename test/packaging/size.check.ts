import { gzipSync } from 'node:zlib'
import { build, type Metafile } from 'esbuild'
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

/**
 * What a page loads with the entry; what it loads later, on demand, is not counted. The platform `browser` makes a
 * module of Node a failed build.
 */
async function sizeOf(entry: string): Promise<Size> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export * from '${entry}'`, resolveDir: await installed() },
    bundle: true,
    splitting: true,
    outdir: 'out',
    metafile: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
  })
  const loaded = loadedAtOnce(metafile.outputs)
  const files = outputFiles.filter(({ path }) => loaded.some((name) => path.endsWith(name)))
  const bytes = Buffer.concat(files.map(({ contents }) => contents))
  return { min: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length }
}

/** The entry's own output, and those that it imports by statement. */
function loadedAtOnce(outputs: Metafile['outputs']): string[] {
  const loaded = Object.keys(outputs).filter((name) => outputs[name]?.entryPoint === '<stdin>')
  for (const name of loaded) {
    for (const { path, kind } of outputs[name]?.imports ?? []) {
      if (kind === 'import-statement' && !loaded.includes(path)) loaded.push(path)
    }
  }
  return loaded
}

function told({ min, gzip }: Size): string {
  return `${min} bytes minified, ${gzip} gzipped`
}
