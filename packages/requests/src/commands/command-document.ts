import { durationSchema, type PartyRef, partyRefSchema } from '@holdfast/kernel'
import * as z from 'zod'
import { isOurs } from '../parties.ts'

const text = z.string().min(1)
/** Commands are written by hosts, not imported from JSON: their parties are typed as parties. */
const party = partyRefSchema as z.ZodType<PartyRef, PartyRef>
/** Customers and machines can be accountable for nothing. */
const accountable = party.refine(isOurs, {
  error: 'only a team, a role or a person can own a request',
})

/** Any `InstantLike`; whether it is one is asked when it is read. */
const time = z.custom<string | number>((value) => value !== undefined)

const linkSchema = z.strictObject({ relation: text, to: text })
const factsSchema = z.record(z.string(), z.json())

const taskFields = {
  title: text,
  team: party.optional(),
  context: text.optional(),
  acceptanceCriteria: z.array(text).optional(),
  customerImpact: text.optional(),
  required: z.boolean().optional().describe('Whether the request cannot be resolved without it'),
  links: z.array(linkSchema).optional(),
}

const taskSchema = z.strictObject({ task: text, ...taskFields })

/** What every command says. `at` is when it happened, where that was before it was told. */
const header = {
  id: text.describe('Unique in the stream; a command that comes again changes nothing'),
  request: text,
  by: party,
  at: time.optional(),
  expectedSeq: z.int().nonnegative().optional().describe('Refused when the stream has gone on'),
}

function commandOf<const T extends string, S extends z.ZodRawShape>(type: T, shape: S) {
  return z.strictObject({ ...header, type: z.literal(type), ...shape })
}

/** The commands, by what they ask for. */
export const commandSchema = z.discriminatedUnion('type', [
  commandOf('submit', {
    kind: text,
    title: text.optional(),
    customer: party.optional(),
    customerFacts: z
      .strictObject({
        level: text.optional(),
        contract: text.optional(),
        calendar: text.optional(),
        products: z.array(text).optional(),
      })
      .optional(),
    need: text.optional().describe('What the customer needs, as far as it is known'),
    priority: text.optional(),
    facts: factsSchema.optional(),
    owner: accountable
      .optional()
      .describe('Whoever routing found; the intake of the lifecycle otherwise'),
    firstContact: party.optional().describe('Whom the customer spoke to first'),
    links: z.array(linkSchema).optional(),
    parent: text.optional(),
    followUpOf: text.optional(),
  }),
  commandOf('assess', {
    priority: text.optional(),
    facts: factsSchema.optional(),
    need: text.optional(),
  }),
  commandOf('take', {}),
  commandOf('assign', { to: party }),
  commandOf('move', { to: text, reason: text.optional(), tell: text.optional() }),
  commandOf('message', {
    audience: z.enum(['public', 'internal']).optional(),
    automatic: z.boolean().optional(),
    text: text.optional(),
    channel: text.optional(),
  }),
  commandOf('wait', {
    for: text,
    until: time.optional(),
    detail: text.optional(),
    tell: text.optional(),
  }),
  commandOf('resume', { reason: text.optional() }),
  commandOf('resolve', {
    cause: text.optional(),
    effect: text.optional(),
    summary: text.optional().describe('What the customer reads at the end'),
  }),
  commandOf('reopen', { reason: text }),
  commandOf('close', {}),
  commandOf('cancel', { reason: text }),
  commandOf('followUp', {
    as: text,
    title: text.optional(),
    text: text.optional().describe('What was written; the first message of the new request'),
  }),
  commandOf('link', { link: linkSchema }),
  commandOf('unlink', { link: linkSchema }),
  commandOf('attachTime', {
    duration: durationSchema,
    activity: text.optional(),
    billable: z.boolean().optional(),
  }),
  commandOf('offer', {
    to: party,
    need: text.optional(),
    context: text.optional(),
    openQuestions: z.array(text).optional(),
  }),
  commandOf('accept', {}),
  commandOf('decline', { reason: text, openQuestions: z.array(text).optional() }),
  commandOf('recall', { reason: text.optional() }),
  commandOf('approve', { approval: text, note: text.optional() }),
  commandOf('reject', { approval: text, reason: text }),
  commandOf('addTask', { task: text, ...taskFields }),
  commandOf('changeTask', { task: text, ...taskFields, title: text.optional() }),
  commandOf('dispatchTask', { task: text }),
  commandOf('acceptTask', { task: text }),
  commandOf('declineTask', { task: text, reason: text }),
  commandOf('finishTask', { task: text, result: text.optional() }),
  commandOf('cancelTask', { task: text, reason: text }),
  commandOf('splitTask', { task: text, into: z.array(taskSchema).min(2) }),
  commandOf('rejoinTask', { task: text }),
  commandOf('quickTask', {
    what: text,
    minutes: z.number().positive(),
    affects: z.array(party).optional().describe('Whose area it touches'),
  }),
  commandOf('split', {
    into: z
      .array(
        z.strictObject({
          request: text,
          title: text,
          kind: text.optional(),
          owner: accountable.optional(),
          required: z.boolean().optional(),
          links: z.array(linkSchema).optional(),
        }),
      )
      .min(1),
  }),
  commandOf('rejoin', { child: text }),
  commandOf('noteChild', {
    child: text,
    status: z.enum(['open', 'resolved', 'closed', 'cancelled']),
    seq: z
      .int()
      .positive()
      .optional()
      .describe('The place in the stream of the child that says so'),
  }),
  commandOf('mergeInto', { parent: text }),
  commandOf('wake', { key: text.optional() }),
])

type Commands = z.input<typeof commandSchema>

export type CommandType = Commands['type']
