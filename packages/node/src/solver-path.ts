import { createRequire } from 'node:module'
import type { Coded } from '@holdfast/kernel'

/**
 * Where the solver is installed, as seen from here. It is looked up only when it is needed, because it is an optional
 * peer dependency. Throws `Error` `highs-missing`.
 */
export function solverPath(name = 'highs'): string {
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch (cause) {
    const message = 'the solver is not installed: npm install highs@^1.15.3'
    throw solverError('highs-missing', message, cause)
  }
}

/** An error of the solver that a program can tell apart by its `code`. */
export function solverError(code: string, message: string, cause?: unknown): Coded<Error> {
  return Object.assign(new Error(message, cause === undefined ? {} : { cause }), { code })
}
