import type { Finding, FindingParts } from '@holdfast/kernel'
import { type ConditionOptions, checkCondition } from './compile-condition.ts'

/**
 * Everything that is wrong with a condition that stands in a document of another kind: `path` leads to it there, and
 * `finding` is the reading's of that document, so that positions are found. Never throws.
 */
export function conditionFindings(
  condition: unknown,
  options: ConditionOptions,
  path: readonly PropertyKey[],
  finding: (parts: FindingParts) => Finding,
): readonly Finding[] {
  return checkCondition(condition, options).map(({ pointer, ...found }) => {
    const steps = pointer.split('/').slice(1).map(unescaped)
    return finding({ ...found, path: [...path, ...steps] })
  })
}

function unescaped(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~')
}
