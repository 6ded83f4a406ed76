import * as z from 'zod'
import { instantSchema } from './interval.ts'
import { partyRefSchema } from './party.ts'

/** What can happen in the life of a request, in the past tense. */
export const MARK_TYPES = [
  'submitted',
  'triaged',
  'assigned',
  'offered',
  'accepted',
  'declined',
  'expired',
  'recalled',
  'message',
  'waiting',
  'resumed',
  'priorityChanged',
  'resolved',
  'reopened',
  'closed',
  'cancelled',
] as const

export type MarkType = (typeof MARK_TYPES)[number]

/** What a request can wait for. An organization adds its own. */
export const WAIT_REASONS = [
  'customer',
  'vendor',
  'team',
  'sales',
  'change',
  'problem',
  'date',
] as const

export type WaitReason = (typeof WAIT_REASONS)[number] | (string & {})

export const markSchema = z
  .strictObject({
    id: z.string().min(1).describe('Unique in its history'),
    at: instantSchema.describe('When it happened'),
    seq: z.int().nonnegative().optional().describe('Its place in the stream it comes from'),
    type: z.enum(MARK_TYPES),
    about: z.string().min(1).describe('What it concerns: `request:7`, `task:7/3`, `offer:o1`'),
    state: z.string().optional().describe('The state of the request from here on'),
    by: partyRefSchema.optional().describe('Who did it'),
    audience: z.enum(['public', 'internal']).optional().describe('Who can read a message'),
    automatic: z.boolean().optional().describe('Done by a machine, not by a person'),
    reason: z.string().optional().describe('For `waiting`: a wait reason'),
    facts: z.record(z.string(), z.json()).optional().describe('What else was known'),
  })
  .describe('Something that happened to a request')

/** One thing that happened to a request; a request's history is its marks. */
export type Mark = Readonly<z.infer<typeof markSchema>>

/**
 * The order of a history: by `at`, then `seq` (marks without one come after those with one), then `id`. Total, so the
 * order in which marks arrive never matters.
 */
export function compareMarks(a: Mark, b: Mark): number {
  if (a.at !== b.at) return a.at - b.at
  const [first, second] = [a.seq ?? Number.MAX_SAFE_INTEGER, b.seq ?? Number.MAX_SAFE_INTEGER]
  if (first !== second) return first - second
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
