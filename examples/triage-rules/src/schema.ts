import { ruleSetJsonSchema } from '@holdfast/rules'
import { vocabulary } from './vocabulary.ts'

/** The JSON Schema of the rules, for editors: it knows the facts, the operators that fit each, and the values. */
export function schemaText(): string {
  return `${JSON.stringify(ruleSetJsonSchema({ vocabulary }), null, 2)}\n`
}
