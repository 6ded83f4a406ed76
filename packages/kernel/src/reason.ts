import * as z from 'zod'
import { type Interval, intervalSchema } from './interval.ts'

/** A value that a reason's text mentions. Plain JSON. */
export type Param =
  | string
  | number
  | boolean
  | null
  | readonly Param[]
  | { readonly [key: string]: Param }

export type Params = { readonly [name: string]: Param }

/**
 * Why an answer is as it is: a code with its parameters, where in which document it is laid down, the time it speaks
 * of, and the reasons under it. Plain data; text is made late, by a catalog.
 */
export interface Reason {
  /** Stable across versions, `package.what`: `calendar.holiday`. */
  readonly code: string
  readonly params: Params
  readonly source?: ReasonSource
  readonly span?: Interval
  readonly children: readonly Reason[]
}

/** The place in a document that a reason rests on. */
export interface ReasonSource {
  readonly document: string
  readonly version?: string | number
  readonly pointer: string
}

/** An answer together with why. */
export interface Explained<T> {
  readonly value: T
  readonly reason: Reason
}

/** A reason with defaults filled in. */
export function reason(
  code: string,
  params: Params = {},
  rest: Partial<Pick<Reason, 'source' | 'span' | 'children'>> = {},
): Reason {
  return { code, params, children: [], ...rest }
}

const paramSchema: z.ZodType<Param> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(paramSchema),
    z.record(z.string(), paramSchema),
  ]),
)

export const paramsSchema: z.ZodType<Params> = z.record(z.string(), paramSchema)

export const reasonSchema: z.ZodType<Reason> = z.lazy(() =>
  z.strictObject({
    code: z.string().min(1),
    params: paramsSchema,
    source: z
      .strictObject({
        document: z.string(),
        version: z.union([z.string(), z.number()]).exactOptional(),
        pointer: z.string(),
      })
      .exactOptional(),
    span: intervalSchema.exactOptional(),
    children: z.array(reasonSchema),
  }),
)
