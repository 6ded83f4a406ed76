import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unreadable } from '@holdfast/example-report/trouble'
import type { DocumentSource } from '@holdfast/kernel'
import { fromYaml } from '@holdfast/kernel/source'

/** A file beside this program. */
export function bundled(name: string): string {
  const path = fileURLToPath(new URL(`../${name}`, import.meta.url))
  return relative(process.cwd(), path)
}

export function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw unreadable(path, error)
  }
}

export function documentOf(path: string): DocumentSource {
  return fromYaml(textOf(path), { name: path })
}
