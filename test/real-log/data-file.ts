import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'

const { HOLDFAST_DATA } = process.env
const folder =
  HOLDFAST_DATA === undefined
    ? new URL('../../../shared/data/', import.meta.url)
    : pathToFileURL(`${HOLDFAST_DATA}/`)

export interface DataFile {
  readonly path: string
  readonly isThere: boolean
  text(): string
}

/** A file of the real logs; where it is not, a message says so, for reporters keep the reason of a skipped test. */
export function dataFile(name: string): DataFile {
  const path = fileURLToPath(new URL(name, folder))
  const isThere = existsSync(path)
  if (!isThere) console.info(`skipped: no log at ${path}`)
  return { path, isThere, text: () => gunzipSync(readFileSync(path)).toString('utf8') }
}
