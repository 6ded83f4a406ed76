import * as z from 'zod'
import { instantSchema } from './interval.ts'
import { partyRefSchema } from './party.ts'
import { paramsSchema, type Reason, reasonSchema } from './reason.ts'

export const wakeupSchema = z
  .strictObject({
    key: z
      .string()
      .min(1)
      .describe('Schedule by it; move it when `at` moves, drop it when it is gone'),
    at: instantSchema,
    source: z.string().describe('What asks to be woken'),
    purpose: z.string().describe('What is to happen then'),
  })
  .describe('Something that must happen later')

/** Something that must happen later. A host or a timer adapter schedules it; the library has no timers. */
export type Wakeup = Readonly<z.infer<typeof wakeupSchema>>

/** The order of wake-ups: by `at`, then `key`. */
export function compareWakeups(a: Wakeup, b: Wakeup): number {
  if (a.at !== b.at) return a.at - b.at
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0
}

export const noticeSchema = z
  .strictObject({
    key: z.string().min(1).describe('Told once for each key'),
    to: partyRefSchema,
    about: z.string().min(1),
    code: z.string().min(1),
    reason: reasonSchema,
  })
  .describe('Something that somebody must be told')

/** Something that somebody must be told. A host sends it; the library sends nothing. */
export type Notice = Readonly<z.infer<typeof noticeSchema>>

export const refusalSchema = z
  .strictObject({
    code: z.string().min(1),
    params: paramsSchema,
    reasons: z.array(reasonSchema),
    whoMay: z.array(partyRefSchema).optional().describe('Who could do it'),
    nextSteps: z.array(reasonSchema).describe('What to do instead'),
  })
  .describe('A domain "no", with what to do instead')

/** A domain "no", as a value: why, who may, and what to do instead. */
export type Refusal = Readonly<z.infer<typeof refusalSchema>>

/** The answer to a command: what happens, or why not. */
export type Decision<E> =
  | {
      readonly ok: true
      readonly events: readonly E[]
      readonly notices: readonly Notice[]
      readonly reason: Reason
    }
  | { readonly ok: false; readonly refusal: Refusal }

/** A refusal with defaults filled in. */
export function refusal(
  code: string,
  parts: Partial<Omit<Refusal, 'code'>> = {},
): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { code, params: {}, reasons: [], nextSteps: [], ...parts } }
}
