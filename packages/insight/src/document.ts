import {
  CASE_ELEMENTS,
  type DocumentReading,
  documentHeader,
  durationSchema,
  formatSchema,
  openEnum,
  parseInstant,
} from '@holdfast/kernel'
import * as z from 'zod'

export const IMPROVEMENT_PLAN_FORMAT = 'holdfast/improvement-plan@1'

const shareSchema = z.number().min(0).max(1)

const elementSchema = openEnum([...CASE_ELEMENTS, 'resolved', 'unknown'])

const partySchema = z
  .string()
  .min(1)
  .optional()
  .describe('For a wait, whom it is for: `customer`, `vendor`, `queue`; every wait when left out')

const changeSchema = z
  .strictObject({
    element: elementSchema.describe('The element of case life that changes'),
    party: partySchema,
    shorterBy: shareSchema
      .optional()
      .describe('The share of its time by which each iteration is shorter'),
    fewerRepeats: shareSchema.optional().describe('The share of its repeats there is no more'),
    driver: z
      .string()
      .min(1)
      .optional()
      .describe('Fewer of the repeats with this driver only; of all when left out'),
  })
  .describe('What changes in the lives of cases')

const leverSchema = z
  .strictObject({
    id: z.string().min(1).describe('What interventions call it'),
    title: z.string().optional().describe('For people'),
    level: z.string().min(1).describe('The level of the organization that can pull it'),
    complexity: z.int().min(1).max(5).optional().describe('How hard it is, from 1 to 5'),
    changes: z.array(changeSchema).min(1).describe('What it is assumed to change'),
    reason: z.string().optional().describe('Why that is assumed'),
  })
  .describe('Something that would make the lives of cases shorter')

const interventionSchema = z
  .strictObject({
    id: z.string().min(1).describe('What reports call it'),
    title: z.string().optional().describe('For people'),
    at: z
      .string()
      .refine((text) => parseInstant(text) !== undefined, {
        params: {
          code: 'instant-invalid',
          expected: 'an instant with an offset, such as 2026-03-01T09:00:00Z',
        },
      })
      .meta({ format: 'date-time' })
      .describe('From when on it holds: an instant with an offset'),
    window: durationSchema
      .optional()
      .describe(
        'How long before and after it cases are looked at, a fixed length; `PT2160H` (90 days of 24 hours) when left out',
      ),
    element: elementSchema.optional().describe('The element that it is about'),
    party: partySchema,
    lever: z.string().min(1).optional().describe('The lever that it pulls'),
  })
  .describe('Something that was done')

/** The schema of a plan, for types, JSON Schema and documentation. */
export const improvementPlanSchema = z.strictObject({
  ...documentHeader,
  format: formatSchema(IMPROVEMENT_PLAN_FORMAT),
  levels: z
    .array(z.string().min(1))
    .min(1)
    .describe('The levels of the organization, the nearest first: team, department, company'),
  nearUpTo: z
    .string()
    .min(1)
    .optional()
    .describe('The last level whose levers are near; the first when left out'),
  largeFrom: shareSchema
    .optional()
    .describe('The share of case life from which an impact is large; 0.05 when left out'),
  levers: z.array(leverSchema).optional().describe('What could be done'),
  interventions: z.array(interventionSchema).optional().describe('What was done'),
})

/** What could be done to make the lives of cases shorter, and what was. Plain data. */
export type ImprovementPlanDocument = Readonly<z.input<typeof improvementPlanSchema>>

/** A plan whose shape is right, which may be changed and given back. */
export type ReadPlan = z.output<typeof improvementPlanSchema>

/** A plan as far as it could be read, and what was found in it. */
export type PlanReading = DocumentReading<ReadPlan>

/** The JSON Schema (draft 2020-12) of a plan, for editors. */
export function improvementPlanJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(improvementPlanSchema, { io: 'input' })
}
