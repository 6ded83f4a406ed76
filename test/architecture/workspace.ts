import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSource, type SourceFile } from './source-file.ts'

/** The texts of a source tree by path from its root, so that tests can write small trees as plain records. */
export type Tree = Readonly<Record<string, string>>

/** One package of the workspace: a library package, a bench folder, an example or the tests. */
export interface Workspace {
  /** From the root, such as `packages/kernel`. */
  readonly folder: string
  readonly name: string
  readonly dependencies: Dependencies
  readonly files: readonly SourceFile[]
  /** The `references` of each of its TypeScript projects, as paths from the root, by the project's folder. */
  readonly projects: ReadonlyMap<string, readonly string[]>
}

export interface Dependencies {
  /** What users of the package get or must bring. */
  readonly shipped: readonly string[]
  /** What only its tests, benchmarks and tools use. */
  readonly dev: readonly string[]
}

const IGNORED = /^(node_modules|dist|out|\..*)$/

/** The sources, manifests and TypeScript projects below a folder. */
export function readTree(root: string): Tree {
  const tree: Record<string, string> = {}
  function walk(folder: string): void {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = posix.join(folder, entry.name)
      if (IGNORED.test(entry.name)) continue
      if (entry.isDirectory()) walk(path)
      else if (/\.[cm]?tsx?$|^(package|tsconfig)\.json$/.test(entry.name)) {
        tree[path] = readFileSync(join(root, path), 'utf8')
      }
    }
  }
  walk('.')
  return tree
}

/** The packages of a tree; a file belongs to the nearest `package.json` above it. */
export function workspacesOf(tree: Tree): Workspace[] {
  const paths = Object.keys(tree).sort()
  const folders = paths
    .filter((path) => path.endsWith('/package.json'))
    .map((path) => posix.dirname(path))
  const nearest = (path: string) =>
    folders
      .filter((folder) => path.startsWith(`${folder}/`))
      .reduce((best, folder) => (folder.length > best.length ? folder : best), '')

  return folders.map((folder) => {
    const manifest = json(tree, `${folder}/package.json`) as Manifest
    const own = paths.filter((path) => nearest(path) === folder)
    return {
      folder,
      name: manifest.name,
      dependencies: {
        shipped: [manifest.dependencies, manifest.peerDependencies].flatMap(keys),
        dev: keys(manifest.devDependencies),
      },
      files: own
        .filter((path) => !path.endsWith('.json'))
        .map((path) => parseSource(posix.relative(folder, path), tree[path] ?? '')),
      projects: new Map(
        own
          .filter((path) => path.endsWith('/tsconfig.json'))
          .map((path) => [posix.dirname(path), referencesOf(tree, path)]),
      ),
    }
  })
}

/** The `references` of a TypeScript project as paths from the root. */
export function referencesOf(tree: Tree, path: string): string[] {
  const { references = [] } = json(tree, path) as Project
  return references.map((reference) => posix.join(posix.dirname(path), reference.path))
}

interface Manifest {
  readonly name: string
  readonly dependencies?: object
  readonly peerDependencies?: object
  readonly devDependencies?: object
}

interface Project {
  readonly references?: readonly { readonly path: string }[]
}

function json(tree: Tree, path: string): unknown {
  return JSON.parse(tree[path] ?? '{}')
}

function keys(record: object | undefined): string[] {
  return Object.keys(record ?? {})
}
