import { posix } from 'node:path'
import { circlesOf } from './circles.ts'
import type { SourceFile } from './source-file.ts'
import type { Workspace } from './workspace.ts'

export const MOST_LINES = 300

/** Files of one package that import each other in a circle; imports of types count, because readers follow them too. */
export function fileCircles(workspaces: readonly Workspace[]): string[] {
  return workspaces.flatMap(({ folder, files }) => {
    const edges = files.map(({ path, imports }) => {
      const targets = imports
        .filter(({ specifier }) => specifier.startsWith('.'))
        .map(({ specifier }) => posix.join(posix.dirname(path), specifier))
      return [path, targets] as const
    })
    return circlesOf(new Map(edges)).map((circle) => `${folder}: ${circle}`)
  })
}

/** Source files longer than anyone reads in one go. */
export function longFiles(workspaces: readonly Workspace[]): string[] {
  return sources(workspaces)
    .filter(({ file }) => file.lines > MOST_LINES)
    .map(({ where, file }) => `${where} has ${file.lines} lines, more than ${MOST_LINES}`)
}

/** Default exports: every importer would invent its own name. */
export function defaultExports(workspaces: readonly Workspace[]): string[] {
  return sources(workspaces).flatMap(({ where, file }) =>
    file.defaultExports.map((line) => `${where}:${line} exports a default`),
  )
}

/** Statements in a package's face other than named re-exports: the face shows what there is and does nothing. */
export function facesThatDo(workspaces: readonly Workspace[]): string[] {
  return sources(workspaces)
    .filter(({ file }) => file.path === 'src/index.ts')
    .flatMap(({ where, file }) =>
      file.ownStatements.map((line) => `${where}:${line} is not a named re-export`),
    )
}

/** Library packages without a face. */
export function faceless(workspaces: readonly Workspace[]): string[] {
  return workspaces
    .filter(({ folder }) => /^packages\/[^/]+$/.test(folder))
    .filter(({ files }) => !files.some(({ path }) => path === 'src/index.ts'))
    .map(({ folder }) => `${folder} has no src/index.ts`)
}

function sources(workspaces: readonly Workspace[]): { where: string; file: SourceFile }[] {
  return workspaces
    .filter(({ folder }) => /^packages\/[^/]+$/.test(folder))
    .flatMap(({ folder, files }) =>
      files
        .filter(({ path }) => path.startsWith('src/'))
        .map((file) => ({ where: `${folder}/${file.path}`, file })),
    )
}
