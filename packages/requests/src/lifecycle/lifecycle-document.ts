import {
  CASE_ELEMENTS,
  type DocumentReading,
  documentHeader,
  durationSchema,
  formatSchema,
  isParty,
  openEnum,
  type PartyRef,
  partyRefSchema,
} from '@holdfast/kernel'
import { termsSchema } from '@holdfast/obligations'
import { type Condition, conditionSchema } from '@holdfast/rules'
import * as z from 'zod'

export const LIFECYCLE_FORMAT = 'holdfast/lifecycle@1'

/** What a state means, whatever an organization calls it. */
export const CATEGORIES = ['open', 'waiting', 'resolved', 'closed'] as const

export type Category = (typeof CATEGORIES)[number]

/** Triggers without which a command of that name cannot be carried out. */
export const STEPS = ['move', 'wait', 'resume', 'resolve', 'reopen', 'close', 'cancel'] as const

/** Triggers that change the state only where a lifecycle says so; the last five come by themselves. */
export const OCCASIONS = [
  'take',
  'assign',
  'assess',
  'customerMessage',
  'accepted',
  'approved',
  'rejected',
  'tasksDone',
] as const

export const TRIGGERS = [...STEPS, ...OCCASIONS] as const

/** What can lead from one state to another. */
export type Trigger = (typeof TRIGGERS)[number]

/** Who may, said by what they are to the request; any party can be named beside. */
export const ACTORS = ['owner', 'assignee', 'desk', 'customer', 'system'] as const

const textList = (what: string) => z.array(z.string().min(1)).min(1).describe(what)

/** A party, or whoever the customer of the request is. */
const personSchema = z.string().refine((text) => text === 'customer' || isParty(text), {
  params: { code: 'party-invalid', expected: 'a party, or `customer`' },
}) as unknown as z.ZodType<PartyRef | 'customer', string>

const stateSchema = z
  .strictObject({
    category: openEnum(CATEGORIES).describe('What it means: open, waiting, resolved or closed'),
    label: z.string().min(1).optional().describe('What the desk calls it; its id when left out'),
    customerLabel: z
      .string()
      .min(1)
      .optional()
      .describe('What the customer reads; as the desk calls it when left out'),
    element: openEnum(CASE_ELEMENTS)
      .optional()
      .describe('What goes on in it, for the life of the case'),
    party: z
      .string()
      .min(1)
      .optional()
      .describe('For the element `wait`, whom it is for; `queue` while nobody has taken it up'),
    tellWithin: durationSchema
      .optional()
      .describe('The customer must be told of it within this time, on the clock of `news`'),
    asksApproval: z
      .boolean()
      .optional()
      .describe(
        'Whoever has to approve is asked anew on entering it, and what they said before holds no more',
      ),
  })
  .describe('A state')

function guardSchemaWith<C extends z.ZodType>(condition: C) {
  return z
    .strictObject({
      id: z.string().min(1).describe('What refusals call it'),
      title: z.string().optional().describe('What is asked for, for people'),
      condition: condition.describe('What must hold of the request and the command'),
      whoMay: z.array(personSchema).optional().describe('Who can bring it about'),
    })
    .describe('What must hold for a transition')
}

const clockSchema = termsSchema.shape.clock

const targetParts = {
  priorities: textList('Only at these priorities').optional(),
  blockers: textList('Only while waiting for these').optional(),
  states: textList('Only in these states').optional(),
  warnAt: termsSchema.shape.warnAt,
  escalateTo: partyRefSchema.optional().describe('Who is told of a breach, beside who owes it'),
}

/** One time for what it is about; of several that apply the first holds. */
const withinSchema = z
  .strictObject({ ...targetParts, within: durationSchema.describe('How long there is') })
  .describe('A time limit; of several that apply the first holds')

const everySchema = z
  .strictObject({ ...targetParts, every: durationSchema.describe('How often') })
  .describe('A cadence; of several that apply the first holds')

const stepSchema = z
  .strictObject({
    after: durationSchema.describe('How long after the wait began'),
    do: openEnum(['remind', 'resolve', 'close']).describe('What is done'),
    message: z.string().min(1).optional().describe('What the customer reads'),
  })
  .describe('What is done about a customer who does not answer')

const readinessSchema = <C extends z.ZodType>(condition: C) =>
  z
    .strictObject({
      id: z.string().min(1).describe('What refusals call it'),
      title: z.string().optional().describe('What is asked for, for people'),
      teams: z.array(partyRefSchema).optional().describe('Only for tasks of these teams'),
      condition: condition.describe('What must hold of the task'),
    })
    .describe('What a team needs to know before a task goes to it')

