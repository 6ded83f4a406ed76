/** What tests of every package share, and what users may run against their own values. */
import { type Reason, reasonSchema } from './reason.ts'
import type { Phrases } from './text.ts'

/** One question to ask both the plain and the explaining form of a value. */
export interface Question {
  readonly method: string
  readonly args: readonly unknown[]
}

/**
 * The law of explanations: the explaining form answers what the plain form answers, throws what it throws, and gives a
 * well-formed reason whose every code has a phrase. The result names each way in which the law is broken; none holds.
 */
export function explanationFaults(
  plain: object,
  explaining: object,
  { method, args }: Question,
  phrases: Phrases,
): string[] {
  const asked = outcome(plain, method, args)
  const told = outcome(explaining, method, args)
  if ('thrown' in asked || 'thrown' in told) {
    return same(asked, told) ? [] : [`${method}: ${show(asked)} plain, ${show(told)} explained`]
  }
  const { value, reason } = (told.returned ?? {}) as { value?: unknown; reason?: Reason }
  const faults = same(asked.returned, value)
    ? []
    : [`${method}: ${show(asked.returned)} plain, ${show(value)} explained`]
  const wellFormed = reasonSchema.safeParse(reason, { jitless: true })
  if (!wellFormed.success)
    return [...faults, `${method}: malformed reason: ${wellFormed.error.message}`]
  const unsaid = codesOf(wellFormed.data).filter((code) => !Object.hasOwn(phrases, code))
  return [...faults, ...unsaid.map((code) => `${method}: no phrase for ${code}`)]
}

type Outcome = { readonly returned: unknown } | { readonly thrown: string }

function outcome(subject: object, method: string, args: readonly unknown[]): Outcome {
  try {
    return {
      returned: (subject as Record<string, (...args: unknown[]) => unknown>)[method]?.(...args),
    }
  } catch (error) {
    return { thrown: String(error) }
  }
}

function codesOf(reason: Reason): string[] {
  return [...new Set([reason.code, ...reason.children.flatMap(codesOf)])]
}

function same(a: unknown, b: unknown): boolean {
  return show(a) === show(b)
}

/** Answers are plain data, so their JSON tells them apart; what JSON has no word for is made visible. */
function show(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    const isSayable = part !== undefined && (typeof part !== 'number' || Number.isFinite(part))
    return isSayable ? part : `(${String(part)})`
  })
}
