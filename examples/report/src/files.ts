import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { DocumentSource } from '@holdfast/kernel'
import { fromYaml } from '@holdfast/kernel/source'
import { trouble, unreadable } from './trouble.ts'

/** A document in YAML; one that cannot be read is a `Trouble`. */
export async function documentIn(path: string): Promise<DocumentSource> {
  try {
    return fromYaml(await readFile(path, 'utf8'), { name: path })
  } catch (error) {
    throw unreadable(path, error)
  }
}

/** Writes a page, and says where it is from where the user is; a folder that cannot be written to is a `Trouble`. */
export async function writePage(folder: string, name: string, page: string): Promise<string> {
  const file = join(folder, name)
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(file, page)
  } catch (error) {
    throw trouble(`${folder} cannot be written to: ${(error as Error).message}`)
  }
  return relative(process.env['INIT_CWD'] ?? process.cwd(), file)
}
