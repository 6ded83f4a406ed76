import * as z from 'zod'
import { DECORATORS } from './operation.ts'
import { OPERATOR_NAMES } from './operators.ts'

/** A value that a comparison compares with: plain JSON, or `{ fact }` for what another fact holds. */
export type ConditionValue = unknown

/** One comparison of a fact with a value, in json-rules-engine's format. */
export interface Comparison {
  readonly fact: string
  /** `equal`, `in`, `lessThan`, `textContains`..., with decorators before it: `not:someFact:equal`. */
  readonly operator: string
  /** What to compare with; `{ fact, path }` compares with another fact. */
  readonly value: ConditionValue
  /** A part of the fact: `$.contract.level`. */
  readonly path?: string
  readonly priority?: number
  readonly name?: string
}

interface Common {
  readonly priority?: number
  readonly name?: string
}

/** A condition in json-rules-engine's format; plain data. */
export type Condition =
  | (Common & { readonly all: readonly Condition[] })
  | (Common & { readonly any: readonly Condition[] })
  | (Common & { readonly not: Condition })
  | (Common & { readonly condition: string })
  | Comparison

const common = {
  priority: z.int().optional().describe('Sets with a higher priority are asked first'),
  name: z.string().optional().describe('For people'),
}

/** The text of a regular expression that takes an operator with the decorators before it. */
export const OPERATOR_PATTERN = `^((${DECORATORS.join('|')}):)*(${OPERATOR_NAMES.join('|')})$`

const comparisonSchema = z
  .looseObject({
    fact: z.string().min(1).describe('The fact that is compared'),
    operator: z
      .string()
      .meta({ pattern: OPERATOR_PATTERN, examples: [...OPERATOR_NAMES] })
      .describe('How, with decorators before it: `not:someFact:equal`'),
    value: z.unknown().describe('With what; `{ fact, path }` for another fact'),
    path: z.string().optional().describe('A part of the fact: `$.contract.level`'),
    ...common,
  })
  .meta({ id: 'comparison', description: 'One comparison' })

/**
 * The shape of a condition, for JSON Schema. What a condition must be beyond its shape is checked where it is parsed,
 * with better messages than a union can give.
 */
export const conditionSchema: z.ZodType<Condition, Condition> = z
  .lazy(() => shapes)
  .meta({ id: 'condition' }) as z.ZodType<Condition, Condition>

const shapes: z.ZodType = z.union([
  z.looseObject({ all: z.array(conditionSchema).describe('All of these hold'), ...common }),
  z.looseObject({ any: z.array(conditionSchema).min(1).describe('At least one holds'), ...common }),
  z.looseObject({ not: conditionSchema.describe('This does not hold'), ...common }),
  z.looseObject({ condition: z.string().describe('The name of a condition'), ...common }),
  comparisonSchema,
])
