import { MARK_TYPES, openEnum } from '@holdfast/kernel'
import * as z from 'zod'
import { factSchema, placeSchema, textSchema, timePlaceSchema } from './place-document.ts'

const textsSchema = z.array(z.string().min(1)).min(1)

const testSchema = z.strictObject({
  column: placeSchema.describe('Where to look'),
  is: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .describe('The text, or one of several'),
  not: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .describe('A text that does not stand there, or several'),
  known: z.boolean().optional().describe('Whether something stands there at all'),
})

/** What tells a message that a machine wrote. */
const automaticSchema = z.union([
  z.strictObject({
    column: placeSchema.describe('Where to look'),
    is: textsSchema.describe('What says so'),
  }),
  z.strictObject({ by: textsSchema.describe('Authors that are machines') }),
  z.strictObject({
    column: placeSchema.describe('Where to look'),
    begins: textsSchema.describe('How it begins'),
  }),
])

const messageSchema = z.strictObject({
  audience: z
    .strictObject({
      column: placeSchema.describe('Where to look'),
      public: textsSchema.optional().describe('What says that the customer can read it'),
      internal: textsSchema.optional().describe('What says that only the desk can'),
    })
    .optional()
    .describe('Who can read it; everybody when left out, the desk alone where it is neither'),
  from: z
    .strictObject({
      column: placeSchema.describe('Where to look'),
      customer: textsSchema.describe('What says that it comes from there'),
    })
    .optional()
    .describe('What tells those of the customer, beside its being by the requester'),
  automatic: automaticSchema.optional().describe('What tells those that a machine wrote'),
})

/** The types of marks that a row can name; the others follow from what else it says. */
const TYPES = MARK_TYPES.filter(
  (type) => type !== 'submitted' && type !== 'waiting' && type !== 'message',
) as [string, ...string[]]

const formerSchema = textSchema.optional().describe('What it was')

const beforeSchema = z.strictObject({
  state: formerSchema,
  priority: formerSchema,
  group: formerSchema,
  assignee: formerSchema,
})

export const entrySchema = z.strictObject({
  when: z
    .union([testSchema, z.array(testSchema).min(1)])
    .optional()
    .describe('Which rows tell it; all must hold. Every row when left out'),
  each: z
    .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
    .optional()
    .describe('JSON: a list inside the record, or one inside each item of another, and so on'),
  time: timePlaceSchema.describe('When it happened'),
  seq: placeSchema.optional().describe('The order at one time; that of the file when left out'),
  id: placeSchema.optional().describe('What is told again under the same id counts once'),
  type: openEnum(TYPES).optional().describe('A mark of this type, as it is'),
  state: textSchema.optional().describe('The state of the case from then on'),
  group: textSchema.optional().describe('The team that has it'),
  assignee: textSchema.optional().describe('The person who has it'),
  priority: textSchema.optional().describe('Its priority'),
  before: beforeSchema.optional().describe('How it was until then; tells how a case began'),
  driver: textSchema.optional().describe('Why work began again'),
  by: textSchema.optional().describe('Who did it'),
  requester: textSchema.optional().describe('Who asked'),
  message: messageSchema.optional().describe('The row is a message'),
  facts: z.record(z.string().min(1), factSchema).optional().describe('What else to keep'),
})

/** What a row can tell. */
export type EntryDocument = z.output<typeof entrySchema>

export type MessageDocument = z.output<typeof messageSchema>

export type TestDocument = z.output<typeof testSchema>