/** The schema around a schema of conditions. */
function schemaWith<C extends z.ZodType>(condition: C) {
  return z.strictObject({
    ...documentHeader,
    format: formatSchema(LIFECYCLE_FORMAT),
    kind: z.string().min(1).describe('What kind of request: `incident`, `question`'),
    intake: partyRefSchema.describe('Who owns what comes in, until somebody accepts it'),
    firstContactOwns: z
      .boolean()
      .optional()
      .describe('Whether the first person contacted owns it, instead of `intake`'),
    waitReasons: textList('Own wait reasons, beside the usual ones').optional(),
    initial: z.string().min(1).describe('The state of what comes in'),
    states: z.record(z.string().min(1), stateSchema).describe('By id'),
    conditions: z
      .record(z.string().min(1), condition)
      .optional()
      .describe('Conditions that guards refer to by name'),
    transitions: z
      .array(
        z
          .strictObject({
            on: openEnum(TRIGGERS).describe('What leads from one to the other'),
            from: z.union([z.string().min(1), textList('One of these states')]),
            to: z.string().min(1).describe('A state, or `previous`: the one before the wait'),
            blockers: textList('For `wait`: only for these').optional(),
            guards: z.array(guardSchemaWith(condition)).optional(),
            who: textList(
              `Who may: ${ACTORS.join(', ')}, or a party; \`desk\` and \`system\` when left out`,
            ).optional(),
          })
          .describe('A way from one state to another; of several the first whose guards hold'),
      )
      .min(1),
    approvals: z
      .array(
        z.strictObject({
          id: z.string().min(1),
          by: personSchema.describe('Who decides: a party, or `customer`'),
          title: z.string().optional(),
        }),
      )
      .optional()
      .describe('What has to be approved; `approved` holds when all of them are'),
    resolution: z
      .strictObject({
        requires: z
          .array(openEnum(['cause', 'effect', 'summary']))
          .describe('What has to be said to resolve: the cause, the effect, a closing summary'),
      })
      .optional(),
    clock: clockSchema.describe('How time counts where nothing else is said'),
    attention: z
      .strictObject({
        clock: clockSchema.optional(),
        targets: z.array(everySchema).min(1),
      })
      .describe('How often somebody of ours must act while it is open and waits for nobody'),
    news: z
      .strictObject({
        clock: clockSchema.optional(),
        targets: z.array(everySchema).min(1),
      })
      .describe('How often a person must tell the customer something while it waits'),
    handover: z
      .strictObject({
        clock: clockSchema.optional(),
        acceptance: z.array(withinSchema).min(1).describe('How long an offer stands'),
        routes: z
          .array(
            z.strictObject({
              from: partyRefSchema.describe('While they own it'),
              to: z.array(partyRefSchema).min(1).describe('To whom they may offer it'),
            }),
          )
          .optional()
          .describe(
            'To whom it may be offered, and back to whom it came from; to anybody by owners who are not named',
          ),
        needFor: z
          .array(partyRefSchema)
          .optional()
          .describe('Who must be told what the customer needs'),
        bounces: z
          .strictObject({
            limit: z.int().positive().describe('How often it may come back'),
            to: partyRefSchema.describe('To whom alone others may offer it from then on'),
          })
          .optional(),
      })
      .describe('How it passes from one owner to another'),
    silentCustomer: z
      .strictObject({ clock: clockSchema.optional(), steps: z.array(stepSchema).min(1) })
      .optional()
      .describe('What is done about a customer who does not answer'),
    closeAfter: z
      .strictObject({ clock: clockSchema.optional(), within: durationSchema })
      .optional()
      .describe('How long the customer can object to a resolution; then it closes by itself'),
    readiness: z
      .array(readinessSchema(condition))
      .optional()
      .describe('What a task must say before it goes to a team; the usual five when left out'),
    quickTaskMinutes: z
      .int()
      .positive()
      .optional()
      .describe('The most minutes of a quick task; 10 when left out'),
  })
}

/** The schema of a lifecycle, for types, JSON Schema and documentation. */
export const lifecycleSchema = schemaWith(conditionSchema)

/** The schema lifecycles are read with: conditions are parsed apart, with findings that say more than a union can. */
export const lifecycleReadingSchema = schemaWith(z.unknown() as z.ZodType<Condition, Condition>)

/** What can happen to requests of one kind, and what is owed meanwhile. Plain data. */
export type LifecycleDocument = Readonly<z.input<typeof lifecycleSchema>>

/** A lifecycle whose shape is right. */
export type ReadLifecycle = z.output<typeof lifecycleReadingSchema>

/** A lifecycle as it was read, with what was found on the way. */
export type LifecycleReading = DocumentReading<ReadLifecycle>

export type StateDefinition = ReadLifecycle['states'][string]
export type TransitionDefinition = ReadLifecycle['transitions'][number]
export type Guard = NonNullable<TransitionDefinition['guards']>[number]
export type Criterion = NonNullable<ReadLifecycle['readiness']>[number]

/** The JSON Schema (draft 2020-12) of a lifecycle, for editors. */
export function lifecycleJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(lifecycleSchema, { io: 'input' })
}
