import type { Finding } from '@holdfast/kernel'

/** What a test says about a finding: how bad it is, what, where, and the suggestion. */
export function told({ severity, code, pointer, didYouMean }: Finding): string {
  return [severity, code, pointer, ...(didYouMean === undefined ? [] : [didYouMean])].join(' ')
}

/** The `code` that an act of misuse is refused with, or `'accepted'`. */
export function codeOf(act: () => unknown): unknown {
  try {
    act()
  } catch (error) {
    return (error as { code?: unknown }).code
  }
  return 'accepted'
}

/** Freezes a value to its leaves, so that any attempt to change it throws. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const part of Object.values(value)) deepFreeze(part)
  return Object.freeze(value)
}
