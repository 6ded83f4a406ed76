import {
  type DocumentSource,
  type Finding,
  type FindingParts,
  frozenCopy,
  isUnreadable,
  MAX_INSTANT,
  MIN_INSTANT,
  readSafely,
} from '@holdfast/kernel'
import { createRuleSet, type RuleSetDocument } from '@holdfast/rules'
import { agreementFindings } from './check-agreements.ts'
import { conditionsFindings } from './check-applies.ts'
import { targetFindings } from './check-targets.ts'
import { choiceRules } from './choice.ts'
import {
  type PolicyReading,
  type ReadPolicy,
  type SlaPolicyDocument,
  slaPolicyReadingSchema,
} from './document.ts'
import type { SlaPolicyDeps } from './model.ts'

/** A policy, when nothing is wrong with it, and everything that was found by looking at its parts. */
export function readPolicy(
  documentOrSource: SlaPolicyDocument | DocumentSource,
  deps: SlaPolicyDeps,
): {
  readonly value: ReadPolicy | undefined
  readonly findings: readonly Finding[]
  readonly reading: PolicyReading
} {
  const reading = readSafely(slaPolicyReadingSchema, documentOrSource)
  if (isUnreadable(reading)) return { value: undefined, findings: reading.findings, reading }
  const parts: FindingParts[] = [...agreementFindings(reading), ...targetFindings(reading, deps)]
  const findings = withoutRepeats([
    ...reading.findings,
    ...parts.map(reading.finding),
    ...conditionsFindings(reading, deps),
  ])
  const isSound = findings.every(({ severity }) => severity !== 'error')
  const value = isSound && reading.value ? frozenCopy(reading.value) : undefined
  return { value, findings, reading }
}

/** What holds for a target at every priority is found once. */
function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>()
  return findings.filter(({ code, pointer, message }) => {
    const key = JSON.stringify([code, pointer, message])
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}

/** What the analysis of rules can say about the choice between agreements. */
const CHOICE_FINDINGS: Readonly<Record<string, string>> = {
  'rule-shadowed': 'agreement-unreachable',
  'rule-contradictory': 'agreement-unreachable',
  'condition-redundant': 'condition-redundant',
}

/** Enough for policies of some hundred agreements; a fraction of a second where it is used up. */
const BUDGET = 10_000_000

/**
 * The agreements as rules of which the first wins, among those that hold at the same times if they apply: with the
 * customer all, of the others those of one kind and debtor that support the same.
 */
function rivalRules(document: ReadPolicy): RuleSetDocument {
  const rules = choiceRules(document)
  const rivals = document.agreements.map(({ kind, debtor, supports = [] }) =>
    kind === 'sla' ? kind : JSON.stringify([kind, debtor, [supports].flat().toSorted()]),
  )
  return {
    ...rules,
    actions: Object.fromEntries(rivals.map((type) => [type, { hitPolicy: 'first' }])),
    rules: (rules.rules ?? []).map((rule, nth) => ({
      ...rule,
      event: { type: rivals[nth] as string },
    })),
  }
}

/** What is wrong with the choice between agreements as a whole: agreements that no request can come under. */
export function choiceFindings(
  document: ReadPolicy,
  { finding }: PolicyReading,
  { vocabulary }: SlaPolicyDeps,
): readonly Finding[] {
  const rules = createRuleSet(rivalRules(document), { ...(vocabulary && { vocabulary }) })
  const found = rules.check({ from: MIN_INSTANT, to: MAX_INSTANT, budget: BUDGET })
  return found.flatMap(({ code, pointer, message, ...rest }) => {
    const ours = CHOICE_FINDINGS[code]
    const [, list, nth, ...inner] = pointer.split('/')
    if (ours === undefined || list !== 'rules') return []
    const path = [
      'agreements',
      Number(nth),
      ...(inner[0] === 'conditions' ? ['applies', ...inner.slice(1)] : []),
    ]
    const told = message.replace(/\b(?:the )?rule "/, 'agreement "')
    return [finding({ ...rest, code: ours, message: told, path })]
  })
}
