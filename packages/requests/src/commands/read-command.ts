import {
  type Instant,
  type Reason,
  readDocument,
  reason,
  refusal,
  toInstant,
} from '@holdfast/kernel'
import type { RequestCommand } from './command.ts'
import { commandSchema } from './command-document.ts'
import type { Refused } from './scene.ts'

/** A command whose shape is right, with its times read. */
export interface ReadCommand {
  readonly ok: true
  readonly command: RequestCommand
  /** When what it tells of happened; `undefined` where it does not say. */
  readonly at: Instant | undefined
}

/**
 * Reads a command as it came. Where anything about it is wrong the refusal `command-invalid` names all of it, each with
 * the place in the command.
 */
export function readCommand(raw: unknown): ReadCommand | Refused {
  const unreadable = unreadableIn(raw)
  if (unreadable !== undefined) return refusal('command-invalid', { reasons: [unreadable] })
  const parsed = commandSchema.safeParse(raw)
  const wrong = parsed.success ? [] : faultsIn(raw)
  const at = timeAt(raw, 'at', wrong)
  timeAt(raw, 'until', wrong)
  if (!parsed.success || wrong.length > 0) return refusal('command-invalid', { reasons: wrong })
  // What was parsed is a copy: nobody changes what happened by changing what they asked.
  return { ok: true, command: parsed.data as RequestCommand, at }
}

/** Facts may be anything that JSON can say; what contains itself, or lies in itself without end, it cannot. */
function unreadableIn(raw: unknown): Reason | undefined {
  try {
    const facts = (raw as Readonly<Record<string, unknown>> | null)?.['facts']
    if (facts !== undefined) JSON.stringify(facts)
    return undefined
  } catch {
    const message = 'what is said there cannot be written as JSON'
    return reason('requests.fault', { pointer: '/facts', message })
  }
}

/**
 * What is wrong, and where: a JSON Pointer into the command; with what may stand there, and what was most likely meant.
 */
function faultsIn(raw: unknown): Reason[] {
  const type = (raw as Readonly<Record<string, unknown>> | null)?.['type']
  // Of a command that is known by its type, only what this one says is suggested.
  const schema = commandSchema.options.find(({ shape }) => shape.type.value === type)
  return readDocument(schema ?? commandSchema, raw).findings.map((finding) => {
    const { pointer, message, expected, didYouMean } = finding
    return reason('requests.fault', {
      pointer,
      message,
      ...(expected !== undefined && { expected }),
      ...(didYouMean !== undefined && { didYouMean }),
    })
  })
}

function timeAt(raw: unknown, key: 'at' | 'until', wrong: Reason[]): Instant | undefined {
  const like = (raw as Readonly<Record<string, unknown>> | null)?.[key]
  if (like === undefined) return undefined
  try {
    return toInstant(like as never)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    wrong.push(reason('requests.fault', { pointer: `/${key}`, message }))
    return undefined
  }
}
