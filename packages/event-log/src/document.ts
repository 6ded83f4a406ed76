import {
  CASE_ELEMENTS,
  type DocumentReading,
  documentHeader,
  formatSchema,
  openEnum,
} from '@holdfast/kernel'
import * as z from 'zod'
import { entrySchema } from './entry-document.ts'
import {
  factSchema,
  placeSchema,
  textSchema,
  timeFormatSchema,
  zoneSchema,
} from './place-document.ts'

export const LOG_MAPPING_FORMAT = 'holdfast/log-mapping@1'

const inputSchema = z.strictObject({
  kind: openEnum(['csv', 'jsonl']).describe(
    '`csv`, or `jsonl`: a JSON record on each line, or one list of them',
  ),
  encoding: openEnum(['utf-8', 'latin1', 'utf-16le']).optional().describe('`utf-8` when left out'),
  delimiter: z
    .string()
    .length(1)
    .refine((text) => !/["\r\n\uFEFF]/.test(text), {
      params: { code: 'delimiter-unfit', expected: 'no quote and no line break' },
    })
    .optional()
    .describe('CSV: what stands between fields; `,` when left out'),
  columns: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe('CSV: the names of the columns, where the first line does not say them'),
  each: placeSchema
    .optional()
    .describe('JSON: the list of records in what stands on a line, such as `/issues`'),
  unknown: z
    .array(z.string())
    .optional()
    .describe('Texts that mean “not known”, beside the empty one'),
})

const timeSchema = z.strictObject({
  format: timeFormatSchema.describe(
    '`iso`, `epochSeconds`, `epochMillis`, or tokens of luxon such as `d/M/yyyy HH:mm`; of several, the first that a text fits',
  ),
  timeZone: zoneSchema
    .optional()
    .describe('IANA zone; required unless the times carry their offset. It is never guessed'),
})

const stateSchema = z
  .union([
    openEnum(['resolved', 'closed', 'cancelled']),
    z.strictObject({
      element: openEnum(CASE_ELEMENTS).describe('What goes on in it'),
      party: z
        .string()
        .min(1)
        .optional()
        .describe(
          'For `wait`, whom for: `customer`, `vendor`, …; `queue`: for the desk itself to take it up',
        ),
    }),
  ])
  .describe('What it means')

const initialSchema = textSchema.optional().describe('What it was at first')

const countSchema = placeSchema.optional().describe('How often that was so far')

export const logMappingSchema = z.strictObject({
  ...documentHeader,
  format: formatSchema(LOG_MAPPING_FORMAT),
  input: inputSchema.describe('What kind of file it is'),
  case: placeSchema.describe(
    'Which case a row is about: a column; a list of them is joined by spaces',
  ),
  order: openEnum(['grouped', 'any'])
    .optional()
    .describe(
      'Whether the rows of a case stand together (`grouped`, the default), or the log is held in memory (`any`)',
    ),
  newestFirst: z
    .boolean()
    .optional()
    .describe(
      'Whether rows of a case with the same time stand the newest first; the oldest when left out',
    ),
  time: timeSchema.describe('How times are written; single places may say otherwise'),
  stamps: z
    .strictObject({
      opened: entrySchema.shape.time.optional().describe('When it was opened'),
      resolved: entrySchema.shape.time.optional().describe('When it was resolved, as recorded'),
      closed: entrySchema.shape.time.optional().describe('When it was closed, as recorded'),
    })
    .optional()
    .describe('Times of the whole case, which each row repeats; the last that is known counts'),
  requester: textSchema.optional().describe('Who asked: what they write comes from the customer'),
  initial: z
    .strictObject({
      state: initialSchema,
      priority: initialSchema,
      group: initialSchema,
      assignee: initialSchema,
    })
    .optional()
    .describe('How a case began, where no row tells the same: how it stands now, or `{ text }`'),
  rows: z
    .array(entrySchema)
    .optional()
    .describe('What a row can tell; each that applies tells something'),
  states: z
    .record(z.string().min(1), stateSchema)
    .optional()
    .describe('The states as the log calls them, and what they mean'),
  priorities: z
    .record(z.string().min(1), z.string().min(1))
    .optional()
    .describe('What priorities of the log are called here; the same when left out'),
  counts: z
    .strictObject({
      reassignments: countSchema,
      reopenings: countSchema,
    })
    .optional()
    .describe('Numbers that the log itself counts'),
  facts: z
    .record(z.string().min(1), factSchema)
    .optional()
    .describe('What else to keep of each row, by the name of the fact'),
})

/** How a log of a support desk is read: which columns mean what. Plain data. */
export type LogMappingDocument = Readonly<z.input<typeof logMappingSchema>>

/** A mapping whose shape is right. */
export type ReadMapping = Readonly<z.output<typeof logMappingSchema>>

export type MappingReading = DocumentReading<z.output<typeof logMappingSchema>>

/** What a state of the log means. */
export type StateMeaning = NonNullable<ReadMapping['states']>[string]

/** The JSON Schema (draft 2020-12) of a mapping, for editors. */
export function logMappingJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(logMappingSchema, { io: 'input' })
}
