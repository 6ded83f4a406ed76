import { readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DocumentSource } from '@holdfast/kernel'
import { fromYaml } from '@holdfast/kernel/source'

/** Something a user can put right; the message says what. */
export class Trouble extends Error {}

/** A file beside this program. */
export function bundled(name: string): string {
  const path = fileURLToPath(new URL(`../${name}`, import.meta.url))
  return relative(process.cwd(), path)
}

export function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new Trouble(`there is no file ${resolve(path)}`)
    if (code === 'EISDIR') throw new Trouble(`${path} is a folder, not a file`)
    throw new Trouble(`${path} cannot be read: ${message}`)
  }
}

export function documentOf(path: string): DocumentSource {
  return fromYaml(textOf(path), { name: path })
}
