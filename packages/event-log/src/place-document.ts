import { isTimeZone, openEnum, suggestTimeZone } from '@holdfast/kernel'
import * as z from 'zod'

export const zoneSchema = z.string().refine(isTimeZone, {
  params: { code: 'zone-unknown', expected: 'an IANA time zone', suggest: suggestTimeZone },
})

/**
 * Where a value stands. Of CSV the name of a column. Of JSON `/a/b` from the record, `a/b` from the innermost item,
 * `../a` from the one around it. Several are joined by a space; that is unknown when all of them are.
 */
export const placeSchema = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)])

/** A place, or a text that is the same in every row. */
export const textSchema = z.union([
  z.string().min(1),
  z.array(z.string().min(1)).min(1),
  z.strictObject({ text: z.string().min(1).describe('The same in every row') }),
])

/** How times are written; of several, the first that a text fits. */
export const timeFormatSchema = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)])

/** The place of a time, which may be written otherwise than the rest. */
export const timePlaceSchema = z.union([
  z.string().min(1),
  z.array(z.string().min(1)).min(1),
  z.strictObject({
    column: placeSchema.describe('Where it stands'),
    format: timeFormatSchema.optional().describe('In place of that of `time`'),
    timeZone: zoneSchema.optional().describe('In place of that of `time`'),
  }),
])

/** The place of a fact: a text unless it says otherwise, or whether one of several texts stands there. */
export const factSchema = z.union([
  z.string().min(1),
  z.array(z.string().min(1)).min(1),
  z.strictObject({
    column: placeSchema.describe('Where it stands'),
    as: openEnum(['text', 'number', 'boolean'])
      .optional()
      .describe('What it is; `text` when left out'),
  }),
  z.strictObject({
    column: placeSchema.describe('Where it stands'),
    is: z
      .array(z.string().min(1))
      .min(1)
      .describe('True where one of these stands, false where another text does'),
  }),
])

export type Place = z.output<typeof placeSchema>
export type TextPlace = z.output<typeof textSchema>
export type TimePlace = z.output<typeof timePlaceSchema>
export type FactPlace = z.output<typeof factSchema>
