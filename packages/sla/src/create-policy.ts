import { assertUsable, type DocumentSource, type Finding } from '@holdfast/kernel'
import { createRuleSet } from '@holdfast/rules'
import { choiceFindings, readPolicy } from './check-policy.ts'
import { choiceRules } from './choice.ts'
import type { ReadPolicy, SlaPolicyDocument } from './document.ts'
import { modelOf, type SlaPolicyDeps } from './model.ts'
import { policyOf, type SlaPolicy } from './policy.ts'

/**
 * The policy of a document, or of a document source. Throws a `DocumentError` that names everything `checkSlaPolicy`
 * finds. The document is not changed, and later changes to it change nothing here.
 */
export function createSlaPolicy(
  documentOrSource: SlaPolicyDocument | DocumentSource,
  deps: SlaPolicyDeps,
): SlaPolicy {
  const { value, findings } = readPolicy(documentOrSource, deps)
  assertUsable('SLA policy', findings)
  const document = value as ReadPolicy
  const { vocabulary } = deps
  const choice = createRuleSet(choiceRules(document), { ...(vocabulary && { vocabulary }) })
  return policyOf([modelOf(document, choice, deps)])
}

/** Everything that is wrong, or most likely a mistake, in a policy. Never throws. */
export function checkSlaPolicy(
  documentOrSource: SlaPolicyDocument | DocumentSource,
  deps: SlaPolicyDeps,
): readonly Finding[] {
  const { value, findings, reading } = readPolicy(documentOrSource, deps)
  return value === undefined ? findings : [...findings, ...choiceFindings(value, reading, deps)]
}

/**
 * One policy after the other, each while it is in effect (`effective`); of several in effect the last that came. What
 * becomes of requests that began under an earlier one is said by `changes.effective` of the later one: they keep it when
 * left out.
 */
export function succession(policies: readonly [SlaPolicy, ...SlaPolicy[]]): SlaPolicy {
  const models = policies.flatMap((policy) => policy.models)
  return policyOf(models.toSorted((a, b) => a.from - b.from))
}
