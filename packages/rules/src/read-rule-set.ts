import {
  type DocumentSource,
  type Finding,
  type FindingParts,
  frozenCopy,
  isUnreadable,
  readSafely,
} from '@holdfast/kernel'
import { type ReadRuleSet, type RuleSetDocument, ruleSetReadingSchema } from './document.ts'
import { withSubject } from './finding-subject.ts'
import { loadRules } from './load-rules.ts'
import type { RuleSetModel } from './model.ts'
import { type VocabularySchema, vocabularyOf } from './vocabulary.ts'

export interface RuleSetOptions<V extends VocabularySchema = VocabularySchema> {
  /** The facts there are, as a zod object. Left out, any fact may be named and the stock semantics hold. */
  readonly vocabulary?: V | undefined
  /** Lets a reference to a condition that nobody defined stand; it never holds. The stock engine's option of that name. */
  readonly allowUndefinedConditions?: boolean | undefined
  /** Lets `{ fact, path }` among an event's `params` stand for what the fact holds. The stock engine's option of that name. */
  readonly replaceFactsInEventParams?: boolean | undefined
}

/** A document that was read: the model when nothing is wrong, and everything that was found. */
export interface RuleSetReading {
  readonly model: RuleSetModel | undefined
  readonly document: ReadRuleSet | undefined
  readonly findings: readonly Finding[]
}

/** Reads a rule set and finds everything that is wrong in it, at once. */
export function readRuleSet(
  documentOrSource: RuleSetDocument | DocumentSource,
  { vocabulary, ...options }: RuleSetOptions,
): RuleSetReading {
  const reading = readSafely(ruleSetReadingSchema, documentOrSource)
  const { sound } = reading
  if (isUnreadable(reading)) {
    return { model: undefined, document: undefined, findings: reading.findings }
  }
  const known = vocabulary && vocabularyOf(vocabulary)
  const parts = frozenCopy(sound)
  const finding = (found: FindingParts) => withSubject(reading.finding(found), parts)
  const loader = loadRules(parts, known, options)
  const findings = [
    ...reading.findings.map((found) => withSubject(found, parts)),
    ...loader.findings.map(finding),
  ]
  const isWrong = findings.some(({ severity }) => severity === 'error')
  if (isWrong || reading.value === undefined) {
    return { model: undefined, document: undefined, findings }
  }
  const document = frozenCopy(reading.value)
  const { id, version } = document
  const model = { id, version, finding, vocabulary: known, ...loader.loaded }
  return { model, document, findings }
}
