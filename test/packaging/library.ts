import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { floorOf } from '../architecture/floors.ts'
import { ROOT } from '../check/command.ts'

/** A package that users install. */
export interface Library {
  readonly name: string
  readonly folder: string
  readonly version: string
  /** What users import: `@holdfast/kernel`, `@holdfast/kernel/source` and so on. */
  readonly entries: readonly string[]
  /** Core packages run anywhere, the shell's on Node. */
  readonly isCore: boolean
}

/** Every package of `packages/` that is not private, by name. */
export function libraries(): Library[] {
  const packages = join(ROOT, 'packages')
  return readdirSync(packages)
    .map((each) => join(packages, each))
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .map((folder) => libraryIn(folder))
    .filter((library) => library !== undefined)
}

function libraryIn(folder: string): Library | undefined {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly name: string
    readonly version: string
    readonly private?: boolean
    readonly exports: object
  }
  if (manifest.private === true) return undefined
  const { name, version } = manifest
  const entries = Object.keys(manifest.exports)
    .filter((key) => key !== './package.json')
    .map((key) => name + key.slice(1))
  return { name, folder, version, entries, isCore: floorOf(name) !== 'shell' }
}
