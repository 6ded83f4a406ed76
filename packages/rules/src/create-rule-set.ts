import {
  assertUsable,
  type DocumentSource,
  type Finding,
  interval,
  toInstant,
} from '@holdfast/kernel'
import type * as z from 'zod'
import { checkRules } from './analysis/check-rules.ts'
import type { ReadRuleSet, RuleSetDocument } from './document.ts'
import { executorOf } from './executor.ts'
import type { Facts } from './facts.ts'
import type { RuleSetModel } from './model.ts'
import { type RuleSetOptions, readRuleSet } from './read-rule-set.ts'
import type { RuleSet } from './rule-set.ts'
import type { VocabularySchema } from './vocabulary.ts'
import { ruleNamed, whyNot } from './why-not.ts'

/**
 * The rule set of a document, or of a document source. Throws a `DocumentError` that names everything `checkRuleSet`
 * finds. The document is not changed, and later changes to it change nothing here. With a vocabulary, facts have its
 * type.
 */
export function createRuleSet<V extends VocabularySchema>(
  documentOrSource: RuleSetDocument | DocumentSource,
  options: RuleSetOptions<V> & { readonly vocabulary: V },
): RuleSet<z.input<V>>
export function createRuleSet(
  documentOrSource: RuleSetDocument | DocumentSource,
  options?: RuleSetOptions,
): RuleSet
export function createRuleSet(
  documentOrSource: RuleSetDocument | DocumentSource,
  options: RuleSetOptions = {},
): RuleSet {
  const { model, document, findings } = readRuleSet(documentOrSource, options)
  assertUsable('rule set', findings)
  return ruleSetOf(model as RuleSetModel, document as ReadRuleSet)
}

/** Everything that is wrong, or most likely a mistake, in a rule set document. Never throws. */
export function checkRuleSet(
  documentOrSource: RuleSetDocument | DocumentSource,
  options: RuleSetOptions = {},
): readonly Finding[] {
  return readRuleSet(documentOrSource, options).findings
}

function ruleSetOf(model: RuleSetModel, document: ReadRuleSet): RuleSet {
  const executor = executorOf(model)
  const decide = (facts: Facts, at: number) => executor.evaluate(facts, at, 'allow')
  return Object.freeze<RuleSet>({
    id: model.id,
    version: model.version,
    facts: Object.freeze(executor.facts),
    evaluate: (facts, { at, missing = 'allow' }) =>
      executor.evaluate(facts, toInstant(at), missing),
    whyNot: (rule, facts, { at, budget }) =>
      whyNot(model, decide, ruleNamed(model, rule), facts, toInstant(at), budget),
    check: ({ from, to, budget }) => checkRules(model, decide, { ...interval(from, to), budget }),
    document,
    model,
  })
}
