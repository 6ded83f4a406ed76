import { expect } from 'vitest'
import type { Finding } from '../src/index.ts'

/** The `code` that an act of misuse is refused with, or `'accepted'`. */
export function codeOf(act: () => unknown): unknown {
  try {
    act()
  } catch (error) {
    return (error as { code?: unknown }).code
  }
  return 'accepted'
}

/** What a test says about findings: code and place of each. */
export function places(findings: readonly Finding[]): string[] {
  return findings.map(({ code, pointer }) => `${code} ${pointer}`)
}

/** Code, line and column of each finding. */
export function positions(findings: readonly Finding[]): string[] {
  return findings.map(({ code, line, column }) => `${code} ${line}:${column}`)
}

/** Freezes a value to its leaves, so that any attempt to change it throws. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const part of Object.values(value)) deepFreeze(part)
  return Object.freeze(value)
}

/** Runs an act and says that nothing given an `Object` was added by it. */
export function expectNoPollution(act: () => unknown): void {
  const before = Object.getOwnPropertyNames(Object.prototype)
  act()
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
}
