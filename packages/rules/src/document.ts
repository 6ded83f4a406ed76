import {
  type DocumentReading,
  documentHeader,
  formatSchema,
  isTimeZone,
  openEnum,
  type Params,
  parseInstant,
  suggestTimeZone,
} from '@holdfast/kernel'
import * as z from 'zod'
import { conditionSchema } from './condition-document.ts'

export const RULES_FORMAT = 'holdfast/rules@1'

export const HIT_POLICIES = ['unique', 'any', 'first', 'priority', 'collect'] as const

const zoneSchema = z
  .string()
  .refine(isTimeZone, {
    params: { code: 'zone-unknown', expected: 'an IANA time zone', suggest: suggestTimeZone },
  })
  .describe('IANA zone of dates without a time; UTC when left out')

const actionSchema = z
  .strictObject({
    title: z.string().optional().describe('For people'),
    hitPolicy: openEnum(HIT_POLICIES).describe(
      'What becomes of it when several rules match: `unique`, `any`, `first`, `priority` or `collect`',
    ),
    complete: z
      .boolean()
      .optional()
      .describe('Whether some rule must match every request: `true` makes a gap an error'),
  })
  .describe('An action that rules decide')

/** Any JSON object. What it holds is up to whoever acts on the event. */
const jsonObjectSchema = z.record(z.string(), z.unknown()) as unknown as z.ZodType<Params>

const eventSchema = z
  .strictObject({
    type: z
      .string()
      .min(1)
      .refine((type) => type !== 'error', {
        params: { code: 'event-reserved', expected: 'another name: `error` is the engine’s own' },
      })
      .describe('The action'),
    params: jsonObjectSchema.optional().describe('What the action needs to know, such as a team'),
  })
  .describe('What the rule asks for')

const factsSchema = z.record(z.string(), z.unknown()).describe('A request, as facts')
const atSchema = z
  .string()
  .refine((text) => parseInstant(text) !== undefined, {
    params: {
      code: 'instant-invalid',
      expected: 'an instant with an offset, such as 2026-03-01T09:00:00Z',
    },
  })
  .optional()
  .describe('The instant asked at')

const ruleTestSchema = z.strictObject({
  title: z.string().optional().describe('What it shows'),
  facts: factsSchema,
  at: atSchema,
  matches: z.boolean().optional().describe('Whether the rule matches; it does when left out'),
})

const decisionTestSchema = z.strictObject({
  title: z.string().describe('What it shows'),
  facts: factsSchema,
  at: atSchema,
  decides: z
    .record(z.string(), z.union([z.null(), jsonObjectSchema, z.array(jsonObjectSchema)]))
    .describe('By action, the `params` decided, a list of them, or `null` for none'),
})

const about = {
  id: z.string().min(1).describe('What reports and other rules call it'),
  title: z.string().optional().describe('For people'),
  owner: z.string().optional().describe('Who may change it'),
  reason: z.string().optional().describe('Why it is as it is'),
  reference: z.string().optional().describe('Where that was decided: a ticket, a page'),
  effective: documentHeader.effective,
  priority: z.number().optional().describe('Higher goes first; 1 when left out, and at least 1'),
}

/** A cell of a decision table: a value, a list of values, `-` for any, or operators with their values. */
const cellSchema = z.unknown().describe('`-` for any, a value, a list, or `{ operator: value }`')

const columnSchema = z.strictObject({
  fact: z.string().min(1).describe('The fact that the column asks for'),
  path: z.string().optional().describe('A part of the fact: `$.contract.level`'),
})

const rowSchema = z.strictObject({
  id: z
    .string()
    .min(1)
    .optional()
    .describe('Its rule is called `<table>/<id>`; its number when left out'),
  title: z.string().optional().describe('For people'),
  when: z.array(cellSchema).describe('A cell for each column'),
  params: jsonObjectSchema.describe('What the row decides'),
})

const tableSchema = z
  .strictObject({
    ...about,
    action: z.string().min(1).describe('The action that its rows decide'),
    columns: z.array(columnSchema).min(1).describe('The facts that its rows compare'),
    rows: z.array(rowSchema).describe('Each becomes a rule, in order'),
  })
  .describe('A decision table')

/** The schema around a schema of conditions. */
function schemaWith<C extends z.ZodType>(condition: C) {
  const ruleSchema = z
    .strictObject({
      ...about,
      conditions: condition.describe('When it matches'),
      event: eventSchema,
      tests: z.array(ruleTestSchema).optional().describe('Requests that it must or must not match'),
    })
    .describe('A rule')

  return z.strictObject({
    ...documentHeader,
    format: formatSchema(RULES_FORMAT),
    timeZone: zoneSchema.optional(),
    actions: z.record(z.string().min(1), actionSchema).describe('What rules may decide, by name'),
    conditions: z
      .record(z.string().min(1), condition)
      .optional()
      .describe('Conditions that rules refer to by name'),
    rules: z.array(ruleSchema).optional().describe('The rules, in order'),
    tables: z
      .array(tableSchema)
      .optional()
      .describe('Decision tables; their rows come after the rules'),
    tests: z.array(decisionTestSchema).optional().describe('Requests with what must be decided'),
  })
}

/** The schema of a rule set, for types, JSON Schema and documentation. */
export const ruleSetSchema = schemaWith(conditionSchema)

/** The schema a document is read with: conditions are parsed apart, with findings that say more than a union can. */
export const ruleSetReadingSchema = schemaWith(z.unknown())

/** Rules that decide what happens to a request, with the conditions and tables they are made of. Plain data. */
export type RuleSetDocument = Readonly<z.input<typeof ruleSetSchema>>

/** An entry of `rules`. */
export type RuleDocument = NonNullable<RuleSetDocument['rules']>[number]

/** An entry of `tables`. */
export type TableDocument = NonNullable<RuleSetDocument['tables']>[number]

/** A rule set whose shape is right; its conditions are not parsed yet. */
export type ReadRuleSet = z.output<typeof ruleSetReadingSchema>

/** The parts of a rule set whose shape is right. */
export type SoundRuleSet = DocumentReading<ReadRuleSet>['sound']
