import type { Library } from './library.ts'

/** Programs of a user, by file name: each entry of each package imported, required and checked for lost types. */
export function consumersOf(libraries: readonly Library[]): Record<string, string> {
  const entries = libraries.flatMap((library) => library.entries)
  return {
    'imports.mjs': imports(entries),
    'requires.cjs': requires(entries),
    ...typesOf(
      entries.filter((entry) => !WITH_XSTATE.includes(entry)),
      '',
      { exactOptionalPropertyTypes: true },
    ),
    ...typesOf(WITH_XSTATE, '-xstate', {}),
  }
}

/**
 * The declarations of these name those of xstate 5.33, which do not compile with `exactOptionalPropertyTypes` unless
 * libraries are skipped.
 */
const WITH_XSTATE: readonly string[] = ['@holdfast/requests/machine']

function typesOf(entries: readonly string[], name: string, options: object) {
  const [esm, cjs, bundled] = [`types${name}.mts`, `types${name}.cts`, `bundled${name}.ts`] as const
  return {
    [esm]: types(entries),
    [cjs]: types(entries),
    [bundled]: types(entries),
    [`tsconfig.nodenext${name}.json`]: project('nodenext', 'nodenext', [esm, cjs], options),
    [`tsconfig.bundler${name}.json`]: project('esnext', 'bundler', [bundled], options),
  }
}

function imports(entries: readonly string[]): string {
  return [
    ...entries.map((entry, n) => `import * as face${n} from '${entry}'`),
    `const faces = { ${entries.map((entry, n) => `'${entry}': face${n}`).join(', ')} }`,
    NAMES,
  ].join('\n')
}

function requires(entries: readonly string[]): string {
  const faces = entries.map((entry) => `'${entry}': require('${entry}')`)
  return [`const faces = { ${faces.join(', ')} }`, NAMES].join('\n')
}

/** Prints what each entry exports, and what one call answers. */
const NAMES = `
const names = Object.entries(faces).map(([entry, face]) => [entry, Object.keys(face).sort()])
console.log(JSON.stringify(Object.fromEntries(names)))
`

/** A module whose types were lost would be `any` and fit everywhere; so would a single lost name. */
function types(entries: readonly string[]): string {
  const proofs = entries.map(
    (entry, n) => `
import * as face${n} from '${entry}'
// @ts-expect-error
export const misfit${n}: symbol = face${n}
`,
  )
  return `
type IsAny<T> = 0 extends 1 & T ? true : false
type Lost<Face> = 'none' | { [Name in keyof Face]: IsAny<Face[Name]> extends true ? Name : never }[keyof Face]
type Only<T> = [T] extends ['none'] ? true : T
${proofs.join('')}
${entries.map((_, n) => `export const whole${n}: Only<Lost<typeof face${n}>> = true`).join('\n')}
`
}

function project(
  module: string,
  moduleResolution: string,
  files: readonly string[],
  options: object,
): string {
  const compilerOptions = {
    module,
    moduleResolution,
    target: 'ES2022',
    // The declarations of zod name `URL`, which every user's platform has.
    lib: ['ES2023', 'DOM'],
    types: [],
    strict: true,
    ...options,
    skipLibCheck: false,
    noEmit: true,
  }
  return JSON.stringify({ compilerOptions, files }, null, 2)
}
