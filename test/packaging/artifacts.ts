import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import { pnpm, succeed } from '../check/command.ts'
import { libraries } from './library.ts'
import { once } from './once.ts'

/** Builds every package, once for all checks. */
export const built = once(() => pnpm('-r', '--filter', './packages/*', 'build'))

/** The packages as a registry would get them: the path of a tarball each, by package name. */
export const packed = once(async () => {
  await built()
  const folder = newFolder('tarballs')
  await pnpm('-r', '--filter', './packages/*', 'pack', '--pack-destination', folder)
  const paths = libraries().map(({ name, version }) => {
    const file = `${name.replace('@', '').replace('/', '-')}-${version}.tgz`
    return [name, join(folder, file)] as const
  })
  return new Map(paths)
})

/** A project that has installed the tarballs with npm, as a user would. */
export const installed = once(async () => {
  const tarballs = [...(await packed()).values()]
  const project = newFolder('consumer')
  writeFileSync(join(project, 'package.json'), '{ "name": "consumer", "private": true }\n')
  const quiet = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error']
  await succeed('npm', ['install', ...quiet, ...tarballs], { cwd: project })
  return project
})

function newFolder(name: string): string {
  const folder = join(inject('scratch'), name)
  mkdirSync(folder)
  return folder
}
