import { partyRefSchema, rangeError } from '@holdfast/kernel'
import * as z from 'zod'
import type { RequestState, Task } from '../state.ts'
import { unionOfLinks } from './links.ts'
import { given } from './task-data.ts'

export const EXPORTED_TASK_FORMAT = 'holdfast/task@1'

const text = z.string().min(1)

/** The shape of exported tasks. */
export const exportedTaskSchema = z
  .strictObject({
    format: z.literal(EXPORTED_TASK_FORMAT),
    task: text.describe('Its id in the request'),
    title: text.describe('What is to be done'),
    team: partyRefSchema.exactOptional().describe('Who is to do it'),
    status: z.enum(['draft', 'dispatched', 'accepted', 'done', 'cancelled', 'split']),
    context: text.exactOptional().describe('What the team has to know'),
    acceptanceCriteria: z.array(text).describe('How one sees that it is done'),
    customerImpact: text.exactOptional().describe('What it means for the customer'),
    required: z.boolean().describe('Whether the request cannot be resolved without it'),
    priority: text.exactOptional().describe('The priority of the request'),
    customer: z
      .strictObject({
        party: partyRefSchema.exactOptional(),
        level: text.exactOptional(),
        contract: text.exactOptional(),
      })
      .describe('For whom it is'),
    products: z.array(text).describe('What the customer uses'),
    links: z
      .array(z.strictObject({ relation: text, to: text }))
      .describe('What it has to do with: those of the task, then those of the request'),
    request: z
      .strictObject({
        id: text,
        kind: text,
        title: text.exactOptional(),
        need: text.exactOptional().describe('What the customer needs'),
        owner: partyRefSchema.describe('Whom to ask'),
      })
      .describe('What it was refined from'),
    partOf: z
      .strictObject({ task: text, title: text })
      .exactOptional()
      .describe('The task that it is a part of'),
  })
  .describe('A task that can leave: everything its team needs to know, without the request')

/** A task for the tracker of the team that does it. Plain JSON that stands by itself. Source: R28. */
export type ExportedTask = Readonly<z.infer<typeof exportedTaskSchema>>

/** The JSON Schema (draft 2020-12) of exported tasks, for who reads them. */
export function exportedTaskJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(exportedTaskSchema)
}

/**
 * A task with everything that its team needs to know of the request, as it is now. What nobody said is left out. Throws
 * `RangeError` `task-unknown`.
 */
export function exportTask(state: RequestState, task: string): ExportedTask {
  const { tasks, customerFacts, title, need } = state
  const found = tasks.find(({ id }) => id === task)
  if (found === undefined) {
    throw rangeError('task-unknown', `request ${state.request} has no task ${task}`)
  }
  const { level, contract, products = [] } = customerFacts
  return {
    format: EXPORTED_TASK_FORMAT,
    task,
    title: found.title,
    status: found.status,
    acceptanceCriteria: [...found.acceptanceCriteria],
    required: found.required,
    ...saying({
      team: found.team,
      context: found.context,
      customerImpact: found.customerImpact,
      priority: state.priority,
    }),
    customer: { ...saying({ party: state.customer }), ...given({ level, contract }) },
    products: [...products],
    links: unionOfLinks(found.links, state.links).map(({ relation, to }) => ({ relation, to })),
    request: {
      id: state.request,
      kind: state.kind,
      owner: state.owner,
      ...saying({ title, need }),
    },
    ...wholeOf(found, tasks),
  }
}

function wholeOf({ partOf }: Task, tasks: readonly Task[]): Pick<ExportedTask, 'partOf'> {
  const whole = tasks.find(({ id }) => id === partOf)
  return whole === undefined ? {} : { partOf: { task: whole.id, title: whole.title } }
}

/** The parts that were said. */
function saying<T extends object>(parts: T): { readonly [K in keyof T]?: NonNullable<T[K]> } {
  const said = Object.entries(parts).filter(([, value]) => value !== null && value !== '')
  return Object.fromEntries(said) as { [K in keyof T]?: NonNullable<T[K]> }
}
