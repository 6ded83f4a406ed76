import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import { circlesOf } from './circles.ts'
import { floorOf } from './floors.ts'
import { referencesOf, type Tree, type Workspace } from './workspace.ts'

/** Library packages that the table of floors does not know. */
export function withoutFloor(workspaces: readonly Workspace[]): string[] {
  return workspaces
    .filter((each) => isLibrary(each) && floorOf(each.name) === undefined)
    .map(({ folder }) => `${folder} has no floor: give it one in test/architecture/floors.ts`)
}

/** Imports and dependencies of library packages that do not go down, their tests' included. */
export function notDownward(workspaces: readonly Workspace[]): string[] {
  return workspaces.filter(isLibrary).flatMap((each) => {
    const own = floorOf(each.name)
    const forbidden = (other: string) => {
      if (!isOurs(other) || other === each.name) return false
      const floor = floorOf(other)
      if (typeof floor !== 'number') return true
      return own !== 'shell' && floor >= (own ?? 0)
    }
    const { shipped, dev } = each.dependencies
    return [
      ...importsOf(each)
        .filter(({ specifier }) => forbidden(packageOf(specifier)))
        .map(({ where, specifier }) => `${where} imports ${specifier}, which is not below it`),
      ...[...shipped, ...dev]
        .filter(forbidden)
        .map((other) => `${each.folder} depends on ${other}, which is not below it`),
    ]
  })
}

/** Packages that depend on each other in a circle, by whatever kind of dependency. */
export function packageCircles(workspaces: readonly Workspace[]): string[] {
  const edges = workspaces.map(({ name, dependencies: { shipped, dev } }) => {
    return [name, [...shipped, ...dev].filter(isOurs)] as const
  })
  return circlesOf(new Map(edges))
}

/** Imports that the package's manifest does not declare; what `src` imports must be shipped, not a dev dependency. */
export function undeclared(workspaces: readonly Workspace[]): string[] {
  return workspaces.flatMap((each) => {
    const { shipped, dev } = each.dependencies
    return importsOf(each)
      .filter(({ specifier }) => !isRelative(specifier) && !isBuiltin(specifier))
      .filter(({ specifier, inSource }) => {
        const wanted = packageOf(specifier)
        return wanted !== each.name && ![...shipped, ...(inSource ? [] : dev)].includes(wanted)
      })
      .map(({ where, specifier }) => `${where} imports ${specifier}, which it does not declare`)
  })
}

/** Node's own modules imported by the sources of a core package: they must run anywhere. */
export function builtinsInCore(workspaces: readonly Workspace[]): string[] {
  return workspaces
    .filter((each) => isLibrary(each) && floorOf(each.name) !== 'shell')
    .flatMap(importsOf)
    .filter(({ specifier, inSource }) => inSource && isBuiltin(specifier))
    .map(({ where, specifier }) => `${where} imports ${specifier}: core packages run anywhere`)
}

/** Relative imports that leave their package, or lead from its sources to its tests. */
export function strayImports(workspaces: readonly Workspace[]): string[] {
  return workspaces
    .flatMap(importsOf)
    .filter(({ specifier, from, inSource }) => {
      // The configuration of a tool may build on the root's.
      if (!isRelative(specifier) || from.endsWith('.config.ts')) return false
      const target = posix.join(posix.dirname(from), specifier)
      return target.startsWith('../') || (inSource && !target.startsWith('src/'))
    })
    .map(({ where, specifier }) => `${where} imports ${specifier}, which is outside`)
}

/** TypeScript projects whose `references` are not exactly the workspace packages they may use. */
export function wrongReferences(workspaces: readonly Workspace[], tree: Tree): string[] {
  const folderOf = new Map(workspaces.map(({ name, folder }) => [name, folder]))
  const folders = (names: readonly string[]) =>
    names.map((name) => folderOf.get(name)).filter((folder) => folder !== undefined)

  const wrong = workspaces.flatMap(({ folder, dependencies: { shipped, dev }, projects }) =>
    [...projects].flatMap(([project, references]) => {
      const isSource = project === folder && folder.startsWith('packages/')
      const expected = folders(
        isSource && !project.endsWith('/bench') ? shipped : [...shipped, ...dev],
      )
      // The tests of a package are a project inside it, which builds on the package itself.
      return compare(project, references, project === folder ? expected : [folder, ...expected])
    }),
  )
  const all = workspaces.flatMap(({ projects }) => [...projects.keys()])
  return [...wrong, ...compare('tsconfig.json', referencesOf(tree, 'tsconfig.json'), all)]
}

function compare(project: string, found: readonly string[], expected: readonly string[]): string[] {
  const missing = expected.filter((path) => !found.includes(path))
  const surplus = found.filter((path) => !expected.includes(path))
  return [
    ...missing.map((path) => `${project} does not reference ${path}`),
    ...surplus.map((path) => `${project} references ${path}, which it does not depend on`),
  ]
}

function importsOf(workspace: Workspace) {
  const { folder, files } = workspace
  return files.flatMap(({ path, imports }) =>
    imports.map(({ specifier, line }) => ({
      specifier,
      from: path,
      /** In what users get. */
      inSource: isLibrary(workspace) && path.startsWith('src/'),
      where: `${folder}/${path}:${line}`,
    })),
  )
}

/** Whether it is a package that users install, `packages/<name>`. */
function isLibrary({ folder }: Workspace): boolean {
  return /^packages\/[^/]+$/.test(folder)
}

function isOurs(name: string): boolean {
  return name.startsWith('@holdfast/')
}

function isRelative(specifier: string): boolean {
  return specifier.startsWith('.')
}

/** `@holdfast/kernel` of `@holdfast/kernel/source`. */
function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}
