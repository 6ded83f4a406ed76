import { readFileSync } from 'node:fs'
import type { DocumentSource } from '@holdfast/kernel'
import { fromYaml } from '@holdfast/kernel/source'

/** A document of the tour, with its name, so that findings can say where they are. */
export function documentNamed(name: string): DocumentSource {
  const url = new URL(`../documents/${name}`, import.meta.url)
  return fromYaml(readFileSync(url, 'utf8'), { name })
}
