import {
  formatInstant,
  type InstantLike,
  type Params,
  paramsSchema,
  toInstant,
} from '@holdfast/kernel'
import * as z from 'zod'
import type { Evaluation } from './evaluation.ts'
import type { Facts } from './facts.ts'
import type { RuleSet } from './rule-set.ts'

/** A decision as an audit log keeps it: plain JSON that says who decided what about which facts, and when. */
export const decisionRecordSchema = z.strictObject({
  ruleSet: z.strictObject({
    id: z.string(),
    version: z.union([z.string(), z.number()]).describe('With the id, the rules as they were'),
  }),
  at: z.iso.datetime().describe('The instant asked at'),
  input: paramsSchema.describe('The facts that the rule set reads'),
  result: paramsSchema.describe('The evaluation: what matched, what was decided, or the refusal'),
})

export type DecisionRecord = Readonly<z.infer<typeof decisionRecordSchema>>

/**
 * The record of an evaluation. It holds only the facts that the rules read, so that nothing else of a request ends up
 * in a log; asking the same version again with them gives the same result.
 */
export function decisionRecord<F extends Facts>(
  ruleSet: RuleSet<F>,
  facts: F,
  evaluation: Evaluation,
  { at }: { readonly at: InstantLike },
): DecisionRecord {
  const read = ruleSet.facts.filter((fact) => Object.hasOwn(facts, fact))
  return {
    ruleSet: { id: ruleSet.id, version: ruleSet.version },
    at: formatInstant(toInstant(at)),
    input: plain(Object.fromEntries(read.map((fact) => [fact, facts[fact]]))),
    result: plain(evaluation),
  }
}

/** What JSON keeps of a value; an instant in an object of its own becomes its text. */
function plain(value: unknown): Params {
  return JSON.parse(
    JSON.stringify(value, (_, part: unknown) => (isSayable(part) ? part : String(part))),
  )
}

function isSayable(value: unknown): boolean {
  return typeof value !== 'bigint' && (typeof value !== 'number' || Number.isFinite(value))
}
