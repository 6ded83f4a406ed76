import {
  type DocumentReading,
  documentHeader,
  durationSchema,
  formatSchema,
  isTimeZone,
  moneySchema,
  openEnum,
  suggestTimeZone,
} from '@holdfast/kernel'
import { effectFields, termsSchema } from '@holdfast/obligations'
import { type Condition, conditionSchema } from '@holdfast/rules'
import * as z from 'zod'

export const SLA_FORMAT = 'holdfast/sla@1'

/** What an agreement is: with a customer, between teams, or with a supplier (ITIL's SLA, OLA, underpinning contract). */
export const AGREEMENT_KINDS = ['sla', 'ola', 'underpinning'] as const

/** What a change does to clocks that run. */
export const ON_CHANGE = ['retroactive', 'fromChange', 'keep'] as const

const terms = termsSchema.shape
const clock = terms.clock.optional().describe('How time counts; the calendar’s time when left out')

const priorityTargetSchema = z
  .union([
    durationSchema,
    z.strictObject({
      within: durationSchema.describe('How long; of a cadence, how often'),
      clock,
      warnAt: terms.warnAt,
    }),
  ])
  .describe('How long, or that with a clock of its own')

const onChangeSchema = openEnum(ON_CHANGE).optional()

const changesSchema = z
  .strictObject({
    priority: onChangeSchema.describe('When the priority changes; `retroactive` when left out'),
    facts: onChangeSchema.describe(
      'When another fact makes another agreement apply; `retroactive` when left out',
    ),
    effective: onChangeSchema.describe(
      'When agreements or policies come into effect or go out of it; `keep` when left out',
    ),
  })
  .describe(
    'What becomes of open clocks: read again from their beginning, begun anew, or kept as they are',
  )

const tierSchema = z.strictObject({
  below: z.number().gt(0).max(1).describe('The share met in the period is less than this'),
  amount: z.int().nonnegative().describe('What is credited, in whole minor units'),
})

const creditSchema = z
  .strictObject({
    metric: z.string().min(1).describe('The metric whose breaches are credited'),
    currency: moneySchema.shape.currency,
    perBreach: z.int().positive().optional().describe('For each breach, in whole minor units'),
    tiers: z
      .array(tierSchema)
      .min(1)
      .optional()
      .describe('For the period, by the share met; the lowest that holds counts'),
    cap: z.int().positive().optional().describe('At most so much in a period'),
  })
  .describe('What the debtor credits for what was not kept')

/** A step of a chain: a target of another agreement, or several side by side. */
const stepSchema = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
  .describe('`<agreement>/<metric>`, or a list of them that are worked on side by side')

/** The schema around a schema of conditions. */
function schemaWith<C extends z.ZodType>(condition: C) {
  const metricSchema = z
    .strictObject({
      title: terms.title,
      reason: terms.reason,
      per: terms.per,
      ...effectFields(condition),
      pauseReasons: terms.pauseReasons,
      privateNotesFulfill: terms.privateNotesFulfill,
      cadence: z
        .strictObject({
          from: openEnum(['fulfillment', 'grid']).describe('From when a period counts'),
          until: condition.optional().describe('The condition of marks that end it'),
          untilDate: z.string().optional().describe('The instant that ends it'),
        })
        .optional()
        .describe('For what is owed again and again'),
      debtor: terms.debtor.optional(),
      creditor: terms.creditor.optional(),
    })
    .describe('What is measured')

  const targetSchema = z
    .strictObject({
      metric: z.string().min(1).describe('`firstResponse`, `resolution`, or a metric of its own'),
      within: durationSchema.optional().describe('How long; of a cadence, how often'),
      byPriority: z
        .record(z.string(), priorityTargetSchema)
        .optional()
        .describe('How long at each priority; one that is left out has no target'),
      clock,
      warnAt: terms.warnAt,
      pauseReasons: terms.pauseReasons.describe('In place of those of the metric'),
      debtor: terms.debtor.optional().describe('In place of the agreement’s'),
      creditor: terms.creditor.optional().describe('In place of the agreement’s'),
      consequences: terms.consequences,
      chain: z
        .array(stepSchema)
        .optional()
        .describe(
          'The targets of supporting agreements that it is made of, one step after the other',
        ),
    })
    .describe('What is promised')

  const agreementSchema = z
    .strictObject({
      id: z.string().min(1).describe('What reports and other agreements call it'),
      kind: openEnum(AGREEMENT_KINDS).describe('`sla`, `ola` or `underpinning`'),
      title: z.string().optional().describe('For people'),
      reason: z.string().optional().describe('Why it is as it is'),
      effective: documentHeader.effective,
      applies: condition
        .optional()
        .describe('Which requests it is for, by their facts; all when left out'),
      supports: z
        .union([z.string().min(1), z.array(z.string().min(1))])
        .optional()
        .describe('The agreements that rest on it'),
      debtor: terms.debtor,
      creditor: terms.creditor,
      calendar: z.string().min(1).optional().describe('The calendar of its targets'),
      targets: z.array(targetSchema).min(1).describe('What is promised'),
      credits: z.array(creditSchema).optional().describe('What is credited for breaches'),
    })
    .describe('An agreement')

  return z.strictObject({
    ...documentHeader,
    format: formatSchema(SLA_FORMAT),
    timeZone: z
      .string()
      .refine(isTimeZone, {
        params: { code: 'zone-unknown', expected: 'an IANA time zone', suggest: suggestTimeZone },
      })
      .optional()
      .describe('IANA zone of dates without a time; UTC when left out'),
    calendar: z.string().min(1).optional().describe('The calendar of agreements that name none'),
    priorities: z
      .array(z.string().min(1))
      .optional()
      .describe('The priorities there are, highest first'),
    changes: changesSchema.optional(),
    conditions: z
      .record(z.string().min(1), condition)
      .optional()
      .describe('Conditions over the facts of requests that `applies` refers to by name'),
    metrics: z
      .record(z.string().min(1), metricSchema)
      .optional()
      .describe('Metrics of its own, by name'),
    agreements: z.array(agreementSchema).min(1).describe('In order: the first that applies wins'),
  })
}

/** The schema of a policy, for types, JSON Schema and documentation. */
export const slaPolicySchema = schemaWith(conditionSchema)

/** The schema a policy is read with: conditions are parsed apart, with findings that say more than a union can. */
export const slaPolicyReadingSchema = schemaWith(z.unknown() as z.ZodType<Condition, Condition>)

/** What is promised, to whom, and by when. Plain data. */
export type SlaPolicyDocument = Readonly<z.input<typeof slaPolicySchema>>

/** A policy whose shape is right, which may be changed and given back; conditions are parsed apart. */
export type ReadPolicy = z.output<typeof slaPolicyReadingSchema>

/** A policy as far as it could be read, and what was found in it. */
export type PolicyReading = DocumentReading<ReadPolicy>

export type ReadAgreement = ReadPolicy['agreements'][number]

export type ReadTarget = ReadAgreement['targets'][number]

/** The JSON Schema (draft 2020-12) of a policy, for editors. */
export function slaPolicyJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(slaPolicySchema, { io: 'input' })
}
